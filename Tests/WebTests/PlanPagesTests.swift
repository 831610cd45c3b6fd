import Testing

@testable import Web

struct PlanPagesTests {
    @Test(arguments: [
        ("/es/plans", "39</b><span>temas", "El plan dura más de lo que dice la regla."),
        ("/en/plans", "39</b><span>themes", "The plan is longer than the rule says."),
    ])
    func `All plans at a glance, one too long by the rule with why`(
        _ path: String, _ count: String, _ length: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(count))
        #expect(page.text.contains(length))
        #expect(page.text.contains("PE-2023-2026") && page.text.contains("<span class=\"code\">PA</span>"))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test(arguments: [
        ("2005-01-01", ["Aún no", "Ningún plan se había aprobado"], ["PE-2023-2026"]),
        ("2009-01-01", [">PA<"], ["PE-2023-2026"]), ("2022-12-01", ["aún no empieza"], []),
        ("2026-12-31", ["en su período"], []), ("2027-01-01", ["período terminado"], []),
    ])
    func `Plans on another day`(_ day: String, _ there: [String], _ absent: [String]) async throws {
        let page = try await RecordSite.crm.value.get("/es/plans?on=\(day)")
        #expect(page.status == 200)
        for text in there.dropFirst(there.count > 1 ? 1 : 0) { #expect(page.text.contains(text), "\(text)") }
        for text in absent { #expect(!page.text.contains(text), "\(text)") }
    }

    @Test(arguments: ["es", "en"])
    func `A strategic plan is a map of its themes, with the same figures as a table`(
        _ language: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/\(language)/plans/PE-2023-2026")
        #expect(page.status == 200)
        #expect(page.text.ranges(of: "<li class=\"h").count == 39)
        #expect(page.text.contains("<li class=\"h0\">") && page.text.contains("<li class=\"h4\">"))
        #expect(page.text.contains(language == "es" ? "nada consta" : "nothing recorded"))
        #expect(page.text.contains("href=\"/\(language)/plans/PE-2023-2026/tema/3.8\""))
        for id in ["map", "vision", "objectives", "results", "indicators", "principles", "approaches"] {
            #expect(page.text.contains("<section id=\"\(id)\">"), "\(id)")
        }
        #expect(page.text.utf8.count < 60_000)
    }

    @Test func `A plan of action is its four levels with statuses, and says what refers to nothing`()
        async throws
    {
        let page = try await RecordSite.crm.value.get("/en/plans/PA")
        #expect(page.status == 200)
        #expect(page.text.contains("1.1.1.1 Continuous</a> <span class=\"tag leaf\">continuous</span>"))
        #expect(page.text.contains("href=\"/en/plans/PA?status=continuous#lines\">Continuous</a>"))
        #expect(page.text.contains("which exists neither in the plan nor in the register"))
        #expect(page.text.contains("<code>politicas/12</code>"))
        #expect(page.text.contains("href=\"/en/conference/RED-TRATA\""))
    }

    @Test(
        arguments: [
            ("status=pending", 200, "1 línea."), ("status=continuous", 200, "31 líneas."),
            ("theme=derechos&status=continuous", 200, "12 líneas."),
            ("q=consular", 200, "líneas."), ("q=zzz", 200, "0 líneas."),
            ("status=perhaps", 400, "no está en la lista"), ("theme=x", 400, "no está en la lista"),
        ])
    func `Lines are found by theme, status and text`(
        _ query: String, _ status: Int, _ text: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/es/plans/PA?\(query)")
        #expect(page.status == status)
        #expect(page.text.contains(text))
    }

    @Test func `A text too long to look for is said at the field, kept as typed`() async throws {
        let page = try await RecordSite.crm.value.get(
            "/es/plans/PA?q=" + String(repeating: "a", count: 300))
        #expect(page.status == 400)
        #expect(page.text.contains("letras; acórtelo"))
        #expect(page.text.contains("aria-invalid=\"true\""))
    }

    @Test func `A line has its address, its way up, its statuses and what refers to it`() async throws {
        let site = try await RecordSite.crm.value
        let entry = try await site.get("/es/plans/PA/politicas/1.1.1.1")
        #expect(entry.status == 200)
        for above in ["politicas", "politicas/1", "politicas/1.1", "politicas/1.1.1"] {
            #expect(entry.text.contains("href=\"/es/plans/PA/\(above)\""), "\(above)")
        }
        #expect(entry.text.contains("id=\"statuses\""))
        let before = try await site.get("/es/plans/PA/politicas/1.1.1.1?on=2008-12-31")
        #expect(before.text.contains("Ese día la línea aún no constaba"))
        #expect(!before.text.contains("id=\"statuses\""))
        let theme = try await site.get("/en/plans/PE-2023-2026/tema/3.8")
        #expect(theme.text.contains("href=\"/en/spaces/"))
        #expect(theme.text.contains("href=\"/en/library/"))
    }

    @Test(arguments: [
        ("/es/plans/PE-2023", "/es/plans/PE-2023-2026"), ("/en/plans/PB", "/en/plans/PA"),
        ("/es/plans/PA/politicas/1.1.1.9", "/es/plans/PA/politicas/1.1.1"),
        ("/es/plans/ZZZZZZ/x", "/es/plans"),
    ])
    func `What isn't there is not found, with the nearest ones`(_ path: String, _ near: String) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"\(near)"))
    }

    @Test func `Plans for programs`() async throws {
        let site = try await RecordSite.crm.value
        let plan = try await site.get("/en/plans/PA.json?status=pending")
        #expect(plan.text.contains("\"plan\":\"PA\",\"kind\":\"action\""))
        #expect(plan.text.contains("\"standing\":\"not-recorded\""))
        #expect(plan.text.contains("\"total\":134"))
        #expect(plan.text.contains("\"danglingReferences\":[{\"line\":"))
        let line = try await site.get("/en/plans/PE-2023-2026/pilar/1.json")
        #expect(line.text.contains("\"line\":\"pilar/1\"") && line.text.contains("\"status\":null"))
        let all = try await site.get("/en/plans.json")
        #expect(all.text.contains("\"asLongAsTheRuleSays\":false"))
    }

    @Test(arguments: ["es", "en"]) func `Where there is no plan, the page teaches`(_ language: String)
        async throws
    {
        let site = try await RecordSite.csm.value
        let page = try await site.get("/\(language)/plans")
        #expect(page.status == 200)
        #expect(page.text.contains(language == "es" ? "No consta ningún plan" : "No plan is recorded"))
        for path in ["figures", "duties", "changes", "working-days", "contributions"] {
            #expect(try await site.get("/\(language)/\(path)").status == 200, "\(path)")
        }
    }
}
