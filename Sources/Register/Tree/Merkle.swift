/// The hashes of RFC 6962's tree, and the verification of its two proofs (RFC 9162, 2.1.3.2 and 2.1.4.2).
public enum Merkle {
    /// The root of the tree without leaves: SHA-256 of nothing.
    public static let emptyRoot = Hash.sha256([])

    /// SHA-256(0x00 ‖ data): the leaf for `data`.
    public static func leaf(_ data: [UInt8]) -> Hash {
        Hash.sha256([0] + data)
    }

    /// SHA-256(0x01 ‖ left ‖ right): the node over two subtrees.
    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
            buffer[0] = 1
            left.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]))
            right.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]))
            return Hash.sha256(UnsafeRawBufferPointer(buffer))
        }
    }

    /// The root of the tree over `leaves`.
    public static func root(of leaves: some Sequence<Hash>) -> Hash {
        var edge = MerkleEdge()
        for leaf in leaves { edge.append(leaf) }
        return edge.root
    }

    /// Whether `proof` shows that `leaf` stands at `index` (from 0) in the tree of `size` leaves with `root`.
    public static func verifyInclusion(
        leaf: Hash, index: Int, size: Int, proof: [Hash], root: Hash
    ) -> Bool {
        guard index >= 0, size > index, proof.count <= 64 else { return false }
        var position = index
        var last = size - 1
        var result = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if !position.isMultiple(of: 2) || position == last {
                result = node(sibling, result)
                while position.isMultiple(of: 2) && position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                result = node(result, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && result == root
    }

    /// Whether `proof` shows that the tree of `size` leaves with `root` begins with the tree of `oldSize`
    /// leaves with `oldRoot`. There is no proof from the empty tree: anything would continue it.
    public static func verifyConsistency(
        oldSize: Int, oldRoot: Hash, size: Int, root: Hash, proof: [Hash]
    ) -> Bool {
        guard oldSize > 0, oldSize <= size, proof.count <= 64 else { return false }
        if oldSize == size { return proof.isEmpty && oldRoot == root }
        // A tree whose size is a power of two is itself the first node of the proof, and left out of it.
        let path = oldSize & (oldSize - 1) == 0 ? [oldRoot] + proof : proof
        guard let first = path.first else { return false }
        var position = oldSize - 1
        var last = size - 1
        while !position.isMultiple(of: 2) {
            position >>= 1
            last >>= 1
        }
        var old = first
        var new = first
        for sibling in path.dropFirst() {
            guard last > 0 else { return false }
            if !position.isMultiple(of: 2) || position == last {
                old = node(sibling, old)
                new = node(sibling, new)
                while position.isMultiple(of: 2) && position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                new = node(new, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == root
    }
}
