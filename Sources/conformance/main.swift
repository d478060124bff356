import ConformanceKit
import Foundation

exit(Conformance.main(Array(CommandLine.arguments.dropFirst())))
