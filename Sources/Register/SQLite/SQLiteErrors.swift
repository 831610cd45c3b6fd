import Foundation
import GRDB
import GRDBSQLite

/// A row that can't be an entry, met while reading.
struct UnreadableRow: Error {
    /// The sequence that the row was asked for or says it has; nil when not even that can be read.
    var sequence: Int?
}

/// What SQLite's result codes mean for the register.
enum SQLiteErrors {
    /// `code` is the extended result code, `number` the system's error number that came with it.
    /// `appending`: a failure of the disk then leaves open what was stored.
    static func meaning(
        code: Int32, number: Int32, message: String, file: String, appending: Bool = false
    ) -> StoreError {
        switch code & 0xFF {
        case SQLITE_FULL: return .diskFull(file: file)
        case SQLITE_BUSY, SQLITE_LOCKED:
            return .locked(file: file, by: .otherProgram)
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(file: file, lastGood: nil, damage: .page)
        case SQLITE_CONSTRAINT: return .conflict(file: file)
        case SQLITE_READONLY, SQLITE_PERM: return .readOnlyFolder(file: file)
        case SQLITE_CANTOPEN:
            if !Files.exists(file) { return .missing(file: file) }
            return .readOnlyFolder(file: file)
        case SQLITE_IOERR:
            if number == ENOSPC || number == EDQUOT || number == EFBIG { return .diskFull(file: file) }
            // SQLITE_IOERR_SHORT_READ, _DATA and _CORRUPTFS: the file ends, or isn't whole, where pages should be.
            if [2, 32, 33].contains(code >> 8) { return .corrupt(file: file, lastGood: nil, damage: .page) }
            if appending { return .uncertain(file: file, detail: message) }
            return .failed(file: file, detail: message)
        default: return .failed(file: file, detail: message)
        }
    }

    /// The same of an error that GRDB threw, or of one of ours that went through it.
    static func meaning(of error: any Error, file: String, database: Database? = nil) -> StoreError {
        if let error = error as? StoreError { return error }
        if let row = error as? UnreadableRow {
            return .corrupt(file: file, lastGood: row.sequence.map { max(0, $0 - 1) }, damage: .form)
        }
        guard let error = error as? DatabaseError else {
            return .failed(file: file, detail: String(describing: error))
        }
        let number = database.map { sqlite3_system_errno($0.sqliteConnection) } ?? 0
        return meaning(
            code: error.extendedResultCode.rawValue, number: number, message: error.message ?? "SQLite",
            file: file)
    }
}
