public import HTML

/// Shares of a whole as one bar, with the same figures as a table beneath.
public struct SharesModel: Sendable {
    /// One part.
    public struct Share: Sendable {
        /// Stands in the bar: a code.
        public let label: String
        /// Stands in the table.
        public let name: String
        /// Its share in hundred-thousandths of the whole.
        public let share: Int
        /// The share, written.
        public let percent: String
        /// The amount, written; `nil` where there is none.
        public let amount: String?

        /// A part.
        public init(label: String, name: String, share: Int, percent: String, amount: String? = nil) {
            self.label = label
            self.name = name
            self.share = share
            self.percent = percent
            self.amount = amount
        }
    }

    /// The parts, in the order they are listed.
    public let shares: [Share]
    /// The picture in one sentence.
    public let summary: String
    /// The table.
    public let table: DataTable

    /// A bar of shares with its table.
    public init(shares: [Share], summary: String, table: DataTable) {
        self.shares = shares
        self.summary = summary
        self.table = table
    }
}

/// Bars with their labels and values: a table whose middle column is drawn.
public struct BarsModel: Sendable {
    /// One bar.
    public struct Bar: Sendable {
        /// What is counted.
        public let label: String
        /// Where it is told; `nil` for no link.
        public let href: String?
        /// Its value: not negative.
        public let value: Int

        /// A bar.
        public init(label: String, value: Int, href: String? = nil) {
            self.label = label
            self.value = value
            self.href = href
        }
    }

    /// The table's caption.
    public let caption: String
    /// The heading of the labels.
    public let labelHeading: String
    /// The heading of the values.
    public let valueHeading: String
    /// The bars, in their order.
    public let bars: [Bar]

    /// Bars.
    public init(caption: String, labelHeading: String, valueHeading: String, bars: [Bar]) {
        self.caption = caption
        self.labelHeading = labelHeading
        self.valueHeading = valueHeading
        self.bars = bars
    }
}

extension HTMLWriter {
    /// Draws shares as one bar; widths are percentages, so that letters keep their size on a phone.
    public mutating func shares(_ model: SharesModel) {
        self(.figure, .class("shares")) { html in
            html(.svg, .role("img"), .aria("label", model.summary), .height("48")) { html in
                var start = 0
                let whole = max(model.shares.reduce(0) { $0 + $1.share }, 1)
                for (index, share) in model.shares.enumerated() {
                    let tone = index % 2 == 0 ? nil : "s1"
                    let from = Double(start) * 100 / Double(whole)
                    let width = Double(share.share) * 100 / Double(whole)
                    html(
                        .rect, .class(tone), .attribute("x", SVGNumber.text(from) + "%"), .y("2"),
                        .width(SVGNumber.text(width) + "%"), .height("44"))
                    // Narrower parts are named in the table only.
                    if width >= 11 {
                        html(
                            .svgText, share.label, .classes(tone, width < 20 ? "slim" : nil),
                            .attribute("x", SVGNumber.text(from + width / 2) + "%"), .y("29"),
                            .anchor("middle"))
                    }
                    start += share.share
                }
            }
            html.table(model.table)
        }
    }

    /// Draws bars.
    public mutating func bars(_ model: BarsModel) {
        let most = max(model.bars.map(\.value).max() ?? 1, 1)
        self(.table, .class("bars")) { html in
            html(.caption, model.caption, .class("unseen"))
            html(.thead, .class("unseen")) { html in
                html(.tr) { html in
                    html(.th, model.labelHeading, .scope("col"))
                    html(.th, model.valueHeading, .scope("col"), .attribute("colspan", "2"))
                }
            }
            html(.tbody) { html in
                for bar in model.bars {
                    html(.tr) { html in
                        html(.th, .scope("row")) { html in
                            if let href = bar.href {
                                html(.a, bar.label, .href(href))
                            } else {
                                html.text(bar.label)
                            }
                        }
                        html(.td, Written.number(bar.value), .class("num"))
                        html(.td, .hiddenFromReaders) { html in
                            html(.svg, .height("20")) { html in
                                html(
                                    .rect,
                                    .width(
                                        SVGNumber.text(Double(bar.value) * 100 / Double(most)) + "%"),
                                    .height("20"))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension HTMLAttribute {
    static func y(_ value: String) -> HTMLAttribute { .attribute("y", value) }
}
