import Charter
import HashTreeCollections

/// Something that the register counts itself, year by year, in parts.
public struct YearlyCount: Sendable, Hashable {
    /// One of the things counted.
    public struct Part: Sendable, Hashable {
        /// Its code: a kind, an organ.
        public let id: String
        /// Its name.
        public let name: Localized
    }
    /// A year's numbers.
    public struct Year: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// How many, part by part.
        public let counts: [Int]
        /// All parts together.
        public var sum: Int { counts.reduce(0, +) }
    }

    /// What is counted, in the order of `Year.counts`.
    public let parts: [Part]
    /// Every year from the first to the last one counted, those with nothing included.
    public let years: [Year]
    /// All years and parts together.
    public var total: Int { years.reduce(0) { $0 + $1.sum } }

    /// Things counted, each with its year and the code of its part.
    init(_ things: [(year: Int, part: String)], parts: [Part], through last: Int) {
        let present = parts.filter { part in things.contains { $0.part == part.id } }
        self.parts = present
        let first = things.map(\.year).min() ?? last
        var table = Array(
            repeating: Array(repeating: 0, count: present.count), count: max(0, last - first + 1))
        let place = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1.id, $0) })
        for thing in things {
            guard let column = place[thing.part], table.indices.contains(thing.year - first) else { continue }
            table[thing.year - first][column] += 1
        }
        years = things.isEmpty ? [] : table.enumerated().map { Year(year: first + $0, counts: $1) }
    }

    init(parts: [Part], years: [Year]) {
        self.parts = parts
        self.years = years
    }
}

extension ConferenceState {
    /// Meetings, activities and events that had begun by a day and weren't cancelled, by kind and the year in which
    /// they began.
    public func meetingsByKind(through day: Day) -> Answer<YearlyCount> {
        let names: [(MeetingKind, Localized)] = [
            (.ordinary, Localized(es: "Reuniones ordinarias", en: "Ordinary meetings")),
            (.extraordinary, Localized(es: "Reuniones extraordinarias", en: "Extraordinary meetings")),
            (.activity, Localized(es: "Talleres y otras actividades", en: "Workshops and other activities")),
            (.event, Localized(es: "Otros eventos", en: "Other events")),
        ]
        return meetings(
            through: day, parts: names.map { .init(id: $0.0.rawValue, name: $0.1) },
            of: { $0.act.kind.rawValue })
    }

    /// The same meetings by organ, in the order in which organs were established.
    public func meetingsByOrgan(through day: Day) -> Answer<YearlyCount> {
        meetings(
            through: day, parts: bodies.order.map { .init(id: $0.text, name: name($0, on: day)) },
            of: { $0.act.organ.text })
    }

    private func meetings(
        through day: Day, parts: [YearlyCount.Part], of part: (MeetingRecord) -> String
    ) -> Answer<YearlyCount> {
        let held = heldMeetings.filter { $0.act.from.first <= day }
        let cancelled = meetings.meetings.values.compactMap(\.cancelled)
        let count = YearlyCount(
            held.map { ($0.act.from.first.year, part($0)) }, parts: parts, through: lastCounted(by: day))
        return Answer(
            count,
            basis: [
                Basis(
                    clause: nil, entries: held.map(\.entry) + cancelled,
                    reason: Localized(
                        es:
                            "\(held.count) reuniones y actividades que constan hasta el \(day), sin las canceladas. Las que nadie registró no se cuentan.",
                        en:
                            "\(held.count) meetings and activities recorded up to \(day), without those cancelled. Those that nobody registered aren't counted."
                    ))
            ] + [correctionBasis(["meetings"])].compactMap { $0 },
            change: Localized(
                es: "Cambia con cada reunión que se registra o se cancela.",
                en: "It changes with each meeting that is registered or cancelled."))
    }

    /// The last year counted by a day: ten years after the last entry there is nothing more to count.
    private func lastCounted(by day: Day) -> Int { min(day.year, Zone.utc.day(recordedAt).year + 10) }

