// The rules' own ids, as everybody says them.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The rules that the product runs. A rule belongs to an edition; how it works is code, what it says isn't.
public enum RuleID: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    // The rules page's own codes, which people and files write so.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case P1, P2, P3, P4, P5, P6, P7
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case F1, F2, F3
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case D3, D4, D5
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case O1, O2, O3, O4, O7, O8
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case S2

    /// In the order of the rules page.
    public static func < (left: RuleID, right: RuleID) -> Bool { left.position < right.position }

    private var position: Int { RuleID.allCases.firstIndex(of: self) ?? 0 }

    /// The parameters that an edition must state for this rule when it isn't off.
    public var parameters: [RuleParameter] {
        switch self {
        case .P1: [.init("admissionClosed", .day, optional: true)]
        case .P2, .P3: [.init("closedSession", .flag)]
        case .P4: [.init("years", .count), .init("missedMeetings", .count)]
        case .P5: [.init("countryNoticeMonths", .count), .init("organizationNoticeMonths", .count)]
        case .P6: [.init("months", .count)]
        case .F2: [.init("closedSession", .flag), .init("groupRecommendation", .flag)]
        case .F3:
            [
                .init("voteYears", .count), .init("participationYears", .count),
                .init("counting", .choice(["openSinceDue", "dueDatesPassed"])),
            ]
        case .D3: [.init("holidayScope", .choice(["seat", "everyConsultedMember"]))]
        case .D4: [.init("interestYears", .count), .init("acceptanceSuffices", .flag)]
        case .O1: [.init("ordinaryPerYear", .count), .init("firstHalfUntil", .count, optional: true)]
        case .O2:
            [
                .init("meetings", .count), .init("firstWithViceMinisterial", .flag, optional: true),
                .init("firstFrom", .count, optional: true), .init("firstTo", .count, optional: true),
                .init("secondWithinDays", .count, optional: true),
            ]
        case .O3: [.init("meetingsPerYear", .count)]
        case .O4: [.init("years", .count), .init("renewals", .count), .init("maximumYears", .count)]
        case .O7: [.init("years", .count)]
        case .S2: [.init("activitiesFrom", .day, optional: true)]
        case .P7, .F1, .D5, .O8: []
        }
    }
}

/// One parameter that a rule reads from its edition.
public struct RuleParameter: Sendable, Hashable {
    /// What a parameter's value may be.
    public enum Kind: Sendable, Hashable {
        /// A whole number from 0 to 10,000.
        case count
        /// true or false.
        case flag
        /// A day, `YYYY-MM-DD`.
        case day
        /// One of these words.
        case choice([String])
    }

    /// The name in the edition's file.
    public let name: String
    /// What the value may be.
    public let kind: Kind
    /// True if an edition may leave it out.
    public let optional: Bool

    init(_ name: String, _ kind: Kind, optional: Bool = false) {
        self.name = name
        self.kind = kind
        self.optional = optional
    }

    func accepts(_ value: ParameterValue) -> Bool {
        switch (kind, value) {
        case (.count, .count(let number)): (0...10_000).contains(number)
        case (.flag, .flag): true
        case (.day, .text(let text)): Day(text) != nil
        case (.choice(let words), .text(let text)): words.contains(text)
        default: false
        }
    }
}

/// A value that an edition gives to a rule's parameter.
public enum ParameterValue: Sendable, Hashable, Codable {
    case count(Int)
    case flag(Bool)
    case text(String)

    /// Reads a JSON number, boolean or string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let count = try? container.decode(Int.self) {
            self = .count(count)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// Writes the plain JSON value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .flag(let flag): try container.encode(flag)
        case .text(let text): try container.encode(text)
        }
    }
}

/// What one edition says of one rule.
public struct Rule: Sendable, Hashable {
    /// Where the rule comes from in an edition.
    public enum Standing: String, Sendable, Hashable, Codable {
        /// The edition states it itself.
        case own
        /// Taken over from the practice, which the edition neither repeats nor repeals.
        case kept
        /// No such rule in this edition.
        case off
    }

    /// Which rule.
    public let id: RuleID
    /// own, kept or off.
    public let standing: Standing
    /// The clauses it rests on, the first being the one cited; empty only when off.
    public let clauses: [ClauseID]
    /// What of its meaning is ours.
    public let interpretation: Localized?
    /// Why we read it so.
    public let interpretationReason: Localized?
    /// The edition's values, by name.
    public internal(set) var parameters: [String: ParameterValue]

    /// A rule that isn't in force.
    static func off(_ id: RuleID) -> Rule {
        Rule(
            id: id, standing: .off, clauses: [], interpretation: nil, interpretationReason: nil,
            parameters: [:])
    }

    /// The whole number of that name; 0 if the edition leaves an optional one out.
    public func count(_ name: String) -> Int {
        if case .count(let value) = parameters[name] { value } else { 0 }
    }

    /// The flag of that name; false if left out.
    public func flag(_ name: String) -> Bool { parameters[name] == .flag(true) }

    /// The word of that name; empty if left out.
    public func text(_ name: String) -> String {
        if case .text(let value) = parameters[name] { value } else { "" }
    }

    /// The day of that name, if given.
    public func day(_ name: String) -> Day? { Day(text(name)) }

    /// One ground of an answer that this rule gave.
    public func basis(
        entries: [Int] = [], reason: Localized? = nil, interpreted: Bool = true, clause: Int = 0
    ) -> Basis {
        Basis(
            clause: clauses.indices.contains(clause) ? clauses[clause] : clauses.first, entries: entries,
            interpretation: interpreted ? interpretation : nil, reason: reason)
    }
}
