/// What a caller proposes to the register: the part of an entry that it has made itself.
public struct Content: Sendable, Equatable {
    /// Made by the caller, unique in its conference: a retry with the same id finds what it already registered.
    public var id: String
    /// The capacity that acted, as `member/MEX` or `secretariat`.
    public var actor: String
    /// `chapter.act`.
    public var kind: String
    /// The version of the body's shape, from 1.
    public var version: Int
    /// The act as JSON in UTF-8, hashed as it stands and never encoded anew.
    public var body: [UInt8]

    /// A content made of its parts; whether it can be an act is judged when it is stored.
    public init(id: String, actor: String, kind: String, version: Int, body: [UInt8]) {
        self.id = id
        self.actor = actor
        self.kind = kind
        self.version = version
        self.body = body
    }

    /// SHA-256 of the salt and every field of the content, each with its length before it.
    public func digest(salt: [UInt8]) -> Hash {
        var frame = Frame(
            capacity: 4 * 6 + salt.count + id.utf8.count + actor.utf8.count + kind.utf8.count + 8 + body.count
        )
        frame.add(salt)
        frame.add(id)
        frame.add(actor)
        frame.add(kind)
        frame.add(version)
        frame.add(body)
        return frame.hash
    }

    /// The largest body that is kept, in bytes: escaped in the worst way it still fits an exported line.
    public static let maximumBodyBytes = 2 << 20
    /// The longest id, actor or kind, in bytes of UTF-8.
    public static let maximumTextBytes = 4096

    /// Whether it can be kept as an act: an id, a version from 1, a body in UTF-8, nothing beyond its bound. Asked
    /// before it is admitted: a batch that can't be stored fails the commit it is in, and stops the writer.
    public var isStorable: Bool {
        guard !id.isEmpty, version >= 1, body.count <= Self.maximumBodyBytes,
            id.utf8.count <= Self.maximumTextBytes,
            actor.utf8.count <= Self.maximumTextBytes, kind.utf8.count <= Self.maximumTextBytes
        else { return false }
        do {
            _ = try UTF8Span(validating: body.span)
            return true
        } catch {
            return false
        }
    }
}

/// A content with its salt and digest: made on the caller's side, so that the writing thread hashes headers only.
public struct PreparedContent: Sendable, Equatable {
    /// What was proposed.
    public let content: Content
    /// 16 random bytes, which keep the digest of a short act from being guessed.
    public let salt: [UInt8]
    /// SHA-256(salt ‖ content).
    public let digest: Hash

    /// Hashes `content` with `salt`, 16 bytes from a source nobody can guess.
    public init(_ content: Content, salt: [UInt8]) {
        self.content = content
        self.salt = salt
        digest = content.digest(salt: salt)
    }
}

/// The bytes that go into a hash: each field with its length before it, as u32 big-endian.
struct Frame {
    private var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// A single byte without a length: the leaf's prefix.
    mutating func addPrefix(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func add(_ field: [UInt8]) {
        addLength(field.count)
        bytes.append(contentsOf: field)
    }

    mutating func add(_ text: String) {
        addLength(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// A number as u64 big-endian.
    mutating func add(_ number: Int) {
        addLength(8)
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ hash: Hash) {
        addLength(32)
        bytes.append(contentsOf: hash.bytes)
    }

    var hash: Hash { Hash.sha256(bytes) }

    private mutating func addLength(_ count: Int) {
        withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.append(contentsOf: $0) }
    }
}
