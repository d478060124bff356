/// Sentences for answers to open questions, written for this purpose.
///
/// `{other}` stands for the other side of the mentorship, `{name}` and `{mail}` for an invented
/// person.
enum SentenceBank {
  /// What one wishes to have known.
  static let lessons = [
    "I wish someone had told me that the first meeting is for listening, not for plans.",
    "That it is fine to say \"I don't know\" to a {other}.",
    "How much a short agenda helps, even three lines on a card.",
    "Write down what was agreed; memory is kinder than the calendar.",
    "Nobody explained what the programme expects, so we guessed.",
    "That goals change after a few months, and that this is no failure.",
    "I would have asked earlier how often we should meet, where, and who sends the invitation.",
    "A list of do's and don'ts would have saved us a month.",
    "That a mentorship is not supervision under another name.",
    "It takes longer than one expects before the honest talk begins.",
  ]

  /// What was worth it.
  static let moments = [
    "We rehearsed a difficult talk, and it went well the next day.",
    "The abstract was accepted; we had rewritten it four times.",
    "My {other} said: \"You already know what you want, you only need to say it.\"",
    "A quiet half hour after a bad night on call mattered more than any advice.",
    "I now prepare for meetings, which I never did before.",
    "We found out that we had both nearly left the job, and why we stayed.",
    "I was introduced to a group in another department, and we share a project now.",
    "Small things: a message before the exam, a coffee after it.",
    "Seeing a plan on paper turn into a rotation abroad.",
    "I ask better questions, of patients too.",
  ]

  /// What is hard.
  static let difficulties = [
    "Time. Always time.",
    "Our rotas hardly ever match, so we meet in corridors.",
    "Protected time exists on paper only; the ward calls, and the meeting is gone.",
    "My {other} works at another site, and video is a poor substitute.",
    "It is unclear who decides when the mentorship ends.",
    "I never know whether I may bring up problems at home.",
    "We get on well, but our interests differ; a better match would need more choice.",
    "The programme should count mentoring hours, or at least see them.",
    "A room would help, one with a door.",
    "I hesitate to write again when no answer comes.",
    "The line between giving advice and giving orders is thin.",
  ]

  /// Answers that leave nothing to add.
  static let nothing = [
    "Nothing so far, to be honest.", "Nothing.", "n/a", "No complaints here :-)",
  ]

  /// Sentences that name somebody, for tools that must find such places.
  static let naming = [
    "{name} from the office sorted it out, and I am grateful.",
    "Please write to {mail} if you want to know more.",
    "I owe this to {name}, who was patient with me.",
    "Ask {name} ({mail}) about the room.",
  ]

  /// Invented persons with addresses of reserved domains (RFC 2606).
  static let people = [
    ("Odalys Brambleworth", "o.brambleworth@example.org"),
    ("Tamsin Quillfeather", "tamsin.quillfeather@example.com"),
    ("Dr. Ferdinand Oakshade", "f.oakshade@example.org"),
    ("Ilse Vantongeren", "ilse@example.com"),
  ]
}
