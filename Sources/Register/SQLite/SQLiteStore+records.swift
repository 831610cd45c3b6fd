import Foundation
import GRDB

extension SQLiteStore {
    /// Stores a blob under its SHA-256.
    @discardableResult
    public func putBlob(_ bytes: [UInt8]) throws(StoreError) -> String {
        let name = Hash.sha256(bytes).hex
        try change { database in
            try database.execute(
                sql: "INSERT INTO blobs (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                arguments: [name, Data(bytes)])
        }
        return name
    }

    /// The blob of that name, proved against it.
    public func blob(_ name: String) throws(StoreError) -> [UInt8]? {
        guard let bytes = try bytes("SELECT bytes FROM blobs WHERE name = ?", [name]) else { return nil }
        guard Hash.sha256(bytes).hex == name else {
            throw .corrupt(file: file, lastGood: (try? head())?.sequence, damage: .blob(name))
        }
        return bytes
    }

    /// The names of all blobs, sorted.
    public func blobNames() throws(StoreError) -> [String] {
        try texts("SELECT name FROM blobs ORDER BY name", [])
    }

    /// Stores or replaces a record.
    public func putRecord(kind: String, id: String, bytes: [UInt8]) throws(StoreError) {
        try change { database in
            try database.execute(
                sql: """
                    INSERT INTO records (kind, id, bytes) VALUES (?, ?, ?)
                    ON CONFLICT (kind, id) DO UPDATE SET bytes = excluded.bytes
                    """, arguments: [kind, id, Data(bytes)])
        }
    }

    /// The record's sealed bytes.
    public func record(kind: String, id: String) throws(StoreError) -> [UInt8]? {
        try bytes("SELECT bytes FROM records WHERE kind = ? AND id = ?", [kind, id])
    }

    /// Deletes a record, its bytes in the file and in the write-ahead log too.
    @discardableResult
    public func deleteRecord(kind: String, id: String) throws(StoreError) -> Bool {
        var deleted = false
        try change { database in
            try database.execute(sql: "DELETE FROM records WHERE kind = ? AND id = ?", arguments: [kind, id])
            deleted = database.changesCount > 0
        }
        // A reader may keep the log for a while; the next checkpoint then empties it.
        if deleted { try? settle() }
        return deleted
    }

    /// The ids of the records of a kind, sorted by their bytes.
    public func recordIDs(kind: String) throws(StoreError) -> [String] {
        try texts("SELECT id FROM records WHERE kind = ? ORDER BY id", [kind])
    }

    /// The kinds of which there are records, sorted.
    public func recordKinds() throws(StoreError) -> [String] {
        try texts("SELECT DISTINCT kind FROM records ORDER BY kind", [])
    }
}
