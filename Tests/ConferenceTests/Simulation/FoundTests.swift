import Charter
import Testing

@testable import Conference

/// What the simulation and the fuzzing found, each as the smallest register that shows it.
struct FoundTests {
    /// A register with its acts, opened on 1 January 2022.
    struct Register {
        var state: ConferenceState
        var acts: [RegisteredAct] = []

        init() throws {
            state = ConferenceState(shelf: try Simulation.shelf())
            for proposal in Simulation.Generator.founding() {
                try put(proposal.act, proposal.on.description, source: proposal.source, .installation)
            }
        }

        @discardableResult
        mutating func put(
            _ act: Act, _ on: String, source: Source? = nil, under: DecisionID? = nil,
            _ actor: ActingParty = .secretariat, instruction: String? = "nota"
        ) throws -> Int {
            let proposal = Proposal(
                id: "a-\(acts.count)", on: try Simulation.unwrapped(PartialDay(on)), source: source,
                under: under,
                instruction: instruction, act: act)
            let now = try Simulation.unwrapped(Instant("2032-01-01T12:00:00Z")).adding(seconds: acts.count)
            let history = acts
            try state.admit(proposal, by: actor, at: now, history: { history })
            let registered = RegisteredAct(
                sequence: state.sequence + 1, recordedAt: now, actor: actor, proposal: proposal)
            state.apply(registered, history: { history })
            acts.append(registered)
            return registered.sequence
        }

        /// An ordinary meeting of the vice-ministers with those present.
        @discardableResult
        mutating func held(
            _ day: String, present: [PartyID], organ: OrganID = "VM", kind: MeetingKind = .ordinary
        ) throws -> Int {
            let id = MeetingID("\(organ)-\(day)")
            try put(
                MeetingConvened(
                    meeting: id, organ: organ, kind: kind, from: try Simulation.unwrapped(PartialDay(day))
                ).act, day)
            return try put(AttendanceRecorded(meeting: id, present: present).act, day)
        }
    }

    let reason = Localized(same: "razón")
    let late = Day(number: 22_000)

    @Test func `A correction that is withdrawn stands among the grounds of what it changes back`() throws {
        var register = try Register()
        let left = try register.put(PartyLeft(party: "COL").act, "2023-01-01")
        let correction = try register.put(Corrected(corrects: left, reason: reason).act, "2032-01-01")
        #expect(register.state.isObserver("COL", on: late))
        let again = try register.put(Corrected(corrects: correction, reason: reason).act, "2032-01-01")
        #expect(!register.state.isObserver("COL", on: late))
        #expect(register.state.observers(on: late).entries.contains(again))
        #expect(register.state.observerStanding("COL", on: late).entries.contains(again))
    }

    @Test func `What an earlier correction put in place is a ground too once another replaces it`() throws {
        var register = try Register()
        let left = try register.put(PartyLeft(party: "COL").act, "2023-01-01")
        try register.put(
            Corrected(
                corrects: left, reason: reason,
                replacement: Replacement(
                    on: PartialDay(Day(number: 19_500)), act: PartyLeft(party: "OIM").act)
            ).act, "2032-01-01")
        let last = try register.put(
            Corrected(
                corrects: left, reason: reason,
                replacement: Replacement(
                    on: PartialDay(Day(number: 19_500)), act: PartyLeft(party: "ACNUR").act)
            ).act, "2032-01-01")
        #expect(register.state.observerStanding("OIM", on: late).entries.contains(last))
    }

