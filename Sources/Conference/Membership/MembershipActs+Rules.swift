// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PartyNamed: ActBody {
    public static let kind = "membership.partyNamed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Parte con su nombre", en: "Party named")
    public static let example = PartyNamed(
        party: "MEX", kind: .state, name: Localized(es: "México", en: "Mexico"))
    public static let refusals = ["membership.party-known"]

    public var act: Act { .membership(.partyNamed(self)) }
    public var topics: [String] { ["party/\(party)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(party): \(name.es)", en: "\(party): \(name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.membership.parties[party]
        try admission.require(
            known == nil,
            .duplicate(
                "membership.party-known", field: "party", party.text, entries: known.map { [$0.entry] } ?? [])
        )
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party] = .init(
            id: party, kind: kind, name: name, abbreviation: abbreviation, entry: fact.sequence)
        state.membership.order.append(party)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MemberAdmitted: ActBody {
    public static let kind = "membership.memberAdmitted"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Miembro", en: "Member admitted")
    public static let example = MemberAdmitted(party: "MEX")
    public static let refusals = [
        "membership.party-unknown", "membership.kind-unfit", "membership.member-already",
        "membership.admission-closed",
    ]

    public var act: Act { .membership(.memberAdmitted(self)) }
    public var topics: [String] { ["party/\(party)", "status/member"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party) + Localized(es: " es miembro", en: " is a member")
    }

    /// Rule P1: no act dated after the edition's closing day admits another member.
    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireParty(party, code: "membership.party-unknown")
        try admission.require(
            admission.state.membership.parties[party]?.kind == .state,
            Refusal(
                "membership.kind-unfit", field: "party",
                message: Localized(
                    es: "Solo un Estado puede ser miembro.", en: "Only a state can be a member."),
                remedy: Localized(es: "Corrija el código.", en: "Correct the code.")))
        try admission.requireNoSpan(party, .member, code: "membership.member-already")
        guard let rule = admission.rule(.P1), let closed = rule.day("admissionClosed"),
            admission.day > closed,
            !admission.departs.contains(where: { rule.clauses.contains($0) })
        else { return }
        throw Refusal(
            "membership.admission-closed", clause: rule.clauses.first, rule: .P1, field: "on",
            message: Localized(
                es: "La admisión de miembros se cerró el \(closed).",
                en: "The admission of members was closed on \(closed)."),
            remedy: Localized(
                es:
                    "Haría falta una decisión viceministerial que se aparte de la cláusula, citada en “under”.",
                en:
                    "It would take a vice-ministerial decision that departs from the clause, cited in “under”."
            ),
            interpretation: rule.interpretation, departable: true)
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.begin(.member, fact, beginning)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ObserverAdmitted: ActBody {
    public static let kind = "membership.observerAdmitted"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Observador", en: "Observer admitted")
    public static let example = ObserverAdmitted(
        party: "COL", statement: "nota-COL-2027",
        attested: [
            "multilateral", "ordered-movement", "share-policies", "designate-officials", "written-support",
        ],
        decision: "CRM/VM/2027/D.3")
    public static let refusals = [
        "membership.party-unknown", "membership.observer-already", "membership.kind-unfit",
        "membership.statement-unknown", "membership.decision-unknown", "membership.statement-missing",
        "membership.criterion-unknown", "membership.criteria-missing", "membership.decision-missing",
        "membership.session-open",
    ]

    public var act: Act { .membership(.observerAdmitted(self)) }
    public var topics: [String] { ["party/\(party)", "status/observer"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party) + Localized(es: " participa como observador", en: " takes part as an observer")
    }

    /// Rules P2 (countries) and P3 (organizations): statement, criteria of the edition, decision.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.requireParty(party, code: "membership.party-unknown")
        try admission.requireNoSpan(party, .observer, code: "membership.observer-already")
        let kind = state.membership.parties[party]?.kind
        try admission.require(
            kind == .state || kind == .organization,
            Refusal(
                "membership.kind-unfit", field: "party",
                message: Localized(
                    es: "Solo un Estado o una organización puede ser observador.",
                    en: "Only a state or an organization can be an observer."),
                remedy: Localized(
                    es: "Para una red use “membership.networkRecognised”.",
                    en: "For a network use “membership.networkRecognised”.")))
        if let statement {
            try admission.require(
                state.library.documents[statement] != nil,
                .unknown("document", statement.text, code: "membership.statement-unknown", field: "statement")
            )
        }
        try admission.requireKnown(decisions: decision, code: "membership")
        let id: RuleID = kind == .state ? .P2 : .P3
        let rule = admission.rule(id)
        if let rule {
            try admission.procedure(
                statement != nil,
                Refusal(
                    "membership.statement-missing", clause: rule.clauses.first, rule: id, field: "statement",
                    message: Localized(
                        es: "Falta la declaración o solicitud escrita.",
                        en: "The written statement or request is missing."),
                    remedy: Localized(
                        es: "Registre el documento en la biblioteca y cítelo en “statement”.",
                        en: "Record the document in the library and cite it in “statement”."),
                    departable: true))
            try admitCriteria(admission, rule, countries: kind == .state)
        }
        try admission.requireDecision(
            decision, rule: rule, closed: rule?.flag("closedSession") ?? false, code: "membership")
    }

    private func admitCriteria(_ admission: Admission, _ rule: Rule, countries: Bool) throws(Refusal) {
        guard let criteria = admission.state.edition(on: admission.day)?.edition.criteria else { return }
        let asked = countries ? criteria.observerCountry : criteria.observerOrganization
        if let strange = (attested ?? []).first(where: { id in !asked.contains { $0.id == id } }) {
            try admission.procedure(
                false,
                Refusal(
                    "membership.criterion-unknown", rule: rule.id, field: "attested",
                    message: Localized(
                        es: "“\(strange)” no es un criterio de la edición en vigor.",
                        en: "“\(strange)” is no criterion of the edition in force."),
                    remedy: Localized(
                        es: "Use: \(asked.map(\.id).joined(separator: ", ")).",
                        en: "Use: \(asked.map(\.id).joined(separator: ", "))."), departable: false))
        }
        if let missing = asked.first(where: { !(attested ?? []).contains($0.id) }) {
            try admission.procedure(
                false,
                Refusal(
                    "membership.criteria-missing", clause: missing.clause, rule: rule.id, field: "attested",
                    message: Localized(
                        es: "No se da fe de este criterio: \(missing.text.es)",
                        en: "This criterion isn't attested: \(missing.text.en)"),
                    remedy: Localized(
                        es: "Añada “\(missing.id)” cuando conste.",
                        en: "Add “\(missing.id)” once it is on record."),
                    departable: true))
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.begin(.observer, fact, beginning)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension NetworkRecognised: ActBody {
    public static let kind = "membership.networkRecognised"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Red de la sociedad civil", en: "Civil society network")
    public static let example = NetworkRecognised(party: "RROCM")
    public static let refusals = [
        "membership.party-unknown", "membership.network-already", "membership.not-a-network",
    ]

    public var act: Act { .membership(.networkRecognised(self)) }
    public var topics: [String] { ["party/\(party)", "status/network"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party)
            + Localized(es: " participa por la sociedad civil", en: " takes part for civil society")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireParty(party, code: "membership.party-unknown")
        try admission.requireNoSpan(party, .network, code: "membership.network-already")
        try admission.require(
            admission.state.membership.parties[party]?.kind == .network,
            Refusal(
                "membership.not-a-network", field: "party",
                message: Localized(es: "\(party) no es una red.", en: "\(party) isn't a network."),
                remedy: Localized(es: "Corrija el código.", en: "Correct the code.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.begin(.network, fact, beginning)
    }
}

extension MembershipState.Party {
    mutating func begin(_ status: MembershipState.Status, _ fact: Fact, _ beginning: Beginning?) {
        spans.append(
            .init(
                status: status, from: fact.on, beginningRecorded: beginning != .notRecorded, end: nil,
                entries: [fact.sequence]))
        spans.sort { $0.from < $1.from }
    }

    mutating func end(_ fact: Fact, _ statuses: Set<MembershipState.Status>) {
        for index in spans.indices
        where spans[index].end == nil && statuses.contains(spans[index].status)
            && spans[index].from.first <= fact.on.first
        {
            spans[index].end = fact.on
            spans[index].entries.append(fact.sequence)
        }
    }
}

extension Admission {
    func requireNoSpan(_ party: PartyID, _ status: MembershipState.Status, code: String) throws(Refusal) {
        // A status without an end runs on: it clashes with every later beginning, and with every earlier one.
        let clash = state.membership.parties[party]?.spans.first {
            $0.status == status && ($0.end.map { day < $0.first } ?? true)
        }
        try require(
            clash == nil, .duplicate(code, field: "party", party.text, entries: clash?.entries ?? []))
    }
}
