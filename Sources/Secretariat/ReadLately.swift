import Synchronization

/// What pages read from the register lately, by sequence. An entry never changes: nothing in it grows old.
final class ReadLately<Value: Sendable>: Sendable {
    private let held = Mutex<[Int: Value]>([:])
    /// What the pages of an ordinary register show fits in; where more is read it begins anew.
    private let limit = 4096
    /// Whoever reads more at once looks through the register, and won't ask for the same again.
    private let shown = 512

    /// What is held of these.
    func values(_ sequences: [Int]) -> [Int: Value] {
        held.withLock { held in
            var found: [Int: Value] = [:]
            for sequence in sequences { found[sequence] = held[sequence] }
            return found
        }
    }

    /// Holds what was read.
    func keep(_ read: [Int: Value]) {
        guard !read.isEmpty, read.count <= shown else { return }
        held.withLock { held in
            if held.count + read.count > limit { held.removeAll() }
            held.merge(read) { $1 }
        }
    }
}
