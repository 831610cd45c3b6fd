import Charter
import Conference
import Register
import Secretariat

/// An invented conference in full life: what founds it and the script of its acts up to a day.
///
/// A pure function of the founding, the seed and the day: nothing here reads a clock, a disk or a generator of the
/// system's, and no order comes from a dictionary. The script goes through the same rules as anybody's acts
/// (``Performance``).
public struct InventedConference: Sendable {
    /// The seed.
    public let seed: UInt64
    /// The day for which it is made.
    public let today: Day
    /// What founds it.
    public let founding: Founding
    /// When the register is opened.
    public let opened: Instant
    /// The acts that follow, in order.
    public let acts: [ScriptedAct]
    /// Bytes of the papers that the acts name, by SHA-256.
    public let files: [String: [UInt8]]

    /// Where its salts and keys come from.
    public var publicSeed: PublicSeed { PublicSeed(seed) }

    /// The days for which one can be made: its holidays cover the years before and after.
    public static let days: ClosedRange<Day> = {
        let first = Day(2021, 1, 1) ?? .distantPast
        return first...(Day(2045, 12, 31) ?? first)
    }()

    /// Writes the script.
    ///
    /// - Throws: ``FileProblem`` for a founding that doesn't say it is invented, or without what the script needs,
    ///   and for a day outside ``days``.
    public init(founding: Founding, seed: UInt64, today: Day) throws(FileProblem) {
        guard founding.opening.invented else {
            throw FileProblem(
                "pack.json: invented",
                es: "Solo se inventa la vida de una conferencia inventada; use el paquete cme.",
                en: "Only an invented conference's life is invented; use the pack cme.")
        }
        guard InventedConference.days.contains(today) else {
            let days = InventedConference.days
            throw FileProblem(
                "today",
                es: "El día \(today) queda fuera; dé uno del \(days.lowerBound) al \(days.upperBound).",
                en: "The day \(today) lies outside; give one from \(days.lowerBound) to \(days.upperBound).")
        }
        self.seed = seed
        self.today = today
        self.founding = founding
        let stage = try Stage(seed: seed, today: today, founding: founding)
        opened = stage.edition.zone.instant(stage.opening, hour: 9)
        let calendar = Calendar(stage, groups: WorkingGroup.all(stage))
        let cast = Cast(stage, calendar.meetings)
        let decisions = Decisions(calendar, cast)
        var script = Script()
        History.write(&script, stage, cast)
        Contributions.write(&script, stage, cast, calendar, decisions)
        Presidencies.write(&script, stage, calendar, decisions)
        Groups.write(&script, stage, cast, calendar, decisions)
        Observers.write(&script, stage, cast, calendar, decisions)
        StrategicPlan.write(&script, stage, calendar, decisions)
        Activities.write(&script, stage, calendar, decisions)
        Meetings.write(&script, stage, cast, calendar, decisions)
        YearlyPapers.write(&script, stage, calendar)
        Spaces.write(&script, stage, calendar)
        Figures.write(&script, stage, cast, calendar)
        // The clock stands at noon: what the script would do later that day hasn't happened.
        acts = script.ordered(until: stage.edition.zone.instant(today, hour: 12))
        files = script.files
    }
}
