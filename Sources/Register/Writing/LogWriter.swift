import Foundation
import Synchronization

/// Group commit: a thread of its own takes all that is queued into one durable commit, and answers from there.
///
/// Callers queue and go; nothing hops between the commit and its answer. After a failure the writer reads back
/// what the store holds, reports the rest as lost, and refuses until `resume()`. Every ticket is answered exactly
/// once, in the order of submission, always on the writer's thread (after `stop()`, on one of the system's).
public final class LogWriter: Sendable {
    /// Called once a commit with its batches in order, barriers included.
    public typealias OnDurable = @Sendable ([WrittenBatch]) -> Void
    /// Called when a commit failed: what is in the store all the same, and the tickets of what isn't.
    public typealias OnFailure = @Sendable (StoreError, _ stored: [WrittenBatch], _ lost: [UInt64]) -> Void

    /// The conference that the entries belong to.
    public let conference: String
    private let store: any Store
    private let onDurable: OnDurable
    private let onFailure: OnFailure

    private struct Queue {
        var batches: [WriteBatch] = []
        /// The writer has gone to sleep and wants to be woken.
        var asleep = false
        var stopping = false
        var failure: StoreError?
        var damage: StoreError?
    }

    /// Where the register stands; only the thread that writes, or resumes, changes it.
    private struct Tail {
        var edge: MerkleEdge
        var lastRecordedAt: Int64
    }

    private let queue = Mutex(Queue())
    private let tail: Mutex<Tail>
    /// Set with each submission, so that a writer that has just finished sees the next one without a lock.
    private let hasWork = Atomic<Bool>(false)
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// How long the writer looks for more work before it sleeps. A caller that was just answered comes back
    /// within that time, and spares the writer being woken; longer would only heat the machine.
    private static let spinNanoseconds: UInt64 = 60_000

