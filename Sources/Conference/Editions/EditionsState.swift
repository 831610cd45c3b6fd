import Charter

/// Which edition is in force since when, under which readings, and which holidays are used.
public struct EditionsState: Sendable {
    /// An edition put in force.
    public struct InForce: Sendable {
        /// From which day.
        public let from: PartialDay
        /// Its id.
        public let id: EditionID
        /// The file's SHA-256.
        public let file: String
        /// True if the day is an assumption.
        public let assumed: Bool
        /// What is known of the day.
        public let note: Localized?
        /// The edition.
        public let edition: Edition
        /// The acts it rests on: in force, and readings.
        public let entries: [Int]
    }
    /// Another reading of a parameter.
    public struct Reading: Sendable, Hashable {
        /// From which day.
        public let from: Day
        /// What the act says.
        public let act: ReadingRegistered
        /// Sequence of the act.
        public let entry: Int
    }

    /// Editions by the day they came into force, earliest first; readings not applied.
    public internal(set) var inForce: [InForce] = []
    /// Readings, earliest first.
    public internal(set) var readings: [Reading] = []
    /// The calendar of holidays last filed.
    public internal(set) var holidays: (file: String, entry: Int)?
}

extension ConferenceState {
    /// The edition in force on a day, readings applied; `nil` before the first.
    public func edition(on day: Day) -> EditionsState.InForce? {
        guard let base = editions.inForce.last(where: { $0.from.first <= day }) else { return nil }
        let readings = editions.readings.filter { $0.act.edition == base.id && $0.from <= day }
        guard !readings.isEmpty else { return base }
        var edition = base.edition
        for reading in readings {
            edition = edition.reading(reading.act.rule, reading.act.parameter, reading.act.value) ?? edition
        }
        return .init(
            from: base.from, id: base.id, file: base.file, assumed: base.assumed, note: base.note,
            edition: edition,
            entries: base.entries + readings.map(\.entry))
    }

    /// The calendar of public holidays, and the act that filed it.
    public var holidays: (calendar: HolidayCalendar, entries: [Int]) {
        guard let filed = editions.holidays, case .holidays(let calendar)? = shelf.files[filed.file] else {
            return (.empty, [])
        }
        return (calendar, [filed.entry])
    }

    /// A clause of any edition, the latest edition first.
    public func clause(_ id: ClauseID) -> Clause? {
        for place in editions.inForce.indices.reversed() {
            if let clause = editions.inForce[place].edition.clause(id) { return clause }
        }
        return nil
    }

    /// The edition in force on a day as a ground: without one, nothing is judged.
    func editionBasis(on day: Day) -> Basis {
        guard let edition = edition(on: day) else {
            return Basis(
                clause: nil,
                reason: Localized(
                    es: "El \(day) no consta ninguna edición de las reglas en vigor.",
                    en: "On \(day) no edition of the rules is recorded as in force."))
        }
        return Basis(
            clause: nil, entries: edition.entries,
            reason: Localized(
                es:
                    "Edición en vigor el \(day): \(edition.edition.title.es)\(edition.assumed ? " (día supuesto)" : "").",
                en:
                    "Edition in force on \(day): \(edition.edition.title.en)\(edition.assumed ? " (day assumed)" : "")."
            ))
    }
}
