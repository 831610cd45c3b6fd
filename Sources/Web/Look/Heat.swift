public import HTML

/// A map of cells in rows, each shaded by how much is on record and saying so in words.
public struct HeatModel: Sendable {
    /// One cell.
    public struct Cell: Sendable {
        /// A short number, where it has one.
        public let number: String?
        /// What it is.
        public let label: String
        /// Its page.
        public let href: String
        /// The same as its shade, in words.
        public let words: String
        /// How much: 0 for nothing, to 4.
        public let level: Int

        /// A cell.
        public init(number: String?, label: String, href: String, words: String, level: Int) {
            self.number = number
            self.label = label
            self.href = href
            self.words = words
            self.level = level
        }

        /// The shade of a value among others: 0 for none, then four steps up to the largest.
        public static func level(_ value: Int, of most: Int) -> Int {
            value <= 0 || most <= 0 ? 0 : min(4, 1 + (value * 4 - 1) / most)
        }
    }
    /// One row.
    public struct Row: Sendable {
        /// Its heading.
        public let title: String
        /// Its page.
        public let href: String
        /// A few words more.
        public let note: String
        /// Its cells.
        public let cells: [Cell]

        /// A row.
        public init(title: String, href: String, note: String, cells: [Cell]) {
            self.title = title
            self.href = href
            self.note = note
            self.cells = cells
        }
    }

    /// The rows.
    public let rows: [Row]
    /// What the shade says.
    public let caption: String

    /// A map.
    public init(rows: [Row], caption: String) {
        self.rows = rows
        self.caption = caption
    }
}

extension HTMLWriter {
    /// Draws the map as lists, so that it reads as it looks.
    public mutating func heat(_ model: HeatModel) {
        self(.figure) { html in
            html(.figcaption, model.caption)
            for row in model.rows {
                html(.h3) { html in html(.a, row.title, .href(row.href)) }
                html(.small, row.note, .class("soft"))
                html(.ol, .class("heat"), .role("list")) { html in
                    for cell in row.cells {
                        html(.li, .class("h\(cell.level)")) { html in
                            html(.a, .href(cell.href)) { html in
                                if let number = cell.number { html(.b, number + " ") }
                                html.text(cell.label)
                            }
                            html.text(" ")
                            html(.small, cell.words)
                        }
                    }
                }
            }
        }
    }
}
