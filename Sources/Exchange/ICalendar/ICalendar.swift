import Charter

/// A calendar as iCalendar (RFC 5545), for subscribing and for a single event's file.
public struct ICalendar: Sendable {
    /// The media type with its charset.
    public static let mediaType = "text/calendar; charset=utf-8"

    /// The calendar's name, as clients show it (NAME, X-WR-CALNAME).
    public var name: String
    /// What it is and whether it is official (DESCRIPTION, X-WR-CALDESC).
    public var notice: String
    /// The language of its texts.
    public var language: Language
    /// The address of its page.
    public var url: String?
    /// How often to ask again, in hours (REFRESH-INTERVAL, X-PUBLISHED-TTL).
    public var refreshHours: Int

    /// A calendar.
    public init(name: String, notice: String, language: Language, url: String? = nil, refreshHours: Int = 12)
    {
        self.name = name
        self.notice = notice
        self.language = language
        self.url = url
        self.refreshHours = refreshHours
    }

    /// The whole calendar; the zones that its events use are described in it.
    public func bytes(_ events: [CalendarEvent]) -> [UInt8] {
        let zones = ZoneTables(events)
        var lines = CalendarLines(capacity: 2048 + events.count * 420)
        lines.literal("BEGIN:VCALENDAR")
        lines.literal("VERSION:2.0")
        lines.literal("PRODID:-//Puebla//Puebla//EN")
        lines.literal("CALSCALE:GREGORIAN")
        lines.literal("METHOD:PUBLISH")
        lines.text("NAME", name)
        lines.text("X-WR-CALNAME", name)
        lines.text("DESCRIPTION", notice)
        lines.text("X-WR-CALDESC", notice)
        if let url { lines.uri("URL", url) }
        lines.duration("REFRESH-INTERVAL;VALUE=DURATION", hours: refreshHours)
        lines.duration("X-PUBLISHED-TTL", hours: refreshHours)
        for zone in zones.tables { zone.write(to: &lines) }
        for event in events { write(event, zones, to: &lines) }
        lines.literal("END:VCALENDAR")
        return lines.bytes
    }

    private func write(_ event: CalendarEvent, _ zones: ZoneTables, to lines: inout CalendarLines) {
        lines.literal("BEGIN:VEVENT")
        lines.text("UID", event.uid)
        lines.instant("DTSTAMP", event.stamp)
        switch event.span {
        case .days(let first, let last):
            lines.day("DTSTART;VALUE=DATE", first)
            lines.day("DTEND;VALUE=DATE", max(first, last).adding(days: 1))
        case .times(let start, let end, let zone):
            let table = zones[zone]
            lines.moment("DTSTART", start, table)
            // DTEND must be later than DTSTART; without one the event lasts no time.
            if let end, end.seconds > start.seconds { lines.moment("DTEND", end, table) }
        }
        lines.text("SUMMARY", event.summary)
        if let description = event.description { lines.text("DESCRIPTION", description) }
        if let location = event.location { lines.text("LOCATION", location) }
        if let url = event.url { lines.uri("URL", url) }
        lines.texts("CATEGORIES", event.categories)
        lines.token("STATUS", event.status.rawValue)
        // A whole-day event of the Conference keeps nobody's own calendar busy.
        if case .days = event.span { lines.literal("TRANSP:TRANSPARENT") }
        if let modified = event.lastModified { lines.instant("LAST-MODIFIED", modified) }
        lines.number("SEQUENCE", event.sequence)
        lines.literal("END:VEVENT")
    }
}
