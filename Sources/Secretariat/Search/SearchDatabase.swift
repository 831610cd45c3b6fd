import GRDBSQLite

/// SQLite's private, temporary database that the index is kept in, with its prepared statements. SQLite holds it
/// in memory up to a limit, beyond that in a nameless file that goes with the connection. Not for two threads at
/// once.
///
/// Not through GRDB: a search that finds half of everything steps through fifty thousand rows.
final class SearchDatabase {
    private let connection: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// An empty database.
    init() throws(SearchError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            "", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let connection = opened else {
            sqlite3_close_v2(opened)
            throw .index("SQLite \(code)")
        }
        self.connection = connection
        // Nothing here outlives the process: no journal, no waiting for the disk, 32 MiB in memory.
        try run("PRAGMA journal_mode = OFF")
        try run("PRAGMA synchronous = OFF")
        try run("PRAGMA cache_size = -32000")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(connection)
    }

    /// Runs SQL of ours, once.
    func run(_ sql: String) throws(SearchError) {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// What is bound to a statement's places.
    enum Value {
        case text(String)
        case number(Int)
    }

    /// Runs a statement, prepared once, and calls for each row with the statement to read columns of.
    func each(
        _ sql: String, _ values: [Value] = [], _ row: (OpaquePointer) -> Void = { _ in }
    ) throws(SearchError) {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .number(let number): sqlite3_bind_int64(statement, place, Int64(number))
            case .text(let text):
                let count = text.utf8.count
                _ = text.withCString {
                    sqlite3_bind_text(statement, place, $0, Int32(clamping: count), Self.transient)
                }
            }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(statement)
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    /// SQLite copies what is bound: SQLITE_TRANSIENT, which Swift doesn't import.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// A column's text.
    static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// A column's whole number.
    static func number(_ statement: OpaquePointer, _ column: Int32) -> Int {
        Int(sqlite3_column_int64(statement, column))
    }

    /// A column's number.
    static func decimal(_ statement: OpaquePointer, _ column: Int32) -> Double {
        sqlite3_column_double(statement, column)
    }

    private func prepared(_ sql: String) throws(SearchError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        guard
            sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
                == SQLITE_OK,
            let statement
        else { throw failure() }
        statements[sql] = statement
        return statement
    }

    private func failure() -> SearchError { .index(String(cString: sqlite3_errmsg(connection))) }
}
