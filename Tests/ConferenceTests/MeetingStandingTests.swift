import Charter
import Conference
import HashTreeCollections
import Testing

/// How meetings stand on a day, and how a matter travels through the organs.
struct MeetingStandingTests {
    /// A seminar of two days, a month's activity, one of which only the year is known, and one cancelled.
    private static func scenario() -> Scenario {
        var at = Scenario.founded()
        func convene(_ id: MeetingID, from: String, to: String? = nil) {
            at.given(
                MeetingConvened(
                    meeting: id, organ: "VM", kind: .activity, from: about(from), to: to.map(about)),
                by: .presidency)
        }
        convene("DAYS", from: "2026-05-10", to: "2026-05-11")
        convene("MONTH", from: "2026-06")
        convene("YEAR", from: "2026")
        convene("OFF", from: "2026-09-01")
        at.given(MeetingCancelled(meeting: "OFF"), on: "2026-08-15", by: .presidency)
        return at
    }

    @Test(arguments: [
        ("DAYS", "2026-05-09", MeetingStanding.toCome), ("DAYS", "2026-05-10", .beingHeld),
        ("DAYS", "2026-05-11", .beingHeld), ("DAYS", "2026-05-12", .held),
        ("MONTH", "2026-05-31", .toCome), ("MONTH", "2026-06-01", .notRecorded),
        ("MONTH", "2026-06-30", .notRecorded), ("MONTH", "2026-07-01", .held),
        ("YEAR", "2025-12-31", .toCome), ("YEAR", "2026-06-01", .notRecorded), ("YEAR", "2027-01-01", .held),
        ("OFF", "2026-08-14", .toCome), ("OFF", "2026-08-15", .cancelled), ("OFF", "2027-01-01", .cancelled),
    ])
    func `A meeting stands by its own days and the day of its cancellation`(
        _ id: String, _ on: String, _ expected: MeetingStanding
    ) throws {
        let state = Self.scenario().state
        let meeting = try #require(state.meetings.meetings[MeetingID(id)])
        let answer = state.standing(of: meeting, on: day(on))
        #expect(answer.value == expected)
        #expect(answer.entries.contains(meeting.entry))
        let names = meeting.cancelled.map { answer.entries.contains($0) } ?? false
        #expect(names == (expected == .cancelled))
    }

    @Test(arguments: [
        ("2026-05-01", ["DAYS", "MONTH", "OFF"]), ("2026-05-11", ["DAYS", "MONTH", "OFF"]),
        ("2026-06-30", ["MONTH", "OFF"]), ("2026-08-14", ["OFF"]), ("2026-08-15", []),
    ])
    func `What comes next leaves out what is over, cancelled, or known by its year alone`(
        _ on: String, _ expected: [String]
    ) {
        #expect(Self.scenario().state.meetingsToCome(on: day(on)).map(\.id.text) == expected)
    }

    @Test func `Neighbours are of the same organ, and none is cancelled`() throws {
        var at = Self.scenario()
        at.given(
            MeetingConvened(meeting: "GROUP", organ: "GRCM", kind: .activity, from: about("2026-05-20")),
            by: .presidency)
        let beside = at.state.neighbours(of: try #require(at.state.meetings.meetings["MONTH"]))
        #expect(beside.previous?.id == "DAYS")
        #expect(beside.next == nil)
    }

    @Test func `A step is there only where an organ of its role is, circulation only with working days`() {
        let state = Scenario.founded().state
        #expect(
            state.journey(on: day("2026-03-01")).map(\.part)
                == [.proposes, .examines, .decides, .circulates, .coordinates, .supports])
        #expect(state.journey(on: day("1990-01-01")).isEmpty)
        let bare = Scenario.founded(editions: false).state
        #expect(!bare.journey(on: day("2026-03-01")).map(\.part).contains(.circulates))
        var at = Scenario.founded()
        at.given(OrganEnded(organ: "GRCM"), on: "2026-02-01")
        #expect(at.state.journey(on: day("2026-02-01")).map(\.part).contains(.examines))
        #expect(!at.state.journey(on: day("2026-02-02")).map(\.part).contains(.examines))
        #expect(at.state.formerOrgans(on: day("2026-02-02")).map(\.id) == ["GRCM"])
    }

    @Test func `What rests on a decision is found by the state`() {
        var at = Scenario.founded()
        let group = at.given(RefusalCase.group(until: "2027"), on: "2026-02-01")
        let decision = at.state.bodies.organs["GT"]?.act.decision ?? "D.open"
        #expect(at.state.entries(restingOn: decision).contains(group))
        let extended = at.given(
            TermExtended(organ: "GT", until: about("2028"), decision: "D.open"), on: "2026-05-01")
        #expect(at.state.entriesThatMayRest.contains(extended))
        #expect(at.acts[extended - 1].proposal.act.rests(on: "D.open"))
        #expect(!at.acts[extended - 1].proposal.act.rests(on: "D.closed"))
    }

    @Test func `A term runs as the acts of the day had set it`() throws {
        var at = Scenario.founded()
        at.given(RefusalCase.group(until: "2027"), on: "2026-02-01")
        at.given(TermExtended(organ: "GT", until: about("2028"), decision: "D.open"), on: "2026-05-01")
        let organ = try #require(at.state.bodies.organs["GT"])
        #expect(at.state.termEnd(of: organ, on: day("2026-04-30"))?.until == about("2027"))
        #expect(at.state.termEnd(of: organ, on: day("2026-05-01"))?.until == about("2028"))
        #expect(at.state.termEnd(of: organ, on: day("2026-01-31")) == nil)
    }

    @Test func `Of a closed session's decisions only its readers know`() {
        var at = Scenario.founded()
        at.given(
            DecisionRecorded(
                decision: "D.secret", organ: "VM", meeting: "VM-0", title: words("x"), session: .closed),
            by: .presidency)
        let state = at.state
        func sees(_ viewer: Viewer) -> Bool {
            state.decisions(through: .distantFuture, for: viewer).contains { $0.id == "D.secret" }
                && state.decisions(of: "VM-0", for: viewer).contains { $0.id == "D.secret" }
                && state.decisions(near: "D.secre", for: viewer).contains { $0.id == "D.secret" }
        }
        #expect(sees(.member("MEX")))
        #expect(sees(.presidency))
        for viewer: Viewer in [.public, .secretariat, .observer("COL"), .network, .administrator] {
            #expect(!state.decisions(through: .distantFuture, for: viewer).contains { $0.id == "D.secret" })
            #expect(!state.decisions(of: "VM-0", for: viewer).contains { $0.id == "D.secret" })
            #expect(!state.decisions(near: "D.secret", for: viewer).contains { $0.id == "D.secret" })
        }
    }
}
