import Charter

/// What an act is judged on: the state before it, who proposes it, when, and under which edition.
public struct Admission: Sendable {
    /// The state before the act.
    public let state: ConferenceState
    /// What is proposed.
    public let proposal: Proposal
    /// By whom.
    public let actor: ActingParty
    /// When it is being recorded.
    public let instant: Instant
    /// True if the act is dated before the register was opened: then contradiction refuses, procedure
    /// doesn't (rules.md, History).
    public let isHistory: Bool
    /// The clauses that the cited decision departs from (rules.md, Departure).
    public let departs: Set<ClauseID>

    init(state: ConferenceState, proposal: Proposal, actor: ActingParty, instant: Instant) {
        self.state = state
        self.proposal = proposal
        self.actor = actor
        self.instant = instant
        let opening = state.registry.opened?.day ?? .distantPast
        // What founds the register may report what a source said on the opening day itself.
        isHistory =
            proposal.on.first < opening
            || (actor.capacity == .installation && proposal.on.first == opening && proposal.source != nil)
        departs =
            proposal.under.flatMap { id in
                state.decision(id).flatMap { state.isViceMinisterial($0) ? Set($0.departs) : nil }
            } ?? []
    }

    /// The first day on which the act holds.
    public var day: Day { proposal.on.first }

    /// The rule as the edition in force on the act's day has it; `nil` if there is none or it is off.
    public func rule(_ id: RuleID) -> Rule? { state.edition(on: day)?.edition.rule(id) }

    /// Refuses unless the condition holds, whatever the act's day: arithmetic and contradiction.
    public func require(_ condition: Bool, _ refusal: @autoclosure () -> Refusal) throws(Refusal) {
        if !condition { throw refusal() }
    }

    /// Refuses unless the condition holds: procedure, from which history is free and a decision may depart.
    public func procedure(_ condition: Bool, _ refusal: @autoclosure () -> Refusal) throws(Refusal) {
        if condition || isHistory { return }
        let refusal = refusal()
        if refusal.departable, let clause = refusal.clause, departs.contains(clause) { return }
        throw refusal
    }

    /// Contradiction: a decision that is cited must be on record. Chapters ask it before any procedure.
    func requireKnown(decisions: DecisionID?..., code: String, field: String = "decision") throws(Refusal) {
        for id in decisions {
            guard let id, state.decision(id) == nil else { continue }
            throw .unknown("decision", id.text, code: "\(code).decision-unknown", field: field)
        }
    }

    /// The vice-ministers' decision that an act must cite.
    ///
    /// - Parameters:
    ///   - id: what the act cites.
    ///   - rule: the rule that asks for it; off or missing, nothing is asked.
    ///   - closed: true if it must have been taken in a closed session.
    ///   - code: prefix of the refusal's code.
    public func requireDecision(
        _ id: DecisionID?, rule: Rule?, closed: Bool = false, code: String
    ) throws(Refusal) {
        try requireKnown(decisions: id, code: code)
        guard let rule else { return }
        let decision = id.flatMap { state.decision($0) }
        try procedure(
            decision.map { state.isViceMinisterial($0) && $0.on.first <= proposal.on.last } ?? false,
            Refusal(
                "\(code).decision-missing", clause: rule.clauses.first, rule: rule.id, field: "decision",
                message: Localized(
                    es: "Falta la decisión de la reunión viceministerial en que se funda este acto.",
                    en: "The decision of the vice-ministerial meeting that this act rests on is missing."),
                remedy: Localized(
                    es: "Registre la decisión y cítela en “decision”.",
                    en: "Register the decision and cite it in “decision”."),
                interpretation: rule.interpretation, departable: true))
        if closed {
            try procedure(
                decision?.session == .closed,
                Refusal(
                    "\(code).session-open", clause: rule.clauses.first, rule: rule.id, field: "decision",
                    message: Localized(
                        es: "La decisión citada no se tomó en sesión cerrada.",
                        en: "The decision cited wasn't taken in a closed session."),
                    remedy: Localized(
                        es: "Cite la decisión tomada en el diálogo privado.",
                        en: "Cite the decision taken in the private dialogue."),
                    departable: true))
        }
    }
}

extension Refusal {
    /// Names something that the register doesn't know: contradiction, never departed from.
    ///
    /// - Parameter near: codes of that sort that the register knows; those nearest are suggested.
    static func unknown(
        _ what: String, _ id: String, code: String, field: String? = nil, near: [String] = []
    ) -> Refusal {
        let words: [String: Localized] = [
            "party": Localized(es: "la parte", en: "party"),
            "organ": Localized(es: "el órgano", en: "organ"),
            "meeting": Localized(es: "la reunión", en: "meeting"),
            "decision": Localized(es: "la decisión", en: "decision"),
            "document": Localized(es: "el documento", en: "document"),
            "plan": Localized(es: "el plan", en: "plan"),
            "line": Localized(es: "la línea del plan", en: "plan line"),
            "member": Localized(es: "como miembro", en: "as a member"),
            "observer": Localized(es: "como observador", en: "as an observer"),
            "space": Localized(es: "el espacio temático", en: "thematic space"),
            "activity": Localized(es: "la actividad", en: "activity"),
            "glossaryTerm": Localized(es: "el término", en: "glossary term"),
            "heading": Localized(es: "el rubro", en: "heading"),
            "term": Localized(es: "la presidencia de", en: "the presidency of"),
            "act": Localized(es: "el acto n.º", en: "act no."),
            "edition": Localized(es: "la edición", en: "edition"),
            "clause": Localized(es: "la cláusula", en: "clause"),
        ]
        let word = words[what] ?? Localized(same: what)
        // Of a large register only the codes of about that length are compared, and not without end.
        let like = near.filter { abs($0.utf8.count - id.utf8.count) <= 4 }.sorted().prefix(2000)
        let meant = Nearest.find(id, among: like.map { ($0, [$0]) })
            .map { "“\($0)”" }.joined(separator: ", ")
        return Refusal(
            code, field: field ?? what,
            message: Localized(
                es: "El registro no conoce \(word.es) “\(id)”.",
                en: "The register doesn't know \(word.en) “\(id)”."),
            remedy: Localized(
                es: "Corrija el código o registre antes lo que falta."
                    + (meant.isEmpty ? "" : " Parecidos: \(meant)."),
                en: "Correct the code, or register first what is missing."
                    + (meant.isEmpty ? "" : " Similar: \(meant).")))
    }

    /// Something that stands already.
    static func duplicate(_ code: String, field: String, _ id: String, entries: [Int]) -> Refusal {
        Refusal(
            code, field: field,
            message: Localized(
                es: "“\(id)” ya consta en el registro.", en: "“\(id)” stands in the register already."),
            remedy: Localized(
                es: "Use otro código, o corrija el acto que ya consta.",
                en: "Use another code, or correct the act that stands."), entries: entries)
    }

    /// An end that lies before its beginning.
    static func endsBefore(_ code: String, field: String) -> Refusal {
        Refusal(
            code, field: field,
            message: Localized(
                es: "El final es anterior al comienzo.", en: "The end lies before the beginning."),
            remedy: Localized(es: "Corrija uno de los dos días.", en: "Correct one of the two days."))
    }

    /// A text or list that may not be empty.
    static func empty(_ code: String, field: String) -> Refusal {
        Refusal(
            code, field: field,
            message: Localized(es: "“\(field)” está vacío.", en: "“\(field)” is empty."),
            remedy: Localized(es: "Complételo.", en: "Fill it in."))
    }
}
