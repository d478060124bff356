import NumericCore
import SurveyModel

/// The groups of one form's rows, and the data behind statistics of them.
///
/// Where each row is a person of its own and statistics are of single items, one pass over the
/// cells counts all groups; else the rows of each group are listed.
final class FormGroups {
  let responses: FormResponses
  private let grouped: GroupedRows
  private let places: [UInt16]
  private let tallies: [String: GroupTallies]
  private let form: Int
  /// True where counts of answers are enough.
  let isSimple: Bool

  init(_ responses: FormResponses, grouped: GroupedRows, form: Int, calls: [BoundCall]) {
    self.responses = responses
    self.grouped = grouped
    self.form = form
    places = grouped.places[form]
    let rowsArePersons = responses.pairs == nil && responses.personCount == responses.rowCount
    let items = calls.compactMap(\.talliedItem)
    isSimple = rowsArePersons && items.count == calls.count
    let count = grouped.groups.count
    tallies =
      isSimple
      ? Dictionary(
        items.map {
          ($0.id, GroupTallies($0, in: responses, places: grouped.places[form], groupCount: count))
        }, uniquingKeysWith: { first, _ in first }) : [:]
  }

  /// The rows of each group.
  private(set) lazy var rows: [[Int32]] = grouped.rows(ofForm: form)

  private lazy var sizes: [Int] = {
    // A tally counts every row of a group, those without an answer among them.
    if isSimple, let tally = tallies.values.first {
      return grouped.groups.indices.map(tally.rowCount)
    }
    var sizes = [Int](repeating: 0, count: grouped.groups.count + 1)
    sizes.withUnsafeMutableBufferPointer { sizes in
      for place in places { sizes[Int(place)] &+= 1 }
    }
    return sizes.dropLast()
  }()

  /// The groups that have rows, those with most first.
  var groupsBySize: [Int] {
    sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }

  /// Everyone in a group.
  func base(ofGroup group: Int, _ links: PersonLinks) -> Base {
    isSimple ? .ofPersons(sizes[group]) : links.base(of: rows[group], in: responses)
  }

  /// Those of a group who enter a statistic.
  func base(ofGroup group: Int, answering call: BoundCall, _ links: PersonLinks) -> Base {
    if isSimple, let item = call.talliedItem,
      let tally = try? tallies[item.id]?.tally(ofGroup: group)
    {
      return .ofPersons(tally.validCount)
    }
    let answered = answered(call)
    return links.base(
      of: counted(call, group).filter { answered[Int($0)] }, in: responses)
  }

  /// The data of a group.
  func input(
    of call: BoundCall, group: Int, codebook: Codebook
  ) throws(NumericError) -> StatisticInput {
    if isSimple, let item = call.talliedItem,
      let tally = try tallies[item.id]?.tally(ofGroup: group)
    {
      return call.definition.input == .share
        ? try call.share(of: tally, item, codebook) : .tally(tally)
    }
    return try call.input(rows: counted(call, group), in: responses, codebook: codebook)
  }

  private func counted(_ call: BoundCall, _ group: Int) -> [Int32] {
    call.counted(rows[group], in: responses, answered: answered(call))
  }

  private var known: [String: [Bool]] = [:]

  private func answered(_ call: BoundCall) -> [Bool] {
    if let flags = known[call.shown] { return flags }
    let flags = call.answered(in: responses)
    known[call.shown] = flags
    return flags
  }
}

extension BoundCall {
  /// The one item whose tally is all that the statistic needs; nil where it needs more.
  var talliedItem: Item? {
    guard [.column, .share].contains(definition.input), targets.count == 1,
      case .item(let item) = targets[0]
    else { return nil }
    return item
  }
}

extension Base {
  /// So many rows, each a person of its own without a partner.
  static func ofPersons(_ count: Int) -> Base {
    Base(
      rowCount: count, personCount: count, partnerCount: nil,
      largestShare: count == 0 ? 0 : 1 / Double(count), repeatsPersons: false,
      repeatsPartners: false)
  }
}
