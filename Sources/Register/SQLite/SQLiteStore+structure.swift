import Foundation
import GRDB

extension SQLiteStore {
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
}
