import Charter
import Conference
import FoundingData
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Register
import Secretariat

@testable import Web

/// The pages of an embedded pack, founded in memory, asked without a socket. Its clock stands at noon of
/// 21 November 2026 where the secretariat sits.
struct RecordSite {
    let registrar: Registrar
    let responder: SiteResponder

    static let noon = Instant("2026-11-21T18:00:00Z") ?? Instant(microseconds: 0)
    /// The real record, founded once for all tests that only read.
    static let crm = Task { try await RecordSite(pack: "crm") }
    /// The South American Conference, to prove that nothing is said of one conference in code.
    static let csm = Task { try await RecordSite(pack: "csm") }

    /// A conference of its own, for tests that register acts.
    init(pack name: String) async throws {
        let pack = try Pack.read(name)
        func text(_ text: Pack.Manifest.Text) -> Localized { Localized(es: text.es, en: text.en) }
        let founding = Founding(
            opening: Opened(
                conference: pack.manifest.id, name: text(pack.manifest.name),
                subtitle: pack.manifest.subtitle.map(text), abbreviation: text(pack.manifest.abbreviation),
                invented: pack.manifest.invented),
            files: pack.files,
            lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        registrar = Registrar(Opening(empty: MemoryStore(conference: name)), clock: { Self.noon })
        try await founding.register(with: registrar, key: nil)
        let look = try LookAssets()
        responder = try SiteResponder(
            SiteConfiguration(
                conferences: [
                    HostedConference(base: .root, source: ConferencePages(registrar, at: .root, look: look))
                ], build: "b1", now: { Self.noon.microseconds }))
    }

    /// Status and text of the answer to a path.
    func get(_ path: String) async throws -> (status: Int, text: String) {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
        var logger = Logger(label: "record")
        logger.logLevel = .critical
        let response = await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: RequestScope(logger: logger))
        let collected = Collected()
        try await response.body.write(collected)
        return (response.status.code, String(decoding: await collected.bytes.all, as: UTF8.self))
    }

    private actor Bytes {
        var all: [UInt8] = []
        func add(_ bytes: [UInt8]) { all += bytes }
    }

    private struct Collected: ResponseBodyWriter {
        let bytes = Bytes()
        func write(_ buffer: ByteBuffer) async throws { await bytes.add(Array(buffer.readableBytesView)) }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
