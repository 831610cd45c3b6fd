import Charter
import HashTreeCollections

/// How a plan stands on a day, by its own period.
public enum PlanStanding: String, Sendable, Hashable, CaseIterable {
    /// Adopted, and its period not begun.
    case toCome = "to-come"
    case inForce = "in-force"
    case over
    /// Its period isn't recorded.
    case notRecorded = "not-recorded"
}

/// Where a reference of a plan's line leads.
public enum PlanTarget: Sendable, Hashable {
    /// Another line of the same plan.
    case line(ElementID)
    case organ(OrganID)
    case document(DocumentID)
    case space(SpaceID)
    /// Nowhere: shown as that.
    case nothing
}

extension PlanState.Record {
    /// The lines stated by a day, in order.
    public func lines(on day: Day) -> [PlanState.Line] {
        order.compactMap { lines[$0] }.filter { $0.on.first <= day }
    }

    /// The lines from the top down to a line, without it; nothing above one whose parent doesn't exist.
    public func path(to line: PlanState.Line) -> [PlanState.Line] {
        var above: [PlanState.Line] = []
        var next = line.act.parent
        while let id = next, let parent = lines[id], above.count < 12,
            !above.contains(where: { $0.act.line == id })
        {
            above.insert(parent, at: 0)
            next = parent.act.parent
        }
        return above
    }

    /// The lines of this plan that refer to one of its lines.
    public func references(to line: ElementID) -> [PlanState.Line] {
        order.compactMap { lines[$0] }.filter { other in
            other.act.line != line && (other.act.refersTo ?? []).contains { $0.to == line.text }
        }
    }

    /// The lines whose code, number or title is nearest to what was typed.
    public func lines(near typed: String, limit: Int = 3) -> [ElementID] {
        Nearest.find(
            typed,
            among: order.compactMap { lines[$0] }.map {
                ($0.act.line, [$0.act.line.text, $0.act.number ?? "", $0.act.title.es, $0.act.title.en])
            }, limit: limit)
    }

    /// How many lines have which status on a day, in the order of `PlanStatus`; those without any are left out.
    public func statuses(on day: Day) -> [(status: PlanStatus, count: Int, entries: [Int])] {
        let reports = lines(on: day).compactMap { $0.status(on: day) }
        return PlanStatus.allCases.compactMap { status in
            let found = reports.filter { $0.act.status == status }
            return found.isEmpty ? nil : (status, found.count, found.map(\.entry))
        }
    }
}

extension ConferenceState {
    /// The plans adopted by a day, latest first.
    public func plans(on day: Day) -> [PlanState.Record] {
        plan.order.compactMap { plan.plans[$0] }.filter { $0.on.first <= day }
            .sorted { ($1.on, $1.entry) < ($0.on, $0.entry) }
    }

    /// How a plan stands on a day.
    public func standing(of plan: PlanState.Record, on day: Day) -> Answer<PlanStanding> {
        let value: PlanStanding
        let reason: Localized
        if let from = plan.act.from, let until = plan.act.until {
            value = day < from.first ? .toCome : day <= until.last ? .inForce : .over
            reason = Localized(
                es: "Su período va de \(from) a \(until).", en: "Its period runs from \(from) to \(until).")
        } else {
            value = .notRecorded
            reason = Localized(
                es: "La fuente no da su período.", en: "The source doesn't give its period.")
        }
        return Answer(
            value,
            basis: [Basis(clause: nil, entries: [plan.entry], reason: reason)]
                + [correctionBasis(["plan/\(plan.act.plan)"])].compactMap { $0 })
    }

    /// Where a reference of a plan's line leads.
    public func target(of reference: PlanReference, in plan: PlanState.Record) -> PlanTarget {
        if plan.lines[ElementID(reference.to)] != nil { return .line(ElementID(reference.to)) }
        if bodies.organs[OrganID(reference.to)] != nil { return .organ(OrganID(reference.to)) }
        if library.documents[DocumentID(reference.to)] != nil { return .document(DocumentID(reference.to)) }
        if library.spaces[SpaceID(reference.to)] != nil { return .space(SpaceID(reference.to)) }
        return .nothing
    }

    /// Plans whose code or title is nearest to what was typed.
    public func plans(near typed: String, limit: Int = 3) -> [PlanID] {
        Nearest.find(
            typed,
            among: plan.order.compactMap { plan.plans[$0] }.map {
                ($0.act.plan, [$0.act.plan.text, $0.act.title.es, $0.act.title.en])
            }, limit: limit)
    }
}
