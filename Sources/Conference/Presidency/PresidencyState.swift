import Charter
import HashTreeCollections

/// Presidencies by term; a term is named by the year in which it begins.
public struct PresidencyState: Sendable {
    /// One term.
    public struct Term: Sendable, Hashable {
        /// The year in which it begins.
        public let year: Int
        /// Who presides.
        public let party: PartyID
        /// First and last day, by the edition's parameter.
        public let days: ClosedRange<Day>
        /// The decision behind it, if recorded.
        public let decision: DecisionID?
        /// When it was designated.
        public let on: PartialDay
        /// The act that designated it.
        public let entry: Int
    }
    /// Something dated that was said or done about a term.
    public struct Mark: Sendable, Hashable {
        /// Who.
        public let party: PartyID
        /// When.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
    /// A theme.
    public struct Theme: Sendable, Hashable {
        /// The theme.
        public let title: Localized
        /// When it was set.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
    /// A handover at a meeting.
    public struct Handover: Sendable, Hashable {
        /// What the act says.
        public let act: PresidencyHandedOver
        /// When.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }

    /// Terms by year.
    public internal(set) var terms = TreeDictionary<Int, Term>()
    /// Themes by year.
    public internal(set) var themes = TreeDictionary<Int, Theme>()
    /// Interest announced, by year.
    public internal(set) var interest = TreeDictionary<Int, [Mark]>()
    /// Acceptance, by year.
    public internal(set) var acceptance = TreeDictionary<Int, [Mark]>()
    /// Handovers, in the order recorded.
    public internal(set) var handovers: [Handover] = []

    /// Every term, earliest first.
    public var all: [Term] { terms.values.sorted { $0.year < $1.year } }
}

/// The three presidencies of a day (rule D5).
public struct Troika: Sendable, Hashable {
    /// The presidency of the term before; `nil` if not recorded.
    public let outgoing: PresidencyState.Term?
    /// The presidency of the day's own term; `nil` if not recorded.
    public let current: PresidencyState.Term?
    /// The presidency of the term after; `nil` if not recorded.
    public let incoming: PresidencyState.Term?
}

extension ConferenceState {
    /// The year in which the term begins that contains a day, by the edition in force on that day.
    public func termYear(on day: Day) -> Int? {
        guard let term = edition(on: day)?.edition.presidencyTerm else { return nil }
        var year = day.year
        guard let days = term.days(startingIn: year) else { return nil }
        if day < days.lowerBound { year -= 1 }
        // Terms of several years follow each other from the last one recorded.
        if term.years > 1, let known = presidency.all.last(where: { $0.year <= year }) {
            year -= (year - known.year) % term.years
        }
        return year
    }

    /// Who presides on a day.
    public func presidency(on day: Day) -> PresidencyState.Term? {
        termYear(on: day).flatMap { presidency.terms[$0] }
    }

    /// Rule D5: outgoing, current and incoming presidency on a day.
    ///
    /// Outgoing and incoming are the terms before and after the day's own; one that isn't recorded is left
    /// out, not invented.
    public func troika(on day: Day) -> Answer<Troika> {
        guard let edition = edition(on: day), let year = termYear(on: day) else {
            return Answer(
                Troika(outgoing: nil, current: nil, incoming: nil),
                basis: [editionBasis(on: day)] + [correctionBasis(["editions"])].compactMap { $0 })
        }
        let years = edition.edition.presidencyTerm.years
        let troika = Troika(
            outgoing: presidency.terms[year - years], current: presidency.terms[year],
            incoming: presidency.terms[year + years])
        // Terms of several years are counted from one on record.
        let anchor = years > 1 ? presidency.all.last { $0.year <= day.year } : nil
        let entries = [troika.outgoing, troika.current, troika.incoming, anchor].compactMap { $0?.entry }
        let missing = [
            (troika.outgoing == nil, Localized(es: "saliente", en: "outgoing")),
            (troika.current == nil, Localized(es: "actual", en: "current")),
            (troika.incoming == nil, Localized(es: "entrante", en: "incoming")),
        ].filter(\.0).map(\.1)
        var basis: [Basis] = []
        let reason =
            missing.isEmpty
            ? Localized(
                es:
                    "Las presidencias de los períodos que empiezan en \(year - years), \(year) y \(year + years).",
                en: "The presidencies of the terms beginning in \(year - years), \(year) and \(year + years)."
            )
            : Localized(
                es: "No consta la presidencia \(missing.map(\.es).joined(separator: ", ")).",
                en: "Not recorded: \(missing.map(\.en).joined(separator: ", ")) presidency.")
        if let rule = edition.edition.rule(.D5) {
            basis.append(rule.basis(entries: entries, reason: reason))
        } else {
            basis.append(Basis(clause: nil, entries: entries, reason: reason))
        }
        basis.append(editionBasis(on: day))
        // Terms of several years are counted on from one another: any of them may have moved these.
        let terms = years > 1 ? ["terms"] : [year - years, year, year + years].map { "term/\($0)" }
        if let corrected = correctionBasis(terms + ["editions"]) {
            basis.append(corrected)
        }
        return Answer(
            troika, basis: basis,
            change: Localized(
                es: "Cambiaría con otra designación para uno de estos períodos.",
                en: "It would change with another designation for one of these terms."))
    }

    /// True if interest was announced less than the edition's notice ahead of the term (rule D4): it is
    /// registered all the same and shown as late.
    public func isLate(_ interest: PresidencyState.Mark, term year: Int) -> Bool {
        guard let edition = edition(on: interest.on.first)?.edition, let rule = edition.rule(.D4),
            let start = edition.presidencyTerm.days(startingIn: year)?.lowerBound
        else { return false }
        return interest.on.first > start.adding(years: -rule.count("interestYears"))
    }
}
