import Charter
import HTML
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

@testable import Web

/// Pages of an invented conference whose state a test turns by hand.
final class DummyPages: PageSource {
    struct State: Sendable {
        var version = PageVersion(sequence: 612, day: Day(number: 20_778))
        var keeping = Keeping.whileCurrent
        var rendered = 0
        var trouble: String?
        var size = 2_000
        /// Until it is opened every page is still being made.
        var gate: Gate?
    }

    /// Lets through once it is opened.
    actor Gate {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func pass() async {
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for one in waiting { one.resume() }
            waiting = []
        }
    }

    private let state = Mutex(State())

    var now: State { state.withLock { $0 } }
    func turn(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    var version: PageVersion { now.version }
    var trouble: String? { now.trouble }

    struct Broken: Error {}

    func answer(_ request: PageRequest) async throws -> PageAnswer {
        switch request.route {
        case .party("NIL"):
            return .notFound([LinkModel(text: "México", href: request.path(.party("MEX")))])
        case .contributions where request.query["budget"] == "x": return .unreadable("«x» no es un monto.")
        case .entry(13): throw Broken()
        default: break
        }
        let seen = state.withLock {
            $0.rendered += 1
            return $0
        }
        await seen.gate?.pass()
        let text =
            request.representation == .json ? "{}" : "<p>\(request.language) \(seen.version.sequence)</p>"
        let filling = String(repeating: "x", count: seen.size)
        return .page(
            RenderedPage(bytes: Array((text + filling).utf8), version: seen.version, keeping: seen.keeping))
    }

    func noSeat(_ typed: String, _ place: ShellPlace) -> NoSeat {
        NoSeat(title: typed, sentence: typed, facts: [])
    }

    func shell(_ place: ShellPlace) -> ShellModel {
        let language = place.language
        return ShellModel(
            conferenceName: Phrase("Conferencia de Prueba", "Test Conference")[language], tagline: "",
            petals: 11, homeHref: "/", navigation: [], language: language, twinHref: place.twin,
            foot: FootModel(notice: nil, sequence: now.version.sequence, recordedAt: "", root: "abcd"))
    }
}

/// A server without a socket: requests go straight to the responder.
struct TestSite {
    let pages = DummyPages()
    let responder: SiteResponder
    let clock = Clock()
    let log = LogLines()

    final class Clock: Sendable {
        private let value = Mutex<Int64>(1_000)
        var now: Int64 { value.withLock { $0 } }
        func set(_ instant: Int64) { value.withLock { $0 = instant } }
    }

    init(keptBytes: Int = 1 << 20, limits: RequestLimits = .init()) throws {
        let pages = pages
        let invented = ConferencePath(id: "cme").map {
            HostedConference(base: $0, source: pages, isInvented: true)
        }
        let clock = clock
        var site = SiteConfiguration(
            conferences: [HostedConference(base: .root, source: pages)] + [invented].compactMap { $0 },
            build: "b1", now: { clock.now })
        site.keptBytes = keptBytes
        site.limits = limits
        responder = try SiteResponder(site)
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var text: String {
            let plain = headers[.contentEncoding] == "gzip" ? Gzip.unpack(bytes, limit: 1 << 20) ?? [] : bytes
            return String(decoding: plain, as: UTF8.self)
        }
    }

    func get(
        _ path: String, method: HTTPRequest.Method = .get, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        for (name, value) in headers { head.headerFields[name] = value }
        let lines = log
        var logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
        logger.logLevel = .trace
        let response = await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: RequestScope(logger: logger))
        let sink = Sink()
        try await response.body.write(sink)
        return Answer(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }
}

/// Collects what a response writes.
private final class Sink: ResponseBodyWriter {
    private let collected = Mutex<[UInt8]>([])
    var bytes: [UInt8] { collected.withLock { $0 } }
    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += Array(buffer.readableBytesView) }
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The lines that a test's logger wrote.
final class LogLines: Sendable {
    private let collected = Mutex<[String]>([])
    var all: [String] { collected.withLock { $0 } }
    func add(_ line: String) { collected.withLock { $0.append(line) } }
}

private struct LineHandler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
        lines.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
    }
}
