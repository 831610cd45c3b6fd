/// One registered act: its content, its place, and the hashes that hold it there.
public struct Entry: Sendable, Equatable {
    /// The conference whose register this is.
    public var conference: String
    /// From 1, without gaps.
    public var sequence: Int
    /// When it was recorded: microseconds since 1970 in UTC, never before its predecessor's.
    public var recordedAt: Int64
    /// What was proposed.
    public var content: Content
    /// 16 random bytes.
    public var salt: [UInt8]
    /// SHA-256(0x00 ‖ header ‖ digest).
    public var leaf: Hash
    /// The root of the RFC 6962 tree over the leaves 1…sequence.
    public var root: Hash

    /// An entry made of its parts; `Verifier` says whether they agree.
    public init(
        conference: String, sequence: Int, recordedAt: Int64, content: Content, salt: [UInt8], leaf: Hash,
        root: Hash
    ) {
        self.conference = conference
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.content = content
        self.salt = salt
        self.leaf = leaf
        self.root = root
    }

    /// Registers `prepared` as the next leaf of `edge`.
    public init(
        appending prepared: PreparedContent, to edge: inout MerkleEdge, conference: String, recordedAt: Int64
    ) {
        let sequence = edge.size + 1
        let leaf = Entry.leaf(
            conference: conference, sequence: sequence, recordedAt: recordedAt, digest: prepared.digest)
        self.init(
            conference: conference, sequence: sequence, recordedAt: recordedAt, content: prepared.content,
            salt: prepared.salt, leaf: leaf, root: edge.append(leaf))
    }

    /// SHA-256(salt ‖ content), computed from what stands here.
    public var digest: Hash { content.digest(salt: salt) }

    /// `recordedAt` as RFC 3339 in UTC with six decimals.
    public var recordedAtText: String { RecordedTime.text(recordedAt) }

    /// SHA-256(0x00 ‖ header ‖ digest): conference, sequence and recorded_at, then the digest.
    public static func leaf(conference: String, sequence: Int, recordedAt: Int64, digest: Hash) -> Hash {
        var frame = Frame(capacity: 1 + 4 * 4 + conference.utf8.count + 8 + 27 + 32)
        frame.addPrefix(0)
        frame.add(conference)
        frame.add(sequence)
        frame.add(RecordedTime.utf8(recordedAt))
        frame.add(digest)
        return frame.hash
    }

    /// The entry as a reader sees it who may not read the act.
    public var closed: ClosedEntry {
        ClosedEntry(
            conference: conference, sequence: sequence, recordedAt: recordedAt, digest: digest, leaf: leaf,
            root: root)
    }
}

/// What is left of an entry for a reader who may not read the act: enough to verify, nothing to read.
public struct ClosedEntry: Sendable, Equatable {
    /// The conference whose register this is.
    public var conference: String
    /// From 1, without gaps.
    public var sequence: Int
    /// Microseconds since 1970 in UTC.
    public var recordedAt: Int64
    /// SHA-256(salt ‖ content); without the salt nothing can be guessed from it.
    public var digest: Hash
    /// SHA-256(0x00 ‖ header ‖ digest).
    public var leaf: Hash
    /// The root over the leaves 1…sequence.
    public var root: Hash

    /// A closed entry made of its parts.
    public init(
        conference: String, sequence: Int, recordedAt: Int64, digest: Hash, leaf: Hash, root: Hash
    ) {
        self.conference = conference
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.digest = digest
        self.leaf = leaf
        self.root = root
    }
}
