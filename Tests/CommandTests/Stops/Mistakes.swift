import Testing

/// Some mistakes in the files of `StopStudy`, and what is said of them.
struct Mistakes: CustomTestStringConvertible {
  let testDescription: String
  let changes: [(file: String, old: String, new: String)]
  let lines: [String]

  init(_ name: String, _ changes: [(String, String, String)], _ lines: [String]) {
    (testDescription, self.lines) = (name, lines)
    self.changes = changes.map { (file: $0.0, old: $0.1, new: $0.2) }
  }
}

extension Mistakes {
  /// Every kind that a codebook or study file can hold.
  static let all = [
    Mistakes(
      "unknown keys with the nearest",
      [
        (
          "codebook.yaml", "stem: \"First\", response_scale: agree}\n      - {id: MB",
          "stme: \"First\", response_scale: agree}\n      - {id: MB"
        ),
        ("codebook.yaml", "domains:", "domians:"),
        ("codebook.yaml", "title: \"Small\"", "titel: \"Small\""),
      ],
      [
        "codebook.yaml:8:1: error: the codebook has no key `domians`; did you mean `domains`? [unknown-key]",
        "codebook.yaml:2:25: error: the instrument has no key `titel`; did you mean `title`? [unknown-key]",
        "codebook.yaml:12:18: error: an item of form `mentor` has no key `stme`; did you mean `stem`? [unknown-key]",
        "codebook.yaml:2:13: error: the instrument has no `title`; add it [missing-key]",
        "codebook.yaml:12:9: error: an item of form `mentor` has no `stem`; add it [missing-key]",
        "codebook.yaml:16:18: error: scale `MS` names the domain `B`, which is not defined; none is defined; define it first [unknown-reference]",
      ]),
    Mistakes(
      "an unknown key without a near one",
      [
        ("study.yaml", "title: \"Small\"", "title: \"Small\"\nxyzzy: 1")
      ],
      [
        "study.yaml:3:1: error: the study has no key `xyzzy`; the keys here are `schema`, `title`, `subtitle`, `notice`, `codebook`, `waves`, `sources`, `invited`, `disclosure`, `access`, `report`, `schedule`, `alerts`, `hooks` [unknown-key]"
      ]),
    Mistakes(
      "a schedule that is never due, with a wait that is no time",
      [
        (
          "study.yaml", "title: \"Small\"",
          "title: \"Small\"\nschedule: {when: 0 7 30 2 *, backoff: soon}"
        )
      ],
      [
        "study.yaml:3:39: error: `backoff` of `schedule` can't be `soon`; write a number and a unit, as `10 minutes` (seconds, minutes, hours, days, weeks) [wrong-type]",
        "study.yaml:3:18: error: this schedule is never due: no month it names has such a day; correct the day of the month or the month [wrong-value]",
      ]),
    Mistakes(
      "an item in two scales",
      [
        (
          "codebook.yaml", "items: [MA, MB]}",
          "items: [MA, MB]}\n      - {id: MT, items: [MB, MA]}\n      - {id: MU, items: [MC, MC]}"
        )
      ],
      [
        "codebook.yaml:18:25: error: scale `MU` scores `MC`, whose response scale is nominal; make it ordinal [wrong-value]",
        "codebook.yaml:17:26: error: item `MB` is in the scales `MS` and `MT`; keep it in one, or use a pair scale [item-in-two-scales]",
        "codebook.yaml:17:30: error: item `MA` is in the scales `MS` and `MT`; keep it in one, or use a pair scale [item-in-two-scales]",
        "codebook.yaml:18:30: error: scale `MU` lists item `MC` twice; keep one [item-in-two-scales]",
      ]),
    Mistakes(
      "a reverse key without limits",
      [
        ("codebook.yaml", "response_scale: place}", "response_scale: place, reverse: true}")
      ],
      [
        "codebook.yaml:14:65: error: item `MC` is reverse-keyed, but response scale `place` is nominal and has no limits; remove `reverse` or make the scale ordinal [reverse-without-limits]"
      ]),
    Mistakes(
      "codes and values outside",
      [
        ("codebook.yaml", "anchors: {1: \"Low\"}", "anchors: {0: \"None\", 11: \"All\", x: \"?\"}"),
        ("codebook.yaml", "is: [\"1\"]", "is: [\"3\"]"),
      ],
      [
        "codebook.yaml:6:59: error: the anchor `0` of response scale `ten` is no number from 1 to 10 with a text; correct it [wrong-value]",
        "codebook.yaml:6:70: error: the anchor `11` of response scale `ten` is no number from 1 to 10 with a text; correct it [wrong-value]",
        "codebook.yaml:6:81: error: the anchor `x` of response scale `ten` is no number from 1 to 10 with a text; correct it [wrong-value]",
        "codebook.yaml:19:87: error: `ask_if` of an item of form `mentee` names the value `3`, which is not defined; did you mean `1`? [unknown-reference]",
      ]),
    Mistakes(
      "keys written twice, quoted ones too",
      [
        ("codebook.yaml", "- {id: n,", "- {id: n, \"id\": m, 'label': \"x\","),
        ("codebook.yaml", "instrument: {id: small,", "instrument: {id: small, id: large,"),
        (
          "codebook.yaml", "domains: {B: {name: \"Benefits\"}}",
          "domains: {B: {name: \"Benefits\"}, \"B\": {name: \"x\", \"titel\": 1}}"
        ),
      ],
      [
        "codebook.yaml:2:25: error: the instrument has the key `id` twice; remove one of them [duplicate-key]",
        "codebook.yaml:8:34: error: `domains` of the codebook has the key `B` twice; remove one of them [duplicate-key]",
        "codebook.yaml:24:13: error: an attribute has the key `id` twice; remove one of them [duplicate-key]",
        "codebook.yaml:24:36: error: an attribute has the key `label` twice; remove one of them [duplicate-key]",
      ]),
    Mistakes(
      "names that nothing bears",
      [
        ("codebook.yaml", "items: [MA, MB]", "items: [MA, MX]"),
        ("codebook.yaml", "domain: B,", "domain: X,"),
        ("codebook.yaml", "mentee: EA}", "mentee: EX}"),
        ("codebook.yaml", "response_scale: place", "response_scale: palce"),
        ("codebook.yaml", "attribute: year", "attribute: yaer"),
      ],
      [
        "codebook.yaml:16:18: error: scale `MS` names the domain `X`, which is not defined; did you mean `B`? [unknown-reference]",
        "codebook.yaml:14:33: error: item `MC` names the response scale `palce`, which is not defined; did you mean `place`? [unknown-reference]",
        "codebook.yaml:16:41: error: scale `MS` names the item `MX`, which is not defined; did you mean `MA`? [unknown-reference]",
        "codebook.yaml:19:65: error: an item of form `mentee` names the category attribute `yaer`, which is not defined; did you mean `year`? [unknown-reference]",
        "codebook.yaml:22:67: error: pair item `P` names the question `EX`, which is not defined; did you mean `EA`? [unknown-reference]",
      ]),
    Mistakes(
      "scales made of themselves",
      [
        (
          "codebook.yaml", "items: [MA, MB]}",
          "items: [MA, MB]}\n      - {id: MT, subscales: [MT]}\n      - {id: MU, subscales: [MV, MS]}\n      - {id: MV, subscales: [MU]}"
        )
      ],
      [
        "codebook.yaml:17:30: error: scale `MT` is made of `MT`, which has subscales itself; name scales of items only [cyclic-reference]",
        "codebook.yaml:18:30: error: scale `MU` is made of `MV`, which has subscales itself; name scales of items only [cyclic-reference]",
        "codebook.yaml:19:30: error: scale `MV` is made of `MU`, which has subscales itself; name scales of items only [cyclic-reference]",
      ]),
    Mistakes(
      "values of another type",
      [
        ("codebook.yaml", "waves: [early, late]", "waves: early"),
        ("codebook.yaml", "code: 1, label: Never", "code: one, label: [Never]"),
        ("codebook.yaml", "required: true", "required: maybe"),
        ("codebook.yaml", "minimum: 1,", "minimum: 1.5,"),
        ("codebook.yaml", "instrument: {id: small, title: \"Small\"}", "instrument: small"),
      ],
      [
        "codebook.yaml:2:13: error: the instrument is a single value; write keys with values, such as `id: …` [wrong-type]",
        "codebook.yaml:3:8: error: `waves` of the codebook is a single value; write a list [wrong-type]",
        "codebook.yaml:24:57: error: `required` of an attribute is neither true nor false; write true or false [wrong-type]",
        "codebook.yaml:5:40: error: `label` of an option of response scale `agree` is a list; write a single value [wrong-type]",
        "codebook.yaml:5:28: error: `code` of an option of response scale `agree` is not a whole number; write digits only [wrong-type]",
        "codebook.yaml:6:33: error: `minimum` of response scale `ten` is not a whole number; write digits only [wrong-type]",
      ]),
    Mistakes(
      "values of another type in a study",
      [
        ("study.yaml", "codebook: codebook.yaml", "codebook: [codebook.yaml]"),
        (
          "study.yaml", "title: \"Small\"",
          "title: {a: b}\ninvited: {mentor: many}\ndisclosure: [1]\nreport: {confidence_level: high}"
        ),
      ],
      [
        "study.yaml:2:8: error: `title` of the study is keys with values; write a single value [wrong-type]",
        "study.yaml:6:11: error: `codebook` of the study is a list; write a single value [wrong-type]",
        "study.yaml:3:19: error: `invited` for `mentor` is not a whole number; write how many were invited [wrong-type]",
        "study.yaml:4:13: error: `disclosure` is a list; write keys with values, such as `minimum: …` [wrong-type]",
        "study.yaml:5:28: error: `confidence_level` of `report` is not a number; write it as 0.5 [wrong-type]",
      ]),
    Mistakes(
      "empty lists",
      [
        ("codebook.yaml", "items: [MA, MB]", "items: []"),
        (
          "codebook.yaml", "options: [{code: 1, label: Town}, {code: 2, label: Land}]",
          "options: []"
        ),
        ("codebook.yaml", "is: [\"1\"]", "is: []"),
        ("codebook.yaml", "waves: [early, late]", "waves: []"),
        ("codebook.yaml", "domains: {B: {name: \"Benefits\"}}", "domains: {}"),
      ],
      [
        "codebook.yaml:7:35: error: response scale `place` has 0 readable options; it needs 2 to 200 [wrong-value]",
        "codebook.yaml:19:64: error: `ask_if` of an item of form `mentee` needs either `is` or `is_not`, a list [wrong-value]",
        "codebook.yaml:3:8: error: `waves` of the codebook is empty; add an element or remove the key [empty-list]",
        "codebook.yaml:8:10: error: `domains` of the codebook is empty; add an element or remove the key [empty-list]",
        "codebook.yaml:7:35: error: `options` of response scale `place` is empty; add an element or remove the key [empty-list]",
        "codebook.yaml:16:36: error: `items` of a scale of form `mentor` is empty; add an element or remove the key [empty-list]",
        "codebook.yaml:19:86: error: `is` of `ask_if` of an item of form `mentee` is empty; add an element or remove the key [empty-list]",
        "codebook.yaml:16:18: error: scale `MS` names the domain `B`, which is not defined; none is defined; define it first [unknown-reference]",
      ]),
    Mistakes(
      "no sources",
      [
        (
          "study.yaml",
          "sources:\n  - {file: mentors.csv, form: mentor, wave: early}\n  - {file: mentees.csv, form: mentee, wave: early}\n",
          "sources: []\n"
        )
      ],
      [
        "study.yaml:4:10: error: `sources` of the study is empty; add an element or remove the key [empty-list]"
      ]),
    Mistakes(
      "ids used twice",
      [
        ("codebook.yaml", "{id: MB, stem", "{id: MA, stem"),
        ("codebook.yaml", "{id: EB, stem", "{id: MC, stem"),
        ("codebook.yaml", "waves: [early, late]", "waves: [early, early]"),
        ("codebook.yaml", "{id: year,", "{id: n,"),
      ],
      [
        "codebook.yaml:3:16: error: wave `early` is listed twice; remove one of them [duplicate-id]",
        "codebook.yaml:26:10: error: attribute `n` is described twice; remove one of them [duplicate-id]",
        "codebook.yaml:13:10: error: the id `MA` is already used (line 12); give each item and question its own [duplicate-id]",
        "codebook.yaml:20:10: error: the id `MC` is already used (line 14); give each item and question its own [duplicate-id]",
        "codebook.yaml:16:41: error: scale `MS` names the item `MB`, which is not defined; did you mean `MA`? [unknown-reference]",
        "codebook.yaml:19:65: error: an item of form `mentee` names the category attribute `year`, which is not defined; none is defined; define it first [unknown-reference]",
      ]),
    Mistakes(
      "options that mean two things",
      [
        ("codebook.yaml", "code: 2, label: Often", "code: 1, label: Often"),
        ("codebook.yaml", "label: Land", "label: Town"),
      ],
      [
        "codebook.yaml:5:10: error: response scale `agree` has the code 1 twice; give each option its own [ambiguous-option]",
        "codebook.yaml:7:10: error: in response scale `place` the text \"Town\" means the codes 1 and 2; keep one [ambiguous-option]",
      ]),
    Mistakes(
      "a source that names no form and no wave",
      [
        ("study.yaml", "form: mentor,", "form: metnor,"),
        ("study.yaml", "wave: early}\n  - {file: mentees", "wave: erly}\n  - {file: mentees"),
      ],
      [
        "study.yaml:5:5: error: the source names the form `metnor`, which is not defined; did you mean `mentor`? [unknown-reference]",
        "study.yaml:5:5: error: the source names the wave `erly`, which is not defined; did you mean `early`? [unknown-reference]",
      ]),
    Mistakes(
      "sections that do not exist",
      [
        ("study.yaml", "title: \"Small\"", "titel: \"Small\"\nreport: {sections: [summry, items]}")
      ],
      [
        "study.yaml:2:1: error: the study has no key `titel`; did you mean `title`? [unknown-key]",
        "study.yaml:1:1: error: the study has no `title`; add it [missing-key]",
        "study.yaml:3:21: error: there is no section `summry`; did you mean `summary`? [wrong-value]",
        "study.yaml:3:29: error: there is no section `items`; the sections are summary, since-last-time, responses, domains, other-items, pairs, multi-select, open-questions, reliability, questions, methods, data-notes, glossary [wrong-value]",
      ]),
    Mistakes(
      "a study in place of the codebook",
      [
        ("study.yaml", "codebook: codebook.yaml", "codebook: study.yaml")
      ],
      [
        "study.yaml:1:1: error: this is a study file, not a codebook; give the file that its `codebook` names [wrong-kind]"
      ]),
    Mistakes(
      "a tab",
      [
        ("codebook.yaml", "  agree:", "\tagree:")
      ],
      [
        "codebook.yaml:5:1: error: a tab stands here, which YAML does not take as indentation; write spaces [invalid-yaml]"
      ]),
    Mistakes(
      "keys that are needed",
      [
        ("codebook.yaml", "{id: MA, ", "{"),
        ("codebook.yaml", "schema: abacus.codebook/1\n", ""),
        ("codebook.yaml", ", title: \"Small\"", ""),
      ],
      [
        "codebook.yaml:1:1: error: the codebook has no `schema`; add it [missing-key]",
        "codebook.yaml:1:13: error: the instrument has no `title`; add it [missing-key]",
        "codebook.yaml:11:9: error: an item of form `mentor` has no `id`; add it [missing-key]",
        "codebook.yaml:15:37: error: scale `MS` names the item `MA`, which is not defined; did you mean `MB`? [unknown-reference]",
        "codebook.yaml:21:55: error: pair item `P` names the question `MA`, which is not defined; did you mean `MB`? [unknown-reference]",
      ]),
    Mistakes(
      "a version to come",
      [
        ("codebook.yaml", "abacus.codebook/1", "abacus.codebook/9")
      ],
      [
        "codebook.yaml:1:9: error: `schema` is `abacus.codebook/9`, which this version can't read; write `abacus.codebook/1` [wrong-value]"
      ]),
  ]
}
