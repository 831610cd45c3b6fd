import Charter
import HTTPTypes
import Hummingbird
import NIOCore

/// From what a conference's pages answer to bytes and headers.
extension SiteResponder {
    /// The answer, made once for all who ask for it meanwhile.
    func made(
        _ request: PageRequest, _ coding: ContentCoding, _ exchange: Exchange,
        _ conference: HostedConference, _ meter: RouteMeter
    ) async throws -> MadeAnswer {
        let key = keptKey(exchange.request)
        let make: @Sendable () async throws -> MadeAnswer = {
            let answer = try await conference.source.answer(request)
            guard case .page(let rendered) = answer, rendered.keeping != .never else { return .once(answer) }
            let page = ready(rendered, request, coding, conference, meter)
            if let key, page.until.map({ site.now() < $0 }) ?? true { kept.keep(page, under: key) }
            return .ready(page)
        }
        // Where nothing is kept everybody has their own.
        guard let key, kept.capacity > 0 else { return try await make() }
        return try await underway.answer(.init(kept: key, version: conference.source.version), make)
    }

    /// A page ready to be sent any number of times.
    private func ready(
        _ rendered: RenderedPage, _ request: PageRequest, _ coding: ContentCoding,
        _ conference: HostedConference, _ meter: RouteMeter
    ) -> KeptPage {
        let isTriedOut = request.surroundings.isTriedOut
        // More is for pages that many ask for; anybody can make up another question.
        let (body, sent) = packed(
            rendered, request, coding, effort: request.query.items.isEmpty ? .quick : .fast)
        let tag = EntityTag(
            build: tagBuild + (isTriedOut ? "t" : ""), version: rendered.version, viewer: request.base.seat,
            language: request.language, representation: request.representation, coding: sent)
        var headers = headers(request, conference, body, sent)
        headers[.cacheControl] =
            request.base.seat == nil && !isTriedOut ? AnswerHeaders.revalidate : AnswerHeaders.seen
        headers[.eTag] = tag.header
        var until: Int64?
        // A clock that stands at a day passes no instant within it.
        if case .until(let instant) = rendered.keeping, conference.clock == nil { until = instant }
        return KeptPage(
            version: rendered.version, tag: tag, headers: headers, body: ByteBuffer(bytes: body),
            until: until, seat: request.base.seat, conference: conference, meter: meter)
    }

    /// A page for this moment alone.
    func once(
        _ rendered: RenderedPage, _ request: PageRequest, _ coding: ContentCoding,
        _ conference: HostedConference
    ) -> Response {
        let (body, sent) = packed(rendered, request, coding, effort: .fast)
        var headers = headers(request, conference, body, sent)
        headers[.cacheControl] = AnswerHeaders.notKept
        return Response(
            status: rendered.isQuestionUnfit ? .badRequest : .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The bytes as they are sent, and how they are packed.
    private func packed(
        _ rendered: RenderedPage, _ request: PageRequest, _ coding: ContentCoding, effort: Gzip.Effort
    ) -> ([UInt8], ContentCoding) {
        // Below a packet's worth, packing saves nothing.
        guard coding == .gzip, rendered.bytes.count > 512, !request.representation.isPacked,
            let packed = Gzip.pack(rendered.bytes, effort: effort)
        else { return (rendered.bytes, .identity) }
        return (packed, .gzip)
    }

    private func headers(
        _ request: PageRequest, _ conference: HostedConference, _ body: [UInt8], _ sent: ContentCoding
    ) -> HTTPFields {
        var headers = AnswerHeaders.common
        headers[.contentType] = request.representation.mediaType
        headers[.contentLanguage] = request.language.rawValue
        headers[.vary] = "Accept-Encoding, Accept"
        if sent == .gzip { headers[.contentEncoding] = "gzip" }
        if conference.isInvented { headers[.robots] = "noindex, nofollow" }
        headers[.contentLength] = String(body.count)
        return headers
    }
}
