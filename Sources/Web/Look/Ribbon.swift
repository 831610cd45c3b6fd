public import HTML

/// The presidency ribbon: a cell per year, each a link.
public struct RibbonModel: Sendable {
    /// How a year stands to the day that is shown.
    public enum Mark: Sendable {
        /// Any other year.
        case none
        /// The Troika's outgoing or incoming presidency.
        case near
        /// The presidency of the day.
        case current
    }

    /// One year.
    public struct Year: Sendable {
        /// The year.
        public let year: Int
        /// Who presided, as a code; `nil` where it isn't recorded.
        public let code: String?
        /// Who presided, in full; or the words for "not recorded".
        public let name: String
        /// Where the year is told.
        public let href: String?
        /// How it is marked.
        public let mark: Mark

        /// A year.
        public init(year: Int, code: String?, name: String, href: String?, mark: Mark = .none) {
            self.year = year
            self.code = code
            self.name = name
            self.href = href
            self.mark = mark
        }
    }

    /// What the list is, for readers that don't see it.
    public let label: String
    /// The years, in order.
    public let years: [Year]
    /// A line under it.
    public let caption: String?

    /// A ribbon.
    public init(label: String, years: [Year], caption: String? = nil) {
        self.label = label
        self.years = years
        self.caption = caption
    }
}

extension HTMLWriter {
    /// Draws the ribbon as an ordered list: it wraps where there is no room, and every year is reached by
    /// keyboard and read out with its country's whole name.
    public mutating func ribbon(_ model: RibbonModel) {
        self(.figure) { html in
            html(.ol, .class("ribbon"), .role("list"), .aria("label", model.label)) { html in
                for year in model.years {
                    html(.li, .class(year.cellClass)) { html in
                        if let href = year.href {
                            html(.a, .href(href), .title(year.name), .current("date", year.isCurrent)) {
                                $0.ribbonCell(year)
                            }
                        } else {
                            html(.span, .class("cell")) { $0.ribbonCell(year) }
                        }
                    }
                }
            }
            if let caption = model.caption { html(.figcaption, caption) }
        }
    }

    private mutating func ribbonCell(_ year: RibbonModel.Year) {
        self(.b, year.code ?? "–", .hiddenFromReaders)
        self(.i, String(year.year))
        self(.span, " " + year.name, .class("unseen"))
    }
}

extension RibbonModel.Year {
    fileprivate var isCurrent: Bool { if case .current = mark { true } else { false } }
    fileprivate var cellClass: String? {
        switch mark {
        case .current: "now"
        case .near: "near"
        case .none: code == nil ? "none" : nil
        }
    }
}
