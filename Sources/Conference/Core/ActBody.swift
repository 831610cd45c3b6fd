import Charter

/// What every kind of act has: a name, who may register it, what refuses it and what it does to the state.
///
/// There is no separate command type: what a person proposes *is* the act to be registered.
public protocol ActBody: Sendable, Hashable, Codable {
    /// `chapter.act`, as in the register's column `kind`.
    static var kind: String { get }
    /// Who may register it.
    static var registrants: Registrants { get }
    /// How the kind is called on pages, such as "Presidency designated".
    static var title: Localized { get }
    /// One act of this kind, for the documents and the fixtures of the tests.
    static var example: Self { get }
    /// Codes of the refusals that ``admit(_:)`` can give, in the order in which they are tried.
    static var refusals: [String] { get }

    /// The act as one of all acts.
    var act: Act { get }
    /// Who may register this act: the kind's, narrowed where that depends on what it contains.
    var registrants: Registrants { get }
    /// Who may read it.
    var access: AccessClass { get }
    /// A party that may read it whatever its class, because it is about that party alone.
    var ownReader: PartyID? { get }
    /// What it is about, for finding acts and for knowing what a withdrawal changed: `party/COL`,
    /// `meeting/VM-2016`, `term/2014`.
    var topics: [String] { get }
    /// The member or observer that it is registered for, where it must be the acting party itself.
    var registeredFor: PartyID? { get }

    /// The register's line: what happened, in one sentence without a full stop.
    func line(_ state: ConferenceState) -> Localized
    /// Refuses the act if the charter's rules stand against it.
    func admit(_ admission: Admission) throws(Refusal)
    /// What the act does. Never fails and never asks the clock.
    func apply(to state: inout ConferenceState, _ fact: Fact)
}

extension ActBody {
    /// Public unless a kind says otherwise.
    public var access: AccessClass { .public }
    /// The kind's.
    public var registrants: Registrants { Self.registrants }
    /// No one beyond the class.
    public var ownReader: PartyID? { nil }
    /// Nobody in particular.
    public var registeredFor: PartyID? { nil }
}

/// Any act of any chapter.
public enum Act: Sendable, Hashable {
    case registry(RegistryAct)
    case editions(EditionsAct)
    case membership(MembershipAct)
    case presidency(PresidencyAct)
    case bodies(BodiesAct)
    case meetings(MeetingsAct)
    case deliberation(DeliberationAct)
    case plan(PlanAct)
    case finance(FinanceAct)
    case library(LibraryAct)
    case statistics(StatisticsAct)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .registry(let act): act.body
        case .editions(let act): act.body
        case .membership(let act): act.body
        case .presidency(let act): act.body
        case .bodies(let act): act.body
        case .meetings(let act): act.body
        case .deliberation(let act): act.body
        case .plan(let act): act.body
        case .finance(let act): act.body
        case .library(let act): act.body
        case .statistics(let act): act.body
        }
    }

    /// `chapter.act`.
    public var kind: String { type(of: body).kind }
}

/// What the state is told of an act that stands in the register.
public struct Fact: Sendable, Hashable {
    /// The sequence that answers cite: the act's own, or that of the correction which put it there.
    public let sequence: Int
    /// When it happened, as far as known.
    public let on: PartialDay
    /// The decision under which it departs from a clause.
    public let under: DecisionID?
    /// Who registered it.
    public let actor: ActingParty

    /// What the state is told.
    public init(sequence: Int, on: PartialDay, under: DecisionID? = nil, actor: ActingParty) {
        self.sequence = sequence
        self.on = on
        self.under = under
        self.actor = actor
    }
}
