import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The register in one SQLite file: WAL, `synchronous=FULL`, guarded by triggers.
///
/// One process writes (`FolderLock` sees to it), any number read beside it. Nothing is opened for writing before
/// the first write: a register that turns out to be damaged stays as it was found.
public final class SQLiteStore: Store {
    /// Whether the register is opened to be written or only read.
    public enum Access: Sendable {
        case write, read
    }

    /// The conference whose entries these are.
    public let conference: String
    /// The database file.
    public let file: String

    private let access: Access
    private let reading: any DatabaseReader
    /// Behind one lock, so that appender and GRDB never wait for each other by sleeping. Nil until it is needed.
    private let writing: Mutex<SQLiteWriting?>
    private let snapshots: SnapshotFolder

    /// The largest file whose structure is looked at whole on opening: that reads all of it.
    static let cheapCheckBytes = 32 << 20

    /// Makes an empty register; `.exists` when there is a file. It appears whole or not at all.
    public static func create(file: String) throws(StoreError) {
        // A write-ahead log that was left behind would be read into the new file.
        if Files.exists(file) { throw .exists(file: file) }
        if SQLiteReading.hasLog(file) { throw .exists(file: file + "-wal") }
        let temporary = file + ".new"
        unlink(temporary)
        do {
            let queue = try DatabaseQueue(path: temporary)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL")
                try database.execute(sql: "PRAGMA application_id = \(SQLiteSchema.applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(SQLiteSchema.version)")
                try database.inTransaction {
                    for sql in SQLiteSchema.statements { try database.execute(sql: sql) }
                    return .commit
                }
            }
            try queue.close()
        } catch {
            unlink(temporary)
            throw SQLiteErrors.meaning(of: error, file: temporary)
        }
        try Files.sync(temporary)
        guard rename(temporary, file) == 0 else { throw Files.failure(file, errno) }
        try Files.syncFolder(of: file)
    }

    /// Opens a register that exists. Nothing in it is judged yet but that it is one.
    /// - Parameter conference: whose entries; nil: those that are in it.
    public init(file: String, conference: String? = nil, access: Access) throws(StoreError) {
        self.file = file
        self.access = access
        try Self.checkHead(file)
        if access == .write, Foundation.access(file, W_OK) != 0 { throw Files.failure(file, errno) }
        snapshots = SnapshotFolder((file as NSString).deletingLastPathComponent)
        writing = Mutex(nil)
        do {
            reading = try SQLiteReading.open(file, severalAtOnce: access == .write)
            let found = try reading.read { database -> String? in
                guard
                    try Int32.fetchOne(database, sql: "PRAGMA application_id") == SQLiteSchema.applicationID
                else { throw StoreError.foreign(file: file) }
                guard try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0 <= SQLiteSchema.version
                else {
                    throw StoreError.newer(file: file)
                }
                if conference != nil { return nil }
                return try String.fetchOne(database, sql: "SELECT MIN(conference) FROM acts")
            }
            self.conference = conference ?? found ?? ""
        } catch {
            throw SQLiteErrors.meaning(of: error, file: file)
        }
    }

    /// Opens what writing needs, if it isn't open; `.notDurable` when the file can't be kept at
    /// `synchronous=FULL` in WAL mode. The first write does the same.
    public func openForWriting() throws(StoreError) {
        try write { _ throws(StoreError) in }
    }

    /// Closes every connection. The last one empties the write-ahead log into the file and removes it, which
    /// those that only read can't: so the appender goes last.
    public func close() {
        try? reading.close()
        writing.withLock { $0 = nil }
    }

    // MARK: Acts

    /// Stores `entries` in one durable commit, all or none.
    public func append(_ entries: [Entry]) throws(StoreError) {
        for entry in entries {
            guard entry.content.isStorable else { throw .unstorable(file: file, id: entry.content.id) }
            guard entry.conference == conference else { throw .conflict(file: file) }
        }
        try write { writing throws(StoreError) in try writing.appender.append(entries) }
    }

    /// Empties the write-ahead log, so that no frame of a failed commit can show after a restart.
    public func settle() throws(StoreError) {
        try write { writing throws(StoreError) in try writing.appender.settle() }
    }

    private func write(_ body: (SQLiteWriting) throws(StoreError) -> Void) throws(StoreError) {
        guard access == .write else { throw .readOnlyFolder(file: file) }
        let failure = writing.withLock { held -> StoreError? in
            do throws(StoreError) {
                if let open = held {
                    try body(open)
                } else {
                    let opened = try SQLiteWriting(file: file)
                    held = opened
                    try body(opened)
                }
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    /// Up to `limit` entries from `first` on.
    public func entries(from first: Int, limit: Int) throws(StoreError) -> [Entry] {
        try query(
            "SELECT \(SQLiteSchema.columns) FROM acts WHERE conference = ? AND sequence >= ? "
                + "ORDER BY sequence LIMIT ?", [conference, first, max(0, limit)]
        ) { try $0.entry() }
    }

    /// The entry with that sequence.
    public func entry(sequence: Int) throws(StoreError) -> Entry? {
        try query(
            "SELECT \(SQLiteSchema.columns) FROM acts WHERE conference = ? AND sequence = ?",
            [conference, sequence]
        ) { try $0.entry() }.first
    }

    /// The entry with that id.
    public func entry(id: String) throws(StoreError) -> Entry? {
        try query(
            "SELECT \(SQLiteSchema.columns) FROM acts WHERE conference = ? AND id = ?", [conference, id]
        ) { try $0.entry() }.first
    }

    /// Where the register ends.
    public func head() throws(StoreError) -> Head? {
        try query(
            "SELECT sequence, recorded_at, root FROM acts WHERE conference = ? ORDER BY sequence DESC LIMIT 1",
            [conference]
        ) { row in
            guard let sequence = row.integer(0), let time = row.text(1).flatMap(RecordedTime.micros),
                let root = row.hash(2)
            else { throw UnreadableRow(sequence: row.integer(0)) }
            return Head(sequence: sequence, recordedAt: time, root: root)
        }.first
    }

    /// Up to `limit` leaves from `first` on.
    public func leaves(from first: Int, limit: Int) throws(StoreError) -> [Hash] {
        try query(
            "SELECT sequence, leaf FROM acts WHERE conference = ? AND sequence >= ? ORDER BY sequence LIMIT ?",
            [conference, first, max(0, limit)]
        ) { row in
            guard let leaf = row.hash(1) else { throw UnreadableRow(sequence: row.integer(0)) }
            return leaf
        }
    }

    // MARK: Blobs and records

    /// Stores a blob under its SHA-256.
    @discardableResult
    public func putBlob(_ bytes: [UInt8]) throws(StoreError) -> String {
        let name = Hash.sha256(bytes).hex
        try change { database in
            try database.execute(
                sql: "INSERT INTO blobs (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                arguments: [name, Data(bytes)])
        }
        return name
    }

    /// The blob of that name, proved against it.
    public func blob(_ name: String) throws(StoreError) -> [UInt8]? {
        guard let bytes = try bytes("SELECT bytes FROM blobs WHERE name = ?", [name]) else { return nil }
        guard Hash.sha256(bytes).hex == name else {
            throw .corrupt(file: file, lastGood: (try? head())?.sequence, damage: .blob(name))
        }
        return bytes
    }

    /// The names of all blobs, sorted.
    public func blobNames() throws(StoreError) -> [String] {
        try texts("SELECT name FROM blobs ORDER BY name", [])
    }

    /// Stores or replaces a record.
    public func putRecord(kind: String, id: String, bytes: [UInt8]) throws(StoreError) {
        try change { database in
            try database.execute(
                sql: """
                    INSERT INTO records (kind, id, bytes) VALUES (?, ?, ?)
                    ON CONFLICT (kind, id) DO UPDATE SET bytes = excluded.bytes
                    """, arguments: [kind, id, Data(bytes)])
        }
    }

    /// The record's sealed bytes.
    public func record(kind: String, id: String) throws(StoreError) -> [UInt8]? {
        try bytes("SELECT bytes FROM records WHERE kind = ? AND id = ?", [kind, id])
    }

    /// Deletes a record, its bytes in the file and in the write-ahead log too.
    @discardableResult
    public func deleteRecord(kind: String, id: String) throws(StoreError) -> Bool {
        var deleted = false
        try change { database in
            try database.execute(sql: "DELETE FROM records WHERE kind = ? AND id = ?", arguments: [kind, id])
            deleted = database.changesCount > 0
        }
        // A reader may keep the log for a while; the next checkpoint then empties it.
        if deleted { try? settle() }
        return deleted
    }

    /// The ids of the records of a kind, sorted by their bytes.
    public func recordIDs(kind: String) throws(StoreError) -> [String] {
        try texts("SELECT id FROM records WHERE kind = ? ORDER BY id", [kind])
    }

    /// The kinds of which there are records, sorted.
    public func recordKinds() throws(StoreError) -> [String] {
        try texts("SELECT DISTINCT kind FROM records ORDER BY kind", [])
    }

    // MARK: Snapshots

    /// Keeps `snapshot` in a file of its own beside the database: it can be large, and must not hold up acts.
    public func saveSnapshot(_ snapshot: Snapshot) throws(StoreError) {
        guard access == .write else { throw .readOnlyFolder(file: file) }
        try snapshots.save(snapshot, conference: conference)
    }

    /// The snapshot of that format, if it is whole.
    public func latestSnapshot(formatVersion: Int) throws(StoreError) -> Snapshot? {
        snapshots.latest(formatVersion: formatVersion, conference: conference)
    }

    // MARK: Structure

    /// Looks at the database's pages: all of them when `thorough`, on opening only while that is cheap.
    public func checkStructure(thorough: Bool) throws(StoreError) {
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size]) as? Int ?? 0
        if thorough || size <= Self.cheapCheckBytes {
            let check = thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)"
            let answers = try texts(check, [])
            guard answers == ["ok"] else { throw .corrupt(file: file, lastGood: nil, damage: .page) }
        }
        let guards = Set(
            try texts("SELECT sql FROM sqlite_master WHERE tbl_name = 'acts' AND sql IS NOT NULL", []))
        guard guards == Set(SQLiteSchema.guarded) else {
            throw .corrupt(file: file, lastGood: nil, damage: .schema)
        }
        // What no question about this conference would ever meet.
        for end in try texts(
            "SELECT MIN(conference) FROM acts WHERE conference IS NOT NULL", [], orNone: true)
            + texts("SELECT MAX(conference) FROM acts WHERE conference IS NOT NULL", [], orNone: true)
        where !end.utf8.elementsEqual(conference.utf8) {
            throw .corrupt(file: file, lastGood: nil, damage: .conference)
        }
        let below = try query(
            "SELECT sequence FROM acts WHERE conference = ? AND sequence < 1 LIMIT 1", [conference]
        ) { $0.integer(0) }
        guard below.isEmpty else { throw .corrupt(file: file, lastGood: nil, damage: .gap) }
    }

    /// For the test of a full disk: the database grows no more.
    func limitPages() throws(StoreError) {
        try write { writing throws(StoreError) in try writing.appender.limitPages() }
    }

    /// Journal mode and `synchronous` of the two connections that write, as they are read back.
    func durability() throws(StoreError) -> [String] {
        var answers: [String] = []
        try write { writing throws(StoreError) in answers = try writing.durability() }
        return answers
    }

    /// One consistent, compact copy of everything in the database, made beside whoever writes; the caller has
    /// seen to it that there is no such file. `name` is what an error calls it.
    func copy(to destination: String, named name: String) throws(StoreError) {
        do {
            // A connection of its own: within `read` GRDB refuses whatever writes, be it to another file.
            let source = try SQLiteReading.queue(file)
            defer { try? source.close() }
            try source.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [destination])
            }
        } catch {
            let meaning = SQLiteErrors.meaning(of: error, file: name)
            // What is wrong with a page is wrong with the register, not with the copy.
            if case .corrupt = meaning { throw .corrupt(file: file, lastGood: nil, damage: .page) }
            throw meaning
        }
    }

    /// Puts a file that came out of a backup into the mode in which a register is kept.
    static func prepare(_ file: String) throws(StoreError) {
        do {
            let queue = try DatabaseQueue(path: file)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
        } catch {
            throw SQLiteErrors.meaning(of: error, file: file)
        }
    }

    /// Whether the file begins as a SQLite database does: what doesn't is named before SQLite sees it.
    private static func checkHead(_ file: String) throws(StoreError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Files.failure(file, errno) }
        defer { Foundation.close(descriptor) }
        var head = [UInt8](repeating: 0, count: 16)
        guard read(descriptor, &head, 16) == 16, head == Array("SQLite format 3\0".utf8) else {
            throw .corrupt(file: file, lastGood: nil, damage: .page)
        }
    }

    // MARK: Ways through GRDB

    private func query<T>(
        _ sql: String, _ arguments: StatementArguments, _ row: (SQLiteRow) throws -> T
    ) throws(StoreError) -> [T] {
        do {
            return try reading.read { database in
                var result: [T] = []
                try database.eachRow(sql, arguments) { result.append(try row($0)) }
                return result
            }
        } catch {
            throw SQLiteErrors.meaning(of: error, file: file)
        }
    }

    private func texts(
        _ sql: String, _ arguments: StatementArguments, orNone: Bool = false
    ) throws(StoreError) -> [String] {
        try query(sql, arguments) { row -> String? in
            let text = row.text(0)
            guard text != nil || orNone else { throw UnreadableRow() }
            return text
        }.compactMap { $0 }
    }

    private func bytes(_ sql: String, _ arguments: StatementArguments) throws(StoreError) -> [UInt8]? {
        try query(sql, arguments) { row in
            guard let bytes = row.bytes(0) else { throw UnreadableRow() }
            return bytes
        }.first
    }

    private func change(_ body: (Database) throws -> Void) throws(StoreError) {
        try write { writing throws(StoreError) in try writing.change(body) }
    }
}
