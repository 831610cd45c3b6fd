import Charter

/// An event of a calendar (RFC 5545, 3.6.1).
public struct CalendarEvent: Sendable, Hashable {
    /// When it is.
    public enum Span: Sendable, Hashable {
        /// Whole days, both included; written as DATE with the exclusive end that RFC 5545 asks for.
        case days(Day, through: Day)
        /// From one moment to another, shown on the clocks of `zone`; without an end it lasts no time.
        case times(Instant, until: Instant?, zone: Zone)
    }

    /// Whether it takes place.
    public enum Status: String, Sendable, Hashable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The same for ever, in every file, whatever else changes: `GRCM-2026-1@crm`.
    public var uid: String
    /// When this description was made (DTSTAMP).
    public var stamp: Instant
    /// When it is.
    public var span: Span
    /// What it is, in a line.
    public var summary: String
    /// More about it; where the whole calendar is unofficial or invented, the caller says so here as well.
    public var description: String?
    /// Where.
    public var location: String?
    /// The address of its page.
    public var url: String?
    /// Kinds and bodies it belongs to.
    public var categories: [String]
    /// Whether it takes place.
    public var status: Status
    /// When what is known about it last changed.
    public var lastModified: Instant?
    /// How often it was changed (SEQUENCE): a client takes the higher one.
    public var sequence: Int

    /// An event.
    public init(
        uid: String, stamp: Instant, span: Span, summary: String, description: String? = nil,
        location: String? = nil, url: String? = nil, categories: [String] = [],
        status: Status = .confirmed, lastModified: Instant? = nil, sequence: Int = 0
    ) {
        self.uid = uid
        self.stamp = stamp
        self.span = span
        self.summary = summary
        self.description = description
        self.location = location
        self.url = url
        self.categories = categories
        self.status = status
        self.lastModified = lastModified
        self.sequence = sequence
    }
}
