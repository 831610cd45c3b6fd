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

    func write(_ body: (SQLiteWriting) throws(StoreError) -> Void) throws(StoreError) {
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

    /// Whether the file begins as a SQLite database does: what doesn't is named before SQLite sees it.
    private static func checkHead(_ file: String) throws(StoreError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == EACCES || errno == EPERM ? .unreadable(file: file) : Files.failure(file, errno)
        }
        defer { Foundation.close(descriptor) }
        var head = [UInt8](repeating: 0, count: 16)
        guard read(descriptor, &head, 16) == 16, head == Array("SQLite format 3\0".utf8) else {
            throw .corrupt(file: file, lastGood: nil, damage: .page)
        }
    }

    // MARK: Ways through GRDB

    func query<T>(
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

    func texts(
        _ sql: String, _ arguments: StatementArguments, orNone: Bool = false
    ) throws(StoreError) -> [String] {
        try query(sql, arguments) { row -> String? in
            let text = row.text(0)
            guard text != nil || orNone else { throw UnreadableRow() }
            return text
        }.compactMap { $0 }
    }

    func bytes(_ sql: String, _ arguments: StatementArguments) throws(StoreError) -> [UInt8]? {
        try query(sql, arguments) { row in
            guard let bytes = row.bytes(0) else { throw UnreadableRow() }
            return bytes
        }.first
    }

    func change(_ body: (Database) throws -> Void) throws(StoreError) {
        try write { writing throws(StoreError) in try writing.change(body) }
    }
}
