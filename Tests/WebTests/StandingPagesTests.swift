import Charter
import Conference
import Foundation
import Secretariat
import Testing

@testable import Web

struct StandingPagesTests {
    @Test func `Members read who has a vote, why, and the least payments`() async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~member-XAL/en/standing")
        #expect(page.status == 200)
        #expect(page.text.contains("It has a vote; $2,221.78 open since 31 January 2026."))
        #expect(
            page.text.contains(
                "Voice without vote in vice-ministerial decisions: $14,220.89 open since 31 January 2023."))
        #expect(page.text.contains("The least payment that restores the vote is $14,220.89."))
        #expect(page.text.contains("The least payment that restores participation is $8,888.31"))
        #expect(page.text.contains("9 of 11 members have a vote"))
        #expect(page.text.utf8.count < 60_000)
        for word in ["debt", "arrears", "owe", "assessment"] { #expect(!page.text.contains(word), "\(word)") }
        let spanish = try await site.ask("/c/cme~secretariat/es/standing")
        #expect(spanish.text.contains("Voz sin voto en las decisiones viceministeriales"))
        for word in ["deuda", "mora", "adeuda", "cuotas impagas"] {
            #expect(!spanish.text.contains(word), "\(word)")
        }
    }

    /// Dunaria's contribution fell due on 31 January 2023: two years later the vote is lost, four years later the
    /// part in meetings; before 2019 the register isn't complete.
    @Test(arguments: [
        ("2018-12-31", "Not recorded."), ("2023-01-30", "It has a vote; nothing that is due is open."),
        ("2023-01-31", "It has a vote; $7,777.13 open since 31 January 2023."),
        ("2025-01-30", "It has a vote; $14,220.89"), ("2025-01-31", "Voice without vote"),
        ("2027-01-30", "Voice without vote"), ("2027-01-31", "No part in meetings until regularised"),
    ])
    func `A member's standing turns on its days`(_ day: String, _ words: String) async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~presidency/en/parties/XDU?on=\(day)")
        #expect(page.status == 200)
        #expect(page.text.contains(words), "\(day)")
    }

    @Test(arguments: [
        ("member-XDU", "Dunaria: ", "Voice without vote in vice-ministerial decisions: $14,220.89"),
        ("member-XAL", "Alcora: ", "It has a vote; $2,221.78 open since 31 January 2026."),
        ("observer-XRI", "Ribalta: ", "its status lapsed on 20 November 2024."),
        ("secretariat", "The secretariat: ", " this year"),
        ("presidency", "The presidency: ", " this year"),
    ])
    func `The first page says where whoever looks stands`(_ seat: String, _ name: String, _ words: String)
        async throws
    {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~\(seat)/en/")
        let notice = try #require(page.text.split(separator: "class=\"notice").dropFirst().first)
        #expect(notice.prefix(200).contains("<b>\(name)</b>"))
        #expect(notice.prefix(600).contains(words))
        let json = try await site.ask("/c/cme~\(seat)/en/index.json")
        #expect(json.text.contains("\"seat\":{\"viewer\":\"\(seat)\""))
        for other in ["", "~network", "~administrator"] where seat != "secretariat" {
            let page = try await site.ask("/c/cme\(other)/en/")
            #expect(!page.text.contains(words), "\(other)")
            let json = try await site.ask("/c/cme\(other)/en/index.json")
            #expect(!json.text.contains("restoresVote"))
        }
    }

    @Test func `Why a vote is lost says the clause and the least payments as people write them`() async throws
    {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~member-XAL/en/parties/XDU")
        #expect(page.text.contains("A payment of $14,220.89 restores the vote."))
        #expect(page.text.contains("two consecutive years"))
        #expect(!page.text.contains("four consecutive years"))
        let excluded = try await site.ask("/c/cme~member-XAL/en/parties/XDU?on=2027-01-31")
        for words in [
            "two consecutive years", "four consecutive years", "restores the vote and the part in meetings.",
        ] {
            #expect(excluded.text.contains(words), "\(words)")
        }
    }

    @Test func `What is foreseen, received and open of a year adds up`() async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~presidency/en/standing?year=2023")
        #expect(page.text.contains("The budget of 2023"))
        #expect(page.text.contains("$1,333.37"))
        #expect(page.text.contains("$6,443.76"))
        let past = try await site.ask("/c/cme~presidency/en/standing?on=2024-01-01")
        #expect(!past.text.contains("$1,333.37"))
        let unknown = try await site.ask("/c/cme~presidency/en/standing?year=1812")
        #expect(unknown.status == 400)
        #expect(unknown.text.contains("Of “1812” no contribution is recorded as foreseen"))
        let csv = try await site.ask("/c/cme~presidency/en/standing.csv?list=receipts")
        #expect(csv.status == 200)
        #expect(csv.text.contains("1333.37") || csv.text.contains("1,333.37"))
        let json = try await site.ask("/c/cme~presidency/en/standing.json")
        #expect(json.text.contains("\"restoresVote\":\"14220.89\""))
        #expect(json.text.contains("\"change\":\"A payment of USD 14220.89 restores the vote.\""))
    }

    @Test func `A vote that returns before the part in meetings is for written consultations only`()
        async throws
    {
        let site = try await PlantedSite()
        // Esperia takes no part; another contribution of its falls due less than two years before.
        let foreseen = try ContributionForeseen(
            party: "XES", year: 2026, amount: #require(Money("1111.11", currency: "USD")),
            due: #require(Day("2026-01-31")))
        try await site.registrar.perform(
            Proposal(
                id: "young", on: PartialDay(try #require(Day("2025-12-01"))),
                source: Source(document: "libro-practica"), act: foreseen.act), by: .secretariat)
        let excluded = site.registrar.state.standing("XES", on: PlantedSite.today).value
        let least = try #require(excluded.restoresVote)
        #expect(excluded.vote == false && least != excluded.restoresParticipation)
        let path = "/c/cme~member-XAL/en/parties/\(excluded.party)"
        #expect(try await site.ask(path).text.contains("restores it for written consultations only."))
        try await site.registrar.perform(
            Proposal(
                id: "least", on: PartialDay(PlantedSite.today),
                act: ContributionReceived(party: excluded.party, amount: least, reference: "R-least").act),
            by: .secretariat)
        let words = [
            ("en", "Its vote, until then, is for written consultations only", "vote in writing only"),
            ("es", "Su voto, mientras tanto, es solo para las consultas escritas", "voto solo por escrito"),
        ]
        for (language, sentence, tag) in words {
            let page = try await site.ask("/c/cme~member-XAL/\(language)/standing")
            #expect(page.text.contains(sentence))
            #expect(page.text.contains(tag))
        }
        // Whose reading that is stands with the clause.
        let page = try await site.ask("/c/cme~member-XAL/en/standing")
        #expect(page.text.contains("A member whose vote returns before its participation has it in those"))
    }

    @Test(arguments: ["", "~network", "~administrator", "~observer-XRI", "~observer-OPUMO"])
    func `Others are told for whom it is and by which clause`(_ seat: String) async throws {
        let site = try await PlantedSite.shared.value
        for form in ["", ".json", ".csv", ".xlsx"] {
            let answer = try await site.ask("/c/cme\(seat)/en/standing\(form)")
            #expect(answer.status == 403, "\(form)")
        }
        let page = try await site.ask("/c/cme\(seat)/en/standing")
        #expect(page.text.contains("is seen by the members, the presidency and the secretariat."))
        // By which clause, who may open it, and what the reader may open instead: every link leads somewhere.
        for (name, path) in [
            (
                "Statute, Funding, Membership contributions",
                "\(seat)/en/charter/estatuto.financiamiento.cuotas."
            ),
            ("the members", "~member-XAL/en/standing"), ("the presidency", "~presidency/en/standing"),
            ("the secretariat", "~secretariat/en/standing"),
            ("The scale, the budget and each member&#39;s share", "\(seat)/en/contributions"),
            ("Members and observers", "\(seat)/en/parties"),
        ] {
            let link = try #require(
                page.text.split(separator: "<a ").first { $0.contains(">\(name)</a>") && $0.contains(path) },
                "\(name)")
            let href = try #require(link.firstMatch(of: #/href="([^"]*)"/#)).1
            #expect(try await site.ask(String(href)).status == 200, "\(href)")
        }
        let spanish = try await site.ask("/c/cme\(seat)/es/standing?on=2025-06-01")
        #expect(spanish.text.contains("Lo que sí puede leer"))
        #expect(spanish.text.contains("href=\"/c/cme\(seat)/es/contributions?on=2025-06-01\""))
        let error = try await site.ask("/c/cme\(seat)/en/standing.json")
        #expect(error.text.contains("\"suggestions\":[{"))
        let parties = try await site.ask("/c/cme\(seat)/en/parties")
        #expect(!parties.text.contains("Vote on that day"))
        #expect(!parties.text.contains("/standing\""))
    }

    @Test func `The real conference's public page says the same and offers it to nobody`() async throws {
        let site = try await RecordSite.crm.value
        let closed = try await site.get("/es/standing")
        #expect(closed.status == 403)
        #expect(closed.text.contains("Carta Estatutaria, Financiamiento, Cuotas de la membresía</a>"))
        #expect(closed.text.contains("los miembros, la presidencia, la secretaría"))
        #expect(!closed.text.contains("~"))
        #expect(try await !site.get("/es/contributions").text.contains("/es/standing"))
    }

    @Test func `A conference without the rule has no such page`() async throws {
        #expect(try await RecordSite.csm.value.get("/es/standing").status == 404)
    }

    @Test(arguments: ["en", "es"])
    func `Of an observer's absences only those are counted that the clause counts`(_ language: String)
        async throws
    {
        let site = try await PlantedSite()
        for (index, kind) in [MeetingKind.ordinary, .activity, .event].enumerated() {
            let day = PartialDay(try #require(Day(2025, 3, 10 + index)))
            let id = MeetingID("X-\(index)")
            let source = Source(document: "libro-practica")
            try await site.registrar.perform(
                Proposal(
                    id: "x\(index)", on: day, source: source,
                    act: MeetingConvened(meeting: id, organ: "GC", kind: kind, from: day).act),
                by: .presidency)
            try await site.registrar.perform(
                Proposal(
                    id: "p\(index)", on: day, source: source,
                    act: AttendanceRecorded(meeting: id, present: ["XAL"]).act), by: .secretariat)
        }
        let page = try await site.ask("/c/cme~observer-XRI/\(language)/parties/XRI")
        let section =
            page.text.components(separatedBy: "id=\"attendance\"").last?
            .components(separatedBy: "</section>").first ?? ""
        // Lapsed on 20 November 2024: what was missed later counts no more than working groups and activities do.
        for year in 2022...2025 {
            #expect(section.contains("/meetings/VM-\(year)\"") == [2023, 2024].contains(year), "\(year)")
        }
        #expect(!section.contains("/meetings/X-"))
        #expect(
            section.contains(
                language == "en"
                    ? "Not counted: 2 other meetings and 2 activities and events since then"
                    : "No se cuentan: 2 reuniones más y 2 actividades y eventos"))
        let json = try await site.ask("/c/cme~observer-XRI/\(language)/parties/XRI.json")
        #expect(json.text.components(separatedBy: "\"counts\":true").count == 3)
        #expect(!page.text.contains("no se deduce") && !page.text.contains("Nothing follows"))
    }

    @Test func `An observer reads its own standing, absences and notice, and nobody else's`() async throws {
        let site = try await PlantedSite.shared.value
        let own = try await site.ask("/c/cme~observer-XRI/en/parties/XRI")
        #expect(own.text.contains("Its status as an observer"))
        #expect(own.text.contains("17 April 2024"))
        #expect(own.text.contains("not there"))
        let other = try await site.ask("/c/cme~observer-XSA/en/parties/XRI")
        #expect(other.status == 200)
        for word in ["Its status as an observer", "17 April 2024", "not there", "\"standing\""] {
            #expect(!other.text.contains(word), "\(word)")
        }
        let json = try await site.ask("/c/cme~observer-XSA/en/parties/XRI.json")
        #expect(!json.text.contains("\"standing\""))
        #expect(try await site.ask("/c/cme~member-XBE/en/parties").text.contains("Its status"))
    }

    @Test(arguments: [
        ("SOCORAL", "", "<dd>notice not given"), ("XRI", "?on=2024-11-20", "<dd>17 April 2024"),
    ])
    func `An observer's page says that it was told, or that it was not`(
        _ party: String, _ query: String, _ words: String
    ) async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~member-XAL/en/parties/\(party)\(query)")
        #expect(page.text.contains(words))
        #expect(page.text.contains("<dd>notice not given") == (party == "SOCORAL"))
        #expect(try await !site.ask("/c/cme/en/parties/\(party)\(query)").text.contains(words))
    }

    @Test func `The register opens its own notice to an observer, and nothing more`() async throws {
        let site = try await PlantedSite.shared.value
        let state = site.registrar.state
        let notices = (1...state.sequence).filter { state.lines[$0 - 1].kind.name == LapseNoticed.kind }
        #expect(notices.count == 2)
        for (seat, open) in [
            ("~observer-XRI", [true, false]), ("~observer-OPUMO", [false, true]), ("", [false, false]),
        ] {
            let found = try await site.ask("/c/cme\(seat)/en/register.json?kind=membership.lapseNoticed")
            #expect(found.text.contains("\"total\":\(open.count { $0 }),"), "\(seat)")
            for (entry, isOpen) in zip(notices, open) {
                let page = try await site.ask("/c/cme\(seat)/en/register/\(entry).json")
                #expect(page.text.contains("\"closed\":\(!isOpen)"), "\(seat) \(entry)")
                #expect(page.text.contains("\"salt\":null") == !isOpen)
            }
        }
    }

    @Test(arguments: [
        ("", ["finance.contributionReceived", "membership.lapseNoticed"]),
        ("~network", ["finance.contributionReceived", "membership.lapseNoticed"]),
        ("~observer-XRI", ["finance.contributionReceived"]),
    ])
    func `The register's filters name no kind of which the reader may read nothing`(
        _ seat: String, _ kinds: [String]
    ) async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme\(seat)/en/register")
        for kind in kinds { #expect(!page.text.contains("value=\"\(kind)\""), "\(kind)") }
        #expect(page.text.contains("value=\"meetings.convened\""))
        let member = try await site.ask("/c/cme~member-XAL/en/register")
        for kind in kinds { #expect(member.text.contains("value=\"\(kind)\""), "\(kind)") }
    }
}
