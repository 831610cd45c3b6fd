import Foundation
import Synchronization

/// Rehashes, beside the running server, the acts that opening took from a snapshot on trust, and then looks at
/// the database's pages.
///
/// What is wrong is told once and nothing is repaired; `ActLog.check` makes damage stop the writer.
public final class BackgroundCheck: Sendable {
    private let stopping = Atomic<Bool>(false)
    private let finding = Mutex<StoreError?>(nil)
    private let ended = DispatchSemaphore(value: 0)

    /// Starts a thread that verifies the acts up to `edge`, and that they end in its root.
    /// - Parameters:
    ///   - pause: seconds between two pieces, so that pages come first.
    ///   - finished: called once on that thread, with the damage, what kept it from being looked for, or nil; not
    ///     when it was stopped before.
    public init(
        store: any Store, upTo edge: MerkleEdge, pause: TimeInterval = 0.01,
        finished: @escaping @Sendable (StoreError?) -> Void
    ) {
        let thread = Thread { [self] in
            defer { ended.signal() }
            guard let result = run(store, edge, pause) else { return }
            finding.withLock { $0 = result.error }
            finished(result.error)
        }
        thread.name = "register-check"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// What is wrong, if anything.
    public var damage: StoreError? { finding.withLock { $0 } }

    /// Ends the thread and waits for it.
    public func stop() {
        stopping.store(true, ordering: .relaxed)
        wait()
    }

    /// Waits until everything has been looked at.
    public func wait() {
        ended.wait()
        ended.signal()
    }

    private struct Outcome {
        var error: StoreError?
    }

    /// Nil when it was stopped on the way.
    private func run(_ store: any Store, _ edge: MerkleEdge, _ pause: TimeInterval) -> Outcome? {
        var verifier = Verifier(conference: store.conference)
        let reader = RegisterReader(store, chunk: 256)
        do throws(StoreError) {
            while verifier.size < edge.size {
                if stopping.load(ordering: .relaxed) { return nil }
                let before = verifier.size
                let last = min(edge.size, before + 1024)
                let damage = try reader.read(from: &verifier, upTo: last)
                if let damage = damage ?? (verifier.size == last ? nil : .gap) {
                    return Outcome(
                        error: .corrupt(file: store.file, lastGood: verifier.size, damage: damage))
                }
                if pause > 0 { Thread.sleep(forTimeInterval: pause) }
            }
        } catch {
            return Outcome(error: error)
        }
        // The edge comes from a snapshot whose root is the register's: each act fits its root, so all of it fits.
        guard verifier.edge == edge else {
            return Outcome(error: .corrupt(file: store.file, lastGood: 0, damage: .root))
        }
        do throws(StoreError) {
            try store.checkStructure(thorough: true)
        } catch {
            guard case .corrupt(let file, nil, let damage) = error else { return Outcome(error: error) }
            return Outcome(error: .corrupt(file: file, lastGood: verifier.size, damage: damage))
        }
        return Outcome(error: nil)
    }
}
