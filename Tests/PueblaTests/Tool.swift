import Foundation
import Testing

/// The built program, run as a process of its own in a folder of its own.
struct Tool {
    /// What a run gave.
    struct Result {
        let code: Int32
        let output: String
        let errors: String

        /// The answer as JSON.
        var json: [String: Any] {
            get throws {
                try #require(
                    JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
                    "standard output isn't a JSON object: \(output.prefix(300)) \(errors.prefix(300))")
            }
        }
    }

    /// The folder the program runs in; removed with ``remove()``.
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/puebla-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// The program beside the tests.
    static var program: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = (tests as NSString).deletingLastPathComponent + "/puebla"
            try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) isn't built")
            return path
        }
    }

    /// When every run begins, whatever the machine's day and hour; noon where the invented conference sits.
    static let now = "2026-11-21T18:00:00Z"

    /// The arguments, with the clock for the commands that have one, unless they name it themselves.
    static func clocked(_ arguments: [String]) -> [String] {
        let commands = ["init", "record", "demo", "serve", "ask", "checkpoint"]
        guard let first = arguments.first, commands.contains(first), !arguments.contains("--now"),
            !arguments.contains("--help"), arguments.count > 1 || ["serve", "checkpoint"].contains(first)
        else { return arguments }
        return arguments + ["--now", now]
    }

    /// Runs the program with nothing of this process's environment but what is given.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Result {
        try await run(arguments, environment: environment)
    }

    /// - Parameter fileLimit: the most 512-byte blocks that a file of its may have, as on a full disk.
    func run(
        _ arguments: [String], environment: [String: String] = [:], fileLimit: Int? = nil
    ) async throws -> Result {
        let process = Process()
        let program = try Tool.program
        let arguments = Tool.clocked(arguments)
        if let fileLimit {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let script = #"trap '' XFSZ; ulimit -f \#(fileLimit); exec "$0" "$@""#
            process.arguments = ["-c", script, program] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        // Files, not pipes: nobody has to read while it writes.
        let run = path("run-" + UUID().uuidString)
        for name in [".out", ".err"] { _ = FileManager.default.createFile(atPath: run + name, contents: nil) }
        let output = try #require(FileHandle(forWritingAtPath: run + ".out"))
        let errors = try #require(FileHandle(forWritingAtPath: run + ".err"))
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        let code = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                done.resume(throwing: error)
            }
        }
        try output.close()
        try errors.close()
        return Result(code: code, output: try text(run + ".out"), errors: try text(run + ".err"))
    }

    /// The path of a name in the folder.
    func path(_ name: String) -> String { folder + "/" + name }

    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Writes a file into the folder.
    func write(_ name: String, _ text: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    /// Founds a register in `var`.
    func found(_ pack: String = "crm", data: String = "var") async throws {
        let result = try await run("init", "--pack", pack, "--data", data)
        try #require(result.code == 0, "\(result.errors)")
    }

    /// The sequence of the register's last act.
    func size(data: String = "var") async throws -> Int {
        try #require(try await run("verify", "--data", data, "--json").json["size"] as? Int)
    }

    /// Puts `new` where `old` stands in a file, as whoever can write the disk could; both of one length.
    func overwrite(_ name: String, _ old: String, _ new: String) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path(name)))
        try #require(old.utf8.count == new.utf8.count)
        let place = try #require(bytes.range(of: Data(old.utf8)))
        bytes.replaceSubrange(place, with: Data(new.utf8))
        try bytes.write(to: URL(fileURLWithPath: path(name)))
    }
}

/// Makes a tool, runs the body, removes the folder.
func withTool(_ body: (Tool) async throws -> Void) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await body(tool)
}

/// One line of a file of acts: a term of the glossary, dated on a day that every register has behind it.
func term(_ id: String, on day: String = "2016-11-30", extra: String = "") -> String {
    #"{"id":"\#(id)","on":"\#(day)","source":{"address":"https://example.org/"},"kind":"library.termDefined","#
        + #""act":{"term":"\#(id)","name":{"es":"Término","en":"Term"}\#(extra)}}"#
}
