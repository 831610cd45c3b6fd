import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// Everything that the reader may see, found by words.
struct SearchPage: PageModel {
    let title: String
    let summary: String?
    let isListed = false
    let isQuestionUnfit: Bool
    private let context: PageContext
    private let question: SearchedQuestion
    private let answer: SearchAnswer?
    private let problems: [String]
    private let pages: PaginationModel

    /// The page; a search that can't be made is one clear sentence on it.
    static func make(_ context: PageContext, _ finder: Finder) async throws -> PageOutcome {
        let question = SearchedQuestion(context)
        guard !question.text.isEmpty else { return .model(SearchPage(context, question, nil, nil)) }
        do throws(SearchError) {
            let answer = try await finder.find(question.question, viewer: context.viewer)
            let count = (answer.total + SearchedQuestion.pageLength - 1) / SearchedQuestion.pageLength
            if question.page > max(1, count) {
                return .other(
                    .notFound([
                        LinkModel(
                            text: context(
                                "La última página: \(max(1, count))", "The last page: \(max(1, count))"),
                            href: context.path(
                                .search,
                                query: question.pairs() + (count > 1 ? [("page", String(count))] : [])))
                    ]))
            }
            return .model(SearchPage(context, question, answer, nil))
        } catch {
            if case .index = error { return .other(.unavailable(context(error.message))) }
            return .model(SearchPage(context, question, nil, context(error.message)))
        }
    }

    private init(
        _ context: PageContext, _ question: SearchedQuestion, _ answer: SearchAnswer?, _ problem: String?
    ) {
        self.context = context
        self.question = question
        self.answer = answer
        problems = question.problems + [problem].compactMap { $0 }
        isQuestionUnfit = !problems.isEmpty
        let asked = question.text.count > 60 ? question.text.prefix(60) + "…" : question.text
        title = question.text.isEmpty ? context("Buscar", "Search") : context("Buscar: ", "Search: ") + asked
        summary = context(
            "Busca en todo lo que consta en el registro público.",
            "Searches everything on the public record.")
        let total = answer?.total ?? 0
        let first = (question.page - 1) * SearchedQuestion.pageLength
        let pairs = question.pairs()
        let last = first + (answer?.hits.count ?? 0)
        pages = PaginationModel(
            current: question.page,
            count: max(1, (total + SearchedQuestion.pageLength - 1) / SearchedQuestion.pageLength),
            summary: total == 0
                ? ""
                : context(
                    "\(Written.number(first + 1)) a \(Written.number(last)) de \(Written.number(total))",
                    "\(Written.number(first + 1)) to \(Written.number(last)) of \(Written.number(total))"),
            href: { page in context.path(.search, query: pairs + (page > 1 ? [("page", String(page))] : [])) }
        )
    }

    var json: JSONValue {
        let asked = question.question
        return [
            "q": .text(question.text), "kind": JSONValue(asked.kinds.first?.rawValue),
            "year": JSONValue(asked.year), "organ": JSONValue(asked.organ?.text),
            "problems": .list(problems.map { .text($0) }), "total": .number(answer?.total ?? 0),
            "page": .number(question.page), "pages": .number(pages.count),
            "hits": .list((answer?.hits ?? []).map(json)),
            "facets": [
                "kind": .list(
                    (answer?.facets.kinds ?? []).map {
                        ["value": .text($0.value.rawValue), "count": .number($0.count)]
                    }),
                "year": .list(
                    (answer?.facets.years ?? []).map {
                        ["value": .number($0.value), "count": .number($0.count)]
                    }),
                "organ": .list(
                    (answer?.facets.organs ?? []).map {
                        ["value": .text($0.value.text), "count": .number($0.count)]
                    }),
            ],
            "completions": .list((answer?.completions ?? []).map { .text($0) }),
            "suggestion": JSONValue(answer?.suggestion),
        ]
    }

