import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One organ: what it is on a day, what it may do and by which clause, its meetings, papers and decisions.
struct OrganPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .ics, .atom, .json, .pdf]
    private let context: PageContext
    private let organ: BodiesState.Organ
    private let record: OrganRecord
    private let sources: [Int: Source]
    private let shown: [MeetingRecord]
    private let pages: PaginationModel
    private let question: ListQuestion
    let sorting: Sorting?

    /// How many meetings stand on a page.
    static let pageLength = 25

    static func make(_ id: OrganID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        let state = context.state
        guard let organ = state.bodies.organs[id] else {
            return .other(
                .notFound(
                    state.organs(near: id.text).map { context.link($0) } + [
                        LinkModel(text: context("Los órganos", "The organs"), href: context.path(.conference))
                    ]))
        }
        let sorting = Sorting(
            context,
            MeetingRows(context).sortColumns.map(\.name) + DecisionRows(context).sortColumns.map(\.name))
        let record = OrganRecord(organ, sorting, context)
        let question = ListQuestion(context, .organ(id.text))
        guard let (shown, pages) = question.slice(record.meetings, length: pageLength) else {
            return .other(question.past(count: record.meetings.count, length: pageLength))
        }
        let sources = try await registrar.sources(of: record.ownEntries, in: state)
        return .model(OrganPage(organ, record, sorting, sources, shown, pages, question, context))
    }

    private init(
        _ organ: BodiesState.Organ, _ record: OrganRecord, _ sorting: Sorting, _ sources: [Int: Source],
        _ shown: [MeetingRecord], _ pages: PaginationModel, _ question: ListQuestion,
        _ context: PageContext
    ) {
        self.context = context
        self.organ = organ
        self.sorting = sorting
        self.record = record
        self.sources = sources
        self.shown = shown
        self.pages = pages
        self.question = question
        title = context.name(organ.id)
        summary =
            record.mandate ?? Written.capitalised(context.word(organ.role.rawValue)) + ": " + title + "."
    }

    var json: JSONValue {
        record.json(sources)
    }

    var isQuestionUnfit: Bool { question.isUnfit }

    func lists() -> [ListModel] {
        [
            ListModel(id: "meetings", table: MeetingRows(context).sheet(record.meetings)),
            ListModel(id: "decisions", table: DecisionRows(context).sheet(record.decisions)),
        ]
    }
    func meetings() -> [MeetingID] { record.meetings.map(\.id) }
    func acts() -> [Int] {
        (record.ownEntries + record.meetings.flatMap(\.allEntries) + record.decisions.map(\.entry))
            .sorted(by: >)
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(
            [LinkModel(text: context("Los órganos", "The organs"), href: context.path(.conference))],
            context.language)
        html.eyebrow(context.word(organ.role.rawValue))
        html(.h1) { html in
            html.text(title + " ")
            html.code(organ.id.text)
        }
        if let mandate = record.mandate { html(.p, mandate, .class("lead")) }
        if let status = record.notice { html.notice(.gold) { html in html(.p, status) } }
        html.facts(record.facts(sources))
        html.why(record.why, context.language)
        competences(&html)
        objectives(&html)
        meetings(&html)
        decisions(&html)
        papers(&html)
        html(.p) { html in
            html(
                .a, context("Los actos del registro sobre \(title)", "The register's acts about \(title)"),
                .href(context.plainPath(.register, query: [("about", "organ/" + organ.id.text)])))
        }
    }

    private func competences(_ html: inout HTMLWriter) {
        let rows = record.competences
        html.section(
            context("Competencias", "Competences"), id: "competences",
            note: record.edition
        ) { html in
            guard !rows.isEmpty else {
                html(
                    .p, context("Para ese día no constan.", "None are recorded for that day."),
                    .class("soft"))
                return
            }
            html(.ol) { html in
                for row in rows {
                    html(.li) { html in
                        html.text(row.text + " ")
                        if let clause = row.clause {
                            html(.a, clause.text, .class("small"), .href(clause.href))
                        }
                    }
                }
            }
        }
        guard !record.otherClauses.isEmpty else { return }
        html.section(
            context("Lo demás que dicen las reglas", "What else the rules say"), id: "clauses",
            note: record.edition
        ) { html in
            html(.ul) { html in
                for row in record.otherClauses {
                    html(.li) { html in
                        html.text(row.text + " ")
                        if let clause = row.clause {
                            html(.a, clause.text, .class("small"), .href(clause.href))
                        }
                    }
                }
            }
        }
    }

    private func objectives(_ html: inout HTMLWriter) {
        guard let objectives = organ.act.objectives, !objectives.isEmpty else { return }
        html.section(context("Objetivos", "Objectives"), id: "objectives") { html in
            html(.ul) { html in
                for objective in objectives { html(.li, context(objective)) }
            }
        }
    }

    private func meetings(_ html: inout HTMLWriter) {
        html.section(
            context("Sus reuniones", "Its meetings"), id: "meetings",
            links: [
                LinkModel(
                    text: context("En la lista, con filtros", "In the list, with filters"),
                    href: context.path(.meetings, query: [("organ", organ.id.text)]))
            ]
        ) { html in
            if let problem = question.pageProblem { html.notice(.gold) { html in html(.p, problem) } }
            if shown.isEmpty {
                html(.p, context("No consta ninguna.", "None is recorded."), .class("soft"))
            } else {
                html.table(
                    MeetingRows(context).table(
                        shown, caption: context("Sus reuniones", "Its meetings"),
                        order: sorting?.order(at: "meetings")))
                html.pagination(pages, context.language)
            }
        }
    }

    private func decisions(_ html: inout HTMLWriter) {
        html.section(context("Sus decisiones", "Its decisions"), id: "decisions") { html in
            let shown = Array(record.decisions.prefix(OrganPage.pageLength))
            if shown.isEmpty {
                html(.p, context("No consta ninguna.", "None is recorded."), .class("soft"))
            } else {
                html.table(
                    DecisionRows(context).table(
                        shown, caption: context("Sus decisiones", "Its decisions"),
                        order: sorting?.order(at: "decisions")
                    ).with(
                        context.files(of: "decisions", named: context("Sus decisiones", "Its decisions"))))
            }
            if record.decisions.count > shown.count {
                html(.p) { html in
                    html(
                        .a,
                        context(
                            "Las \(record.decisions.count) decisiones",
                            "All \(record.decisions.count) decisions"),
                        .href(context.path(.decisions, query: [("organ", organ.id.text)])))
                }
            }
        }
    }

    private func papers(_ html: inout HTMLWriter) {
        html.section(context("Documentos", "Papers"), id: "papers") { html in
            if let table = record.papers.table(caption: context("Documentos", "Papers")) {
                html.table(table)
            } else {
                html(.p, context("No consta ninguno.", "None is recorded."), .class("soft"))
            }
        }
    }
}
