import Charter
import Conference
import Exchange
import FoundingData
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Register
import Secretariat
import Synchronization

@testable import Web

/// An invented conference below `/c/cme` beside a real one at `/`, tried out; in its register stand values that
/// nothing else says, so that a page that tells them is found out.
struct PlantedSite: Sendable {
    let registrar: Registrar
    let responder: SiteResponder
    let clock: Clock

    static let noon = Instant("2026-11-21T16:00:00Z") ?? Instant(microseconds: 0)
    static let today = Day(2026, 11, 21) ?? .distantPast
    /// Planted once, for all tests that only read.
    static let shared = Task { try await PlantedSite() }
    /// The same but for what the public may not know.
    static let other = Task { try await PlantedSite(secrets: .second) }

    /// A clock that stands at noon of a day, as an invented conference's does.
    final class Clock: Sendable {
        private let value = Mutex(PlantedSite.today)
        static let days = (Day(2026, 1, 1) ?? .distantPast)...(Day(2031, 12, 31) ?? .distantFuture)
        var day: Day { value.withLock { $0 } }
        var now: Instant {
            Instant(
                microseconds: PlantedSite.noon.microseconds + Int64(PlantedSite.today.days(until: day))
                    * 86_400_000_000)
        }
        func set(_ day: Day) -> Bool {
            guard Clock.days.contains(day) else { return false }
            value.withLock { $0 = day }
            return true
        }
    }

    /// Founded, planted and hosted; `tryOut` as `serve --try` sets it.
    init(tryOut: Bool = true, secrets: PlantedSecrets = .first) async throws {
        let clock = Clock()
        self.clock = clock
        registrar = try await PlantedSite.registrar("cme") { clock.now }
        try await PlantedSite.plant(registrar, secrets)
        let real = try await RecordSite.crm.value.registrar
        let look = try LookAssets()
        var conferences = [
            HostedConference(
                base: .root, source: ConferencePages(real, at: .root, look: look),
                name: real.state.registry.opened?.act.name)
        ]
        if let base = ConferencePath(id: "cme") {
            conferences.append(
                HostedConference(
                    base: base,
                    source: ConferencePages(
                        registrar, at: base, look: look, paper: PDFMaker(executable: try PlainPaper.path())),
                    isInvented: true,
                    name: registrar.state.registry.opened?.act.name,
                    clock: ClockControl(
                        days: Clock.days, home: Self.today, day: { clock.day }, set: { clock.set($0) })))
        }
        var site = SiteConfiguration(
            conferences: conferences, build: "b1", now: { Self.noon.microseconds })
        site.tryOut = tryOut
        responder = try SiteResponder(site)
    }

    private static func registrar(
        _ name: String, _ clock: @escaping @Sendable () -> Instant
    ) async throws -> Registrar {
        let pack = try Pack.read(name)
        func text(_ text: Pack.Manifest.Text) -> Localized { Localized(es: text.es, en: text.en) }
        let founding = Founding(
            opening: Opened(
                conference: pack.manifest.id, name: text(pack.manifest.name),
                subtitle: pack.manifest.subtitle.map(text), abbreviation: text(pack.manifest.abbreviation),
                invented: pack.manifest.invented),
            files: pack.files,
            lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        let registrar = Registrar(Opening(empty: MemoryStore(conference: name)), clock: clock)
        try await founding.register(with: registrar, key: nil)
        return registrar
    }

    // MARK: Asking

    /// The answer to a request.
    func ask(
        _ path: String, _ headers: [HTTPField.Name: String] = [:], method: HTTPRequest.Method = .get,
        host: String = "localhost:8080", body: String = ""
    ) async throws -> TestSite.Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
        for (name, value) in headers { head.headerFields[name] = value }
        var logger = Logger(label: "planted")
        logger.logLevel = .critical
        let response = await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))),
            context: RequestScope(logger: logger))
        let collected = Collected()
        try await response.body.write(collected)
        return TestSite.Answer(
            status: response.status.code, headers: response.headers, bytes: collected.bytes)
    }

    private final class Collected: ResponseBodyWriter {
        private let all = Mutex<[UInt8]>([])
        var bytes: [UInt8] { all.withLock { $0 } }
        func write(_ buffer: ByteBuffer) async throws {
            all.withLock { $0 += Array(buffer.readableBytesView) }
        }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// The eight as whom it is looked at, in the table's order.
    static let viewers: [(name: String, viewer: Viewer)] = [
        ("public", .public), ("member", .member("XAL")), ("presidency", .presidency),
        ("secretariat", .secretariat), ("administrator", .administrator),
        ("observer country", .observer("XRI")), ("observer organisation", .observer("OPUMO")),
        ("network", .network),
    ]

    /// The conference's place as a viewer sees it.
    static func base(_ viewer: Viewer) -> ConferencePath {
        (ConferencePath(id: "cme") ?? .root).seen(by: Seat(viewer))
    }
}
