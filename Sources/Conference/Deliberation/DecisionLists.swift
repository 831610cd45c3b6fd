import Charter
import HashTreeCollections

extension ConferenceState {
    /// The decisions that a viewer may read, taken by the last day given, latest first.
    public func decisions(through day: Day, for viewer: Viewer) -> [DecisionRecord] {
        deliberation.decisions.values
            .filter { $0.on.first <= day && viewer.mayRead($0.act.access) }
            .sorted { ($1.on, $1.entry) < ($0.on, $0.entry) }
    }

    /// The decisions of a meeting that a viewer may read, by number and item.
    public func decisions(of meeting: MeetingID, for viewer: Viewer) -> [DecisionRecord] {
        deliberation.decisions.values
            .filter { $0.meeting == meeting && viewer.mayRead($0.act.access) }
            .sorted {
                ($0.act.number ?? Int.max, $0.act.item ?? "", $0.entry)
                    < ($1.act.number ?? Int.max, $1.act.item ?? "", $1.entry)
            }
    }

    /// Decisions that a viewer may read whose citation or title is nearest to what was typed.
    public func decisions(near typed: String, for viewer: Viewer, limit: Int = 3) -> [DecisionRecord] {
        let all = decisions(through: .distantFuture, for: viewer)
        return Nearest.find(
            typed, among: all.map { ($0.id, [$0.id.text, $0.act.title.es, $0.act.title.en]) }, limit: limit
        ).compactMap { decision($0) }
    }

    /// The acts that rest on a decision, as the state holds them: designations, organs, appointments, plans,
    /// budgets, meetings, papers, readings, departures; ascending.
    public func entries(restingOn id: DecisionID) -> [Int] {
        var found = decision(id)?.departures ?? []
        found += presidency.terms.values.filter { $0.decision == id }.map(\.entry)
        found += bodies.organs.values.filter { $0.act.decision == id || $0.act.proposal == id }.map(\.entry)
        found += bodies.appointments.filter { $0.act.decision == id }.map(\.entry)
        found += plan.plans.values.filter { $0.act.decision == id }.map(\.entry)
        found += finance.budgets.values.filter { $0.act.decision == id || $0.act.recommendation == id }
            .map(\.entry)
        found += meetings.meetings.values.filter { $0.act.decision == id }.map(\.entry)
        found += library.documents.values.filter { $0.act.decision == id }.map(\.entry)
        found += editions.readings.filter { $0.act.decision == id }.map(\.entry)
        return Array(Set(found)).sorted()
    }

    /// The acts of which the state doesn't hold whether they rest on a decision: admissions, returns and
    /// extensions of terms; the acts themselves say so (``Act/rests(on:)``).
    public var entriesThatMayRest: [Int] {
        let observers = membership.parties.values.flatMap { party in
            party.spans.filter { $0.status == .observer }.compactMap(\.entries.first)
                + party.reinstatements.map(\.entry)
        }
        return observers + bodies.organs.values.flatMap { $0.terms.dropFirst().map(\.entry) }
    }
}

extension Act {
    /// True if an admission, a return or an extension of a term names that decision.
    public func rests(on decision: DecisionID) -> Bool {
        switch self {
        case .membership(.observerAdmitted(let body)): body.decision == decision
        case .membership(.reinstated(let body)): body.decision == decision
        case .bodies(.termExtended(let body)): body.decision == decision
        default: false
        }
    }
}
