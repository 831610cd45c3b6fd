import BenchHarness
import Charter
import Foundation
import HTML
import Secretariat
import Web

/// Stands in for the conference's pages.
private struct TablePages: PageSource {
    let registrar: Registrar
    var version: PageVersion {
        let state = registrar.state
        return PageVersion(sequence: state.sequence, day: state.day(at: registrar.now))
    }
    var trouble: String? { nil }

    func answer(_ request: PageRequest) async throws -> PageAnswer {
        var html = HTMLWriter()
        html.document(language: "es") { html in
            html.table(
                DataTable(
                    caption: "Presidencias", columns: (0..<5).map { DataTable.Column("Columna \($0)") },
                    rows: (0..<60).map { row in
                        (0..<5).map { .text("Celda \(row), \($0 * row * 7919 % 1009)") }
                    }))
        }
        return .page(RenderedPage(bytes: html.bytes, version: version))
    }

    func shell(_ language: Language, twin: String) -> ShellModel {
        ShellModel(
            conferenceName: "", tagline: "", petals: 11, homeHref: "/", navigation: [], language: language,
            twinHref: twin, foot: FootModel(notice: nil, sequence: 0, recordedAt: "", root: ""))
    }
}

extension Group {
    /// A public page through a socket, against a server that has the same bytes ready and nothing else to do.
    static let pages = Group("pages") { folder in
        let data = folder.appendingPathComponent("data").path
        try await Founded.make(data)
        let office = try Office(folder: data, logger: Founded.silent, clock: Founded.clock)
        let hosted = HostedConference(base: .root, source: TablePages(registrar: office.registrar))
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
