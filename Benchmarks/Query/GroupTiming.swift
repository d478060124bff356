import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// Times a question by groups, as `abacus query` answers it, beside the least that it could take.
struct GroupTiming {
  let dataset: SurveyDataset
  let rounds: Int

  static let text = "mean(eng01), sd(eng01) where cohort = 2023 by site, role"

  func run() throws {
    let own = try seconds { try answer().rows.count }
    let bare = try seconds { bareCounts().count { $0 > 0 } }
    print(
      "by groups, natively          \(rounded(own)) s, one bare pass \(rounded(bare)) s, ratio \(rounded(own / bare))"
    )
  }

  private func seconds(_ work: () throws -> Int) throws -> Double {
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = cpuSeconds()
      guard try work() > 0 else { continue }
      times.append(cpuSeconds() - start)
    }
    return median(times)
  }

  private func answer() throws -> QueryTable {
    var nothing: PublishedGroups?
    return try GroupAnswers(GroupQuestion(Self.text), of: dataset, rule: .default)
      .table(publishing: &nothing)
  }

  /// Counts of answers by site and role in one cohort, and nothing else.
  private func bareCounts() -> [Int32] {
    let form = dataset.forms[0]
    guard let site = form.categories["site"], let role = form.categories["role"],
      let cohort = form.categories["cohort"], let item = form.items["eng01"],
      let year = cohort.categories.firstIndex(of: "2023")
    else { return [] }
    let width = role.categories.count + 1
    var counts = [Int32](repeating: 0, count: 256 * (site.categories.count + 1) * width)
    let sought = Int32(year)
    counts.withUnsafeMutableBufferPointer { counts in
      site.cells.withUnsafeBufferPointer { site in
        role.cells.withUnsafeBufferPointer { role in
          cohort.cells.withUnsafeBufferPointer { cohort in
            item.cells.withUnsafeBufferPointer { cells in
              for row in 0..<cells.count where cohort[row] == sought {
                let group = Int(site[row] &+ 1) &* width &+ Int(role[row] &+ 1)
                counts[group << 8 | Int(cells[row])] &+= 1
              }
            }
          }
        }
      }
    }
    return counts
  }
}
