import Foundation
import Testing

@testable import Web

/// Servers that begin and end while connections come.
struct LifecycleTests {
    /// Lets connections come from threads of their own and ends the server in their midst.
    private static func round(callers: Int) async throws {
        let site = try TestSite()
        let come = DispatchGroup()
        try await Loopback.serving(site) { port in
            for _ in 0..<callers {
                come.enter()
                Thread {
                    while let descriptor = Loopback.open(port) {
                        Loopback.say(descriptor, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                        Loopback.end(descriptor)
                    }
                    come.leave()
                }.start()
            }
            // In their midst: some have been answered.
            while site.responder.meters.meter("healthz").total < 5 { await Task.yield() }
        }
        try await Loopback.apart { come.wait() }
    }

    @Test(.timeLimit(.minutes(5)))
    func `A server that ends while connections come lets go of each`() async throws {
        for _ in 0..<10 { try await Self.round(callers: 8) }
    }
}
