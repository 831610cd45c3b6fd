import Testing

@testable import Web

struct FiguresPagesTests {
    @Test(arguments: ["es", "en"])
    func `What the register counts has its chart, its table and why`(_ language: String) async throws {
        let page = try await RecordSite.crm.value.get("/\(language)/figures")
        #expect(page.status == 200)
        for id in ["meetings", "observers", "decisions", "documents", "organs", "recorded"] {
            #expect(page.text.contains("<section id=\"\(id)\">"), "\(id)")
        }
        #expect(page.text.ranges(of: "<svg role=\"img\"").count == 4)
        #expect(page.text.contains("6,000"))
        #expect(
            page.text.contains(
                language == "es" ? "La fuente da 122 en total" : "The source gives 122 in all"))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test func `On a day before everything nothing is counted, and the page says so`() async throws {
        let page = try await RecordSite.crm.value.get("/en/figures?on=1990-01-01")
        #expect(page.status == 200)
        #expect(page.text.contains("Nothing is recorded by that day"))
        #expect(page.text.contains("No figure is recorded"))
    }

    @Test func `Of a day far ahead only the years are drawn in which there is something to count`()
        async throws
    {
        let site = try await RecordSite.crm.value
        let (now, ahead) = (
            try await site.get("/en/figures"), try await site.get("/en/figures?on=9999-12-31")
        )
        #expect(ahead.status == 200)
        #expect(ahead.text.utf8.count < now.text.utf8.count + 10_000)
        #expect(try await site.get("/en/figures.csv?on=9999-12-31").text.utf8.count < 20_000)
    }

    @Test func `Figures for programs`() async throws {
        let page = try await RecordSite.crm.value.get("/en/figures.json?on=1996-12-31")
        #expect(page.text.contains("\"count\":\"meetings\""))
        #expect(page.text.contains("\"years\":[{\"year\":1996,\"counts\":["))
    }

    @Test(
        arguments: [
            ("", 200, nil), ("?year=2026", 200, nil), ("?year=1990", 200, nil), ("?year=9999", 200, nil),
            ("?year=26", 400, "write four digits"), ("?year=%2B202", 400, "write four digits"),
            ("?year=20260", 400, "write four digits"),
            ("?year=x&on=2026-02-30", 400, "write it as YYYY-MM-DD"),
        ] as [(String, Int, String?)])
    func `The duties of a year`(_ query: String, _ status: Int, _ problem: String?) async throws {
        let page = try await RecordSite.crm.value.get("/en/duties\(query)")
        #expect(page.status == status)
        if let problem { #expect(page.text.contains(problem)) }
        #expect(page.text.contains("A duty is published once it is met"))
    }

    @Test(arguments: ["es", "en"])
    func `The public sees no duty that isn't met, and nothing of absence, risk or evaluation`(
        _ language: String
    ) async throws {
        let site = try await RecordSite.crm.value
        for year in [2016, 2024, 2026, 2027] {
            let page = try await site.get("/\(language)/duties.json?year=\(year)")
            for word in ["\"open\"", "\"missed\"", "\"late\"", "\"not-recorded\"", "\"P5\"", "\"O4\""] {
                #expect(!page.text.contains(word), "\(year): \(word)")
            }
        }
    }

    @Test(
        arguments: [
            ("", 200, "Members and observers"), ("?from=2020-12-31&to=2026-11-21", 200, "Plans"),
            ("?from=2015-12-31&to=2016-12-31", 200, "id=\"presidency\""),
            ("?from=2016-01-01&to=2016-01-01", 200, "It is the same day"),
            ("?from=1980-01-01&to=1980-02-01", 200, "No change is recorded"),
            ("?from=2016-01-01&to=2015-12-31", 400, "The second day lies before the first"),
            ("?from=2016-02-30", 400, "write it as YYYY-MM-DD"), ("?to=x", 400, "write it as YYYY-MM-DD"),
            ("?from=0001-01-01&to=9999-12-31", 200, "The first 100 are shown"),
        ])
    func `What changed between two days, and what is wrong with them at their fields`(
        _ query: String, _ status: Int, _ text: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/en/changes\(query)")
        #expect(page.status == status)
        #expect(page.text.contains(text))
    }

    @Test func `A change has its day, its words and its acts`() async throws {
        let page = try await RecordSite.crm.value.get("/es/changes?from=2020-12-03&to=2020-12-04")
        #expect(page.text.contains("Secretaría Técnica pasa a llamarse Secretaría Ejecutiva"))
        #expect(page.text.contains("href=\"/es/conference/SE\""))
        let data = try await RecordSite.crm.value.get("/es/changes.json?from=2020-12-04&to=2020-12-04")
        #expect(data.text.contains("\"changes\":[]"))
    }

    @Test(arguments: ["contributions", "working-days", "plans", "figures", "duties", "changes", "plans/PA"])
    func `Lists are offered for spreadsheets`(_ path: String) async throws {
        let page = try await RecordSite.crm.value.get("/es/\(path)")
        #expect(page.text.contains(".csv") && page.text.contains(".xlsx"))
    }
}
