import Charter
import HashTreeCollections

extension PresidencyState {
    /// A place in the line of terms, with whom the record has for it.
    public struct Slot: Sendable, Hashable {
        /// The year in which the term begins.
        public let year: Int
        /// The first of its days on which an edition of the rules is in force: the day that stands for it.
        public let first: Day
        /// The term; `nil` if no presidency is recorded for it.
        public let term: Term?
    }
}

extension ConferenceState {
    /// Every term from the first one recorded to the later of the last one recorded and the day's own; empty
    /// where no presidency is recorded.
    ///
    /// A term of which nothing is recorded has its place too: it is shown as that, not left out.
    public func termLine(through day: Day) -> [PresidencyState.Slot] {
        let all = presidency.all
        guard let first = all.first, let last = all.last else { return [] }
        // A day far in the future doesn't make a line of centuries.
        let own = termYear(on: day).map { min($0, last.year + 30) } ?? last.year
        var slots: [PresidencyState.Slot] = []
        var year = first.year
        while year <= max(last.year, own) {
            let term = presidency.terms[year]
            let begins = Day(year, 1, 1) ?? day
            let rule = (edition(on: term?.days.lowerBound ?? begins) ?? edition(on: day))?.edition
                .presidencyTerm
            slots.append(
                .init(
                    year: year,
                    first: judged(term?.days ?? rule?.days(startingIn: year) ?? begins...begins),
                    term: term))
            year += max(1, rule?.years ?? 1)
        }
        return slots
    }

    /// The first of these days on which an edition of the rules is in force; their first if none is.
    ///
    /// A term may begin before the first edition does: then nothing is judged on its first day.
    public func judged(_ days: ClosedRange<Day>) -> Day {
        guard let first = editions.inForce.first?.from.first, days.contains(first) else {
            return days.lowerBound
        }
        return first
    }

    /// The presidency of the day, or else the last one recorded that began before it.
    ///
    /// `nil` as value where none is recorded; the grounds say whether the day lies in the term.
    public func latestPresidency(on day: Day) -> Answer<PresidencyState.Term?> {
        let own = presidency(on: day)
        let term = own ?? presidency.all.last { $0.days.lowerBound <= day }
        let reason: Localized
        if let own {
            reason = Localized(
                es: "El \(day) cae en el período del \(own.days.lowerBound) al \(own.days.upperBound).",
                en: "\(day) falls in the term from \(own.days.lowerBound) to \(own.days.upperBound).")
        } else if let term {
            reason = Localized(
                es:
                    "El último período que consta terminó el \(term.days.upperBound); para el \(day) no consta presidencia.",
                en:
                    "The last term recorded ended on \(term.days.upperBound); for \(day) no presidency is recorded."
            )
        } else {
            reason = Localized(
                es: "No consta ninguna presidencia hasta el \(day).",
                en: "No presidency up to \(day) is recorded.")
        }
        let rule = edition(on: day)?.edition.rule(.D4)
        let entries = term.map { [$0.entry] } ?? []
        let ground =
            rule?.basis(entries: entries, reason: reason, interpreted: false)
            ?? Basis(clause: nil, entries: entries, reason: reason)
        return Answer(
            term,
            basis: [ground, editionBasis(on: day)]
                + [term.flatMap { correctionBasis(["term/\($0.year)"]) }].compactMap { $0 },
            change: Localized(
                es: "Cambiaría al registrarse la designación de otro período.",
                en: "It would change once another term's designation is registered."))
    }

    /// Handovers up to a day, latest first.
    public func handovers(through day: Day) -> [PresidencyState.Handover] {
        presidency.handovers.filter { $0.on.first <= day }.sorted { $1.on < $0.on }
    }
}
