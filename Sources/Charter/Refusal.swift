/// Why an act is not registered: public API, in both languages, with the way out.
public struct Refusal: Error, Sendable, Hashable {
    /// A stable code such as `presidency.one-at-a-time`.
    public let code: String
    /// The clause that stands against it; `nil` where it is arithmetic or contradiction.
    public let clause: ClauseID?
    /// The rule that refused; `nil` where none of the charter's did.
    public let rule: RuleID?
    /// What is wrong, in one sentence.
    public let message: Localized
    /// What would make the act acceptable, in one sentence.
    public let remedy: Localized
    /// The part that is interpretation, if any.
    public let interpretation: Localized?
    /// The field of the act that is wrong, if one is.
    public let field: String?
    /// Entries that the refusal rests on, ascending.
    public let entries: [Int]
    /// True if a decision of the vice-ministers may depart from the clause (rules.md, Departure).
    public let departable: Bool

    /// A refusal; not departable unless said.
    public init(
        _ code: String, clause: ClauseID? = nil, rule: RuleID? = nil, field: String? = nil,
        message: Localized, remedy: Localized, interpretation: Localized? = nil, entries: [Int] = [],
        departable: Bool = false
    ) {
        self.code = code
        self.clause = clause
        self.rule = rule
        self.field = field
        self.message = message
        self.remedy = remedy
        self.interpretation = interpretation
        self.entries = Array(Set(entries)).sorted()
        self.departable = departable
    }

    /// One sentence a person can act on: what, and what to do.
    public func sentence(_ language: Language) -> String { "\(message[language]) \(remedy[language])" }
}
