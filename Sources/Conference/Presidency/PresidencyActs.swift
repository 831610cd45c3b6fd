import Charter

/// Acts of the chapter Presidency: the presidency pro tempore.
public enum PresidencyAct: Sendable, Hashable {
    /// A member announces its interest in the presidency of a term (rule D4).
    case interestAnnounced(InterestAnnounced)
    /// A member agrees to take the presidency of a term (rule D4).
    case accepted(PresidencyAccepted)
    /// A member is designated for a term (rule D4).
    case designated(PresidencyDesignated)
    /// The central theme of a term.
    case themeSet(ThemeSet)
    /// One presidency hands over to the next; the term isn't moved by it.
    case handedOver(PresidencyHandedOver)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .interestAnnounced(let body): body
        case .accepted(let body): body
        case .designated(let body): body
        case .themeSet(let body): body
        case .handedOver(let body): body
        }
    }
}

/// A member announces its interest in the presidency of a term (rule D4).
public struct InterestAnnounced: Sendable, Hashable, Codable {
    /// Which member.
    public let party: PartyID
    /// The year in which the term begins.
    public let term: Int

    /// The act's content.
    public init(party: PartyID, term: Int) {
        self.party = party
        self.term = term
    }
}

/// A member agrees to take the presidency of a term (rule D4).
public struct PresidencyAccepted: Sendable, Hashable, Codable {
    /// Which member.
    public let party: PartyID
    /// The year in which the term begins.
    public let term: Int

    /// The act's content.
    public init(party: PartyID, term: Int) {
        self.party = party
        self.term = term
    }
}

/// A member is designated for a term (rule D4).
public struct PresidencyDesignated: Sendable, Hashable, Codable {
    /// Which member.
    public let party: PartyID
    /// The year in which the term begins.
    public let term: Int
    /// The vice-ministers' decision.
    public let decision: DecisionID?

    /// The act's content.
    public init(party: PartyID, term: Int, decision: DecisionID? = nil) {
        self.party = party
        self.term = term
        self.decision = decision
    }
}

/// The central theme of a term.
public struct ThemeSet: Sendable, Hashable, Codable {
    /// The year in which the term begins.
    public let term: Int
    /// The theme.
    public let theme: Localized

    /// The act's content.
    public init(term: Int, theme: Localized) {
        self.term = term
        self.theme = theme
    }
}

/// One presidency hands over to the next; the term isn't moved by it.
public struct PresidencyHandedOver: Sendable, Hashable, Codable {
    /// Who hands over.
    public let from: PartyID
    /// Who takes over.
    public let to: PartyID
    /// At which meeting.
    public let meeting: MeetingID?

    /// The act's content.
    public init(from: PartyID, to: PartyID, meeting: MeetingID? = nil) {
        self.from = from
        self.to = to
        self.meeting = meeting
    }
}
