import Foundation

/// The program itself, serving a data folder as an operator would have it.
final class ServedProgram {
    let port: Int
    private let process = Process()

    /// The program built beside this one.
    static var program: URL {
        let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return own.deletingLastPathComponent().appendingPathComponent("puebla")
    }

    /// Starts it, and waits for the first page.
    /// - Returns: the program, and the seconds from start to the page's last byte.
    static func start(_ folder: String) throws -> (ServedProgram, Double) {
        let clock = ContinuousClock()
        let port = try Loopback.freePort()
        let started = clock.now
        let served = try ServedProgram(folder, port)
        while true {
            do {
                guard try served.ask("/es/") == 200 else {
                    throw Loopback.Failure(description: "puebla serve: no page at /es/")
                }
                return (served, (clock.now - started) / .seconds(1))
            } catch {
                guard served.process.isRunning, clock.now - started < .seconds(20) else { throw error }
                usleep(1000)
            }
        }
    }

    private init(_ folder: String, _ port: Int) throws {
        self.port = port
        process.executableURL = Self.program
        process.arguments = ["serve", "--data", folder, "--port", String(port), "--now", Founded.start]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Asks for a page and gives the answer's status.
    func ask(_ path: String) throws -> Int {
        let socket = try Loopback(port: port)
        try socket.send(Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
        var scanner = AnswerScanner()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var end = 0
        repeat { end = try socket.receive(&buffer, from: end) } while !scanner.isWhole(buffer, end)
        return scanner.status
    }

    /// What it holds in memory, in bytes (VmRSS).
    func residentBytes() throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kilobytes = Double(line.split(whereSeparator: { " \t".contains($0) })[1])
        else { throw Loopback.Failure(description: "no VmRSS of process \(process.processIdentifier)") }
        return kilobytes * 1024
    }

    /// Ends it as an operator does, and waits.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
