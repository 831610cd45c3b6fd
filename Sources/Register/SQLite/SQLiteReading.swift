import Foundation
import GRDB

/// Opening a register only to read it.
enum SQLiteReading {
    /// A connection that only reads, beside a server or without one.
    ///
    /// In a folder that can't be written SQLite misses the files of its write-ahead log. When there is no such
    /// log, nobody is writing and the file can be read as it lies.
    /// - Parameter severalAtOnce: a server reads from several threads, a command from one.
    static func open(_ file: String, severalAtOnce: Bool) throws -> any DatabaseReader {
        do {
            let reader: any DatabaseReader =
                severalAtOnce ? try DatabasePool(path: file, configuration: configuration) : try queue(file)
            try touch(reader)
            return reader
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasLog(file)
        {
            let path = URL(fileURLWithPath: file).absoluteURL.path
            guard let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
                throw error
            }
            let still = try queue("file:\(escaped)?immutable=1")
            do {
                try touch(still)
            } catch {
                // A SQLite library that doesn't know such names.
                try? still.close()
                throw StoreError.readOnlyFolder(file: file)
            }
            return still
        }
    }

    /// One connection that only reads.
    static func queue(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.label = "register-reader"
        return configuration
    }

    /// SQLite opens a file only when it first reads from it.
    private static func touch(_ reader: any DatabaseReader) throws {
        _ = try reader.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
    }

    /// Whether something is in the write-ahead log of the file.
    static func hasLog(_ file: String) -> Bool {
        let size = (try? FileManager.default.attributesOfItem(atPath: file + "-wal")[.size]) as? Int
        return (size ?? 0) > 0
    }
}
