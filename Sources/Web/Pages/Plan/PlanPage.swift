import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One plan: its map, its lines, what is on record of them, what refers where.
struct PlanPage: PageModel {
    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    let context: PageContext
    let words: PlanWords
    let record: PlanState.Record
    /// The lines stated by the day.
    let lines: [PlanState.Line]
    let work: [ElementID: PlanWork]
    let activities: [SeenActivity]
    let dangling: [(line: PlanState.Line, reference: PlanReference)]
    let question: PlanQuestion
    let found: [PlanState.Line]
    let sources: [Int: Source]
    /// What the register counts itself of what the plan measures.
    let counts: [PlanCount]
    /// Lines by what they stand below.
    let children: [ElementID: [PlanState.Line]]
    let sorting: Sorting?

    /// The plan's page; for a code that isn't known, not found with the nearest ones.
    static func make(_ plan: PlanID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        guard let record = context.state.plan.plans[plan] else {
            return .other(.notFound(suggestions(plan, context)))
        }
        let sources = try await registrar.sources(of: [record.entry], in: context.state)
        return .model(PlanPage(record, context, sources))
    }

    static func suggestions(_ plan: PlanID, _ context: PageContext) -> [LinkModel] {
        let state = context.state
        return state.plans(near: plan.text).map { id in
            LinkModel(
                text: state.plan.plans[id].map { context($0.act.title) } ?? id.text,
                href: context.path(.plan(id.text)))
        } + [LinkModel(text: context("Planes", "Plans"), href: context.path(.plans))]
    }

    private init(_ record: PlanState.Record, _ context: PageContext, _ sources: [Int: Source]) {
        let state = context.state
        let day = context.day
        self.context = context
        self.record = record
        self.sources = sources
        words = PlanWords(context)
        title = context(record.act.title)
        summary = words.kind(record.act.kind) + ", " + words.period(record)
        lines = record.lines(on: day)
        work = state.work(on: record, on: day, for: context.viewer)
        let columns = words.sortColumns(record, work)
        let sorting = Sorting(
            context, columns.map(\.name) + words.activitySortColumns.map(\.name))
        self.sorting = sorting
        activities = sorting.sorted(
            state.activities(on: day, for: context.viewer).filter {
                $0.status.activity.act.plan == record.act.plan
            }, by: words.activitySortColumns)
        dangling = state.danglingReferences(record).filter { $0.line.on.first <= day }
        question = PlanQuestion(record, context)
        isQuestionUnfit = question.isUnfit
        found = sorting.sorted(
            question.isAsked ? question.lines(record, on: day) : lines, by: columns)
        children = Dictionary(grouping: lines.filter { $0.act.parent != nil }) {
            $0.act.parent ?? ElementID("")
        }
        counts = record.act.kind == .strategic ? state.counts(of: record, on: day, for: context.viewer) : []
    }

    var json: JSONValue {
        PlanPage.json(
            record, lines, found, work, activities, dangling, question, context, sources, counts)
    }

    /// Every act about a plan's lines.
    static func entries(_ record: PlanState.Record, _ lines: [PlanState.Line]) -> [Int] {
        [record.entry] + lines.map(\.entry) + lines.flatMap { $0.reports.map(\.entry) }
    }

    func acts() -> [Int] {
        Array(
            (PlanPage.entries(record, lines) + activities.flatMap { $0.status.activity.allEntries })
                .sorted().reversed())
    }

