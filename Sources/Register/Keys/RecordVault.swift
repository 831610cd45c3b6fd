import Crypto
import Foundation

/// Personal data beside the register: sealed with the server's key, mutable, deletable.
///
/// A sealed record is bound to its conference, kind and id: it can't be put in another's place.
public struct RecordVault: Sendable {
    private let store: any Store
    private let key: SymmetricKey

    /// The records of `store`, sealed and opened with `key`.
    public init(store: any Store, key: SymmetricKey) {
        self.store = store
        self.key = key
    }

    /// Seals and stores a record, in place of the one there was.
    public func put(kind: String, id: String, _ bytes: [UInt8]) throws(StoreError) {
        guard let box = try? ChaChaPoly.seal(bytes, using: key, authenticating: place(kind, id)) else {
            throw .failed(file: store.file, detail: "ChaChaPoly")
        }
        try store.putRecord(kind: kind, id: id, bytes: [1] + Array(box.combined))
    }

    /// The record, opened; nil when there is none, `.sealed` when this key doesn't open it.
    public func get(kind: String, id: String) throws(StoreError) -> [UInt8]? {
        guard let sealed = try store.record(kind: kind, id: id) else { return nil }
        guard sealed.first == 1, let box = try? ChaChaPoly.SealedBox(combined: sealed.dropFirst()),
            let bytes = try? ChaChaPoly.open(box, using: key, authenticating: place(kind, id))
        else { throw .sealed(kind: kind, id: id) }
        return Array(bytes)
    }

    /// Deletes a record; whether there was one.
    @discardableResult
    public func delete(kind: String, id: String) throws(StoreError) -> Bool {
        try store.deleteRecord(kind: kind, id: id)
    }

    /// The ids of the records of a kind, sorted.
    public func ids(kind: String) throws(StoreError) -> [String] {
        try store.recordIDs(kind: kind)
    }

    /// The records that this key doesn't open: lost when the keys were not restored with the register.
    public func lost() throws(StoreError) -> [(kind: String, id: String)] {
        var lost: [(kind: String, id: String)] = []
        for kind in try store.recordKinds() {
            for id in try store.recordIDs(kind: kind) {
                do throws(StoreError) {
                    _ = try get(kind: kind, id: id)
                } catch {
                    guard case .sealed = error else { throw error }
                    lost.append((kind, id))
                }
            }
        }
        return lost
    }

    private func place(_ kind: String, _ id: String) -> [UInt8] {
        var bytes = Array("puebla record".utf8)
        for text in [store.conference, kind, id] {
            bytes += withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { Array($0) } + Array(text.utf8)
        }
        return bytes
    }
}
