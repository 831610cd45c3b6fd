/// Where the entries of one conference are kept, with the blobs, records and snapshots beside them.
///
/// Every call blocks: on threads of the caller's own, never on the cooperative pool. A driver keeps bytes and
/// judges nothing but its unique keys; `Verifier` judges the rest.
public protocol Store: Sendable {
    /// The conference whose entries these are.
    var conference: String { get }
    /// What an error names: the database file, or `memory`.
    var file: String { get }

    /// Stores `entries` in one durable commit, all or none. Sequence and id are unique: `.conflict`.
    /// After `.uncertain` the caller settles and reads back.
    func append(_ entries: [Entry]) throws(StoreError)
    /// Makes the outcome of an append that failed certain, as far as the disk lets it: what doesn't show
    /// afterwards will not show later either.
    func settle() throws(StoreError)
    /// Up to `limit` entries with sequences from `first` on, in order.
    func entries(from first: Int, limit: Int) throws(StoreError) -> [Entry]
    /// The entry with that sequence.
    func entry(sequence: Int) throws(StoreError) -> Entry?
    /// The entry with that id, compared byte by byte.
    func entry(id: String) throws(StoreError) -> Entry?
    /// The last entry's sequence, time and root; nil when there is none.
    func head() throws(StoreError) -> Head?
    /// Up to `limit` leaves with sequences from `first` on, in order.
    func leaves(from first: Int, limit: Int) throws(StoreError) -> [Hash]

    /// Stores `bytes` and returns their SHA-256 in hex; what is already there stays.
    @discardableResult
    func putBlob(_ bytes: [UInt8]) throws(StoreError) -> String
    /// The blob of that name, proved against it: `.corrupt` when it is another; nil when there is none.
    func blob(_ name: String) throws(StoreError) -> [UInt8]?
    /// The names of all blobs, sorted.
    func blobNames() throws(StoreError) -> [String]

    /// Stores or replaces a record; the bytes are sealed already (`RecordVault`).
    func putRecord(kind: String, id: String, bytes: [UInt8]) throws(StoreError)
    /// The record's sealed bytes.
    func record(kind: String, id: String) throws(StoreError) -> [UInt8]?
    /// Deletes a record; whether there was one.
    @discardableResult
    func deleteRecord(kind: String, id: String) throws(StoreError) -> Bool
    /// The ids of the records of a kind, sorted by their bytes.
    func recordIDs(kind: String) throws(StoreError) -> [String]
    /// The kinds of which there are records, sorted.
    func recordKinds() throws(StoreError) -> [String]

    /// Keeps `snapshot` in place of those of its format.
    func saveSnapshot(_ snapshot: Snapshot) throws(StoreError)
    /// The last snapshot of that format that is whole; nil when there is none or it is in doubt.
    func latestSnapshot(formatVersion: Int) throws(StoreError) -> Snapshot?

    /// Whether the database's own structure is whole, where that is cheap to ask; `.corrupt` when not.
    func checkStructure(thorough: Bool) throws(StoreError)
}

/// Where a register ends.
public struct Head: Sendable, Equatable {
    /// The last entry's sequence.
    public var sequence: Int
    /// When it was recorded, microseconds since 1970 in UTC.
    public var recordedAt: Int64
    /// The root over everything.
    public var root: Hash

    /// A head made of its parts.
    public init(sequence: Int, recordedAt: Int64, root: Hash) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.root = root
    }
}

/// A state saved to open fast: disposable, and worth only as much as its root.
public struct Snapshot: Sendable, Equatable {
    /// The tree's right edge where the state was taken; its size is the sequence.
    public var edge: MerkleEdge
    /// Which layout `bytes` have; a reader asks for its own.
    public var formatVersion: Int
    /// The state.
    public var bytes: [UInt8]

    /// The state `bytes` in layout `formatVersion` after the entries of `edge`.
    public init(edge: MerkleEdge, formatVersion: Int, bytes: [UInt8]) {
        self.edge = edge
        self.formatVersion = formatVersion
        self.bytes = bytes
    }

    /// The last sequence that went into the state.
    public var sequence: Int { edge.size }
    /// The root at that sequence.
    public var root: Hash { edge.root }
}
