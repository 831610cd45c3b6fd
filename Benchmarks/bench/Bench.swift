import ArgumentParser
import BenchHarness
import Foundation

/// `bench`: runs the groups and prints the table.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures Puebla, each row against a yardstick of the same run.",
        discussion: "Example: bench --only sqlite --rounds 9")

    @Option(help: "Only the groups of this name; may be given more than once.")
    var only: [String] = []

    @Option(help: "How often each side of a row runs; the medians count.")
    var rounds = 5

    @Option(help: "Where the data lies while it is measured: on a real disk.")
    var folder = ".build/bench"

    @Flag(help: "Run each side of each row once, on as little as does, to see that all of it runs.")
    var smoke = false

    mutating func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1.") }
        let names = allGroups.map(\.name)
        if let unknown = only.first(where: { !names.contains($0) }) {
            throw ValidationError(
                "No group is called \(unknown); there are: \(names.joined(separator: ", ")).")
        }
    }

    mutating func run() async throws {
        let groups = allGroups.filter { only.isEmpty || only.contains($0.name) }
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let results = try await measure(groups, rounds: rounds, isSmoke: smoke, in: folder) { result in
            FileHandle.standardError.write(Data("measured: \(result.name)\n".utf8))
        }
        if smoke { return print("\(results.count) rows of \(groups.count) groups ran") }
        print("\(ProcessInfo.processInfo.activeProcessorCount) cores, medians of \(rounds) rounds in turns")
        print(table(results), terminator: "")
        let missed = results.filter { $0.keepsLimit == false }.count
        if missed > 0 {
            print("\(missed) of \(results.count) rows miss their limit")
            throw ExitCode(1)
        }
    }
}