    private func json(_ hit: SearchHit) -> JSONValue {
        [
            "id": .text(hit.id), "kind": .text(hit.kind.rawValue), "code": .text(hit.code),
            "title": .text(hit.title.text), "address": .text(context.address(of: hit)),
            "passages": .list(
                hit.passages.map { passage in
                    .list(
                        passage.pieces.map { ["text": .text($0.text), "marked": .flag($0.isMarked)] })
                }),
            "day": JSONValue(hit.day), "organ": JSONValue(hit.organ?.text),
            "access": .text(hit.access.rawValue),
        ]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, context("Buscar", "Search"))
        form(&html)
        for problem in problems { html.notice(.gold) { html in html(.p, problem) } }
        if question.text.isEmpty || answer == nil {
            if question.text.isEmpty { teach(&html) }
            return
        }
        entry(&html)
        html.chosen(
            chosen,
            clear: LinkModel(
                text: context("Quitar todos", "Remove all"),
                href: context.path(.search, query: [("q", question.text)])), context.language)
        guard let answer, answer.total > 0 else {
            nothing(&html)
            return
        }
        html.faceted(facets(answer), context.language) { html in
            let counted = Counted(one: Phrase("resultado", "result"), other: Phrase("resultados", "results"))
            html.section(
                counted.text(answer.total, context.language), id: "results"
            ) { html in
                html(.ol, .class("hits")) { html in for hit in answer.hits { self.hit(hit, &html) } }
                html.pagination(pages, context.language)
                completions(answer, &html)
            }
        }
    }
}

// MARK: - Parts

extension SearchPage {
    /// The box, with frequent terms as an aid to typing that needs no script.
    private func form(_ html: inout HTMLWriter) {
        html(
            .form, .classes("form", "ask"), .role("search"), .method("get"),
            .action(context.plainPath(.search)),
            .aria("label", context("Buscar en todo", "Search everything"))
        ) { html in
            html(.div, .class("field")) { html in
                html(
                    .label,
                    context("Palabras, una “frase exacta” o un código", "Words, an “exact phrase” or a code"),
                    .labels("ask-q"))
                html(
                    .input, .id("ask-q"), .type("search"), .name("q"), .value(question.text),
                    .attribute("list", "ask-terms"), .attribute("maxlength", "256"), .autocomplete("off"))
            }
            html(.datalist, .id("ask-terms")) { html in
                for term in terms { html(.option, .value(term)) }
            }
            html(.button, context("Buscar", "Search"), .type("submit"))
        }
    }

    /// Abbreviations of the glossary and names of members: what is most often typed here.
    private var terms: [String] {
        let short = context.state.library.terms.values.sorted { $0.entry < $1.entry }
            .compactMap { $0.act.abbreviation.map { context($0) } }
        let members = context.state.memberIDs(on: context.today).map { context.name($0) }
        var seen: Set<String> = []
        return (members + short).filter { seen.insert($0).inserted }.prefix(60).map { $0 }
    }

    /// The empty question: what can be found, and how.
    private func teach(_ html: inout HTMLWriter) {
        html(
            .p,
            context(
                "Aquí se encuentra todo lo que consta: miembros, órganos, reuniones, decisiones, líneas de los planes, documentos, términos, cláusulas y reglas.",
                "Everything on record is found here: members, organs, meetings, decisions, lines of the plans, documents, terms, clauses and rules."
            ), .class("lead"))
        let examples = examples
        html.section(context("Cómo se busca", "How to search"), id: "how") { html in
            html(.ul, .class("measure")) { html in
                for line in [
                    context(
                        "Varias palabras: lo que las tiene todas. Los acentos y las mayúsculas no cuentan; el singular halla el plural.",
                        "Several words: what has them all. Accents and capitals don't count; the singular finds the plural."
                    ),
                    context(
                        "Entre comillas, una frase tal cual; con un asterisco, lo que empieza así: migra*.",
                        "In quotes, a phrase as it stands; with an asterisk, what begins so: migra*."),
                    context(
                        "Un código lleva primero a su página.", "A code leads to its page first."),
                ] {
                    html(.li, line)
                }
            }
            if !examples.isEmpty {
                html(.p) { html in
                    html.text(context("Por ejemplo: ", "For example: "))
                    for (index, example) in examples.enumerated() {
                        if index > 0 { html.text(", ") }
                        html(.a, example, .href(context.path(.search, query: [("q", example)])))
                    }
                }
            }
        }
    }

    /// A code, a term and a member of this very conference.
    private var examples: [String] {
        let state = context.state
        return [
            state.heldMeetings.last?.id.text,
            state.library.terms.values.min { $0.entry < $1.entry }?.act.abbreviation.map { context($0) },
            state.memberIDs(on: context.today).first.map { context.name($0) },
        ].compactMap { $0 }
    }

    /// A number may mean an act of the register.
    private func entry(_ html: inout HTMLWriter) {
        guard let sequence = Int(question.text), (1...max(1, context.state.sequence)).contains(sequence)
        else {
            return
        }
        html(.p) { html in
            html.text(context("Acto del registro: ", "Act of the register: "))
            html(
                .a, Written.entry(sequence, context.language), .href(context.plainPath(.entry(sequence))))
        }
    }

