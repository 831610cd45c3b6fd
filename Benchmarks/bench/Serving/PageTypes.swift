import BenchHarness
import Charter
import Conference
import Exchange
import Foundation
import Web

/// A sort of pages, such as those of parties, with the one that stands for it.
struct PageType: Sendable {
    /// Its address without the codes: `parties/…`.
    let name: String
    /// The page of middle weight among its pages, so that neither a bare nor a crowded one stands for all.
    let path: String
    /// The heaviest of its pages, and the bytes of it before packing.
    let heaviest: (path: String, bytes: Int)

    /// Lists, and the charter, may be long; beyond them a page has less than 60 kB (`Tests/browser/pages.py`).
    var isLong: Bool {
        [
            "charter", "register", "glossary", "library", "plans/…", "decisions", "meetings", "figures",
            "changes",
        ]
        .contains(name)
    }

    /// Every sort that the conference of a server has, in Spanish, each of its pages weighed.
    static func all(_ source: ConferencePages, origin: String, port: Int) async throws -> [PageType] {
        let listed = await source.sitemap().compactMap {
            $0.es.map { String($0.dropFirst(origin.utf8.count)) }
        }
        // What search engines aren't told of.
        let paths = listed + ["/es/search?q=migraci%C3%B3n+laboral", "/es/register/1", "/es/register/600"]
        let plain = LoadClient(port: port, paths: paths, packed: false)
        let weights = try await plain.answers().map(\.body.count)
        let pages = Dictionary(grouping: zip(paths, weights)) { name($0.0) }
        return pages.map { name, pages in
            let sorted = pages.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            let last = sorted[sorted.count - 1]
            return PageType(
                name: name, path: sorted[sorted.count / 2].0, heaviest: (path: last.0, bytes: last.1))
        }.sorted { $0.name < $1.name }
    }

    private static func name(_ path: String) -> String {
        let segments = path.prefix { $0 != "?" }.split(separator: "/").dropFirst()
        guard let first = segments.first else { return "home" }
        let rest = segments.count > 2 && first == "plans" ? "/…/…" : segments.count > 1 ? "/…" : ""
        return first + rest
    }
}
