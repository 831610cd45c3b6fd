import Foundation
import GRDB

@testable import Register

/// What happens to a register behind its back.
enum Tampering {
    /// Runs `sql` on a register's file with the triggers out of the way, and puts them back if told to.
    static func change(_ file: String, _ sql: String, restoringTriggers: Bool = true) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER acts_never_change")
            try database.execute(sql: "DROP TRIGGER acts_never_go")
            try database.execute(sql: sql)
            if restoringTriggers {
                try database.execute(sql: SQLiteSchema.actsKept)
                try database.execute(sql: SQLiteSchema.actsStay)
            }
        }
        try queue.close()
    }

    /// Flips every bit of `count` bytes from `offset` on.
    static func flip(_ file: String, at offset: Int, count: Int = 1) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in offset..<min(offset + count, bytes.count) { bytes[index] ^= 0xFF }
        try bytes.write(to: URL(fileURLWithPath: file))
    }

    static func size(_ file: String) throws -> Int {
        try Data(contentsOf: URL(fileURLWithPath: file)).count
    }

    static func truncate(_ file: String, to size: Int) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.truncate(atOffset: UInt64(size))
        try handle.close()
    }

    /// Where the bytes of `text` first stand in the file.
    static func find(_ text: String, in file: String) throws -> Int? {
        try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(text.utf8))?.lowerBound
    }
}
