import Charter
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

extension SiteResponder {
    /// The long way: limits, address, method, then the page itself.
    func answer(_ exchange: Exchange) async -> (Response, RouteMeter) {
        let place = ErrorPlace(exchange, self)
        let meter = meters.meter("refused")
        let target = exchange.request.head.path ?? ""
        if target.utf8.count > site.limits.targetBytes {
            return (problem(.tooLongAddress(limit: site.limits.targetBytes), place), meter)
        }
        if let length = exchange.header(.contentLength).flatMap(Int.init), length > site.limits.bodyBytes {
            return (problem(.tooLargeBody(limit: site.limits.bodyBytes), place), meter)
        }
        let destination = Destination(path: String(exchange.path))
        if case .unknown = destination { return (problem(.notFound([]), place), meters.meter("unknown")) }
        if case .noSeat(let base, _, let typed) = destination {
            return (problem(noSeat(typed, in: base, place), place), meters.meter("unknown"))
        }
        if case .clock(let base) = destination { return await clock(base, exchange, place) }
        let method = exchange.request.method
        if method == .post, case .harvest(let base) = destination {
            return (await harvest(base, exchange, place), meters.meter("harvest"))
        }
        guard method == .get || method == .head else {
            return (problem(.methodNotAllowed, place), meter)
        }
        guard let coding = Negotiation.coding(exchange.header(.acceptEncoding)) else {
            return (problem(.notAcceptable, place), meter)
        }
        switch destination {
        case .unknown, .noSeat, .clock:
            return (problem(.notFound([]), place), meters.meter("unknown"))
        case .moved(let path):
            let query = exchange.rawQuery.isEmpty ? "" : "?" + exchange.rawQuery
            return (redirect(.permanentRedirect, path + query), meters.meter("moved"))
        case .languageChoice(let base):
            guard let conference = conference(at: base), base.seat == nil || isSeatOpen(conference, exchange)
            else {
                return (problem(noSeat(base.seat?.text, in: base, place), place), meters.meter("unknown"))
            }
            let language = Negotiation.language(exchange.header(.acceptLanguage))
            var response = redirect(.found, base.path(.home, language))
            response.headers[.vary] = "Accept-Language"
            return (response, meters.meter("language"))
        case .style(let version):
            let fresh = version == look.version
            return (
                fresh
                    ? response(coding == .gzip ? look.style : look.plainStyle, exchange)
                    : redirect(.found, Destination.stylePath(version: look.version)),
                meters.meter("style")
            )
        case .favicon: return (response(look.favicon, exchange), meters.meter("favicon"))
        case .robots: return (robots(), meters.meter("robots"))
        case .security: return (security() ?? problem(.notFound([]), place), meters.meter("security"))
        case .schema: return (response(look.schema, exchange), meters.meter("schema"))
        case .sitemap(let base, let part):
            return (
                await sitemap(base, part) ?? problem(.notFound([]), place), meters.meter("sitemap")
            )
        case .harvest(let base): return (await harvest(base, exchange, place), meters.meter("harvest"))
        case .health: return (health(), meters.meter("healthz"))
        case .metrics: return (metrics(), meters.meter("metrics"))
        case .page(let base, let route, let language, let representation):
            let meter = meters.meter(route.name)
            guard let conference = conference(at: base), base.seat == nil || isSeatOpen(conference, exchange)
            else { return (problem(noSeat(base.seat?.text, in: base, place), place), meter) }
            return (
                await page(
                    PageAddress(conference, base, route, language, representation), coding, exchange,
                    place, meter), meter
            )
        }
    }

    private func page(
        _ address: PageAddress, _ coding: ContentCoding, _ exchange: Exchange, _ place: ErrorPlace,
        _ meter: RouteMeter
    ) async -> Response {
        guard let wanted = Negotiation.representation(exchange.header(.accept)) else {
            // Whoever asks for a form by its name gets it; a page for people needs leave to be one.
            return address.representation == .html
                ? problem(.notAcceptable, place)
                : await page(address, address.representation, coding, exchange, place, meter)
        }
        let sent: Representation = address.representation == .html ? wanted : address.representation
        return await page(address, sent, coding, exchange, place, meter)
    }

