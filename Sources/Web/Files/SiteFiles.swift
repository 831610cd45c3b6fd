import Charter
import Exchange
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What a server tells programs about itself: robots, search engines, harvesters, and whoever finds a weakness.
extension SiteResponder {
    /// Invented conferences are closed to robots, and so are questions: any day, any filter.
    func robots() -> Response {
        var disallowed = ["/*?", "/metrics", "/healthz"]
        var sitemaps: [String] = []
        for conference in site.conferences {
            if conference.isInvented {
                let place = conference.base.choice
                // Seen by somebody, it stands beside its place: `/c/cme~presidency/`.
                disallowed += [place, place.dropLast() + "~"]
            } else {
                sitemaps.append(site.origin.text + conference.base.sitemap())
            }
        }
        let isRootInvented = site.conferences.first?.isInvented ?? false
        let text = Robots(disallowed: isRootInvented ? ["/"] : disallowed, sitemaps: sitemaps).bytes()
        return plain(String(decoding: text, as: UTF8.self), status: .ok, type: Robots.mediaType)
    }

    /// RFC 9116: valid for a year, as the RFC advises at most; `nil` where the operator gave no contact.
    func security() -> Response? {
        guard let contact = site.securityContact else { return nil }
        let year: Int64 = 360 * 86_400 * 1_000_000
        let day: Int64 = 86_400 * 1_000_000
        // The same text for a whole day.
        let expires = Instant(microseconds: site.now() / day * day + year)
        let canonical = site.origin.text + "/.well-known/security.txt"
        guard
            let text = try? SecurityText(
                contacts: [contact], expires: expires,
                canonical: canonical.hasPrefix("https://") ? canonical : nil)
        else { return nil }
        return plain(
            String(decoding: text.bytes(), as: UTF8.self), status: .ok, type: SecurityText.mediaType)
    }

    /// The public pages of a real conference; an invented one has none for search engines.
    func sitemap(_ base: ConferencePath, _ part: Int?) async -> Response? {
        guard base.seat == nil, let conference = conference(at: base), !conference.isInvented else {
            return nil
        }
        let origin = site.origin.text
        let files = Sitemap.files(await conference.source.sitemap()) { origin + base.sitemap(part: $0) }
        let bytes: [UInt8]
        if let part {
            guard files.parts.indices.contains(part - 1) else { return nil }
            bytes = files.parts[part - 1]
        } else {
            bytes = files.main
        }
        return plain(String(decoding: bytes, as: UTF8.self), status: .ok, type: Sitemap.mediaType)
    }

    /// OAI-PMH asks by GET or by a form (section 3.1.1).
    func harvest(_ base: ConferencePath, _ exchange: Exchange, _ place: ErrorPlace) async -> Response {
        guard let conference = conference(at: base) else { return problem(.notFound([]), place) }
        guard base.seat == nil else {
            // Harvesters are given what is public, whoever looks.
            return problem(.notFound([LinkModel(text: "OAI-PMH", href: base.open.harvest)]), place)
        }
        var asked = exchange.rawQuery
        if exchange.request.method == .post {
            do {
                asked = Substring(String(buffer: try await exchange.request.body.collect(upTo: 16_384)))
            } catch {
                return problem(Problem(bodyError: error, limit: 16_384), place)
            }
        }
        guard let query = Query(parsing: asked) else { return problem(.unreadableQuery, place) }
        do {
            let bytes = try await conference.source.harvest(
                query.items.map { (name: $0.name, value: $0.value) })
            var response = plain(
                String(decoding: bytes, as: UTF8.self), status: .ok, type: OAIPMH.mediaType)
            if conference.isInvented { response.headers[.robots] = "noindex, nofollow" }
            return response
        } catch {
            exchange.logger.error(
                "a harvest failed", metadata: ["id": "\(exchange.id)", "error": "\(error)"])
            return problem(.failed, place)
        }
    }
}
