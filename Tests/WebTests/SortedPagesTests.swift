import Charter
import Conference
import Foundation
import HashTreeCollections
import Register
import Secretariat
import Testing

@testable import Web

/// Every list page sorted by each of its columns: the page, its files, its JSON.
struct SortedPagesTests {
    /// Pages of the real record with the columns that they are sorted by.
    static let pages: [(path: String, columns: [String])] = [
        ("register", ["number", "kind", "happened", "recorded", "by"]),
        ("parties", ["name", "translation", "abbreviation", "since", "until", "presidencies", "share"]),
        ("parties/MEX", ["when", "meeting", "where"]),
        ("meetings", ["when", "meeting", "where", "kind", "state"]),
        ("decisions", ["decision", "meeting", "when", "citation"]),
        ("library", ["date", "title", "kind", "organ"]), ("glossary", ["term", "name", "translation"]),
        ("plans/PE-2023-2026", ["line", "kind", "within", "status", "recorded", "activity", "when"]),
        ("duties?year=2023", ["due", "what", "who", "status", "rule", "act"]),
        ("contributions", ["member", "share", "amount", "year", "approved"]),
        ("presidencies", ["term", "presidency", "theme", "when", "from", "to", "meeting"]),
        ("conference", ["organ", "role", "since", "until", "meetings"]),
        ("conference/VM", ["when", "meeting", "where", "kind", "state", "decision", "citation"]),
    ]

