/// How a table can be sorted: the headings that lead to another order, and which order is shown.
public struct TableOrder: Sendable {
    /// Which way a column is sorted; its raw value is what `aria-sort` says.
    public enum Direction: String, Sendable, Hashable { case ascending, descending }

    /// A heading that sorts.
    public struct Heading: Sendable, Hashable {
        /// The same page in the order that a click asks for.
        public let href: String
        /// Says what a click does.
        public let hint: String
        /// Which way the table is sorted by this column; `nil` where it is sorted by another one or by none.
        public let direction: Direction?

        /// A heading.
        public init(href: String, hint: String, direction: Direction? = nil) {
            self.href = href
            self.hint = hint
            self.direction = direction
        }
    }

    /// Says what the headings are for, where they stand in a line above rows that are blocks.
    public let lead: String
    /// The headings by their column's name in the address.
    public let headings: [String: Heading]

    /// The headings of a table.
    public init(lead: String, _ headings: [String: Heading]) {
        self.lead = lead
        self.headings = headings
    }
}

/// A list as files for other programs, offered beside its table.
public struct ListFiles: Sendable, Hashable {
    /// The words before the links.
    public let lead: String
    /// What the list is called.
    public let name: String
    /// A form and where it is.
    public let links: [LinkModel]

    /// The files of a list.
    public init(lead: String, name: String, links: [LinkModel]) {
        self.lead = lead
        self.name = name
        self.links = links
    }
}
