/// The right edge of a growing tree: one hash for each full subtree, from the largest to the smallest.
///
/// It is all that appending needs: about two hashes for a leaf, and as many as there are subtrees for the root.
public struct MerkleEdge: Sendable, Equatable {
    /// How many leaves the tree has.
    public private(set) var size: Int
    /// The full subtrees, largest first; as many as `size` has bits set.
    public private(set) var nodes: [Hash]

    /// The edge of the tree without leaves.
    public init() {
        size = 0
        nodes = []
    }

    /// The edge of a tree of `size` leaves, or nil when `nodes` can't be one.
    public init?(size: Int, nodes: [Hash]) {
        guard size >= 0, nodes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.nodes = nodes
    }

    /// The root of the tree as it stands.
    public var root: Hash {
        guard var result = nodes.last else { return Merkle.emptyRoot }
        for node in nodes.dropLast().reversed() {
            result = Merkle.node(node, result)
        }
        return result
    }

    /// Adds a leaf and returns the new root.
    @discardableResult
    public mutating func append(_ leaf: Hash) -> Hash {
        let root = root(appending: leaf)
        add(leaf)
        return root
    }

    /// The root that the tree would have with one more leaf.
    public func root(appending leaf: Hash) -> Hash {
        var result = leaf
        for node in nodes.reversed() { result = Merkle.node(node, result) }
        return result
    }

    /// Adds a leaf without computing a root: for reading past leaves whose roots nobody asks for.
    public mutating func add(_ leaf: Hash) {
        var node = leaf
        var merges = size.trailingOnes
        while merges > 0, let left = nodes.popLast() {
            node = Merkle.node(left, node)
            merges -= 1
        }
        nodes.append(node)
        size += 1
    }
}

extension Int {
    /// How many of the lowest bits are set: that many subtrees close when the next leaf comes.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
