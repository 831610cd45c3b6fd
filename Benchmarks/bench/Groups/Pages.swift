import BenchHarness
import Charter
import Foundation
import HTTPTypes
import Secretariat
import Web

/// The real conference served three ways: its pages kept, its pages made for every request, and the bytes of a page
/// by the same server with nothing behind it.
private struct PageRace: Sendable {
    let office: Office
    let keeping: RunningServer
    let making: RunningServer
    let types: [PageType]
    private let setting: Setting

    init(_ setting: Setting) async throws {
        self.setting = setting
        let folder = setting.folder.appendingPathComponent("data").path
        try await Founded.make(folder)
        office = try Office(folder: folder, logger: Founded.silent, clock: Founded.clock)
        let origin = SiteOrigin()
        let source = ConferencePages(office.registrar, at: .root, look: try LookAssets(), origin: origin)
        var site = SiteConfiguration(
            conferences: [HostedConference(base: .root, source: source)], build: "bench",
            now: { Founded.clock().microseconds })
        keeping = try await RunningServer.site(try SiteResponder(site))
        // Without room nothing is kept, and nobody shares: every request makes its page.
        site.keptBytes = 0
        making = try await RunningServer.site(try SiteResponder(site))
        types = try await PageType.all(source, origin: origin.text, port: keeping.port)
    }

    func close() async {
        await keeping.close()
        await making.close()
        office.close()
    }

    /// Both contenders of one page, kept and raw.
    func pair(_ path: String) async throws -> (
        kept: LoadClient, raw: LoadClient, server: RunningServer, bytes: [Int]
    ) {
        let kept = LoadClient(port: keeping.port, path: path)
        guard let answer = try await kept.answers().first else {
            throw Founded.Failure(description: "no answer to \(path)")
        }
        let server = try await RunningServer.raw(answer.headers, answer.body)
        let raw = LoadClient(port: server.port, path: path)
        guard let same = try await raw.answers().first, same.headers == answer.headers,
            same.body == answer.body
        else { throw Founded.Failure(description: "\(path): the servers don't answer with the same bytes") }
        return (kept, raw, server, [answer.body.count])
    }

    /// Measures every sort of page for a moment and prints what came of it; the kept page nearest to its limit.
    func survey() async throws -> String {
        var worst = (path: "/es/", ratio: Double.infinity)
        say("pages: sort of page · kept / raw · made, per second · bytes · page")
        let asks = setting.count(2_000, smoke: 16)
        for type in setting.isSmoke ? Array(types.prefix(3)) : types {
            let (kept, raw, server, bytes) = try await pair(type.path)
            var ratios: [Double] = []
            for _ in 0..<setting.count(3, smoke: 1) {
                let ours = try await kept.load(asks, expecting: bytes)
                ratios.append(ours.perSecond / (try await raw.load(asks, expecting: bytes)).perSecond)
            }
            await server.close()
            let made = LoadClient(port: making.port, path: type.path)
            // A page whose time stands on it isn't as long in each moment.
            let rate = try? await made.load(setting.count(200, smoke: 16), expecting: bytes).perSecond
            let ratio = median(ratios)
            if ratio < worst.ratio { worst = (type.path, ratio) }
            say(
                "pages: \(type.name) · \(hundredths(ratio)) · \(rate.map { String(Int($0)) } ?? "–") · "
                    + "\(type.heaviest.bytes)\(type.isLong ? " (long)" : "") · \(type.path)")
        }
        return worst.path
    }

    private func hundredths(_ ratio: Double) -> String { String(format: "%.2f", ratio) }
}

extension Group {
    /// Public pages through a socket on 16 connections: kept, against a server that has the same bytes ready and
    /// nothing else to do; made anew; and what they weigh.
    static let pages = Group("pages") { setting in
        let race = try await PageRace(setting)
        let worst = try await race.survey()
        let (kept, raw, server, bytes) = try await race.pair(worst)
        let longest =
            race.types.max { $0.heaviest.bytes < $1.heaviest.bytes }?.heaviest
            ?? (path: worst, bytes: 0)
        let heavy = race.types.filter { !$0.isLong }.max { $0.heaviest.bytes < $1.heaviest.bytes }?.heaviest
        let list = LoadClient(port: race.making.port, path: longest.path)
        let listBytes = try await list.answers().map(\.body.count)
        // Which page shows its own moment isn't told by its address: all but the working days do not.
        let paths = race.types.map(\.path).filter { !$0.hasSuffix("/working-days") }
        let mixed = LoadClient(port: race.keeping.port, paths: paths)
        let mixedMade = LoadClient(port: race.making.port, paths: paths)
        let mixedBytes = try await mixed.answers().map(\.body.count)
        let sheet = try await race.styleSheet()
        let many = setting.count(12_000, smoke: 32)
        return OpenedGroup(
            rows: [
                Row(
                    "\(worst) kept, the slowest of \(race.types.count) sorts",
                    measured: .value("puebla", .perSecond) {
                        try await kept.load(many, expecting: bytes).perSecond
                    },
                    against: .value("same bytes, raw", .perSecond) {
                        try await raw.load(many, expecting: bytes).perSecond
                    }, .atLeast(0.8)),
                Row(
                    "99 of 100 kept pages of all sorts, 16 connections",
                    measured: .value("puebla", .seconds) {
                        try await mixed.load(many, expecting: mixedBytes).slowest
                    }, against: .fixed("goal", 0.005, .seconds), .atMost(1)),
                Row(
                    "\(longest.path) made anew, the longest list",
                    measured: .value("\(longest.bytes / 1000) kB", .perSecond) {
                        try await list.load(setting.count(600, smoke: 16), expecting: listBytes).perSecond
                    }, against: .fixed("goal", 1_000, .perSecond), .atLeast(1)),
                Row(
                    "99 of 100 pages of all sorts made anew, 16 connections",
                    measured: .value("puebla", .seconds) {
                        try await mixedMade.load(setting.count(1_200, smoke: 32), expecting: mixedBytes)
                            .slowest
                    }, against: .fixed("goal", 0.050, .seconds), .atMost(1)),
                Row(
                    "the heaviest page that isn't a long list",
                    measured: .fixed(heavy?.path ?? "", Double(heavy?.bytes ?? 0), .bytes),
                    against: .fixed("goal", 60_000, .bytes), .atMost(1)),
                Row(
                    "the style sheet, before packing",
                    measured: .fixed("puebla.css", sheet, .bytes),
                    against: .fixed("goal", 30_000, .bytes), .atMost(1)),
            ],
            close: {
                await server.close()
                await race.close()
            })
    }
}

extension PageRace {
    /// The style sheet's bytes as a browser that can't unpack is sent them.
    fileprivate func styleSheet() async throws -> Double {
        let home = LoadClient(port: keeping.port, paths: ["/es/"], packed: false)
        let html = String(decoding: try await home.answers()[0].body, as: UTF8.self)
        guard let link = html.range(of: "<link rel=\"stylesheet\" href=\""),
            let end = html[link.upperBound...].firstIndex(of: "\"")
        else { throw Founded.Failure(description: "the first page names no style sheet") }
        let path = String(html[link.upperBound..<end])
        let sheet = LoadClient(port: keeping.port, paths: [path], packed: false)
        return Double(try await sheet.answers()[0].body.count)
    }
}
