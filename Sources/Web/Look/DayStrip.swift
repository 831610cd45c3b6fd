public import Charter
public import HTML

/// The days of a deadline: off days hatched, counted days numbered, the last day filled.
public struct DayStripModel: Sendable {
    /// What a day is in the count.
    public enum Role: Sendable {
        /// Day 0, with its word (`circula`).
        case start(String)
        /// A counted day.
        case counted(Int)
        /// The day on which it ends, with its word (`vence`).
        case last(Int, String)
        /// Weekend or holiday, with the reason (`sábado`, `Navidad`).
        case off(String)
    }

    /// One day.
    public struct StripDay: Sendable {
        /// The day.
        public let day: Day
        /// What it is in the count.
        public let role: Role

        /// A day.
        public init(day: Day, role: Role) {
            self.day = day
            self.role = role
        }
    }

    /// What the list is.
    public let label: String
    /// The days, in order.
    public let days: [StripDay]

    /// A strip.
    public init(label: String, days: [StripDay]) {
        self.label = label
        self.days = days
    }
}

extension HTMLWriter {
    /// Draws the strip as an ordered list, so that it reads as it looks.
    public mutating func dayStrip(_ model: DayStripModel, _ language: Language) {
        self(.ol, .class("days"), .role("list"), .aria("label", model.label)) { html in
            for item in model.days {
                html(.li, .class(item.role.cellClass)) { html in
                    // The month where it begins, so that a strip over a month's end stays clear.
                    let first = model.days.first?.day == item.day || item.day.day == 1
                    let month = first ? " · " + Calendar.shortMonth(item.day, language) : ""
                    html.text(Written.shortWeekday(item.day, language) + month + " ")
                    html(.b, String(item.day.day), .class("num"))
                    html.text(" " + item.role.words)
                }
            }
        }
    }
}

extension DayStripModel.Role {
    fileprivate var cellClass: String? {
        switch self {
        case .start: nil
        case .counted: "count"
        case .last: "last"
        case .off: "off"
        }
    }

    fileprivate var words: String {
        switch self {
        case .start(let word): word
        case .counted(let number): String(number)
        case .last(let number, let word): "\(number): \(word)"
        case .off(let reason): reason
        }
    }
}
