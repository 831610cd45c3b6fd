import Foundation
import GRDBSQLite

/// The one path on which acts reach the disk: a connection and prepared statements of its own.
///
/// GRDB does the rest; here its share of a small commit would be a fifth of the time. Not for two threads at
/// once: `SQLiteStore` keeps it behind a lock.
final class SQLiteAppender {
    private let file: String
    private let connection: OpaquePointer
    private let begin: OpaquePointer
    private let insert: OpaquePointer
    private let commit: OpaquePointer
    private let rollback: OpaquePointer

    /// Opens the register, which exists and is in WAL mode, with `synchronous` at FULL.
    init(file: String) throws(StoreError) {
        self.file = file
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(file, &opened, flags, nil)
        guard code == SQLITE_OK, let connection = opened else {
            sqlite3_close_v2(opened)
            throw SQLiteErrors.meaning(code: code, number: errno, message: "SQLite \(code)", file: file)
        }
        sqlite3_extended_result_codes(connection, 1)
        sqlite3_busy_timeout(connection, 5000)
        var statements: [OpaquePointer] = []
        do throws(StoreError) {
            _ = try Self.value("PRAGMA synchronous = FULL", connection, file)
            // Ids come in any order, so a commit of many acts touches many pages of their index: they are kept
            // at hand (8 MiB), and written home once for several commits (a log of 16 MiB).
            _ = try Self.value("PRAGMA cache_size = -8000", connection, file)
            _ = try Self.value("PRAGMA wal_autocheckpoint = 4000", connection, file)
            for sql in ["BEGIN IMMEDIATE", SQLiteSchema.insert, "COMMIT", "ROLLBACK"] {
                statements.append(try Self.prepare(sql, connection, file))
            }
        } catch {
            for statement in statements { sqlite3_finalize(statement) }
            sqlite3_close_v2(connection)
            throw error
        }
        self.connection = connection
        (begin, insert, commit, rollback) = (statements[0], statements[1], statements[2], statements[3])
    }

    deinit {
        for statement in [begin, insert, commit, rollback] { sqlite3_finalize(statement) }
        sqlite3_close_v2(connection)
    }

    /// Journal mode and `synchronous`, read back: `wal 2`.
    func durability() throws(StoreError) -> String { try Self.durability(connection, file) }

    private static func durability(_ connection: OpaquePointer, _ file: String) throws(StoreError) -> String {
        let mode = try value("PRAGMA journal_mode", connection, file) ?? ""
        return "\(mode) \(try value("PRAGMA synchronous", connection, file) ?? "")"
    }

    /// Lets the database grow no more, as a full disk would: for the test of what happens then.
    func limitPages() throws(StoreError) { _ = try Self.value("PRAGMA max_page_count = 1", connection, file) }

    /// Stores `entries` in one durable commit, all or none.
    func append(_ entries: [Entry]) throws(StoreError) {
        // A single row is a transaction by itself, two steps cheaper.
        if entries.count == 1 { return try step(insert) { bind(entries[0]) } }
        guard !entries.isEmpty else { return }
        try step(begin)
        do throws(StoreError) {
            for entry in entries { try step(insert) { bind(entry) } }
            try step(commit)
        } catch {
            if sqlite3_get_autocommit(connection) == 0 { try? step(rollback) }
            throw error
        }
    }

    /// Empties the write-ahead log into the database: frames of a commit that failed can't show later.
    func settle() throws(StoreError) {
        if sqlite3_get_autocommit(connection) == 0 { try? step(rollback) }
        let code = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func step(_ statement: OpaquePointer, _ binding: () -> Void = {}) throws(StoreError) {
        binding()
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else {
            let error = failure(code)
            sqlite3_reset(statement)
            throw error
        }
        sqlite3_reset(statement)
    }

    private func failure(_ code: Int32) -> StoreError {
        SQLiteErrors.meaning(
            code: code, number: code & 0xFF == SQLITE_IOERR ? systemError : 0,
            message: String(cString: sqlite3_errmsg(connection)), file: file, appending: true)
    }

    /// The system's error number of the last write that failed, in the log or the database. Not
    /// `sqlite3_system_errno`: by the time that is set, rolling back may have left another.
    private var systemError: Int32 {
        var number: Int32 = 0
        var log: UnsafeMutablePointer<sqlite3_file>?
        if sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK, let log,
            let control = log.pointee.pMethods?.pointee.xFileControl
        {
            _ = control(log, SQLITE_FCNTL_LAST_ERRNO, &number)
        }
        if number == 0 { sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &number) }
        return number
    }

    private func bind(_ entry: Entry) {
        bind(1, text: entry.conference)
        sqlite3_bind_int64(insert, 2, Int64(entry.sequence))
        bind(3, text: entry.recordedAtText)
        bind(4, text: entry.content.id)
        bind(5, text: entry.content.actor)
        bind(6, text: entry.content.kind)
        sqlite3_bind_int64(insert, 7, Int64(entry.content.version))
        bind(8, bytes: entry.content.body)
        bind(9, bytes: entry.salt)
        bind(10, bytes: entry.leaf.bytes)
        bind(11, bytes: entry.root.bytes)
    }

    /// SQLITE_TRANSIENT: SQLite takes a copy at once.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func bind(_ index: Int32, text: String) {
        var text = text
        _ = text.withUTF8 { buffer in
            // An empty buffer may have no address, which SQLite would take for NULL.
            buffer.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress {
                    sqlite3_bind_text(insert, index, start, Int32(characters.count), Self.copied)
                } else {
                    sqlite3_bind_text(insert, index, "", 0, Self.copied)
                }
            }
        }
    }

    private func bind(_ index: Int32, bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { buffer in
            if buffer.isEmpty {
                sqlite3_bind_zeroblob(insert, index, 0)
            } else {
                sqlite3_bind_blob(insert, index, buffer.baseAddress, Int32(buffer.count), Self.copied)
            }
        }
    }

    private static func prepare(
        _ sql: String, _ connection: OpaquePointer, _ file: String
    ) throws(StoreError) -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw SQLiteErrors.meaning(
                code: code, number: sqlite3_system_errno(connection),
                message: String(cString: sqlite3_errmsg(connection)), file: file)
        }
        return statement
    }

    private static func value(
        _ sql: String, _ connection: OpaquePointer, _ file: String
    ) throws(StoreError) -> String? {
        let statement = try prepare(sql, connection, file)
        defer { sqlite3_finalize(statement) }
        let code = sqlite3_step(statement)
        if code == SQLITE_DONE { return nil }
        guard code == SQLITE_ROW else {
            throw SQLiteErrors.meaning(
                code: code, number: sqlite3_system_errno(connection),
                message: String(cString: sqlite3_errmsg(connection)), file: file)
        }
        return sqlite3_column_text(statement, 0).map { String(cString: $0) }
    }
}
