import Charter
import HashTreeCollections

/// Something that a strategic plan measures and that the register counts itself (rule S5).
public struct PlanCount: Sendable {
    /// The working group whose meetings these are; `nil` for the decisions.
    public let organ: OrganID?
    /// What is counted.
    public let name: Localized
    /// How many within the plan's period, up to the day, with the acts behind them.
    public let answer: Answer<Int>
}

extension ConferenceState {
    /// What the register counts of a plan's indicators on a day: the meetings of each working group and the
    /// decisions recorded, both within the plan's period. What else a plan measures is reported with evidence.
    public func counts(of plan: PlanState.Record, on day: Day, for viewer: Viewer) -> [PlanCount] {
        let first = plan.act.from?.first ?? plan.on.first
        let last = min(day, plan.act.until?.last ?? day)
        guard first <= last else { return [] }
        let held = heldMeetings.filter {
            first <= $0.act.from.first && $0.act.from.first <= last
                && standing(of: $0, on: day).value == .held
        }
        let groups = bodies.order.compactMap { bodies.organs[$0] }.filter { organ in
            organ.role == .workingGroup
                && (organ.exists(on: last) || held.contains { $0.act.organ == organ.id })
        }
        let decided = deliberation.decisions.values.filter {
            first <= $0.on.first && $0.on.first <= last && viewer.mayRead($0.act.access)
        }
        return groups.map { group in
            let title = name(group.id, on: last)
            let own = held.filter { $0.act.organ == group.id }
            return PlanCount(
                organ: group.id,
                name: Localized(es: "Encuentros: ", en: "Meetings: ") + title,
                answer: Answer(
                    own.count,
                    basis: [
                        Basis(
                            clause: nil, entries: [group.entry] + own.map(\.entry),
                            reason: Localized(
                                es:
                                    "\(title.es): las reuniones celebradas que constan del \(first) al \(last).",
                                en:
                                    "\(title.en): the meetings held that are recorded from \(first) to \(last)."
                            ))
                    ]))
        } + [
            PlanCount(
                organ: nil, name: Localized(es: "Decisiones que constan", en: "Decisions recorded"),
                answer: Answer(
                    decided.count,
                    basis: [
                        Basis(
                            clause: nil, entries: decided.map(\.entry),
                            reason: Localized(
                                es: "Las decisiones que constan del \(first) al \(last).",
                                en: "The decisions recorded from \(first) to \(last)."))
                    ]))
        ]
    }
}
