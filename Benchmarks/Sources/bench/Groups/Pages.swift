import BenchHarness
import Charter
import Foundation
import Secretariat
import Web

extension Group {
    /// A public page through a socket, against a server that has the same bytes ready and nothing else to do.
    static let pages = Group("pages") { folder in
        let data = folder.appendingPathComponent("data").path
        try await Founded.make(data)
        let office = try Office(folder: data, logger: Founded.silent, clock: Founded.clock)
        let hosted = HostedConference(
            base: .root, source: ConferencePages(office.registrar, at: .root, look: try LookAssets()))
        var site = SiteConfiguration(
            conferences: [hosted], build: "bench", now: { Founded.clock().microseconds })
        let keeping = try await RunningServer.site(try SiteResponder(site))
        // Without room nothing is kept: every request makes its page.
        site.keptBytes = 0
        let making = try await RunningServer.site(try SiteResponder(site))

        let path = "/es/presidencies"
        let kept = LoadClient(port: keeping.port, path: path)
        let made = LoadClient(port: making.port, path: path)
        let bytes = try await kept.body()
        let server = try await RunningServer.raw(bytes)
        let raw = LoadClient(port: server.port, path: path)
        say("pages: \(path) has \(bytes.count) bytes, packed")
        guard try await kept.body() == bytes, try await raw.body() == bytes else {
            throw Founded.Failure(description: "the servers don't answer with the same bytes")
        }
        return OpenedGroup(
            rows: [
                Row(
                    "a public page, kept",
                    measured: .value("puebla", .perSecond) {
                        try await kept.load(12_000, expecting: bytes.count)
                    },
                    against: .value("same bytes, raw", .perSecond) {
                        try await raw.load(12_000, expecting: bytes.count)
                    }, .atLeast(0.8)),
                Row(
                    "a public page, not kept",
                    measured: .value("puebla", .perSecond) {
                        try await made.load(1_200, expecting: bytes.count)
                    },
                    against: .value("same bytes, raw", .perSecond) {
                        try await raw.load(12_000, expecting: bytes.count)
                    }, .none),
            ],
            close: {
                for server in [keeping, making, server] { await server.close() }
                office.close()
            })
    }
}
