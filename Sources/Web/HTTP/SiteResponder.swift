import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore

/// What a request brings besides itself: its logger.
public struct RequestScope: InitializableFromSource, Sendable {
    /// The logger of this request.
    public let logger: Logger

    /// From the server.
    public init(source: ApplicationRequestContextSource) { logger = source.logger }
    /// By hand, for tests.
    public init(logger: Logger) { self.logger = logger }
}

/// The sizes that a request may have. Whatever is beyond them gets one clear sentence.
public struct RequestLimits: Sendable {
    /// Longest address, its query included, in bytes.
    public var targetBytes = 2_048
    /// Largest body, in bytes.
    public var bodyBytes = 1_048_576
    /// Largest address with all header fields, in bytes.
    public var headBytes = 16_384
    /// How many connections may be held; from there on the longest idle one makes room.
    public var connections = 256
    /// How long a connection may say nothing.
    var idle = TimeAmount.seconds(60)
    /// How long a client may take nothing of its answer.
    var stall = TimeAmount.seconds(30)
    /// How long what is still coming is taken after a refusal.
    var patience = TimeAmount.seconds(2)
    /// The limits of a public server.
    public init() {}
}

/// What a server serves, and how.
public struct SiteConfiguration: Sendable {
    /// The conferences: the first at `/`, the others below `/c/ID/`.
    public var conferences: [HostedConference]
    /// The program's version, a part of every page's tag: no spaces or quotes.
    public var build: String
    /// True where an invented conference may be looked at as somebody: `serve --try`, on loopback alone.
    public var tryOut = false
    /// Under which address the server is known.
    public var origin = SiteOrigin()
    /// Whom to tell of a weakness: `mailto:…` or `https://…`; without one there is no security.txt.
    public var securityContact: String?
    /// Sizes.
    public var limits = RequestLimits()
    /// Room for kept pages, in bytes.
    public var keptBytes = 32 << 20
    /// Microseconds since 1970: only for pages that turn within the day.
    public var now: @Sendable () -> Int64

    /// A site of these conferences.
    public init(
        conferences: [HostedConference], build: String, now: @escaping @Sendable () -> Int64
    ) {
        self.conferences = conferences
        self.build = build
        self.now = now
    }
}

/// Answers every request of a server.
///
/// It stands in the place of Hummingbird's router: addresses are read by ``Destination``, which also
/// writes them, and an answer that is kept ready is found by the request's target before anything is
/// parsed. Errors become pages here and nowhere else.
public struct SiteResponder: HTTPResponder {
    /// What a request brings.
    public typealias Context = RequestScope

    let site: SiteConfiguration
    let look: LookAssets
    let kept: KeptPages
    let underway = AnswersUnderway()
    let meters = Meters()
    let connections: OpenConnections
    /// A page names the style sheet's version, so its tag has it too.
    var tagBuild: String { site.build + "." + look.version.prefix(6) }

    /// A responder; reads the style sheet from the module's resources. Throws if it isn't there.
    public init(_ site: SiteConfiguration) throws {
        self.site = site
        look = try LookAssets()
        kept = KeptPages(capacity: site.keptBytes)
        connections = OpenConnections(most: site.limits.connections)
    }

    /// Answers one request; never throws, so that nothing of an error reaches a person by accident.
    public func respond(to request: Request, context: RequestScope) async -> Response {
        let started = ContinuousClock.now
        let isRead = request.method == .get || request.method == .head
        if isRead, let (page, response) = keptAnswer(request) {
            let duration = ContinuousClock.now - started
            page.meter.count(status: response.status.code, duration: duration, fromKept: true)
            RequestLog.write(
                request, response, route: page.meter.route, duration, kept: true, id: nil, context)
            return request.method == .head ? response.createHeadResponse() : response
        }
        let exchange = Exchange(request: request, logger: context.logger)
        let (response, meter) = await answer(exchange)
        let duration = ContinuousClock.now - started
        meter.count(status: response.status.code, duration: duration, fromKept: false)
        RequestLog.write(
            request, response, route: meter.route, duration, kept: false, id: exchange.id, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The short way: one look-up, no parsing of the address, headers and bytes as they lie ready.
    private func keptAnswer(_ request: Request) -> (KeptPage, Response)? {
        guard let key = keptKey(request), let page = kept.find(key),
            page.version == page.conference.source.version, page.seat == nil || key.mayTakeSeat
        else { return nil }
        if let until = page.until, site.now() >= until { return nil }
        return (page, response(page, request))
    }

    /// Under what an answer to a request is kept; `nil` if its packing can't be.
    func keptKey(_ request: Request) -> KeptKey? {
        guard let target = request.head.path,
            let coding = Negotiation.coding(request.headers.value(.acceptEncoding))
        else { return nil }
        return KeptKey(
            target: target, accepted: Negotiation.representation(request.headers.value(.accept)),
            coding: coding, mayTakeSeat: mayTakeSeat(request))
    }

    /// The page, or "not modified" if the browser has it.
    func response(_ page: KeptPage, _ request: Request) -> Response {
        if let tags = request.headers.value(.ifNoneMatch), page.tag.isNamed(by: tags) {
            var headers = page.headers
            headers[.contentLength] = nil
            headers[.contentType] = nil
            headers[.contentEncoding] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: page.headers, body: ResponseBody(byteBuffer: page.body))
    }

    /// What the pages of a conference know of the server around.
    func surroundings(of conference: HostedConference, isTriedOut: Bool) -> Surroundings {
        var around = Surroundings()
        around.others = site.conferences.compactMap { other in
            guard other.base != conference.base, let name = other.name else { return nil }
            return Neighbour(name: name, base: other.base, isInvented: other.isInvented)
        }
        around.isTriedOut = isTriedOut
        around.clock = isTriedOut ? conference.clock : nil
        return around
    }

    func conference(at base: ConferencePath) -> HostedConference? {
        site.conferences.first { $0.base == base.open }
    }
}

/// A request on the long way, with what was read of it.
struct Exchange: Sendable {
    let request: Request
    let logger: Logger
    /// Shown with an error and written to the log, so that the two can be brought together.
    let id: String
    let path: Substring
    let rawQuery: Substring

    init(request: Request, logger: Logger) {
        self.request = request
        self.logger = logger
        let random = UInt64.random(in: .min ... .max)
        let digits = String(random, radix: 16)
        id = String(repeating: "0", count: 16 - digits.count) + digits
        let target = request.head.path ?? "/"
        let end = target.firstIndex(of: "#") ?? target.endIndex
        let mark = target[..<end].firstIndex(of: "?") ?? end
        path = target[..<mark]
        rawQuery = target[mark..<end].dropFirst()
    }

    func header(_ name: HTTPField.Name) -> String? { request.headers.value(name) }
}
