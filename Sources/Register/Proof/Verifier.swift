/// Walks along a register and holds every entry to its leaf, its root, its place and its time.
public struct Verifier: Sendable {
    /// The tree over what was checked.
    public private(set) var edge: MerkleEdge
    /// The conference; nil until the first entry names it.
    public private(set) var conference: String?
    /// When the last one was recorded, microseconds since 1970 in UTC.
    public private(set) var lastRecordedAt: Int64

    /// Begins before the first entry, or after the entries of `edge` that were checked before.
    public init(
        conference: String? = nil, edge: MerkleEdge = MerkleEdge(),
        lastRecordedAt: Int64 = RecordedTime.earliest
    ) {
        self.conference = conference
        self.edge = edge
        self.lastRecordedAt = lastRecordedAt
    }

    /// How many entries have been checked: the last sequence that verifies.
    public var size: Int { edge.size }

    /// What is wrong with `entry` as the next one; nil: it verifies, and the walk goes on after it.
    public mutating func check(_ entry: Entry) -> Damage? {
        guard entry.salt.count == 16 else { return .form }
        return check(
            conference: entry.conference, sequence: entry.sequence, recordedAt: entry.recordedAt,
            digest: entry.digest, leaf: entry.leaf, root: entry.root)
    }

    /// The same of an entry whose act the reader may not see.
    public mutating func check(_ entry: ClosedEntry) -> Damage? {
        check(
            conference: entry.conference, sequence: entry.sequence, recordedAt: entry.recordedAt,
            digest: entry.digest, leaf: entry.leaf, root: entry.root)
    }

    /// The same of a line of an export.
    public mutating func check(_ line: ExportedLine) -> Damage? {
        switch line {
        case .open(let entry): check(entry)
        case .closed(let entry): check(entry)
        }
    }

    private mutating func check(
        conference: String, sequence: Int, recordedAt: Int64, digest: Hash, leaf: Hash, root: Hash
    ) -> Damage? {
        // Bytes, not canonical equivalence: the leaf is made of bytes.
        if let own = self.conference, !own.utf8.elementsEqual(conference.utf8) { return .conference }
        guard sequence == size + 1 else { return .gap }
        let computed = Entry.leaf(
            conference: conference, sequence: sequence, recordedAt: recordedAt, digest: digest)
        guard computed == leaf else { return .leaf }
        guard edge.root(appending: leaf) == root else { return .root }
        guard recordedAt >= lastRecordedAt else { return .time }
        edge.add(leaf)
        self.conference = conference
        lastRecordedAt = recordedAt
        return nil
    }
}
