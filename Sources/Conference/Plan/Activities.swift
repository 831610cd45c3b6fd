// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

extension PlanState {
    /// An activity as planned, with what was registered about it.
    public struct Activity: Sendable, Hashable {
        /// A concept note.
        public struct Note: Sendable, Hashable {
            /// What the act says.
            public let act: ConceptNoteFiled
            /// When it was filed.
            public let on: PartialDay
            /// The act.
            public let entry: Int
        }

        /// What the act that planned it says.
        public let act: ActivityPlanned
        /// When it was planned.
        public let on: PartialDay
        /// The act.
        public let entry: Int
        /// The meeting by which it is carried out, if convened.
        public internal(set) var meeting: MeetingID?
        /// The act that named the meeting afterwards.
        public internal(set) var convened: Int?
        /// Its concept note, if filed.
        public internal(set) var note: Note?

        /// Its code.
        public var id: ActivityID { act.activity }
        /// Every act about it.
        public var allEntries: [Int] { [entry] + [convened, note?.entry].compactMap { $0 } }
    }
}

/// An activity as it stands on a day.
public struct ActivityStatus: Sendable, Hashable {
    /// How far it is.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        case planned, underway, held, cancelled
    }
    /// Whether its concept note is on record (rule S2).
    public enum Note: String, Sendable, Hashable, CaseIterable {
        case filed, missing
        /// Held before the register was opened, and none on record.
        case notRecorded = "not-recorded"
    }

    /// The activity.
    public let activity: PlanState.Activity
    /// The meeting by which it is carried out, if convened.
    public let meeting: MeetingRecord?
    /// Its days: the meeting's if convened, else as planned.
    public let from: PartialDay
    /// Its last day, as late as what is known allows.
    public let lastDay: Day
    /// How far it is.
    public let phase: Phase
    /// Whether its concept note is on record.
    public let note: Note
    /// The duty to file it, where rule S2 asks for it.
    public let duty: Duty?
}

extension ConferenceState {
    /// The days of an activity: those of the meeting by which it is carried out, else as planned.
    func days(of activity: PlanState.Activity) -> (from: PartialDay, last: Day, meeting: MeetingRecord?) {
        if let meeting = activity.meeting.flatMap({ meetings.meetings[$0] }) {
            return (meeting.act.from, meeting.lastDay, meeting)
        }
        return (activity.act.from, (activity.act.to ?? activity.act.from).last, nil)
    }

    /// The activities planned by a day, by their first day, each with its concept note: filed, missing, or not
    /// recorded of one held before the register was opened.
    public func activities(on day: Day) -> [Answer<ActivityStatus>] {
        plan.activityOrder.compactMap { plan.activities[$0] }.filter { $0.on.first <= day }
            .map { status(of: $0, on: day) }
            .sorted { ($0.value.from, $0.value.activity.id) < ($1.value.from, $1.value.activity.id) }
    }

    /// One activity as it stands on a day; `nil` for one that isn't planned by then.
    public func activity(_ id: ActivityID, on day: Day) -> Answer<ActivityStatus>? {
        guard let activity = plan.activities[id], activity.on.first <= day else { return nil }
        return status(of: activity, on: day)
    }

    /// The activity that a meeting carries out, if one is recorded.
    public func activity(carriedOutBy meeting: MeetingID) -> PlanState.Activity? {
        plan.activityOrder.compactMap { plan.activities[$0] }.first { $0.meeting == meeting }
    }

    private func status(of activity: PlanState.Activity, on day: Day) -> Answer<ActivityStatus> {
        let days = days(of: activity)
        let duty = conceptNote(of: activity, on: day)
        let filed = activity.note.map { $0.on.first <= day } ?? false
        let note: ActivityStatus.Note
        if filed {
            note = .filed
        } else {
            note = days.last < (registry.opened?.day ?? .distantPast) ? .notRecorded : .missing
        }
        let phase: ActivityStatus.Phase
        if days.meeting?.cancelled != nil {
            phase = .cancelled
        } else if day < days.from.first {
            phase = .planned
        } else {
            phase = day <= days.last ? .underway : .held
        }
        let status = ActivityStatus(
            activity: activity, meeting: days.meeting, from: days.from, lastDay: days.last, phase: phase,
            note: note, duty: duty?.value)
        let own = Basis(clause: nil, entries: activity.allEntries + (days.meeting?.allEntries ?? []))
        return Answer(
            status,
            basis: [own] + (duty?.basis ?? [])
                + [correctionBasis(["activity/\(activity.id)"])].compactMap { $0 })
    }

