import ReportSchedule
import Testing

@Suite struct CrontabTests {
  private let others = "MAILTO=me\n# my jobs\n0 4 * * * backup\n"
  private let part = """
    # >>> abacus /srv/studies
    */5 * * * * '/usr/bin/abacus' schedule run-due '/srv/studies'
    # <<< abacus /srv/studies

    """

  private func added(_ text: String, target: String = "/srv/studies") throws -> String {
    try Crontab(text).adding(target: target, program: "/usr/bin/abacus").text
  }

  @Test func comesBehindOtherLines() throws {
    #expect(try added("") == part)
    #expect(try added(others) == others + part)
    #expect(try added("0 4 * * * backup") == "0 4 * * * backup\n" + part)
    #expect(try added("x\r\n\n") == "x\r\n\n" + part)
  }

  @Test func rootsAreQuotedAndCheckedToo() throws {
    let text = try Crontab("").adding(
      target: "/srv/studies", program: "/usr/bin/abacus", roots: ["/srv/50 %", "/o'b"]
    ).text
    #expect(
      text.contains(
        #"run-due '/srv/studies' --root '/srv/50 \%' --root '/o'\''b'"# + "\n"))
    #expect(throws: ScheduleError.unwritablePath) {
      try Crontab("").adding(target: "/srv", program: "/bin/abacus", roots: ["/a\n* * * * * x"])
    }
  }

  @Test func addingTwiceIsAddingOnce() throws {
    #expect(try added(added(others)) == added(others))
  }

  @Test func takesThePlaceOfAnEarlierPart() throws {
    let old = part.replacing("*/5", with: "0 7") + "last\n"
    #expect(try added(others + old) == others + part + "last\n")
  }

  @Test func partsOfOtherTargetsStay() throws {
    let two = try added(added(others), target: "/srv/studies/b")
    #expect(try Crontab(two).removing(target: "/srv/studies/b").text == others + part)
    #expect(try Crontab(two).removing(target: "/srv").text == two)
  }

  @Test func removingLeavesWhatWasThere() throws {
    for text in ["", others, "\n\nx\n"] {
      #expect(try Crontab(added(text)).removing(target: "/srv/studies").text == text)
    }
  }

  @Test func pathsAreEscaped() throws {
    let text = try Crontab("").adding(target: "/srv/50% it's", program: "/opt/a b/abacus").text
    #expect(
      text.contains(#"*/5 * * * * '/opt/a b/abacus' schedule run-due '/srv/50\% it'\''s'"#))
  }

  @Test func aLineBreakInAPathIsRefused() {
    #expect(throws: ScheduleError.unwritablePath) { try added("", target: "/a\n* * * * * rm") }
  }

  @Test(arguments: [
    "# >>> abacus /srv/studies\nx\n",
    "# >>> abacus /srv/studies\n# >>> abacus /b\n# <<< abacus /b\n# <<< abacus /srv/studies\n",
  ])
  func aPartWithoutAnEndIsLeftAlone(text: String) {
    let error = ScheduleError.openBlock(marker: "# >>> abacus /srv/studies")
    #expect(throws: error) { try added(text) }
    #expect(throws: error) { try Crontab(text).removing(target: "/srv/studies") }
  }

  @Test func errorsSayWhatToDo() {
    #expect(
      ScheduleError.openBlock(marker: "# >>> abacus /a").description
        == "the crontab has the line `# >>> abacus /a` and not the one that ends this part; remove the part by hand with `crontab -e`"
    )
    #expect(
      ScheduleError.unwritablePath.description
        == "a path with a line break or another control character can't be scheduled; rename the folder or file"
    )
  }
}
