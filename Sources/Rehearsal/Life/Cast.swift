import Charter
import Conference

/// Who does what in the script: who is behind with contributions, which observer stays away, who is secretary.
struct Cast {
    /// An appointment at the head of the secretariat.
    struct Appointment {
        /// An opaque id.
        let holder: String
        let nationality: PartyID
        let from: Day
        let until: Day
        /// The year of the vice-ministerial meeting that decided.
        let decided: Int
        let isRenewal: Bool
    }

    /// The member whose oldest open contribution is two years old.
    let twoYears: PartyID
    /// The member whose oldest open contribution is four years old.
    let fourYears: PartyID
    /// The member that paid half of its latest contribution.
    let partly: PartyID
    /// The last year whose contributions have fallen due by the day.
    let lastDue: Int
    /// Appointments, the first of before the opening.
    let appointments: [Appointment]
    /// Observers admitted while the register was open, with the year of the decision.
    let admissions: [(party: PartyID, year: Int, isState: Bool)]
    /// Until when each observer attended, and how often of a hundred; after that never.
    let attending: [PartyID: (until: Day, often: Int)]
    /// The last meeting that the observer about to lapse attended.
    let lastOfLapsing: PlannedMeeting?

    /// The observer country about to lapse.
    static let lapsing: PartyID = "XRI"
    /// The observer country that lapsed, not yet announced.
    static let lapsed: PartyID = "XSA"
    /// The organisation whose lapse was announced.
    static let announced: PartyID = "BADEMAR"
    /// The organisation that came to nothing in the last year.
    static let atRisk: PartyID = "IMAREA"

    init(_ stage: Stage, _ meetings: [PlannedMeeting]) {
        let year = stage.year
        let due = Contributions.due(year)
        lastDue = stage.today >= due ? year : year - 1
        var random = SeededRandom(stage.seed, "cast")
        let free = Cast.free(stage, &random)
        twoYears = free[0]
        fourYears = free[1]
        partly = free[2]
        appointments = Cast.secretaries(stage, &random)
        admissions = [("XPV", year - 5, true), ("CULIMAR", year - 4, false)]

        let today = stage.today
        let window = today.adding(months: -24).adding(days: 12)...today.adding(months: -18).adding(days: -12)
        let last = meetings.last { $0.isYearly && window.contains($0.last) }
        lastOfLapsing = last
        func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? today }
        attending = [
            "XPV": (today, 90), "OPUMO": (today, 90), "SOCORAL": (today, 85), "CULIMAR": (today, 75),
            Cast.lapsing: (last?.last ?? today, 80),
            Cast.lapsed: (day(year - 3, 7, 15), 70),
            Cast.announced: (day(year - 5, 12, 15), 80),
            Cast.atRisk: (today.adding(months: -12).adding(days: -20), 85),
        ]
    }

    /// Members in the order in which contributions are left open; none of those that preside about now.
    private static func free(_ stage: Stage, _ random: inout SeededRandom) -> [PartyID] {
        let presiding = Set((stage.year - 2...stage.year + 2).map(stage.presidency))
        return random.shuffled(stage.members.filter { !presiding.contains($0) && $0 != stage.seat })
    }

    /// The members that may receive a meeting or coordinate a group: all but those two and four years behind.
    static func hosts(_ stage: Stage) -> [PartyID] {
        var random = SeededRandom(stage.seed, "cast")
        let behind = free(stage, &random).prefix(2)
        return stage.members.filter { !behind.contains($0) }
    }

    /// Two appointments of two years each to a holder, then another holder; each term from an odd offset so that
    /// one always runs.
    private static func secretaries(_ stage: Stage, _ random: inout SeededRandom) -> [Appointment] {
        var found: [Appointment] = []
        let first = stage.opening.year - 1
        let states = random.shuffled(stage.members)
        for index in 0..<5 {
            let from = first + index * 2
            let holder = index / 2
            guard let start = Day(from, 1, 1), let end = Day(from + 1, 12, 31) else { continue }
            var letters = SeededRandom(stage.seed, "holder \(holder)")
            let id = "se-" + String(letters.next() & 0xFFFF_FFFF | 0x1000_0000, radix: 16)
            found.append(
                Appointment(
                    holder: id, nationality: states[holder], from: start, until: end, decided: from - 1,
                    isRenewal: index % 2 == 1))
        }
        return found
    }
}
