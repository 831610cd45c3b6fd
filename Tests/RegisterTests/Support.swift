import Foundation
import Testing

@testable import Register

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "register-" + UUID().uuidString.lowercased()
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        chmod(path, 0o755)
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}

/// The drivers that the contract is run on.
enum Driver: String, CaseIterable, Sendable {
    case memory, sqlite

    func store(_ folder: TemporaryFolder, conference: String = "crm") throws -> any Store {
        switch self {
        case .memory: return MemoryStore(conference: conference)
        case .sqlite:
            let file = folder.file("register.sqlite")
            try SQLiteStore.create(file: file)
            return try SQLiteStore(file: file, conference: conference, access: .write)
        }
    }
}

enum Sample {
    static let start: Int64 = 1_795_250_400_000_000

    static func content(_ number: Int) -> Content {
        Content(
            id: "act-\(number)", actor: "member/MEX", kind: "meetings.convened", version: 1,
            body: Array(#"{"on":"2026-11-21","source":"prueba","título":"sesión \#(number)\n"}"#.utf8))
    }

    static func salt(_ number: Int) -> [UInt8] {
        Array(Hash.sha256(Array("salt \(number)".utf8)).bytes.prefix(16))
    }

    /// The entries 1…`count` of a register, the same at every call.
    static func entries(
        _ count: Int, conference: String = "crm", content: (Int) -> Content = Sample.content
    ) -> [Entry] {
        var edge = MerkleEdge()
        return (0..<count).map { number in
            Entry(
                appending: PreparedContent(content(number + 1), salt: salt(number + 1)), to: &edge,
                conference: conference, recordedAt: start + Int64(number) * 1_000_001)
        }
    }

    static func edge(_ entries: some Sequence<Entry>) -> MerkleEdge {
        var edge = MerkleEdge()
        for entry in entries { edge.add(entry.leaf) }
        return edge
    }
}

/// A data folder with a register of `count` acts, closed again.
func makeRegister(_ folder: TemporaryFolder, acts count: Int, conference: String = "crm") throws {
    try ActLog.create(folder: folder.path, conference: conference)
    let log = try ActLog.open(folder: folder.path, access: .write)
    try log.store.append(Sample.entries(count, conference: conference))
    log.close()
}

/// The error that `body` throws, or nil.
func failure(_ body: () throws -> Void) -> StoreError? {
    do {
        try body()
        return nil
    } catch {
        return error as? StoreError
    }
}

/// A program that the tests run beside themselves.
struct Child {
    let process = Process()
    let output = Pipe()
    let input = Pipe()

    /// The tool of this package, which is built beside the tests.
    static var tool: String {
        Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent("RegisterTortureTool").path
    }

    init(_ program: String = Child.tool, arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardInput = input
        try process.run()
    }

    /// The next line of its output; nil at the end.
    func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(output.fileHandleForReading.fileDescriptor, &byte, 1) == 1 {
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// All lines to the end, and how it ended.
    func finish() -> (lines: [String], status: Int32) {
        try? input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        return (lines, process.terminationStatus)
    }
}
