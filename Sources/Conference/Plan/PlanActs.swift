import Charter

/// Acts of the chapter Plan: strategic plan, plan of action, and the activities that carry them out.
public enum PlanAct: Sendable, Hashable {
    /// A plan is adopted (rule O7 for a strategic one).
    case adopted(PlanAdopted)
    /// One line of a plan.
    case lineStated(PlanLineStated)
    /// How far a line is.
    case statusReported(PlanStatusReported)
    /// An activity is planned.
    case activityPlanned(ActivityPlanned)
    /// The meeting by which an activity is carried out.
    case activityConvened(ActivityConvened)
    /// The concept note of an activity (rule S2).
    case conceptNoteFiled(ConceptNoteFiled)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .adopted(let body): body
        case .lineStated(let body): body
        case .statusReported(let body): body
        case .activityPlanned(let body): body
        case .activityConvened(let body): body
        case .conceptNoteFiled(let body): body
        }
    }
}

/// A plan is adopted (rule O7 for a strategic one).
public struct PlanAdopted: Sendable, Hashable, Codable {
    /// Its code.
    public let plan: PlanID
    /// Strategic plan or plan of action.
    public let kind: PlanKind
    /// Its title.
    public let title: Localized
    /// First day of its period.
    public let from: PartialDay?
    /// Last day of its period.
    public let until: PartialDay?
    /// Its vision.
    public let vision: Localized?
    /// Its mission.
    public let mission: Localized?
    /// The vice-ministers' decision.
    public let decision: DecisionID?
    /// Its text in the library.
    public let document: DocumentID?

    /// The act's content.
    public init(
        plan: PlanID, kind: PlanKind, title: Localized, from: PartialDay? = nil, until: PartialDay? = nil,
        vision: Localized? = nil, mission: Localized? = nil, decision: DecisionID? = nil,
        document: DocumentID? = nil
    ) {
        self.plan = plan
        self.kind = kind
        self.title = title
        self.from = from
        self.until = until
        self.vision = vision
        self.mission = mission
        self.decision = decision
        self.document = document
    }
}

/// One line of a plan.
public struct PlanLineStated: Sendable, Hashable, Codable {
    /// Which plan.
    public let plan: PlanID
    /// Its id; in a plan of action it carries the theme.
    public let line: ElementID
    /// What kind of line.
    public let kind: PlanLineKind
    /// Its number as printed.
    public let number: String?
    /// The line above it as its number says, whether that exists or not.
    public let parent: ElementID?
    /// Its text, shortened where long.
    public let title: Localized
    /// More of it, in our words.
    public let text: Localized?
    /// What it refers to.
    public let refersTo: [PlanReference]?
    /// In a strategic plan, where an approach comes from.
    public let document: String?

    /// The act's content.
    public init(
        plan: PlanID, line: ElementID, kind: PlanLineKind, number: String? = nil, parent: ElementID? = nil,
        title: Localized, text: Localized? = nil, refersTo: [PlanReference]? = nil, document: String? = nil
    ) {
        self.plan = plan
        self.line = line
        self.kind = kind
        self.number = number
        self.parent = parent
        self.title = title
        self.text = text
        self.refersTo = refersTo
        self.document = document
    }
}

/// How far a line is.
public struct PlanStatusReported: Sendable, Hashable, Codable {
    /// Which plan.
    public let plan: PlanID
    /// Which line.
    public let line: ElementID
    /// How far.
    public let status: PlanStatus
    /// In a sentence.
    public let note: Localized?
    /// Why it was not achieved, and what becomes of it.
    public let reason: Localized?

    /// The act's content.
    public init(
        plan: PlanID, line: ElementID, status: PlanStatus, note: Localized? = nil, reason: Localized? = nil
    ) {
        self.plan = plan
        self.line = line
        self.status = status
        self.note = note
        self.reason = reason
    }
}
