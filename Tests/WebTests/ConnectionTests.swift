import Foundation
import NIOCore
import Testing

@testable import Web

/// What HTTP/1 asks of a connection, and what a server bears of its clients.
struct ConnectionTests {
    private static let get = "GET /es/ HTTP/1.1\r\nHost: x\r\n"

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "GET /es/ HTTP/1.0\r\n\r\n", get + "Connection: Close\r\n\r\n",
            get + "Connection: TE, close\r\n\r\n",
            // What asks for another protocol is answered in this one, and nothing after it is read.
            get + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
        ])
    func `The last request of a connection is answered as the last one`(_ request: String) async throws {
        try await Loopback.serving(try TestSite()) { port in
            // Ends once the server has closed.
            let answer = try await Loopback.ask(port, request)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.contains("<p>es 612</p>"))
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `A connection of HTTP 1 point 0 stays where it asks for it`() async throws {
        try await Loopback.serving(try TestSite()) { port in
            let first = "GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
            let answer = try await Loopback.ask(port, first + "GET /healthz HTTP/1.0\r\n\r\n")
            #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
            #expect(answer.contains("\r\nConnection: keep-alive\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
        }
    }

    /// What isn't a request, by a name that is shorter than itself.
    enum Unfit: String, CaseIterable {
        case noHTTP, noHost, twoHosts, spaceBeforeColon, longField, manyFields, longAddress, afterAnother

        var bytes: String {
            switch self {
            case .noHTTP: "hello\r\n\r\n"
            case .noHost: "GET /es/ HTTP/1.1\r\n\r\n"
            case .twoHosts: get + "Host: y\r\n\r\n"
            case .spaceBeforeColon: get + "X : a\r\n\r\n"
            case .longField: get + "X: " + String(repeating: "a", count: 20_000) + "\r\n\r\n"
            case .manyFields: get + String(repeating: "X: a\r\n", count: 101) + "\r\n"
            case .longAddress:
                "GET /es/" + String(repeating: "a", count: 100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"
            // Whoever asked for something before gets that first.
            case .afterAnother: "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nhello\r\n\r\n"
            }
        }

        var status: Int { [.longField, .manyFields, .longAddress].contains(self) ? 431 : 400 }
    }

    @Test(.timeLimit(.minutes(5)), arguments: Unfit.allCases)
    func `What can't be read as a request is answered with a page in both languages`(_ unfit: Unfit)
        async throws
    {
        try await Loopback.serving(try TestSite()) { port in
            let answer = try await Loopback.ask(port, unfit.bytes)
            #expect(answer.contains("HTTP/1.1 \(unfit.status) "))
            #expect(answer.contains("\r\nContent-Security-Policy: default-src 'none'"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.contains(#"<section lang="es"><h1>"#))
            #expect(answer.contains(#"<section lang="en"><h2>"#))
            #expect(answer.contains("</html>"))
            #expect((unfit == .afterAnother) == answer.hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `An address that is too long is told so in its own language`() async throws {
        try await Loopback.serving(try TestSite()) { port in
            let address = "/en/" + String(repeating: "a", count: 9_000)
            let answer = try await Loopback.ask(
                port, "GET \(address) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 414 "))
            #expect(answer.contains("The address is too long"))
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `A client that waits for leave to send its form gets it`() async throws {
        try await Loopback.serving(try TestSite()) { port in
            try await Loopback.apart {
                let descriptor = try #require(Loopback.open(port))
                defer { Loopback.end(descriptor) }
                Loopback.say(
                    descriptor,
                    "POST /oai HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 13\r\nConnection: close\r\n\r\n"
                )
                #expect(Loopback.hear(descriptor, until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                Loopback.say(descriptor, "verb=Identify")
                #expect(Loopback.hear(descriptor).hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("/es/", "Content-Length: 5000\r\n\r\nabc", 405),
            ("/es/", "Content-Length: 99999999999\r\n\r\nabc", 413),
            ("/oai", "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
            ("/oai", "Transfer-Encoding: chunked\r\n\r\n7530\r\n", 413),
        ])
    func `Nobody waits for the rest of what is refused`(_ path: String, _ rest: String, _ status: Int)
        async throws
    {
        // Of 30,000 bytes more come than a form may have, and not all.
        let some = status == 413 ? String(repeating: "a", count: 20_000) : ""
        try await Loopback.serving(try TestSite()) { port in
            let answer = try await Loopback.ask(port, "POST \(path) HTTP/1.1\r\nHost: x\r\n" + rest + some)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
            #expect(answer.contains("\r\nConnection: close\r\n"))
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `Those who say nothing make room for who comes`() async throws {
        var limits = RequestLimits()
        limits.connections = 8
        let site = try TestSite(limits: limits)
        try await Loopback.serving(site) { port in
            try await Loopback.apart {
                let silent = (0..<200).compactMap { _ in Loopback.open(port) }
                defer { for descriptor in silent { Loopback.end(descriptor) } }
                #expect(silent.count == 200)
                // Some have begun and don't go on.
                for descriptor in silent.prefix(100) { Loopback.say(descriptor, "GET /es/ HT") }
                let descriptor = try #require(Loopback.open(port))
                defer { Loopback.end(descriptor) }
                Loopback.say(descriptor, Self.get + "\r\n")
                #expect(Loopback.hear(descriptor, until: "\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(site.responder.connections.count <= 8)
            }
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `Who takes nothing of an answer is let go`() async throws {
        var limits = RequestLimits()
        limits.stall = .milliseconds(50)
        let site = try TestSite(limits: limits)
        site.pages.turn { $0.size = 64 << 20 }
        try await Loopback.serving(site) { port in
            try await Loopback.apart {
                let descriptor = try #require(Loopback.open(port))
                defer { Loopback.end(descriptor) }
                Loopback.say(descriptor, Self.get + "\r\n")
                while site.responder.connections.count == 0 { usleep(1000) }
                while site.responder.connections.count > 0 { usleep(1000) }
                #expect(Loopback.hear(descriptor).utf8.count < 64 << 20)
            }
        }
    }
}
