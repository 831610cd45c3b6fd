import Charter
import HashTreeCollections

/// Meetings and activities.
public struct MeetingsState: Sendable {
    /// Meetings by code.
    public internal(set) var meetings = TreeDictionary<MeetingID, MeetingRecord>()
}

/// A meeting with what was registered about it.
public struct MeetingRecord: Sendable, Hashable {
    /// Attendance as recorded.
    public struct Attendance: Sendable, Hashable {
        /// Those present.
        public let present: [PartyID]
        /// How many delegations, where only their number is recorded.
        public let delegations: Int?
        /// The act.
        public let entry: Int

        /// True if whoever isn't named wasn't there: not so where only a number of delegations is known.
        public var namesEveryone: Bool { delegations.map { $0 <= present.count } ?? true }
    }
    /// An agenda.
    public struct Agenda: Sendable, Hashable {
        /// What the act says.
        public let act: MeetingAgenda
        /// The act.
        public let entry: Int
    }

    /// What the act that convened or recorded it says.
    public let act: MeetingConvened
    /// When it was convened.
    public let on: PartialDay
    /// The act.
    public let entry: Int
    /// Its subjects, with the acts.
    public internal(set) var subjects: [Localized] = []
    /// The acts that gave subjects.
    public internal(set) var subjectEntries: [Int] = []
    /// The agenda last set.
    public internal(set) var agenda: Agenda?
    /// Who was present; `nil` if not recorded.
    public internal(set) var attendance: Attendance?
    /// The act that cancelled it.
    public internal(set) var cancelled: Int?

    /// Its code.
    public var id: MeetingID { act.meeting }
    /// The last day, as late as what is known allows.
    public var lastDay: Day { (act.to ?? act.from).last }
    /// True for meetings; false for activities and events.
    public var isMeeting: Bool { act.kind == .ordinary || act.kind == .extraordinary }
    /// Every act about it.
    public var allEntries: [Int] {
        [entry] + subjectEntries + [agenda?.entry, attendance?.entry, cancelled].compactMap { $0 }
    }
}

extension ConferenceState {
    /// Meetings that weren't cancelled, earliest first.
    public var heldMeetings: [MeetingRecord] {
        meetings.meetings.values.filter { $0.cancelled == nil }.sorted {
            ($0.act.from, $0.id) < ($1.act.from, $1.id)
        }
    }

    /// True for the yearly meeting of the vice-ministers.
    public func isOrdinaryViceMinisterial(_ meeting: MeetingRecord) -> Bool {
        meeting.act.kind == .ordinary && bodies.organs[meeting.act.organ]?.role == .viceMinisterial
    }
}
