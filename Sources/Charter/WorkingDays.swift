import Foundation

/// What an edition says of working days.
public struct WorkingWeek: Sendable, Hashable, Codable {
    /// The states whose public holidays aren't working days: where the secretariat sits.
    public let holidaysOf: [PartyID]
    /// Weekdays that never are, Monday being 1: normally 6 and 7.
    public let weekend: [Int]
    /// True if a holiday that the law leaves optional is a working day.
    public let optionalAreWorking: Bool
}

/// A public holiday.
public struct Holiday: Sendable, Hashable {
    /// Its day.
    public let day: Day
    /// Its name.
    public let name: Localized
}

/// Public holidays by state: dated data, never computed.
public struct HolidayCalendar: Sendable, Hashable {
    /// First year that the data covers.
    public let from: Int
    /// Last year that the data covers.
    public let to: Int
    /// Holidays by state and day.
    public let holidays: [PartyID: [Day: Localized]]

    /// The name of the holiday in that state on that day, if it is one.
    public func name(_ day: Day, in party: PartyID) -> Localized? { holidays[party]?[day] }

    /// True if the data covers that day for that state.
    public func covers(_ day: Day, _ party: PartyID) -> Bool {
        (from...to).contains(day.year) && holidays[party] != nil
    }

    /// An empty calendar: nothing is recorded.
    public static let empty = HolidayCalendar(from: 1, to: 1, holidays: [:])

    /// Reads a calendar's file (UTF-8 JSON, format 1), at most ``Edition/sizeLimit`` bytes.
    public static func read(_ bytes: [UInt8]) throws(FileProblem) -> HolidayCalendar {
        struct Line: Decodable {
            let day: Day
            let es: String
            let en: String
        }
        struct File: Decodable {
            let format: Int
            let from: Int
            let to: Int
            let parties: [String: [Line]]
        }
        guard bytes.count <= Edition.sizeLimit else {
            throw FileProblem("/", es: "El archivo es demasiado grande.", en: "The file is too large.")
        }
        let file: File
        do { file = try JSONDecoder().decode(File.self, from: Data(bytes)) } catch {
            throw FileProblem(decoding: error)
        }
        guard file.format == 1, file.from <= file.to else {
            throw FileProblem("format", es: "Se lee el formato 1.", en: "Format 1 is read.")
        }
        var holidays: [PartyID: [Day: Localized]] = [:]
        for (party, lines) in file.parties {
            var days: [Day: Localized] = [:]
            for (index, line) in lines.enumerated() {
                let name = Localized(es: line.es, en: line.en)
                guard !name.isIncomplete, (file.from...file.to).contains(line.day.year) else {
                    throw FileProblem(
                        "parties.\(party)[\(index)]", es: "Falta un nombre o el año queda fuera; corríjalo.",
                        en: "A name is missing or the year lies outside; correct it.")
                }
                days[line.day] = name
            }
            holidays[PartyID(party)] = days
        }
        return HolidayCalendar(from: file.from, to: file.to, holidays: holidays)
    }
}

/// A deadline counted in working days, with what was passed over and why (rule D3).
public struct WorkingDeadline: Sendable, Hashable {
    /// A day that didn't count.
    public struct Skipped: Sendable, Hashable {
        /// The day.
        public let day: Day
        /// Weekend, or the holiday's name.
        public let why: Localized
    }
    /// A holiday of a consulted member inside the window: a warning, not a day off.
    public struct Warning: Sendable, Hashable {
        /// The member.
        public let party: PartyID
        /// The day.
        public let day: Day
        /// The holiday's name.
        public let why: Localized
    }

    /// The day of circulation, which is day 0.
    public let circulated: Day
    /// How many working days were given.
    public let workingDays: Int
    /// The last day.
    public let day: Day
    /// The last second of the last day in the secretariat's zone.
    public let end: Instant
    /// Weekends and holidays between, ascending.
    public let skipped: [Skipped]
    /// Members' own holidays among the counted days, ascending.
    public let warnings: [Warning]
    /// Days that counted, ascending; the last is `day`.
    public let counted: [Day]
    /// True if the calendar holds no holidays for some day of the window.
    public let beyondCalendar: Bool
}

/// Counting working days (rule D3).
public enum WorkingDays {
    /// The most working days that are counted in one question.
    public static let limit = 366

    /// The deadline `count` working days after the day of circulation.
    ///
    /// The day of circulation is day 0. A working day is none of the edition's weekend and no public holiday
    /// of `scope`. The deadline is the end of the last one in the edition's zone. `count` is 1 to ``limit``.
    public static func deadline(
        from instant: Instant, count: Int, week: WorkingWeek, zone: Zone, scope: [PartyID],
        members: [PartyID],
        calendar: HolidayCalendar
    ) -> WorkingDeadline {
        let start = zone.day(instant)
        var day = start
        var counted: [Day] = []
        var skipped: [WorkingDeadline.Skipped] = []
        var warnings: [WorkingDeadline.Warning] = []
        var beyond = false
        while counted.count < min(max(count, 1), limit), day < Day.distantPast.adding(days: 3_650_000) {
            day = day.adding(days: 1)
            if week.weekend.contains(day.weekday) {
                skipped.append(.init(day: day, why: weekdayName(day.weekday)))
                continue
            }
            if scope.contains(where: { !calendar.covers(day, $0) }) { beyond = true }
            if let holiday = scope.lazy.compactMap({ calendar.name(day, in: $0) }).first {
                skipped.append(.init(day: day, why: holiday))
                continue
            }
            counted.append(day)
            for member in members where !scope.contains(member) {
                if let name = calendar.name(day, in: member) {
                    warnings.append(.init(party: member, day: day, why: name))
                }
            }
        }
        return WorkingDeadline(
            circulated: start, workingDays: count, day: day, end: zone.end(of: day), skipped: skipped,
            warnings: warnings, counted: counted, beyondCalendar: beyond)
    }

    /// The weekday's name.
    public static func weekdayName(_ weekday: Int) -> Localized {
        switch weekday {
        case 1: Localized(es: "lunes", en: "Monday")
        case 2: Localized(es: "martes", en: "Tuesday")
        case 3: Localized(es: "miércoles", en: "Wednesday")
        case 4: Localized(es: "jueves", en: "Thursday")
        case 5: Localized(es: "viernes", en: "Friday")
        case 6: Localized(es: "sábado", en: "Saturday")
        default: Localized(es: "domingo", en: "Sunday")
        }
    }
}
