import Foundation
import GRDB

/// Opening a register only to read it.
enum SQLiteReading {
    /// A connection that only reads, beside a server or without one.
    ///
    /// In a folder that can't be written SQLite misses the files of its write-ahead log. When there is no such
    /// log, nobody is writing and the file can be read as it lies.
    static func open(_ file: String, _ configuration: Configuration) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasLog(file)
        {
            let path = URL(fileURLWithPath: file).absoluteURL.path
            guard let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else { throw error }
            let queue = try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
            do {
                _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
            } catch {
                // A SQLite library that doesn't know such names.
                try? queue.close()
                throw StoreError.readOnlyFolder(file: file)
            }
            return queue
        }
    }

    private static func hasLog(_ file: String) -> Bool {
        let size = (try? FileManager.default.attributesOfItem(atPath: file + "-wal")[.size]) as? Int
        return (size ?? 0) > 0
    }
}
