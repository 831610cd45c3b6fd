import GRDB
import GRDBSQLite

/// Reading rows through SQLite's own column functions: every type is looked at before it is believed, since a
/// file changed behind the register's back may hold anything.
struct SQLiteRow {
    let statement: OpaquePointer

    func text(_ column: Int32) -> String? {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT else { return nil }
        guard let start = sqlite3_column_text(statement, column) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func integer(_ column: Int32) -> Int? {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(statement, column))
    }

    func bytes(_ column: Int32) -> [UInt8]? {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        guard count > 0 else { return [] }
        guard let start = sqlite3_column_blob(statement, column) else { return nil }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    func hash(_ column: Int32) -> Hash? {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB,
            sqlite3_column_bytes(statement, column) == 32, let start = sqlite3_column_blob(statement, column)
        else { return nil }
        return Hash(raw: UnsafeRawBufferPointer(start: start, count: 32))
    }

    /// The entry in the columns of `SQLiteSchema.columns`.
    func entry() throws(UnreadableRow) -> Entry {
        let sequence = integer(1)
        guard let conference = text(0), let sequence, let time = text(2), let id = text(3),
            let actor = text(4),
            let kind = text(5), let version = integer(6), let body = bytes(7), let salt = bytes(8),
            let leaf = hash(9), let root = hash(10), let recordedAt = RecordedTime.micros(time)
        else { throw UnreadableRow(sequence: sequence) }
        return Entry(
            conference: conference, sequence: sequence, recordedAt: recordedAt,
            content: Content(id: id, actor: actor, kind: kind, version: version, body: body), salt: salt,
            leaf: leaf, root: root)
    }
}

extension Database {
    /// Runs a query and hands each row to `body`, on a statement that stays prepared.
    func eachRow(
        _ sql: String, _ arguments: StatementArguments = [], _ body: (SQLiteRow) throws -> Void
    ) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.setArguments(arguments)
        let pointer = statement.sqliteStatement
        sqlite3_reset(pointer)
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try body(SQLiteRow(statement: pointer))
            case SQLITE_DONE: return
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(
                        rawValue: sqlite3_extended_errcode(sqliteConnection) | code & 0xFF),
                    message: String(cString: sqlite3_errmsg(sqliteConnection)))
            }
        }
    }
}
