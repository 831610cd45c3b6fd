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
    func everything(_ viewer: Viewer, _ language: Language) async throws -> [Found] {
        let base = PlantedSite.base(viewer)
        var waiting = routes.flatMap { route in
            [Representation.html, .json, .csv, .ics, .atom].map { base.path(route, language, $0) }
        }
        waiting += SiteCrawler.questions.map { base.prefix + "/\(language.rawValue)/" + $0 }
        waiting += [base.prefix + "/sitemap.xml", base.prefix + "/oai?verb=Identify"]
        waiting += ["ListRecords", "ListIdentifiers"].map {
            base.prefix + "/oai?verb=\($0)&metadataPrefix=oai_dc"
        }
        var seen = Set(waiting)
        var found: [Found] = []
        while let path = waiting.popLast() {
            let answer = try await site.ask(path)
            let text = SiteCrawler.text(answer)
            found.append(Found(path: path, status: answer.status, text: text))
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            for link in SiteCrawler.links(text, base, language) where seen.insert(link).inserted {
                waiting.append(link)
            }
        }
        return found
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
    ]

    private static func text(_ answer: TestSite.Answer) -> String { answer.text }

    /// The pages of the same place and language that a page leads to; of questions those that page and choose.
    private static func links(_ html: String, _ base: ConferencePath, _ language: Language) -> [String] {
        let front = base.prefix + "/" + language.rawValue + "/"
        return html.matches(of: #/(?:href|action)="([^"#]*)/#).compactMap { match in
            let path = String(match.1).replacingOccurrences(of: "&amp;", with: "&")
            guard path.hasPrefix(front), !path.contains(".pdf"), !path.contains(".xlsx") else { return nil }
            guard let mark = path.firstIndex(of: "?") else { return path }
            let names = path[mark...].dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } }
            return names.allSatisfy { ["page", "year", "list", "kind", "organ", "theme"].contains($0) }
                ? path : nil
        }
    }
}
