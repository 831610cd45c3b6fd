import Charter
import Conference
import Testing

/// Rules P4, P5, P6 and P7.
struct ObserverTests {
    typealias Row = (on: String, status: String, lapses: String?, notice: String?)

    /// COL, an observer since 2003; attendance complete from 1 January 2026; COL at the meeting of 20
    /// November 2026; then yearly meetings without it.
    private func absent(
        _ party: PartyID = "COL", complete: String? = "2026-01-01",
        meetings: [String] = [
            "2027-11-10", "2028-11-25", "2029-11-10",
        ]
    ) -> Scenario {
        var at = Scenario.founded()
        at.observer(party, since: "2003")
        if let complete {
            at.given(MatterComplete(matter: .attendance, from: day(complete)), on: complete)
        }
        at.meeting("VM-2026", on: "2026-11-20", present: ["MEX", party])
        for (index, on) in meetings.enumerated() {
            at.meeting(MeetingID("VM-\(2027 + index)"), on: on, present: ["MEX"])
        }
        return at
    }

    private func check(_ at: Scenario, _ party: PartyID, _ row: Row) {
        let answer = at.state.observerStanding(party, on: day(row.on))
        #expect(answer.value.status.rawValue == row.status)
        #expect(answer.value.lapses?.description == row.lapses)
        #expect(answer.value.noticeDue?.description == row.notice)
        #expect(!answer.basis.isEmpty)
    }

    @Test(
        arguments: [
            ("2015-06-01", "active", nil, nil), ("2020-12-03", "active", nil, nil),
            ("2020-12-04", "not-recorded", nil, nil), ("2025-12-31", "not-recorded", nil, nil),
            ("2002-12-31", "not-recorded", nil, nil),
            ("2026-11-19", "active", "2028-01-01", "2027-07-01"),
            ("2026-11-20", "active", "2028-11-20", "2028-05-20"),
            ("2028-05-19", "active", "2028-11-20", "2028-05-20"),
            ("2028-05-20", "at-risk", "2028-11-20", "2028-05-20"),
            // Two years have passed, but only one yearly meeting was missed.
            ("2028-11-20", "at-risk", nil, "2028-05-20"), ("2028-11-24", "at-risk", nil, "2028-05-20"),
            ("2028-11-25", "lapsed", "2028-11-25", "2028-05-20"),
            ("2029-12-31", "lapsed", "2028-11-25", "2028-05-20"),
        ] as [(String, String, String?, String?)])
    func `A country lapses when two years have passed and two yearly meetings were missed`(
        on: String, status: String, lapses: String?, notice: String?
    ) {
        check(absent(), "COL", (on, status, lapses, notice))
    }

    @Test(arguments: [
        ("2028-11-19", "at-risk", "2028-11-20"), ("2028-11-20", "lapsed", "2028-11-20"),
    ])
    func `With two meetings missed before, the two years decide`(on: String, status: String, lapses: String) {
        let at = absent(meetings: ["2027-03-01", "2028-03-01"])
        check(at, "COL", (on, status, lapses, "2028-05-20"))
    }

    @Test func `Attending any meeting begins the count anew, an activity doesn't`() {
        var at = absent(meetings: ["2027-11-10"])
        at.meeting("T", "VM", .activity, on: "2028-01-10", present: ["COL"])
        check(at, "COL", ("2028-06-01", "at-risk", "2028-11-20", "2028-05-20"))
        at.meeting("GRCM-2028", "GRCM", on: "2028-06-02", present: ["COL"])
        check(at, "COL", ("2028-06-02", "active", "2030-06-02", "2029-12-02"))
        expectBasis(at.state.observerStanding("COL", on: day("2028-06-02")), has: at.last)
    }

    @Test func `Lapsed stays lapsed though it attends, until it is reinstated`() {
        var at = absent()
        at.meeting("GRCM-2030", "GRCM", on: "2030-05-01", present: ["COL"])
        check(at, "COL", ("2030-06-01", "lapsed", "2028-11-25", "2028-05-20"))
        let back = at.given(
            ObserverReinstated(party: "COL", interest: "nota", decision: "D.open"), on: "2030-07-01")
        check(at, "COL", ("2030-06-30", "lapsed", "2028-11-25", "2028-05-20"))
        check(at, "COL", ("2030-07-01", "active", "2032-07-01", "2032-01-01"))
        expectBasis(at.state.observerStanding("COL", on: day("2030-07-01")), has: back)
    }

    @Test func `A return before the lapse was announced, and after it, counts from the return`() {
        var at = absent()
        let announced = at.given(LapseAnnounced(party: "COL"), on: "2029-01-15", by: .presidency)
        #expect(!at.state.isObserver("COL", on: day("2029-01-15")))
        // The status was lost by itself, not when that was announced.
        check(at, "COL", ("2029-01-15", "lapsed", "2028-11-25", "2028-05-20"))
        expectBasis(at.state.observerStanding("COL", on: day("2029-02-01")), has: announced)
        at.given(ObserverReinstated(party: "COL", interest: "nota", decision: "D.open"), on: "2030-07-01")
        check(at, "COL", ("2030-06-30", "lapsed", "2028-11-25", "2028-05-20"))
        check(at, "COL", ("2030-07-01", "active", "2032-07-01", "2032-01-01"))
        at.given(PartyLeft(party: "COL"), on: "2030-09-01")
        check(at, "COL", ("2030-09-01", "not-recorded", nil, nil))
    }

