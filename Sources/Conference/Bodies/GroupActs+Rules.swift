// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganJoined: ActBody {
    public static let kind = "bodies.joined"
    public static let registrants = Registrants.member
    public static let title = Localized(
        es: "Miembro en un grupo de trabajo", en: "Member joins a working group")
    public static let example = OrganJoined(organ: "GT-LABORAL", party: "CRI")
    public static let refusals = [
        "bodies.organ-unknown", "bodies.member-unknown", "bodies.not-joined", "bodies.joined-already",
        "bodies.term-over",
    ]

    public var act: Act { .bodies(.joined(self)) }
    public var topics: [String] { ["organ/\(organ)", "party/\(party)"] }
    public var registeredFor: PartyID? { party }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.organName(organ)
        return state.name(party) + Localized(es: " se une: \(name.es)", en: " joins: \(name.en)")
    }

    /// Rule O3: open to any member, voluntary.
    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireOrgan(organ)
        try admission.requireMember(party, code: "bodies.member-unknown")
        let record = admission.state.bodies.organs[organ]
        try admission.require(
            record?.role == .workingGroup || record?.role == .adHocGroup,
            Refusal(
                "bodies.not-joined", field: "organ",
                message: Localized(
                    es: "\(organ) no es un grupo al que uno se une.",
                    en: "\(organ) isn't a group that members join."),
                remedy: Localized(es: "Nombre un grupo de trabajo.", en: "Name a working group.")))
        let present = record?.participations.first { $0.party == party && $0.end == nil }
        try admission.require(
            present == nil,
            .duplicate("bodies.joined-already", field: "party", party.text, entries: present?.entries ?? []))
        try admission.requireTermRuns(organ)
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.organs[organ]?.participations.append(
            .init(party: party, from: fact.on, end: nil, entries: [fact.sequence]))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension OrganLeft: ActBody {
    public static let kind = "bodies.leftGroup"
    public static let registrants = Registrants.member
    public static let title = Localized(es: "Miembro que deja un grupo", en: "Member leaves a group")
    public static let example = OrganLeft(organ: "GT-LABORAL", party: "CRI")
    public static let refusals = ["bodies.organ-unknown", "bodies.takes-no-part"]

    public var act: Act { .bodies(.leftGroup(self)) }
    public var topics: [String] { ["organ/\(organ)", "party/\(party)"] }
    public var registeredFor: PartyID? { party }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.organName(organ)
        return state.name(party) + Localized(es: " deja: \(name.es)", en: " leaves: \(name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireOrgan(organ)
        let present = admission.state.bodies.organs[organ]?.participations.contains {
            $0.party == party && $0.end == nil && $0.from <= admission.proposal.on
        }
        try admission.require(
            present == true,
            Refusal(
                "bodies.takes-no-part", field: "party",
                message: Localized(
                    es: "Ese día \(party) no formaba parte de \(organ).",
                    en: "\(party) wasn't part of \(organ) on that day."),
                remedy: Localized(es: "Corrija el código o el día.", en: "Correct the code or the day.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        guard
            let index = state.bodies.organs[organ]?.participations.firstIndex(where: {
                $0.party == party && $0.end == nil
            })
        else { return }
        state.bodies.organs[organ]?.participations[index].end = fact.on
        state.bodies.organs[organ]?.participations[index].entries.append(fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SecretaryAppointed: ActBody {
    public static let kind = "bodies.secretaryAppointed"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(
        es: "Nombramiento de la secretaría", en: "Executive secretary appointed")
    public static let example = SecretaryAppointed(
        holder: "se-3f9c", nationality: "CRI", from: Day(2027, 1, 1) ?? .distantPast,
        until: Day(2028, 12, 31) ?? .distantPast, decision: "CRM/VM/2026/D.7", selection: "seleccion-2026")
    public static let refusals = [
        "bodies.holder-id", "bodies.ends-before", "bodies.appointment-overlaps", "bodies.decision-unknown",
        "bodies.nationality", "bodies.period-too-long", "bodies.renewals-used", "bodies.selection-missing",
        "bodies.decision-missing",
    ]

    public var act: Act { .bodies(.secretaryAppointed(self)) }
    public var topics: [String] { ["secretary"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(
            es: "Nombramiento a cargo de la secretaría, del \(from) al \(until)",
            en: "Appointment at the head of the secretariat, \(from) to \(until)")
    }

    /// Rule O4: national of a member, two years, renewable twice, six in all; by decision, after selection.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.require(
            IdentifierText.isValid(holder), .empty("bodies.holder-id", field: "holder"))
        try admission.require(from <= until, .endsBefore("bodies.ends-before", field: "until"))
        let clash = state.bodies.appointments.first { $0.act.from <= until && from <= $0.act.until }
        try admission.require(
            clash == nil,
            Refusal(
                "bodies.appointment-overlaps", field: "from",
                message: Localized(
                    es: "Ese tiempo ya tiene un nombramiento.", en: "That time has an appointment already."),
                remedy: Localized(es: "Corrija los días.", en: "Correct the days."),
                entries: clash.map { [$0.entry] } ?? []))
        try admission.requireKnown(decisions: decision, code: "bodies")
        guard let rule = admission.rule(.O4) else { return }
        func refusal(
            _ code: String, _ field: String, _ message: Localized, _ remedy: Localized, _ entries: [Int] = []
        ) -> Refusal {
            Refusal(
                code, clause: rule.clauses.first, rule: .O4, field: field, message: message, remedy: remedy,
                interpretation: nil, entries: entries, departable: true)
        }
        try admission.procedure(
            state.isMember(nationality, on: admission.day),
            refusal(
                "bodies.nationality", "nationality",
                Localized(
                    es: "Debe ser nacional de un país miembro.", en: "It must be a national of a member."),
                Localized(es: "Corrija la nacionalidad.", en: "Correct the nationality.")))
        try admission.procedure(
            until < from.adding(years: rule.count("years")),
            refusal(
                "bodies.period-too-long", "until",
                Localized(
                    es: "Un período dura \(rule.count("years")) años como máximo.",
                    en: "A period lasts \(rule.count("years")) years at most."),
                Localized(
                    es:
                        "Termine a más tardar el \(from.adding(years: rule.count("years")).adding(days: -1)).",
                    en: "End by \(from.adding(years: rule.count("years")).adding(days: -1)) at the latest.")))
        let earlier = state.bodies.appointments.filter { $0.act.holder == holder }
        let days = earlier.reduce(from.days(until: until) + 1) {
            $0 + $1.act.from.days(until: $1.act.until) + 1
        }
        let longest = from.days(until: from.adding(years: rule.count("maximumYears")))
        try admission.procedure(
            earlier.count <= rule.count("renewals") && days <= longest + 1,
            refusal(
                "bodies.renewals-used", "holder",
                Localized(
                    es: "Con \(rule.count("renewals")) prórrogas, seis años en total, ya no puede renovarse.",
                    en: "After \(rule.count("renewals")) renewals, six years in all, it can't be renewed."),
                Localized(es: "Convoque una selección.", en: "Call for a selection."), earlier.map(\.entry)))
        try admission.procedure(
            !earlier.isEmpty || selection.map { state.library.documents[$0] != nil } ?? false,
            refusal(
                "bodies.selection-missing", "selection",
                Localized(
                    es: "Falta el documento de la convocatoria y selección.",
                    en: "The paper of the call and selection is missing."),
                Localized(
                    es: "Regístrelo en la biblioteca y cítelo en “selection”.",
                    en: "Record it in the library and cite it in “selection”.")))
        try admission.requireDecision(decision, rule: rule, code: "bodies")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.bodies.appointments.append(.init(act: self, on: fact.on, entry: fact.sequence))
        state.bodies.appointments.sort { $0.act.from < $1.act.from }
    }
}

extension Admission {
    /// Rule O3: a working group stops taking acts when its term ends.
    func requireTermRuns(_ organ: OrganID, on day: Day? = nil) throws(Refusal) {
        guard let record = state.bodies.organs[organ],
            record.role == .workingGroup || record.role == .adHocGroup,
            let rule = rule(.O3)
        else { return }
        let ends = [
            record.termEnd.map { (last: $0.until.last, entry: $0.entry) },
            record.ended.map { (last: $0.last.last, entry: $0.entry) },
        ]
        guard let end = ends.compactMap({ $0 }).min(by: { $0.last < $1.last }) else { return }
        try procedure(
            (day ?? self.day) <= end.last,
            Refusal(
                "bodies.term-over", clause: rule.clauses.first, rule: .O3, field: "organ",
                message: Localized(
                    es: "El plazo de \(state.organName(organ).es) terminó el \(end.last).",
                    en: "The term of \(state.organName(organ).en) ended on \(end.last)."),
                remedy: Localized(
                    es: "Registre antes la ampliación de su plazo.",
                    en: "Register the extension of its term first."),
                entries: [end.entry], departable: true))
    }
}
