import GRDB

/// The two connections that write: the appender for acts, GRDB's for everything else.
final class SQLiteWriting {
    let appender: SQLiteAppender
    private let file: String
    private let queue: DatabaseQueue

    /// Opens both, sees to their durability and refuses anything less.
    init(file: String) throws(StoreError) {
        self.file = file
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.label = "register-writer"
            queue = try DatabaseQueue(path: file, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                // Deleted records leave no bytes behind.
                try database.execute(sql: "PRAGMA secure_delete = ON")
                // Said even so, and read back: GRDB has a way of leaving WAL databases at NORMAL, where a commit
                // may be lost with the power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
        } catch {
            throw SQLiteErrors.meaning(of: error, file: file)
        }
        appender = try SQLiteAppender(file: file)
        guard try durability() == ["wal 2", "wal 2"] else { throw .notDurable(file: file) }
    }

    deinit { try? queue.close() }

    /// Journal mode and `synchronous` of both, read back: `wal 2`.
    func durability() throws(StoreError) -> [String] {
        do {
            let own = try queue.writeWithoutTransaction { database in
                let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
                return try "\(mode) \(Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1)"
            }
            return [try appender.durability(), own]
        } catch {
            throw SQLiteErrors.meaning(of: error, file: file)
        }
    }

    /// Runs `body` in a transaction of its own.
    func change(_ body: (Database) throws -> Void) throws(StoreError) {
        let failure = queue.writeWithoutTransaction { database -> StoreError? in
            do {
                try database.inTransaction {
                    try body(database)
                    return .commit
                }
                return nil
            } catch {
                return SQLiteErrors.meaning(of: error, file: file, database: database)
            }
        }
        if let failure { throw failure }
    }
}
