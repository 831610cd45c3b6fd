import Charter
import Conference
import FoundingData
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Register
import Secretariat
import Synchronization

@testable import Web

/// The pages of an embedded pack with a clock that a test turns by hand; asked without a socket.
struct TurningSite {
    let registrar: Registrar
    let responder: SiteResponder
    private let clock: TurnedClock

    /// A clock that stands until it is turned.
    final class TurnedClock: Sendable {
        private let value: Mutex<Instant>
        init(_ instant: Instant) { value = Mutex(instant) }
        var now: Instant { value.withLock { $0 } }
        func turn(_ instant: Instant) { value.withLock { $0 = instant } }
    }

    struct NoInstant: Error {}

    /// Founded at noon of the day on which the sources were last consulted, in the secretariat's zone.
    init(pack name: String) async throws {
        guard let noon = Instant("2026-11-21T18:00:00Z") else { throw NoInstant() }
        let clock = TurnedClock(noon)
        self.clock = clock
        let pack = try Pack.read(name)
        func text(_ text: Pack.Manifest.Text) -> Localized { Localized(es: text.es, en: text.en) }
        let founding = Founding(
            opening: Opened(
                conference: pack.manifest.id, name: text(pack.manifest.name),
                subtitle: pack.manifest.subtitle.map(text), abbreviation: text(pack.manifest.abbreviation),
                invented: pack.manifest.invented),
            files: pack.files,
            lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        registrar = Registrar(Opening(empty: MemoryStore(conference: name)), clock: { clock.now })
        try await founding.register(with: registrar, key: nil)
        let look = try LookAssets()
        responder = try SiteResponder(
            SiteConfiguration(
                conferences: [
                    HostedConference(base: .root, source: ConferencePages(registrar, at: .root, look: look))
                ], build: "b1", now: { clock.now.microseconds }))
    }

    /// Turns the clock to an instant in RFC 3339.
    func turn(_ instant: String) throws {
        guard let instant = Instant(instant) else { throw NoInstant() }
        clock.turn(instant)
    }

    /// The answer to a path, unpacked.
    func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> TestSite.Answer {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
        for (name, value) in headers { head.headerFields[name] = value }
        var logger = Logger(label: "turning")
        logger.logLevel = .critical
        let response = await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
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
}
