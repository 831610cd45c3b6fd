import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// Decisions and declarations as recorded: the list with its filters.
struct DecisionsPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .atom, .json, .pdf]
    private let context: PageContext
    private let question: DecisionsQuestion
    private let found: [DecisionRecord]
    private let shown: [DecisionRecord]
    private let pages: PaginationModel
    private let form: QuestionModel
    private let declarations: PaperRows
    let sorting: Sorting?

    /// How many decisions stand on a page.
    static let pageLength = 50

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let all = context.state.decisions(through: context.day, for: context.viewer)
        let question = DecisionsQuestion(context)
        let columns = DecisionRows(context).sortColumns
        let sorting = Sorting(context, columns.map(\.name))
        let found = sorting.sorted(question.keep(all), by: columns)
        guard let (shown, pages) = question.list.slice(found, length: pageLength) else {
            return .other(question.list.past(count: found.count, length: pageLength))
        }
        return .model(DecisionsPage(context, question, sorting, all, found, shown, pages))
    }

    private init(
        _ context: PageContext, _ question: DecisionsQuestion, _ sorting: Sorting, _ all: [DecisionRecord],
        _ found: [DecisionRecord], _ shown: [DecisionRecord], _ pages: PaginationModel
    ) {
        self.sorting = sorting
        self.context = context
        self.question = question
        self.found = found
        self.shown = shown
        self.pages = pages
        title = context("Decisiones y declaraciones", "Decisions and declarations")
        summary = context(
            "Lo que decidió la Conferencia, como consta: con su reunión, su cita y lo que se hizo con ello.",
            "What the Conference decided, as recorded: with its meeting, its citation and what was done about it."
        )
        form = question.form(all)
        declarations = PaperRows(context) { $0.act.kind == .declaration }
    }

    var json: JSONValue {
        [
            "total": .number(found.count), "page": .number(pages.current), "pages": .number(pages.count),
            "pageLength": .number(DecisionsPage.pageLength), "filter": question.list.json,
            "decisions": .list(shown.map(DecisionRows(context).json)), "declarations": declarations.json,
        ]
    }

    var isQuestionUnfit: Bool { question.list.isUnfit }
    func lists() -> [ListModel] { [ListModel(id: "decisions", table: DecisionRows(context).sheet(found))] }
    func acts() -> [Int] { found.map(\.entry).sorted(by: >) }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html(.p) { html in
            html(
                .a, context("Seguir las decisiones (Atom)", "Follow the decisions (Atom)"),
                .href(
                    context.request.base.path(
                        .decisions, context.language, .atom,
                        query: question.list.isUnfit ? [] : question.list.pairs)),
                .type("application/atom+xml"))
        }
        html.question(form)
        if let clear = question.list.clear {
            html(.p, .class("small")) { html in html(.a, clear.text, .href(clear.href)) }
        }
        if let problem = question.list.pageProblem { html.notice(.gold) { html in html(.p, problem) } }
        html.section(context("Decisiones", "Decisions"), id: "decisions") { html in
            if shown.isEmpty {
                html.empty(empty)
            } else {
                html.table(
                    DecisionRows(context).table(
                        shown, caption: context("Decisiones", "Decisions"),
                        order: sorting?.order(at: "decisions")))
                html.pagination(pages, context.language)
            }
            html(.p, closed, .classes("small", "soft"))
        }
        html.section(context("Declaraciones", "Declarations"), id: "declarations") { html in
            if let table = declarations.table(
                caption: context("Declaraciones", "Declarations"), namesKind: false)
            {
                html.table(table)
            } else {
                html(
                    .p, context("No consta ninguna declaración.", "No declaration is recorded."),
                    .class("soft"))
            }
        }
    }

    private var lead: String {
        let counted = Counted(
            one: Phrase("decisión", "decision"), other: Phrase("decisiones", "decisions")
        ).text(found.count, context.language)
        if found.isEmpty, question.list.isOpen {
            return context("No consta ninguna decisión.", "No decision is recorded.")
        }
        return question.list.isOpen
            ? context(
                "\(counted), como constan: el texto que vale es el de cada declaración.",
                "\(counted), as recorded: the text that holds is that of each declaration.")
            : context("\(counted) con estos filtros.", "\(counted) under these filters.")
    }

    private var closed: String {
        context.viewer.mayRead(.session)
            ? context(
                "Las de sesiones cerradas llevan su marca: son para los miembros y la presidencia.",
                "Those of closed sessions carry their mark: they are for the members and the presidency.")
            : context(
                "Las decisiones de sesiones cerradas son para los miembros y la presidencia, y no se cuentan aquí.",
                "Decisions of closed sessions are for the members and the presidency, and aren't counted here."
            )
    }

    private var empty: EmptyModel {
        EmptyModel(
            title: context("Ninguna decisión", "No decisions"),
            sentences: [
                question.list.isFilterUnfit
                    ? context(
                        "Un filtro no se pudo leer; corríjalo arriba.",
                        "A filter couldn't be read; correct it above.")
                    : question.list.isOpen
                        ? context(
                            "Aquí estarán cuando la secretaría registre la primera, con su reunión y su cita.",
                            "They will stand here once the secretariat registers the first, with its meeting and citation."
                        )
                        : context(
                            "Ninguna decisión registrada cumple todos los filtros.",
                            "No recorded decision meets all the filters.")
            ], link: question.list.clear)
    }
}

/// What is asked of the list of decisions.
struct DecisionsQuestion {
    private(set) var list: ListQuestion
    private let year: Int?
    private let organ: String?
    private let meeting: String?
    private let words: String?
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
        list = ListQuestion(context, .decisions)
        year = list.year("year")
        organ = list.choice("organ", of: context.state.bodies.order.map(\.text))
        meeting = list.choice("meeting", of: context.state.meetings.meetings.keys.map(\.text))
        words = list.text("q")
    }

    /// The decisions that pass every filter; none where a filter can't be read.
    func keep(_ decisions: [DecisionRecord]) -> [DecisionRecord] {
        guard !list.isFilterUnfit else { return [] }
        let words = words?.folded
        return decisions.filter { decision in
            if let year, decision.on.first.year != year { return false }
            if let organ, decision.act.organ.text != organ { return false }
            if let meeting, decision.meeting?.text != meeting { return false }
            guard let words else { return true }
            let title = decision.act.title
            return [decision.id.text, title.es, title.en].contains { $0.folded.contains(words) }
        }
    }

    /// The form, with what was typed; only what the readable decisions name is offered.
    func form(_ all: [DecisionRecord]) -> QuestionModel {
        let years = Set(all.map { $0.on.first.year }).sorted(by: >).map { String($0) }
        let known = Set(all.map(\.act.organ))
        let organs = context.state.bodies.order.filter { known.contains($0) }
        let held = Set(all.compactMap(\.meeting))
        let meetings = context.state.meetingsInOrder.filter { held.contains($0.id) }.reversed()
        return list.form(
            [
                list.field(
                    "year", context("Año", "Year"),
                    .choice([("", context("todos", "all"))] + years.map { ($0, $0) })),
                list.field(
                    "organ", context("Órgano", "Organ"),
                    .choice(
                        [("", context("todos", "all"))] + organs.map { ($0.text, context.name($0)) })),
                list.field(
                    "meeting", context("Reunión", "Meeting"),
                    .choice(
                        [("", context("todas", "all"))]
                            + meetings.map {
                                ($0.id.text, "\($0.act.from.first.year) · \(context.name($0))")
                            })),
                list.field("q", context("Que diga", "That says"), .text),
            ], label: context("Filtrar las decisiones", "Filter the decisions"))
    }
}
