import Charter

/// An activity is planned: what carries out a plan's lines.
public struct ActivityPlanned: Sendable, Hashable, Codable {
    /// Its code.
    public let activity: ActivityID
    /// Its title.
    public let title: Localized
    /// Which plan it carries out.
    public let plan: PlanID
    /// Which of the plan's lines; at least one.
    public let lines: [ElementID]
    /// Its first day, as far as known.
    public let from: PartialDay
    /// Its last day, if not the first.
    public let to: PartialDay?
    /// Where.
    public let place: Localized?
    /// The party that hosts it.
    public let host: PartyID?
    /// The organ that carries it out.
    public let organ: OrganID?
    /// The meeting by which it is carried out, if convened.
    public let meeting: MeetingID?

    /// The act's content.
    public init(
        activity: ActivityID, title: Localized, plan: PlanID, lines: [ElementID], from: PartialDay,
        to: PartialDay? = nil, place: Localized? = nil, host: PartyID? = nil, organ: OrganID? = nil,
        meeting: MeetingID? = nil
    ) {
        self.activity = activity
        self.title = title
        self.plan = plan
        self.lines = lines
        self.from = from
        self.to = to
        self.place = place
        self.host = host
        self.organ = organ
        self.meeting = meeting
    }
}

/// The meeting by which an activity is carried out, convened after it was planned.
public struct ActivityConvened: Sendable, Hashable, Codable {
    /// Which activity.
    public let activity: ActivityID
    /// Which meeting; of the kind activity.
    public let meeting: MeetingID

    /// The act's content.
    public init(activity: ActivityID, meeting: MeetingID) {
        self.activity = activity
        self.meeting = meeting
    }
}

/// What an activity rests on: a decision, or a line of a plan.
public struct ActivityMandate: Sendable, Hashable, Codable {
    /// The decision.
    public let decision: DecisionID?
    /// The line of a plan.
    public let line: PlanPlace?

    /// A decision, a line, or both.
    public init(decision: DecisionID? = nil, line: PlanPlace? = nil) {
        self.decision = decision
        self.line = line
    }
}

/// The concept note of an activity, with all its parts (rule S2). A part may be missing only in history.
public struct ConceptNoteFiled: Sendable, Hashable, Codable {
    /// Which activity.
    public let activity: ActivityID
    /// The note in the library.
    public let document: DocumentID?
    /// Where it comes from.
    public let background: Localized?
    /// Why it is carried out.
    public let justification: Localized?
    /// The decision or plan line that the justification rests on.
    public let mandate: ActivityMandate?
    /// What it is for.
    public let generalObjective: Localized?
    /// What it is for in particular.
    public let specificObjectives: [Localized]?
    /// Who takes part.
    public let participants: Localized?
    /// How it is carried out.
    public let method: Localized?
    /// What it deals with, in order.
    public let agenda: [Localized]?
    /// What is to come of it, and by what one sees that.
    public let results: [ExpectedResult]?

    /// The act's content.
    public init(
        activity: ActivityID, document: DocumentID? = nil, background: Localized? = nil,
        justification: Localized? = nil, mandate: ActivityMandate? = nil, generalObjective: Localized? = nil,
        specificObjectives: [Localized]? = nil, participants: Localized? = nil, method: Localized? = nil,
        agenda: [Localized]? = nil, results: [ExpectedResult]? = nil
    ) {
        self.activity = activity
        self.document = document
        self.background = background
        self.justification = justification
        self.mandate = mandate
        self.generalObjective = generalObjective
        self.specificObjectives = specificObjectives
        self.participants = participants
        self.method = method
        self.agenda = agenda
        self.results = results
    }
}
