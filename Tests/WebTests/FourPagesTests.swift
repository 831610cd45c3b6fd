import Charter
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Home, presidencies, contributions and working days, on the real record.
struct FourPagesTests {
    static let crm = Task { try await TurningSite(pack: "crm") }
    static let csm = Task { try await TurningSite(pack: "csm") }

    static let pages = ["", "presidencies", "contributions", "working-days"]

    @Test(arguments: pages, ["es", "en"])
    func `Each page is whole in both languages, small, and leads only to pages that exist`(
        _ page: String, _ language: String
    ) async throws {
        for pack in [Self.crm, Self.csm] {
            for question in ["", "?on=2014-06-01"] {
                let answer = try await pack.value.get("/\(language)/\(page)\(question)")
                #expect(answer.status == 200)
                #expect(answer.bytes.count < 60_000)
                #expect(answer.text.contains("<h1>"))
                for href in Self.links(answer.text) {
                    let path = String(href.prefix { $0 != "?" && $0 != "#" })
                    guard path.hasPrefix("/") else { continue }
                    switch Destination(path: path) {
                    case .unknown, .moved: Issue.record("\(page): \(href) leads nowhere")
                    default: continue
                    }
                }
            }
        }
    }

    private static func links(_ html: String) -> [Substring] {
        html.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    }

    @Test(arguments: pages)
    func `Nothing public speaks of debts, arrears or who has paid`(_ page: String) async throws {
        for language in ["es", "en"] {
            for suffix in ["", ".json"] where !(page.isEmpty && !suffix.isEmpty) {
                let text = try await Self.crm.value.get("/\(language)/\(page)\(suffix)").text.lowercased()
                for word in ["deuda", "moros", "adeuda", "arrears", "assessed", "overdue", "atrasad"] {
                    #expect(!text.contains(word), "\(language)/\(page) says “\(word)”")
                }
            }
        }
    }

    @Test(arguments: [
        ("/es/?on=2014-02-30", "value=\"2014-02-30\"", "2014-06-01"),
        ("/en/presidencies?on=yesterday", "value=\"yesterday\"", "YYYY-MM-DD"),
        ("/es/contributions?budget=abc", "value=\"abc\"", "282724.00"),
        ("/en/contributions?budget=-5", "value=\"-5\"", "thousands separator"),
        ("/en/contributions?budget=1.234", "value=\"1.234\"", "two decimals"),
        ("/es/contributions?budget=1&on=2014-13-01", "value=\"2014-13-01\"", "AAAA-MM-DD"),
        ("/es/working-days?from=ma%C3%B1ana", "value=\"mañana\"", "2026-12-23T10:00"),
        ("/en/working-days?from=2026-02-30T10:00", "value=\"2026-02-30T10:00\"", "2026-12-23T10:00"),
        ("/en/working-days?days=0", "value=\"0\"", "From 1 to 366"),
        ("/es/working-days?days=367", "value=\"367\"", "De 1 a 366"),
        ("/es/working-days?days=%22%3E%3Cscript%3E", "&quot;&gt;&lt;script&gt;", "número entero"),
    ])
    func `What can't be read stays in its field, which says what would do`(
        _ path: String, _ kept: String, _ remedy: String
    ) async throws {
        let answer = try await Self.crm.value.get(path)
        #expect(answer.status == 400)
        #expect(answer.headers[.eTag] == nil)
        #expect(answer.text.contains(kept))
        #expect(answer.text.contains(remedy))
        #expect(answer.text.contains("aria-invalid=\"true\""))
        // Descriptions for search engines are data, which no browser runs.
        #expect(!answer.text.replacing("<script type=\"application/ld+json\">", with: "").contains("<script"))
    }

    @Test(arguments: [
        "presidencies?on=0001-01-01", "presidencies?on=9999-12-31", "?on=0001-01-01", "?on=9999-12-31",
        "contributions?on=1990-01-01", "contributions?on=9999-12-31&budget=0",
        "contributions?budget=999999999999.99", "working-days?from=9999-12-31T23:59&days=366",
        "working-days?from=0001-01-01",
    ])
    func `Days far in the past or future get an honest page`(_ path: String) async throws {
        for pack in [Self.crm, Self.csm] {
            #expect(try await pack.value.get("/es/" + path).status == 200)
        }
    }

