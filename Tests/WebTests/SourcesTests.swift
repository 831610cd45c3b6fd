import Charter
import Conference
import FoundingData
import HTML
import Secretariat
import Testing

@testable import Web

struct SourcesTests {
    @Test
    func `A source leads to its document's page, and its section says in which language it is`() async throws
    {
        let site = try await RecordSite.crm.value
        let english = try await site.get("/en/presidencies").text
        #expect(
            english.contains(
                "<a href=\"/en/library/informe-20\">Twenty years&#39; report of the RCM</a>, <span lang=\"es\">II. Presidencia"
            ))
        let spanish = try await site.get("/es/presidencies").text
        #expect(
            spanish.contains(
                "<a href=\"/es/library/informe-20\">Informe de 20 años de la CRM</a>, II. Presidencia"))
        // On another day the document's page is that day's too.
        let earlier = try await site.get("/es/presidencies?on=2017-06-01").text
        #expect(earlier.contains("<a href=\"/es/library/informe-20?on=2017-06-01\">"))
    }

    @Test(arguments: [
        ("/es/presidencies", "sanpedrosun.com, 21 de julio de 2024; rcmvs.org"),
        ("/en/presidencies", "sanpedrosun.com, 21 July 2024; rcmvs.org"),
        (
            "/es/presidencies",
            "<a href=\"https://sertv.gob.pa/nacionalfm/?p=30045\" rel=\"noopener\">sertv.gob.pa/nacionalfm/?p=30045</a>"
        ),
    ])
    func `The day of a source is written as its reader writes days, and its address opens`(
        _ path: String, _ words: String
    ) async throws {
        let site = try await RecordSite.crm.value
        #expect(try await site.get(path).text.contains(words))
    }

    @Test(arguments: ["crm", "csm"])
    func `An address of a source is in no language; what is told about it stands in a note in both`(
        _ name: String
    ) throws {
        let months = [
            "january", "february", "march", "april", "june", "july", "august", "september", "october",
            "november", "december", "ministry", "meeting", "page", " of ", " the ",
        ]
        for line in try Pack.read(name).lines {
            let text = String(decoding: line.bytes, as: UTF8.self)
            guard let start = text.firstRange(of: "\"address\":\"") else { continue }
            // Up to the end of the value; a title in quotes stands as its paper has it.
            let value = text[start.upperBound...].prefix { $0 != "\"" && $0 != "\\" }.lowercased()
            for word in months { #expect(!value.contains(word), "\(line.file):\(line.number): \(value)") }
        }
    }

    @Test(arguments: [
        ("studylib.net/doc/7182993", "https://studylib.net/doc/7182993"),
        ("https://crmsv.org", "https://crmsv.org"), ("sanpedrosun.com", nil),
        ("VOA (\"XXV Conferencia\")", nil), ("Boletín 320/2019", nil), ("javascript:x/y", nil),
        ("1/2", nil), (".../x", nil), ("320/2019.pdf", nil),
    ])
    func `What is an address of the web is opened; a bare host isn't where a fact stands`(
        _ text: String, _ address: String?
    ) {
        #expect(WebAddress.of(text) == address)
    }

    @Test
    func `A document whose date isn't recorded has none in its space nor in the figures`() async throws {
        let site = try await RecordSite.crm.value
        let space = try await site.get("/es/spaces/genero").text
        #expect(!space.contains("31 de mayo de 2022"))
        let data = try await site.get("/es/spaces/genero.json").text
        #expect(data.contains("\"document\":\"lineamientos-mujeres\""))
        #expect(!data.contains("\"date\":\"2022-05-31\""))
        // The columns of the figures are what the library finds by year.
        let state = site.registrar.state
        let day = try #require(Day("2026-11-21"))
        let counted = state.documentsByYear(through: day, for: .public).value
        let facets = state.documents(on: day, for: .public).years
        #expect(facets.count > 10)
        for facet in facets {
            #expect(counted.years.first { $0.year == facet.value }?.sum == facet.count)
        }
        #expect(counted.total == facets.reduce(0) { $0 + $1.count })
        let figures = try await site.get("/es/figures").text
        let undated = state.documents(on: day, for: .public).total - counted.total
        #expect(undated > 0)
        #expect(figures.contains("\(counted.total) en total, y \(undated) cuyo año no consta"))
    }

    @Test
    func `In the library documents without a date follow those that have one`() async throws {
        let state = try await RecordSite.crm.value.registrar.state
        let years = state.documents(for: .public).documents.map(\.act.year)
        let first = try #require(years.firstIndex(of: nil))
        #expect(first > 0 && years[first...].allSatisfy { $0 == nil })
    }

    @Test(arguments: [
        ("/es/decisions?on=1998-01-01", "<p class=\"lead\">No consta ninguna decisión.</p>"),
        ("/en/meetings", "<p class=\"lead\">On record as of 21 November 2026: 36 held and none to come.</p>"),
        ("/es/about", "sin JavaScript"), ("/es/accessibility", "Nada depende de JavaScript"),
        ("/en/library/carta", "How to cite it"),
    ])
    func `What the record counts is said to be of the record, in plain words`(
        _ path: String, _ words: String
    ) async throws {
        #expect(try await RecordSite.crm.value.get(path).text.contains(words))
    }

    @Test
    func `The organs' table counts the meetings that an organ's page lists`() async throws {
        let site = try await RecordSite.crm.value
        let table = try await site.get("/es/conference").text
        let page = try await site.get("/es/conference/GRCM").text
        let count = try #require(
            table.firstMatch(of: /href="\/es\/meetings\?organ=GRCM">(\d+)</).map { Int($0.1) } ?? nil)
        #expect(page.contains("1 a \(count) de \(count)"))
        let list = try await site.get("/es/meetings?organ=GRCM").text
        #expect(list.contains("1 a \(count) de \(count)"))
    }

    @Test
    func `Of two organs of one name a facet says which has ended`() async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/es/search?q=trabajo").text
        #expect(page.contains("Grupo de Trabajo de Protección<"))
        #expect(page.contains("Grupo de Trabajo de Protección (hasta 2022)<"))
        let then = try await site.get("/en/search?q=group&on=2022-01-01").text
        #expect(!then.contains("Working Group on Protection (until"))
    }

    @Test(arguments: [
        ("/es/reuniones", ["/es/meetings", "/es/search?q=reuniones"]),
        ("/es/glosario", ["/es/glossary", "/es/search?q=glosario"]),
        ("/en/meting", ["/en/meetings", "/en/search?q=meting"]),
        ("/es/meetings/VM2016", ["/es/meetings/VM-2016", "/es/search?q=VM2016"]),
        ("/es/a%3Cb%3E%22c", ["/es/search?q=a+b+c"]),
    ])
    func `Whoever is lost finds the nearest pages and a search for what they asked`(
        _ path: String, _ links: [String]
    ) async throws {
        let site = try await RecordSite.crm.value
        let answer = try await site.get(path)
        #expect(answer.status == 404)
        for link in links {
            let plus = link.replacing("+", with: "%20")
            #expect(
                answer.text.contains("href=\"\(link)\"") || answer.text.contains("href=\"\(plus)\""),
                "\(link)")
        }
        #expect(!answer.text.contains("<b>\"c"))
    }

    @Test
    func `A library that has nothing says so once`() async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/es/library?q=xyzzy").text
        #expect(!page.contains("0 documentos"))
        #expect(page.ranges(of: "Ningún documento<").count == 1)
        #expect(!page.contains("class=\"pages\""))
    }

    @Test
    func `On paper a page says where it is found, its day included`() async throws {
        let site = try await RecordSite.crm.value
        let past = try await site.get("/en/presidencies?on=2014-06-01").text
        #expect(past.contains("<p hidden>Online: http://127.0.0.1/en/presidencies?on=2014-06-01</p>"))
        let today = try await site.get("/es/presidencies").text
        #expect(today.contains("<p hidden>En línea: http://127.0.0.1/es/presidencies?on=2026-11-21</p>"))
        let about = try await site.get("/es/about").text
        #expect(about.contains("<p hidden>En línea: http://127.0.0.1/es/about</p>"))
        let decision = try await site.get("/es/decisions/CRM/VM/2021/D.4(d)").text
        #expect(decision.contains(">http://127.0.0.1/es/decisions/CRM/VM/2021/D.4(d)</a>"))
    }

    @Test(arguments: [2, 6, 8, 9, 14, 25, 31, 36])
    func `Years under a chart don't run into each other on a phone`(_ count: Int) throws {
        var html = HTMLWriter(capacity: 4_096)
        html.yearChart(
            YearChartModel(
                parts: ["a"], years: (0..<count).map { (year: 1996 + $0, counts: [2]) }, summary: "s",
                table: DataTable(caption: "c", columns: [], rows: [])))
        // A year is 31 pixels wide; the figure on the narrowest screen 288.
        let labels = html.string.matches(of: /x="([\d.]+)%" y="176" text-anchor="(start|end)"/).compactMap {
            match -> (Double, Double)? in
            guard let at = Double(match.1) else { return nil }
            return match.2 == "end" ? (at * 2.88 - 31, at * 2.88) : (at * 2.88, at * 2.88 + 31)
        }
        #expect(labels.count >= 2)
        for (left, right) in zip(labels, labels.dropFirst()) { #expect(left.1 <= right.0) }
        #expect(html.string.contains(">\(1995 + count)<"))
    }
}
