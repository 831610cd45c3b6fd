import Testing

@testable import Web

struct CharterPagesTests {
    @Test(arguments: [
        ("crm", "La Carta y sus reglas", "The Charter and its rules", "Carta</a>"),
        ("cme", "Estatuto y reglas", "Statute and rules", "Estatuto</a>"),
        ("csm", "Práctica y reglas", "Practice and rules", "Práctica</a>"),
    ])
    func `The menu calls the rules what their document is called`(
        _ pack: String, _ es: String, _ en: String, _ menu: String
    ) async throws {
        func text(_ path: String) async throws -> String {
            switch pack {
            case "crm": try await RecordSite.crm.value.get(path).text
            case "csm": try await RecordSite.csm.value.get(path).text
            default: try await PlantedSite.shared.value.ask("/c/cme" + path).text
            }
        }
        let page = try await text("/es/charter")
        #expect(page.contains("<h1>\(es)</h1>"))
        #expect(page.contains(menu))
        #expect(try await text("/en/charter").contains("<h1>\(en)</h1>"))
    }

    @Test(arguments: [("/es/charter", "día supuesto", "resumen"), ("/en/charter", "assumed day", "summary")])
    func `The charter says which edition holds, that its day is assumed, and that it is a summary`(
        _ path: String, _ assumed: String, _ summary: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(assumed))
        #expect(page.text.contains(summary))
        #expect(page.text.contains("/charter/carta.financiamiento.cuotas.4"))
        #expect(page.text.utf8.count < 150_000)
    }

    @Test func `Footnotes name the states that made them`() async throws {
        let page = try await RecordSite.crm.value.get("/en/charter")
        #expect(page.text.contains("Note 1, by United States:"))
        #expect(page.text.contains("Note 2, by United States and Dominican Republic:"))
    }

    @Test func `A past day shows the practice, with the rules that were off`() async throws {
        let page = try await RecordSite.crm.value.get("/en/charter?on=2010-01-01")
        #expect(page.text.contains("practice (1996-2020)"))
        #expect(page.text.contains(">off</span>"))
        let before = try await RecordSite.crm.value.get("/en/charter?on=1980-01-01")
        #expect(before.status == 200)
        #expect(before.text.contains("no edition of the rules is recorded"))
    }

    @Test(arguments: [
        ("/en/charter?q=P4", 2, "carta.observadores.paises.6"),
        ("/en/charter?q=p4", 2, "carta.observadores.paises.6"),
        ("/es/charter?q=consenso&document=informe", nil, "informe."),
    ])
    func `Clauses are found by rule, text and document`(_ path: String, _ count: Int?, _ clause: String)
        async throws
    {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        let found = page.text.matches(of: #/<div class="clause"/#).count
        #expect(found > 0)
        if let count { #expect(found == count) }
        #expect(page.text.contains("/charter/\(clause)"))
    }

    @Test func `A filter that nothing meets, or that can't be read, says so`() async throws {
        let site = try await RecordSite.crm.value
        let none = try await site.get("/en/charter?q=zzzz")
        #expect(none.status == 200)
        #expect(none.text.contains("No clause meets the filters."))
        let strange = try await site.get("/en/charter?document=biblia")
        #expect(strange.status == 400)
        #expect(strange.text.contains("is no document of the editions"))
        let long = try await site.get("/en/charter?q=" + String(repeating: "a", count: 200))
        #expect(long.status == 400)
        #expect(long.text.contains("shorten it"))
    }

    @Test func `What was typed comes back escaped`() async throws {
        let page = try await RecordSite.crm.value.get("/en/charter?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        #expect(!page.text.contains("<script>alert"))
        #expect(page.text.contains("&lt;script&gt;alert(1)"))
    }

    @Test(arguments: [("es", "Interpretación"), ("en", "Interpretation")])
    func `A clause shows the rule it runs with its values and what is interpretation`(
        _ language: String, _ word: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/\(language)/charter/carta.observadores.paises.6")
        #expect(page.status == 200)
        #expect(page.text.contains(">P4</span>"))
        #expect(page.text.contains(word))
        #expect(page.text.contains("rel=\"prev\""))
        #expect(page.text.contains("rel=\"next\""))
    }

    @Test func `A clause of the practice alone is shown with the edition that holds it`() async throws {
        let path = "/en/charter/informe.observadores.paises.criterios.1"
        let then = try await RecordSite.crm.value.get(path + "?on=2010-01-01")
        #expect(!then.text.contains("hold this clause"))
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains("hold this clause; it is shown as it stands in"))
        #expect(try await RecordSite.crm.value.get(path + "?on=x").text.contains("aria-invalid"))
        #expect(page.text.contains("practice (1996-2020)"))
    }

    @Test func `An unknown clause is not found, with the nearest ones`() async throws {
        let page = try await RecordSite.crm.value.get("/en/charter/carta.financiamiento.cuota.4")
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"/en/charter/carta.financiamiento.cuotas.4\""))
    }

    @Test func `The charter and a clause for programs`() async throws {
        let site = try await RecordSite.crm.value
        let charter = try await site.get("/en/charter.json")
        #expect(charter.text.contains("\"edition\":\"charter-2020\""))
        #expect(charter.text.contains("\"clause\":\"carta.mandato.1\""))
        let clause = try await site.get("/en/charter/carta.observadores.paises.6.json")
        #expect(clause.text.contains("\"rule\":\"P4\""))
        #expect(clause.text.contains("\"years\":2"))
    }
}
