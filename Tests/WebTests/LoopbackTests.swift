import Testing

@testable import Web

/// The whole way through a socket, on a port of the system's choice.
struct LoopbackTests {
    @Test(.timeLimit(.minutes(5)))
    func `A server answers on the address that it names`() async throws {
        try await Loopback.serving(try TestSite()) { port in
            let last = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            let page = try await Loopback.ask(port, "GET /es/ \(last)\r\n")
            #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(page.contains("\r\nETag: \"b1."))
            #expect(page.contains("<p>es 612</p>"))
            let head = try await Loopback.ask(port, "HEAD /es/ \(last)\r\n")
            #expect(head.hasSuffix("\r\n\r\n"))
            let fresh = try await Loopback.ask(port, "GET /es/ \(last)If-None-Match: *\r\n\r\n")
            #expect(fresh.hasPrefix("HTTP/1.1 304"))
            #expect(!fresh.lowercased().contains("content-length"))
        }
    }
}
