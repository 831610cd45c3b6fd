import Charter
import Conference

/// A meeting of the script.
struct PlannedMeeting {
    /// What the script does with it.
    enum Sort: Equatable {
        case viceMinisterial, extraordinary
        /// The consultation group's, by its number in the year.
        case group(Int)
        case working, troika, tripartite, interregional, activity
    }

    let id: MeetingID
    let organ: OrganID
    let sort: Sort
    let first: Day
    let last: Day
    let title: Localized?
    let number: String?
    let place: Localized?
    let host: PartyID?
    let mode: MeetingMode
    /// Who chairs, where it isn't the presidency.
    let chair: PartyID?
    /// The working group's name, if it is one's.
    let group: Localized?
    /// The day on which it is convened.
    let convened: Day

    /// True for those that count as meetings, not activities.
    var isMeeting: Bool { sort != .activity }

    /// True for the meetings of the vice-ministers and of the consultation group.
    var isYearly: Bool { organ == "VM" || organ == "GC" }

    /// What the register calls its kind.
    var kind: MeetingKind {
        switch sort {
        case .activity: .activity
        case .extraordinary: .extraordinary
        default: .ordinary
        }
    }

    /// Its days.
    var days: [Day] { (0...first.days(until: last)).map { first.adding(days: $0) } }

    /// Which of the year's of its kind, where they are counted by year.
    var ordinal: Int? {
        switch sort {
        case .group(let number): number
        case .working, .troika, .tripartite: id.text.split(separator: "-").last.flatMap { Int($0) }
        default: nil
        }
    }
}

/// The meetings of the years that the register lived through, and of the next.
struct Calendar {
    let stage: Stage
    /// In order of their days.
    let meetings: [PlannedMeeting]
    /// The working groups.
    let groups: [WorkingGroup]

    init(_ stage: Stage, groups: [WorkingGroup]) {
        self.stage = stage
        self.groups = groups
        var meetings: [PlannedMeeting] = []
        for year in stage.opening.year...stage.year + 1 {
            meetings += Calendar.year(year, stage, groups)
        }
        self.meetings = meetings.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// The ordinary vice-ministerial meeting of a year.
    func viceMinisterial(_ year: Int) -> PlannedMeeting? {
        meetings.first { $0.sort == .viceMinisterial && $0.first.year == year }
    }

    /// The consultation group's meeting of that number in a year.
    func group(_ number: Int, _ year: Int) -> PlannedMeeting? {
        meetings.first { $0.sort == .group(number) && $0.first.year == year }
    }

    /// Meetings held by the day, activities left out.
    var held: [PlannedMeeting] { meetings.filter { $0.isMeeting && $0.last < stage.today } }

    /// A year's meetings, no two on one day, all on days on which the seat and the host work.
    private static func year(_ year: Int, _ stage: Stage, _ groups: [WorkingGroup]) -> [PlannedMeeting] {
        var random = SeededRandom(stage.seed, "calendar \(year)")
        var taken: Set<Day> = []
        let host = stage.presidency(year)
        func meeting(
            _ id: String, _ organ: OrganID, _ sort: PlannedMeeting.Sort, _ month: Int, _ day: Int,
            days: Int = 1, title: Localized? = nil, number: String? = nil, at place: PartyID?,
            town: Int = 0, lead: Int, of group: WorkingGroup? = nil
        ) -> PlannedMeeting {
            let wanted = Day(year, month, day) ?? stage.today
            let held = stage.workingDays(days, from: wanted, host: place, besides: taken)
            // After the register was opened; of a new group, after the vice-ministers approved it.
            let isNew = group.map { $0.from.year == year } ?? false
            let approved = isNew ? stage.working(year - 1, 12, 12) : .distantPast
            let earliest = max(stage.opening.adding(days: 3), approved)
            let convened = stage.working(max(held.lowerBound.adding(days: -lead), earliest))
            return PlannedMeeting(
                id: MeetingID(id), organ: organ, sort: sort, first: held.lowerBound, last: held.upperBound,
                title: title, number: number, place: place.map { Places.town(of: $0, town) }, host: place,
                mode: place == nil ? .virtual : .inPerson, chair: group?.coordinator, group: group?.name,
                convened: min(convened, held.lowerBound))
        }
        var found: [PlannedMeeting] = []
        func add(_ meeting: PlannedMeeting) {
            found.append(meeting)
            taken.formUnion(meeting.days)
        }
        add(meeting("TROIKA-\(year)-1", "TROIKA", .troika, 2, random.int(3...9), at: nil, lead: 20))
        add(meeting("GC-\(year)-1", "GC", .group(1), 3, random.int(6...18), at: nil, lead: 160))
        add(
            meeting(
                "TRIPARTITO-\(year)-1", "TRIPARTITO", .tripartite, 5, random.int(4...20), at: nil, lead: 60))
        add(
            meeting(
                "GC-\(year)-2", "GC", .group(2), 6, random.int(8...20), days: 2, at: host, lead: 240))
        add(
            meeting(
                "GC-\(year)-3", "GC", .group(3), 10, random.int(6...16), days: 2, at: host, town: 1,
                lead: 200))
        add(
            meeting(
                "VM-\(year)", "VM", .viceMinisterial, 11, random.int(9...20), days: 2,
                number: InWords.roman(year - Stage.founded + 1), at: host, lead: 300))
        if year % 3 == 1 {
            add(
                meeting(
                    "CME-DGA-\(year)", "CME-DGA", .interregional, 9, random.int(22...27),
                    title: both(
                        "Encuentro con el Diálogo del Golfo de Ámbar", "Meeting with the Amber Gulf Dialogue"),
                    at: stage.seat, lead: 150))
        }
        if year == stage.year - 3 {
            add(
                meeting(
                    "VM-\(year)-E1", "VM", .extraordinary, 2, random.int(14...22),
                    title: both(
                        "Reunión extraordinaria sobre la temporada de tormentas",
                        "Extraordinary meeting on the storm season"), at: nil, lead: 45))
        }
        for group in groups where group.meets(in: year) {
            for (index, month) in [4, 9].enumerated() {
                let planned = meeting(
                    "\(group.id)-\(year)-\(index + 1)", group.id, .working, month, random.int(5...20),
                    at: index == 0 ? nil : group.coordinator, lead: 200, of: group)
                if planned.last <= group.until, planned.first > group.from { add(planned) }
            }
        }
        return found + Activities.meetings(year, stage, &taken, &random)
    }
}
