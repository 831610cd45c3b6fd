import Charter
import Foundation

/// What a zone's clocks did over the years that a calendar covers, with its VTIMEZONE (RFC 5545, 3.6.5).
struct ZoneTable {
    /// A change of clocks: from then on they are `offset` seconds ahead of UTC.
    struct Change {
        let at: Int64
        let offset: Int
        let isDaylight: Bool
    }

    /// The IANA name, which is the TZID.
    let name: String
    /// In order of time; the first lies before every moment that is asked for.
    let changes: [Change]

    /// The changes between two moments, in seconds since 1970; `nil` for a zone that the system doesn't know.
    init?(_ name: String, from first: Int64, to last: Int64) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        func change(_ seconds: Int64) -> Change {
            let date = Date(timeIntervalSince1970: Double(seconds))
            return Change(
                at: seconds, offset: zone.secondsFromGMT(for: date),
                isDaylight: zone.isDaylightSavingTime(for: date))
        }
        // A whole year before, so that the first event lies behind changes that follow the zone's rule.
        let year = Day(number: Int32(clamping: first / 86_400)).year - 1
        let start = Day(max(1, year), 1, 1) ?? Day(number: 0)
        var found = [change(Int64(start.number) * 86_400)]
        let end = Date(timeIntervalSince1970: Double(last + 31_622_400))
        var date = Date(timeIntervalSince1970: Double(found[0].at))
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next <= end, next > date {
            found.append(change(Int64(next.timeIntervalSince1970.rounded())))
            date = next
        }
        changes = found
    }

    /// Seconds that the clocks are ahead of UTC at a moment.
    func offset(at seconds: Int64) -> Int {
        var low = 0
        var high = changes.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if changes[middle].at <= seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// One observance for each way in which the clocks changed, its later onsets as RDATE.
    ///
    /// Onsets are listed, not given as a rule: what governments decided in the past has none.
    func write(to lines: inout CalendarLines) {
        struct Way: Hashable {
            let from: Int
            let to: Int
            let isDaylight: Bool
        }
        var order: [Way] = []
        var onsets: [Way: [Int64]] = [:]
        for (index, change) in changes.enumerated() {
            let from = changes[max(0, index - 1)].offset
            let way = Way(from: from, to: change.offset, isDaylight: change.isDaylight)
            if onsets[way] == nil { order.append(way) }
            // An onset is told on the clock as it was before.
            onsets[way, default: []].append(change.at + Int64(from))
        }
        lines.literal("BEGIN:VTIMEZONE")
        lines.token("TZID", name)
        for way in order {
            guard let times = onsets[way], let first = times.first else { continue }
            lines.literal(way.isDaylight ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
            lines.clock("DTSTART", [first])
            if times.count > 1 { lines.clock("RDATE", Array(times.dropFirst())) }
            lines.offset("TZOFFSETFROM", way.from)
            lines.offset("TZOFFSETTO", way.to)
            lines.abbreviation(way.to)
            lines.literal(way.isDaylight ? "END:DAYLIGHT" : "END:STANDARD")
        }
        lines.literal("END:VTIMEZONE")
    }
}

/// The tables of the zones that a calendar's events use, each over the years of its events.
struct ZoneTables {
    private(set) var tables: [ZoneTable] = []
    private var places: [String: Int] = [:]

    init(_ events: [CalendarEvent]) {
        var ranges: [String: ClosedRange<Int64>] = [:]
        for event in events {
            guard case .times(let start, let end, let zone) = event.span, zone.name != "UTC" else { continue }
            let last = max(start, end ?? start).seconds
            let known = ranges[zone.name] ?? start.seconds...last
            ranges[zone.name] = min(known.lowerBound, start.seconds)...max(known.upperBound, last)
        }
        for (name, range) in ranges.sorted(by: { $0.key < $1.key }) {
            guard let table = ZoneTable(name, from: range.lowerBound, to: range.upperBound) else { continue }
            places[name] = tables.count
            tables.append(table)
        }
    }

    /// The zone's table; `nil` for UTC and for what the system doesn't know.
    subscript(_ zone: Zone) -> ZoneTable? { places[zone.name].map { tables[$0] } }
}