    /// Starts the thread. `edge` and `lastRecordedAt` are the register's as it stands in `store`.
    public init(
        store: any Store, conference: String, edge: MerkleEdge, lastRecordedAt: Int64,
        onDurable: @escaping OnDurable, onFailure: @escaping OnFailure
    ) {
        self.store = store
        self.conference = conference
        self.onDurable = onDurable
        self.onFailure = onFailure
        tail = Mutex(Tail(edge: edge, lastRecordedAt: max(lastRecordedAt, RecordedTime.earliest)))
        // The thread holds the writer; `stop()` lets go of it.
        let thread = Thread { [self] in run() }
        thread.name = "register-writer"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Queues a batch. Never blocks on the disk; refused batches are answered through `onFailure` too.
    public func submit(_ batch: WriteBatch) {
        let (accepted, asleep) = queue.withLock { queue -> (Bool, Bool) in
            guard !queue.stopping else { return (false, false) }
            queue.batches.append(batch)
            let asleep = queue.asleep
            queue.asleep = false
            return (true, asleep)
        }
        guard accepted else {
            let error = StoreError.stopped(file: store.file)
            DispatchQueue.global().async { [onFailure] in onFailure(error, [], [batch.ticket]) }
            return
        }
        hasWork.store(true, ordering: .releasing)
        if asleep { wake.signal() }
    }

    /// Why the writer refuses; nil while it writes.
    public var failure: StoreError? {
        queue.withLock { $0.damage ?? $0.failure }
    }

    /// Writes again after a failure, from where the store now ends, and returns the entries beyond those that
    /// were reported as durable: another writer's, or those of a commit whose outcome couldn't be read back.
    /// Throws what still stands in the way.
    @discardableResult
    public func resume() throws(StoreError) -> [Entry] {
        let (damage, failed) = queue.withLock { ($0.damage, $0.failure != nil) }
        if let damage { throw damage }
        // A writer that writes knows its end better than anybody who reads beside it.
        guard failed else { return [] }
        let known = tail.withLock { $0 }
        // Where that can't be done the next commit overwrites what a failed one left, or fails itself.
        try? store.settle()
        var verifier = Verifier(
            conference: conference, edge: known.edge, lastRecordedAt: known.lastRecordedAt)
        var found: [Entry] = []
        while true {
            let entries = try store.entries(from: verifier.size + 1, limit: 1024)
            for entry in entries {
                if let damage = verifier.check(entry) {
                    let error = StoreError.corrupt(file: store.file, lastGood: verifier.size, damage: damage)
                    halt(error)
                    throw error
                }
                found.append(entry)
            }
            if entries.isEmpty { break }
        }
        tail.withLock { $0 = Tail(edge: verifier.edge, lastRecordedAt: verifier.lastRecordedAt) }
        queue.withLock { $0.failure = nil }
        return found
    }

    /// Stops writing for good, because the register was found damaged: what is queued is lost, what comes is
    /// refused with `error`, and `resume()` throws it.
    public func halt(_ error: StoreError) {
        queue.withLock { $0.damage = error }
    }

    /// Writes what is queued, ends the thread and waits for it. Batches that come later are refused. Not to be
    /// called from an answer, which is given on that thread.
    public func stop() {
        let asleep = queue.withLock { queue -> Bool in
            defer { queue.asleep = false }
            queue.stopping = true
            return queue.asleep
        }
        if asleep { wake.signal() }
        hasWork.store(true, ordering: .releasing)
        ended.wait()
        // Whoever else waits for the end passes too.
        ended.signal()
    }

    // MARK: The thread

    private func run() {
        while let (batches, failure) = next() {
            if let failure {
                onFailure(failure, [], batches.map(\.ticket))
            } else {
                write(batches)
            }
        }
        ended.signal()
    }

    /// All that is queued, when there is something, with the reason to refuse it; nil when it is time to end.
    private func next() -> ([WriteBatch], StoreError?)? {
        while true {
            let taken = queue.withLock { queue -> ([WriteBatch], StoreError?, Bool) in
                hasWork.store(false, ordering: .relaxed)
                let batches = queue.batches
                queue.batches.removeAll()
                return (batches, queue.damage ?? queue.failure, queue.stopping)
            }
            if !taken.0.isEmpty { return (taken.0, taken.1) }
            if taken.2 { return nil }
            if spin() { continue }
            let sleeping = queue.withLock { queue -> Bool in
                queue.asleep = queue.batches.isEmpty && !queue.stopping
                return queue.asleep
            }
            if sleeping { wake.wait() }
        }
    }

    private func spin() -> Bool {
        let end = DispatchTime.now().uptimeNanoseconds + Self.spinNanoseconds
        repeat {
            for _ in 0..<64 where hasWork.load(ordering: .acquiring) { return true }
        } while DispatchTime.now().uptimeNanoseconds < end
        return false
    }

    private func write(_ batches: [WriteBatch]) {
        var new = tail.withLock { $0 }
        var written: [WrittenBatch] = []
        written.reserveCapacity(batches.count)
        for batch in batches {
            if !batch.contents.isEmpty {
                // A clock beyond the year 9999 has no text to be hashed.
                new.lastRecordedAt = max(new.lastRecordedAt, min(batch.recordedAt, RecordedTime.latest))
            }
            written.append(
                (
                    batch.ticket,
                    batch.contents.map {
                        Entry(
                            appending: $0, to: &new.edge, conference: conference,
                            recordedAt: new.lastRecordedAt)
                    }
                ))
        }
        do throws(StoreError) {
            let entries = written.count == 1 ? written[0].entries : written.flatMap(\.entries)
            if !entries.isEmpty { try store.append(entries) }
            tail.withLock { $0 = new }
            onDurable(written)
        } catch {
            fail(written, error)
        }
    }

    /// Reads back what the failed commit left: what is there counts, the rest is lost.
    private func fail(_ written: [WrittenBatch], _ error: StoreError) {
        var reported = error
        var stored: [WrittenBatch] = []
        var held = tail.withLock { $0 }
        do throws(StoreError) {
            // A disk that is full can't settle; what was read then still is what the next commit builds on.
            try? store.settle()
            for batch in written {
                let there = try store.entries(from: held.edge.size + 1, limit: batch.entries.count)
                guard there == batch.entries else { break }
                for entry in there {
                    held.edge.add(entry.leaf)
                    held.lastRecordedAt = entry.recordedAt
                }
                stored.append(batch)
            }
        } catch {
            if case .uncertain = reported {
            } else {
                reported = .uncertain(file: store.file, detail: "SQLite")
            }
        }
        tail.withLock { $0 = held }
        // Everything queued behind was judged on what is lost now.
        let queued = queue.withLock { queue in
            queue.failure = reported
            defer { queue.batches.removeAll() }
            return queue.batches
        }
        onFailure(
            reported, stored,
            written.dropFirst(stored.count).map(\.ticket) + queued.map(\.ticket))
    }
}