    private func nothing(_ html: inout HTMLWriter) {
        let isNarrowed = question.pairs().count > 1
        html.empty(
            EmptyModel(
                title: context("Nada encontrado", "Nothing found"),
                sentences: [
                    isNarrowed
                        ? context(
                            "Nada cumple la búsqueda con estos filtros; quite alguno.",
                            "Nothing meets the search with these filters; remove one.")
                        : context(
                            "Nada de lo que consta tiene todas esas palabras. Pruebe con menos, o con otra.",
                            "Nothing on record has all those words. Try fewer, or another.")
                ],
                link: answer?.suggestion.map {
                    LinkModel(
                        text: context("¿Quiso decir “\($0)”?", "Did you mean “\($0)”?"),
                        href: context.path(.search, query: [("q", $0)]))
                }))
        if let answer { completions(answer, &html) }
    }

    private func completions(_ answer: SearchAnswer, _ html: inout HTMLWriter) {
        if answer.completions.isEmpty { return }
        html(.p, .class("small")) { html in
            html.text(context("También se busca: ", "Also searched for: "))
            for (index, text) in answer.completions.enumerated() {
                if index > 0 { html.text(" · ") }
                html(.a, text, .href(context.path(.search, query: [("q", text)])))
            }
        }
    }

    private func hit(_ hit: SearchHit, _ html: inout HTMLWriter) {
        html(.li) { html in
            html(.h3) { html in
                html(.a, .href(context.address(of: hit))) { $0.passage(hit.title) }
            }
            // Where the body says no more than the title, it is read once.
            for passage in hit.passages where passage.text != hit.title.text {
                html(.p) { $0.passage(passage) }
            }
            html(.p, .classes("small", "soft", "num")) { html in
                var parts = [context(hit.kind.title)]
                if let day = hit.day { parts.append(Written.partial(day, context.language)) }
                if hit.kind != .page { parts.append(hit.code) }
                html.text(parts.joined(separator: " · "))
                if hit.code.folded == question.text.folded {
                    html.text(" ")
                    html.tag(context("es el código", "this is the code"), .leaf)
                }
                if hit.access != .public {
                    html.text(" ")
                    html.tag(
                        context(ActWords.values[hit.access.rawValue] ?? Localized(same: hit.access.rawValue)),
                        .gold)
                }
            }
        }
    }

    private func facets(_ answer: SearchAnswer) -> [FacetModel] {
        func facet<Value>(
            _ title: String, _ name: String, _ counts: [SearchFacets.Count<Value>], isChosen: Bool,
            code: (Value) -> String, words: (Value) -> String
        ) -> FacetModel {
            FacetModel(
                title: title,
                choices: isChosen || (counts.count == 1 && counts[0].count == answer.total)
                    ? []
                    : counts.map {
                        .init(
                            text: words($0.value), count: $0.count,
                            href: context.path(.search, query: question.pairs(name, code($0.value))))
                    })
        }
        let asked = question.question
        return [
            facet(
                context("Clase", "Kind"), "kind", answer.facets.kinds, isChosen: !asked.kinds.isEmpty,
                code: \.rawValue, words: { context($0.title) }),
            facet(
                context("Año", "Year"), "year", answer.facets.years, isChosen: asked.year != nil,
                code: { String($0) }, words: { String($0) }),
            facet(
                context("Órgano", "Organ"), "organ", answer.facets.organs, isChosen: asked.organ != nil,
                code: \.text, words: { context.nameInTime($0) }),
        ]
    }

    private var chosen: [ChosenModel] {
        let asked = question.question
        func model(_ title: String, _ words: String, _ name: String) -> ChosenModel {
            ChosenModel(
                text: title + ": " + words, href: context.path(.search, query: question.pairs(name)))
        }
        return [
            asked.kinds.first.map { model(context("Clase", "Kind"), context($0.title), "kind") },
            asked.year.map { model(context("Año", "Year"), String($0), "year") },
            asked.organ.map {
                model(context("Órgano", "Organ"), context.nameInTime($0), "organ")
            },
        ].compactMap { $0 }
    }
}

extension HTMLWriter {
    /// Writes a piece of text with what was looked for marked.
    mutating func passage(_ passage: Passage) {
        for piece in passage.pieces {
            if piece.isMarked { self(.mark, piece.text) } else { text(piece.text) }
        }
    }
}
