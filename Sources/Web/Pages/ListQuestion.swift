import Charter
import Conference
import Exchange

/// What is asked of a list of a page: its filters and its page, read from the address; what was typed is kept,
/// each problem at its field.
struct ListQuestion {
    /// The longest text that is searched for, in letters.
    static let textLimit = 80

    private let context: PageContext
    private let route: Route
    private var asked: [(name: String, typed: String, problem: String?)] = []
    /// The page of the list, from 1.
    private(set) var page = 1
    /// What is wrong with the page's number; then the first is shown.
    private(set) var pageProblem: String?

    init(_ context: PageContext, _ route: Route) {
        self.context = context
        self.route = route
        let typed = String((context.request.query["page"] ?? "").prefix(20))
        guard !typed.isEmpty else { return }
        if let number = Int(typed), number >= 1 {
            page = number
        } else {
            pageProblem = context(
                "“\(typed)” no es una página; se muestra la primera.",
                "“\(typed)” isn't a page; the first is shown.")
        }
    }

    /// True if a filter can't be read: then nothing is listed, rather than what wasn't asked for.
    var isFilterUnfit: Bool { asked.contains { $0.problem != nil } }
    /// True if a field can't be read.
    var isUnfit: Bool { isFilterUnfit || pageProblem != nil }
    /// True if nothing is filtered.
    var isOpen: Bool { pairs.isEmpty }
    /// The filters as they stand in an address, without the page and the day.
    var pairs: [(String, String)] {
        asked.filter { !$0.typed.isEmpty }.map { ($0.name, $0.typed) }
    }

    /// Reads a field that takes one of a few values.
    mutating func choice(_ name: String, of values: [String]) -> String? {
        let typed = String((context.request.query[name] ?? "").prefix(80))
        let isKnown = typed.isEmpty || values.contains(typed)
        asked.append(
            (
                name, typed,
                isKnown
                    ? nil
                    : context(
                        "“\(typed)” no está en la lista; elija una de sus opciones.",
                        "“\(typed)” isn't in the list; choose one of its options.")
            ))
        return isKnown && !typed.isEmpty ? typed : nil
    }

    /// Reads a year.
    mutating func year(_ name: String) -> Int? {
        let typed = String((context.request.query[name] ?? "").prefix(20))
        guard !typed.isEmpty else {
            asked.append((name, "", nil))
            return nil
        }
        let year = typed.utf8.count == 4 ? Int(typed).flatMap { (1...9999).contains($0) ? $0 : nil } : nil
        asked.append(
            (
                name, typed,
                year == nil
                    ? context(
                        "“\(typed)” no es un año; escriba cuatro cifras, por ejemplo 2014.",
                        "“\(typed)” isn't a year; write four digits, such as 2014.") : nil
            ))
        return year
    }

    /// Reads a text that is looked for.
    mutating func text(_ name: String) -> String? {
        let typed = String((context.request.query[name] ?? "").prefix(ListQuestion.textLimit + 1))
        let isShort = typed.count <= ListQuestion.textLimit
        asked.append(
            (
                name, typed,
                isShort
                    ? nil
                    : context(
                        "Se busca un texto de hasta \(ListQuestion.textLimit) letras; acórtelo.",
                        "A text of up to \(ListQuestion.textLimit) letters is searched for; shorten it.")
            ))
        return isShort && !typed.isEmpty ? typed : nil
    }

    /// A field of the form, with what was typed.
    func field(_ name: String, _ label: String, _ kind: FieldModel.Kind, hint: String? = nil) -> FieldModel {
        let found = asked.first { $0.name == name }
        var kind = kind
        // What was typed stays chosen, wrong as it is.
        if let found, found.problem != nil, case .choice(let choices) = kind {
            kind = .choice(choices + [(found.typed, found.typed)])
        }
        return FieldModel(
            name: name, label: label, kind: kind, value: found?.typed ?? "", hint: hint,
            problem: found?.problem)
    }

    /// The form that asks; the day that is shown goes along.
    func form(_ fields: [FieldModel], label: String) -> QuestionModel {
        QuestionModel(
            action: context.plainPath(route), fields: fields, button: context("Filtrar", "Filter"),
            kept: ((context.isAnotherDay ? [("on", context.day.description)] : []) + context.sortPair).map {
                (name: $0.0, value: $0.1)
            }, label: label, id: "list")
    }

    /// The way to the whole list; `nil` where it is whole.
    var clear: LinkModel? {
        isOpen
            ? nil
            : LinkModel(
                text: context("Quitar los filtros", "Clear the filters"),
                href: context.path(route, query: context.sortPair))
    }

    /// One page of the list; `nil` where there is no page of that number.
    func slice<Row>(_ rows: [Row], length: Int) -> (rows: [Row], pages: PaginationModel)? {
        let count = max(1, (rows.count + length - 1) / length)
        guard page <= count else { return nil }
        let start = (page - 1) * length
        let shown = Array(rows.dropFirst(start).prefix(length))
        let (first, last, all) = (
            Written.number(start + 1), Written.number(start + shown.count), Written.number(rows.count)
        )
        let address = address
        return (
            shown,
            PaginationModel(
                current: page, count: count,
                summary: shown.isEmpty
                    ? context("Ninguna", "None")
                    : context("\(first) a \(last) de \(all)", "\(first) to \(last) of \(all)"), href: address)
        )
    }

    /// Where whoever asked for a page past the end may go.
    func past(count: Int, length: Int) -> PageAnswer {
        let last = max(1, (count + length - 1) / length)
        return .notFound([
            LinkModel(
                text: context("La última página: \(last)", "The last page: \(last)"), href: address(last))
        ])
    }

    private var address: @Sendable (Int) -> String {
        let (request, route, pairs) = (context.request, route, pairs + context.sortPair)
        let day = context.isAnotherDay ? [("on", context.day.description)] : []
        return { page in
            request.path(route, query: day + pairs + (page > 1 ? [("page", String(page))] : []))
        }
    }

    /// The question for programs.
    var json: JSONValue {
        .object(
            asked.map {
                (name: $0.name, value: $0.typed.isEmpty || $0.problem != nil ? .null : .text($0.typed))
            }
                + [
                    (
                        name: "problems",
                        value: .list(
                            asked.compactMap { field in
                                field.problem.map {
                                    [
                                        "field": .text(field.name), "typed": .text(field.typed),
                                        "problem": .text($0),
                                    ]
                                }
                            }
                                + (pageProblem.map { [["field": "page", "problem": .text($0)]] } ?? []))
                    )
                ])
    }
}
