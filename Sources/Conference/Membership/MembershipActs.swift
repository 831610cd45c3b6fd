import Charter

/// Acts of the chapter Membership: who takes part.
public enum MembershipAct: Sendable, Hashable {
    /// A party is known by a code and its names.
    case partyNamed(PartyNamed)
    /// A state is a member from the day of the act (rule P1).
    case memberAdmitted(MemberAdmitted)
    /// A country or organisation is an observer from the day of the act (rules P2, P3).
    case observerAdmitted(ObserverAdmitted)
    /// The civil society network takes part from the day of the act.
    case networkRecognised(NetworkRecognised)
    /// An observer was told that its status is about to lapse (rule P5).
    case lapseNoticed(LapseNoticed)
    /// The presidency announces that an observer's status has lapsed; from then on it is public.
    case lapseAnnounced(LapseAnnounced)
    /// A lapsed observer returns (rule P7).
    case reinstated(ObserverReinstated)
    /// A member, observer or network leaves on the day of the act.
    case left(PartyLeft)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .partyNamed(let body): body
        case .memberAdmitted(let body): body
        case .observerAdmitted(let body): body
        case .networkRecognised(let body): body
        case .lapseNoticed(let body): body
        case .lapseAnnounced(let body): body
        case .reinstated(let body): body
        case .left(let body): body
        }
    }
}

/// A party is known by a code and its names.
public struct PartyNamed: Sendable, Hashable, Codable {
    /// The code.
    public let party: PartyID
    /// What it is.
    public let kind: PartyKind
    /// Its name.
    public let name: Localized
    /// Its abbreviation in each language, if it has one.
    public let abbreviation: Localized?

    /// The act's content.
    public init(party: PartyID, kind: PartyKind, name: Localized, abbreviation: Localized? = nil) {
        self.party = party
        self.kind = kind
        self.name = name
        self.abbreviation = abbreviation
    }
}

/// A state is a member from the day of the act (rule P1).
public struct MemberAdmitted: Sendable, Hashable, Codable {
    /// Which state.
    public let party: PartyID
    /// `notRecorded` if the day is only that of the source which reports it.
    public let beginning: Beginning?

    /// The act's content.
    public init(party: PartyID, beginning: Beginning? = nil) {
        self.party = party
        self.beginning = beginning
    }
}

/// A country or organisation is an observer from the day of the act (rules P2, P3).
public struct ObserverAdmitted: Sendable, Hashable, Codable {
    /// Which party.
    public let party: PartyID
    /// `notRecorded` if the day is only that of the source which reports it.
    public let beginning: Beginning?
    /// Its written statement or request.
    public let statement: DocumentID?
    /// Ids of the edition's criteria that are met.
    public let attested: [String]?
    /// The vice-ministers' decision.
    public let decision: DecisionID?

    /// The act's content.
    public init(
        party: PartyID, beginning: Beginning? = nil, statement: DocumentID? = nil, attested: [String]? = nil,
        decision: DecisionID? = nil
    ) {
        self.party = party
        self.beginning = beginning
        self.statement = statement
        self.attested = attested
        self.decision = decision
    }
}

/// The civil society network takes part from the day of the act.
public struct NetworkRecognised: Sendable, Hashable, Codable {
    /// Which network.
    public let party: PartyID
    /// `notRecorded` if the day is only that of the source.
    public let beginning: Beginning?

    /// The act's content.
    public init(party: PartyID, beginning: Beginning? = nil) {
        self.party = party
        self.beginning = beginning
    }
}

/// An observer was told that its status is about to lapse (rule P5).
public struct LapseNoticed: Sendable, Hashable, Codable {
    /// Which observer.
    public let party: PartyID

    /// The act's content.
    public init(party: PartyID) {
        self.party = party
    }
}

/// The presidency announces that an observer's status has lapsed; from then on it is public.
public struct LapseAnnounced: Sendable, Hashable, Codable {
    /// Which observer.
    public let party: PartyID

    /// The act's content.
    public init(party: PartyID) {
        self.party = party
    }
}

/// A lapsed observer returns (rule P7).
public struct ObserverReinstated: Sendable, Hashable, Codable {
    /// Which observer.
    public let party: PartyID
    /// The paper in which it says that it wants to.
    public let interest: DocumentID?
    /// The vice-ministers' decision.
    public let decision: DecisionID?

    /// The act's content.
    public init(party: PartyID, interest: DocumentID? = nil, decision: DecisionID? = nil) {
        self.party = party
        self.interest = interest
        self.decision = decision
    }
}

/// A member, observer or network leaves on the day of the act.
public struct PartyLeft: Sendable, Hashable, Codable {
    /// Which party.
    public let party: PartyID

    /// The act's content.
    public init(party: PartyID) {
        self.party = party
    }
}
