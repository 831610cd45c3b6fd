import Charter
import Conference
import Exchange
import HTML
import Register
import Secretariat

/// The register's list: newest first, fifty a page, filtered.
struct RegisterPage: PageModel {
    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    private let language: Language
    private let question: RegisterQuestion
    private let rows: [RegisterRow]
    private let unread: Int
    private let lead: String
    private let form: QuestionModel
    private let clear: LinkModel?
    private let notes: [String]
    private let table: DataTable?
    private let pages: PaginationModel
    private let empty: EmptyModel
    private let proof: RegisterProof
    /// The acts found, in the order asked for.
    let sequences: [Int]
    let sorting: Sorting?
    let context: PageContext
    let formats: [Representation] = [.csv, .xlsx, .atom, .json, .pdf]

    /// The page; only the acts that stand on it are read and decoded.
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let question = RegisterQuestion(context)
        let state = context.state
        // What can't be read filters nothing: the form says so, the list stays empty.
        var sequences = question.isFilterUnfit ? [] : state.sequences(question.filter, for: context.viewer)
        var unread = 0
        if question.isSearch, !question.isFilterUnfit {
            let candidates = sequences.filter(context.isOpen)
            let matches = RegisterMatch(topic: question.topic, text: question.text, state: state)
            let needle = matches.code
            let found = try await registrar.search(
                candidates, limit: RegisterQuestion.searchLimit,
                quick: { body in needle.map { body.contains($0) } ?? true }, keeps: matches.keeps)
            sequences = found.kept
            unread = candidates.count - found.read
        }
        let columns = RegisterRow.sortColumns(context)
        let sorting = Sorting(context, columns.map(\.name))
        sequences = sorting.sorted(sequences, by: columns)
        let count = max(1, (sequences.count + RegisterQuestion.pageLength - 1) / RegisterQuestion.pageLength)
        if question.page > count {
            return .other(
                .notFound([
                    LinkModel(
                        text: context("La última página: \(count)", "The last page: \(count)"),
                        href: context.plainPath(
                            .register,
                            query: question.pairs + context.sortPair
                                + (count > 1 ? [("page", String(count))] : [])))
                ]))
        }
        let start = (question.page - 1) * RegisterQuestion.pageLength
        let shown = Array(sequences.dropFirst(start).prefix(RegisterQuestion.pageLength))
        let entries = try await registrar.entries(shown)
        let rows = try entries.map { try RegisterRow($0, context) }
        return .model(
            RegisterPage(
                context, question, sorting, rows, all: sequences, pages: count, unread: unread))
    }

    private init(
        _ context: PageContext, _ question: RegisterQuestion, _ sorting: Sorting, _ rows: [RegisterRow],
        all sequences: [Int], pages count: Int, unread: Int
    ) {
        self.sorting = sorting
        language = context.language
        self.context = context
        self.sequences = sequences
        self.question = question
        self.rows = rows
        self.unread = unread
        let total = sequences.count
        isQuestionUnfit = question.isUnfit
        title = context("Registro", "Register")
        summary = context(
            "Todos los actos de la Conferencia, en orden, con sus huellas y sus pruebas.",
            "Every act of the Conference, in order, with its hashes and proofs.")
        let all = Counted(one: Phrase("acto", "act"), other: Phrase("actos", "acts")).text(
            context.state.sequence, language)
        lead = context(
            "\(all), en el orden en que se registraron. Ninguno cambia ni se borra: lo que se corrige, se corrige con otro acto.",
            "\(all), in the order in which they were registered. None changes or is deleted: a correction is another act."
        )
        form = question.form(context)
        clear =
            question.pairs.isEmpty
            ? nil
            : LinkModel(
                text: context("Quitar los filtros", "Clear the filters"),
                href: context.plainPath(.register, query: context.sortPair))
        notes = RegisterPage.notes(question, unread: unread, context)
        table = rows.isEmpty ? nil : RegisterRow.table(rows, sorting, context)
        let pairs = question.pairs + context.sortPair
        let request = context.request
        let first = (question.page - 1) * RegisterQuestion.pageLength
        pages = PaginationModel(
            current: question.page, count: count,
            summary: total == 0
                ? context("Ningún acto", "No acts")
                : context(
                    "\(Written.number(first + 1)) a \(Written.number(first + rows.count)) de \(Written.number(total))",
                    "\(Written.number(first + 1)) to \(Written.number(first + rows.count)) of \(Written.number(total))"
                ),
            href: { page in request.path(.register, query: pairs + (page > 1 ? [("page", String(page))] : []))
            })
        empty = EmptyModel(
            title: context("Ningún acto", "No acts"),
            sentences: [
                question.isFilterUnfit
                    ? context(
                        "Un filtro no se pudo leer; corríjalo arriba.",
                        "A filter couldn't be read; correct it above.")
                    : context(
                        "Ningún acto cumple todos los filtros.", "No act meets all the filters.")
            ], link: clear)
        proof = RegisterProof(context)
    }

    var json: JSONValue {
        [
            "total": .number(sequences.count), "page": .number(question.page),
            "pages": .number(pages.count),
            "pageLength": .number(RegisterQuestion.pageLength), "notSearched": .number(unread),
            "filter": question.json, "acts": .list(rows.map(\.json)),
        ]
    }

    private static func notes(_ question: RegisterQuestion, unread: Int, _ context: PageContext) -> [String] {
        var notes = [question.pageField.problem].compactMap { $0 }
        if unread > 0 {
            let limit = Written.number(RegisterQuestion.searchLimit)
            let rest = Written.number(unread)
            notes.append(
                context(
                    "Se buscó en los \(limit) actos más recientes que pasan los demás filtros; quedan \(rest) anteriores sin mirar. Acote los días o la clase para llegar a ellos.",
                    "The \(limit) most recent acts that pass the other filters were searched; \(rest) earlier ones weren't looked at. Narrow the days or the kind to reach them."
                ))
        }
        if !question.isOpen, context.state.lines.contains(where: { !context.viewer.mayRead($0.access) }) {
            notes.append(
                context(
                    "Los actos reservados no se filtran: están en la lista completa, cerrados.",
                    "Closed acts aren't filtered: they stand, closed, in the whole list."))
        }
        return notes
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.question(form)
        if let clear, table != nil {
            html(.p, .class("small")) { html in html(.a, clear.text, .href(clear.href)) }
        }
        for note in notes { html.notice(.gold) { html in html(.p, note) } }
        html.section(Phrase("Los actos", "The acts")[language], id: "acts") { html in
            if let table { html.table(table) } else { html.empty(empty) }
            html.pagination(pages, language)
        }
        html.registerProof(proof, language)
    }
}

/// What a search keeps.
struct RegisterMatch: Sendable {
    let topic: String?
    let text: String?
    let state: ConferenceState

    /// The bytes that the body of an act about the topic must hold: the code of what it is about, where bodies
    /// name it as it is.
    var code: [UInt8]? {
        guard let topic, let slash = topic.firstIndex(of: "/") else { return nil }
        let named = ["party", "meeting", "document", "organ", "decision"].contains(String(topic[..<slash]))
        return named ? Array(topic[topic.index(after: slash)...].utf8) : nil
    }

    /// True if the act is about the topic and says the text in either language, in its line or its kind.
    var keeps: @Sendable (RegisteredAct) -> Bool {
        let topic = topic
        let needle = text?.folded
        let state = state
        return { registered in
            let body = registered.proposal.act.body
            var topics = body.topics
            if case .registry(.corrected(let correction)) = registered.proposal.act {
                topics += correction.replacement?.act.body.topics ?? []
            }
            if let topic, !topics.contains(topic) { return false }
            guard let needle else { return true }
            let line = body.line(state)
            let kind = type(of: body).title
            return [line.es, line.en, kind.es, kind.en, registered.proposal.id].contains {
                $0.folded.contains(needle)
            }
        }
    }
}
