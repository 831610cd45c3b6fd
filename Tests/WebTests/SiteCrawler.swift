import Charter
import Conference
import Foundation
import HTTPTypes
import HashTreeCollections
import Secretariat
import Testing

@testable import Web

/// Walks every page of the planted conference that a viewer is led to, and every one that has an address.
struct SiteCrawler: Sendable {
    let site: PlantedSite

    /// An answer with the address that it was given at.
    struct Found: Sendable {
        let path: String
        let status: Int
        /// Its fields, a line each, without the request's number.
        let head: String
        /// Its body; of an XLSX file the text of its parts.
        let text: String
    }

    /// Everything with an address of its own in the register: pages whose codes a reader may know or guess.
    var routes: [Route] {
        let state = site.registrar.state
        var routes = Route.singles
        routes += state.membership.order.map { .party($0.text) }
        routes += state.bodies.organs.keys.map(\.text).sorted().map { .organ($0) }
        routes += state.meetings.meetings.keys.map(\.text).sorted().map { .meeting($0) }
        routes += state.deliberation.decisions.keys.map(\.text).sorted().map { .decision($0) }
        routes += state.plan.plans.keys.map(\.text).sorted().map { .plan($0) }
        let documents = state.library.documents.keys.map(\.text).sorted()
        routes += documents.map { .document($0) }
        routes += documents.map { .documentText($0, .es) }
        routes += (1...max(1, state.sequence)).map { .entry($0) }
        return routes
    }

    /// Every answer to a viewer: each route in each form, and each address that a page leads to.
    ///
    /// `further` are routes that this register has nothing at and another has; `followsLinks` also walks on to what
    /// the pages lead to.
    func everything(
        _ viewer: Viewer, _ language: Language, further: [Route] = [], followsLinks: Bool = true
    ) async throws -> [Found] {
        let base = PlantedSite.base(viewer)
        var waiting: [String] = []
        var printed: Set<String> = []
        for route in routes + further {
            var forms = SiteCrawler.forms(route, viewer)
            // Paper is the page itself: of each kind of page the first.
            if printed.insert(route.name.description).inserted { forms.append(.pdf) }
            waiting += forms.map { base.path(route, language, $0) }
        }
        waiting += SiteCrawler.questions.map { base.prefix + "/\(language.rawValue)/" + $0 }
        waiting += SiteCrawler.days.flatMap { day in
            Route.singles.map { base.path($0, language, .json, query: [("on", day)]) }
        }
        waiting += [
            "/sitemap.xml", "/sitemap-1.xml", "/oai?verb=Identify", "/oai?verb=ListSets",
            "/oai?verb=ListRecords&metadataPrefix=oai_dc", "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
            "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:puebla.invalid:cme/papel-zafiro",
        ].map { base.prefix + $0 }
        waiting += ["/robots.txt", "/healthz", "/es/", "/en/sitemap.xml"]
        var seen = Set(waiting)
        var found: [Found] = []
        while let path = waiting.popLast() {
            let answer = try await site.ask(path)
            let text = SiteCrawler.text(answer)
            found.append(
                Found(path: path, status: answer.status, head: SiteCrawler.head(answer), text: text))
            guard followsLinks, answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            for link in SiteCrawler.links(text, base, language) where seen.insert(link).inserted {
                waiting.append(link)
            }
        }
        return found
    }

    /// In what forms a page is asked for, those that it hasn't among them. Entries are many and have few.
    private static func forms(_ route: Route, _ viewer: Viewer) -> [Representation] {
        if case .entry = route { return [.html, .json] }
        let isSingle = Route.singles.contains(route)
        return [.html, .json] + (isSingle ? [.csv, .xlsx, .ics, .atom] : viewer == .public ? [.bib] : [])
    }

    /// Questions that try to get at what isn't told: through filters, search, suggestions, other days.
    static let questions = [
        "register?kind=finance", "register?kind=finance.contributionReceived",
        "register?kind=membership.lapseNoticed", "register?about=XDU", "register?about=account/XDU",
        "register?q=zafir", "register?q=rub%C3%AD", "register?q=Contribuci%C3%B3n", "register?by=secretariat",
        "register?by=presidency", "register?from=2024-03-03&to=2024-03-03", "register.json?kind=finance",
        "register.json?about=XRI", "register.json?q=zafir", "register.json?about=document/papel-zafir",
        "search?q=zafir", "search?q=rub%C3%AD", "search?q=7777", "search?q=t%C3%ADtulo",
        "search.json?q=title",
        "search.json?q=zafir", "library?q=t%C3%ADtulo", "library?q=zafir", "library.json?q=title",
        "library/papel-zafir", "library/papel-rub", "library/papel", "library/papel-zafir.json",
        "decisions/CME/VM/2025/D.zafir", "decisions/CME/VM/2025/D", "decisions/CME/VM/2025/D.2.json",
        "meetings/VM-2026", "meetings/VM-2025?on=2025-12-01", "parties/XRI?on=2026-06-01", "parties/XRJ",
        "parties?on=2026-06-01", "parties.json?on=2026-12-01", "standing?on=2024-01-01", "standing?year=2023",
        "duties?year=2024", "duties.json?year=2024", "duties?on=2024-06-01",
        "changes?from=2024-01-01&to=2026-11-21", "changes.json?from=2018-01-01&to=2026-11-21",
        "contributions?budget=100&on=2026-01-01", "?on=2025-11-20", "index.json?on=2025-11-20",
        "search?q=granat", "search.json?q=jade", "search?q=papel", "search.json?q=REF-ZAFIRO-1",
        "library.atom?q=jade", "register.csv?q=2222", "register.atom?kind=finance.contributionReceived",
        "standing.xlsx?list=receipts", "standing.pdf", "meetings.ics?q=zafir", "parties.csv?on=2026-06-01",
        "changes.atom?from=2018-01-01&to=2026-11-21", "changes.csv?from=2018-01-01&to=2026-11-21",
        "register?page=99", "library?page=99", "decisions?page=99", "parties/xdu", "nothing",
    ]

    /// Days on which what is closed differs: before it, within it, today, and one still to come.
    static let days = ["2020-06-01", "2024-06-01", "2026-06-01", "2028-03-01"]

    private static func text(_ answer: TestSite.Answer) -> String {
        guard let parts = ZipReader.parts(answer.bytes) else { return answer.text }
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    /// Each has its number, and in no other answer is it the same.
    private static func head(_ answer: TestSite.Answer) -> String {
        answer.headers.filter { $0.name != .requestID }.map { "\($0.name): \($0.value)" }.sorted()
            .joined(separator: "\n")
    }

    /// The pages of the same place and language that a page leads to; of questions those that page and choose.
    private static func links(_ html: String, _ base: ConferencePath, _ language: Language) -> [String] {
        let front = base.prefix + "/" + language.rawValue + "/"
        return quoted(html).compactMap { quoted in
            let path = quoted.replacingOccurrences(of: "&amp;", with: "&")
            guard path.hasPrefix(front), !path.contains(".pdf"), !path.contains(".xlsx") else { return nil }
            guard let mark = path.firstIndex(of: "?") else { return path }
            let names = path[mark...].dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } }
            return names.allSatisfy { ["page", "year", "list", "kind", "organ", "theme"].contains($0) }
                ? path : nil
        }
    }

    /// What stands in the quotes of `href` and `action`, up to a place within the page.
    private static func quoted(_ html: String) -> [String] {
        let text = Haystack(html)
        return ["href=\"", "action=\""].flatMap { text.texts(after: $0, upTo: [0x22, 0x23]) }
    }
}
