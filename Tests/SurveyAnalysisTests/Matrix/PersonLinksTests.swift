import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct PersonLinksTests {
  @Test func withoutPairsNobodyHasAPartner() {
    let form = Sample.form([SampleColumn("a", [1, 2, 3])], persons: [0, 0, 1])
    let base = PersonLinks(Sample.dataset([form])).base(of: [0, 1, 2], in: form)
    #expect(base.rowCount == 3)
    #expect(base.personCount == 2)
    #expect(base.partnerCount == nil)
    #expect(base.repeatsPersons)
    #expect(base.intervalAbsence == .personsRepeat(rows: 3, persons: 2))
    expectClose(base.largestShare, .derived(2.0 / 3))
  }

  @Test func menteesOfOneMentorAreNotIndependent() {
    let (mentor, mentee) = nested
    let base = PersonLinks(Sample.dataset([mentor, mentee])).base(of: [0, 1, 2, 3], in: mentee)
    #expect(base.personCount == 4)
    #expect(base.partnerCount == 2)
    #expect(!base.repeatsPersons)
    #expect(base.intervalAbsence == .partnersRepeat(rows: 4, partners: 2))
    expectClose(base.largestShare, .derived(3.0 / 4))  // of the mentor with three mentees
  }

  @Test func aMentorsRowsAreOfOnePerson() {
    let (mentor, mentee) = nested
    let base = PersonLinks(Sample.dataset([mentor, mentee])).base(of: [0, 1, 2, 3], in: mentor)
    #expect(base.personCount == 2)
    #expect(base.partnerCount == 4)
    #expect(base.intervalAbsence == .personsRepeat(rows: 4, persons: 2))
    expectClose(base.largestShare, .derived(3.0 / 4))
  }

  @Test func oneRowAPersonAndPartnerIsIndependent() {
    let (mentor, mentee) = nested
    let base = PersonLinks(Sample.dataset([mentor, mentee])).base(of: [0, 3], in: mentee)
    #expect(base.isIndependent)
    #expect(base.intervalAbsence == nil)
  }

  @Test func aMenteeWhoDidNotAnswerIsAPersonAllTheSame() {
    let (mentor, _) = nested
    let mentee = Sample.form([SampleColumn("e", [1])], id: "mentee", persons: [0], pairs: [0])
    let base = PersonLinks(Sample.dataset([mentor, mentee])).base(of: [0, 1, 2, 3], in: mentor)
    #expect(base.partnerCount == 4)
  }

  /// The mentor of an unlinked mentee may be one who answered for another mentee.
  @Test func anUnknownMentorIsNoFurtherMentor() {
    let (mentor, _) = nested
    let mentee = Sample.form(
      [SampleColumn("e", [1, 2, 3, 4])], id: "mentee", persons: [0, 1, 2, 3], pairs: [0, 3, 4, 5])
    let links = PersonLinks(Sample.dataset([mentor, mentee]))
    #expect(links.base(of: [0, 1, 2, 3], in: mentee).partnerCount == 2)
    #expect(links.base(of: [2, 3], in: mentee).partnerCount == 1)
  }

  /// Two mentors: the first with three mentees, the second with one.
  private func clusters(
    _ mentor: FormResponses, _ form: FormResponses, rows: [Int32]
  ) -> [Int]? {
    let forms = mentor.form.id == form.form.id ? [mentor, nested.1] : [mentor, form]
    return PersonLinks(Sample.dataset(forms)).groups(of: rows, in: form).clusters(of: rows)
  }

  /// Mentees of one mentor, and through a mentee of two mentors these.
  @Test func rowsThatShareSomebodyAreOneGroup() {
    let (mentor, mentee) = nested
    #expect(clusters(mentor, mentee, rows: [0, 1, 2, 3]) == [0, 0, 0, 1])
    #expect(clusters(mentor, mentor, rows: [3, 0]) == [0, 1])
    let shared = Sample.form(
      [SampleColumn("e", [1, 2, 3, 4])], id: "mentee", persons: [0, 1, 2, 0], pairs: [0, 1, 2, 3])
    #expect(clusters(mentor, shared, rows: [0, 1, 2, 3]) == [0, 0, 0, 0])
  }

  @Test func anUnknownMentorMayBeAnybody() {
    let mentor = Sample.form(
      [SampleColumn("m", [1, 2])], id: "mentor", persons: [0, 0], pairs: [2, 3])
    #expect(clusters(mentor, nested.1, rows: [0, 2, 3]) == nil)
    #expect(clusters(mentor, nested.1, rows: [2, 3]) == [0, 0])
  }

  private var nested: (FormResponses, FormResponses) {
    (
      Sample.form(
        [SampleColumn("m", [1, 2, 3, 4])], id: "mentor", persons: [0, 0, 0, 1], pairs: [0, 1, 2, 3]),
      Sample.form(
        [SampleColumn("e", [1, 2, 3, 4])], id: "mentee", persons: [0, 1, 2, 3], pairs: [0, 1, 2, 3])
    )
  }
}
