import BenchHarness
import Conference
import Foundation
import Register
import Secretariat

extension LargeRegister {
    /// Opens it from its snapshot, as a server or a reading command does.
    func openFromSnapshot() throws {
        let (log, opening) = try Office.read(folder: folder)
        defer { log.close() }
        guard opening.state.sequence == size, opening.replayed == 0 else {
            throw Founded.Failure(
                description: "\(folder): opened at \(opening.state.sequence), \(opening.replayed) replayed")
        }
    }

    /// Opens it without a snapshot: every act read, verified, decoded and applied.
    func rebuild() throws {
        let log = try ActLog.open(folder: folder, access: .read, snapshotFormat: nil)
        defer { log.close() }
        let opening = try Secretariat.Opening(log)
        guard opening.state.sequence == size, opening.replayed == size else {
            throw Founded.Failure(description: "\(folder): rebuilt to \(opening.state.sequence)")
        }
    }

    /// What `puebla verify` does.
    func verify() throws {
        let log = try ActLog.open(folder: folder, access: .read)
        defer { log.close() }
        guard case .holds(let report) = try log.verify(), report.size == size else {
            throw Founded.Failure(description: "\(folder) doesn't verify")
        }
    }
}

extension Group {
    /// Registers of 100,000 and 1,000,000 acts, opened both ways and verified.
    static let opening = Group("opening") { setting in
        let kept =
            setting.isSmoke
            ? setting.folder
            : setting.folder.deletingLastPathComponent()
                .appendingPathComponent("registers", isDirectory: true)
        let small = try await LargeRegister.prepared(setting.count(100_000, smoke: 2_000), in: kept)
        let large = try await LargeRegister.prepared(setting.count(1_000_000, smoke: 3_000), in: kept)
        let goal = Contender.fixed("goal", 80_000, .perSecond)
        return OpenedGroup(rows: [
            Row(
                "100,000 acts opened from a snapshot",
                measured: .seconds("open") { try small.openFromSnapshot() },
                against: .fixed("goal", 0.2, .seconds), .atMost(1)),
            Row(
                "1,000,000 acts opened from a snapshot",
                measured: .seconds("open") { try large.openFromSnapshot() },
                against: .fixed("goal", 2, .seconds), .atMost(1)),
            Row(
                "100,000 acts rebuilt",
                measured: .operations("open", count: small.size) { try small.rebuild() },
                against: goal, .atLeast(1), rounds: .atMost(3)),
            Row(
                "1,000,000 acts rebuilt",
                measured: .operations("open", count: large.size) { try large.rebuild() },
                against: goal, .atLeast(1), rounds: .atMost(3)),
            Row(
                "100,000 acts verified",
                measured: .operations("verify", count: small.size) { try small.verify() },
                against: goal, .atLeast(1), rounds: .atMost(3)),
        ])
    }
}
