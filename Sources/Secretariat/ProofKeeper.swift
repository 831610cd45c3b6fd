public import Register

/// Keeps the register's tree in memory to prove entries: it reads each leaf once and grows with the register.
///
/// About 64 bytes an act, taken only once somebody asks for a proof. What it gives was held against a root that
/// was published, so a store changed behind the server's back gives an error and never a wrong proof.
public actor ProofKeeper {
    /// What shows that an entry stands in the register.
    public struct Inclusion: Sendable, Equatable {
        /// The entry.
        public let sequence: Int
        /// Its leaf.
        public let leaf: Hash
        /// The root over the entries up to it.
        public let rootThen: Hash
        /// How many entries the proof's tree has.
        public let size: Int
        /// The root over them.
        public let root: Hash
        /// RFC 6962's audit path, nearest first.
        public let path: [Hash]
    }

    private let store: any Store
    private var tree = MerkleTree()
    /// How many leaves are read at once.
    private static let piece = 65_536

    /// A keeper for a store's register; reads nothing yet.
    public init(_ store: any Store) { self.store = store }

    /// The proof that an entry stands among the first `size`, whose root was published.
    ///
    /// - Returns: `nil` if there is no such entry.
    /// - Throws: ``StoreError``; `.corrupt` where the store's leaves don't give the published root.
    public func inclusion(of sequence: Int, size: Int, root: Hash) async throws(StoreError) -> Inclusion? {
        guard sequence >= 1, sequence <= size else { return nil }
        try await grow(to: size)
        guard tree.root(size: size) == root else {
            // Read anew next time: the tree may have been grown from leaves that a failed commit took back.
            tree = MerkleTree()
            throw .corrupt(file: store.file, lastGood: nil, damage: .root)
        }
        guard let path = tree.inclusionProof(index: sequence - 1, size: size),
            let leaf = tree.leaf(sequence - 1),
            let rootThen = tree.root(size: sequence)
        else { return nil }
        return Inclusion(
            sequence: sequence, leaf: leaf, rootThen: rootThen, size: size, root: root, path: path)
    }

    private func grow(to size: Int) async throws(StoreError) {
        while tree.size < size {
            let from = tree.size
            let store = store
            let count = min(Self.piece, size - from)
            let leaves = try await Blocking.run { () throws(StoreError) in
                try store.leaves(from: from + 1, limit: count)
            }
            if leaves.isEmpty { throw .corrupt(file: store.file, lastGood: from, damage: .shortened) }
            // Another caller may have grown it while this one waited.
            guard tree.size == from else { continue }
            for leaf in leaves { tree.append(leaf) }
        }
    }
}
