public import HTML

/// A year as twelve months with what falls into each.
public struct YearStripModel: Sendable {
    /// Something that falls on a day.
    public struct Mark: Sendable {
        /// The day of the month.
        public let day: Int
        /// How it stands, in a word.
        public let word: String
        /// The same in colour.
        public let tone: TagTone
        /// What it is, for whoever points at it or hears it.
        public let title: String
        /// Where it is told.
        public let href: String

        /// A mark.
        public init(day: Int, word: String, tone: TagTone, title: String, href: String) {
            self.day = day
            self.word = word
            self.tone = tone
            self.title = title
            self.href = href
        }
    }
    /// One month.
    public struct Month: Sendable {
        /// Its name.
        public let name: String
        /// True for the month of the day that is shown.
        public let isCurrent: Bool
        /// What falls into it.
        public let marks: [Mark]

        /// A month.
        public init(name: String, isCurrent: Bool, marks: [Mark]) {
            self.name = name
            self.isCurrent = isCurrent
            self.marks = marks
        }
    }

    /// What the list is.
    public let label: String
    /// The months.
    public let months: [Month]

    /// A year.
    public init(label: String, months: [Month]) {
        self.label = label
        self.months = months
    }
}

extension HTMLWriter {
    /// Draws the year as an ordered list of months.
    public mutating func yearStrip(_ model: YearStripModel) {
        self(.ol, .class("months"), .role("list"), .aria("label", model.label)) { html in
            for month in model.months {
                html(.li, .class(month.isCurrent ? "now" : nil), .current("date", month.isCurrent)) { html in
                    html(.b, month.name)
                    for mark in month.marks {
                        html(
                            .a, .class("tag " + mark.tone.rawValue), .href(mark.href), .title(mark.title)
                        ) { html in
                            html.text("\(mark.day) · \(mark.word)")
                            html(.span, ": " + mark.title, .class("unseen"))
                        }
                    }
                }
            }
        }
    }
}
