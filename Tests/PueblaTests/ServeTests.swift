import Foundation
import Testing

/// The program itself, serving.
struct ServeTests {
    /// The built program, beside the tests.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("puebla")

    /// A folder of this test's own, gone at its end.
    private final class Folder {
        let path = NSTemporaryDirectory() + "puebla-serve-" + UUID().uuidString
        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func start(_ arguments: [String]) throws -> (process: Process, out: Pipe, err: Pipe) {
        let process = Process()
        let (out, err) = (Pipe(), Pipe())
        process.executableURL = program
        process.arguments = Tool.clocked(arguments)
        process.standardOutput = out
        process.standardError = err
        try process.run()
        return (process, out, err)
    }

    private static func end(_ arguments: [String]) throws -> (code: Int32, out: String, err: String) {
        let started = try start(arguments)
        let out = started.out.fileHandleForReading.readDataToEndOfFile()
        let err = started.err.fileHandleForReading.readDataToEndOfFile()
        started.process.waitUntilExit()
        return (
            started.process.terminationStatus, String(decoding: out, as: UTF8.self),
            String(decoding: err, as: UTF8.self)
        )
    }

    private static func found(_ pack: String, _ path: String) throws {
        let ended = try end(["init", "--pack", pack, "--data", path])
        #expect(ended.code == 0, "\(ended.err)")
    }

    @Test(.timeLimit(.minutes(5)), arguments: [SIGTERM, SIGINT])
    func `It prints its address once, serves, and ends with 0 when asked`(_ signal: Int32) throws {
        let folder = try Folder()
        try Self.found("csm", folder.path + "/a")
        let server = try Self.start(["serve", "--data", folder.path + "/a", "--port", "0"])
        let line = String(decoding: server.out.fileHandleForReading.availableData, as: UTF8.self)
        #expect(line.firstMatch(of: /^http:\/\/127\.0\.0\.1:\d+\/\n$/) != nil)
        kill(server.process.processIdentifier, signal)
        let rest = server.out.fileHandleForReading.readDataToEndOfFile()
        _ = server.err.fileHandleForReading.readDataToEndOfFile()
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
        #expect(rest.isEmpty)
        // The folder is free again.
        #expect(try Self.end(["checkpoint", "--data", folder.path + "/a"]).code == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func `A missing folder, one given twice, two of one conference, a taken port: one sentence, exit 2`()
        throws
    {
        let folder = try Folder()
        let (a, b) = (folder.path + "/a", folder.path + "/b")
        try Self.found("csm", a)
        try Self.found("csm", b)
        func refused(_ arguments: [String], _ words: String) throws {
            let ended = try Self.end(["serve", "--language", "en"] + arguments)
            #expect(ended.code == 2)
            #expect(ended.out.isEmpty)
            #expect(ended.err.contains(words), "\(ended.err)")
        }
        try refused(["--data", folder.path + "/none", "--port", "0"], "none")
        try refused(["--data", a, "--data", a + "/../a", "--port", "0"], "given twice")
        try refused(["--data", a, "--data", b, "--port", "0"], "the same conference, csm")
        try refused(["--data", a, "--port", "70000"], "There is no port 70000")
        try refused(["--data", a, "--port", "0", "--host", "203.0.113.7"], "doesn't have the address")
        try refused(["--data", a, "--port", "0", "--host", "no such"], "doesn't have the address no such")

        let server = try Self.start(["serve", "--data", a, "--port", "0"])
        let line = String(decoding: server.out.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(line.split(separator: ":").last?.prefix { $0.isNumber })
        try refused(["--data", b, "--port", String(port)], "already listens on 127.0.0.1:\(port)")
        try refused(["--data", a, "--port", "0"], a)
        kill(server.process.processIdentifier, SIGTERM)
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
    }
}
