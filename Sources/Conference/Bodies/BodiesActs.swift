import Charter

/// Acts of the chapter Bodies: organs, groups and networks.
public enum BodiesAct: Sendable, Hashable {
    /// An organ exists from the day of the act (rule O3 for working groups).
    case established(OrganEstablished)
    /// Composition and competences of an organ from the day of the act.
    case described(OrganDescribed)
    /// An organ has another name from the day of the act.
    case renamed(OrganRenamed)
    /// An organ's term is extended (rule O3).
    case termExtended(TermExtended)
    /// An organ ends; the day of the act is its last.
    case ended(OrganEnded)
    /// A member joins a working group by its own act (rule O3).
    case joined(OrganJoined)
    /// A member leaves a working group by its own act (rule O3).
    case leftGroup(OrganLeft)
    /// An executive secretary is appointed or renewed (rule O4).
    case secretaryAppointed(SecretaryAppointed)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .established(let body): body
        case .described(let body): body
        case .renamed(let body): body
        case .termExtended(let body): body
        case .ended(let body): body
        case .joined(let body): body
        case .leftGroup(let body): body
        case .secretaryAppointed(let body): body
        }
    }
}

/// An organ exists from the day of the act (rule O3 for working groups).
public struct OrganEstablished: Sendable, Hashable, Codable {
    /// Its code.
    public let organ: OrganID
    /// What it is to the rules.
    public let role: OrganRole
    /// Its name.
    public let name: Localized
    /// Its abbreviation.
    public let abbreviation: Localized?
    /// `notRecorded` if the day is only that of the source.
    public let beginning: Beginning?
    /// What it is for.
    public let mandate: Localized?
    /// Its objectives.
    public let objectives: [Localized]?
    /// The last day of its term, if it has one.
    public let until: PartialDay?
    /// The consultation group's proposal.
    public let proposal: DecisionID?
    /// The vice-ministers' decision.
    public let decision: DecisionID?
    /// Of whom it is made, where it is made of offices: organ codes or parties.
    public let parts: [String]?

    /// The act's content.
    public init(
        organ: OrganID, role: OrganRole, name: Localized, abbreviation: Localized? = nil,
        beginning: Beginning? = nil, mandate: Localized? = nil, objectives: [Localized]? = nil,
        until: PartialDay? = nil, proposal: DecisionID? = nil, decision: DecisionID? = nil,
        parts: [String]? = nil
    ) {
        self.organ = organ
        self.role = role
        self.name = name
        self.abbreviation = abbreviation
        self.beginning = beginning
        self.mandate = mandate
        self.objectives = objectives
        self.until = until
        self.proposal = proposal
        self.decision = decision
        self.parts = parts
    }
}

/// Composition and competences of an organ from the day of the act.
public struct OrganDescribed: Sendable, Hashable, Codable {
    /// Which organ.
    public let organ: OrganID
    /// Who sits in it.
    public let composition: Localized?
    /// What it is competent for.
    public let competences: [Localized]?
    /// The clause that says it.
    public let clause: ClauseID?

    /// The act's content.
    public init(
        organ: OrganID, composition: Localized? = nil, competences: [Localized]? = nil,
        clause: ClauseID? = nil
    ) {
        self.organ = organ
        self.composition = composition
        self.competences = competences
        self.clause = clause
    }
}

/// An organ has another name from the day of the act.
public struct OrganRenamed: Sendable, Hashable, Codable {
    /// Which organ.
    public let organ: OrganID
    /// Its new name.
    public let name: Localized
    /// Its new abbreviation.
    public let abbreviation: Localized?

    /// The act's content.
    public init(organ: OrganID, name: Localized, abbreviation: Localized? = nil) {
        self.organ = organ
        self.name = name
        self.abbreviation = abbreviation
    }
}

/// An organ's term is extended (rule O3).
public struct TermExtended: Sendable, Hashable, Codable {
    /// Which organ.
    public let organ: OrganID
    /// The new last day.
    public let until: PartialDay
    /// The vice-ministers' decision.
    public let decision: DecisionID?

    /// The act's content.
    public init(organ: OrganID, until: PartialDay, decision: DecisionID? = nil) {
        self.organ = organ
        self.until = until
        self.decision = decision
    }
}

/// An organ ends; the day of the act is its last.
public struct OrganEnded: Sendable, Hashable, Codable {
    /// Which organ.
    public let organ: OrganID
    /// What took its place.
    public let successor: OrganID?
    /// Why, if recorded.
    public let reason: Localized?

    /// The act's content.
    public init(organ: OrganID, successor: OrganID? = nil, reason: Localized? = nil) {
        self.organ = organ
        self.successor = successor
        self.reason = reason
    }
}

/// A member joins a working group by its own act (rule O3).
public struct OrganJoined: Sendable, Hashable, Codable {
    /// Which group.
    public let organ: OrganID
    /// Which member.
    public let party: PartyID

    /// The act's content.
    public init(organ: OrganID, party: PartyID) {
        self.organ = organ
        self.party = party
    }
}

/// A member leaves a working group by its own act (rule O3).
public struct OrganLeft: Sendable, Hashable, Codable {
    /// Which group.
    public let organ: OrganID
    /// Which member.
    public let party: PartyID

    /// The act's content.
    public init(organ: OrganID, party: PartyID) {
        self.organ = organ
        self.party = party
    }
}

/// An executive secretary is appointed or renewed (rule O4).
public struct SecretaryAppointed: Sendable, Hashable, Codable {
    /// An opaque id; the name is a record, not an act.
    public let holder: String
    /// Of which state.
    public let nationality: PartyID
    /// First day.
    public let from: Day
    /// Last day.
    public let until: Day
    /// The vice-ministers' decision.
    public let decision: DecisionID?
    /// The paper of the call and selection.
    public let selection: DocumentID?

    /// The act's content.
    public init(
        holder: String, nationality: PartyID, from: Day, until: Day, decision: DecisionID? = nil,
        selection: DocumentID? = nil
    ) {
        self.holder = holder
        self.nationality = nationality
        self.from = from
        self.until = until
        self.decision = decision
        self.selection = selection
    }
}