    @Test
    func `In a complete time a meeting without a list was missed, one only counted wasn't`() {
        var at = absent(meetings: ["2027-11-10"])
        at.meeting("VM-2028", on: "2028-11-01", present: nil)
        check(at, "COL", ("2029-01-01", "lapsed", "2028-11-20", "2028-05-20"))
        at.given(AttendanceRecorded(meeting: "VM-2028", present: [], delegations: 9), on: "2029-01-02")
        check(at, "COL", ("2029-01-03", "at-risk", nil, "2028-05-20"))
        at.meeting("VM-2029", on: "2029-11-01", present: ["MEX"])
        check(at, "COL", ("2029-11-01", "lapsed", "2029-11-01", "2028-05-20"))
    }

    @Test func `A meeting that was going on when the two years ended was attended in time`() {
        var at = absent(meetings: ["2027-11-10", "2028-03-01"])
        at.meeting("GRCM-2028", "GRCM", on: "2028-11-19", to: "2028-11-21", present: ["COL"])
        check(at, "COL", ("2028-11-20", "active", "2030-11-20", "2030-05-20"))
        check(at, "COL", ("2028-11-21", "active", "2030-11-21", "2030-05-21"))
    }

    @Test func `The meeting at which an observer is admitted or comes back is not missed`() {
        var at = Scenario.founded()
        at.given(MatterComplete(matter: .attendance, from: day("2026-01-01")), on: "2026-01-02")
        at.given(
            ObserverAdmitted(
                party: "COL", statement: "nota", attested: RefusalCase.countryCriteria, decision: "D.closed"),
            on: "2026-11-20")
        at.meeting("VM-2026", on: "2026-11-20", to: "2026-11-21", present: ["MEX"])
        at.meeting("VM-2027", on: "2027-11-20", present: ["MEX"])
        check(at, "COL", ("2028-11-20", "at-risk", nil, "2028-05-20"))
        at.meeting("VM-2028", on: "2028-11-22", present: ["MEX"])
        check(at, "COL", ("2028-11-22", "lapsed", "2028-11-22", "2028-05-20"))
    }

    @Test func `The notice decides what is shown, not whether the status lapses`() {
        for (on, words) in [
            (nil, "Notice not given"), ("2028-05-20", "in time"), ("2028-05-21", "after 2028-05-20"),
            ("2028-12-01", "Notice not given"),
        ] as [(String?, String)] {
            var at = absent()
            let entry = on.map { at.given(LapseNoticed(party: "COL"), on: $0) }
            let answer = at.state.observerStanding("COL", on: day("2028-12-31"))
            #expect(answer.value.status == .lapsed)
            #expect(answer.basis.contains { $0.reason?.en.contains(words) ?? false })
            if let entry { expectBasis(answer, has: entry) }
        }
    }

    @Test(
        arguments: [
            ("2027-11-19", "active", "2028-11-20", "2028-11-20"),
            ("2027-11-20", "at-risk", "2028-11-20", "2028-11-20"),
            ("2028-11-20", "at-risk", nil, "2028-11-20"),
            ("2028-11-25", "lapsed", "2028-11-25", "2028-11-20"),
        ] as [(String, String, String?, String?)])
    func `An organisation is at risk after a year, told on the two-year day, and lapses by the two years`(
        on: String, status: String, lapses: String?, notice: String?
    ) {
        check(absent("OIM"), "OIM", (on, status, lapses, notice))
    }

    @Test func `An activity keeps an organisation from risk, and is in the grounds`() {
        var at = absent("OIM", meetings: ["2027-11-10"])
        at.meeting("T", "VM", .event, on: "2027-06-01", present: ["OIM"])
        let answer = at.state.observerStanding("OIM", on: day("2028-05-31"))
        #expect(answer.value.status == .active)
        expectBasis(answer, has: at.last)
        #expect(at.state.observerStanding("OIM", on: day("2028-06-01")).value.status == .atRisk)
    }

    @Test func `The end of completeness ends what can be said`() {
        var at = absent()
        let end = at.given(MatterIncomplete(matter: .attendance, until: day("2029-06-30")), on: "2029-12-01")
        check(at, "COL", ("2029-06-30", "lapsed", "2028-11-25", "2028-05-20"))
        check(at, "COL", ("2029-07-01", "not-recorded", nil, nil))
        expectBasis(at.state.observerStanding("COL", on: day("2029-07-01")), has: end)
    }

    @Test func `A lapse is announced only when it has come, and a return needs one`() {
        let at = absent()
        let announce = LapseAnnounced(party: "COL")
        #expect(at.refusal(of: announce, on: "2028-11-24", by: .presidency)?.code == "membership.not-lapsed")
        #expect(at.refusal(of: announce, on: "2028-11-25", by: .presidency) == nil)
        let back = ObserverReinstated(party: "COL", interest: "nota", decision: "D.open")
        #expect(at.refusal(of: back, on: "2028-11-24")?.code == "membership.not-lapsed")
        #expect(at.refusal(of: back, on: "2028-11-25") == nil)
    }

    @Test func `A late entry that changes an answer is in its grounds`() {
        var at = absent()
        #expect(at.state.observerStanding("COL", on: day("2029-01-01")).value.status == .lapsed)
        // Found later: COL was at a group meeting of 2028, and at another of 2029.
        at.meeting("GRCM-2028", "GRCM", on: "2028-10-01", present: ["COL"])
        let first = at.last
        at.meeting("GRCM-2029", "GRCM", on: "2029-10-01", present: ["COL"])
        let answer = at.state.observerStanding("COL", on: day("2029-12-01"))
        #expect(answer.value.status == .active)
        expectBasis(answer, has: first, at.last)
    }
}
