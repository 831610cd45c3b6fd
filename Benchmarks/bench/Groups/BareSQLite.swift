import BenchHarness
import Foundation
import GRDBSQLite

/// Durable commits with SQLite alone: the yardstick for whatever writes the register.
///
/// One row of an act's usual size is one transaction, by a prepared statement on a connection that is kept open.
struct BareSQLite: Sendable {
    /// How the file is flushed.
    enum Synchronous: Int32, Sendable {
        /// Never: shows what the disk costs.
        case off = 0
        /// After every commit, as the register does it.
        case full = 2
    }

    /// What SQLite answered, or a setting that it did not take.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How much an act with its hashes takes, about.
    static let bytesPerRow: Int32 = 700

    private let file: URL
    private let synchronous: Synchronous

    init(file: URL, synchronous: Synchronous) {
        self.file = file
        self.synchronous = synchronous
    }

    /// Commits `count` rows, one after the other, each on its own.
    /// - Returns: commits in a second; opening the file and the checkpoint of its closing are not counted.
    /// - Throws: `Failure`, also when the journal or the flushing read back are not those asked for.
    func commit(_ count: Int) throws -> Double {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        try expect(sqlite3_open_v2(file.path, &connection, flags, nil), SQLITE_OK, connection)
        try execute("PRAGMA journal_mode = WAL", connection)
        try execute("PRAGMA synchronous = \(synchronous.rawValue)", connection)
        try execute("CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, body BLOB)", connection)
        // A benchmark that looks too good forgot to flush: believe only what is read back.
        let journal = try read("PRAGMA journal_mode", connection)
        let flushing = try read("PRAGMA synchronous", connection)
        guard journal == "wal", flushing == String(synchronous.rawValue) else {
            throw Failure(description: "\(file.path): journal \(journal), synchronous \(flushing)")
        }

        var insert: OpaquePointer?
        defer { sqlite3_finalize(insert) }
        let text = "INSERT INTO rows (body) VALUES (randomblob(?))"
        try expect(sqlite3_prepare_v2(connection, text, -1, &insert, nil), SQLITE_OK, connection)
        try expect(sqlite3_bind_int(insert, 1, Self.bytesPerRow), SQLITE_OK, connection)
        let took = try ContinuousClock().measure {
            for _ in 0..<count {
                try expect(sqlite3_step(insert), SQLITE_DONE, connection)
                try expect(sqlite3_reset(insert), SQLITE_OK, connection)
            }
        }
        return Double(count) / (took / .seconds(1))
    }

    private func execute(_ text: String, _ connection: OpaquePointer?) throws {
        try expect(sqlite3_exec(connection, text, nil, nil, nil), SQLITE_OK, connection)
    }

    private func read(_ text: String, _ connection: OpaquePointer?) throws -> String {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        try expect(sqlite3_prepare_v2(connection, text, -1, &statement, nil), SQLITE_OK, connection)
        try expect(sqlite3_step(statement), SQLITE_ROW, connection)
        guard let value = sqlite3_column_text(statement, 0) else {
            throw Failure(description: "\(text): no answer")
        }
        return String(cString: value)
    }

    private func expect(_ code: Int32, _ expected: Int32, _ connection: OpaquePointer?) throws {
        guard code == expected else {
            throw Failure(description: "\(file.path): \(String(cString: sqlite3_errmsg(connection)))")
        }
    }
}

extension Group {
    /// What a durable commit costs on this disk: the denominator of the register's rows.
    ///
    /// Where flushing is nearly free (a disk in memory, a cache that lies) the ratio is near 1, and rows about
    /// durable writes say little.
    static let sqlite = Group("sqlite") { setting in
        let folder = setting.folder
        let commits = setting.count(500, smoke: 3)
        let full = BareSQLite(file: folder.appendingPathComponent("full.sqlite"), synchronous: .full)
        let off = BareSQLite(file: folder.appendingPathComponent("off.sqlite"), synchronous: .off)
        return OpenedGroup(rows: [
            Row(
                "a durable commit with SQLite alone",
                measured: .value("synchronous=FULL", .perSecond) { try full.commit(commits) },
                against: .value("not flushed", .perSecond) { try off.commit(commits) },
                .none(because: "what this disk costs: the next rows are held against it"))
        ])
    }
}