    private func page(
        _ address: PageAddress, _ representation: Representation, _ coding: ContentCoding,
        _ exchange: Exchange, _ place: ErrorPlace, _ meter: RouteMeter
    ) async -> Response {
        guard let query = Query(parsing: exchange.rawQuery) else {
            return problem(.unreadableQuery, place)
        }
        let request = PageRequest(
            base: address.base, route: address.route, language: address.language,
            representation: representation, query: query,
            surroundings: surroundings(
                of: address.conference, isTriedOut: isSeatOpen(address.conference, exchange)))
        do {
            switch try await made(request, coding, exchange, address.conference, meter) {
            case .ready(let page): return response(page, exchange.request)
            case .once(.page(let rendered)): return once(rendered, request, coding, address.conference)
            case .once(.file(let file)): return send(file, request, exchange, address.conference)
            case .once(.closed(let door)): return problem(.closed(door), place)
            case .once(.noSeat):
                return problem(noSeat(address.base.seat?.text, in: address.base, place), place)
            case .once(.unavailable(let sentence, let detail)):
                if let detail {
                    exchange.logger.error(
                        "a form couldn't be made", metadata: ["id": "\(exchange.id)", "detail": "\(detail)"])
                }
                return problem(.unavailable(sentence), place)
            case .once(.notFound(let suggestions)): return problem(.notFound(suggestions), place)
            case .once(.unreadable(let sentence)): return problem(.unreadable(sentence), place)
            case .once(.elsewhere(let path)): return redirect(.seeOther, path)
            }
        } catch {
            exchange.logger.error(
                "a page failed",
                metadata: [
                    "id": "\(exchange.id)", "route": "\(meter.route)", "error": "\(error)",
                ])
            return problem(.failed, place)
        }
    }

    /// What is wrong with an address that names a seat; of a conference that isn't here, that it isn't.
    private func noSeat(_ typed: String?, in base: ConferencePath, _ place: ErrorPlace) -> Problem {
        guard let typed, let conference = conference(at: base) else { return .notFound([]) }
        return .noSeat(conference.source.noSeat(typed, place.shell))
    }

    /// A document's bytes: shown, never run, as the sandbox says; whatever it is, it can't act as this site.
    private func send(
        _ file: FileAnswer, _ request: PageRequest, _ exchange: Exchange, _ conference: HostedConference
    ) -> Response {
        let tag = EntityTag(fixed: file.sha256, coding: .identity)
        var headers = AnswerHeaders.common
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'; frame-ancestors 'none'"
        headers[.contentType] = file.mediaType
        headers[.named("Content-Disposition")] = "inline; filename=\"\(file.fileName)\""
        headers[.eTag] = tag.header
        headers[.cacheControl] =
            request.base.seat == nil ? AnswerHeaders.revalidate : AnswerHeaders.notKept
        if conference.isInvented { headers[.robots] = "noindex, nofollow" }
        if let tags = exchange.header(.ifNoneMatch), tag.isNamed(by: tags) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentLength] = String(file.bytes.count)
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    func response(_ asset: LookAssets.Asset, _ exchange: Exchange) -> Response {
        if let tags = exchange.header(.ifNoneMatch), asset.tag.isNamed(by: tags) {
            var headers = asset.headers
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: asset.headers, body: ResponseBody(byteBuffer: asset.body))
    }

    func redirect(_ status: HTTPResponse.Status, _ path: String) -> Response {
        var headers = AnswerHeaders.common
        headers[.location] = path
        headers[.cacheControl] = AnswerHeaders.revalidate
        return Response(status: status, headers: headers)
    }

    private func health() -> Response {
        let troubles = site.conferences.compactMap { conference in
            conference.source.trouble.map { (conference.base.choice, $0) }
        }
        let text = troubles.isEmpty ? "ok\n" : troubles.map { "\($0.0): \($0.1)\n" }.joined()
        return plain(text, status: troubles.isEmpty ? .ok : .serviceUnavailable)
    }

    private func metrics() -> Response {
        let (pages, bytes) = kept.size
        var gauges = [
            ("puebla_kept_pages", "Answers kept ready.", "", pages),
            ("puebla_kept_bytes", "Bytes of the answers kept ready.", "", bytes),
            ("puebla_connections", "Connections that are open.", "", connections.count),
        ]
        for conference in site.conferences {
            gauges.append(
                (
                    "puebla_register_sequence", "Number of the last entry.",
                    "{conference=\"\(conference.base.choice)\"}", conference.source.version.sequence
                ))
        }
        return plain(
            meters.text(gauges: gauges), status: .ok, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    func plain(
        _ text: String, status: HTTPResponse.Status, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        var headers = AnswerHeaders.common
        headers[.contentType] = type
        headers[.cacheControl] = AnswerHeaders.notKept
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// A page's address on this server, its conference found.
struct PageAddress: Sendable {
    let conference: HostedConference
    /// The conference's place with the reader's seat.
    let base: ConferencePath
    let route: Route
    let language: Language
    let representation: Representation

    init(
        _ conference: HostedConference, _ base: ConferencePath, _ route: Route, _ language: Language,
        _ representation: Representation
    ) {
        self.conference = conference
        self.base = base
        self.route = route
        self.language = language
        self.representation = representation
    }
}
