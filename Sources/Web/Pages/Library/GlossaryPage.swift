import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The glossary: every term in both languages, each with an address that stays.
struct GlossaryPage: PageModel {
    /// A term, ready to be read.
    struct Entry {
        let id: String
        let short: String?
        let name: String
        let other: String
        let definition: String?
        let entry: LinkModel
    }

    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    private let context: PageContext
    private let language: Language
    private let typed: String
    private let terms: [LibraryState.Term]
    private let found: [LibraryState.Term]
    private let sources: [Int: Source]
    private let lead: String
    private let form: QuestionModel
    private let clear: LinkModel?
    private let letters: [(letter: String, entries: [Entry])]
    private let empty: EmptyModel?
    let sorting: Sorting?

    /// The longest text that is filtered by, in letters.
    static let textLimit = 80

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let sorting = Sorting(context, sortColumns(context).map(\.name))
        let terms = sorting.sorted(sorted(context), by: sortColumns(context))
        // The page itself shows no sources: a term's entry does.
        let sources =
            context.request.representation == .html
            ? [:] : try await registrar.sources(of: terms.map(\.entry), in: context.state)
        return .model(GlossaryPage(terms, sorting, context, sources))
    }

    /// The terms as the reader's language orders them: by abbreviation where there is one.
    private static func sorted(_ context: PageContext) -> [LibraryState.Term] {
        context.state.library.terms.values.map { (key(of: $0, context).folded, $0) }
            .sorted { ($0.0, $0.1.entry) < ($1.0, $1.1.entry) }.map(\.1)
    }

    /// What terms are sorted by: as they stand in the list, by their whole name, by that in the other language.
    private static func sortColumns(_ context: PageContext) -> [SortColumn<LibraryState.Term>] {
        let other = context.language.other
        return [
            SortColumn("term") { context.sorts(key(of: $0, context)) },
            SortColumn("name") { context.sorts(context($0.act.name)) },
            SortColumn("translation") { .text(Collated($0.act.name[other], other)) },
        ]
    }

    /// What a term stands under in the list.
    private static func key(
        of term: LibraryState.Term, _ context: PageContext, by column: String? = nil
    ) -> String {
        switch column {
        case "name": context(term.act.name)
        case "translation": term.act.name[context.language.other]
        default: context(term.act.abbreviation ?? term.act.name)
        }
    }

    private init(
        _ terms: [LibraryState.Term], _ sorting: Sorting, _ context: PageContext, _ sources: [Int: Source]
    ) {
        self.sorting = sorting
        typed = String((context.request.query["q"] ?? "").prefix(GlossaryPage.textLimit + 1))
        let isTooLong = typed.count > GlossaryPage.textLimit
        self.context = context
        self.terms = terms
        self.sources = sources
        language = context.language
        title = context("Glosario", "Glossary")
        isQuestionUnfit = isTooLong
        let counted = Counted(one: Phrase("término", "term"), other: Phrase("términos", "terms"))
        let all = counted.text(terms.count, context.language)
        summary = context(
            "Términos y siglas de la Conferencia en español y en inglés.",
            "The Conference's terms and abbreviations in Spanish and English.")
        lead =
            terms.isEmpty
            ? context(
                "Los términos y siglas de la Conferencia, en español y en inglés.",
                "The Conference's terms and abbreviations, in Spanish and English.")
            : context(
                "\(all), en español y en inglés. Cada uno tiene una dirección que no cambia.",
                "\(all), in Spanish and English. Each has an address that doesn't change.")
        form = QuestionModel(
            action: context.plainPath(.glossary),
            fields: [
                FieldModel(
                    name: "q", label: context("Que diga", "That says"), kind: .text, value: typed,
                    problem: isTooLong
                        ? context(
                            "Se busca un texto de hasta \(GlossaryPage.textLimit) letras; acórtelo.",
                            "A text of up to \(GlossaryPage.textLimit) letters is searched for; shorten it.")
                        : nil),
                sorting.field(
                    usual: ("", context("por letra", "by letter")),
                    [
                        ("term", context("término o sigla", "term or abbreviation")),
                        ("name", context("nombre completo", "whole name")),
                        ("translation", context("nombre en inglés", "name in Spanish")),
                    ]),
            ], button: context("Filtrar", "Filter"),
            label: context("Filtrar el glosario", "Filter the glossary"))
        clear =
            typed.isEmpty
            ? nil
            : LinkModel(
                text: context("Quitar el filtro", "Clear the filter"),
                href: context.plainPath(.glossary, query: context.sortPair))
        let needle = typed.folded
        found = isTooLong ? [] : terms.filter { GlossaryPage.says($0, needle) }
        letters = GlossaryPage.grouped(found, sorting.column, context)
        empty =
            found.isEmpty ? GlossaryPage.empty(isGlossaryEmpty: terms.isEmpty, clear, context) : nil
    }

    var json: JSONValue {
        [
            "total": .number(terms.count), "q": JSONValue(typed.isEmpty ? nil : typed),
            "terms": .list(found.map { GlossaryPage.json($0, context, sources) }),
        ]
    }

    private static func says(_ term: LibraryState.Term, _ needle: String) -> Bool {
        guard !needle.isEmpty else { return true }
        let texts = [term.act.abbreviation, term.act.name, term.act.definition].compactMap { $0 }
        return texts.contains { $0.es.folded.contains(needle) || $0.en.folded.contains(needle) }
    }

    private static func grouped(
        _ terms: [LibraryState.Term], _ column: String?, _ context: PageContext
    ) -> [(letter: String, entries: [Entry])] {
        var groups: [(letter: String, entries: [Entry])] = []
        for term in terms {
            let key = key(of: term, context, by: column).folded.uppercased()
            // In an order of the reader's choice signs count for nothing.
            let first = column == nil ? key.first : key.first { $0.isLetter || $0.isNumber }
            let letter = first.map { $0.isLetter ? String($0) : "0–9" } ?? "0–9"
            if groups.last?.letter != letter { groups.append((letter, [])) }
            groups[groups.count - 1].entries.append(Entry(term, context))
        }
        return groups
    }

    private static func empty(
        isGlossaryEmpty: Bool, _ clear: LinkModel?, _ context: PageContext
    ) -> EmptyModel {
        guard isGlossaryEmpty else {
            return EmptyModel(
                title: context("Ningún término", "No terms"),
                sentences: [
                    context(
                        "Ningún término dice eso en ninguno de los dos idiomas.",
                        "No term says that in either language.")
                ], link: clear)
        }
        return EmptyModel(
            title: context("No consta ningún término", "No term is recorded"),
            sentences: [
                context(
                    "Aquí estarán las siglas y los términos propios de la Conferencia cuando la secretaría los registre.",
                    "The Conference's own abbreviations and terms will stand here once the secretariat registers them."
                )
            ])
    }

    private static func table(
        _ terms: [LibraryState.Term], _ context: PageContext, _ sources: [Int: Source]
    ) -> DataTable {
        func cell(_ text: String?) -> DataTable.Cell {
            text.map { .text($0) } ?? .none(context.notRecorded)
        }
        return DataTable(
            caption: context("Glosario", "Glossary"),
            columns: [
                .init(context("Código", "Code")), .init(context("Sigla en español", "Abbreviation, Spanish")),
                .init(context("Sigla en inglés", "Abbreviation, English")),
                .init(context("Español", "Spanish")), .init(context("Inglés", "English")),
                .init(context("Qué es (español)", "What it means (Spanish)")),
                .init(context("Qué es (inglés)", "What it means (English)")),
                .init(context("Fuente", "Source")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: terms.map { term in
                [
                    .text(term.act.term.text), cell(term.act.abbreviation?.es),
                    cell(term.act.abbreviation?.en),
                    .text(term.act.name.es), .text(term.act.name.en), cell(term.act.definition?.es),
                    cell(term.act.definition?.en),
                    cell(sources[term.entry].map { context.words($0) }), .text(String(term.entry)),
                ]
            })
    }

    private static func json(
        _ term: LibraryState.Term, _ context: PageContext, _ sources: [Int: Source]
    ) -> JSONValue {
        [
            "term": .text(term.act.term.text),
            "abbreviation": term.act.abbreviation.map { JSONValue($0) } ?? .null,
            "name": JSONValue(term.act.name),
            "definition": term.act.definition.map { JSONValue($0) } ?? .null,
            "address": .text(
                context.request.path(.glossary, fragment: GlossaryPage.anchor(term.act.term))),
            "source": context.json(sources[term.entry]), "entry": .number(term.entry),
        ]
    }

    /// A term's place on the page: part of an address that stays.
    static func anchor(_ term: TermID) -> String { "term-" + term.text }

    func lists() -> [ListModel] {
        [ListModel(id: "terms", table: GlossaryPage.table(terms, context, sources))]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.question(form)
        if let clear, empty == nil {
            html(.p, .class("small")) { html in html(.a, clear.text, .href(clear.href)) }
        }
        if let empty { html.empty(empty) }
        if letters.count > 1 { jump(&html) }
        for group in letters {
            html(.section, .class("letter"), .id("letter-" + group.letter)) { html in
                html(.h2, group.letter)
                html(.dl, .classes("facts", "terms")) { html in
                    for entry in group.entries { write(entry, &html) }
                }
            }
        }
    }

    private func jump(_ html: inout HTMLWriter) {
        html(.nav, .class("pages"), .aria("label", Phrase("Por letra", "By letter")[language])) { html in
            html(.ul) { html in
                for group in letters {
                    html(.li) { html in html(.a, group.letter, .href("#letter-" + group.letter)) }
                }
            }
        }
    }

    private func write(_ entry: Entry, _ html: inout HTMLWriter) {
        html(.div, .id(entry.id)) { html in
            html(.dt) { html in
                html(.a, entry.short ?? entry.name, .href("#" + entry.id))
            }
            html(.dd) { html in
                if entry.short != nil { html(.b, entry.name) }
                if let definition = entry.definition { html(.p, definition) }
                html(.p, .classes("small", "soft")) { html in
                    html.text(Phrase("En inglés: ", "In Spanish: ")[language])
                    html(.span, entry.other, .lang(language.other.rawValue))
                    html.text(" · ")
                    html(.a, entry.entry.text, .class("num"), .href(entry.entry.href))
                }
            }
        }
    }
}

extension GlossaryPage.Entry {
    fileprivate init(_ term: LibraryState.Term, _ context: PageContext) {
        let other = context.language.other
        id = GlossaryPage.anchor(term.act.term)
        short = term.act.abbreviation.map { context($0) }
        name = context(term.act.name)
        self.other =
            [term.act.abbreviation.map { $0[other] }, term.act.name[other]].compactMap { $0 }.joined(
                separator: ", ")
        definition = term.act.definition.map { context($0) }
        entry = LinkModel(
            text: Written.entry(term.entry, context.language), href: context.plainPath(.entry(term.entry)))
    }
}
