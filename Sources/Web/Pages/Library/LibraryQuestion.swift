import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// What is asked of the library's list: read from the address, each problem in a sentence.
struct LibraryQuestion {
    /// How many documents stand on a page.
    static let pageLength = 30
    /// The usual order: newest first.
    static let newest = "newest"

    /// A filter's field in the address, with what was given.
    struct Part {
        let name: String
        let value: String
        /// What was chosen, in words.
        let words: String
    }

    private(set) var filter = LibraryFilter()
    let sorting: Sorting
    /// The page of the list, from 1.
    private(set) var page = 1
    /// What was typed to be found in titles.
    private(set) var typed = ""
    /// What can't be read, each in a sentence.
    private(set) var problems: [(field: String, sentence: String)] = []
    /// The filters that are on, but the typed one.
    private(set) var parts: [Part] = []

    init(_ context: PageContext) {
        sorting = Sorting(context, LibraryRow.sortColumns(context).map(\.name), usual: LibraryQuestion.newest)
        readKind(context)
        readYear(context)
        readCodes(context)
        readLanguage(context)
        readText(context)
        if let text = context.request.query["page"] {
            if let number = Int(text), number >= 1 {
                page = number
            } else {
                problem(
                    "page", text, context, "no es una página; se muestra la primera.",
                    "isn't a page; the first is shown.")
            }
        }
    }

    /// True if a filter can't be read: then nothing is listed, rather than what wasn't asked for.
    var isFilterUnfit: Bool { problems.contains { $0.field != "page" } }

    /// The question as it stands in an address, without the page and, if asked for, without one field or with
    /// another value of it.
    func pairs(_ name: String? = nil, _ value: String? = nil) -> [(String, String)] {
        var pairs = parts.map { ($0.name, $0.value) }
        if !typed.isEmpty { pairs.append(("q", typed)) }
        if let order = sorting.text { pairs.append(("sort", order)) }
        if let name {
            pairs.removeAll { $0.0 == name }
            if let value { pairs.append((name, value)) }
        }
        return pairs
    }

    private mutating func problem(
        _ field: String, _ text: String, _ context: PageContext, _ es: String, _ en: String
    ) {
        problems.append((field, "“\(text.prefix(40))” " + context(es, en)))
    }

    private mutating func readKind(_ context: PageContext) {
        guard let text = context.request.query["kind"] else { return }
        guard let kind = DocumentKind(rawValue: text) else {
            return problem(
                "kind", text, context, "no es una clase de documento; elija una de la lista.",
                "is no kind of document; choose one of the list.")
        }
        filter.kind = kind
        parts.append(Part(name: "kind", value: text, words: context(LibraryWords.kind(kind))))
    }

    private mutating func readYear(_ context: PageContext) {
        guard let text = context.request.query["year"] else { return }
        guard let year = Int(text), (1...9999).contains(year) else {
            return problem(
                "year", text, context, "no es un año; escríbalo con cuatro cifras, por ejemplo 2014.",
                "isn't a year; write it with four digits, such as 2014.")
        }
        filter.year = year
        parts.append(Part(name: "year", value: text, words: text))
    }

    private mutating func readCodes(_ context: PageContext) {
        let state = context.state
        if let text = context.request.query["space"] {
            if let space = state.library.spaces[SpaceID(text)] {
                filter.space = space.id
                parts.append(Part(name: "space", value: text, words: context(space.act.name)))
            } else {
                problem(
                    "space", text, context, "no es un espacio temático; elija uno de la lista.",
                    "is no thematic space; choose one of the list.")
            }
        }
        if let text = context.request.query["theme"] {
            if context.theme(ElementID(text)) != nil {
                filter.theme = ElementID(text)
                parts.append(Part(name: "theme", value: text, words: context.themeName(ElementID(text))))
            } else {
                problem(
                    "theme", text, context, "no es un tema de ningún plan; elija uno de la lista.",
                    "is no theme of any plan; choose one of the list.")
            }
        }
        if let text = context.request.query["organ"] {
            if state.bodies.organs[OrganID(text)] != nil {
                filter.organ = OrganID(text)
                parts.append(
                    Part(
                        name: "organ", value: text,
                        words: context(state.name(OrganID(text), on: context.day))))
            } else {
                problem(
                    "organ", text, context, "no es un órgano; elija uno de la lista.",
                    "is no organ; choose one of the list.")
            }
        }
    }

