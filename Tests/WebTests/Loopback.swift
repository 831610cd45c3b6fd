import Foundation
import Hummingbird
import Logging
import Secretariat
import Testing

@testable import Web

/// A server on a port of the system's choice, and a client that sends bytes as they are. What a client does waits for
/// the other side, so it is done on a thread of its own: ``apart(_:)``.
enum Loopback {
    struct NoAnswer: Error {}

    /// Runs a site's server while `body` asks it at its port.
    static func serving(_ site: TestSite, _ body: @escaping @Sendable (Int) async throws -> Void) async throws
    {
        let (ports, reached) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "loopback")
        logger.logLevel = .critical
        let application = SiteServer.application(
            site.responder, host: "127.0.0.1", port: 0, logger: logger
        ) { reached.yield($0.port ?? 0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            try await body(try #require(await iterator.next()))
            group.cancelAll()
        }
    }

    /// Does what waits apart from the threads on which the server answers.
    static func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await Blocking.run(work)
    }

    /// A connection to a port of this machine; `nil` if nobody listens there.
    static func open(_ port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if connected == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    static func end(_ descriptor: Int32) { close(descriptor) }

    /// True if all of it went.
    @discardableResult
    static func say(_ descriptor: Int32, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What comes until `end` stands in it, or the other side closes.
    static func hear(_ descriptor: Int32, until end: String? = nil) -> String {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 {
            answer += piece[..<count]
            if let end, String(decoding: answer, as: UTF8.self).contains(end) { break }
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// Sends bytes to a port of this machine and reads until the other side closes.
    static func ask(_ port: Int, _ request: String) async throws -> String {
        try await apart {
            guard let descriptor = open(port) else { throw NoAnswer() }
            defer { end(descriptor) }
            guard say(descriptor, request) else { throw NoAnswer() }
            return hear(descriptor)
        }
    }
}
