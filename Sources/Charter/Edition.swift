/// One edition of the rules: what a conference's charter says, in a form that the rules can read.
///
/// Code knows what an edition is and how each rule works, never what one says. An edition is a file of a
/// pack, put in force by an act that names the file's SHA-256.
public struct Edition: Sendable, Hashable {
    /// The edition's id, such as `charter-2020`.
    public let id: EditionID
    /// How the edition is called.
    public let title: Localized
    /// The same in a word, for a menu; `nil` where it is a charter.
    public let shortTitle: Localized?
    /// Says that the texts are summaries, and where the authentic text is.
    public let authentic: Localized
    /// The state in which the secretariat sits; `nil` where no document names one.
    public let seat: PartyID?
    /// The secretariat's time zone.
    public let zone: Zone
    /// The currency of the budget, ISO 4217.
    public let currency: String
    /// What in this file is assumed.
    public let assumptions: [Localized]
    /// When a presidency's term begins and how long it lasts.
    public let presidencyTerm: PresidencyTerm
    /// Who contributes how much; `nil` in an edition without contributions.
    public let scale: Scale?
    /// What is asked of members and observers.
    public let criteria: CriteriaSet
    /// What a working day is.
    public let workingWeek: WorkingWeek
    /// Every rule, once.
    public private(set) var rules: [RuleID: Rule]
    /// The clauses in the document's order.
    public let clauses: [Clause]
    /// The same, grouped by section.
    public let sections: [ClauseSection]
    /// Where the documents disagree.
    public let discrepancies: [Localized]
    /// Where each clause stands among ``clauses``.
    private let places: [ClauseID: Int]

    init(
        id: EditionID, title: Localized, shortTitle: Localized? = nil, authentic: Localized, seat: PartyID?,
        zone: Zone, currency: String,
        assumptions: [Localized], presidencyTerm: PresidencyTerm, scale: Scale?, criteria: CriteriaSet,
        workingWeek: WorkingWeek, rules: [RuleID: Rule], clauses: [Clause], discrepancies: [Localized]
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.authentic = authentic
        self.seat = seat
        self.zone = zone
        self.currency = currency
        self.assumptions = assumptions
        self.presidencyTerm = presidencyTerm
        self.scale = scale
        self.criteria = criteria
        self.workingWeek = workingWeek
        self.rules = rules
        self.clauses = clauses
        sections = ClauseSection.all(clauses)
        places = Dictionary(clauses.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.discrepancies = discrepancies
    }

    /// The rule as this edition has it, or `nil` if it is off.
    public func rule(_ id: RuleID) -> Rule? {
        guard let rule = rules[id], rule.standing != .off else { return nil }
        return rule
    }

    /// The clause of that id.
    public func clause(_ id: ClauseID) -> Clause? { places[id].map { clauses[$0] } }

    /// The rules that a clause carries, in order.
    public func rules(resting clause: ClauseID) -> [Rule] {
        rules.values.filter { $0.standing != .off && $0.clauses.contains(clause) }.sorted { $0.id < $1.id }
    }

    /// The edition under another reading of one parameter, or `nil` if the rule has no such parameter or
    /// the value isn't one it takes (rules.md: a conference may register another reading).
    public func reading(_ rule: RuleID, _ parameter: String, _ value: ParameterValue) -> Edition? {
        guard rules[rule]?.standing != .off,
            let spec = rule.parameters.first(where: { $0.name == parameter }), spec.accepts(value)
        else { return nil }
        var edition = self
        edition.rules[rule]?.parameters[parameter] = value
        return edition
    }
}

/// A clause in our words; the authentic text is elsewhere (``Edition/authentic``).
public struct Clause: Sendable, Hashable, Codable {
    /// `document.section.item`.
    public let id: ClauseID
    /// The document it stands in, such as `carta`.
    public let document: String
    /// How it is cited: "Carta Estatutaria, Financiamiento, Cuotas de la membresía".
    public let label: Localized
    /// What it says, in our words.
    public let summary: Localized
    /// Its footnotes, each attributed to the state that made it.
    public let footnotes: [Footnote]
}

/// A footnote of a clause.
public struct Footnote: Sendable, Hashable, Codable {
    /// Its number in the document.
    public let number: Int
    /// The states whose position it sets out; empty when it is the document's own.
    public let by: [PartyID]
    /// What it says, in our words.
    public let text: Localized

    private enum Keys: String, CodingKey { case number, by, text }

    /// Reads `by` as one code, a list, or `null`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        number = try container.decode(Int.self, forKey: .number)
        text = try container.decode(Localized.self, forKey: .text)
        if let one = try? container.decode(PartyID.self, forKey: .by) {
            by = [one]
        } else {
            by = try container.decodeIfPresent([PartyID].self, forKey: .by) ?? []
        }
    }

    /// Writes `by` as a list.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(number, forKey: .number)
        try container.encode(by, forKey: .by)
        try container.encode(text, forKey: .text)
    }
}

/// When a presidency's term begins and how long it lasts.
public struct PresidencyTerm: Sendable, Hashable, Codable {
    /// The month in which it begins, 1 to 12.
    public let startMonth: Int
    /// The day of that month.
    public let startDay: Int
    /// Whole years.
    public let years: Int

    /// First and last day of the term that begins in `year`.
    public func days(startingIn year: Int) -> ClosedRange<Day>? {
        guard let first = Day(year, startMonth, startDay) else { return nil }
        // In the calendar's last years a term would end behind it.
        let last = first.adding(years: years).adding(days: -1)
        return first <= last ? first...last : nil
    }
}

/// What one kind of party must meet.
public struct Criterion: Sendable, Hashable, Codable {
    /// A word that an act of admission attests, such as `written-support`.
    public let id: String
    /// The clause that asks for it.
    public let clause: ClauseID
    /// What is asked, in our words.
    public let text: Localized
}

/// The criteria for members and observers.
public struct CriteriaSet: Sendable, Hashable, Codable {
    /// What members share.
    public let member: [Criterion]
    /// What a country must meet to become an observer.
    public let observerCountry: [Criterion]
    /// What an international organisation must meet to become one.
    public let observerOrganization: [Criterion]
}

/// Who contributes how much of the budget (rule F1).
public struct Scale: Sendable, Hashable {
    /// The day from which it holds, as far as known; `nil` for as long as the edition.
    public let from: PartialDay?
    /// The parties in their listed order, with whole-number weights.
    public let weights: [(party: PartyID, weight: Int64)]
    /// The share as the edition writes it, for showing: `50`, `12.5` shared by several.
    public let stated: [String: String]

    /// The parts of a budget, to the cent, in the members' listed order; always adds up exactly.
    public func parts(of budget: Money) -> [(party: PartyID, amount: Money)] {
        let parts = Allocation.parts(of: budget.cents, weights: weights.map(\.weight)) ?? []
        return zip(weights, parts).map { ($0.party, Money(cents: $1, currency: budget.currency)) }
    }

    /// Compares parties, weights and day.
    public static func == (left: Scale, right: Scale) -> Bool {
        left.from == right.from
            && left.weights.elementsEqual(right.weights) { $0.party == $1.party && $0.weight == $1.weight }
    }

    /// Hashes parties and weights.
    public func hash(into hasher: inout Hasher) {
        for (party, weight) in weights {
            hasher.combine(party)
            hasher.combine(weight)
        }
    }
}
