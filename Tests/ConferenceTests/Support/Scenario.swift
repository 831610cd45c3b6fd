import Charter
import Conference
import Testing

/// A conference under test: given these acts, when this is proposed, then that.
struct Scenario {
    private(set) var state = ConferenceState(shelf: Files.shelf)
    private(set) var acts: [RegisteredAct] = []
    private var clock = Instant(microseconds: 0)
    private let opening: Day
    static let source = Source(document: "informe-20", section: "II")

    /// An empty register, not opened.
    init(opening: String = "2026-01-01") { self.opening = day(opening) }

    /// The sequence of the last act.
    var last: Int { state.sequence }

    /// A proposal as the builder makes it: history gets a source.
    func proposal(
        _ body: any ActBody, on: String, under: DecisionID? = nil, instruction: String? = nil,
        source: Source? = Scenario.source, id: String? = nil
    ) -> Proposal {
        Proposal(
            id: id ?? "act-\(acts.count + 1)", on: about(on), source: source, under: under,
            instruction: instruction, act: body.act)
    }

    private func instant(_ on: String, at: String?) -> Instant {
        let noon = Zone.utc.instant(day(at ?? about(on).first.description), hour: 18)
        return max(clock, noon, Zone.utc.instant(opening, hour: 18))
    }

    /// What the register says to a proposal, without registering it.
    func refusal(
        of body: any ActBody, on: String = "2026-03-01", by actor: ActingParty = .secretariat,
        under: DecisionID? = nil, instruction: String? = nil, source: Source? = Scenario.source,
        at: String? = nil
    ) -> Refusal? {
        let proposal = proposal(body, on: on, under: under, instruction: instruction, source: source)
        do {
            try state.admit(proposal, by: actor, at: instant(on, at: at), history: { acts })
            return nil
        } catch { return error }
    }

    /// Registers an act; a refusal is a failure of the test.
    @discardableResult
    mutating func given(
        _ body: any ActBody, on: String = "2026-03-01", by actor: ActingParty = .secretariat,
        under: DecisionID? = nil, instruction: String? = nil, source: Source? = Scenario.source,
        at: String? = nil, _ location: SourceLocation = #_sourceLocation
    ) -> Int {
        if let refusal = refusal(
            of: body, on: on, by: actor, under: under, instruction: instruction, source: source, at: at)
        {
            Issue.record(
                "\(type(of: body).kind) \(refusal.code): \(refusal.sentence(.en))", sourceLocation: location)
            return 0
        }
        let when = instant(on, at: at)
        let registered = RegisteredAct(
            sequence: acts.count + 1, recordedAt: when, actor: actor,
            proposal: proposal(body, on: on, under: under, instruction: instruction, source: source))
        state.apply(registered, history: { [acts] in acts })
        acts.append(registered)
        clock = when
        return registered.sequence
    }

    static let members: [PartyID] = [
        "BLZ", "CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM",
    ]
    static let opened = Opened(
        conference: "crm", name: words("CRM"), abbreviation: words("CRM"), invented: true)

    /// Opened on that day, with both editions, the eleven members, parties that could be observers, organs,
    /// and decisions of November 2025 to cite; everything founded by the installation.
    static func founded(_ opening: String = "2026-01-01", editions: Bool = true) -> Scenario {
        var at = Scenario(opening: opening)
        at.given(opened, on: opening, by: .installation)
        func found(_ body: any ActBody, _ on: String) { at.given(body, on: on, by: .installation) }
        if editions {
            found(EditionInForce(edition: "practice-1996", file: "practice"), "1996-02")
            found(EditionInForce(edition: "charter-2020", file: "charter", assumed: true), "2020-12-04")
        }
        found(HolidaysFiled(file: "holidays"), "2015-01-01")
        for code in members {
            found(PartyNamed(party: code, kind: .state, name: words(code.text)), "1996-02")
            found(MemberAdmitted(party: code, beginning: .notRecorded), "1996-02")
        }
        for code: PartyID in ["COL", "ARG"] {
            found(PartyNamed(party: code, kind: .state, name: words(code.text)), "1999")
        }
        for code: PartyID in ["OIM", "ACNUR"] {
            found(PartyNamed(party: code, kind: .organization, name: words(code.text)), "1999")
        }
        found(PartyNamed(party: "RROCM", kind: .network, name: words("RROCM")), "1998")
        for (organ, role): (OrganID, OrganRole) in [
            ("VM", .viceMinisterial), ("GRCM", .consultationGroup), ("SE", .secretariat),
            ("MIN", .ministerial), ("PPT", .presidency),
        ] { found(OrganEstablished(organ: organ, role: role, name: words(organ.text)), "1996") }
        found(
            DocumentRecorded(document: "nota", title: words("Nota"), kind: .statement, access: .members),
            "2025")
        let before = String(day(opening).year - 1)
        found(
            MeetingConvened(
                meeting: "VM-0", organ: "VM", kind: .ordinary, from: about("\(before)-11-20")),
            before + "-11-01")
        func decision(_ id: DecisionID, _ organ: OrganID, _ session: Session, departs: [ClauseID]? = nil) {
            found(
                DecisionRecorded(
                    decision: id, organ: organ, meeting: organ == "VM" ? "VM-0" : nil, title: words(id.text),
                    session: session, departs: departs), before + "-11-20")
        }
        decision("D.open", "VM", .open)
        decision("D.closed", "VM", .closed)
        decision("C.group", "GRCM", .open)
        if editions {
            let all = Files.charter?.clauses.map(\.id) ?? []
            decision("D.departs", "VM", .open, departs: all)
        }
        return at
    }

    /// An observer admitted in history.
    mutating func observer(_ party: PartyID, since: String) {
        given(ObserverAdmitted(party: party), on: since, by: .installation)
    }

    /// A meeting with those present.
    mutating func meeting(
        _ id: MeetingID, _ organ: OrganID = "VM", _ kind: MeetingKind = .ordinary, on from: String,
        to: String? = nil, present: [PartyID]?, delegations: Int? = nil, by: ActingParty = .presidency
    ) {
        given(
            MeetingConvened(
                meeting: id, organ: organ, kind: kind, from: about(from), to: to.map(about),
                decision: kind == .extraordinary ? "D.open" : nil),
            on: from, by: by)
        if let present {
            given(AttendanceRecorded(meeting: id, present: present, delegations: delegations), on: to ?? from)
        }
    }
}

/// The sequences that a test expects an answer to rest on.
func expectBasis<Value>(
    _ answer: Answer<Value>, has sequences: Int..., location: SourceLocation = #_sourceLocation
) {
    for sequence in sequences {
        #expect(
            answer.entries.contains(sequence), "entry \(sequence) is missing in \(answer.entries)",
            sourceLocation: location)
    }
    #expect(!answer.basis.isEmpty, sourceLocation: location)
}
