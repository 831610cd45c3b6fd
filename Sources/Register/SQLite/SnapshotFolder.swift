import Foundation

/// The snapshots beside a register: `<data>/snapshots/state-FORMAT.snapshot`, each whole or worthless.
///
/// Layout: `PUEBLASN`, then as in a hash every field with its length before it (conference, format, size of the
/// tree, its edge), the SHA-256 of all that and of the state, the state.
struct SnapshotFolder: Sendable {
    private let folder: String
    private static let mark = [UInt8]("PUEBLASN".utf8)

    init(_ data: String) {
        folder = (data.isEmpty ? "." : data) + "/snapshots"
    }

    private func file(_ formatVersion: Int) -> String { folder + "/state-\(formatVersion).snapshot" }

    func save(_ snapshot: Snapshot, conference: String) throws(StoreError) {
        try Files.makeFolder(folder)
        let head = Self.head(snapshot, conference: conference)
        var bytes = Self.mark + Self.number(head.count) + head
        bytes += Hash.sha256(bytes + Hash.sha256(snapshot.bytes).bytes).bytes
        bytes += snapshot.bytes
        try Files.replace(file(snapshot.formatVersion), with: bytes)
    }

    /// What can't be read, belongs elsewhere or doesn't match its own hash is no snapshot: it is made anew.
    func latest(formatVersion: Int, conference: String) -> Snapshot? {
        guard var bytes = try? Files.read(file(formatVersion)), bytes.count >= 12,
            bytes.starts(with: Self.mark)
        else { return nil }
        let headCount = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
        let headEnd = 12 + headCount
        guard headCount < 8192, bytes.count >= headEnd + 32 else { return nil }
        let front = Array(bytes[..<headEnd])
        let seal = Hash(bytes: Array(bytes[headEnd..<headEnd + 32]))
        // What is left is the state, moved to the front: it can have a hundred megabytes.
        bytes.removeSubrange(..<(headEnd + 32))
        guard seal == Hash.sha256(front + Hash.sha256(bytes).bytes), let edge = Self.edge(Array(front[12...]))
        else { return nil }
        let snapshot = Snapshot(edge: edge, formatVersion: formatVersion, bytes: bytes)
        return Self.head(snapshot, conference: conference) == Array(front[12...]) ? snapshot : nil
    }

    private static func number(_ value: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(value).bigEndian) { Array($0) }
    }

    /// Size, how many nodes, the nodes; then what only has to be the same: format and conference.
    private static func head(_ snapshot: Snapshot, conference: String) -> [UInt8] {
        withUnsafeBytes(of: UInt64(snapshot.edge.size).bigEndian) { Array($0) }
            + number(snapshot.edge.nodes.count) + snapshot.edge.nodes.flatMap(\.bytes)
            + number(snapshot.formatVersion) + Array(conference.utf8)
    }

    private static func edge(_ head: [UInt8]) -> MerkleEdge? {
        guard head.count >= 12 else { return nil }
        let size = head[0..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let count = head[8..<12].reduce(0) { $0 << 8 | Int($1) }
        guard let size = Int(exactly: size), count <= 64, head.count >= 12 + count * 32 else { return nil }
        let nodes = (0..<count).compactMap { Hash(bytes: Array(head[(12 + $0 * 32)..<(44 + $0 * 32)])) }
        return MerkleEdge(size: size, nodes: nodes)
    }
}
