import Conference
import Register
import Synchronization

extension Registrar {
    /// What the actor and the writer's thread share: the three states and who waits for what.
    final class Shared: Sendable {
        enum Outcome: Sendable {
            case durable
            /// Judged on a state that is gone.
            case stale
            case lost(StoreError)
        }
        /// A state behind one reference: it has about a hundred, and each copy would count them all up and down,
        /// on three threads at once.
        final class Held: Sendable {
            let state: ConferenceState
            init(_ state: ConferenceState) { self.state = state }
        }
        struct Tentative: Sendable {
            let held: Held
            let generation: Int
            /// True if nothing is queued or on its way.
            let isCommitted: Bool
        }
        private struct Waiting {
            let held: Held
            let isBarrier: Bool
            let continuation: CheckedContinuation<Outcome, Never>
        }
        private struct Core {
            var published: Published
            var tentative: Held
            /// Raised with every failure: a state of an older generation is gone.
            var generation = 0
            var failed = false
            var nextTicket: UInt64 = 1
            var waiting: [UInt64: Waiting] = [:]
            var drained: [CheckedContinuation<Void, Never>] = []
        }

        private let core: Mutex<Core>

        init(_ published: Published) {
            core = Mutex(Core(published: published, tentative: published.held))
        }

        var published: Published { core.withLock { $0.published } }
        var sequence: Int { core.withLock { $0.published.held.state.sequence } }
        var queued: Int { core.withLock { $0.waiting.count } }
        var hasFailed: Bool { core.withLock { $0.failed } }
        var tentative: Tentative {
            core.withLock {
                Tentative(held: $0.tentative, generation: $0.generation, isCommitted: $0.waiting.isEmpty)
            }
        }

        /// Queues a batch judged on the current generation; answers `.stale` at once otherwise.
        func queue(
            _ held: Held, generation: Int, _ continuation: CheckedContinuation<Outcome, Never>,
            submit: (UInt64) -> Void
        ) {
            let accepted = core.withLock { core -> Bool in
                guard core.generation == generation, !core.failed else { return false }
                let isBarrier = core.tentative.state.sequence == held.state.sequence
                let ticket = core.nextTicket
                core.nextTicket += 1
                core.tentative = held
                core.waiting[ticket] = Waiting(held: held, isBarrier: isBarrier, continuation: continuation)
                submit(ticket)
                return true
            }
            if !accepted { continuation.resume(returning: .stale) }
        }

        /// On the writer's thread: publishes the last state that is durable now, then answers.
        func durable(_ batches: [WrittenBatch]) {
            let (answered, drained) = core.withLock { core in take(batches, &core) }
            for waiting in answered { waiting.continuation.resume(returning: .durable) }
            for continuation in drained { continuation.resume() }
        }

        private func take(_ batches: [WrittenBatch], _ core: inout Core) -> (
            [Waiting], [CheckedContinuation<Void, Never>]
        ) {
            var answered: [Waiting] = []
            answered.reserveCapacity(batches.count)
            for batch in batches {
                guard let waiting = core.waiting.removeValue(forKey: batch.ticket) else { continue }
                answered.append(waiting)
                if !batch.entries.isEmpty { core.published.advance(to: waiting.held, over: batch.entries) }
            }
            return (answered, emptied(&core))
        }

        private func emptied(_ core: inout Core) -> [CheckedContinuation<Void, Never>] {
            guard core.waiting.isEmpty else { return [] }
            defer { core.drained.removeAll() }
            return core.drained
        }

        /// On the writer's thread: what is stored counts; whoever waits for the rest is told, and what was only
        /// judged on it is judged again.
        func failed(_ error: StoreError, stored: [WrittenBatch], lost: [UInt64]) {
            let (answered, gone, drained) = core.withLock { core in
                core.failed = true
                core.generation += 1
                let (answered, _) = take(stored, &core)
                let gone = lost.compactMap { core.waiting.removeValue(forKey: $0) }
                core.tentative = core.published.held
                return (answered, gone, emptied(&core))
            }
            for waiting in answered { waiting.continuation.resume(returning: .durable) }
            for waiting in gone {
                waiting.continuation.resume(returning: waiting.isBarrier ? .stale : .lost(error))
            }
            for continuation in drained { continuation.resume() }
        }

        /// Waits until nobody waits for the writer.
        func drained() async {
            await withCheckedContinuation { continuation in
                let empty = core.withLock { core -> Bool in
                    if core.waiting.isEmpty { return true }
                    core.drained.append(continuation)
                    return false
                }
                if empty { continuation.resume() }
            }
        }

        /// After the writer resumed: what the store holds is what is true.
        func recovered(_ published: Published) {
            core.withLock { core in
                core.published = published
                core.tentative = published.held
                core.generation += 1
                core.failed = false
            }
        }
    }
}
