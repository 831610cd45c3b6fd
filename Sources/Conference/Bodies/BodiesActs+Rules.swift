// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganEstablished: ActBody {
    public static let kind = "bodies.established"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Órgano establecido", en: "Organ established")
    public static let example = OrganEstablished(
        organ: "GT-LABORAL", role: .workingGroup,
        name: Localized(es: "Grupo de Trabajo de Migración Laboral", en: "Working Group on Labor Migration"),
        mandate: Localized(
            es: "Promover los beneficios de la migración laboral regular.",
            en: "Promote the benefits of regular labor migration."),
        objectives: [Localized(es: "Contratación ética", en: "Ethical recruitment")],
        until: PartialDay("2029"),
        proposal: "CRM/GRCM/2026/C.2", decision: "CRM/VM/2026/D.6")
    public static let refusals = [
        "bodies.organ-known", "bodies.ends-before", "bodies.decision-unknown", "bodies.mandate-missing",
        "bodies.objectives-missing", "bodies.term-missing", "bodies.proposal-missing",
        "bodies.decision-missing",
    ]

    public var act: Act { .bodies(.established(self)) }
    public var topics: [String] { ["organ/\(organ)", "organs"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Se establece: \(name.es)", en: "Established: \(name.en)")
    }

    /// Rule O3: a working group has a mandate, objectives, a term, the group's proposal and the
    /// vice-ministers' approval.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        let known = state.bodies.organs[organ]
        try admission.require(
            known == nil,
            .duplicate(
                "bodies.organ-known", field: "organ", organ.text, entries: known.map { [$0.entry] } ?? []))
        if let until {
            try admission.require(
                until.last >= admission.day, .endsBefore("bodies.ends-before", field: "until"))
        }
        try admission.requireKnown(decisions: decision, code: "bodies")
        try admission.requireKnown(decisions: proposal, code: "bodies", field: "proposal")
        guard role == .workingGroup || role == .adHocGroup, let rule = admission.rule(.O3) else { return }
        func missing(_ code: String, _ field: String, _ what: Localized) -> Refusal {
            Refusal(
                code, clause: rule.clauses.first, rule: .O3, field: field,
                message: Localized(
                    es: "Al grupo de trabajo le falta \(what.es).", en: "The working group lacks \(what.en)."),
                remedy: Localized(es: "Complete “\(field)”.", en: "Fill in “\(field)”."), departable: true)
        }
        try admission.procedure(
            mandate != nil,
            missing("bodies.mandate-missing", "mandate", Localized(es: "su mandato", en: "its mandate")))
        try admission.procedure(
            !(objectives ?? []).isEmpty,
            missing(
                "bodies.objectives-missing", "objectives",
                Localized(es: "sus objetivos", en: "its objectives")))
        try admission.procedure(
            until != nil, missing("bodies.term-missing", "until", Localized(es: "su plazo", en: "its term")))
        let proposed = proposal.flatMap { state.decision($0) }.flatMap {
            state.bodies.organs[$0.act.organ]?.role
        }
        try admission.procedure(
            proposed == .consultationGroup,
            missing(
                "bodies.proposal-missing", "proposal",
                Localized(es: "la propuesta del grupo de consulta", en: "the consultation group's proposal")))
        try admission.requireDecision(decision, rule: rule, code: "bodies")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ] = .init(
            act: self, on: fact.on, entry: fact.sequence,
            names: [.init(on: fact.on, name: name, abbreviation: abbreviation, entry: fact.sequence)],
            terms: until.map { [.init(until: $0, entry: fact.sequence)] } ?? [])
        state.bodies.order.append(organ)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganDescribed: ActBody {
    public static let kind = "bodies.described"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Composición y competencias", en: "Composition and competences")
    public static let example = OrganDescribed(
        organ: "GRCM",
        composition: Localized(
            es: "Mandos medios de cancillerías y migración",
            en: "Middle managers of foreign ministries and migration"))
    public static let refusals = ["bodies.organ-unknown"]

    public var act: Act { .bodies(.described(self)) }
    public var topics: [String] { ["organ/\(organ)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Composición y competencias de ", en: "Composition and competences of ")
            + state.organName(organ)
    }

    public func admit(_ admission: Admission) throws(Refusal) { try admission.requireOrgan(organ) }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ]?.descriptions.append(.init(on: fact.on, act: self, entry: fact.sequence))
        state.bodies.organs[organ]?.descriptions.sort { $0.on < $1.on }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganRenamed: ActBody {
    public static let kind = "bodies.renamed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Órgano con otro nombre", en: "Organ renamed")
    public static let example = OrganRenamed(
        organ: "SE", name: Localized(es: "Secretaría Ejecutiva", en: "Executive Secretariat"))
    public static let refusals = ["bodies.organ-unknown"]

    public var act: Act { .bodies(.renamed(self)) }
    public var topics: [String] { ["organ/\(organ)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(organ) pasa a llamarse \(name.es)", en: "\(organ) is now called \(name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) { try admission.requireOrgan(organ) }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ]?.names.append(
            .init(on: fact.on, name: name, abbreviation: abbreviation, entry: fact.sequence))
        state.bodies.organs[organ]?.names.sort { $0.on < $1.on }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TermExtended: ActBody {
    public static let kind = "bodies.termExtended"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Plazo ampliado", en: "Term extended")
    public static let example = TermExtended(
        organ: "GT-LABORAL", until: PartialDay("2031") ?? PartialDay(.distantFuture),
        decision: "CRM/VM/2029/D.4")
    public static let refusals = [
        "bodies.organ-unknown", "bodies.ends-before", "bodies.decision-unknown", "bodies.decision-missing",
    ]

    public var act: Act { .bodies(.termExtended(self)) }
    public var topics: [String] { ["organ/\(organ)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "El plazo llega a \(until): ", en: "The term runs to \(until): ")
            + state.organName(organ)
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireOrgan(organ)
        let end = admission.state.bodies.organs[organ]?.termEnd?.until
        try admission.require(
            until.last > (end?.last ?? admission.day), .endsBefore("bodies.ends-before", field: "until"))
        try admission.requireDecision(decision, rule: admission.rule(.O3), code: "bodies")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ]?.terms.append(.init(until: until, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganEnded: ActBody {
    public static let kind = "bodies.ended"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Órgano terminado", en: "Organ ended")
    public static let example = OrganEnded(organ: "AH-EXTRARREGIONALES", successor: "GT-PROTECCION")
    public static let refusals = ["bodies.organ-unknown", "bodies.ends-before", "bodies.ended-already"]

    public var act: Act { .bodies(.ended(self)) }
    public var topics: [String] { ["organ/\(organ)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Termina: ", en: "Ended: ") + state.organName(organ)
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireOrgan(organ)
        if let successor { try admission.requireOrgan(successor, field: "successor") }
        let record = admission.state.bodies.organs[organ]
        try admission.require(
            (record?.on.first ?? admission.day) <= admission.proposal.on.last,
            .endsBefore("bodies.ends-before", field: "on"))
        try admission.require(
            record?.ended == nil,
            .duplicate(
                "bodies.ended-already", field: "organ", organ.text,
                entries: record?.ended.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ]?.ended = (fact.on, successor, fact.sequence)
    }
}

extension Admission {
    func requireOrgan(_ organ: OrganID, field: String = "organ", code: String = "bodies.organ-unknown")
        throws(Refusal)
    {
        try require(
            state.bodies.organs[organ] != nil, .unknown("organ", organ.text, code: code, field: field))
    }
}

extension ConferenceState {
    /// An organ's latest name.
    public func organName(_ organ: OrganID) -> Localized { name(organ, on: .distantFuture) }
}
