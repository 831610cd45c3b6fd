// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

/// Decisions as recorded.
public struct DeliberationState: Sendable {
    /// Decisions by citation.
    public internal(set) var decisions = TreeDictionary<DecisionID, DecisionRecord>()
}

/// A decision as recorded.
public struct DecisionRecord: Sendable, Hashable {
    /// What the act says.
    public let act: DecisionRecorded
    /// When it was taken.
    public let on: PartialDay
    /// The act.
    public let entry: Int
    /// Acts registered under it that depart from a clause.
    public internal(set) var departures: [Int] = []

    /// Its citation.
    public var id: DecisionID { act.decision }
    /// At which meeting, if recorded.
    public var meeting: MeetingID? { act.meeting }
    /// Open or closed.
    public var session: Session { act.session }
    /// Clauses that it departs from.
    public var departs: [ClauseID] { act.departs ?? [] }
}

extension ConferenceState {
    /// The decision of that citation.
    public func decision(_ id: DecisionID) -> DecisionRecord? { deliberation.decisions[id] }

    /// True if the organ that decided is the vice-ministers' meeting.
    public func isViceMinisterial(_ decision: DecisionRecord) -> Bool {
        bodies.organs[decision.act.organ]?.role == .viceMinisterial
    }

    /// Acts that depart from a clause, with the decision that allows it: shown together from then on.
    public func departures(from clause: ClauseID? = nil) -> [(decision: DecisionRecord, entries: [Int])] {
        deliberation.decisions.values.filter {
            !$0.departures.isEmpty && (clause.map($0.departs.contains) ?? true)
        }
        .sorted { $0.id < $1.id }.map { ($0, $0.departures) }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DecisionRecorded: ActBody {
    public static let kind = "deliberation.decisionRecorded"
    public static let registrants = Registrants.decisions
    public static let title = Localized(es: "Decisión", en: "Decision")
    public static let example = DecisionRecorded(
        decision: "CRM/VM/2021/D.4(d)", organ: "VM", meeting: "VM-2021", number: 4, item: "d",
        title: Localized(
            es: "Comunicación e intercambio con la CSM", en: "Communication and exchange with the SACM"),
        session: .open)
    public static let refusals = [
        "deliberation.organ-unknown", "deliberation.meeting-unknown", "deliberation.decision-known",
        "deliberation.clause-unknown", "deliberation.closed-by-presidency", "authority.not-registrant",
        "deliberation.before-meeting", "bodies.term-over",
    ]

    public var act: Act { .deliberation(.decisionRecorded(self)) }
    /// Of open sessions the secretariat, of closed ones the presidency.
    public var registrants: Registrants { session == .closed ? .closedDecisions : .openDecisions }
    /// A closed session's decisions are for members and the presidency.
    public var access: AccessClass { session == .closed ? .session : .public }
    public var topics: [String] {
        ["decision/\(decision)", "organ/\(organ)"] + (meeting.map { ["meeting/\($0)"] } ?? [])
    }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(decision): \(title.es)", en: "\(decision): \(title.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.require(
            state.bodies.organs[organ] != nil,
            .unknown("organ", organ.text, code: "deliberation.organ-unknown"))
        if let meeting {
            try admission.require(
                state.meetings.meetings[meeting] != nil,
                .unknown("meeting", meeting.text, code: "deliberation.meeting-unknown"))
        }
        let known = state.decision(decision)
        try admission.require(
            known == nil,
            .duplicate(
                "deliberation.decision-known", field: "decision", decision.text,
                entries: known.map { [$0.entry] } ?? []))
        if let strange = (departs ?? []).first(where: { state.clause($0) == nil }) {
            throw .unknown("clause", strange.text, code: "deliberation.clause-unknown", field: "departs")
        }
        try checkSession(admission.actor)
        if let meeting, let record = state.meetings.meetings[meeting] {
            try admission.require(
                record.act.from.first <= admission.proposal.on.last,
                Refusal(
                    "deliberation.before-meeting", field: "on",
                    message: Localized(
                        es: "La decisión lleva fecha anterior a su reunión.",
                        en: "The decision is dated before its meeting."),
                    remedy: Localized(es: "Corrija el día.", en: "Correct the day."), entries: [record.entry])
            )
        }
        try admission.requireTermRuns(organ)
    }

    /// Who registers, or corrects, a decision: of a closed session the presidency, of an open one the
    /// secretariat (rules.md, Who registers what).
    func checkSession(_ actor: ActingParty) throws(Refusal) {
        if session == .closed, actor.capacity == .secretariat {
            throw Refusal(
                "deliberation.closed-by-presidency", field: "session",
                message: Localized(
                    es: "Las decisiones de una sesión cerrada las registra la presidencia.",
                    en: "Decisions of a closed session are registered by the presidency."),
                remedy: Localized(es: "Pídaselo a la presidencia.", en: "Ask the presidency."))
        }
        if session == .open, actor.capacity == .presidency {
            throw Refusal(
                "authority.not-registrant", field: "session",
                message: Localized(
                    es: "Las decisiones de una sesión abierta las registra la secretaría.",
                    en: "Decisions of an open session are registered by the secretariat."),
                remedy: Localized(es: "Pídaselo a la secretaría.", en: "Ask the secretariat."))
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.deliberation.decisions[decision] = DecisionRecord(act: self, on: fact.on, entry: fact.sequence)
    }
}
