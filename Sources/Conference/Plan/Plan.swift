// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

/// Plans with their lines, and the activities that carry them out.
public struct PlanState: Sendable {
    /// A status as reported.
    public struct Report: Sendable, Hashable {
        /// What the act says.
        public let act: PlanStatusReported
        /// When.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
    /// One line of a plan.
    public struct Line: Sendable, Hashable {
        /// What the act says.
        public let act: PlanLineStated
        /// When it was stated.
        public let on: PartialDay
        /// The act.
        public let entry: Int
        /// Statuses, earliest first.
        public internal(set) var reports: [Report] = []

        /// The status on a day, if one was reported.
        public func status(on day: Day) -> Report? { reports.last { $0.on.first <= day } }
    }
    /// A plan.
    public struct Record: Sendable, Hashable {
        /// What the act says.
        public let act: PlanAdopted
        /// When it was adopted.
        public let on: PartialDay
        /// The act.
        public let entry: Int
        /// Lines by id.
        public internal(set) var lines = TreeDictionary<ElementID, Line>()
        /// Ids in the order stated.
        public internal(set) var order: [ElementID] = []

        /// Lines of a kind, in order.
        public func lines(_ kind: PlanLineKind) -> [Line] {
            order.compactMap { lines[$0] }.filter { $0.act.kind == kind }
        }
        /// Lines below another as their numbers say, in order.
        public func children(of parent: ElementID) -> [Line] {
            order.compactMap { lines[$0] }.filter { $0.act.parent == parent }
        }
        /// Lines whose parent doesn't exist in the plan.
        public var orphans: [Line] {
            order.compactMap { lines[$0] }.filter { line in line.act.parent.map { lines[$0] == nil } ?? false
            }
        }
    }

    /// Plans by code.
    public internal(set) var plans = TreeDictionary<PlanID, Record>()
    /// Codes in the order adopted.
    public internal(set) var order: [PlanID] = []
    /// Activities by code.
    public internal(set) var activities = TreeDictionary<ActivityID, Activity>()
    /// Codes of the activities in the order registered.
    public internal(set) var activityOrder: [ActivityID] = []
}

extension ConferenceState {
    /// References of a plan's lines that lead to nothing: shown as that.
    public func danglingReferences(_ plan: PlanState.Record) -> [(
        line: PlanState.Line, reference: PlanReference
    )] {
        plan.order.compactMap { plan.lines[$0] }.flatMap { line in
            (line.act.refersTo ?? []).filter { !resolves($0, in: plan) }.map { (line, $0) }
        }
    }

    /// True if a reference names a line of the plan, an organ, a document or a thematic space that exists.
    public func resolves(_ reference: PlanReference, in plan: PlanState.Record) -> Bool {
        target(of: reference, in: plan) != .nothing
    }

