public import HTML

/// Numbers by year as columns of stacked parts, with the same figures as a table beneath.
public struct YearChartModel: Sendable {
    /// The names of the parts, four at most.
    public let parts: [String]
    /// The years in order, each with its parts.
    public let years: [(year: Int, counts: [Int])]
    /// The picture in one sentence.
    public let summary: String
    /// The table.
    public let table: DataTable

    /// A chart.
    public init(
        parts: [String], years: [(year: Int, counts: [Int])], summary: String, table: DataTable
    ) {
        self.parts = parts
        self.years = years
        self.summary = summary
        self.table = table
    }
}

extension HTMLWriter {
    /// Draws the columns; widths are percentages, so that letters keep their size on a phone.
    public mutating func yearChart(_ model: YearChartModel) {
        self(.figure, .class("by-year")) { html in
            html(.svg, .role("img"), .aria("label", model.summary), .height("180")) { html in
                let width = 100 / Double(max(model.years.count, 1))
                let most = max(model.years.map { $0.counts.reduce(0, +) }.max() ?? 1, 1)
                let every = max(1, (model.years.count + 6) / 7)
                for (index, year) in model.years.enumerated() {
                    let sum = year.counts.reduce(0, +)
                    var top = 158.0
                    for (part, count) in year.counts.enumerated() where count > 0 {
                        let height = Double(count) * 140 / Double(most)
                        top -= height
                        html(
                            .rect, .class("s\(part % 4)"),
                            .attribute("x", SVGNumber.text(Double(index) * width) + "%"),
                            .measure("y", top), .width(SVGNumber.text(width * 0.86) + "%"),
                            .measure("height", height))
                    }
                    let middle = SVGNumber.text(min((Double(index) + 0.43) * width, 98)) + "%"
                    if sum == most {
                        html(
                            .svgText, Written.number(sum), .attribute("x", middle), .measure("y", top - 4),
                            .anchor("middle"))
                    }
                    // The last one would run over the edge: it ends there, and the one before it makes room.
                    let isLast = index > 0 && index == model.years.count - 1
                    if isLast || index % every == 0 && index + 2 * every <= model.years.count {
                        let at = isLast ? 100 : Double(index) * width
                        html(
                            .svgText, String(year.year), .attribute("x", SVGNumber.text(at) + "%"), .y("176"),
                            .anchor(isLast ? "end" : "start"))
                    }
                }
                html(
                    .line, .attribute("x1", "0"), .attribute("x2", "100%"), .attribute("y1", "158"),
                    .attribute("y2", "158"))
            }
            if model.parts.count > 1 {
                html(.ul, .class("legend")) { html in
                    for (index, part) in model.parts.enumerated() {
                        html(.li) { html in
                            html(.svg, .hiddenFromReaders) { html in
                                html(
                                    .rect, .class("s\(index % 4)"), .y("4"), .width("14"), .height("14"))
                            }
                            html.text(part)
                        }
                    }
                }
            }
            html.table(model.table)
        }
    }
}
