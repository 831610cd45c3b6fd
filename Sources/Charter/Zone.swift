import Foundation

/// A time zone of the IANA database, such as `America/Costa_Rica`.
public struct Zone: Sendable, Hashable, CustomStringConvertible {
    /// The IANA name.
    public let name: String
    private let rules: TimeZone

    /// The zone of that name, or `nil` if the machine's database has none.
    public init?(_ name: String) {
        guard name.contains("/") || name == "UTC", let rules = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.rules = rules
    }

    /// Coordinated universal time.
    public static let utc = Zone(name: "UTC", rules: TimeZone(secondsFromGMT: 0) ?? .gmt)

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
    }

    /// Seconds to add to UTC at that moment.
    public func offset(at instant: Instant) -> Int {
        rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }

    /// Day and time of day that the zone's clocks show at that moment.
    public func local(_ instant: Instant) -> LocalTime {
        LocalTime(secondsSinceEpoch: instant.seconds + Int64(offset(at: instant)))
    }

    /// The day in this zone at that moment.
    public func day(_ instant: Instant) -> Day { local(instant).day }

    /// The moment at which the zone's clocks show that day and time.
    ///
    /// A time that a change of clocks skips is carried over by as much as was skipped (02:30 becomes 03:30);
    /// one that comes twice means the first.
    public func instant(_ day: Day, hour: Int, minute: Int = 0, second: Int = 0) -> Instant {
        let wall = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        let before = offset(at: Instant(microseconds: (wall - 86_400) * 1_000_000))
        let after = offset(at: Instant(microseconds: (wall + 86_400) * 1_000_000))
        let candidates = [before, after].map { Instant(microseconds: (wall - Int64($0)) * 1_000_000) }
        let exact = candidates.filter { local($0) == LocalTime(secondsSinceEpoch: wall) }
        return exact.min() ?? candidates.max() ?? Instant(microseconds: wall * 1_000_000)
    }

    /// The last second of that day.
    public func end(of day: Day) -> Instant { instant(day, hour: 23, minute: 59, second: 59) }

    /// The IANA name.
    public var description: String { name }
}
