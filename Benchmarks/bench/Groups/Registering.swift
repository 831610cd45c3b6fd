import BenchHarness
import Charter
import Conference
import Foundation
import Register
import Secretariat
import Synchronization

/// Acts performed by the registrar of a founded register, each durable before it is answered.
private struct Registering: Sendable {
    let office: Office
    private let next = Counter()

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)
        func take() -> Int { value.add(1, ordering: .relaxed).oldValue }
    }

    init(folder: String) async throws {
        try await Founded.make(folder)
        office = try Office(folder: folder, logger: Founded.silent, clock: Founded.clock)
    }

    /// `writers` callers at once, each performing its share of `count` acts one after the other.
    /// - Returns: acts in a second.
    func perform(_ count: Int, writers: Int) async throws -> Double {
        let registrar = office.registrar
        // The conference's day, which at night is not UTC's: no act is dated ahead of it.
        let today = registrar.state.day(at: registrar.now)
        let before = registrar.state.sequence
        let clock = ContinuousClock()
        let started = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<writers {
                group.addTask {
                    for _ in 0..<count / writers {
                        let index = next.take()
                        _ = try await registrar.perform(contribution(index, today), by: .secretariat)
                    }
                }
            }
            try await group.waitForAll()
        }
        let took = clock.now - started
        let registered = registrar.state.sequence - before
        guard registered == count / writers * writers else {
            throw Founded.Failure(description: "\(registered) acts registered, not \(count)")
        }
        return Double(registered) / (took / .seconds(1))
    }

    private func contribution(_ index: Int, _ day: Day) -> Proposal {
        Proposal(
            id: "received-\(index)", on: PartialDay(day),
            act: ContributionReceived(
                party: "CRI", amount: Money(cents: Int64(1 + index), currency: "USD"),
                reference: "R-\(index)"
            ).act)
    }
}

extension Group {
    /// The way in of an act: judged, hashed, durable, answered; against SQLite committing a row of that size.
    static let registering = Group("registering") { setting in
        let folder = setting.folder
        let acts = try await Registering(folder: folder.appendingPathComponent("data").path)
        let bare = BareSQLite(file: folder.appendingPathComponent("bare.sqlite"), synchronous: .full)
        // Short turns, and many: whatever else writes to this disk then hits both sides.
        let one = setting.count(100, smoke: 3)
        let many = 64 * setting.count(20, smoke: 1)
        let rounds = Rounds.atLeast(15)
        return OpenedGroup(
            rows: [
                Row(
                    "durable acts, one writer",
                    measured: .value("perform", .perSecond) { try await acts.perform(one, writers: 1) },
                    against: .value("bare commits", .perSecond) { try bare.commit(one) }, .atLeast(0.65),
                    rounds: rounds),
                Row(
                    "durable acts, 64 writers",
                    measured: .value("perform", .perSecond) { try await acts.perform(many, writers: 64) },
                    against: .value("one writer", .perSecond) { try await acts.perform(one, writers: 1) },
                    .atLeast(10), rounds: rounds),
                Row(
                    "durable acts, 64 writers",
                    measured: .value("perform", .perSecond) { try await acts.perform(many, writers: 64) },
                    against: .value("bare commits", .perSecond) { try bare.commit(one) }, .atLeast(6),
                    rounds: rounds),
            ], close: { acts.office.close() })
    }
}
