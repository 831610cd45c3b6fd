import Charter
import Conference
import HashTreeCollections
import Secretariat
import Testing

@testable import Web

/// Decisions, their effects, and who sees those of closed sessions; organs.
struct DecisionPagesTests {
    @Test(arguments: [
        ("/es/decisions", "Decisiones y declaraciones", "no se cuentan aquí"),
        ("/en/decisions", "Decisions and declarations", "aren&#39;t counted here"),
        ("/es/decisions/CRM/VM/2021/D.4(d)", "literal d", "Cómo se cita"),
        ("/en/decisions/CRM/VM/2021/D.4(d)", "item d", "How to cite it"),
    ])
    func `Decisions in both languages, each with its meeting and citation`(
        _ path: String, _ first: String, _ second: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(first) && page.text.contains(second))
        #expect(page.text.contains("/meetings/VM-2021\""))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test(arguments: ["es", "en"])
    func `A decision leads to the paper that it adopted, and the paper to the decision`(
        _ language: String
    ) async throws {
        let site = try await RecordSite.crm.value
        let (decision, paper) = ("decisions/CRM/VM/2023/plan-laboral", "library/plan-laboral-2023")
        let decided = try await site.get("/\(language)/\(decision)")
        #expect(decided.text.contains("href=\"/\(language)/\(paper)\""))
        let adopted = try await site.get("/\(language)/\(paper)")
        #expect(adopted.text.contains("href=\"/\(language)/\(decision)\""))
        #expect(adopted.text.contains(language == "es" ? "Lo adoptó" : "Adopted by"))
        let json = try await site.get("/\(language)/\(paper).json")
        #expect(json.text.contains("\"decision\":\"CRM/VM/2023/plan-laboral\""))
    }

