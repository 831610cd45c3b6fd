import Charter

/// A matter in which the register can be complete (rules.md, What the register doesn't know).
public enum Matter: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who attended which meeting.
    case attendance
    /// Contributions foreseen and received.
    case contributions
}

/// Whether the beginning of a status is known, or only the day of the source that reports it.
public enum Beginning: String, Sendable, Hashable, Codable {
    case recorded, notRecorded
}

/// What a party is.
public enum PartyKind: String, Sendable, Hashable, Codable, CaseIterable {
    case state, organization, network
    /// Another consultative process.
    case process
}

/// What an organ is to the rules.
public enum OrganRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// The meeting that decides: the vice-ministers.
    case viceMinisterial
    /// A meeting of ministers (rule O8).
    case ministerial
    case presidency, troika
    /// The group that prepares and recommends.
    case consultationGroup
    case secretariat
    /// A working group with a mandate and a term (rule O3).
    case workingGroup
    /// An ad hoc group.
    case adHocGroup
    case liaisonNetwork, coalition
    /// Secretariat, network's secretariat and presidency.
    case tripartite
    /// A meeting with another process.
    case interregional
    /// Two or more members within the framework.
    case membersMeeting
}

/// What kind of occasion a meeting is.
public enum MeetingKind: String, Sendable, Hashable, Codable, CaseIterable {
    case ordinary, extraordinary
    /// A workshop, seminar, training.
    case activity
    /// Any other event of the conference.
    case event
}

/// How a meeting takes place.
public enum MeetingMode: String, Sendable, Hashable, Codable, CaseIterable {
    case inPerson, virtual, hybrid
}

/// One line of an agenda.
public struct AgendaItem: Sendable, Hashable, Codable {
    /// The day; none for the meeting's first.
    public let day: Day?
    /// `HH:MM` in the agenda's zone.
    public let start: String
    /// `HH:MM` in the agenda's zone.
    public let end: String
    /// What it is about.
    public let title: Localized
    /// Points below it.
    public let points: [Localized]?
    /// Who leads or speaks.
    public let lead: Localized?

    /// One line of an agenda.
    public init(
        day: Day? = nil, start: String, end: String, title: Localized, points: [Localized]? = nil,
        lead: Localized? = nil
    ) {
        self.day = day
        self.start = start
        self.end = end
        self.title = title
        self.points = points
        self.lead = lead
    }
}

/// In which kind of session something was decided.
public enum Session: String, Sendable, Hashable, Codable {
    case open, closed
}

/// What kind of plan.
public enum PlanKind: String, Sendable, Hashable, Codable {
    case strategic, action
}

/// What kind of line of a plan.
public enum PlanLineKind: String, Sendable, Hashable, Codable, CaseIterable {
    case principle, approach, generalObjective, objective, result
    case resultIndicator, processIndicator, impactIndicator
    case pillar, theme
    /// The levels of a plan of action: theme, objective 1, action 1.1, activity 1.1.1, calendar entry 1.1.1.1.
    case actionTheme, actionObjective, action, activity, calendarEntry
    /// "See the work plan of that network", in the place of an activity.
    case referral
}

/// What a line of a plan refers to.
public struct PlanReference: Sendable, Hashable, Codable {
    /// A line's id, an organ's code or a document's code, whether it exists or not.
    public let to: String
    /// As the plan puts it.
    public let label: Localized

    /// A reference.
    public init(to: String, label: Localized) {
        self.to = to
        self.label = label
    }
}

/// One line of one plan.
public struct PlanPlace: Sendable, Hashable, Codable {
    /// Which plan.
    public let plan: PlanID
    /// Which of its lines.
    public let line: ElementID

    /// One line of one plan.
    public init(plan: PlanID, line: ElementID) {
        self.plan = plan
        self.line = line
    }
}

/// A result that an activity is expected to have.
public struct ExpectedResult: Sendable, Hashable, Codable {
    /// What is to be achieved.
    public let result: Localized
    /// By what one sees whether it was.
    public let indicators: [Localized]

    /// A result with its indicators.
    public init(result: Localized, indicators: [Localized]) {
        self.result = result
        self.indicators = indicators
    }
}

/// How far a line of a plan is.
public enum PlanStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case done, inProgress, notAchieved, continuous, pending
}

/// A heading's part of a budget.
public struct HeadingAmount: Sendable, Hashable, Codable {
    /// Which heading.
    public let heading: HeadingID
    /// How much.
    public let amount: Money

    /// A heading's part.
    public init(heading: HeadingID, amount: Money) {
        self.heading = heading
        self.amount = amount
    }
}

/// What a document is.
public enum DocumentKind: String, Sendable, Hashable, Codable, CaseIterable {
    case charter, strategicPlan, actionPlan, report, declaration, communique, guideline, compilation, study
    case manual, conceptNote, agenda, conclusions, minutes, matrix, statement, request, selection, evaluation
    case other
}

/// Who may read something, from the widest to the narrowest.
public enum AccessClass: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Everybody.
    case `public`
    /// Members, secretariat, observers, the network.
    case participants
    /// Members, presidency and secretariat.
    case members
    /// Members and presidency: papers of a closed session.
    case session

    private var width: Int { AccessClass.allCases.firstIndex(of: self) ?? 0 }

    /// A wider class comes before a narrower one.
    public static func < (left: AccessClass, right: AccessClass) -> Bool { left.width < right.width }
}
