import Charter
import HashTreeCollections

/// Everything the register says, as one value: what pages, answers and admissions are computed from.
///
/// A snapshot is a copy; the big collections inside are persistent, so a copy costs nothing and a write
/// after it copies little. Kept as timelines of dated facts: what held on a day is a look-up.
public struct ConferenceState: Sendable {
    /// The sequence of the last act; 0 for an empty register.
    public internal(set) var sequence = 0
    /// When the last act was recorded.
    public internal(set) var recordedAt = Instant(microseconds: 0)
    /// One fixed line per act, in sequence order.
    public internal(set) var lines = ChunkedArray<RegisterLine>()
    /// Acts withdrawn or replaced, by subject: the sequences of the corrections.
    public internal(set) var corrections = TreeDictionary<String, [Int]>()

    /// Editions and calendars that acts name, by SHA-256.
    public internal(set) var shelf = FileShelf()
    /// The register itself.
    public internal(set) var registry = RegistryState()
    /// Editions and holidays in force.
    public internal(set) var editions = EditionsState()
    /// Who takes part.
    public internal(set) var membership = MembershipState()
    /// Presidencies by term.
    public internal(set) var presidency = PresidencyState()
    /// Organs and groups.
    public internal(set) var bodies = BodiesState()
    /// Meetings and activities.
    public internal(set) var meetings = MeetingsState()
    /// Decisions.
    public internal(set) var deliberation = DeliberationState()
    /// Plans and their lines.
    public internal(set) var plan = PlanState()
    /// Budgets, contributions, funds.
    public internal(set) var finance = FinanceState()
    /// Documents and glossary.
    public internal(set) var library = LibraryState()
    /// Figures.
    public internal(set) var statistics = StatisticsState()

    /// An empty register that knows these files.
    public init(shelf: FileShelf = FileShelf()) { self.shelf = shelf }

    /// Makes a file known; done before an act that names it is judged.
    public mutating func shelve(_ file: ShelvedFile, sha256: String) { shelf.files[sha256] = file }

    /// The conference's time zone: that of the edition in force, else UTC.
    public func zone(on day: Day) -> Zone { edition(on: day)?.edition.zone ?? .utc }

    /// The day on which an instant falls for this conference.
    public func day(at instant: Instant) -> Day {
        let guess = Zone.utc.day(instant)
        return zone(on: guess).day(instant)
    }

    /// Corrections that touched these subjects, as a ground to add to an answer; `nil` if there are none.
    public func correctionBasis(_ subjects: [String]) -> Basis? {
        let sequences = Set(subjects.flatMap { corrections[$0] ?? [] })
        guard !sequences.isEmpty else { return nil }
        return Basis(
            clause: nil, entries: Array(sequences),
            reason: Localized(
                es: "Hay actos corregidos o retirados en esta materia.",
                en: "Acts in this matter were corrected or withdrawn."))
    }
}

/// Files that acts name by SHA-256, read once.
public struct FileShelf: Sendable {
    /// The files, by lower-case hex.
    public internal(set) var files: [String: ShelvedFile] = [:]

    /// No files.
    public init() {}

    /// Adds a file.
    public mutating func add(_ file: ShelvedFile, sha256: String) { files[sha256] = file }
}

/// A file that the rules read.
public enum ShelvedFile: Sendable {
    case edition(Edition)
    case holidays(HolidayCalendar)
}

/// What the register's list needs of an act, in a fixed layout.
public struct RegisterLine: Sendable, Hashable {
    /// When it was recorded, microseconds since 1970.
    public let recordedAt: Int64
    /// The first day on which it happened.
    public let onNumber: Int32
    /// Place of its kind in ``ActKind/all``.
    public let kindIndex: UInt16
    /// How much of the day is known.
    public let precision: UInt8
    /// Place of the class in ``AccessClass/allCases``.
    public let accessIndex: UInt8
    /// Place of who registered it in ``RegistryState/actors``.
    public let actorIndex: UInt16
    /// The sequence of the correction that replaced or withdrew it last; 0 if none.
    public var correctedBy: Int32
    /// The sequence that this act corrects; 0 if none.
    public let corrects: Int32

    /// When it was recorded.
    public var instant: Instant { Instant(microseconds: recordedAt) }
    /// When it happened.
    public var on: PartialDay {
        PartialDay(Day(number: onNumber), precision: PartialDay.Precision(rawValue: precision) ?? .day)
    }
    /// Its kind.
    public var kind: ActKind { ActKind.all[Int(kindIndex)] }
    /// Who may read it.
    public var access: AccessClass { AccessClass.allCases[Int(accessIndex)] }
}