    private mutating func readLanguage(_ context: PageContext) {
        guard let text = context.request.query["language"] else { return }
        guard let language = Language(rawValue: text) else {
            return problem(
                "language", text, context, "no es un idioma de la biblioteca; escriba es o en.",
                "is no language of the library; write es or en.")
        }
        filter.language = language
        parts.append(
            Part(name: "language", value: text, words: context(LibraryWords.language(language))))
    }

    private mutating func readText(_ context: PageContext) {
        typed = String((context.request.query["q"] ?? "").prefix(LibraryFilter.textLimit + 1))
        guard !typed.isEmpty else { return }
        if typed.count > LibraryFilter.textLimit {
            problems.append(
                (
                    "q",
                    context(
                        "Se busca un texto de hasta \(LibraryFilter.textLimit) letras; acórtelo.",
                        "A text of up to \(LibraryFilter.textLimit) letters is looked for; shorten it.")
                ))
        } else {
            filter.text = typed
        }
    }

    /// The form for words and order; the chosen filters go along.
    func form(_ context: PageContext) -> QuestionModel {
        QuestionModel(
            action: context.plainPath(.library),
            fields: [
                FieldModel(
                    name: "q", label: context("En el título", "In the title"), kind: .text, value: typed,
                    problem: problems.first { $0.field == "q" }?.sentence),
                sorting.field(
                    usual: (LibraryQuestion.newest, context("el más reciente primero", "newest first")),
                    [
                        ("date", context("fecha", "date")), ("title", context("título", "title")),
                        ("kind", context("clase", "kind")), ("organ", context("órgano", "organ")),
                    ]),
            ], button: context("Ver", "Show"),
            kept: parts.map { (name: $0.name, value: $0.value) }
                + (context.isAnotherDay ? [(name: "on", value: context.day.description)] : []),
            label: context("Filtrar la biblioteca", "Filter the library"))
    }

    /// What each filter is called.
    static func name(_ part: String, _ context: PageContext) -> String {
        switch part {
        case "kind": context("Clase", "Kind")
        case "year": context("Año", "Year")
        case "space": context("Espacio", "Space")
        case "theme": context("Tema", "Theme")
        case "organ": context("Órgano", "Organ")
        default: context("Idioma", "Language")
        }
    }

    /// The filters that are on, each with its way back.
    func chosen(_ context: PageContext) -> [ChosenModel] {
        var chosen = parts.map { part in
            ChosenModel(
                text: LibraryQuestion.name(part.name, context) + ": " + part.words,
                href: context.path(.library, query: pairs(part.name)))
        }
        if filter.text != nil {
            chosen.append(
                ChosenModel(
                    text: context("Título: ", "Title: ") + typed,
                    href: context.path(.library, query: pairs("q"))))
        }
        return chosen
    }

    /// The question for programs; what wasn't asked is `null`.
    var json: JSONValue {
        [
            "kind": JSONValue(filter.kind?.rawValue), "year": JSONValue(filter.year),
            "space": JSONValue(filter.space?.text), "theme": JSONValue(filter.theme?.text),
            "organ": JSONValue(filter.organ?.text), "language": JSONValue(filter.language?.rawValue),
            "q": JSONValue(filter.text), "sort": .text(sorting.text ?? LibraryQuestion.newest),
            "problems": .list(
                problems.map { ["field": .text($0.field), "problem": .text($0.sentence)] }),
        ]
    }
}
