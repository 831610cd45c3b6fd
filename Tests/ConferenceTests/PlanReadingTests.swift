import Charter
import Conference
import HashTreeCollections
import Testing

/// What pages ask of plans and figures.
@Suite("Plans and figures as read") struct PlanReadingTests {
    private static func plan(from: String? = "2026", until: String? = "2028") -> Scenario {
        var at = Scenario.founded()
        at.given(
            PlanAdopted(
                plan: "PE", kind: .strategic, title: words("Plan"), from: from.map(about),
                until: until.map(about), decision: "D.open"), on: "2026-01-05")
        func line(_ id: ElementID, _ kind: PlanLineKind, _ parent: ElementID? = nil, _ to: String? = nil) {
            at.given(
                PlanLineStated(
                    plan: "PE", line: id, kind: kind, number: "1", parent: parent, title: words("\(id)"),
                    refersTo: to.map { [PlanReference(to: $0, label: words("ver"))] }),
                on: id == "late" ? "2027-01-01" : "2026-01-05")
        }
        line("p", .pillar)
        line("t", .theme, "p", "GRCM")
        line("u", .theme, "p", "t")
        line("o", .theme, "gone", "nowhere")
        line("late", .theme, "p")
        return at
    }

    private func record(_ at: Scenario) throws -> PlanState.Record { try #require(at.state.plan.plans["PE"]) }

    @Test(
        arguments: [
            ("2026", "2028", "2025-12-31", .toCome), ("2026", "2028", "2026-01-01", .inForce),
            ("2026", "2028", "2028-12-31", .inForce), ("2026", "2028", "2029-01-01", .over),
            (nil, nil, "2026-06-01", .notRecorded), ("2026", nil, "2026-06-01", .notRecorded),
        ] as [(String?, String?, String, PlanStanding)])
    func `A plan stands by its own period`(
        from: String?, until: String?, on: String, expected: PlanStanding
    ) throws {
        let at = Self.plan(from: from, until: until)
        let answer = at.state.standing(of: try record(at), on: day(on))
        #expect(answer.value == expected)
        expectBasis(answer, has: try record(at).entry)
    }

    @Test func `A reference leads to a line, an organ, or nothing`() throws {
        let at = Self.plan()
        let plan = try record(at)
        func target(_ to: String) -> PlanTarget {
            at.state.target(of: PlanReference(to: to, label: words("x")), in: plan)
        }
        #expect(target("t") == .line("t"))
        #expect(target("GRCM") == .organ("GRCM"))
        #expect(target("nowhere") == .nothing)
        #expect(at.state.danglingReferences(plan).map(\.reference.to) == ["nowhere"])
        #expect(plan.references(to: "t").map(\.act.line) == ["u"])
        #expect(plan.orphans.map(\.act.line) == ["o"])
    }

    @Test func `Lines have their way up and their day`() throws {
        let plan = try record(Self.plan())
        let theme = try #require(plan.lines["t"])
        let orphan = try #require(plan.lines["o"])
        #expect(plan.path(to: theme).map(\.act.line) == ["p"])
        #expect(plan.path(to: orphan).isEmpty)
        #expect(plan.lines(on: day("2026-12-31")).map(\.act.line) == ["p", "t", "u", "o"])
        #expect(plan.lines(on: day("2027-01-01")).count == 5)
        #expect(plan.lines(near: "lte").first == "late")
    }

    @Test func `Statuses count the last one reported by the day`() throws {
        var at = Self.plan()
        at.given(PlanStatusReported(plan: "PE", line: "t", status: .pending), on: "2026-02-01")
        at.given(PlanStatusReported(plan: "PE", line: "u", status: .pending), on: "2026-02-01")
        at.given(PlanStatusReported(plan: "PE", line: "t", status: .done), on: "2026-06-01")
        func told(_ on: String) throws -> [String] {
            try record(at).statuses(on: day(on)).map { "\($0.status) \($0.count)" }
        }
        #expect(try told("2026-01-31").isEmpty)
        #expect(try told("2026-02-01") == ["pending 2"])
        #expect(try told("2026-06-01") == ["done 1", "pending 1"])
    }

    @Test func `A theme has the papers that name it or stand in its space, as far as they may be read`()
        throws
    {
        var at = Self.plan()
        func paper(_ id: DocumentID, _ access: AccessClass, _ themes: [ElementID]?, on: String) {
            at.given(
                DocumentRecorded(
                    document: id, title: words("x"), kind: .report, access: access, themes: themes), on: on)
        }
        paper("d1", .public, ["t"], on: "2026-02-01")
        paper("d2", .members, ["t"], on: "2026-02-01")
        paper("d3", .public, nil, on: "2026-02-01")
        at.given(
            SpaceOpened(
                space: "s", name: words("x"), summary: words("x"), lines: [PlanPlace(plan: "PE", line: "t")]),
            on: "2026-03-01")
        at.given(Placed(space: "s", documents: ["d3"], access: .public), on: "2026-03-02")
        func papers(_ on: String, _ viewer: Viewer) throws -> Set<DocumentID> {
            let work = at.state.work(on: try record(at), on: day(on), for: viewer)
            #expect(Set(work.keys).isSubset(of: ["t"]))
            return Set(work["t"]?.documents.map(\.act.document) ?? [])
        }
        #expect(try papers("2026-01-31", .public).isEmpty)
        #expect(try papers("2026-02-28", .public) == ["d1"])
        #expect(try papers("2026-12-31", .public) == ["d1", "d3"])
        #expect(try papers("2026-12-31", .member("MEX")) == ["d1", "d2", "d3"])
    }

    @Test func `Meetings are counted by the year in which they began, without those cancelled or to come`() {
        var at = Scenario.founded()
        at.meeting("VM-2026", on: "2026-11-20", present: nil)
        at.meeting("GRCM-2026", "GRCM", on: "2026-06-20", present: nil)
        at.meeting("VM-2028", on: "2028-11-20", present: nil)
        at.meeting("GRCM-2028", "GRCM", on: "2028-06-20", present: nil)
        at.given(MeetingCancelled(meeting: "GRCM-2028"), by: .presidency)
        func told(_ answer: Answer<YearlyCount>) -> [String] {
            answer.value.years.map { "\($0.year): \($0.counts)" }
        }
        let through = at.state.meetingsByKind(through: day("2028-11-20"))
        #expect(told(through) == ["2025: [1]", "2026: [2]", "2027: [0]", "2028: [1]"])
        #expect(through.value.parts.map(\.id) == ["ordinary"] && through.value.total == 4)
        #expect(told(at.state.meetingsByKind(through: day("2028-11-19"))).last == "2028: [0]")
        #expect(
            told(at.state.meetingsByOrgan(through: day("2026-12-31"))) == ["2025: [1, 0]", "2026: [1, 1]"])
        #expect(at.state.meetingsByKind(through: day("2020-01-01")).value.years.isEmpty)
    }

    @Test func `Observers are counted at the end of each year, and on the day in its own`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003-05")
        at.observer("OIM", since: "2005")
        func told(_ on: String) -> [String] {
            at.state.observersByYear(through: day(on)).value.years.map { "\($0.year): \($0.counts)" }
        }
        #expect(told("2003-04-30") == ["2003: [0, 0]"])
        #expect(told("2005-06-01") == ["2003: [1, 0]", "2004: [1, 0]", "2005: [1, 1]"])
        #expect(told("2002-12-31").isEmpty)
    }

    @Test func `A closed decision is counted only for those who may read it`() {
        let at = Scenario.founded()
        func count(_ viewer: Viewer) -> Int {
            at.state.decisionsByYear(through: day("2030-01-01"), for: viewer).value.total
        }
        #expect(count(.member("MEX")) > count(.public))
        #expect(count(.secretariat) == count(.public))
    }
}
