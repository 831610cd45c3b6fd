import Synchronization

/// The register in memory: for tests, and for answering from a pack that nobody has put on disk.
public final class MemoryStore: Store {
    /// The conference whose entries these are.
    public let conference: String
    /// `memory`.
    public var file: String { "memory" }

    private struct Contents {
        var entries: [Int: Entry] = [:]
        // Keyed by bytes, as a database compares: to Swift two spellings of an accent are one string.
        var sequences: [[UInt8]: Int] = [:]
        var last = 0
        var blobs: [String: [UInt8]] = [:]
        var records: [RecordKey: [UInt8]] = [:]
        var snapshots: [Int: Snapshot] = [:]
    }

    private struct RecordKey: Hashable {
        let kind: [UInt8]
        let id: [UInt8]

        init(_ kind: String, _ id: String) {
            self.kind = Array(kind.utf8)
            self.id = Array(id.utf8)
        }
    }

    private let contents = Mutex(Contents())

    /// An empty register of `conference`.
    public init(conference: String) {
        self.conference = conference
    }

    /// Stores all of `entries` or none.
    public func append(_ entries: [Entry]) throws(StoreError) {
        if let wrong = entries.first(where: { !$0.content.isStorable }) {
            throw .unstorable(file: file, id: wrong.content.id)
        }
        let stored = contents.withLock { contents in
            let ids = entries.map { Array($0.content.id.utf8) }
            guard Set(ids).count == ids.count, Set(entries.map(\.sequence)).count == entries.count,
                entries.allSatisfy({ $0.conference == conference && contents.entries[$0.sequence] == nil }),
                ids.allSatisfy({ contents.sequences[$0] == nil })
            else { return false }
            for (entry, id) in zip(entries, ids) {
                contents.entries[entry.sequence] = entry
                contents.sequences[id] = entry.sequence
                contents.last = max(contents.last, entry.sequence)
            }
            return true
        }
        if !stored { throw .conflict(file: file) }
    }

    /// Nothing is ever open here.
    public func settle() throws(StoreError) {}

    /// Up to `limit` entries from `first` on.
    public func entries(from first: Int, limit: Int) throws(StoreError) -> [Entry] {
        contents.withLock { contents in
            guard limit > 0, first <= contents.last else { return [] }
            let first = max(1, first)
            let last = limit > contents.last - first ? contents.last : first + limit - 1
            return (first...max(first, last)).compactMap { contents.entries[$0] }
        }
    }

    /// The entry with that sequence.
    public func entry(sequence: Int) throws(StoreError) -> Entry? {
        contents.withLock { $0.entries[sequence] }
    }

    /// The entry with that id.
    public func entry(id: String) throws(StoreError) -> Entry? {
        contents.withLock { contents in
            contents.sequences[Array(id.utf8)].flatMap { contents.entries[$0] }
        }
    }

    /// Where the register ends.
    public func head() throws(StoreError) -> Head? {
        contents.withLock { contents in
            contents.entries[contents.last].map {
                Head(sequence: $0.sequence, recordedAt: $0.recordedAt, root: $0.root)
            }
        }
    }

    /// Up to `limit` leaves from `first` on.
    public func leaves(from first: Int, limit: Int) throws(StoreError) -> [Hash] {
        try entries(from: first, limit: limit).map(\.leaf)
    }

    /// Stores a blob under its SHA-256.
    @discardableResult
    public func putBlob(_ bytes: [UInt8]) throws(StoreError) -> String {
        let name = Hash.sha256(bytes).hex
        contents.withLock { $0.blobs[name] = bytes }
        return name
    }

    /// The blob of that name.
    public func blob(_ name: String) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.blobs[name] }
    }

    /// The names of all blobs, sorted.
    public func blobNames() throws(StoreError) -> [String] {
        contents.withLock { $0.blobs.keys.sorted() }
    }

    /// Stores or replaces a record.
    public func putRecord(kind: String, id: String, bytes: [UInt8]) throws(StoreError) {
        contents.withLock { $0.records[RecordKey(kind, id)] = bytes }
    }

    /// The record's sealed bytes.
    public func record(kind: String, id: String) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.records[RecordKey(kind, id)] }
    }

    /// Deletes a record.
    @discardableResult
    public func deleteRecord(kind: String, id: String) throws(StoreError) -> Bool {
        contents.withLock { $0.records.removeValue(forKey: RecordKey(kind, id)) != nil }
    }

    /// The ids of the records of a kind, sorted by their bytes.
    public func recordIDs(kind: String) throws(StoreError) -> [String] {
        let kind = Array(kind.utf8)
        let ids = contents.withLock { contents in
            contents.records.keys.filter { $0.kind == kind }.map(\.id)
        }
        return Self.texts(ids)
    }

    /// The kinds of which there are records, sorted.
    public func recordKinds() throws(StoreError) -> [String] {
        Self.texts(contents.withLock { contents in Array(Set(contents.records.keys.map(\.kind))) })
    }

    private static func texts(_ values: [[UInt8]]) -> [String] {
        values.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Keeps `snapshot` in place of those of its format.
    public func saveSnapshot(_ snapshot: Snapshot) throws(StoreError) {
        contents.withLock { $0.snapshots[snapshot.formatVersion] = snapshot }
    }

    /// The snapshot of that format.
    public func latestSnapshot(formatVersion: Int) throws(StoreError) -> Snapshot? {
        contents.withLock { $0.snapshots[formatVersion] }
    }

    /// Memory has no structure that could break.
    public func checkStructure(thorough: Bool) throws(StoreError) {}
}
