import Charter

@testable import Conference

extension Simulation.Generator {
    /// Activities, the meetings that carry them out, and their concept notes.
    mutating func activity(_ state: ConferenceState, _ today: Day, _ place: PlanPlace) -> Act {
        let known = random.chance(90) ? state.plan.activityOrder.suffix(6) : ["A-NONE"]
        let activity = known.isEmpty ? "A-NONE" : random.pick(Array(known))
        switch random.below(5) {
        case 0: return ActivityConvened(activity: activity, meeting: meeting(state)).act
        case 1, 2:
            let part = text("parte")
            return ConceptNoteFiled(
                activity: activity, document: document(state), background: part, justification: part,
                mandate: ActivityMandate(
                    decision: random.chance(50) ? decisionID(state) : nil,
                    line: random.chance(80) ? place : nil),
                generalObjective: part, specificObjectives: random.chance(90) ? [part] : [],
                participants: part, method: random.chance(90) ? part : nil, agenda: [part],
                results: [ExpectedResult(result: part, indicators: random.chance(90) ? [part] : [])]
            ).act
        default:
            let from = PartialDay(today.adding(days: random.below(200) - 60), precision: precision())
            return ActivityPlanned(
                activity: ActivityID(code("A")), title: text("actividad"), plan: place.plan,
                lines: random.chance(95) ? [place.line] : [], from: from,
                to: random.chance(30) ? PartialDay(from.first.adding(days: random.below(40) - 2)) : nil,
                host: party(), organ: random.chance(50) ? random.pick(["VM", "GRCM", "NONE"]) : nil,
                meeting: random.chance(20) ? meeting(state) : nil
            ).act
        }
    }

    /// Thematic spaces, what is placed in them, and texts of documents.
    mutating func theme(_ state: ConferenceState) -> Act {
        let papers = state.library.documents.map(\.value).sorted { $0.entry < $1.entry }
        switch random.below(4) {
        case 0:
            let plan = state.plan.order.last
            return SpaceOpened(
                space: SpaceID("E\(random.below(20))"), name: text("tema"), summary: text("resumen"),
                organs: random.chance(50) ? ["VM"] : nil,
                lines: plan.map { [PlanPlace(plan: $0, line: ElementID("l/\(random.below(12))"))] },
                terms: random.chance(20) ? [TermID("T\(random.below(60))")] : nil
            ).act
        case 1:
            let paper = papers.isEmpty ? nil : random.pick(papers)
            return Placed(
                space: state.library.spaceOrder.isEmpty ? "NONE" : random.pick(state.library.spaceOrder),
                documents: paper.map { [$0.act.document] },
                meetings: random.chance(40) ? [meeting(state)] : nil,
                organs: random.chance(30) ? ["GRCM"] : nil,
                access: random.chance(80) ? paper?.act.access ?? .public : .public
            ).act
        default:
            let paper = papers.isEmpty ? nil : random.pick(papers)
            return TextRecorded(
                document: paper?.act.document ?? "none", language: random.pick([.es, .en]),
                file: String(repeating: random.pick(["a", "b", "c", "X"]), count: 64),
                mediaType: random.chance(95) ? "application/pdf" : "PDF",
                access: random.chance(90) ? paper?.act.access ?? .public : .session
            ).act
        }
    }
}
