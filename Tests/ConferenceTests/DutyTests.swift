import Charter
import Conference
import Testing

/// Duties: P5, O1, O2, O3 and O4.
struct DutyTests {
    private func duties(_ at: Scenario, _ rule: RuleID, _ year: Int, on: String) -> [Answer<Duty>] {
        at.state.duties(of: year, on: day(on)).filter { $0.value.rule == rule }
    }

    private func told(_ duties: [Answer<Duty>]) -> [String] {
        duties.map { "\($0.value.due) \($0.value.status.rawValue)" }
    }

    @Test(arguments: [
        (2014, "2016-01-01", ["2014-06-30 not-recorded"]), (2015, "2016-01-01", ["2015-12-31 not-recorded"]),
        (2020, "2026-01-01", ["2020-12-31 not-recorded"]), (2027, "2027-12-31", ["2027-12-31 open"]),
        (2027, "2028-01-01", ["2027-12-31 missed"]), (1995, "2026-01-01", []),
    ]) func `One ordinary vice-ministerial meeting is owed a year, before 2015 in its first half`(
        year: Int, on: String, expected: [String]
    ) {
        #expect(told(duties(Scenario.founded(), .O1, year, on: on)) == expected)
    }

    @Test func `The meeting meets it once it is over, and a cancelled one doesn't`() throws {
        var at = Scenario.founded()
        at.given(
            MeetingConvened(
                meeting: "VM-2027", organ: "VM", kind: .ordinary, from: about("2027-11-24"),
                to: about("2027-11-25")), by: .presidency)
        let entry = at.last
        #expect(told(duties(at, .O1, 2027, on: "2027-11-24")) == ["2027-12-31 open"])
        let met = try #require(duties(at, .O1, 2027, on: "2027-11-25").first)
        #expect(met.value.status == .met && met.value.metBy == entry && met.value.metOn == day("2027-11-25"))
        #expect(met.value.access == .public)
        expectBasis(met, has: entry)
        let cancelled = at.given(MeetingCancelled(meeting: "VM-2027"), by: .presidency)
        let missed = try #require(duties(at, .O1, 2027, on: "2028-01-01").first)
        #expect(missed.value.status == .missed && missed.value.access == .members)
        expectBasis(missed, has: cancelled)
    }

    @Test func `In the practice a meeting in the other half is late`() {
        var at = Scenario.founded()
        at.given(
            MeetingConvened(meeting: "VM-2014", organ: "VM", kind: .ordinary, from: about("2014-11")),
            on: "2014", by: .installation)
        #expect(told(duties(at, .O1, 2014, on: "2016-01-01")) == ["2014-06-30 late"])
    }

    @Test func `The group meets in May to July and in the sixty days before the vice-ministers`() {
        var at = Scenario.founded()
        #expect(told(duties(at, .O2, 2027, on: "2027-01-01")) == ["2027-07-31 open", "2027-12-31 open"])
        at.given(
            MeetingConvened(meeting: "VM-2027", organ: "VM", kind: .ordinary, from: about("2027-11-24")),
            by: .presidency)
        #expect(told(duties(at, .O2, 2027, on: "2028-01-01")) == ["2027-07-31 missed", "2027-11-24 missed"])
        at.meeting("G1", "GRCM", on: "2027-04-30", present: nil)
        #expect(told(duties(at, .O2, 2027, on: "2027-12-01")) == ["2027-07-31 missed", "2027-11-24 missed"])
        at.meeting("G2", "GRCM", on: "2027-08-01", present: nil)
        #expect(told(duties(at, .O2, 2027, on: "2027-12-01")) == ["2027-07-31 late", "2027-11-24 missed"])
        at.meeting("G3", "GRCM", on: "2027-09-25", present: nil)
        #expect(told(duties(at, .O2, 2027, on: "2027-12-01")) == ["2027-07-31 late", "2027-11-24 met"])
        at.meeting("G4", "GRCM", on: "2027-07-31", present: nil)
        #expect(told(duties(at, .O2, 2027, on: "2027-12-01")) == ["2027-07-31 met", "2027-11-24 met"])
    }

