// usage: ingest-benchmark FILE RUNS; prints the CPU seconds (user + system) of each run, from
// opening the file to a complete table.
import Glibc
import SurveyIngest

func cpuSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
  return Double(seconds) + Double(microseconds) / 1e6
}

guard CommandLine.arguments.count == 3, let runs = Int(CommandLine.arguments[2]) else {
  print("usage: ingest-benchmark FILE RUNS")
  exit(64)
}
do {
  for _ in 0..<runs {
    let start = cpuSeconds()
    let table = try CSVReader.read(path: CommandLine.arguments[1])
    let seconds = cpuSeconds() - start
    precondition(table.rowCount > 0)
    print((seconds * 1000).rounded() / 1000)
  }
} catch {
  print(error)
  exit(65)
}
