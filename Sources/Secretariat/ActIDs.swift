/// Which ids may stand in the register: 64 bits of a hash each, so that a new id costs no look-up.
///
/// An id that was tried and lost may stay: it costs whoever uses it a look-up, no more.
public struct ActIDs: Sendable {
    private var sorted: [UInt64]
    private var recent: Set<UInt64> = []

    /// No ids, or those of a snapshot, sorted.
    public init(sorted: [UInt64] = []) { self.sorted = sorted }

    /// True if the id may be there; false only if it isn't.
    public func mayContain(_ id: String) -> Bool {
        let hash = ActIDs.hash(id)
        if recent.contains(hash) { return true }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == hash
    }

    /// Remembers an id.
    public mutating func insert(_ id: String) { recent.insert(ActIDs.hash(id)) }

    /// Remembers many ids by their hashes: a register that is read whole.
    mutating func insert(hashes: [UInt64]) {
        if sorted.isEmpty && hashes.count > recent.count {
            sorted = hashes.sorted()
        } else {
            recent.formUnion(hashes)
        }
    }

    /// All hashes, sorted, for a snapshot.
    public var all: [UInt64] {
        if recent.isEmpty { return sorted }
        var merged: [UInt64] = []
        merged.reserveCapacity(sorted.count + recent.count)
        var old = sorted[...]
        for hash in recent.sorted() {
            while let first = old.first, first <= hash {
                merged.append(first)
                old.removeFirst()
            }
            merged.append(hash)
        }
        merged.append(contentsOf: old)
        return merged
    }

    /// FNV-1a: the same in every process.
    static func hash(_ id: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01B3
        }
        return hash
    }
}