    @Test func `A working group owes two meetings and a self-evaluation for each whole year`() {
        var at = Scenario.founded()
        at.given(RefusalCase.group(until: "2028"), on: "2026-02-01")
        #expect(told(duties(at, .O3, 2026, on: "2027-01-01")).isEmpty)
        #expect(told(duties(at, .O3, 2029, on: "2030-01-01")).isEmpty)
        #expect(
            told(duties(at, .O3, 2027, on: "2027-12-31")) == Array(repeating: "2027-12-31 open", count: 3))
        at.meeting("M1", "GT", on: "2027-03-01", present: nil)
        at.meeting("M2", "GT", .activity, on: "2027-05-01", present: nil)
        at.given(
            DocumentRecorded(
                document: "ev", title: words("Autoevaluación"), kind: .evaluation, year: 2027,
                access: .members,
                organ: "GT"), on: "2028-01-15")
        #expect(
            told(duties(at, .O3, 2027, on: "2028-02-01")).sorted()
                == ["2027-12-31 late", "2027-12-31 met", "2027-12-31 missed"])
    }

    @Test func `The executive secretary is evaluated each year of the appointment, closed`() throws {
        var at = Scenario.founded()
        at.given(RefusalCase.secretary(from: "2027-03-01", until: "2029-02-28"), on: "2026-12-01")
        #expect(told(duties(at, .O4, 2027, on: "2029-06-01")).isEmpty)
        #expect(told(duties(at, .O4, 2028, on: "2028-02-29")) == ["2028-02-29 open"])
        #expect(told(duties(at, .O4, 2029, on: "2029-06-01")) == ["2029-02-28 missed"])
        at.given(
            DocumentRecorded(
                document: "ev", title: words("Evaluación"), kind: .evaluation, access: .session, organ: "SE"),
            on: "2028-02-10")
        let met = try #require(duties(at, .O4, 2028, on: "2028-03-01").first)
        #expect(met.value.status == .met && met.value.access == .session && met.value.owner == .viceMinisters)
        expectBasis(met, has: at.last)
        #expect(told(duties(at, .O4, 2029, on: "2029-06-01")) == ["2029-02-28 missed"])
    }

    @Test(
        arguments: [
            ("2028-05-20", nil, "open"), ("2028-05-21", nil, "missed"), ("2028-05-21", "2028-05-20", "met"),
            ("2028-06-01", "2028-05-21", "late"), ("2028-05-20", "2028-05-21", "open"),
        ] as [(String, String?, String)]) func `A country is told six months before the two-year day`(
            on: String, notice: String?, status: String
        ) throws
    {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.given(MatterComplete(matter: .attendance, from: day("2026-01-01")), on: "2026-01-01")
        at.meeting("VM-2026", on: "2026-11-20", present: ["COL"])
        let entry = notice.map { at.given(LapseNoticed(party: "COL"), on: $0) }
        let duty = try #require(duties(at, .P5, 2028, on: on).first)
        #expect(told([duty]) == ["2028-05-20 \(status)"])
        #expect(duty.value.owner == .secretariat && duty.value.access == .members)
        if let entry, status != "open" { expectBasis(duty, has: entry) }
    }

    @Test func `A notice that fell due stays owed though the observer came back`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.given(MatterComplete(matter: .attendance, from: day("2026-01-01")), on: "2026-01-01")
        at.meeting("VM-2026", on: "2026-11-20", present: ["COL"])
        at.meeting("VM-2028", on: "2028-10-01", present: ["COL"])
        #expect(told(duties(at, .P5, 2028, on: "2028-12-31")) == ["2028-05-20 missed"])
        #expect(told(duties(at, .P5, 2030, on: "2028-12-31")) == ["2030-04-01 open"])
        // Come back before it fell due, nothing was owed.
        at.meeting("GRCM-2028", "GRCM", on: "2028-05-01", present: ["COL"])
        #expect(told(duties(at, .P5, 2028, on: "2028-12-31")).isEmpty)
    }

    @Test func `Every duty has its grounds, and nothing but what is met is public`() {
        var at = Scenario.founded()
        at.given(RefusalCase.group(until: "2030"), on: "2026-02-01")
        at.given(RefusalCase.secretary(), on: "2026-12-01")
        at.meeting("M1", "GT", on: "2027-03-01", present: nil)
        for answer in at.state.duties(of: 2027, on: day("2028-06-01")) {
            #expect(!answer.basis.isEmpty && answer.basis[0].clause != nil)
            #expect(!answer.value.title.isIncomplete)
            if answer.value.access == .public { #expect(answer.value.status == .met) }
            if answer.value.status == .met || answer.value.status == .late {
                #expect(answer.value.metBy.map(answer.entries.contains) == true)
            } else {
                #expect(answer.value.metBy == nil)
            }
        }
    }
}
