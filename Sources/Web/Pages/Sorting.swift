import Charter
import Conference

/// What a row of a list is sorted by: a value, not the words that show it.
enum SortValue: Sendable, Hashable, Comparable {
    case number(Int64)
    case day(PartialDay)
    case text(Collated)
}

/// A column that a list is sorted by.
struct SortColumn<Row> {
    /// Its name in `?sort=`, the same in both languages.
    let name: String
    /// What a row is sorted by; `nil` for what isn't recorded, which stands last in either direction.
    let value: (Row) -> SortValue?

    init(_ name: String, _ value: @escaping (Row) -> SortValue?) {
        self.name = name
        self.value = value
    }
}

/// In which order a page's lists are asked for: `?sort=COLUMN` rising, `?sort=-COLUMN` falling. Without it each
/// list stands in its usual order; a list that hasn't the column keeps that.
struct Sorting {
    /// The columns that the page's lists are sorted by.
    let columns: [String]
    /// The column asked for.
    let column: String?
    /// True if what is greatest stands first.
    let isFalling: Bool
    /// Why the lists can't be sorted as asked.
    let problem: String?
    private let context: PageContext

    /// Reads `?sort=`. `usual` is a word that stands for the usual order in a form's choices.
    init(_ context: PageContext, _ columns: [String], usual: String? = nil) {
        var known: [String] = []
        for column in columns where !known.contains(column) { known.append(column) }
        self.columns = known
        self.context = context
        let typed = context.request.query["sort"].flatMap { $0 == usual ? nil : $0 }
        let isFalling = typed?.first == "-"
        let name = typed.map { String(isFalling ? $0.dropFirst() : $0[...]) }
        self.isFalling = isFalling
        column = name.flatMap { known.contains($0) ? $0 : nil }
        let names = known.joined(separator: ", ")
        problem =
            name == nil || column != nil
            ? nil
            : context(
                "No se puede ordenar por “\((typed ?? "").prefix(40))”; en «sort» va una de estas columnas: \(names), con un guion delante para el orden inverso.",
                "The list can't be sorted by “\((typed ?? "").prefix(40))”; “sort” takes one of these columns: \(names), with a hyphen before it for the reverse order."
            )
    }

    /// As it stands in an address; `nil` for the usual order.
    var text: String? { column.map { (isFalling ? "-" : "") + $0 } }

    /// The rows in the order asked for; of two that are alike, the usual order decides.
    func sorted<Row>(_ rows: [Row], by columns: [SortColumn<Row>]) -> [Row] {
        guard let value = columns.first(where: { $0.name == column })?.value else { return rows }
        var known: [(value: SortValue, index: Int)] = []
        var unknown: [Int] = []
        for (index, row) in rows.enumerated() {
            if let value = value(row) { known.append((value, index)) } else { unknown.append(index) }
        }
        known.sort {
            $0.value == $1.value ? $0.index < $1.index : ($0.value < $1.value) != isFalling
        }
        return (known.map(\.index) + unknown).map { rows[$0] }
    }

    /// The headings that sort a table of the page, in the section `anchor`; none on paper.
    func order(at anchor: String? = nil) -> TableOrder? {
        guard context.request.representation != .pdf else { return nil }
        return TableOrder(
            lead: context("Ordenar por", "Sort by"),
            Dictionary(uniqueKeysWithValues: columns.map { ($0, heading($0, anchor)) }))
    }

    /// Rising first, then falling, then the usual order again.
    private func heading(_ name: String, _ anchor: String?) -> TableOrder.Heading {
        guard name == column else {
            return .init(
                href: href(name, anchor), hint: context("Ordenar por esta columna", "Sort by this column"))
        }
        return isFalling
            ? .init(
                href: href(nil, anchor), hint: context("Volver al orden habitual", "Back to the usual order"),
                direction: .descending)
            : .init(
                href: href("-" + name, anchor), hint: context("Invertir el orden", "Reverse the order"),
                direction: .ascending)
    }

    /// The page with everything that was asked, in another order: it begins at its first page.
    private func href(_ sort: String?, _ anchor: String?) -> String {
        let kept = context.request.query.items.filter { !["sort", "page", "list"].contains($0.name) }
        return context.request.path(
            context.request.route,
            query: kept.map { ($0.name, $0.value) } + (sort.map { [("sort", $0)] } ?? []), fragment: anchor)
    }

    /// A form's choice of the order, for lists without headings: each column both ways.
    func field(usual: (value: String, text: String), _ names: [(column: String, text: String)]) -> FieldModel
    {
        FieldModel(
            name: "sort", label: context("Orden", "Order"),
            kind: .choice(
                [usual]
                    + names.flatMap { name in
                        [
                            (value: name.column, text: name.text + context(", ascendente", ", ascending")),
                            (
                                value: "-" + name.column,
                                text: name.text + context(", descendente", ", descending")
                            ),
                        ]
                    }), value: text ?? usual.value)
    }
}

extension PageContext {
    /// A text as a value to sort by, in the reader's language.
    func sorts(_ text: String?) -> SortValue? {
        text.flatMap { $0.isEmpty ? nil : .text(Collated($0, language)) }
    }

    /// The order asked for, as it goes along in forms and in the links between a list's pages.
    var sortPair: [(String, String)] { request.query["sort"].map { [("sort", $0)] } ?? [] }

    /// A further list of the page as files, to be offered beside its table.
    func files(of list: String, named name: String) -> ListFiles {
        let asked = request.query.items.filter { !["list", "page"].contains($0.name) }
        return ListFiles(
            lead: self("Esta lista como", "This list as"), name: name,
            links: [Representation.csv, .xlsx].map {
                LinkModel(
                    text: $0.label,
                    href: request.base.path(
                        request.route, language, $0,
                        query: asked.map { ($0.name, $0.value) } + [("list", list)]))
            })
    }
}

extension SortValue {
    /// A whole number.
    static func count(_ number: Int?) -> SortValue? { number.map { .number(Int64($0)) } }
    /// A day that is known.
    static func on(_ day: Day?) -> SortValue? { day.map { .day(PartialDay($0)) } }
    /// A sum of money.
    static func cents(_ money: Money?) -> SortValue? { money.map { .number($0.cents) } }
}
