import Charter
import Conference
import HashTreeCollections
import Testing

/// Rules O1, O3, O4, O7 and O8 where they refuse or derive.
struct OrganTests {
    private func vm(_ id: MeetingID, _ kind: MeetingKind, _ from: String, decision: DecisionID? = nil)
        -> MeetingConvened
    {
        MeetingConvened(meeting: id, organ: "VM", kind: kind, from: about(from), decision: decision)
    }

    @Test func `One ordinary vice-ministerial meeting a year, counted by its first day`() {
        var at = Scenario.founded()
        at.given(vm("VM-2027", .ordinary, "2027-12-31"), by: .presidency)
        let act = vm("VM-2027-2", .ordinary, "2027-01-01")
        #expect(at.refusal(of: act, by: .presidency)?.code == "meetings.one-ordinary")
        #expect(at.refusal(of: act, by: .presidency, under: "D.departs") == nil)
        #expect(at.refusal(of: act, on: "2015", by: .installation) == nil)
        #expect(at.refusal(of: vm("VM-2028", .ordinary, "2028-01-01"), by: .presidency) == nil)
        at.given(MeetingCancelled(meeting: "VM-2027"), by: .presidency)
        #expect(at.refusal(of: act, by: .presidency) == nil)
    }

    @Test func `An extraordinary meeting cites its decision, a ministers' meeting the vice-ministers'`() {
        let at = Scenario.founded()
        #expect(
            at.refusal(of: vm("X", .extraordinary, "2027-03-01"), by: .presidency)?.code
                == "meetings.extraordinary-undecided")
        #expect(
            at.refusal(of: vm("X", .extraordinary, "2027-03-01", decision: "C.group"), by: .presidency) == nil
        )
        func ministers(_ decision: DecisionID?) -> MeetingConvened {
            MeetingConvened(
                meeting: "X", organ: "MIN", kind: .ordinary, from: about("2027"), decision: decision)
        }
        #expect(at.refusal(of: ministers(nil), by: .presidency)?.code == "meetings.ministers-undecided")
        #expect(at.refusal(of: ministers("C.group"), by: .presidency)?.code == "meetings.ministers-undecided")
        #expect(at.refusal(of: ministers("D.open"), by: .presidency) == nil)
        #expect(at.refusal(of: ministers(nil), on: "2015", by: .installation) == nil)
    }

    @Test(arguments: [("2027-12-31", nil as String?), ("2028-01-01", "bodies.term-over")])
    func `A working group takes acts until its term ends, and again once it is extended`(
        on: String, code: String?
    ) {
        var at = Scenario.founded()
        at.given(RefusalCase.group(until: "2027"), on: "2026-02-01")
        let meeting = MeetingConvened(meeting: "M", organ: "GT", kind: .ordinary, from: about(on))
        let joins = OrganJoined(organ: "GT", party: "MEX")
        let decides = DecisionRecorded(decision: "G.1", organ: "GT", title: words("x"), session: .open)
        func codes() -> [String?] {
            [
                at.refusal(of: meeting, by: .presidency)?.code,
                at.refusal(of: joins, on: on, by: .member("MEX"))?.code,
                at.refusal(of: decides, on: on)?.code,
            ]
        }
        #expect(codes() == [code, code, code])
        at.given(TermExtended(organ: "GT", until: about("2028"), decision: "D.open"), on: "2026-05-01")
        #expect(codes() == [nil, nil, nil])
        at.given(OrganEnded(organ: "GT"), on: "2027-12-31")
        #expect(codes() == [code, code, code])
    }

    @Test func `A working group needs mandate, objectives, term, proposal and decision, from the Charter on`()
    {
        let at = Scenario.founded()
        let bare = OrganEstablished(organ: "GT", role: .workingGroup, name: words("GT"))
        #expect(at.refusal(of: RefusalCase.group()) == nil)
        #expect(at.refusal(of: bare)?.code == "bodies.mandate-missing")
        #expect(at.refusal(of: bare, under: "D.departs") == nil)
        #expect(at.refusal(of: bare, on: "2025-12-31", by: .installation) == nil)
        #expect(
            at.refusal(of: OrganEstablished(organ: "RED", role: .liaisonNetwork, name: words("Red"))) == nil)
    }

    @Test(arguments: [
        ("2027-01-01", "2028-12-31", nil as String?), ("2027-01-01", "2029-01-01", "bodies.period-too-long"),
        ("2028-02-29", "2030-02-27", nil), ("2028-02-29", "2030-02-28", "bodies.period-too-long"),
        ("2027-03-01", "2027-03-01", nil),
    ])
    func `An executive secretary is appointed for two years at most`(
        from: String, until: String, code: String?
    ) {
        let at = Scenario.founded()
        #expect(at.refusal(of: RefusalCase.secretary(from: from, until: until))?.code == code)
    }

    @Test func `Two renewals, six years in all, without a new selection`() {
        var at = Scenario.founded()
        for year in [2027, 2029, 2031] {
            let act = RefusalCase.secretary(
                from: "\(year)-01-01", until: "\(year + 1)-12-31", selection: year == 2027 ? "nota" : nil)
            #expect(at.refusal(of: act) == nil)
            at.given(act)
        }
        let fourth = RefusalCase.secretary(from: "2033-01-01", until: "2033-01-01")
        #expect(at.refusal(of: fourth)?.code == "bodies.renewals-used")
        #expect(at.refusal(of: fourth, by: .presidency)?.code == "bodies.renewals-used")
        let other = RefusalCase.secretary(holder: "se-2", from: "2033-01-01", until: "2034-12-31")
        #expect(at.refusal(of: other) == nil)
    }

    @Test(arguments: [
        ("2027", "2029", true), ("2027", "2030", false), ("2028-02-29", "2031-02-27", true),
        ("2028-02-29", "2031-02-28", false),
    ])
    func `A longer strategic plan is registered, with the discrepancy beside it`(
        from: String, until: String, fits: Bool
    ) throws {
        var at = Scenario.founded()
        let entry = at.given(
            PlanAdopted(
                plan: "PE", kind: .strategic, title: words("x"), from: about(from), until: about(until),
                decision: "D.open"))
        let plan = try #require(at.state.plan.plans["PE"])
        let answer = try #require(at.state.planLength(plan))
        #expect(answer.value == fits)
        expectBasis(answer, has: entry)
    }

    @Test func `A strategic plan needs the vice-ministers' decision, a plan of action doesn't`() {
        let at = Scenario.founded()
        func act(_ kind: PlanKind) -> PlanAdopted { PlanAdopted(plan: "P", kind: kind, title: words("x")) }
        #expect(at.refusal(of: act(.strategic))?.code == "plan.decision-missing")
        #expect(at.refusal(of: act(.strategic), on: "2019", by: .installation) == nil)
        #expect(at.refusal(of: act(.action)) == nil)
    }
}
