import Foundation

/// Where and on how much a group measures.
public struct Setting: Sendable {
    /// A folder of the group's own, empty when it opens.
    public let folder: URL
    /// Whether only to see that all of it runs, on as little as does: no number then says anything.
    public let isSmoke: Bool

    /// A setting.
    public init(folder: URL, isSmoke: Bool = false) {
        self.folder = folder
        self.isSmoke = isSmoke
    }

    /// How many of something: all of them to measure, few to see that it runs.
    public func count(_ all: Int, smoke few: Int) -> Int { isSmoke ? few : all }
}

/// Rows that share what must first be opened: a server, a register, a file.
public struct Group: Sendable {
    /// A short name, for `--only`.
    public let name: String
    /// Opens what the rows share.
    public let open: @Sendable (Setting) async throws -> OpenedGroup

    /// A group; `open` is called only if one of its rows may be wanted.
    public init(_ name: String, open: @escaping @Sendable (Setting) async throws -> OpenedGroup) {
        self.name = name
        self.open = open
    }
}

/// A group's rows, and how to close what they share.
public struct OpenedGroup: Sendable {
    /// The rows, in the table's order.
    public let rows: [Row]
    /// Called once after the last row, and after a row that threw.
    public let close: @Sendable () async throws -> Void

    /// An opened group.
    public init(rows: [Row], close: @escaping @Sendable () async throws -> Void = {}) {
        self.rows = rows
        self.close = close
    }
}

/// Runs groups one after the other, each in a folder that is empty before and gone after.
/// - Parameters:
///   - rounds: how often each side of a row runs.
///   - isSmoke: each side runs once, on as little as does.
///   - finished: told each row's result as it comes.
/// - Returns: every result, in order.
/// - Throws: whatever a group or a contender throws.
public func measure(
    _ groups: [Group], rounds: Int, isSmoke: Bool = false, in folder: URL,
    finished: (Outcome) -> Void = { _ in }
) async throws -> [Outcome] {
    var results: [Outcome] = []
    for group in groups {
        let own = folder.appendingPathComponent(group.name, isDirectory: true)
        try? FileManager.default.removeItem(at: own)
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: own) }
        let opened = try await group.open(Setting(folder: own, isSmoke: isSmoke))
        do {
            for row in opened.rows {
                let result = try await race(row, rounds: isSmoke ? .atMost(1) : row.rounds, asked: rounds)
                finished(result)
                results.append(result)
            }
        } catch {
            try? await opened.close()
            throw error
        }
        try await opened.close()
    }
    return results
}
