import Charter
import Conference
import Register

/// A snapshot's bytes: the files that the state needs, the ids, the state.
///
/// Disposable: one that can't be read is as good as none.
struct SnapshotFile {
    /// Raised when the layout changes; older snapshots are then not read.
    static let format = 1

    let state: ConferenceState
    let ids: ActIDs

    /// The bytes for a state.
    static func bytes(_ state: ConferenceState, _ ids: ActIDs) -> [UInt8] {
        var bytes: [UInt8] = []
        let files = state.shelf.files.keys.sorted()
        append(UInt64(files.count), to: &bytes)
        for file in files { bytes.append(contentsOf: Array(file.utf8)) }
        let hashes = ids.all
        append(UInt64(hashes.count), to: &bytes)
        hashes.withUnsafeBytes { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: state.archive())
        return bytes
    }

    /// Reads a snapshot; nil if anything about it is in doubt.
    static func read(_ snapshot: Snapshot, _ store: any Store) -> SnapshotFile? {
        let bytes = snapshot.bytes
        var at = 0
        guard let files = number(bytes, &at), files <= 10_000, at + Int(files) * 64 <= bytes.count else {
            return nil
        }
        var shelf = FileShelf()
        for _ in 0..<files {
            let sha256 = String(decoding: bytes[at..<at + 64], as: UTF8.self)
            at += 64
            guard let content = try? store.blob(sha256) else { return nil }
            if let edition = try? Edition.read(content, registered: true) {
                shelf.add(.edition(edition), sha256: sha256)
            } else if let calendar = try? HolidayCalendar.read(content) {
                shelf.add(.holidays(calendar), sha256: sha256)
            } else {
                return nil
            }
        }
        guard let count = number(bytes, &at), count <= UInt64(bytes.count - at) / 8 else { return nil }
        let width = Int(count) * 8
        let hashes = [UInt64](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[at..<at + width]))
            }
            filled = Int(count)
        }
        at += width
        guard let state = try? ConferenceState(archive: bytes[at...], shelf: shelf),
            state.sequence == snapshot.sequence
        else { return nil }
        return SnapshotFile(state: state, ids: ActIDs(sorted: hashes))
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func number(_ bytes: [UInt8], _ at: inout Int) -> UInt64? {
        guard at + 8 <= bytes.count else { return nil }
        var value: UInt64 = 0
        for offset in (0..<8).reversed() { value = value << 8 | UInt64(bytes[at + offset]) }
        at += 8
        return value
    }
}