    private static func address(
        _ path: String, _ ending: String = "", _ question: String, _ language: String = "es"
    ) -> String {
        let halves = path.split(separator: "?", maxSplits: 1)
        let query = (halves.dropFirst().map(String.init) + [question]).filter { !$0.isEmpty }
        return "/\(language)/\(halves[0])\(ending)"
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// The rows of a CSV file, each as its text: none of these cells holds a line break.
    private static func rows(_ csv: String) -> [String] {
        csv.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    @Test(arguments: pages)
    func `A list is the same rows in every order, in its page and in its files`(
        _ path: String, _ columns: [String]
    ) async throws {
        let site = try await RecordSite.crm.value
        let usual = Self.rows(try await site.get(Self.address(path, ".csv", "")).text)
        for column in columns {
            for sort in [column, "-" + column] {
                let page = try await site.get(Self.address(path, "", "sort=\(sort)"))
                #expect(page.status == 200, "\(path) \(sort)")
                #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path) \(sort)")
                if page.text.contains("sort=\(column)") || page.text.contains("sort=-\(column)") {
                    // Kept by the forms, by the page's other forms and by its twin.
                    #expect(page.text.contains("sort=\(sort)\">CSV</a>"), "\(path) \(sort)")
                    #expect(page.text.contains("sort=\(sort)\" lang=\"en\""), "\(path) \(sort)")
                }
                let csv = try await site.get(Self.address(path, ".csv", "sort=\(sort)"))
                #expect(csv.status == 200)
                #expect(Self.rows(csv.text).sorted() == usual.sorted(), "\(path) \(sort)")
                #expect(try await site.get(Self.address(path, ".json", "sort=\(sort)")).status == 200)
            }
        }
    }

    @Test(arguments: pages)
    func `Without a question a list stands as ever, and its headings lead to the others`(
        _ path: String, _ columns: [String]
    ) async throws {
        let page = try await RecordSite.crm.value.get(Self.address(path, "", ""))
        #expect(!page.text.contains("aria-sort"))
        #expect(!page.text.contains("content=\"noindex\""))
        #expect(page.text.contains("sort=") || page.text.contains("name=\"sort\""), "\(path)")
    }

    @Test(
        arguments: pages.flatMap { page in
            ["", ".json", ".csv", ".xlsx"].map { (page.path, page.columns, $0) }
        })
    func `An unknown column is refused in a sentence that names those that exist`(
        _ path: String, _ columns: [String], _ ending: String
    ) async throws {
        let site = try await RecordSite.crm.value
        for sort in ["nada", "--" + columns[0], "-"] {
            let spanish = try await site.get(Self.address(path, ending, "sort=\(sort)"))
            #expect(spanish.status == 400, "\(path)\(ending) \(sort)")
            #expect(spanish.text.contains("No se puede ordenar por “\(sort)”"))
            let english = try await site.get(Self.address(path, ending, "sort=\(sort)", "en"))
            #expect(english.status == 400)
            for column in columns { #expect(english.text.contains(column), "\(path) \(column)") }
        }
    }

    /// What a page's table shows in its first column, in order.
    private static func links(_ html: String, _ front: String) -> [String] {
        html.matches(of: #/<t[hd][^>]*><a href="([^"?#]*)/#).map { String($0.1) }.filter {
            $0.hasPrefix(front)
        }.map { String($0.dropFirst(front.count)) }
    }

    @Test(arguments: ["when", "-when", "meeting", "-where", "kind", "-state"])
    func `Page, CSV and JSON of the meetings have one order`(_ sort: String) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/en/meetings?sort=\(sort)").text
        let codes = Self.links(page, "/en/meetings/")
        #expect(codes.count > 20)
        let csv = Self.rows(try await site.get("/en/meetings.csv?sort=\(sort)").text).map {
            String($0.prefix { $0 != "," })
        }
        #expect(Array(csv.prefix(codes.count)) == codes)
        let json = try await site.get("/en/meetings.json?sort=\(sort)").text
        let list = json[(json.range(of: "\"meetings\":[")?.upperBound ?? json.startIndex)...]
        let named = list.matches(of: #/"meeting":"([^"]*)","organ"/#).map { String($0.1) }
        #expect(named == codes)
    }

    @Test func `What isn't recorded stands last in both directions`() async throws {
        let site = try await RecordSite.crm.value
        for sort in ["where", "-where"] {
            let page = try await site.get("/es/meetings?sort=\(sort)").text
            let body = page[(page.range(of: "<tbody")?.upperBound ?? page.startIndex)...]
            let rows = body.components(separatedBy: "<tr ").dropFirst()
            let isMissing = rows.map { $0.contains("<span class=\"unseen\">no consta</span>") }
            let first = try #require(isMissing.firstIndex(of: true))
            #expect(first > 0)
            #expect(isMissing[first...].allSatisfy { $0 }, "\(sort)")
        }
    }

    @Test func `Names are sorted as the reader's language has them, shares and days by their value`()
        async throws
    {
        let site = try await RecordSite.crm.value
        func members(_ language: String, _ sort: String) async throws -> [String] {
            let page = try await site.get("/\(language)/parties?sort=\(sort)").text
            let section = page[(page.range(of: "id=\"members\"")?.upperBound ?? page.startIndex)...]
            return Self.links(
                String(section[..<(section.range(of: "</table>")?.lowerBound ?? section.endIndex)]),
                "/\(language)/parties/")
        }
        #expect(
            try await members("es", "name") == [
                "BLZ", "CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM",
            ])
        #expect(
            try await members("en", "-name") == [
                "USA", "PAN", "NIC", "MEX", "HND", "GTM", "SLV", "DOM", "CRI", "CAN", "BLZ",
            ])
        // 50, 25, 12.5 and then 1.5625 each: not as texts, and the equal ones in the Charter's order.
        let shares = try await members("es", "-share")
        #expect(Array(shares.prefix(3)) == ["USA", "CAN", "MEX"])
        let usual = try await members("es", "since")
        #expect(Array(shares.dropFirst(3)) == usual.filter { !["USA", "CAN", "MEX"].contains($0) })
    }

    @Test func `The order goes along through filters, pages and days`() async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/es/register?sort=happened&kind=meetings").text
        #expect(page.contains("<input type=\"hidden\" name=\"sort\" value=\"happened\">"))
        #expect(page.contains("href=\"/es/register?kind=meetings&amp;sort=happened&amp;page=2\""))
        #expect(page.contains("/es/register?sort=happened\">Quitar los filtros"))
        let second = try await site.get("/es/register?kind=meetings&sort=happened&page=2").text
        // A new order begins at its beginning.
        #expect(second.contains("href=\"/es/register?kind=meetings&amp;sort=by#acts\""))
        let past = try await site.get("/es/meetings?sort=-when&on=2016-11-18").text
        #expect(past.contains("sort=where#list"))
        #expect(past.contains("on=2016-11-18&amp;sort=where#list"))
        #expect(past.contains("<input type=\"hidden\" name=\"sort\" value=\"-when\">"))
        let lost = try await site.get("/es/meetings?sort=-when&page=99")
        #expect(lost.status == 404)
        #expect(lost.text.contains("sort=-when"))
    }

