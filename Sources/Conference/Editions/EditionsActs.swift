import Charter

/// Acts of the chapter Editions: editions of the rules and the calendar of holidays.
public enum EditionsAct: Sendable, Hashable {
    /// An edition comes into force on the day of the act.
    case inForce(EditionInForce)
    /// The calendar of public holidays used from now on.
    case holidays(HolidaysFiled)
    /// The conference reads a parameter of a rule otherwise than the edition's file.
    case reading(ReadingRegistered)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .inForce(let body): body
        case .holidays(let body): body
        case .reading(let body): body
        }
    }
}

/// An edition comes into force on the day of the act.
public struct EditionInForce: Sendable, Hashable, Codable {
    /// Which edition; the file's own id.
    public let edition: EditionID
    /// SHA-256 of the edition's file in the register's store, lower-case hex.
    public let file: String
    /// True if the day is an assumption.
    public let assumed: Bool?
    /// What is known of the day.
    public let note: Localized?

    /// The act's content.
    public init(edition: EditionID, file: String, assumed: Bool? = nil, note: Localized? = nil) {
        self.edition = edition
        self.file = file
        self.assumed = assumed
        self.note = note
    }
}

/// The calendar of public holidays used from now on.
public struct HolidaysFiled: Sendable, Hashable, Codable {
    /// SHA-256 of the calendar's file, lower-case hex.
    public let file: String

    /// The act's content.
    public init(file: String) {
        self.file = file
    }
}

/// The conference reads a parameter of a rule otherwise than the edition's file.
public struct ReadingRegistered: Sendable, Hashable, Codable {
    /// Which edition.
    public let edition: EditionID
    /// Which rule.
    public let rule: RuleID
    /// Which parameter.
    public let parameter: String
    /// The value it takes from the day of the act.
    public let value: ParameterValue
    /// Why.
    public let reason: Localized
    /// The decision behind it.
    public let decision: DecisionID?

    /// The act's content.
    public init(
        edition: EditionID, rule: RuleID, parameter: String, value: ParameterValue, reason: Localized,
        decision: DecisionID? = nil
    ) {
        self.edition = edition
        self.rule = rule
        self.parameter = parameter
        self.value = value
        self.reason = reason
        self.decision = decision
    }
}
