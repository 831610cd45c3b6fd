// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension InterestAnnounced: ActBody {
    public static let kind = "presidency.interestAnnounced"
    public static let registrants = Registrants.member
    public static let title = Localized(es: "Interés en la presidencia", en: "Interest in the presidency")
    public static let example = InterestAnnounced(party: "GTM", term: 2028)
    public static let refusals = ["presidency.member-unknown", "presidency.interest-already"]

    public var act: Act { .presidency(.interestAnnounced(self)) }
    public var topics: [String] { ["term/\(term)", "party/\(party)"] }
    public var registeredFor: PartyID? { party }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party)
            + Localized(
                es: " anuncia su interés en la presidencia de \(term)",
                en: " announces its interest in the presidency of \(term)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMember(party, code: "presidency.member-unknown")
        let same = admission.state.presidency.interest[term]?.first { $0.party == party }
        try admission.require(
            same == nil,
            .duplicate(
                "presidency.interest-already", field: "party", party.text,
                entries: same.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.presidency.interest[term, default: []].append(
            .init(party: party, on: fact.on, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PresidencyAccepted: ActBody {
    public static let kind = "presidency.accepted"
    public static let registrants = Registrants.member
    public static let title = Localized(es: "Presidencia aceptada", en: "Presidency accepted")
    public static let example = PresidencyAccepted(party: "GTM", term: 2028)
    public static let refusals = ["presidency.member-unknown", "presidency.acceptance-already"]

    public var act: Act { .presidency(.accepted(self)) }
    public var topics: [String] { ["term/\(term)", "party/\(party)"] }
    public var registeredFor: PartyID? { party }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party)
            + Localized(
                es: " acepta asumir la presidencia de \(term)",
                en: " agrees to take the presidency of \(term)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMember(party, code: "presidency.member-unknown")
        let same = admission.state.presidency.acceptance[term]?.first { $0.party == party }
        try admission.require(
            same == nil,
            .duplicate(
                "presidency.acceptance-already", field: "party", party.text,
                entries: same.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.presidency.acceptance[term, default: []].append(
            .init(party: party, on: fact.on, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PresidencyDesignated: ActBody {
    public static let kind = "presidency.designated"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Presidencia designada", en: "Presidency designated")
    public static let example = PresidencyDesignated(party: "GTM", term: 2028, decision: "CRM/VM/2026/D.1")
    public static let refusals = [
        "presidency.term-impossible", "presidency.member-unknown", "presidency.one-at-a-time",
        "presidency.decision-unknown", "presidency.decision-missing", "presidency.meeting-missing",
        "presidency.request-missing",
    ]

    public var act: Act { .presidency(.designated(self)) }
    public var topics: [String] { ["term/\(term)", "terms", "party/\(party)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Presidencia de \(term): ", en: "Presidency of \(term): ") + state.name(party)
    }

    /// Rule D4: one presidency at a time, of a member, by a decision of the vice-ministerial meeting, with a
    /// request or an acceptance on record.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        guard let days = term(in: state) else {
            throw Refusal(
                "presidency.term-impossible", field: "term",
                message: Localized(
                    es: "Para \(term) no hay una edición de las reglas que diga cuándo empieza el período.",
                    en: "For \(term) no edition of the rules says when the term begins."),
                remedy: Localized(es: "Corrija el año.", en: "Correct the year."))
        }
        try admission.require(
            state.isMember(party, on: days.upperBound)
                || state.isMember(party, on: admission.proposal.on.last),
            .unknown("member", party.text, code: "presidency.member-unknown", field: "party"))
        let clash = state.presidency.terms.values.first { $0.days.overlaps(days) }
        try admission.require(
            clash == nil,
            Refusal(
                "presidency.one-at-a-time", clause: admission.rule(.D4)?.clauses.first, rule: .D4,
                field: "term",
                message: Localized(
                    es: "En ese período ya preside \(clash.map { state.name($0.party).es } ?? "").",
                    en: "\(clash.map { state.name($0.party).en } ?? "") presides in that term already."),
                remedy: Localized(
                    es: "Corrija el acto que la designó, si era un error.",
                    en: "Correct the act that designated it, if it was a mistake."),
                entries: clash.map { [$0.entry] } ?? []))
        let rule = admission.rule(.D4)
        try admission.requireDecision(decision, rule: rule, code: "presidency")
        guard let rule else { return }
        try admission.procedure(
            decision.flatMap { state.decision($0)?.meeting } != nil,
            Refusal(
                "presidency.meeting-missing", clause: rule.clauses.first, rule: .D4, field: "decision",
                message: Localized(
                    es:
                        "La presidencia se designa en la reunión viceministerial; la decisión citada no nombra ninguna.",
                    en:
                        "The presidency is designated at the vice-ministerial meeting; the decision cited names none."
                ),
                remedy: Localized(
                    es: "Cite la decisión de la reunión.", en: "Cite the meeting's decision."),
                departable: true))
        let asked = state.presidency.interest[term]?.first {
            $0.party == party && $0.on.first <= admission.proposal.on.last
        }
        let agreed = state.presidency.acceptance[term]?.first {
            $0.party == party && $0.on.first <= admission.proposal.on.last
        }
        try admission.procedure(
            asked != nil || (rule.flag("acceptanceSuffices") && agreed != nil),
            Refusal(
                "presidency.request-missing", clause: rule.clauses.first, rule: .D4, field: "party",
                message: Localized(
                    es: rule.flag("acceptanceSuffices")
                        ? "No consta que \(state.name(party).es) haya pedido la presidencia de \(term) ni aceptado asumirla."
                        : "No consta que \(state.name(party).es) haya anunciado su interés en la presidencia de \(term).",
                    en: rule.flag("acceptanceSuffices")
                        ? "It isn't on record that \(state.name(party).en) asked for the presidency of \(term) or agreed to take it."
                        : "It isn't on record that \(state.name(party).en) announced its interest in the presidency of \(term)."
                ),
                remedy: Localized(
                    es: "El país lo registra por sí mismo; después, la designación.",
                    en: "The country registers it for itself; then the designation."), departable: true))
    }

    private func term(in state: ConferenceState) -> ClosedRange<Day>? {
        // The edition of the term's own first day says when it begins.
        guard let first = Day(term, 12, 31), let edition = state.edition(on: first)?.edition else {
            return nil
        }
        return edition.presidencyTerm.days(startingIn: term)
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        guard let days = term(in: state) else { return }
        state.presidency.terms[term] = .init(
            year: term, party: party, days: days, decision: decision, on: fact.on, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ThemeSet: ActBody {
    public static let kind = "presidency.themeSet"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Tema de la presidencia", en: "Theme of the presidency")
    public static let example = ThemeSet(
        term: 2013,
        theme: Localized(
            es: "Migraciones e integración social: por una migración con rostro humano",
            en: "Migration and social integration: for migration with a human face", original: .es))
    public static let refusals = ["presidency.term-unknown", "presidency.theme-already"]

    public var act: Act { .presidency(.themeSet(self)) }
    public var topics: [String] { ["term/\(term)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Tema de \(term): \(theme.es)", en: "Theme of \(term): \(theme.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.require(
            state.presidency.terms[term] != nil,
            .unknown("term", String(term), code: "presidency.term-unknown"))
        let same = state.presidency.themes[term]
        try admission.require(
            same == nil,
            .duplicate(
                "presidency.theme-already", field: "term", String(term),
                entries: same.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.presidency.themes[term] = .init(title: theme, on: fact.on, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PresidencyHandedOver: ActBody {
    public static let kind = "presidency.handedOver"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Traspaso de la presidencia", en: "Handover of the presidency")
    public static let example = PresidencyHandedOver(from: "SLV", to: "PAN", meeting: "VM-2017")
    public static let refusals = ["presidency.party-unknown", "presidency.meeting-unknown"]

    public var act: Act { .presidency(.handedOver(self)) }
    public var topics: [String] { ["party/\(from)", "party/\(to)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let a = state.name(from)
        let b = state.name(to)
        return Localized(
            es: "\(a.es) entrega la presidencia a \(b.es)", en: "\(a.en) hands the presidency over to \(b.en)"
        )
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        for party in [from, to] { try admission.requireParty(party, code: "presidency.party-unknown") }
        if let meeting {
            try admission.require(
                admission.state.meetings.meetings[meeting] != nil,
                .unknown("meeting", meeting.text, code: "presidency.meeting-unknown"))
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.presidency.handovers.append(.init(act: self, on: fact.on, entry: fact.sequence))
        state.presidency.handovers.sort { $0.on < $1.on }
    }
}
