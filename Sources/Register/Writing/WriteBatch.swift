/// What a caller hands to the writer: contents that stand or fall together, and a ticket to be answered by.
public struct WriteBatch: Sendable {
    /// The caller's own number for this batch; every ticket is answered exactly once.
    public var ticket: UInt64
    /// What to register, in order, already hashed. Empty: a barrier, answered when all that was queued before it
    /// is durable.
    public var contents: [PreparedContent]
    /// When it was proposed, microseconds since 1970 in UTC; recorded no earlier than its predecessor.
    public var recordedAt: Int64

    /// A batch that was hashed before: the cheapest for the writer, and for an actor that hands it on.
    public init(ticket: UInt64, prepared contents: [PreparedContent], recordedAt: Int64) {
        self.ticket = ticket
        self.contents = contents
        self.recordedAt = recordedAt
    }

    /// A batch that is salted and hashed here, on the caller's thread.
    public init(
        ticket: UInt64, contents: [Content], recordedAt: Int64, salt: () -> [UInt8] = Salt.random
    ) {
        self.init(
            ticket: ticket, prepared: contents.map { PreparedContent($0, salt: salt()) },
            recordedAt: recordedAt)
    }
}

/// The random bytes beside each act.
public enum Salt {
    /// 16 bytes of the system's random generator.
    public static func random() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for word in [generator.next(), generator.next()] {
            withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }
}

/// A ticket with what became of its batch: the entries as they stand in the register.
public typealias WrittenBatch = (ticket: UInt64, entries: [Entry])
