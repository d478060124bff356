import TestSupport
import Testing

/// A question with several options whose columns have another name than the codebook says.
@Suite struct MultiSelectRunTests {
  private func study(columns: String = "") throws -> StudyFolder {
    try StudyFolder(files: [
      "codebook.yaml": """
      schema: abacus.codebook/1
      instrument: {id: t, title: T}
      response_scales: {r: {kind: numeric, minimum: 0, maximum: 10}}
      forms:
        m:
          items: [{id: A, stem: S, response_scale: r}]
          multi_select: [{id: topics, stem: Q, options: [{code: a, label: "Exams"}, {code: b, label: "Jobs"}]}]
      """, "a.csv": "A,TOPIX_1,TOPIX_2\n3,Exams,Jobs\n4,,Jobs\n",
      "study.yaml":
        "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources:\n  - {file: a.csv, form: m\(columns)}\n",
    ])
  }

  @Test func theNameOfAllItsColumnsIsSuggested() throws {
    let run = try study().run("describe", "study.yaml")
    #expect(run.status == 65)
    #expect(
      run.errorLines == [
        "a.csv:1: error: no column for the multi-select question `topics` (looked for `topics`, or one column for each option such as `topics_a`); the nearest name is `TOPIX`; write `columns: {topics: TOPIX}` at this source [missing-column]"
      ])
    #expect(
      try study(columns: ", columns: {topics: TOPIX}").run("describe", "study.yaml").status == 0)
  }

  /// Two questions may be called so, each with all its answers in one column.
  @Test func questionsThatAreNumberedAreNotPartsOfOne() throws {
    let options = "options: [{code: a, label: \"Exams\"}, {code: b, label: \"Jobs\"}]"
    let study = try StudyFolder(files: [
      "codebook.yaml": """
      schema: abacus.codebook/1
      instrument: {id: t, title: T}
      response_scales: {r: {kind: numeric, minimum: 0, maximum: 10}}
      forms:
        m:
          items: [{id: A, stem: S, response_scale: r}]
          multi_select: [{id: Q_1, stem: Q, \(options)}, {id: Q_2, stem: R, \(options)}]
      """, "a.csv": "A,Q_1,Q_2,V_1\n3,\"Exams,Jobs\",Jobs,x\n4,Jobs,Exams,y\n",
      "study.yaml":
        "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources:\n  - {file: a.csv, form: m, columns: {Q_1: Q_1}}\n",
    ])
    #expect(try study.run("describe", "study.yaml").status == 0)
  }

  /// Else the ticks of the other options would be lost.
  @Test func oneOfItsColumnsIsNotTakenForAll() throws {
    let run = try study(columns: ", columns: {topics: TOPIX_1}").run("describe", "study.yaml")
    #expect(run.status == 65)
    #expect(
      run.errorLines == [
        "study.yaml:5:5: error: `TOPIX_1` is one of several columns of the multi-select question `topics`; write `columns: {topics: TOPIX}` at this source, which stands for all of them [missing-column]"
      ])
  }
}