    @Test(arguments: [
        (
            "2014-06-01", "\"outgoing\":{\"party\":\"CRI\"", "\"current\":{\"party\":\"NIC\"",
            "\"incoming\":{\"party\":\"MEX\""
        ),
        (
            "1996-02-01", "\"outgoing\":null", "\"current\":{\"party\":\"MEX\"",
            "\"incoming\":{\"party\":\"PAN\""
        ),
        (
            "2024-12-31", "\"outgoing\":{\"party\":\"PAN\"", "\"current\":{\"party\":\"BLZ\"",
            "\"incoming\":null"
        ),
        ("2025-01-01", "\"outgoing\":{\"party\":\"BLZ\"", "\"current\":null", "\"incoming\":null"),
    ])
    func `The Troika of a day`(_ day: String, _ outgoing: String, _ current: String, _ incoming: String)
        async throws
    {
        let text = try await Self.crm.value.get("/en/presidencies.json?on=\(day)").text
        for part in [outgoing, current, incoming] { #expect(text.contains(part)) }
    }

    @Test func `Every term has its year's link, and a secondary source is marked`() async throws {
        let text = try await Self.crm.value.get("/en/presidencies").text
        #expect(text.contains("/en/presidencies?on=1996-02-01\""))
        for year in 1997...2026 { #expect(text.contains("/en/presidencies?on=\(year)-01-01\"")) }
        #expect(text.contains("secondary source"))
        #expect(text.contains("2025 and 2026: not recorded"))
        #expect(try await Self.crm.value.get("/es/").text.contains("29 presidencias"))
    }

    @Test(arguments: [
        ("100000.00", "2026-11-21", "\"party\":\"BLZ\",\"amount\":\"1562.50\""),
        ("$282,724.00", "2010-01-01", "\"party\":\"USA\",\"amount\":\"141360.00\""),
        (
            "100.00", "2026-11-21",
            "\"party\":\"CRI\",\"amount\":\"1.57\",\"percent\":\"1.5625%\",\"extraCent\":true"
        ),
        (
            "100.00", "2026-11-21",
            "\"party\":\"SLV\",\"amount\":\"1.56\",\"percent\":\"1.5625%\",\"extraCent\":false"
        ),
    ])
    func `Parts are exact to the cent, by the edition of the day`(
        _ budget: String, _ day: String, _ part: String
    ) async throws {
        let query = Query.text([("budget", budget), ("on", day)])
        #expect(try await Self.crm.value.get("/en/contributions.json" + query).text.contains(part))
    }

    @Test func `An edition without contributions says so, and home still stands`() async throws {
        let site = try await Self.csm.value
        #expect(try await site.get("/es/contributions").text.contains("Sin contribuciones"))
        let home = try await site.get("/es/").text
        #expect(home.contains("Doce países"))
        // Neither is offered in its chapter, and both are in the other conference's.
        let here = try await site.get("/es/charter").text.split(separator: "<main")[0]
        let there = try await Self.crm.value.get("/es/charter").text.split(separator: "<main")[0]
        for page in ["contributions", "working-days"] {
            #expect(!here.contains("/es/\(page)\""))
            #expect(there.contains("/es/\(page)\""))
        }
        #expect(home.contains("Sin contribuciones"))
        #expect(!home.contains("id=\"plan\""))
        #expect(!home.contains("id=\"figures\""))
        #expect(home.contains("Lo que aún no consta"))
        #expect(try await !Self.crm.value.get("/es/").text.contains("id=\"missing\""))
    }

    @Test func `The days of a time limit are drawn as they counted`() async throws {
        let text = try await Self.crm.value.get("/en/working-days?from=2026-12-23T10:00&days=5").text
        let start = try #require(text.range(of: "<ol class=\"days\""))
        let end = try #require(text[start.lowerBound...].range(of: "</ol>"))
        #expect(
            text[start.lowerBound..<end.upperBound] == """
                <ol class="days" role="list" aria-label="The days of the time limit"><li>Wed · Dec <b \
                class="num">23</b> circulates</li><li class="count">Thu <b class="num">24</b> 1</li><li \
                class="off">Fri <b class="num">25</b> Christmas Day</li><li class="off">Sat <b class="num">26</b> \
                Saturday</li><li class="off">Sun <b class="num">27</b> Sunday</li><li class="count">Mon <b \
                class="num">28</b> 2</li><li class="count">Tue <b class="num">29</b> 3</li><li class="count">Wed \
                <b class="num">30</b> 4</li><li class="last">Thu <b class="num">31</b> 5: ends</li></ol>
                """)
        #expect(text.contains("Thursday 31 December 2026"))
    }

    @Test(arguments: [
        ("2026-12-23T10:00", "2026-12-23T10:00:00-06:00"), ("2026-12-23 10:00", "2026-12-23T10:00:00-06:00"),
        ("2026-12-23", "2026-12-23T12:00:00-06:00"), ("2026-12-24T03:00:00Z", "2026-12-23T21:00:00-06:00"),
    ])
    func `An instant is read on the conference's clock, or by its own offset`(
        _ typed: String, _ read: String
    ) async throws {
        let text = try await Self.crm.value.get("/en/working-days.json" + Query.text([("from", typed)])).text
        #expect(text.contains("\"from\":\"\(read)\""))
        #expect(text.contains("\"deadline\":\"2026-12-31T23:59:59-06:00\""))
    }

    @Test func `Beyond the calendar of holidays the page says so`() async throws {
        let text = try await Self.crm.value.get("/en/working-days?from=2036-01-04T10:00").text
        #expect(text.contains("Outside those years only weekends were passed over"))
    }

    @Test(arguments: [
        ("282724.00", "282724.00"), ("$282,724", "282724"), ("1,000,000.5", "1000000.5"), ("12,34", "12,34"),
        ("1,0000", "1,0000"), (",500", ",500"), ("282.724,00", "282.724,00"), ("1,000.00.0", "1000.00.0"),
    ])
    func `A budget is let through as the pages write it`(_ typed: String, _ plain: String) {
        #expect(BudgetText.plain(typed) == plain)
    }
}