    /// Rule O7: whether a strategic plan is as long as the edition says; a longer one is registered with the
    /// discrepancy shown beside it. `nil` where nothing can be said.
    public func planLength(_ plan: PlanState.Record) -> Answer<Bool>? {
        guard plan.act.kind == .strategic, let from = plan.act.from, let until = plan.act.until,
            let edition = edition(on: max(plan.on.first, from.first)), let rule = edition.edition.rule(.O7)
        else { return nil }
        let years = rule.count("years")
        // A period given in years runs from the first day of the one to the last of the other.
        let longest = from.first.adding(years: years).adding(days: -1)
        let fits = until.last <= longest
        return Answer(
            fits,
            basis: [
                rule.basis(
                    entries: [plan.entry],
                    reason: fits
                        ? Localized(
                            es: "El plazo es de \(years) años o menos.",
                            en: "The period is \(years) years or less.")
                        : Localized(
                            es:
                                "La regla da \(years) años (hasta el \(longest)); el plan va de \(from) a \(until).",
                            en:
                                "The rule gives \(years) years (until \(longest)); the plan runs from \(from) to \(until)."
                        )),
                Basis(clause: nil, entries: edition.entries),
            ] + [correctionBasis(["plan/\(plan.act.plan)", "editions"])].compactMap { $0 })
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PlanAdopted: ActBody {
    public static let kind = "plan.adopted"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Plan aprobado", en: "Plan adopted")
    public static let example = PlanAdopted(
        plan: "PE-2027-2029", kind: .strategic,
        title: Localized(es: "Plan Estratégico 2027-2029", en: "Strategic Plan 2027-2029"),
        from: PartialDay("2027"),
        until: PartialDay("2029"), decision: "CRM/VM/2026/D.2")
    public static let refusals = [
        "plan.plan-known", "plan.ends-before", "plan.document-unknown", "plan.decision-unknown",
        "plan.decision-missing",
    ]

    public var act: Act { .plan(.adopted(self)) }
    public var topics: [String] { ["plan/\(plan)"] }

    public func line(_ state: ConferenceState) -> Localized { title }

    /// Rule O7: approved by the vice-ministers. Its length is shown, not refused.
    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.plan.plans[plan]
        try admission.require(
            known == nil,
            .duplicate("plan.plan-known", field: "plan", plan.text, entries: known.map { [$0.entry] } ?? []))
        if let from, let until {
            try admission.require(from.first <= until.last, .endsBefore("plan.ends-before", field: "until"))
        }
        if let document {
            try admission.require(
                admission.state.library.documents[document] != nil,
                .unknown("document", document.text, code: "plan.document-unknown"))
        }
        try admission.requireDecision(
            decision, rule: kind == .strategic ? admission.rule(.O7) : nil, code: "plan")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.plans[plan] = .init(act: self, on: fact.on, entry: fact.sequence)
        state.plan.order.append(plan)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PlanLineStated: ActBody {
    public static let kind = "plan.lineStated"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Línea de un plan", en: "Line of a plan")
    public static let example = PlanLineStated(
        plan: "PE-2023-2026", line: "tema/1.2", kind: .theme, number: "2", parent: "pilar/1",
        title: Localized(
            es: "Gestión integrada de fronteras", en: "Integrated border management", original: .es))
    public static let refusals = ["plan.plan-unknown", "plan.line-known"]

    public var act: Act { .plan(.lineStated(self)) }
    public var topics: [String] { ["plan/\(plan)", "line/\(plan)/\(line)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let number = number.map { $0 + " " } ?? ""
        return Localized(es: "\(plan) \(number)\(title.es)", en: "\(plan) \(number)\(title.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        guard let record = admission.state.plan.plans[plan] else {
            throw .unknown("plan", plan.text, code: "plan.plan-unknown")
        }
        try admission.require(
            record.lines[line] == nil,
            .duplicate(
                "plan.line-known", field: "line", line.text,
                entries: record.lines[line].map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.plans[plan]?.lines[line] = .init(act: self, on: fact.on, entry: fact.sequence)
        state.plan.plans[plan]?.order.append(line)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PlanStatusReported: ActBody {
    public static let kind = "plan.statusReported"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Estado de una línea", en: "Status of a line")
    public static let example = PlanStatusReported(plan: "PA", line: "politicas/1.1.1.1", status: .continuous)
    public static let refusals = ["plan.plan-unknown", "plan.line-unknown", "plan.reason-missing"]

    public var act: Act { .plan(.statusReported(self)) }
    public var topics: [String] { ["plan/\(plan)", "line/\(plan)/\(line)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(plan) \(line): \(status.name.es)", en: "\(plan) \(line): \(status.name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        guard let record = admission.state.plan.plans[plan] else {
            throw .unknown("plan", plan.text, code: "plan.plan-unknown")
        }
        try admission.require(
            record.lines[line] != nil, .unknown("line", line.text, code: "plan.line-unknown"))
        try admission.require(
            status != .notAchieved || reason != nil, .empty("plan.reason-missing", field: "reason"))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.plans[plan]?.lines[line]?.reports.append(
            .init(act: self, on: fact.on, entry: fact.sequence))
        state.plan.plans[plan]?.lines[line]?.reports.sort { $0.on < $1.on }
    }
}

extension PlanStatus {
    /// How the status is called.
    public var name: Localized {
        switch self {
        case .done: Localized(es: "finalizado", en: "done")
        case .inProgress: Localized(es: "en proceso", en: "in progress")
        case .notAchieved: Localized(es: "no alcanzado", en: "not achieved")
        case .continuous: Localized(es: "continuo", en: "continuous")
        case .pending: Localized(es: "pendiente", en: "pending")
        }
    }
}
