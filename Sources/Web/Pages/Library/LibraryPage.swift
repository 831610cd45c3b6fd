import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The library's list: the documents that the reader may read, narrowed down by links.
struct LibraryPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let isQuestionUnfit: Bool
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    private let context: PageContext
    private let question: LibraryQuestion
    private let lead: String
    private let listing: LibraryListing
    private let found: [LibraryState.Document]
    private let shown: [LibraryState.Document]
    private let facets: [FacetModel]
    private let pages: PaginationModel
    private let empty: EmptyModel
    var sorting: Sorting? { question.sorting }

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let question = LibraryQuestion(context)
        let listing = context.state.documents(question.filter, on: context.day, for: context.viewer)
        // What can't be read filters nothing: the page says so, the list stays empty.
        let found =
            question.isFilterUnfit
            ? [] : question.sorting.sorted(listing.documents, by: LibraryRow.sortColumns(context))
        let count = max(1, (found.count + LibraryQuestion.pageLength - 1) / LibraryQuestion.pageLength)
        if question.page > count {
            return .other(
                .notFound([
                    LinkModel(
                        text: context("La última página: \(count)", "The last page: \(count)"),
                        href: context.path(
                            .library, query: question.pairs() + (count > 1 ? [("page", String(count))] : []))
                    )
                ]))
        }
        return .model(LibraryPage(context, question, listing, found, pages: count))
    }

    private init(
        _ context: PageContext, _ question: LibraryQuestion, _ listing: LibraryListing,
        _ found: [LibraryState.Document], pages count: Int
    ) {
        self.context = context
        self.question = question
        self.listing = listing
        self.found = found
        isQuestionUnfit = !question.problems.isEmpty
        title = context("Biblioteca", "Library")
        let counted = Counted(one: Phrase("documento", "document"), other: Phrase("documentos", "documents"))
        let all = counted.text(listing.total, context.language)
        lead =
            listing.total == 0
            ? context(
                "Los documentos de la Conferencia, cada uno con su dirección y su cita.",
                "The Conference's documents, each with its address and its citation.")
            : context(
                "\(all), cada uno con su dirección y su cita.",
                "\(all), each with its address and its citation.")
        summary = context(
            "Los documentos de la Conferencia por clase, año, tema, órgano e idioma.",
            "The Conference's documents by kind, year, theme, organ and language.")
        let first = (question.page - 1) * LibraryQuestion.pageLength
        shown = Array(found.dropFirst(first).prefix(LibraryQuestion.pageLength))
        facets = question.isFilterUnfit ? [] : LibraryPage.facets(listing, question, context)
        let last = first + shown.count
        let pairs = question.pairs()
        pages = PaginationModel(
            current: question.page, count: count,
            summary: found.isEmpty
                ? context("Ningún documento", "No documents")
                : context(
                    "\(Written.number(first + 1)) a \(Written.number(last)) de \(Written.number(found.count))",
                    "\(Written.number(first + 1)) to \(Written.number(last)) of \(Written.number(found.count))"
                ),
            href: { page in context.path(.library, query: pairs + (page > 1 ? [("page", String(page))] : []))
            })
        empty = LibraryPage.empty(listing, question, context)
    }

    var json: JSONValue {
        [
            "total": .number(listing.total), "found": .number(found.count), "page": .number(question.page),
            "pages": .number(pages.count), "pageLength": .number(LibraryQuestion.pageLength),
            "filter": question.json, "facets": LibraryPage.json(listing),
            "documents": .list(shown.map { LibraryRow.json($0, context) }),
        ]
    }

    private static func empty(
        _ listing: LibraryListing, _ question: LibraryQuestion, _ context: PageContext
    ) -> EmptyModel {
        guard listing.total == 0 else {
            return EmptyModel(
                title: context("Ningún documento", "No documents"),
                sentences: [
                    question.isFilterUnfit
                        ? context(
                            "Un filtro no se pudo leer; quítelo o corríjalo.",
                            "A filter couldn't be read; remove or correct it.")
                        : context(
                            "Ningún documento cumple todos los filtros a la vez.",
                            "No document meets all the filters at once.")
                ],
                link: LinkModel(
                    text: context("Toda la biblioteca", "The whole library"), href: context.path(.library)))
        }
        return EmptyModel(
            title: context("No consta ningún documento", "No document is recorded"),
            sentences: [
                context(
                    "Aquí estarán los documentos cuando la secretaría los registre: cada uno con su título en los dos idiomas, su clase, su año y la dirección de su texto.",
                    "The documents will stand here once the secretariat registers them: each with its title in both languages, its kind, its year and where its text is."
                )
            ])
    }

    private static func facets(
        _ listing: LibraryListing, _ question: LibraryQuestion, _ context: PageContext
    ) -> [FacetModel] {
        func facet<Value>(
            _ name: String, _ counts: [Facet<Value>], isChosen: Bool, code: (Value) -> String,
            words: (Value) -> String
        ) -> FacetModel {
            FacetModel(
                title: LibraryQuestion.name(name, context),
                // One choice that keeps everything narrows nothing down.
                choices: isChosen || (counts.count == 1 && counts[0].count == listing.documents.count)
                    ? []
                    : counts.map {
                        .init(
                            text: words($0.value), count: $0.count,
                            href: context.path(.library, query: question.pairs(name, code($0.value))))
                    })
        }
        let filter = question.filter
        return [
            facet(
                "kind", listing.kinds, isChosen: filter.kind != nil, code: \.rawValue,
                words: { context(LibraryWords.kind($0)) }),
            facet(
                "year", listing.years, isChosen: filter.year != nil, code: { String($0) },
                words: { String($0) }),
            facet(
                "space", listing.spaces, isChosen: filter.space != nil, code: \.text,
                words: { id in context.state.library.spaces[id].map { context($0.act.name) } ?? id.text }),
            facet(
                "theme", listing.themes, isChosen: filter.theme != nil, code: \.text,
                words: { context.themeName($0) }),
            facet(
                "organ", listing.organs, isChosen: filter.organ != nil, code: \.text,
                words: { context.nameInTime($0) }),
            facet(
                "language", listing.languages, isChosen: filter.language != nil, code: \.rawValue,
                words: { context(LibraryWords.language($0)) }),
        ]
    }

    private static func json(_ listing: LibraryListing) -> JSONValue {
        func counts<Value>(_ facets: [Facet<Value>], _ code: (Value) -> String) -> JSONValue {
            .list(facets.map { ["value": .text(code($0.value)), "count": .number($0.count)] })
        }
        return [
            "kind": counts(listing.kinds, \.rawValue), "year": counts(listing.years) { String($0) },
            "space": counts(listing.spaces, \.text), "theme": counts(listing.themes, \.text),
            "organ": counts(listing.organs, \.text), "language": counts(listing.languages, \.rawValue),
        ]
    }

    func lists() -> [ListModel] { [ListModel(id: "documents", table: LibraryRow.list(found, context))] }

    func acts() -> [Int] { context.state.sequences(RegisterFilter(kind: "library"), for: context.viewer) }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.question(question.form(context))
        for problem in question.problems where problem.field != "q" {
            html.notice(.gold) { html in html(.p, problem.sentence) }
        }
        html.chosen(
            question.chosen(context),
            clear: LinkModel(
                text: context("Quitar todos", "Remove all"), href: context.path(.library)),
            context.language)
        html.faceted(facets, context.language) { html in
            let counted = Counted(
                one: Phrase("documento", "document"), other: Phrase("documentos", "documents"))
            // What isn't there is said once, by the empty place.
            let heading =
                shown.isEmpty
                ? context("Documentos", "Documents") : counted.text(found.count, context.language)
            html.section(heading, id: "documents") { html in
                if shown.isEmpty {
                    html.empty(empty)
                } else {
                    html(.ol, .class("hits")) { html in
                        for document in shown { LibraryRow.write(document, &html, context) }
                    }
                    html.pagination(pages, context.language)
                }
            }
        }
    }
}
