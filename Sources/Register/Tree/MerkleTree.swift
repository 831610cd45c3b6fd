/// A whole tree in memory, every full subtree's hash kept: proofs for any size cost a few hashes.
///
/// About 64 bytes a leaf. Sequence `s` of the register is the leaf with index `s - 1`.
public struct MerkleTree: Sendable {
    /// `levels[k][i]` is the root over the leaves from `i << k` on, `1 << k` of them.
    private var levels: [[Hash]] = [[]]

    /// The tree over `leaves`.
    public init(_ leaves: some Sequence<Hash> = [Hash]()) {
        for leaf in leaves { append(leaf) }
    }

    /// How many leaves there are.
    public var size: Int { levels[0].count }

    /// Adds a leaf.
    public mutating func append(_ leaf: Hash) {
        levels[0].append(leaf)
        var level = 0
        while levels[level].count.isMultiple(of: 2) {
            let count = levels[level].count
            let node = Merkle.node(levels[level][count - 2], levels[level][count - 1])
            if level + 1 == levels.count { levels.append([]) }
            levels[level + 1].append(node)
            level += 1
        }
    }

    /// The leaf at `index` (from 0), or nil.
    public func leaf(_ index: Int) -> Hash? {
        levels[0].indices.contains(index) ? levels[0][index] : nil
    }

    /// The root over the first `size` leaves (all, when nil); nil when there aren't as many.
    public func root(size: Int? = nil) -> Hash? {
        let size = size ?? self.size
        guard size >= 0, size <= self.size else { return nil }
        return size == 0 ? Merkle.emptyRoot : hash(0, size)
    }

    /// RFC 6962's audit path of the leaf at `index` in the tree of the first `size` leaves, nearest first;
    /// nil when there is no such leaf or size.
    public func inclusionProof(index: Int, size: Int) -> [Hash]? {
        guard index >= 0, index < size, size <= self.size else { return nil }
        var start = 0
        var end = size
        var path: [Hash] = []
        while end - start > 1 {
            let middle = start + Self.split(end - start)
            if index < middle {
                path.append(hash(middle, end))
                end = middle
            } else {
                path.append(hash(start, middle))
                start = middle
            }
        }
        return path.reversed()
    }

    /// RFC 6962's proof that the first `size` leaves begin with the first `oldSize`; nil when there aren't as
    /// many, or none. Empty for equal sizes.
    public func consistencyProof(oldSize: Int, size: Int) -> [Hash]? {
        guard oldSize > 0, oldSize <= size, size <= self.size else { return nil }
        var start = 0
        var end = size
        var path: [Hash] = []
        while oldSize < end {
            let middle = start + Self.split(end - start)
            if oldSize <= middle {
                path.append(hash(middle, end))
                end = middle
            } else {
                path.append(hash(start, middle))
                start = middle
            }
        }
        // When nothing was cut off on the left the old tree is a node of its own, which the verifier knows.
        if start != 0 { path.append(hash(start, end)) }
        return path.reversed()
    }

    /// The root over the leaves `start..<end`, where `start` is a multiple of the size rounded up.
    private func hash(_ start: Int, _ end: Int) -> Hash {
        let count = end - start
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return levels[level][start >> level]
        }
        let middle = start + Self.split(count)
        return Merkle.node(hash(start, middle), hash(middle, end))
    }

    /// The largest power of two smaller than `count`.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

extension Merkle {
    /// RFC 6962's audit path of the leaf at `index` (from 0) in the tree over the first `size` of `leaves`.
    public static func inclusionProof(index: Int, size: Int, leaves: [Hash]) -> [Hash]? {
        MerkleTree(leaves.prefix(max(0, size))).inclusionProof(index: index, size: size)
    }

    /// RFC 6962's proof that the first `size` of `leaves` begin with the first `oldSize`.
    public static func consistencyProof(oldSize: Int, size: Int, leaves: [Hash]) -> [Hash]? {
        MerkleTree(leaves.prefix(max(0, size))).consistencyProof(oldSize: oldSize, size: size)
    }
}