    /// True if the plan had been adopted by the day.
    private var isAdopted: Bool { record.on.first <= context.day }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html.breadcrumb(
            [LinkModel(text: context("Planes", "Plans"), href: context.path(.plans))], language)
        html.eyebrow(words.kind(record.act.kind))
        html(.h1, title)
        guard isAdopted else {
            html.empty(
                EmptyModel(
                    title: context("Aún no existía ese día", "It didn't exist yet on that day"),
                    sentences: [
                        context(
                            "Consta desde \(Written.partial(record.on, language)).",
                            "It is recorded since \(Written.partial(record.on, language)).")
                    ], link: LinkModel(text: title, href: context.plainPath(.plan(record.act.plan.text)))))
            return
        }
        facts(&html)
        PlansPage.length(context.state.planLength(record), context, &html)
        frame(&html)
        map(&html)
        if record.act.kind == .strategic { lists(&html) }
        find(&html)
        activities(&html)
        references(&html)
    }

    private func facts(_ html: inout HTMLWriter) {
        let state = context.state
        let standing = state.standing(of: record, on: context.day)
        let tag = words.tag(standing.value)
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = [
            (context("Código", "Code"), { $0.code(record.act.plan.text) }),
            (
                context("Período", "Period"),
                { html in
                    if standing.value != .notRecorded { html.text(words.period(record) + " ") }
                    html.tag(tag.text, tag.tone)
                    html.why(
                        context.why(standing.basis, about: context("este estado del plan", "this state")),
                        context.language)
                }
            ),
            (
                context("Consta desde", "Recorded since"),
                { $0.text(Written.partial(record.on, context.language)) }
            ),
        ]
        if let decision = record.act.decision {
            facts.append(
                (
                    context("Decisión", "Decision"),
                    { html in
                        html(.a, decision.text, .href(context.path(.decision(decision.text))))
                    }
                ))
        }
        if let id = record.act.document, let document = state.library.documents[id],
            context.viewer.mayRead(document.act.access)
        {
            facts.append(
                (
                    context("Su texto", "Its text"),
                    { html in
                        html(.a, context(document.act.title), .href(context.path(.document(id.text))))
                    }
                ))
        }
        facts.append(
            (context("Fuente", "Source"), { $0.cell(context.cell(sources: [record.entry], sources)) }))
        facts.append((context("Acto", "Act"), { $0.cell(words.cell(act: record.entry)) }))
        html.facts(facts)
    }

    /// Vision and mission, where the plan has them.
    private func frame(_ html: inout HTMLWriter) {
        let parts = [
            (context("Visión", "Vision"), record.act.vision),
            (context("Misión", "Mission"), record.act.mission),
        ].compactMap { name, text in text.map { (name, context($0)) } }
        guard !parts.isEmpty else { return }
        html.section(Written.list(parts.map(\.0), context.language), id: "vision") { html in
            for (name, text) in parts {
                html(.h3, name)
                html(.p, text, .class("text"))
            }
        }
    }

    /// Objectives, results, indicators, principles and approaches, each with its own address.
    private func lists(_ html: inout HTMLWriter) {
        let groups: [(String, String, [PlanLineKind])] = [
            ("objectives", context("Objetivos", "Objectives"), [.generalObjective, .objective]),
            ("results", context("Resultados esperados", "Expected results"), [.result]),
            (
                "indicators", context("Indicadores", "Indicators"),
                [.resultIndicator, .processIndicator, .impactIndicator]
            ),
            ("principles", context("Principios", "Principles"), [.principle]),
            ("approaches", context("Enfoques", "Approaches"), [.approach]),
        ]
        for (id, title, kinds) in groups {
            let shown = kinds.flatMap { kind in lines.filter { $0.act.kind == kind } }
            guard !shown.isEmpty else { continue }
            html.section(title, id: id) { html in
                html(.ul) { html in
                    for line in shown {
                        html(.li) { html in
                            if kinds.count > 1 {
                                html(.span, words.kind(line.act.kind) + ": ", .class("soft"))
                            }
                            html(.a, words.name(line), .href(words.href(line, of: record)))
                        }
                    }
                }
                if id == "indicators" { counted(&html) }
            }
        }
    }

    /// The filters with the lines that they find; without a filter, a plan of action as its outline.
    private func find(_ html: inout HTMLWriter) {
        let language = context.language
        html.section(
            context("Las líneas del plan", "The lines of the plan"), id: "lines",
            note: PlanWords.line.text(lines.count, language)
        ) { html in
            html.question(question.form(record, context))
            statuses(&html)
            if question.isAsked || areLinesSorted {
                html(.p, .class("soft")) { html in
                    html.text(PlanWords.line.text(found.count, language) + ". ")
                    html(
                        .a,
                        question.isAsked
                            ? context("Quitar los filtros", "Clear the filters")
                            : context("Volver al plan", "Back to the plan"),
                        .href(words.href(record) + "#lines"))
                }
                if !found.isEmpty { html.table(table(found)) }
            } else {
                html(.p) { html in
                    html(
                        .a, context("Todas en una tabla que se ordena", "All in a table that can be sorted"),
                        .href(
                            context.path(.plan(record.act.plan.text), query: [("sort", "line")]) + "#lines"),
                        .rel("nofollow"))
                }
                if record.act.kind == .action { outline(&html) }
            }
        }
    }

    /// True if the lines are asked for in another order than the plan's.
    private var areLinesSorted: Bool {
        words.sortColumns(record, work).contains { $0.name == sorting?.column }
    }

    private func statuses(_ html: inout HTMLWriter) {
        let statuses = record.statuses(on: context.day)
        guard !statuses.isEmpty else {
            html(
                .p,
                context(
                    "No consta el estado de ninguna línea; lo registra la secretaría con su fuente.",
                    "The status of no line is recorded; the secretariat registers it with its source."),
                .class("soft"))
            return
        }
        html.bars(
            BarsModel(
                caption: context("Líneas por estado", "Lines by status"),
                labelHeading: context("Estado", "Status"), valueHeading: context("Líneas", "Lines"),
                bars: statuses.map { status in
                    .init(
                        label: Written.capitalised(context(status.status.name)), value: status.count,
                        href: context.path(
                            .plan(record.act.plan.text), query: [("status", status.status.rawValue)])
                            + "#lines")
                }))
        let reported = statuses.reduce(0) { $0 + $1.count }
        html.why(
            context.why(
                [
                    Basis(
                        clause: nil, entries: statuses.flatMap(\.entries),
                        reason: Localized(
                            es:
                                "El último estado que consta de cada una de \(reported) líneas; de las otras \(lines.count - reported) no consta.",
                            en:
                                "The last status recorded of each of \(reported) lines; of the other \(lines.count - reported) none is recorded."
                        ))
                ], about: context("estos estados", "these statuses")), context.language)
    }
}
