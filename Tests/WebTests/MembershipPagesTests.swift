import Charter
import Conference
import Secretariat
import Testing

@testable import Web

struct MembershipPagesTests {
    @Test(arguments: [
        ("/es/parties", "Países miembros", "Red Regional de Organizaciones Civiles para las Migraciones"),
        ("/en/parties", "Member countries", "Observer organizations"),
    ])
    func `The parties of today in both languages, each with its code and source`(
        _ path: String, _ heading: String, _ other: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(heading))
        #expect(page.text.contains(other))
        for code in ["BLZ", "USA", "DOM", "COL", "OIM", "RROCM"] {
            #expect(page.text.contains("<span class=\"code\">\(code)</span>"), "\(code)")
        }
        #expect(page.text.contains("12.5%"))
        #expect(page.text.contains("1.5625%"))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test func `A past day shows who took part then, and what was asked then`() async throws {
        let site = try await RecordSite.crm.value
        let early = try await site.get("/en/parties?on=1999-06-01")
        #expect(early.text.contains("This page shows 1 June 1999"))
        #expect(!early.text.contains(">UNICEF<"))
        #expect(early.text.contains("To lie in the American continent."))
        let before = try await site.get("/en/parties?on=1990-01-01")
        #expect(before.status == 200)
        #expect(before.text.contains("nobody is recorded as taking part"))
        #expect(try await site.get("/es/parties?on=9999-12-31").status == 200)
    }

    @Test(arguments: ["/es/parties?on=2014-02-30", "/es/parties/MEX?on=ayer", "/es/charter?on=1"])
    func `A day that can't be read stays in its field, with what would do`(_ path: String) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 400)
        #expect(page.text.contains("no es un día; escríbalo como AAAA-MM-DD"))
        #expect(page.text.contains("aria-invalid=\"true\""))
        #expect(page.text.contains("value=\"\(path.split(separator: "=").last ?? "")\""))
    }

    @Test func `A party's page has its presidencies with themes and its share`() async throws {
        let site = try await RecordSite.crm.value
        let mexico = try await site.get("/en/parties/MEX")
        #expect(mexico.status == 200)
        #expect(mexico.text.contains("Member country"))
        #expect(mexico.text.contains("In Spanish: México"))
        #expect(mexico.text.contains("12.5%"))
        #expect(mexico.text.contains("id=\"presidencies\""))
        let organisation = try await site.get("/es/parties/OIM")
        #expect(organisation.text.contains("OIM (en inglés, IOM)"))
        let colombia = try await site.get("/es/parties/COL")
        #expect(colombia.text.contains("no consta; la fuente que lo dice es de noviembre de 2016"))
    }

    @Test func `Nothing of payments, votes, absences or lapses stands on a public party's page`() async throws
    {
        let site = try await RecordSite.crm.value
        for code in ["MEX", "NIC", "COL", "JAM", "OIM"] {
            let page = try await site.get("/es/parties/\(code)")
            // The clauses that a "why?" opens speak of these things; the page's own statements don't.
            let own = page.text.replacing(
                #/<details class="why">.*?</details>/#.dotMatchesNewlines(), with: "")
            for word in ["ausen", "voto", "riesgo", "adeud", "pendiente de pago", "perdió"] {
                #expect(!own.contains(word), "\(code): \(word)")
            }
        }
    }

    @Test(arguments: [
        ("/es/parties/MXE", "/es/parties/MEX"), ("/en/parties/PANAMA", "/en/parties/PAN"),
        ("/en/parties/IOM", "/en/parties/OIM"), ("/es/parties/GUATEMALTA", "/es/parties/GTM"),
    ])
    func `An unknown party is not found, with the nearest ones`(_ path: String, _ near: String) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"\(near)\""))
    }

    @Test func `A name that is the same in both languages stands once`() async throws {
        let site = try await PlantedSite.shared.value
        #expect(try await !site.ask("/c/cme/en/parties/XAL").text.contains("In Spanish: "))
        #expect(try await !site.ask("/c/cme/es/parties/XAL").text.contains("En inglés: "))
    }

    @Test func `A presidency designated stands on the page of its country, as soon as it is`() async throws {
        let site = try await RecordSite.crm.value
        let terms = site.registrar.state.presidency.all
        let term = try #require(terms.last { $0.on.first < $0.days.lowerBound })
        for (day, isAhead) in [
            (term.on.first.adding(days: -1), false), (term.on.first, true),
            (term.days.lowerBound.adding(days: -1), true), (term.days.lowerBound, false),
        ] {
            let page = try await site.get("/en/parties/\(term.party)?on=\(day)")
            #expect(page.text.contains("Presidency designated") == isAhead, "\(day)")
        }
    }

    @Test func `A party for programs`() async throws {
        let page = try await RecordSite.crm.value.get("/en/parties/MEX.json?on=2014-06-01")
        #expect(page.status == 200)
        #expect(page.text.contains("\"party\":\"MEX\",\"kind\":\"state\""))
        #expect(page.text.contains("\"on\":\"2014-06-01\""))
        let missing = try await RecordSite.crm.value.get("/en/parties/MXE.json")
        #expect(missing.status == 404)
        #expect(missing.text.contains("\"suggestions\":[{\"text\":\"Mexico (MEX)\""))
        let list = try await RecordSite.crm.value.get("/en/parties.json")
        #expect(list.text.contains("\"members\":{\"parties\":[{\"party\":\"BLZ\""))
    }

    @Test func `Another conference's parties need no other code`() async throws {
        let page = try await RecordSite.csm.value.get("/es/parties")
        #expect(page.status == 200)
        #expect(page.text.contains(">BRA<"))
        #expect(!page.text.contains("1.5625%"))
    }

    @Test(arguments: [
        "parties", "parties/BRA", "charter", "charter?q=P1", "register", "register/1", "register/5",
    ])
    func `Another conference's pages in both languages, and for programs`(_ path: String) async throws {
        let site = try await RecordSite.csm.value
        for language in ["es", "en"] {
            #expect(try await site.get("/\(language)/\(path)").status == 200)
        }
        if !path.contains("?") {
            #expect(try await site.get("/en/\(path).json").text.contains("\"conference\":\"csm\""))
        }
    }

    @Test func `What is nearest is counted in letters, without case and accents`() {
        let candidates = [(id: 1, names: ["MEX", "México"]), (id: 2, names: ["NIC", "Nicaragua"])]
        #expect(Nearest.find("mexico", among: candidates) == [1])
        #expect(Nearest.find("Nicargua", among: candidates).first == 2)
        #expect(Nearest.find("zzzzzzzz", among: candidates) == [])
        #expect(Nearest.find("", among: candidates) == [])
        #expect(Nearest.find(String(repeating: "é", count: 5_000), among: candidates) == [])
    }
}
