public import Charter
public import HTML

/// A table of data: what every list of the product is shown in.
public struct DataTable: Sendable {
    /// A column's heading and kind.
    public struct Column: Sendable {
        /// The heading.
        public let title: String
        /// True for numbers: figures of one width, aligned right (left where it is the first column).
        public let isNumeric: Bool
        /// Its name in `?sort=`; `nil` where the table isn't sorted by it.
        public let sort: String?

        /// A column.
        public init(_ title: String, isNumeric: Bool = false, sort: String? = nil) {
            self.title = title
            self.isNumeric = isNumeric
            self.sort = sort
        }
    }

    /// What a cell shows.
    public enum Cell: Sendable {
        /// Text.
        case text(String)
        /// A link of ours.
        case link(String, href: String)
        /// A code with the name beside it, and a link.
        case party(code: String, name: String, href: String?)
        /// A state in words and colour.
        case tag(String, TagTone)
        /// A link to a source outside; text where its address is no web address.
        case source(String, address: String?)
        /// Markup made by a writer, for what none of these fit.
        case made(TrustedHTML)
        /// A day, as far as it is known: written out for people, as itself for spreadsheets.
        case day(PartialDay, Language)
        /// Nothing recorded: a dash that is read out in these words.
        case none(String)
    }

    /// Says what the table holds; also names its scrolling frame.
    public let caption: String
    /// True if the caption is only for readers that don't see the heading above.
    public let hidesCaption: Bool
    /// The columns.
    public let columns: [Column]
    /// The rows, each as long as `columns`.
    public let rows: [[Cell]]
    /// A last row of sums.
    public let foot: [Cell]?
    /// True if the first cell of a row names the row.
    public let namesRows: Bool
    /// True for long tables: they scroll in their own frame, so that their heads stay in sight.
    public let isTall: Bool
    /// The headings that sort it; `nil` where they are plain.
    public let order: TableOrder?
    /// The same list as files; `nil` where the page's own foot offers them.
    public let files: ListFiles?
    /// True where every column is of numbers.
    let isNumeric: Bool

    /// A table.
    public init(
        caption: String, hidesCaption: Bool = false, columns: [Column], rows: [[Cell]],
        foot: [Cell]? = nil, namesRows: Bool = true, isTall: Bool = false, order: TableOrder? = nil,
        files: ListFiles? = nil
    ) {
        self.caption = caption
        self.hidesCaption = hidesCaption
        self.columns = columns
        self.rows = rows
        self.foot = foot
        self.namesRows = namesRows
        self.isTall = isTall
        self.order = order
        self.files = files
        isNumeric = columns.allSatisfy(\.isNumeric)
    }

    /// True for tables of words: on a phone each row is a block, every value beside its column's heading. A
    /// matrix of figures keeps its columns, and scrolls.
    public var isStacked: Bool {
        let words = columns.count { !$0.isNumeric }
        return words > 2 || (columns.count > 3 && (words > 1 || columns.first?.isNumeric == false))
    }

    /// How the cells of each column begin; the last is for cells beyond the columns.
    fileprivate var starts: [HTMLStart] {
        let isStacked = isStacked
        return (0...columns.count).map { index in
            let column = index < columns.count ? columns[index] : nil
            let isName = index == 0 && namesRows
            return HTMLStart(
                isName ? .th : .td, .class(column?.isNumeric == true && !isNumeric ? "num" : nil),
                .scope(isName ? "row" : nil), .data("label", isStacked ? column?.title : nil))
        }
    }

    /// The same table, offered as files.
    public func with(_ files: ListFiles) -> DataTable {
        DataTable(
            caption: caption, hidesCaption: hidesCaption, columns: columns, rows: rows, foot: foot,
            namesRows: namesRows, isTall: isTall, order: order, files: files)
    }
}

extension HTMLWriter {
    /// Writes a table in a frame that scrolls sideways and is reached by keyboard.
    public mutating func table(_ table: DataTable) {
        let isStacked = table.isStacked
        self(
            .div,
            .classes(
                "scroll", table.isTall ? "tall" : nil, table.columns.count > 7 ? "wide" : nil,
                isStacked ? "stack" : nil), .tabIndex(0), .role("region"), .aria("label", table.caption)
        ) { html in
            // Where all is numbers the table says so once.
            html(.table, .class(table.isNumeric ? "num" : nil)) { html in
                html(.caption, table.caption, .class(table.hidesCaption ? "unseen" : nil))
                html(.thead) { html in
                    html(.tr, .data("sort", isStacked ? table.order?.lead : nil)) { html in
                        for column in table.columns { html.heading(column, table) }
                    }
                }
                let starts = table.starts
                html(.tbody) { html in
                    for row in table.rows { html.row(row, starts) }
                }
                if let foot = table.foot {
                    html(.tfoot) { $0.row(foot, starts) }
                }
            }
        }
        if let files = table.files { self.files(files) }
    }

    /// Writes where a list is as files.
    mutating func files(_ files: ListFiles) {
        self(.p, .class("formats")) { html in
            html.text(files.lead + " ")
            for link in files.links {
                html(.a, link.text, .href(link.href), .aria("label", link.text + ": " + files.name))
            }
        }
    }

    private mutating func heading(_ column: DataTable.Column, _ table: DataTable) {
        let heading = column.sort.flatMap { table.order?.headings[$0] }
        self(
            .th, .scope("col"), .class(column.isNumeric && !table.isNumeric ? "num" : nil),
            .aria("sort", heading?.direction?.rawValue)
        ) { html in
            guard let heading else { return html.text(column.title) }
            // One order is enough for search engines.
            html(.a, .href(heading.href), .rel("nofollow"), .title(heading.hint)) { html in
                html.text(column.title)
                if let direction = heading.direction {
                    html(.span, direction == .ascending ? "\u{A0}↑" : "\u{A0}↓", .hiddenFromReaders)
                }
            }
        }
    }

    /// Writes a row, each cell by its column's start.
    private mutating func row(_ cells: [DataTable.Cell], _ starts: [HTMLStart]) {
        self(.tr) { html in
            for (index, cell) in cells.enumerated() {
                html(starts[min(index, starts.count - 1)]) { $0.cell(cell) }
            }
        }
    }

    /// Writes what a cell shows.
    mutating func cell(_ cell: DataTable.Cell) {
        switch cell {
        case .text(let text): self.text(text)
        case .link(let text, let href): self(.a, text, .href(href))
        case .party(let code, let name, let href):
            if let href { self(.a, name, .href(href)) } else { text(name) }
            text(" ")
            self.code(code)
        case .tag(let text, let tone): tag(text, tone)
        case .source(let text, let address):
            if let address {
                self(.a, text, .href(external: address), .rel("noopener"))
            } else {
                self.text(text)
            }
        case .made(let markup): trusted(markup)
        case .day(let day, let language): text(Written.partial(day, language))
        case .none(let words):
            self(.span, "–", .hiddenFromReaders, .class("soft"))
            self(.span, words, .class("unseen"))
        }
    }
}
