import Foundation
import TestEffort
import Testing

@testable import Register

/// The process is killed at random moments while it writes, again and again.
@Suite struct TortureTests {
    /// Lives of a register; thousands of kills are `make test-all`'s.
    private static let registers = Effort.count(2, full: 50)
    private static let kills = 25
    private static let writers = 6

    @Test func `Killed again and again, every confirmed act is there once and nothing half-written`() throws {
        // Each register is killed so often: a full one makes every start slower.
        for _ in 0..<Self.registers {
            let folder = TemporaryFolder()
            try ActLog.create(folder: folder.path, conference: "crm")
            var confirmed = [Int](repeating: 0, count: Self.writers)
            for number in 0..<Self.kills {
                try run(folder, number, &confirmed)
                if number == 12 { try examine(folder, confirmed) }
            }
            try examine(folder, confirmed)
            #expect(confirmed.reduce(0, +) > 50)
        }
    }

    /// One life of the process, from its start to its kill; counts what it confirmed.
    private func run(_ folder: TemporaryFolder, _ number: Int, _ confirmed: inout [Int]) throws {
        let child = try Child(arguments: ["write", folder.path] + confirmed.map(String.init))
        var lines: [String] = []
        if number % 5 == 4 {
            // While it opens, or just after.
            usleep(.random(in: 0..<60_000))
        } else {
            lines += [child.line()].compactMap { $0 }
            usleep(.random(in: 0..<40_000))
        }
        kill(child.process.processIdentifier, SIGKILL)
        lines += child.finish().lines
        for line in lines {
            let words = line.split(separator: " ")
            switch words.first {
            case "ack":
                guard words.count == 3, let writer = Int(words[1]), let counter = Int(words[2]) else {
                    continue
                }
                // Each writer confirms in order, across its lives.
                #expect(counter == confirmed[writer])
                confirmed[writer] = counter + 1
            case "ready": continue
            default: Issue.record("\(line)")
            }
        }
    }

    private func examine(_ folder: TemporaryFolder, _ confirmed: [Int]) throws {
        let log = try ActLog.open(folder: folder.path, access: .write)
        defer { log.close() }
        var ids: [String] = []
        let end = try log.replay { ids += $0.map(\.content.id) }
        #expect(end.size == ids.count && Set(ids).count == ids.count)
        guard case .holds(let report) = try log.verify() else {
            Issue.record("the tree doesn't verify after the kills")
            return
        }
        #expect(report.size == ids.count)
        for writer in 0..<Self.writers {
            // In order, without gaps, batches whole; at most one batch more than was confirmed.
            let own = ids.filter { $0.hasPrefix("\(writer)-") }
            let expected = { (count: Int) in (0..<count).flatMap { Self.ids(writer, $0) } }
            #expect(
                own == expected(confirmed[writer]) || own == expected(confirmed[writer] + 1),
                "writer \(writer) confirmed \(confirmed[writer]) batches and has \(own.suffix(4))")
        }
    }

    /// The acts of a batch, as the tool names them.
    private static func ids(_ writer: Int, _ counter: Int) -> [String] {
        counter.isMultiple(of: 3)
            ? (0..<3).map { "\(writer)-\(counter)-\($0)" } : ["\(writer)-\(counter)-0"]
    }
}
