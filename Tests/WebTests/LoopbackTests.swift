import Foundation
import Hummingbird
import Logging
import Testing

@testable import Web

/// The whole way through a socket, on a port of the system's choice.
struct LoopbackTests {
    @Test(.timeLimit(.minutes(1)))
    func `A server answers on the address that it names`() async throws {
        let site = try TestSite()
        let (ports, reached) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "loopback")
        logger.logLevel = .critical
        let application = SiteServer.application(
            site.responder, host: "127.0.0.1", port: 0, logger: logger
        ) { reached.yield($0.port ?? 0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let page = try Self.ask(port, "GET /es/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(page.contains("\r\nETag: \"b1."))
            #expect(page.contains("<p>es 612</p>"))
            let head = try Self.ask(port, "HEAD /es/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(head.hasSuffix("\r\n\r\n"))
            let fresh = try Self.ask(
                port, "GET /es/ HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\nConnection: close\r\n\r\n")
            #expect(fresh.hasPrefix("HTTP/1.1 304"))
            #expect(!fresh.lowercased().contains("content-length"))
            let long = String(repeating: "a", count: 40_000)
            let refused = try Self.ask(
                port, "GET /es/?\(long) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(refused.hasPrefix("HTTP/1.1 4"))
            group.cancelAll()
        }
    }

    struct NoAnswer: Error {}

    /// Sends bytes to a port of this machine and reads until the other side closes.
    private static func ask(_ port: Int, _ request: String) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw NoAnswer() }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NoAnswer() }
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw NoAnswer()
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 {
            answer += piece[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
