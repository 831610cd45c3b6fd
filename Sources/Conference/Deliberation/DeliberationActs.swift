import Charter

/// Acts of the chapter Deliberation: decisions.
public enum DeliberationAct: Sendable, Hashable {
    /// A decision as recorded (rule D6).
    case decisionRecorded(DecisionRecorded)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .decisionRecorded(let body): body
        }
    }
}

/// A decision as recorded (rule D6).
public struct DecisionRecorded: Sendable, Hashable, Codable {
    /// Its citation.
    public let decision: DecisionID
    /// Who decided.
    public let organ: OrganID
    /// At which meeting.
    public let meeting: MeetingID?
    /// Its number in the declaration.
    public let number: Int?
    /// The lettered item.
    public let item: String?
    /// What was decided, in a line.
    public let title: Localized
    /// Open or closed.
    public let session: Session
    /// Clauses of procedure that it departs from (rules.md, Departure).
    public let departs: [ClauseID]?

    /// The act's content.
    public init(
        decision: DecisionID, organ: OrganID, meeting: MeetingID? = nil, number: Int? = nil,
        item: String? = nil, title: Localized, session: Session, departs: [ClauseID]? = nil
    ) {
        self.decision = decision
        self.organ = organ
        self.meeting = meeting
        self.number = number
        self.item = item
        self.title = title
        self.session = session
        self.departs = departs
    }
}