    @Test func `Dates of acts rise and fall, page after page`() async throws {
        let site = try await RecordSite.crm.value
        func days(_ sort: String) async throws -> [String] {
            let json = try await site.get("/en/register.json?sort=\(sort)").text
            return json.matches(of: #/"on":"([0-9-]*)","actor"/#).map { String($0.1) }
        }
        let rising = try await days("happened")
        #expect(rising.count == 50)
        #expect(rising == rising.sorted())
        let falling = try await days("-happened")
        #expect(falling == falling.sorted(by: >))
        #expect(try #require(falling.last) >= rising.last ?? "9")
    }

    @Test func `The feed of a sorted list stays newest first`() async throws {
        let site = try await RecordSite.crm.value
        for path in ["register", "meetings", "presidencies"] {
            let sort = path == "register" ? "number" : path == "meetings" ? "when" : "term"
            let usual = try await site.get("/es/\(path).atom").text
            let sorted = try await site.get("/es/\(path).atom?sort=\(sort)").text
            func ids(_ feed: String) -> [String] {
                feed.matches(of: #/<id>([^<]*)<\/id>/#).map { String($0.1) }
            }
            #expect(ids(usual) == ids(sorted))
        }
    }

    // MARK: Who sees what

    @Test func `What only members see sorts nothing for the public, and isn't named to it`() async throws {
        let site = try await PlantedSite.shared.value
        for column in ["vote", "status"] {
            let open = try await site.ask("/c/cme/en/parties?sort=\(column)")
            #expect(open.status == 400)
            let columns = open.text.components(separatedBy: "these columns: ").last?.prefix(120) ?? ""
            #expect(!columns.contains("vote") && !columns.contains("status"))
            let own = try await site.ask("/c/cme~member-XAL/en/parties?sort=\(column)")
            #expect(own.status == 200)
            #expect(own.text.contains("aria-sort=\"ascending\""))
        }
        #expect(try await site.ask("/c/cme/en/standing?sort=open").status == 403)
    }

    @Test func `Closed acts stand last by number, whatever their day, kind or actor`() async throws {
        let site = try await PlantedSite.shared.value
        for sort in ["happened", "-happened", "kind", "-kind", "by", "-by"] {
            let csv = try await site.ask("/c/cme/en/register.csv?sort=\(sort)").text
            let rows = Self.rows(csv)
            let isClosed = rows.map { $0.contains("Closed act") }
            let first = try #require(isClosed.firstIndex(of: true))
            #expect(isClosed[first...].allSatisfy { $0 }, "\(sort)")
            let numbers = rows[first...].compactMap { Int($0.prefix { $0 != "," }) }
            #expect(numbers == numbers.sorted(by: >), "\(sort)")
        }
    }

    @Test(arguments: [
        ("open", "XOR"), ("-open", "XDU"), ("-restores-vote", "XDU"), ("-state", "XES"),
        ("open-since", "XES"),
    ])
    func `Sums are sorted as numbers, and nothing open before something`(
        _ sort: String, _ first: String
    ) async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~member-XAL/en/standing?sort=\(sort)")
        #expect(page.status == 200)
        let csv = Self.rows(try await site.ask("/c/cme~member-XAL/en/standing.csv?sort=\(sort)").text)
        #expect(csv.count == 11)
        if first != "XOR" { #expect(csv.first?.contains("(\(first))") == true, "\(sort): \(csv[0])") }
        let json = try await site.ask("/c/cme~member-XAL/en/standing.json?sort=\(sort)").text
        let codes = json.matches(of: #/"party":"([A-Z]*)","vote"/#).map { String($0.1) }
        for (row, code) in zip(csv, codes) { #expect(row.contains("(\(code))")) }
    }

    // MARK: Further lists

    /// A conference with its pages: where each route's answer can be compared with what the page holds.
    private func offered(
        _ registrar: Registrar, _ base: ConferencePath, _ routes: [Route],
        _ ask: (String) async throws -> (status: Int, text: String)
    ) async throws -> Int {
        let pages = ConferencePages(registrar, at: base, look: try LookAssets())
        var found = 0
        for route in routes {
            for language in Language.allCases {
                let context = PageContext(
                    published: registrar.published,
                    request: PageRequest(base: base, route: route, language: language), now: registrar.now)
                guard case .model(let model) = try await pages.outcome(route, context) else { continue }
                let further = model.lists().dropFirst().filter { !$0.table.rows.isEmpty }
                guard !further.isEmpty, model.formats.contains(.csv) else { continue }
                let html = try await ask(base.path(route, language)).text
                for list in further {
                    for form in [Representation.csv, .xlsx] {
                        let address = base.path(route, language, form, query: [("list", list.id)])
                        #expect(html.contains("href=\"\(address)\""), "\(address)")
                        found += 1
                    }
                    let file = try await ask(base.path(route, language, .csv, query: [("list", list.id)]))
                    #expect(file.status == 200)
                    #expect(Self.rows(file.text).count >= list.table.rows.count, "\(list.id)")
                }
            }
        }
        return found
    }

    @Test func `Every further list of a page is offered beside its table, and is there`() async throws {
        let site = try await PlantedSite.shared.value
        let planted = try await offered(
            site.registrar, PlantedSite.base(.member("XAL")), SiteCrawler(site: site).routes
        ) { path in
            let answer = try await site.ask(path)
            return (answer.status, answer.text)
        }
        #expect(planted >= 40)
        let real = try await RecordSite.crm.value
        let state = real.registrar.state
        var routes = Route.singles + state.bodies.organs.keys.map { .organ($0.text) }
        routes += state.library.spaces.keys.map { .space($0.text) }
        for (id, plan) in state.plan.plans {
            routes.append(.plan(id.text))
            routes += plan.lines.keys.prefix(40).map { .planLine(id.text, $0.text) }
        }
        #expect(try await offered(real.registrar, .root, routes, real.get) >= 40)
    }
}
