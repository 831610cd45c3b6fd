import Charter

/// Acts of the chapter Meetings: meetings and activities.
public enum MeetingsAct: Sendable, Hashable {
    /// A meeting is convened, or recorded as held.
    case convened(MeetingConvened)
    /// What a meeting dealt with.
    case subjects(MeetingSubjects)
    /// A meeting's agenda with times.
    case agenda(MeetingAgenda)
    /// Who was present at a meeting.
    case attendance(AttendanceRecorded)
    /// A meeting doesn't take place.
    case cancelled(MeetingCancelled)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .convened(let body): body
        case .subjects(let body): body
        case .agenda(let body): body
        case .attendance(let body): body
        case .cancelled(let body): body
        }
    }
}

/// A meeting is convened, or recorded as held.
public struct MeetingConvened: Sendable, Hashable, Codable {
    /// Its code.
    public let meeting: MeetingID
    /// Whose meeting.
    public let organ: OrganID
    /// Ordinary, extraordinary, activity or event.
    public let kind: MeetingKind
    /// Its title, if it has one.
    public let title: Localized?
    /// Its number, such as `XXI`.
    public let number: String?
    /// First day, as far as known.
    public let from: PartialDay
    /// Last day, if it is another.
    public let to: PartialDay?
    /// Where.
    public let place: Localized?
    /// In which state.
    public let host: PartyID?
    /// In person, virtual or both; none if not recorded.
    public let mode: MeetingMode?
    /// The decision that an extraordinary or ministers' meeting rests on (rules O1, O8).
    public let decision: DecisionID?
    /// Who chairs, where it isn't the presidency.
    public let chair: PartyID?
    /// Other organs or conferences that meet in it.
    public let parts: [String]?

    /// The act's content.
    public init(
        meeting: MeetingID, organ: OrganID, kind: MeetingKind, title: Localized? = nil, number: String? = nil,
        from: PartialDay, to: PartialDay? = nil, place: Localized? = nil, host: PartyID? = nil,
        mode: MeetingMode? = nil, decision: DecisionID? = nil, chair: PartyID? = nil, parts: [String]? = nil
    ) {
        self.meeting = meeting
        self.organ = organ
        self.kind = kind
        self.title = title
        self.number = number
        self.from = from
        self.to = to
        self.place = place
        self.host = host
        self.mode = mode
        self.decision = decision
        self.chair = chair
        self.parts = parts
    }
}

/// What a meeting dealt with.
public struct MeetingSubjects: Sendable, Hashable, Codable {
    /// Which meeting.
    public let meeting: MeetingID
    /// One line a subject.
    public let subjects: [Localized]

    /// The act's content.
    public init(meeting: MeetingID, subjects: [Localized]) {
        self.meeting = meeting
        self.subjects = subjects
    }
}

/// A meeting's agenda with times.
public struct MeetingAgenda: Sendable, Hashable, Codable {
    /// Which meeting.
    public let meeting: MeetingID
    /// The agenda's time zone, IANA name.
    public let zone: String
    /// In order.
    public let items: [AgendaItem]

    /// The act's content.
    public init(meeting: MeetingID, zone: String, items: [AgendaItem]) {
        self.meeting = meeting
        self.zone = zone
        self.items = items
    }
}

/// Who was present at a meeting.
public struct AttendanceRecorded: Sendable, Hashable, Codable {
    /// Which meeting.
    public let meeting: MeetingID
    /// Those present.
    public let present: [PartyID]
    /// How many delegations, where only their number is recorded.
    public let delegations: Int?

    /// The act's content.
    public init(meeting: MeetingID, present: [PartyID], delegations: Int? = nil) {
        self.meeting = meeting
        self.present = present
        self.delegations = delegations
    }
}

/// A meeting doesn't take place.
public struct MeetingCancelled: Sendable, Hashable, Codable {
    /// Which meeting.
    public let meeting: MeetingID
    /// Why, if recorded.
    public let reason: Localized?

    /// The act's content.
    public init(meeting: MeetingID, reason: Localized? = nil) {
        self.meeting = meeting
        self.reason = reason
    }
}
