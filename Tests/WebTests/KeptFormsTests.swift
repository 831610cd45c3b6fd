import Charter
import Conference
import HTTPTypes
import Secretariat
import Testing

@testable import Web

/// Every form of a page is kept, and right the instant an act lands or a day begins.
struct KeptFormsTests {
    private static let paths = [
        "/es/glossary", "/es/glossary.json", "/es/glossary.csv", "/es/glossary.xlsx", "/es/library.atom",
        "/es/meetings.ics", "/es/presidencies?on=2014-06-01", "/es/search?q=ub%C3%A9rrimo",
    ]

    @Test func `Every form is kept until an act lands, and then says what the act says`() async throws {
        let site = try await TurningSite(pack: "crm")
        defer { site.registrar.stop() }
        var tags: [String: String] = [:]
        for path in Self.paths {
            let first = try await site.get(path)
            #expect(first.status == 200, "\(path)")
            let pages = site.responder.kept.size.pages
            let again = try await site.get(path)
            #expect(again.bytes == first.bytes, "\(path)")
            #expect(site.responder.kept.size.pages == pages)
            let tag: String = try #require(first.headers[.eTag], "\(path)")
            tags[path] = tag
            #expect(!first.text.contains("Término ubérrimo"))
        }
        let term = TermDefined(term: "u", name: Localized(es: "Término ubérrimo", en: "Fertile term"))
        try await site.registrar.perform(
            Proposal(id: "u", on: PartialDay(Zone.utc.day(site.registrar.now)), act: term.act),
            by: .secretariat)
        for path in Self.paths {
            let after = try await site.get(path, [.ifNoneMatch: tags[path] ?? ""])
            #expect(after.status == 200, "\(path)")
            #expect(after.headers[.eTag] != tags[path], "\(path)")
        }
        for path in ["/es/glossary", "/es/glossary.json", "/es/glossary.csv", "/es/search?q=ub%C3%A9rrimo"] {
            #expect(try await site.get(path).text.contains("rmino"), "\(path)")
        }
        #expect(try await site.get("/es/glossary.csv").text.contains("Término ubérrimo"))
    }

    @Test func `Every form has another tag once the conference's day has ended`() async throws {
        let site = try await TurningSite(pack: "crm")
        defer { site.registrar.stop() }
        try site.turn("2026-12-01T05:59:58Z")
        var tags: [String: String] = [:]
        for path in Self.paths { tags[path] = try await site.get(path).headers[.eTag] }
        try site.turn("2026-12-01T06:00:00Z")
        for path in Self.paths {
            let after = try await site.get(path, [.ifNoneMatch: tags[path] ?? ""])
            #expect(after.status == 200, "\(path)")
        }
    }

    @Test func `A seat's files are kept for that seat, and said to be for it alone`() async throws {
        let site = try await PlantedSite.shared.value
        let seat = PlantedSite.base(.member("XAL"))
        for file in ["register.json", "parties.csv", "parties.atom", "meetings.ics"] {
            let path = seat.prefix + "/es/" + file
            let own = try await site.ask(path)
            #expect(own.status == 200)
            #expect(own.headers[.cacheControl] == "private, no-cache")
            #expect(try await site.ask(path).bytes == own.bytes)
            let open = try await site.ask("/c/cme/es/" + file)
            #expect(open.headers[.eTag] != own.headers[.eTag])
            let forwarded = try await site.ask(path, [.named("X-Forwarded-For"): "192.0.2.1"])
            #expect(forwarded.status == 404)
        }
    }
}
