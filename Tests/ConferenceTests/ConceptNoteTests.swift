import Charter
import Conference
import Testing

/// Rule S2: the concept note of an activity.
@Suite("S2: concept notes") struct ConceptNoteTests {
    private static func activity(_ from: String, to: String? = nil, on: String = "2026-03-01") -> Scenario {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        at.given(RefusalCase.planned(from: from, to: to), on: on, by: .presidency)
        return at
    }
    private static let note = RefusalCase.note()
    private static let ppt = ActingParty.presidency

    @Test func `A concept note lacks no part, asked for in a fixed order`() {
        let at = Self.activity("2026-06-10")
        var lacking = ConceptNoteFiled(activity: "a")
        #expect(lacking.missing == ConceptNoteFiled.Part.allCases.dropLast())
        lacking = ConceptNoteFiled(
            activity: "a", results: [ExpectedResult(result: words("x"), indicators: [])])
        let codes = ConceptNoteFiled.refusals.filter { $0.hasPrefix("plan.note-") }
        #expect(codes.count == 12)
        for (place, part) in ConceptNoteFiled.Part.allCases.enumerated() {
            let refusal = at.refusal(of: RefusalCase.note(without: part), by: Self.ppt)
            #expect(refusal?.code == codes[place + 1])
            #expect(refusal?.rule == .S2 && refusal?.clause == "plan-estrategico.responsabilidades.2")
        }
        #expect(at.refusal(of: lacking, by: Self.ppt)?.code == "plan.note-background")
        #expect(at.refusal(of: lacking, by: Self.ppt, under: "D.departs") == nil)
        #expect(at.refusal(of: lacking, on: "2025", by: .installation) == nil)
        #expect(at.refusal(of: RefusalCase.note(decision: "D.open", line: nil), by: Self.ppt) == nil)
        #expect(at.refusal(of: Self.note, by: Self.ppt) == nil)
        #expect(at.refusal(of: Self.note, by: .secretariat)?.code == "authority.instruction-missing")
        #expect(at.refusal(of: Self.note, by: .secretariat, instruction: "Nota 7") == nil)
    }

    @Test(arguments: [
        ("2026-06-09", true), ("2026-06-10", true), ("2026-06-12", true), ("2026-06-13", false),
    ])
    func `A concept note is filed before the activity is over, or under a decision`(on: String, fits: Bool) {
        let at = Self.activity("2026-06-10", to: "2026-06-12")
        let refusal = at.refusal(of: Self.note, on: on, by: Self.ppt)
        #expect(refusal?.code == (fits ? nil : "plan.note-late"))
        #expect(at.refusal(of: Self.note, on: on, by: Self.ppt, under: "D.departs") == nil)
    }

    @Test func `The practice asks for no note, nor does the Charter before the plan's first day`() {
        let whole = ConceptNoteFiled(activity: "a")
        for (from, asked) in [("2020-01-01", false), ("2022-12-31", false), ("2023-01-01", true)] {
            let at = Self.activity(from)
            #expect((at.refusal(of: whole, by: Self.ppt) != nil) == asked, "\(from)")
            #expect((at.state.activity("a", on: day("2026-04-01"))?.value.duty != nil) == asked, "\(from)")
        }
    }

    @Test(arguments: [
        ("2026-06-09", "2026-06-09 met"), ("2026-06-10", "2026-06-09 late"), (nil, "2026-06-09 missed"),
    ]) func `A concept note is owed by the day before the activity`(filed: String?, expected: String) throws {
        var at = Self.activity("2026-06-10")
        let planned = at.last
        func owed(_ on: String) throws -> Answer<Duty> {
            try #require(at.state.duties(of: 2026, on: day(on)).first { $0.value.rule == .S2 })
        }
        let open = try owed("2026-06-09")
        #expect(
            open.value.status == .open && open.value.owner == .presidency && open.value.access == .members)
        #expect(open.value.opens == day("2026-03-01") && open.value.concerns == "a")
        if let filed { at.given(Self.note, on: filed, by: Self.ppt) }
        let told = try owed("2026-12-01")
        #expect("\(told.value.due) \(told.value.status.rawValue)" == expected)
        #expect((told.value.access == .public) == (told.value.status == .met))
        expectBasis(told, has: planned)
        if filed != nil {
            #expect(told.value.metBy == at.last)
            expectBasis(told, has: at.last)
        }
        #expect(at.state.duties(of: 2025, on: day("2026-12-01")).allSatisfy { $0.value.rule != .S2 })
    }

    @Test func `A month is owed to its last day, and a cancelled meeting's activity nothing`() throws {
        var at = Self.activity("2026-06")
        #expect(at.state.activity("a", on: day("2026-04-01"))?.value.duty?.due == day("2026-06-29"))
        at.given(
            MeetingConvened(meeting: "M", organ: "VM", kind: .activity, from: about("2026-06-10")),
            by: Self.ppt)
        at.given(ActivityConvened(activity: "a", meeting: "M"), by: Self.ppt)
        let convened = at.last
        #expect(at.state.activity(carriedOutBy: "M")?.id == "a")
        #expect(at.state.activity(carriedOutBy: "VM-0") == nil)
        let status = try #require(at.state.activity("a", on: day("2026-06-10")))
        #expect(status.value.duty?.due == day("2026-06-09") && status.value.phase == .underway)
        expectBasis(status, has: convened)
        let cancelled = at.given(MeetingCancelled(meeting: "M"), by: Self.ppt)
        let after = try #require(at.state.activity("a", on: day("2026-06-11")))
        #expect(after.value.phase == .cancelled && after.value.duty == nil)
        expectBasis(after, has: cancelled)
        #expect(at.refusal(of: Self.note, on: "2026-06-20", by: Self.ppt) == nil)
    }

    @Test func `Activities are listed by their day, each with its note filed, missing or not recorded`() {
        var at = Self.activity("2026-06-10")
        at.given(
            ActivityPlanned(
                activity: "b", title: words("x"), plan: "PE", lines: ["l"], from: about("2025-05")),
            on: "2025-01", by: .installation)
        at.given(
            ActivityPlanned(
                activity: "c", title: words("x"), plan: "PE", lines: ["l"], from: about("2026-05-01")),
            on: "2026-04-01", by: Self.ppt)
        at.given(RefusalCase.note(), on: "2026-04-15", by: Self.ppt)
        func told(_ on: String) -> [String] {
            at.state.activities(on: day(on)).map {
                "\($0.value.activity.id) \($0.value.phase.rawValue) \($0.value.note.rawValue)"
            }
        }
        #expect(told("2024-12-31") == [])
        #expect(told("2026-03-31") == ["b held not-recorded", "a planned missing"])
        #expect(
            told("2026-05-02") == ["b held not-recorded", "c held missing", "a planned filed"])
        #expect(at.state.activities(near: "A").first == "a")
    }

    @Test func `A correction that takes the note away leaves the duty open again`() throws {
        var at = Self.activity("2026-06-10")
        let note = at.given(Self.note, by: Self.ppt)
        let correction = at.given(Corrected(corrects: note, reason: words("r")), by: Self.ppt)
        let status = try #require(at.state.activity("a", on: day("2026-06-01")))
        #expect(status.value.note == .missing && status.value.duty?.status == .open)
        expectBasis(status, has: correction)
    }
}
