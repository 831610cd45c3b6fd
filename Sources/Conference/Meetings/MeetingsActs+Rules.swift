// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MeetingConvened: ActBody {
    public static let kind = "meetings.convened"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Reunión", en: "Meeting")
    public static let example = MeetingConvened(
        meeting: "VM-2027", organ: "VM", kind: .ordinary, number: "XXXII",
        from: PartialDay("2027-11-24") ?? PartialDay(.distantPast), to: PartialDay("2027-11-25"),
        place: Localized(es: "Ciudad de Guatemala", en: "Guatemala City"), host: "GTM", mode: .inPerson)
    public static let refusals = [
        "meetings.organ-unknown", "meetings.meeting-known", "meetings.ends-before", "meetings.chair-unknown",
        "meetings.decision-unknown", "bodies.term-over", "meetings.one-ordinary",
        "meetings.extraordinary-undecided",
        "meetings.ministers-undecided",
    ]

    public var act: Act { .meetings(.convened(self)) }
    public var topics: [String] { ["meeting/\(meeting)", "organ/\(organ)", "meetings"] }

    public func line(_ state: ConferenceState) -> Localized {
        let name = title ?? state.organName(organ)
        return Localized(es: "\(meeting): \(name.es), \(from)", en: "\(meeting): \(name.en), \(from)")
    }

    /// Rules O1 (one ordinary a year; an extraordinary one cites its decision), O3 (term), O8 (ministers).
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        try admission.requireOrgan(organ, code: "meetings.organ-unknown")
        let known = state.meetings.meetings[meeting]
        try admission.require(
            known == nil,
            .duplicate(
                "meetings.meeting-known", field: "meeting", meeting.text,
                entries: known.map { [$0.entry] } ?? []))
        if let to {
            try admission.require(from.first <= to.last, .endsBefore("meetings.ends-before", field: "to"))
        }
        if let chair { try admission.requireParty(chair, code: "meetings.chair-unknown", field: "chair") }
        if let decision {
            try admission.require(
                state.decision(decision) != nil,
                .unknown("decision", decision.text, code: "meetings.decision-unknown"))
        }
        try admission.requireTermRuns(organ, on: from.first)
        let role = state.bodies.organs[organ]?.role
        if role == .viceMinisterial, let rule = admission.rule(.O1) {
            try admitViceMinisterial(admission, rule)
        }
        if role == .ministerial, let rule = admission.rule(.O8) {
            try admission.procedure(
                decision.flatMap { state.decision($0) }.map { state.isViceMinisterial($0) } ?? false,
                Refusal(
                    "meetings.ministers-undecided", clause: rule.clauses.first, rule: .O8, field: "decision",
                    message: Localized(
                        es:
                            "Una reunión de ministras y ministros la promueven las viceministras y los viceministros.",
                        en: "A meeting of ministers is promoted by the vice-ministers."),
                    remedy: Localized(
                        es: "Cite su decisión en “decision”.", en: "Cite their decision in “decision”."),
                    departable: true))
        }
    }

    private func admitViceMinisterial(_ admission: Admission, _ rule: Rule) throws(Refusal) {
        let state = admission.state
        if kind == .ordinary {
            let others = state.meetings.meetings.values.filter {
                $0.cancelled == nil && state.isOrdinaryViceMinisterial($0)
                    && $0.act.from.first.year == from.first.year
            }
            try admission.procedure(
                others.count < rule.count("ordinaryPerYear"),
                Refusal(
                    "meetings.one-ordinary", clause: rule.clauses.first, rule: .O1, field: "kind",
                    message: Localized(
                        es: "En \(from.first.year) ya consta la reunión viceministerial ordinaria.",
                        en:
                            "The ordinary vice-ministerial meeting of \(from.first.year) is on record already."
                    ),
                    remedy: Localized(
                        es: "Convóquela como extraordinaria, con su decisión.",
                        en: "Convene it as an extraordinary one, with its decision."),
                    entries: others.map(\.entry), departable: true))
        } else if kind == .extraordinary {
            try admission.procedure(
                decision != nil,
                Refusal(
                    "meetings.extraordinary-undecided", clause: rule.clauses.last, rule: .O1,
                    field: "decision",
                    message: Localized(
                        es: "Una reunión extraordinaria necesita la decisión de los países miembros.",
                        en: "An extraordinary meeting needs the members' decision."),
                    remedy: Localized(es: "Cítela en “decision”.", en: "Cite it in “decision”."),
                    departable: true))
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.meetings.meetings[meeting] = MeetingRecord(act: self, on: fact.on, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MeetingSubjects: ActBody {
    public static let kind = "meetings.subjects"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Temas de una reunión", en: "Subjects of a meeting")
    public static let example = MeetingSubjects(
        meeting: "VM-2027", subjects: [Localized(es: "Migración laboral", en: "Labor migration")])
    public static let refusals = ["meetings.meeting-unknown", "meetings.subjects-empty"]

    public var act: Act { .meetings(.subjects(self)) }
    public var topics: [String] { ["meeting/\(meeting)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(
            es: "Temas de \(meeting): \(subjects.map(\.es).joined(separator: "; "))",
            en: "Subjects of \(meeting): \(subjects.map(\.en).joined(separator: "; "))")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMeeting(meeting)
        try admission.require(!self.subjects.isEmpty, .empty("meetings.subjects-empty", field: "subjects"))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.meetings.meetings[meeting]?.subjects.append(contentsOf: self.subjects)
        state.meetings.meetings[meeting]?.subjectEntries.append(fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MeetingAgenda: ActBody {
    public static let kind = "meetings.agenda"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Agenda de una reunión", en: "Agenda of a meeting")
    public static let example = MeetingAgenda(
        meeting: "VM-2027", zone: "America/Guatemala",
        items: [AgendaItem(start: "09:00", end: "09:15", title: Localized(es: "Apertura", en: "Opening"))])
    public static let refusals = [
        "meetings.meeting-unknown", "meetings.zone-unknown", "meetings.agenda-times",
    ]

    public var act: Act { .meetings(.agenda(self)) }
    public var topics: [String] { ["meeting/\(meeting)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Agenda de \(meeting)", en: "Agenda of \(meeting)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMeeting(meeting)
        try admission.require(
            Zone(zone) != nil,
            Refusal(
                "meetings.zone-unknown", field: "zone",
                message: Localized(
                    es: "“\(zone.prefix(60))” no es una zona horaria.",
                    en: "“\(zone.prefix(60))” isn't a time zone."),
                remedy: Localized(
                    es: "Use una como America/Guatemala.", en: "Use one such as America/Guatemala.")))
        for (index, item) in items.enumerated() {
            let start = MeetingAgenda.minutes(item.start)
            let end = MeetingAgenda.minutes(item.end)
            try admission.require(
                start != nil && end != nil && (start ?? 0) <= (end ?? 0),
                Refusal(
                    "meetings.agenda-times", field: "items[\(index)]",
                    message: Localized(
                        es: "La hora no es HH:MM o el final es anterior al comienzo.",
                        en: "The time isn't HH:MM or the end lies before the beginning."),
                    remedy: Localized(es: "Corrija las horas.", en: "Correct the times.")))
        }
        try admission.require(!items.isEmpty, .empty("meetings.agenda-times", field: "items"))
    }

    /// Minutes since midnight of `HH:MM`.
    public static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.allSatisfy({ (0x30...0x3A).contains($0) }), parts[0].count == 2,
            parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
            hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.meetings.meetings[meeting]?.agenda = .init(act: self, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension AttendanceRecorded: ActBody {
    public static let kind = "meetings.attendance"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Asistencia", en: "Attendance")
    public static let example = AttendanceRecorded(meeting: "VM-2027", present: ["BLZ", "CAN", "CRI"])
    public static let refusals = [
        "meetings.meeting-unknown", "meetings.party-unknown", "meetings.attendance-already",
        "meetings.before-meeting",
    ]

    public var act: Act { .meetings(.attendance(self)) }
    public var topics: [String] {
        ["meeting/\(meeting)", "attendance"] + present.map { "attendance/\($0)" }
    }

    public func line(_ state: ConferenceState) -> Localized {
        if present.isEmpty, let delegations {
            return Localized(
                es: "Presentes en \(meeting): \(delegations) delegaciones",
                en: "Present at \(meeting): \(delegations) delegations")
        }
        let codes = present.map(\.text).joined(separator: ", ")
        return Localized(es: "Presentes en \(meeting): \(codes)", en: "Present at \(meeting): \(codes)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMeeting(meeting)
        for party in present {
            try admission.requireParty(party, code: "meetings.party-unknown", field: "present")
        }
        let record = admission.state.meetings.meetings[meeting]
        try admission.require(
            record?.attendance == nil,
            .duplicate(
                "meetings.attendance-already", field: "meeting", meeting.text,
                entries: record?.attendance.map { [$0.entry] } ?? []))
        try admission.require(
            (record?.act.from.first ?? .distantFuture) <= admission.proposal.on.last,
            Refusal(
                "meetings.before-meeting", field: "on",
                message: Localized(
                    es: "La asistencia lleva fecha anterior a la reunión.",
                    en: "The attendance is dated before the meeting."),
                remedy: Localized(
                    es: "Regístrela cuando haya empezado.", en: "Register it once it has begun.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.meetings.meetings[meeting]?.attendance = .init(
            present: present, delegations: delegations, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MeetingCancelled: ActBody {
    public static let kind = "meetings.cancelled"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Reunión cancelada", en: "Meeting cancelled")
    public static let example = MeetingCancelled(meeting: "GRCM-2027-1")
    public static let refusals = ["meetings.meeting-unknown", "meetings.held-already"]

    public var act: Act { .meetings(.cancelled(self)) }
    public var topics: [String] { ["meeting/\(meeting)", "meetings"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "No se celebra \(meeting)", en: "\(meeting) doesn't take place")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireMeeting(meeting)
        let record = admission.state.meetings.meetings[meeting]
        try admission.require(
            record?.attendance == nil && record?.cancelled == nil,
            Refusal(
                "meetings.held-already", field: "meeting",
                message: Localized(
                    es: "\(meeting) ya se celebró o ya se canceló.",
                    en: "\(meeting) was held or cancelled already."),
                remedy: Localized(es: "Corrija el acto que sobra.", en: "Correct the act that is wrong."),
                entries: record?.allEntries ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.meetings.meetings[meeting]?.cancelled = fact.sequence
    }
}

extension Admission {
    func requireMeeting(_ meeting: MeetingID) throws(Refusal) {
        try require(
            state.meetings.meetings[meeting] != nil,
            .unknown("meeting", meeting.text, code: "meetings.meeting-unknown"))
    }
}
