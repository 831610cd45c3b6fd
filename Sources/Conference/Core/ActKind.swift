import Charter

/// A kind of act: its name, its type, and what the documents say of it.
public struct ActKind: Sendable {
    /// `chapter.act`.
    public let name: String
    /// The type of its content.
    public let type: any ActBody.Type

    private init(_ type: any ActBody.Type) {
        name = type.kind
        self.type = type
    }

    /// The kind of that name.
    public static func named(_ name: String) -> ActKind? { byName[name] }

    /// Codes of the refusals that any act can meet before its own kind is asked, in the order in which they
    /// are tried.
    public static let commonRefusals = [
        "registry.not-open", "authority.not-registrant", "authority.instruction-missing", "day.future",
        "history.source-missing", "departure.decision-unknown", "departure.nothing-departed",
    ]

    /// Reads an act of this kind.
    func decode(from decoder: any Decoder) throws -> Act { try type.init(from: decoder).act }

    /// Every kind, chapter by chapter.
    public static let all: [ActKind] = [
        .init(Opened.self), .init(MatterComplete.self), .init(MatterIncomplete.self),
        .init(DeclaredOfficial.self),
        .init(KeyRecorded.self), .init(Corrected.self),
        .init(EditionInForce.self), .init(HolidaysFiled.self), .init(ReadingRegistered.self),
        .init(PartyNamed.self), .init(MemberAdmitted.self), .init(ObserverAdmitted.self),
        .init(NetworkRecognised.self), .init(LapseNoticed.self), .init(LapseAnnounced.self),
        .init(ObserverReinstated.self), .init(PartyLeft.self),
        .init(InterestAnnounced.self), .init(PresidencyAccepted.self), .init(PresidencyDesignated.self),
        .init(ThemeSet.self), .init(PresidencyHandedOver.self),
        .init(OrganEstablished.self), .init(OrganDescribed.self), .init(OrganRenamed.self),
        .init(TermExtended.self),
        .init(OrganEnded.self), .init(OrganJoined.self), .init(OrganLeft.self),
        .init(SecretaryAppointed.self),
        .init(MeetingConvened.self), .init(MeetingSubjects.self), .init(MeetingAgenda.self),
        .init(AttendanceRecorded.self), .init(MeetingCancelled.self),
        .init(DecisionRecorded.self),
        .init(PlanAdopted.self), .init(PlanLineStated.self), .init(PlanStatusReported.self),
        .init(ActivityPlanned.self), .init(ActivityConvened.self), .init(ConceptNoteFiled.self),
        .init(HeadingNamed.self), .init(BudgetApproved.self), .init(ContributionForeseen.self),
        .init(ContributionReceived.self), .init(FundDescribed.self),
        .init(DocumentRecorded.self), .init(TextRecorded.self), .init(SpaceOpened.self),
        .init(Placed.self), .init(TermDefined.self),
        .init(FigureRecorded.self),
    ]

    /// The place of each kind in ``all``, for fixed-layout register lines.
    static let index: [String: UInt16] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($1.name, UInt16($0)) })
    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
