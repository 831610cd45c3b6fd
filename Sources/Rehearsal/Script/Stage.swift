import Charter
import Conference
import Secretariat

/// What every chapter of the script knows: the seed, the day, the parties, the calendar.
struct Stage {
    let seed: UInt64
    /// The day for which the conference is made.
    let today: Day
    let edition: Edition
    let holidays: HolidayCalendar
    /// Names of the parties by code.
    let names: [PartyID: Localized]
    /// The members, in the statute's order.
    let members: [PartyID]
    /// The members in the order in which they preside, the first in the founding year.
    let rotation: [PartyID]
    /// The day on which the register is opened.
    let opening: Day

    /// The year of the founding meeting.
    static let founded = 2000
    /// How many years before the day's own the register is opened.
    static let liveYears = 6

    init(seed: UInt64, today: Day, founding: Founding) throws(FileProblem) {
        self.seed = seed
        self.today = today
        var editions: [Edition] = []
        var holidays = HolidayCalendar.empty
        for path in founding.files.keys.sorted() {
            let bytes = founding.files[path] ?? []
            if let edition = try? Edition.read(bytes) {
                editions.append(edition)
            } else if let calendar = try? HolidayCalendar.read(bytes) {
                holidays = calendar
            }
        }
        guard let edition = editions.last, let scale = edition.scale, edition.seat != nil else {
            throw FileProblem(
                "editions", es: "Falta una edición con sede y escala; use el paquete cme.",
                en: "An edition with a seat and a scale is missing; use the pack cme.")
        }
        self.edition = edition
        self.holidays = holidays
        members = scale.weights.map(\.party)
        var names: [PartyID: Localized] = [:]
        for line in founding.lines {
            if case .membership(.partyNamed(let body)) = try ActLine(line.bytes).proposal.act {
                names[body.party] = body.name
            }
        }
        self.names = names
        var random = SeededRandom(seed, "rotation")
        rotation = random.shuffled(members)
        opening = Stage.working(Day(today.year - Stage.liveYears, 1, 8) ?? today, edition, holidays)
    }

    /// The year of the day.
    var year: Int { today.year }
    /// The years whose acts were registered as they happened.
    var live: ClosedRange<Int> { opening.year...year }
    /// The seat's state.
    var seat: PartyID { edition.seat ?? members[0] }

    /// The party's name.
    func name(_ party: PartyID) -> Localized { names[party] ?? Localized(same: party.text) }

    /// Who presides in a year.
    func presidency(_ year: Int) -> PartyID {
        rotation[(year - Stage.founded) % rotation.count]
    }

    /// The day itself, or the next on which the secretariat works.
    func working(_ day: Day) -> Day { Stage.working(day, edition, holidays) }

    private static func working(_ day: Day, _ edition: Edition, _ holidays: HolidayCalendar) -> Day {
        var day = day
        while edition.workingWeek.weekend.contains(day.weekday)
            || edition.workingWeek.holidaysOf.contains(where: { holidays.name(day, in: $0) != nil })
        {
            day = day.adding(days: 1)
        }
        return day
    }

    /// The day itself, or the last before it on which the secretariat works.
    func workingBefore(_ day: Day) -> Day {
        var day = day
        while working(day) != day { day = day.adding(days: -1) }
        return day
    }

    /// The first of so many days in a row, none of them taken, on which both the secretariat and the host work.
    func workingDays(
        _ count: Int, from day: Day, host: PartyID?, besides taken: Set<Day>
    ) -> ClosedRange<Day> {
        func fits(_ day: Day) -> Bool {
            working(day) == day && !taken.contains(day)
                && host.map { holidays.name(day, in: $0) == nil } ?? true
        }
        var first = day
        while let hindrance = (0..<count).last(where: { !fits(first.adding(days: $0)) }) {
            first = first.adding(days: hindrance + 1)
        }
        return first...first.adding(days: count - 1)
    }

    /// A working day of a month, near the one given.
    func working(_ year: Int, _ month: Int, _ day: Int) -> Day {
        working(Day(year, month, min(day, 28)) ?? today)
    }

    /// A time of a working day, at that hour of the secretariat's clocks.
    func moment(_ day: Day, _ hour: Int, _ random: inout SeededRandom) -> Moment {
        at(working(day), hour, &random)
    }

    /// A time of that very day.
    func at(_ day: Day, _ hour: Int, _ random: inout SeededRandom) -> Moment {
        let instant = edition.zone.instant(
            day, hour: hour, minute: random.int(0...59), second: random.int(0...59))
        return Moment(
            day: day, instant: Instant(microseconds: instant.microseconds + Int64(random.int(0...999_999))))
    }
}