    @Test(arguments: [ActingParty.installation, .observer("ACNUR"), ActingParty(.network), .member("MEX")])
    func `Only who may correct an act may withdraw its correction`(actor: ActingParty) throws {
        var register = try Register()
        let left = try register.put(PartyLeft(party: "COL").act, "2023-01-01")
        let correction = try register.put(Corrected(corrects: left, reason: reason).act, "2032-01-01")
        #expect {
            try register.put(Corrected(corrects: correction, reason: reason).act, "2032-01-01", actor)
        } throws: {
            ($0 as? Refusal)?.code == "authority.not-registrant"
        }
    }

    @Test func `A closed session's decision is corrected by the presidency, not by the secretariat`() throws {
        var register = try Register()
        let body = DecisionRecorded(decision: "D-1", organ: "VM", title: reason, session: .closed)
        let closed = try register.put(body.act, "2023-01-01", .presidency)
        #expect {
            try register.put(Corrected(corrects: closed, reason: reason).act, "2032-01-01")
        } throws: {
            ($0 as? Refusal)?.code == "authority.not-registrant"
        }
        try register.put(Corrected(corrects: closed, reason: reason).act, "2032-01-01", .presidency)
        #expect(register.state.decision("D-1") == nil)
    }

    @Test func `An act corrected with a source of its own doesn't fall at the next correction`() throws {
        var register = try Register()
        let first = try register.put(TermDefined(term: "A", name: reason).act, "2023-01-01")
        let second = try register.put(TermDefined(term: "B", name: reason).act, "2023-01-01")
        try register.put(
            Corrected(
                corrects: second, reason: reason,
                replacement: Replacement(
                    on: PartialDay(Day(number: 10_000)), source: Source(document: "informe"),
                    act: TermDefined(term: "B", name: reason).act)
            ).act, "2032-01-01")
        try register.put(Corrected(corrects: first, reason: reason).act, "2032-01-01")
    }

    @Test func `Withdrawing a correction is refused if an act before it then couldn't stand`() throws {
        var register = try Register()
        let named = try register.put(PartyNamed(party: "P1", kind: .state, name: reason).act, "2023-01-01")
        let term = try register.put(TermDefined(term: "A", name: reason).act, "2023-01-01")
        let correction = try register.put(
            Corrected(
                corrects: named, reason: reason,
                replacement: Replacement(
                    on: PartialDay(Day(number: 19_400)),
                    act: PartyNamed(party: "P2", kind: .network, name: reason).act)
            ).act, "2032-01-01")
        try register.put(
            Corrected(
                corrects: term, reason: reason,
                replacement: Replacement(
                    on: PartialDay(Day(number: 19_400)), act: NetworkRecognised(party: "P2").act)
            ).act, "2032-01-01")
        #expect {
            try register.put(Corrected(corrects: correction, reason: reason).act, "2032-01-01")
        } throws: {
            ($0 as? Refusal)?.code == "registry.correction-breaks"
        }
    }

    @Test func `An act that departs from a clause stands with its decision`() throws {
        var register = try Register()
        let clause = try #require(register.state.edition(on: late)?.edition.rule(.P1)?.clauses.first)
        try register.put(
            DecisionRecorded(decision: "D-1", organ: "VM", title: reason, session: .open, departs: [clause])
                .act,
            "2023-01-01")
        let act = try register.put(MemberAdmitted(party: "COL").act, "2023-01-02", under: "D-1")
        #expect(register.state.departures(from: clause).map(\.entries) == [[act]])
    }

    @Test(arguments: [9999, 10_000, 0, -1, Int.max, Int.min])
    func `A presidency in a year that no term fits into is refused`(year: Int) throws {
        var register = try Register()
        #expect(throws: Refusal.self) {
            try register.put(
                PresidencyDesignated(party: "MEX", term: year).act, "2010",
                source: Source(document: "informe"),
                .installation)
        }
    }

    @Test func `A notice given is a ground of the standing that shows it`() throws {
        var register = try Register()
        try register.put(MatterComplete(matter: .attendance, from: Day(number: 18_993)).act, "2022-01-01")
        let notice = try register.put(LapseNoticed(party: "COL").act, "2022-02-01")
        let answer = register.state.observerStanding("COL", on: Day(number: 19_100))
        #expect(answer.value.noticeGiven != nil && answer.entries.contains(notice))
        try register.held("2022-11-30", present: [])
        try register.held("2023-11-30", present: [])
        let lapsed = register.state.observerStanding("COL", on: Day(number: 20_000))
        #expect(lapsed.value.status == .lapsed && lapsed.entries.contains(notice))
    }

    @Test func `An activity that keeps an organisation's status is a ground of its standing`() throws {
        var register = try Register()
        try register.put(MatterComplete(matter: .attendance, from: Day(number: 18_993)).act, "2022-01-01")
        let day = Day(number: 18_993 + 400)
        #expect(register.state.observerStanding("OIM", on: day).value.status == .atRisk)
        let act = try register.held("2022-11-30", present: ["OIM"], kind: .activity)
        let answer = register.state.observerStanding("OIM", on: day)
        #expect(answer.value.status == .active && answer.entries.contains(act))
    }

    @Test
    func `A late attendance that undoes a lapse is a ground though a later meeting began the count anew`()
        throws
    {
        var register = try Register()
        try register.put(MatterComplete(matter: .attendance, from: Day(number: 18_993)).act, "2022-01-01")
        try register.held("2022-11-30", present: [])
        try register.held("2023-11-30", present: [])
        try register.held("2024-11-30", present: ["COL"])
        let day = try #require(Day("2025-01-01"))
        #expect(register.state.observerStanding("COL", on: day).value.status == .lapsed)
        let act = try register.held("2023-03-01", present: ["COL"], organ: "GRCM")
        let answer = register.state.observerStanding("COL", on: day)
        #expect(answer.value.status == .active && answer.entries.contains(act))
    }

    @Test func `An observer that left after its return isn't shown as lapsed`() throws {
        var register = try Register()
        let source = Source(document: "informe")
        try register.put(LapseAnnounced(party: "COL").act, "2012", source: source, .installation)
        try register.put(ObserverReinstated(party: "COL").act, "2014", source: source, .installation)
        try register.put(PartyLeft(party: "COL").act, "2016", source: source, .installation)
        let answer = register.state.observerStanding("COL", on: try #require(Day("2017-01-01")))
        #expect(answer.value.status == .notRecorded && answer.value.lapses == nil)
    }

    @Test(arguments: ["2019", "2019-01", "2019-01-01"])
    func `A lapse announced ends the status however precisely its day is known`(on: String) throws {
        var register = try Register()
        let source = Source(document: "informe")
        try register.put(ObserverAdmitted(party: "JAM").act, "2019-01-01", source: source, .installation)
        try register.put(LapseAnnounced(party: "JAM").act, on, source: source, .installation)
        #expect(!register.state.isObserver("JAM", on: try #require(Day("2019-06-01"))))
    }

    @Test func `Meetings that turn out not to be the vice-ministers' name the correction as a ground`() throws
    {
        var register = try Register()
        try register.put(MatterComplete(matter: .attendance, from: Day(number: 18_993)).act, "2022-01-01")
        try register.held("2022-11-30", present: [])
        try register.held("2023-11-30", present: [])
        let day = try #require(Day("2025-01-01"))
        #expect(register.state.observerStanding("COL", on: day).value.status == .lapsed)
        let organ = try #require(
            register.acts.first {
                if case .bodies(.established(let body)) = $0.proposal.act {
                    body.organ == "VM"
                } else {
                    false
                }
            })
        let act = try register.put(
            Corrected(
                corrects: organ.sequence, reason: reason,
                replacement: Replacement(
                    on: organ.proposal.on, source: organ.proposal.source,
                    act: OrganEstablished(organ: "VM", role: .coalition, name: reason).act)
            ).act, "2032-01-01")
        let answer = register.state.observerStanding("COL", on: day)
        #expect(answer.value.status != .lapsed && answer.entries.contains(act))
    }

    @Test func `A term of several years that sets the rhythm is a ground of the Troika`() throws {
        var register = try Register()
        let source = Source(document: "informe")
        try register.put(
            EditionInForce(edition: "variant", file: Simulation.fileID("variant")).act, "2005",
            source: source,
            .installation)
        try register.put(
            PresidencyDesignated(party: "MEX", term: 2015).act, "2005", source: source, .installation)
        let day = try #require(Day("2013-09-01"))
        let before = register.state.troika(on: day).value
        let act = try register.put(
            PresidencyDesignated(party: "MEX", term: 2008).act, "2006", source: source, .installation)
        let answer = register.state.troika(on: day)
        #expect(answer.value != before && answer.entries.contains(act))
    }

    @Test func `Withdrawing the term that sets the rhythm is a ground of the Troika`() throws {
        var register = try Register()
        let source = Source(document: "informe")
        try register.put(
            EditionInForce(edition: "variant", file: Simulation.fileID("variant")).act, "2005",
            source: source,
            .installation)
        try register.put(
            PresidencyDesignated(party: "MEX", term: 2015).act, "2005", source: source, .installation)
        let first = try register.put(
            PresidencyDesignated(party: "MEX", term: 2008).act, "2006", source: source, .installation)
        let act = try register.put(
            Corrected(corrects: first, reason: reason).act, "2032-01-01", .installation)
        #expect(register.state.troika(on: try #require(Day("2013-09-01"))).entries.contains(act))
    }

    @Test(arguments: ["+9:00", "-1:00", "9:000", "24:01", "٠٩:00"])
    func `A time of day is four digits and a colon`(text: String) {
        #expect(MeetingAgenda.minutes(text) == nil)
    }

    @Test func `Days near the calendar's end can be counted with`() {
        #expect(Day(number: .max).adding(days: .max) == Day.distantFuture)
        #expect(Day(number: .min).adding(days: .min) == Day.distantPast)
    }
}