    @Test(arguments: [
        ("declaracion-xxvi-2021", ["CRM/VM/2021/D.4(d)", "CRM/VM/2021/plenaria-csm"]),
        ("comunicado-1999", ["CRM/VM/1999/CC.5"]),
    ])
    func `A meeting's paper lists its decisions, and each of them the paper`(
        _ paper: String, _ decisions: [String]
    ) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/en/library/\(paper)")
        #expect(page.text.contains("Decisions of its meeting"))
        for decision in decisions {
            #expect(page.text.contains("href=\"/en/decisions/\(decision)\""), "\(decision)")
            let decided = try await site.get("/en/decisions/\(decision)")
            #expect(decided.text.contains("href=\"/en/library/\(paper)\""), "\(decision)")
        }
    }

    @Test func `A paper of a meeting names none of its closed decisions to who may not read them`()
        async throws
    {
        let site = try await PlantedSite.shared.value
        for (seat, sees) in [("", false), ("~network", false), ("~member-XAL", true)] {
            let page = try await site.ask("/c/cme\(seat)/en/library/papel-perla")
            #expect(page.text.contains("D.1, Decision pearl"))
            #expect(page.text.contains("zafiro") == sees, "\(seat)")
        }
    }

    @Test func `What was done about a decision is not recorded until an act rests on it`() async throws {
        let site = try await RecordSite(pack: "crm")
        let path = "/en/decisions/CRM/VM/2026/D.9"
        let today = PartialDay(try #require(Day("2026-11-21")))
        try await site.registrar.perform(
            Proposal(
                id: "d9", on: today,
                act: DecisionRecorded(
                    decision: "CRM/VM/2026/D.9", organ: "VM", number: 9,
                    title: Localized(es: "Reunirse aparte", en: "To meet apart"), session: .open
                ).act), by: .secretariat)
        #expect(try await site.get(path).text.contains("no act of the register rests on this decision"))
        let convened = try await site.registrar.perform(
            Proposal(
                id: "m9", on: today,
                act: MeetingConvened(
                    meeting: "VM-2026-X", organ: "VM", kind: .extraordinary,
                    from: PartialDay(try #require(Day("2026-12-01"))), decision: "CRM/VM/2026/D.9"
                ).act), by: .presidency)
        let page = try await site.get(path)
        #expect(page.text.contains("href=\"/en/meetings/VM-2026-X\""))
        #expect(page.text.contains("href=\"/en/register/\(convened.sequence)\""))
        #expect(try await site.get("/en/meetings/VM-2026-X").text.contains("href=\"\(path)\""))
    }

    @Test func `A closed session's decision exists for its readers alone`() async throws {
        let site = try await RecordSite(pack: "crm")
        let pages = ConferencePages(site.registrar, at: .root, look: try LookAssets())
        try await site.registrar.perform(
            Proposal(
                id: "closed", on: PartialDay(try #require(Day("2026-11-21"))),
                act: DecisionRecorded(
                    decision: "CRM/VM/2026/S.1", organ: "VM", meeting: "VM-2023",
                    title: Localized(es: "Asunto reservadísimo", en: "Secret business"), session: .closed
                ).act), by: .presidency)
        func text(_ route: Route, _ viewer: Viewer, _ form: Representation) async throws -> String? {
            let base = ConferencePath.root.seen(by: Seat(viewer))
            let answer = try await pages.answer(
                PageRequest(base: base, route: route, language: .en, representation: form))
            guard case .page(let page) = answer else { return nil }
            return String(decoding: page.bytes, as: UTF8.self)
        }
        let lists: [Route] = [.home, .decisions, .meeting("VM-2023"), .organ("VM")]
        for viewer: Viewer in [.public, .secretariat, .observer("COL"), .network, .administrator] {
            #expect(try await text(.decision("CRM/VM/2026/S.1"), viewer, .html) == nil)
            for route in lists {
                for form in [Representation.html, .json] {
                    let page = try #require(try await text(route, viewer, form))
                    #expect(!page.contains("Secret business") && !page.contains("2026/S.1"), "\(route)")
                }
            }
        }
        for viewer: Viewer in [.member("MEX"), .presidency] {
            #expect(
                try await text(.decision("CRM/VM/2026/S.1"), viewer, .html)?.contains("Of a closed session")
                    == true)
            for route in lists {
                #expect(try await text(route, viewer, .html)?.contains("Secret business") == true, "\(route)")
            }
        }
    }

    @Test(arguments: [
        ("/es/conference", "Cómo pasa un asunto por los órganos"),
        ("/en/conference", "How a matter passes through the organs"),
        ("/es/conference/GRCM", "Competencias"), ("/en/conference/GT-LABORAL", "Objectives"),
        ("/es/conference/SE", "Unidad Técnica de Apoyo"),
        ("/es/conference/GT-LABORAL-2021", "Ya no existe"),
        ("/en/conference/GRCM?on=1990-01-01", "On that day it isn&#39;t recorded yet"),
    ])
    func `Organs in both languages, with names, competences and their end`(
        _ path: String, _ said: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(said))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test func `The organs of a day are those of that day, under their names then`() async throws {
        let site = try await RecordSite.crm.value
        let early = try await site.get("/es/conference.json?on=2001-06-01").text
        #expect(early.contains("\"es\":\"Unidad Técnica de Apoyo\""))
        #expect(!early.contains("GT-LABORAL"))
        #expect(try await site.get("/en/conference?on=1990-01-01").text.contains("No organ is recorded"))
        let changed = try await site.get("/en/conference?on=2014-06-01").text
        #expect(changed.contains("Technical Secretariat"))
        #expect(changed.contains("Nicaragua"))
    }

    @Test func `A competence stands with the clause of the day's edition`() async throws {
        let site = try await RecordSite.crm.value
        let now = try await site.get("/en/conference/GRCM").text
        #expect(now.contains("/en/charter/carta.estructura.grupo-consulta.competencias.1\""))
        let then = try await site.get("/en/conference/GRCM?on=2014-06-01").text
        #expect(!then.contains("carta.estructura"))
        #expect(then.contains("/en/charter/informe.grupo-consulta."))
    }

    @Test(arguments: ["/en/", "/en/presidencies", "/en/parties/NIC"])
    func `The older pages lead to meetings, decisions and organs rather than to their acts`(
        _ path: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.text.contains("href=\"/en/meetings/"))
    }
}