    /// Activities whose code or title is nearest to what was typed.
    public func activities(near typed: String, limit: Int = 3) -> [ActivityID] {
        Nearest.find(
            typed,
            among: plan.activityOrder.compactMap { plan.activities[$0] }.map {
                ($0.id, [$0.id.text, $0.act.title.es, $0.act.title.en])
            }, limit: limit)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ActivityPlanned: ActBody {
    public static let kind = "plan.activityPlanned"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Actividad planeada", en: "Activity planned")
    public static let example = ActivityPlanned(
        activity: "taller-2027-1",
        title: Localized(
            es: "Taller sobre contratación ética", en: "Workshop on ethical recruitment", original: .es),
        plan: "PE-2027-2029", lines: ["tema/2.1"], from: PartialDay("2027-03") ?? PartialDay(.distantPast),
        place: Localized(es: "Ciudad de Guatemala", en: "Guatemala City"), host: "GTM", organ: "GT-LABORAL")
    public static let refusals = [
        "plan.activity-known", "plan.lines-empty", "plan.plan-unknown", "plan.line-unknown",
        "plan.ends-before", "plan.host-unknown", "plan.organ-unknown", "plan.meeting-unknown",
        "plan.meeting-unfit", "bodies.term-over",
    ]

    public var act: Act { .plan(.activityPlanned(self)) }
    public var topics: [String] {
        ["activity/\(activity)", "plan/\(plan)"] + lines.map { "line/\(plan)/\($0)" }
            + (meeting.map { ["meeting/\($0)"] } ?? [])
    }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(title.es), \(from)", en: "\(title.en), \(from)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.plan.activities[activity]
        try admission.require(
            known == nil,
            .duplicate(
                "plan.activity-known", field: "activity", activity.text,
                entries: known.map { [$0.entry] } ?? []))
        try admission.require(!lines.isEmpty, .empty("plan.lines-empty", field: "lines"))
        for line in lines {
            try admission.requireLine(PlanPlace(plan: plan, line: line), code: "plan", field: nil)
        }
        if let to {
            try admission.require(from.first <= to.last, .endsBefore("plan.ends-before", field: "to"))
        }
        if let host { try admission.requireParty(host, code: "plan.host-unknown", field: "host") }
        if let organ { try admission.requireOrgan(organ, code: "plan.organ-unknown") }
        if let meeting { try admission.requireActivityMeeting(meeting) }
        if let organ { try admission.requireTermRuns(organ, on: from.first) }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.activities[activity] = .init(
            act: self, on: fact.on, entry: fact.sequence, meeting: meeting)
        state.plan.activityOrder.append(activity)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ActivityConvened: ActBody {
    public static let kind = "plan.activityConvened"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Actividad convocada", en: "Activity convened")
    public static let example = ActivityConvened(activity: "taller-2027-1", meeting: "TALLER-2027-1")
    public static let refusals = [
        "plan.activity-unknown", "plan.meeting-unknown", "plan.meeting-unfit", "plan.convened-already",
    ]

    public var act: Act { .plan(.activityConvened(self)) }
    public var topics: [String] { ["activity/\(activity)", "meeting/\(meeting)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let title = state.plan.activities[activity]?.act.title ?? Localized(same: activity.text)
        return Localized(es: "\(title.es): \(meeting)", en: "\(title.en): \(meeting)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let record = try admission.requireActivity(activity)
        try admission.requireActivityMeeting(meeting)
        try admission.require(
            record.meeting == nil,
            .duplicate(
                "plan.convened-already", field: "activity", activity.text,
                entries: [record.entry] + [record.convened].compactMap { $0 }))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.activities[activity]?.meeting = meeting
        state.plan.activities[activity]?.convened = fact.sequence
    }
}

extension Admission {
    /// Contradiction: the activity is on record.
    func requireActivity(_ activity: ActivityID) throws(Refusal) -> PlanState.Activity {
        guard let record = state.plan.activities[activity] else {
            throw .unknown(
                "activity", activity.text, code: "plan.activity-unknown",
                near: state.plan.activityOrder.map(\.text))
        }
        return record
    }

    /// Contradiction: the meeting is on record, and one of the kind activity.
    fileprivate func requireActivityMeeting(_ meeting: MeetingID) throws(Refusal) {
        guard let record = state.meetings.meetings[meeting] else {
            throw .unknown(
                "meeting", meeting.text, code: "plan.meeting-unknown",
                near: state.meetings.meetings.keys.map(\.text))
        }
        try require(
            record.act.kind == .activity,
            Refusal(
                "plan.meeting-unfit", field: "meeting",
                message: Localized(
                    es: "“\(meeting)” no se convocó como actividad.",
                    en: "“\(meeting)” wasn't convened as an activity."),
                remedy: Localized(
                    es: "Nombre una reunión de clase “activity”.",
                    en: "Name a meeting of the kind “activity”."),
                entries: [record.entry]))
    }
}
