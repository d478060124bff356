// usage: query-benchmark STUDY ROUNDS; STUDY is the folder that Benchmarks/run makes, with study.yaml and
// responses.csv. Prints CPU seconds (user and system): the first answer from the file, then each question
// over the virtual tables and over an ordinary SQLite table of the same columns in memory.
import CSurveyTable
import Glibc
import SurveyAnalysis
import SurveyIngest
import SurveyQuery

guard CommandLine.arguments.count == 3, let rounds = Int(CommandLine.arguments[2]), rounds > 0
else {
  print("usage: query-benchmark STUDY ROUNDS")
  exit(64)
}
do {
  let folder = CommandLine.arguments[1]
  let session = try firstAnswer(of: folder)
  try GroupTiming(
    dataset: StudyLoader.load(path: "\(folder)/study.yaml").dataset, rounds: rounds * 4
  ).run()
  let table = try NativeTable(csv: "\(folder)/responses.csv")
  for question in Question.all { try compare(question, session, table, rounds: rounds) }
} catch {
  print(error)
  exit(65)
}

/// Reads the study and asks once, as `abacus query` does.
func firstAnswer(of folder: String) throws -> QuerySession {
  let start = cpuSeconds()
  let study = try StudyLoader.load(path: "\(folder)/study.yaml")
  let loaded = cpuSeconds()
  let session = try QuerySession(
    QueryData(dataset: study.dataset, findings: study.findings, confidenceLevel: 0.95))
  let opened = cpuSeconds()
  let answer = try session.run(Question.all[0].own)
  let end = cpuSeconds()
  print("first answer from the file  \(rounded(end - start)) s, \(answer.rows.count) rows")
  print("  reading the study         \(rounded(loaded - start)) s")
  print("  opening the session       \(rounded(opened - loaded)) s")
  print("  the question              \(rounded(end - opened)) s")
  return session
}

func compare(_ question: Question, _ session: QuerySession, _ table: NativeTable, rounds: Int)
  throws
{
  var own: [Double] = []
  var native: [Double] = []
  for _ in 0..<rounds {
    var start = cpuSeconds()
    let rows = try session.run(question.own).rows.count
    own.append(cpuSeconds() - start)
    start = cpuSeconds()
    let others = try table.rowCount(of: question.native)
    native.append(cpuSeconds() - start)
    precondition(rows == others, "\(rows) rows, and \(others) of the ordinary table")
  }
  let (one, other) = (median(own), median(native))
  print(
    "\(question.name)  \(rounded(one)) s, native \(rounded(other)) s, ratio \(rounded(one / other))"
  )
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

func cpuSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
  return Double(seconds) + Double(microseconds) / 1e6
}
