import Charter
import HashTreeCollections

extension ConferenceState {
    /// The strategic plan of a day: the one whose period holds it, else the last one adopted before.
    public func strategicPlan(on day: Day) -> (plan: PlanState.Record, isInForce: Bool)? {
        let plans = plan.order.compactMap { plan.plans[$0] }
            .filter { $0.act.kind == .strategic && $0.on.first <= day }
        let current = plans.last { record in
            let from = record.act.from?.first ?? record.on.first
            return from <= day && day <= (record.act.until?.last ?? .distantFuture)
        }
        if let current { return (current, true) }
        return plans.last.map { ($0, false) }
    }
}
