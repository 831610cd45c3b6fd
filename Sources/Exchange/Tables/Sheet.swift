import Charter

/// A value in a list that is exported.
public enum SheetCell: Sendable, Hashable {
    /// Words; never run as a formula, whatever they begin with.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number; one that isn't finite is written as an empty cell.
    case number(Double)
    /// An amount; XLSX shows its currency, CSV has only the decimal, so name the currency in the heading.
    case money(Money)
    /// A whole day; a day known by its year or month alone is `.text` of its description.
    case day(Day)
    /// Nothing is recorded.
    case empty
}

/// A list as it is exported: headings and rows, made one after the other and never all held.
public struct Sheet: Sendable {
    /// What a column holds; it decides alignment and width, each cell its own format.
    public enum Kind: Sendable, Hashable { case text, number, money, day }

    /// A column's heading and kind.
    public struct Column: Sendable, Hashable {
        /// The heading.
        public let title: String
        /// What it holds.
        public let kind: Kind

        /// A column.
        public init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    /// The list's short name: the sheet's name in XLSX, made to fit Excel's limits.
    public let name: String
    /// The list's title, in the document's properties.
    public let title: String
    /// The columns; a row shorter than them ends with empty cells, what is longer is cut.
    public let columns: [Column]
    /// Makes the rows anew.
    public let rows: @Sendable () -> AnyIterator<[SheetCell]>

    /// A list of `elements`, whose rows are made as they are written; they are walked once for each file.
    public init<Elements: Sequence & Sendable>(
        name: String, title: String, columns: [Column], of elements: Elements,
        row: @escaping @Sendable (Elements.Element) -> [SheetCell]
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = { AnyIterator(elements.lazy.map(row).makeIterator()) }
    }

    /// A list whose rows are there.
    public init(
        name: String, title: String, columns: [Column], rows: some Sequence<[SheetCell]> & Sendable
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = { AnyIterator(rows.makeIterator()) }
    }
}

/// What every exported list says of itself: whether it is official, where it comes from, of when it is.
public struct SheetNotice: Sendable, Hashable {
    /// The language of the labels.
    public let language: Language
    /// The notice in a word or two, for each row of a CSV file: `invented`, `no official value`.
    public let mark: String
    /// The whole notice, a paragraph a line.
    public let lines: [String]
    /// The address of the page that shows the list.
    public let address: String
    /// The number of the last act that the list takes into account.
    public let register: Int
    /// The day that the list shows.
    public let day: Day

    /// A notice.
    public init(
        language: Language, mark: String, lines: [String], address: String, register: Int, day: Day
    ) {
        self.language = language
        self.mark = mark
        self.lines = lines
        self.address = address
        self.register = register
        self.day = day
    }

    /// Label and value of each line of the notice's sheet.
    var labelled: [(label: String, value: SheetCell)] {
        let words =
            language == .es
            ? (notice: "Aviso", source: "Fuente", register: "Número de registro", day: "Día que muestra")
            : (notice: "Notice", source: "Source", register: "Register number", day: "Day shown")
        return lines.enumerated().map { ($0.offset == 0 ? words.notice : "", .text($0.element)) } + [
            (words.source, .text(address)), (words.register, .integer(register)), (words.day, .day(day)),
        ]
    }

    /// The name of the notice's sheet, and its heading in a CSV file.
    var name: String { language == .es ? "Aviso" : "Notice" }
}
