import Charter
import Conference
import Synchronization

/// The clock of an invented conference: it stands at a day until somebody moves it, which adds nothing to the
/// register.
///
/// It may be moved back to the day on which the register was opened, and forward to five years after its last
/// act. On the last act's day it stands at noon, or at that act's instant if that is later; on any other at noon.
public final class StandingClock: Sendable {
    /// The zone whose days it counts: the secretariat's.
    public let zone: Zone
    /// The days at which it may stand.
    public let days: ClosedRange<Day>
    /// The day at which it stands unless it is moved.
    public let home: Day
    private let lastAct: Instant
    private let standing: Mutex<Day>

    /// A clock for a register as it stands now.
    ///
    /// - Parameter home: the day at which it begins; taken into the days at which it may stand.
    public init(_ state: ConferenceState, home: Day) {
        let last = state.recordedAt
        let zone = state.zone(on: state.day(at: last))
        let lastDay = zone.day(last)
        let first = min(state.registry.opened?.day ?? lastDay, lastDay)
        self.zone = zone
        lastAct = last
        days = first...max(lastDay.adding(years: 5), first)
        self.home = min(max(home, first), days.upperBound)
        standing = Mutex(self.home)
    }

    /// The day at which it stands.
    public var day: Day { standing.withLock { $0 } }

    /// The moment at which it stands.
    public var now: Instant {
        let day = day
        let noon = zone.instant(day, hour: 12)
        return day == zone.day(lastAct) ? max(noon, lastAct) : noon
    }

    /// Moves it to a day.
    ///
    /// - Returns: false, and it stays, for a day outside ``days``.
    @discardableResult
    public func set(day: Day) -> Bool {
        guard days.contains(day) else { return false }
        standing.withLock { $0 = day }
        return true
    }
}
