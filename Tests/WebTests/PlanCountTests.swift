import Charter
import Conference
import HashTreeCollections
import Register
import Secretariat
import Testing

@testable import Web

struct PlanCountTests {
    @Test(arguments: [
        ("2022-12-31", nil, 0), ("2023-01-01", 0, 0), ("2023-12-31", 0, 1), ("2026-03-01", 0, 1),
        ("2026-03-11", 1, 1), ("2026-11-21", 1, 1), ("2027-06-01", 2, 1),
    ])
    func `A plan's page counts the working groups' meetings and the decisions of the plan's period`(
        _ day: String, _ meetings: Int?, _ decisions: Int
    ) async throws {
        let site = try await RecordSite(pack: "crm")
        for (code, from) in [("GT-LABORAL-2026-1", "2026-03-10"), ("GT-LABORAL-2026-2", "2026-12-10")] {
            try await site.registrar.perform(
                Proposal(
                    id: code, on: PartialDay(try #require(Day(min(from, "2026-11-21")))),
                    source: Source(document: "plan-estrategico-2023-2026"),
                    act: MeetingConvened(
                        meeting: MeetingID(code), organ: "GT-LABORAL", kind: .ordinary,
                        from: PartialDay(try #require(Day(from)))
                    ).act), by: .presidency)
        }
        let state = site.registrar.state
        let plan = try #require(state.plan.plans["PE-2023-2026"])
        let counts = state.counts(of: plan, on: try #require(Day(day)), for: .public)
        #expect(counts.first { $0.organ == "GT-LABORAL" }?.answer.value == meetings)
        #expect(counts.first { $0.organ == nil }?.answer.value ?? 0 == decisions)
        if let meetings {
            let own = counts.first { $0.organ == "GT-LABORAL" }
            // The acts behind the number: the group's and each meeting's.
            #expect(own?.answer.basis.flatMap(\.entries).count == 1 + meetings)
        }
    }

    @Test(arguments: [
        ("/es/plans/PE-2023-2026", "Lo que el registro cuenta por sí mismo, en el período del plan"),
        ("/en/plans/PE-2023-2026", "What the register counts itself, within the plan&#39;s period"),
    ])
    func `What the register counts of a plan's indicators stands beneath them, and as JSON`(
        _ path: String, _ caption: String
    ) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get(path).text
        #expect(page.contains(caption))
        #expect(page.utf8.count < 60_000)
        #expect(try await site.get(path + ".json").text.contains("\"counted\":[{\"organ\":\"GT-"))
        #expect(try await !site.get("/es/plans/PA").text.contains("Lo que el registro cuenta"))
    }
}
