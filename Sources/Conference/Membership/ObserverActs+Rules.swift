// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension LapseNoticed: ActBody {
    public static let kind = "membership.lapseNoticed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Aviso de pérdida de la condición", en: "Notice of a lapse")
    public static let example = LapseNoticed(party: "COL")
    public static let refusals = ["membership.observer-unknown"]

    public var act: Act { .membership(.lapseNoticed(self)) }
    /// Tact: an observer's notice is for members, secretariat and that observer.
    public var access: AccessClass { .members }
    /// Its own notice is open to that observer.
    public var ownReader: PartyID? { party }
    public var topics: [String] { ["party/\(party)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Se avisa a \(state.name(party).es)", en: "\(state.name(party).en) is told")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireObserver(party)
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.notices.append(.init(on: fact.on, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension LapseAnnounced: ActBody {
    public static let kind = "membership.lapseAnnounced"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Pérdida de la condición anunciada", en: "Lapse announced")
    public static let example = LapseAnnounced(party: "COL")
    public static let refusals = ["membership.observer-unknown", "membership.not-lapsed"]

    public var act: Act { .membership(.lapseAnnounced(self)) }
    public var topics: [String] { ["party/\(party)", "status/observer"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party) + Localized(es: " ya no es observador", en: " is no longer an observer")
    }

    /// A lapse is announced only where rule P4 says that it has come.
    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireObserver(party)
        let standing = admission.state.observerStanding(party, on: admission.day)
        try admission.procedure(
            standing.value.status == .lapsed,
            Refusal(
                "membership.not-lapsed", clause: admission.rule(.P4)?.clauses.first, rule: .P4,
                field: "party",
                message: Localized(
                    es:
                        "No consta que \(admission.state.name(party).es) haya perdido la condición de observador.",
                    en: "It isn't on record that \(admission.state.name(party).en) has lost observer status."),
                remedy: Localized(
                    es: "Vea en su página desde qué día contaría.",
                    en: "See on its page from which day it would count."),
                entries: standing.entries, departable: true))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.lapsesAnnounced.append(.init(on: fact.on, entry: fact.sequence))
        state.membership.parties[party]?.end(fact, [.observer])
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ObserverReinstated: ActBody {
    public static let kind = "membership.reinstated"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Observador readmitido", en: "Observer reinstated")
    public static let example = ObserverReinstated(
        party: "COL", interest: "nota-COL-2029", decision: "CRM/VM/2029/D.5")
    public static let refusals = [
        "membership.party-unknown", "membership.never-observer", "membership.interest-unknown",
        "membership.decision-unknown", "membership.not-lapsed", "membership.interest-missing",
        "membership.decision-missing",
    ]

    public var act: Act { .membership(.reinstated(self)) }
    public var topics: [String] { ["party/\(party)", "status/observer"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party) + Localized(es: " vuelve a ser observador", en: " is an observer again")
    }

    /// Rule P7: it says that it wants to, and the vice-ministers agree.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.requireParty(party, code: "membership.party-unknown")
        let spans = state.membership.parties[party]?.spans.filter {
            $0.status == .observer && $0.from.first <= admission.day
        }
        try admission.require(
            !(spans ?? []).isEmpty,
            .unknown("observer", party.text, code: "membership.never-observer", field: "party"))
        if let interest {
            try admission.require(
                state.library.documents[interest] != nil,
                .unknown("document", interest.text, code: "membership.interest-unknown", field: "interest"))
        }
        try admission.requireKnown(decisions: decision, code: "membership")
        let standing = state.observerStanding(party, on: admission.day)
        try admission.require(
            standing.value.status == .lapsed || admission.isHistory,
            Refusal(
                "membership.not-lapsed", clause: admission.rule(.P4)?.clauses.first, rule: .P7,
                field: "party",
                message: Localized(
                    es: "No consta que \(state.name(party).es) haya perdido la condición de observador.",
                    en: "It isn't on record that \(state.name(party).en) has lost observer status."),
                remedy: Localized(es: "No hace falta readmitirlo.", en: "It needs no reinstatement."),
                entries: standing.entries))
        let rule = admission.rule(.P7)
        if let rule {
            try admission.procedure(
                interest != nil,
                Refusal(
                    "membership.interest-missing", clause: rule.clauses.first, rule: .P7, field: "interest",
                    message: Localized(
                        es: "Falta el documento en que manifiesta que quiere volver a participar.",
                        en: "The paper in which it says that it wants to return is missing."),
                    remedy: Localized(
                        es: "Regístrelo en la biblioteca y cítelo en “interest”.",
                        en: "Record it in the library and cite it in “interest”."), departable: true))
        }
        try admission.requireDecision(decision, rule: rule, code: "membership")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.reinstatements.append(.init(on: fact.on, entry: fact.sequence))
        // If the lapse was announced the status had ended; otherwise it runs on.
        if state.membership.parties[party]?.spans.contains(where: { $0.status == .observer && $0.end == nil })
            != true
        {
            state.membership.parties[party]?.begin(.observer, fact, .recorded)
        }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PartyLeft: ActBody {
    public static let kind = "membership.left"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Parte que se retira", en: "Party left")
    public static let example = PartyLeft(party: "JAM")
    public static let refusals = ["membership.party-unknown", "membership.takes-no-part"]

    public var act: Act { .membership(.left(self)) }
    public var topics: [String] { ["party/\(party)", "status/member", "status/observer", "status/network"] }

    public func line(_ state: ConferenceState) -> Localized {
        state.name(party) + Localized(es: " deja de participar", en: " no longer takes part")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireParty(party, code: "membership.party-unknown")
        let open = admission.state.membership.parties[party]?.spans.contains {
            $0.end == nil && $0.from.first <= admission.proposal.on.first
        }
        try admission.require(
            open == true,
            Refusal(
                "membership.takes-no-part", field: "party",
                message: Localized(
                    es: "Ese día \(party) no participaba.", en: "\(party) took no part on that day."),
                remedy: Localized(es: "Corrija el día o el código.", en: "Correct the day or the code.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.membership.parties[party]?.end(fact, [.member, .observer, .network])
    }
}

extension Admission {
    func requireObserver(_ party: PartyID) throws(Refusal) {
        try require(
            state.isObserver(party, on: day),
            .unknown("observer", party.text, code: "membership.observer-unknown", field: "party"))
    }
}
