import Charter
import Conference
import Foundation
import HashTreeCollections
import Secretariat
import Testing

@testable import Web

/// Meetings, their calendar, and one meeting's page.
struct MeetingPagesTests {
    @Test(arguments: [
        ("/es/meetings", "Reuniones y calendario", "Lo que viene"),
        ("/en/meetings", "Meetings and calendar", "What comes next"),
        ("/es/meetings/CRM-CSM-2022", "Las horas también en", "Reunión Plenaria"),
        ("/en/meetings/CRM-CSM-2022", "Times also in", "Plenary Meeting"),
    ])
    func `Meetings in both languages, small enough, and for programs`(
        _ path: String, _ first: String, _ second: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(first) && page.text.contains(second))
        #expect(page.text.utf8.count < 60_000)
        #expect(try await RecordSite.crm.value.get(path + ".json").text.contains("\"status\":\"held\""))
    }

    @Test(arguments: ["meetings", "meetings?year=2022", "meetings/CRM-CSM-2022", "decisions", "conference"])
    func `Another conference's pages need no other code`(_ path: String) async throws {
        for language in ["es", "en"] {
            #expect(try await RecordSite.csm.value.get("/\(language)/\(path)").status == 200)
        }
    }

    @Test(arguments: [
        ("2016-11-16", "to-come"), ("2016-11-17", "being-held"), ("2016-11-18", "being-held"),
        ("2016-11-19", "held"),
    ])
    func `A meeting is seen as on the day`(_ on: String, _ status: String) async throws {
        let site = try await RecordSite.crm.value
        let json = try await site.get("/en/meetings/VM-2016.json?on=\(on)")
        #expect(json.text.contains("\"status\":\"\(status)\""))
        let list = try await site.get("/en/meetings.json?year=2016&on=\(on)")
        #expect(list.text.contains("\"meeting\":\"VM-2016\""))
        let next = list.text.prefix(
            upTo: list.text.range(of: "\"meetings\":")?.lowerBound ?? list.text.endIndex)
        #expect(next.contains("VM-2016") == (status != "held"))
    }

    @Test(arguments: [
        ("America/Toronto", "11:00–11:15", "Toronto (GMT−4)"), ("Asia/Tokyo", "00:00–00:15 (+1)", "Tokyo"),
        ("UTC", "15:00–15:15", "UTC (GMT)"),
    ])
    func `An agenda stands in its own zone and in the reader's`(
        _ zone: String, _ there: String, _ heading: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/en/meetings/CRM-CSM-2022?zone=\(zone)")
        #expect(page.status == 200)
        #expect(page.text.contains("09:00–09:15"))
        #expect(page.text.contains("Costa Rica (GMT−6)"))
        #expect(page.text.contains(there))
        #expect(page.text.contains(heading))
    }

    @Test(arguments: ["Mars/Olympus", "GMT%2B25", "../../etc/passwd", "%3Cscript%3E"])
    func `A zone that there isn't stays in its field, with what would do`(_ zone: String) async throws {
        let page = try await RecordSite.crm.value.get("/en/meetings/CRM-CSM-2022?zone=\(zone)")
        #expect(page.status == 400)
        #expect(page.text.contains("isn&#39;t a time zone"))
        #expect(page.text.contains("aria-invalid=\"true\""))
        #expect(!page.text.contains("<script>"))
    }

    @Test func `Every capital's zone is one that this machine knows`() {
        for code in [
            "MEX", "CAN", "USA", "CRI", "DOM", "BLZ", "GTM", "HND", "NIC", "PAN", "SLV", "BRA", "ESP",
        ] {
            let zone = CapitalZones.zone(of: PartyID(code))
            #expect(zone.flatMap { Zone($0) } != nil, "\(code)")
        }
        #expect(CapitalZones.zone(of: "XAL") == nil)
    }

    @Test(arguments: [
        ("year=2016", "VM-2016", "VM-2023"), ("organ=GRCM", "GRCM-2014-1", "VM-2016"),
        ("kind=event", "event", "VM-2016"), ("place=managua", "GRCM-2014-1", "VM-2016"),
        ("place=NIC", "GRCM-2014-1", "VM-2016"), ("q=observadores", "VM-1999", "VM-2016"),
    ])
    func `The list is filtered by year, organ, kind, place and words`(
        _ question: String, _ kept: String, _ left: String
    ) async throws {
        let page = try await RecordSite.crm.value.get("/en/meetings.json?\(question)")
        #expect(page.status == 200)
        let list = page.text.components(separatedBy: "\"meetings\":").last ?? ""
        #expect(list.contains(kept))
        #expect(!list.contains("\"meeting\":\"\(left)\""))
    }

    @Test(arguments: [
        ("meetings?year=20x6", 400), ("meetings?organ=NADA", 400), ("meetings?kind=party", 400),
        ("meetings?page=0", 400), ("meetings?page=99", 404), ("decisions?organ=NADA", 400),
        ("decisions?meeting=NADA", 400), ("decisions?page=99", 404), ("conference/GRCM?page=99", 404),
        ("decisions?q=%3Cb%3E", 200),
    ])
    func `A question that can't be read says so at its field, and a page past the end isn't found`(
        _ path: String, _ status: Int
    ) async throws {
        for language in ["es", "en"] {
            let page = try await RecordSite.crm.value.get("/\(language)/\(path)")
            #expect(page.status == status)
            #expect(!page.text.contains("<b>\""))
        }
    }

    @Test(arguments: [
        ("/es/meetings/VM-2061", "/es/meetings/VM-2001"), ("/en/meetings/VM-20016", "/en/meetings/VM-2016"),
        ("/en/conference/GRCN", "/en/conference/GRCM"), ("/es/conference/PTP", "/es/conference/PPT"),
        ("/es/decisions/CRM/VM/2021/D.4(e)", "/es/decisions/CRM/VM/2021/D.4(d)"),
    ])
    func `What isn't known is not found, with the nearest`(_ path: String, _ near: String) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"\(near)\""))
    }

    @Test(arguments: [
        (
            "/en/meetings?year=2021", "Mo Tu We Th Fr Sa Su\n       1 <b> 2</b> <b> 3</b>  4  5\n",
            "2 and 3 Dec"
        ),
        ("/es/meetings?year=2021", "lu ma mi ju vi sá do\n       1 <b> 2</b> <b> 3</b>  4  5\n", "2 y 3 dic"),
        ("/en/meetings?year=2003", "Mo Tu We Th Fr Sa Su\n          1  2  3  4\n", "day not recorded:"),
    ])
    func `A year's calendar draws its days, and says beneath what falls on them`(
        _ path: String, _ weeks: String, _ words: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.text.components(separatedBy: "<pre aria-hidden=\"true\">").count == 13)
        #expect(page.text.contains(weeks))
        #expect(page.text.contains(words))
        #expect(page.text.utf8.count < 60_000)
    }

    @Test(arguments: [
        ("/es/meetings/VM-2021", "Reunión celebrada, 2 de diciembre de 2021", "Reunión convocada"),
        ("/en/meetings/VM-2021", "Meeting held, 2 December 2021", "Meeting convened"),
        ("/en/meetings/VM-2001", "Meeting held, 2001", "Meeting convened"),
    ])
    func `When a meeting was convened isn't said where the source gives only its own day`(
        _ path: String, _ words: String, _ untrue: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.text.contains(words))
        #expect(!page.text.contains(untrue))
    }

    @Test func `A meeting that was convened before its day is said to be`() async throws {
        let page = try await PlantedSite.shared.value.ask("/c/cme/en/meetings/VM-2024")
        #expect(page.text.contains("Meeting convened, 1 October 2024"))
    }

    @Test func `Attendance names those present and nobody else`() async throws {
        let page = try await RecordSite.crm.value.get("/es/meetings/GRCM-2014-1")
        #expect(page.text.contains("/es/parties/NIC"))
        let section =
            page.text.components(separatedBy: "id=\"attendance\"").last?
            .components(separatedBy: "</section>").first ?? ""
        // Belize isn't in the source's list: the page says nothing about it.
        #expect(!section.contains("BLZ"))
        #expect(section.contains("la lista no dice nada de los demás"))
        for word in ["ausen", "faltó", "faltaron"] { #expect(!section.contains(word)) }
    }

    @Test func `A cancelled meeting is said to be, and isn't what comes next`() async throws {
        let site = try await RecordSite(pack: "crm")
        let today = PartialDay(try #require(Day("2026-11-21")))
        try await site.registrar.perform(
            Proposal(
                id: "m1", on: today,
                act: MeetingConvened(
                    meeting: "VM-2026", organ: "VM", kind: .ordinary,
                    from: PartialDay(try #require(Day("2026-12-01"))),
                    mode: .virtual
                ).act), by: .presidency)
        #expect(try await site.get("/en/").text.contains("/en/meetings/VM-2026"))
        #expect(try await site.get("/en/meetings").text.contains("1 Dec 2026 · to come"))
        try await site.registrar.perform(
            Proposal(id: "m2", on: today, act: MeetingCancelled(meeting: "VM-2026").act), by: .presidency)
        let page = try await site.get("/en/meetings/VM-2026")
        #expect(page.text.contains("class=\"tag brick\">cancelled"))
        #expect(try await site.get("/en/meetings.json").text.contains("\"toCome\":[]"))
        #expect(!(try await site.get("/en/").text.contains("/en/meetings/VM-2026")))
    }
}
