import Charter

/// Acts of the chapter Finance: budget and contributions.
public enum FinanceAct: Sendable, Hashable {
    /// A heading of the budget.
    case headingNamed(HeadingNamed)
    /// A year's budget is approved (rule F2).
    case budgetApproved(BudgetApproved)
    /// A member's voluntary annual contribution is foreseen (rule F2).
    case contributionForeseen(ContributionForeseen)
    /// A contribution is received; it settles the oldest open one first (rule F3).
    case contributionReceived(ContributionReceived)
    /// A fund and its terms.
    case fundDescribed(FundDescribed)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .headingNamed(let body): body
        case .budgetApproved(let body): body
        case .contributionForeseen(let body): body
        case .contributionReceived(let body): body
        case .fundDescribed(let body): body
        }
    }
}

/// A heading of the budget.
public struct HeadingNamed: Sendable, Hashable, Codable {
    /// Its code.
    public let heading: HeadingID
    /// Its title.
    public let title: Localized

    /// The act's content.
    public init(heading: HeadingID, title: Localized) {
        self.heading = heading
        self.title = title
    }
}

/// A year's budget is approved (rule F2).
public struct BudgetApproved: Sendable, Hashable, Codable {
    /// The year.
    public let year: Int
    /// The whole.
    public let amount: Money
    /// The vice-ministers' decision.
    public let decision: DecisionID?
    /// The consultation group's recommendation.
    public let recommendation: DecisionID?
    /// The parts by heading; they add up to the whole.
    public let headings: [HeadingAmount]?

    /// The act's content.
    public init(
        year: Int, amount: Money, decision: DecisionID? = nil, recommendation: DecisionID? = nil,
        headings: [HeadingAmount]? = nil
    ) {
        self.year = year
        self.amount = amount
        self.decision = decision
        self.recommendation = recommendation
        self.headings = headings
    }
}

/// A member's voluntary annual contribution is foreseen (rule F2).
public struct ContributionForeseen: Sendable, Hashable, Codable {
    /// Which member.
    public let party: PartyID
    /// Of which year's budget.
    public let year: Int
    /// By the scale (rule F1).
    public let amount: Money
    /// The day it is due.
    public let due: Day

    /// The act's content.
    public init(party: PartyID, year: Int, amount: Money, due: Day) {
        self.party = party
        self.year = year
        self.amount = amount
        self.due = due
    }
}

/// A contribution is received; it settles the oldest open one first (rule F3).
public struct ContributionReceived: Sendable, Hashable, Codable {
    /// Which member.
    public let party: PartyID
    /// How much.
    public let amount: Money
    /// The receipt's number.
    public let reference: String?

    /// The act's content.
    public init(party: PartyID, amount: Money, reference: String? = nil) {
        self.party = party
        self.amount = amount
        self.reference = reference
    }
}

/// A fund and its terms.
public struct FundDescribed: Sendable, Hashable, Codable {
    /// Its code.
    public let fund: FundID
    /// Its name.
    public let title: Localized
    /// What it is for.
    public let purpose: Localized
    /// One line a term.
    public let terms: [Localized]
    /// The most for one case.
    public let cap: Money?

    /// The act's content.
    public init(fund: FundID, title: Localized, purpose: Localized, terms: [Localized], cap: Money? = nil) {
        self.fund = fund
        self.title = title
        self.purpose = purpose
        self.terms = terms
        self.cap = cap
    }
}