    /// Observer countries and organisations at the end of each year, or on the day itself in its own year.
    public func observersByYear(through day: Day) -> Answer<YearlyCount> {
        let first = membership.parties.values.flatMap(\.spans).filter { $0.status == .observer }
            .map(\.from.first.year).min()
        var entries: Set<Int> = []
        var years: [YearlyCount.Year] = []
        let final = lastCounted(by: day)
        if let first, first <= final {
            for year in first...final {
                let last = min(Day(year, 12, 31) ?? day, day)
                let list = observers(on: last).value
                entries.formUnion(list.flatMap(\.entries))
                let countries = list.filter { membership.parties[$0.party]?.kind == .state }.count
                years.append(.init(year: year, counts: [countries, list.count - countries]))
            }
        }
        return Answer(
            YearlyCount(
                parts: [
                    .init(
                        id: "countries", name: Localized(es: "Países observadores", en: "Observer countries")),
                    .init(
                        id: "organizations",
                        name: Localized(es: "Organismos observadores", en: "Observer organizations")),
                ], years: years),
            basis: [
                Basis(
                    clause: nil, entries: Array(entries),
                    reason: Localized(
                        es:
                            "Las admisiones vigentes al final de cada año. De varias solo consta el día de la fuente que las dice, de modo que pueden ser anteriores.",
                        en:
                            "The admissions in force at the end of each year. Of several only the day of the source that tells of them is recorded, so that they may be earlier."
                    ))
            ] + [correctionBasis(["observers"])].compactMap { $0 },
            change: Localized(
                es: "Cambia al registrarse una admisión o su fin.",
                en: "It changes once an admission or its end is registered."))
    }

    /// Decisions recorded by a day, by year and kind of session, of those that a viewer may read.
    public func decisionsByYear(through day: Day, for viewer: Viewer) -> Answer<YearlyCount> {
        let found = deliberation.decisions.values.filter {
            $0.on.first <= day && viewer.mayRead($0.act.access)
        }
        return Answer(
            YearlyCount(
                found.map { ($0.on.first.year, $0.session.rawValue) },
                parts: [
                    .init(id: "open", name: Localized(es: "En sesión abierta", en: "In open session")),
                    .init(id: "closed", name: Localized(es: "En sesión cerrada", en: "In closed session")),
                ], through: lastCounted(by: day)),
            basis: [
                Basis(
                    clause: nil, entries: found.map(\.entry),
                    reason: Localized(
                        es: "Las decisiones que constan hasta el \(day).",
                        en: "The decisions recorded up to \(day)."))
            ] + [correctionBasis(["decisions"])].compactMap { $0 })
    }

    /// Documents of the library by their own year, of those that a viewer may read; those whose year isn't recorded
    /// are in no year, and the grounds say how many they are.
    public func documentsByYear(through day: Day, for viewer: Viewer) -> Answer<YearlyCount> {
        let found = library.documents.values.filter {
            $0.on.first <= day && viewer.mayRead($0.act.access)
        }
        let dated = found.compactMap { document in document.act.year.map { (document.entry, $0) } }
        let others = found.count - dated.count
        let final = lastCounted(by: day)
        return Answer(
            YearlyCount(
                dated.map { ($0.1, "document") },
                parts: [.init(id: "document", name: Localized(es: "Documentos", en: "Documents"))],
                through: max(final, dated.map(\.1).max() ?? final)),
            basis: [
                Basis(
                    clause: nil, entries: dated.map(\.0),
                    reason: others == 0
                        ? Localized(
                            es: "Los documentos que la biblioteca nombra, por su año.",
                            en: "The documents that the library names, by their year.")
                        : Localized(
                            es:
                                "Los documentos que la biblioteca nombra, por su año, sin contar \(others) cuyo año no consta.",
                            en:
                                "The documents that the library names, by their year, not counting \(others) whose year isn't recorded."
                        ))
            ] + [correctionBasis(["documents"])].compactMap { $0 })
    }
}
