import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One line of a plan: what it says, where it stands, what is on record about it.
struct PlanLinePage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    let context: PageContext
    let words: PlanWords
    let record: PlanState.Record
    let line: PlanState.Line
    private let above: [PlanState.Line]
    private let children: [PlanState.Line]
    private let referring: [PlanState.Line]
    let reports: [PlanState.Report]
    let work: PlanWork
    let sorting: Sorting?
    /// The same; `nil` where nothing is on record.
    private let own: PlanWork?
    let sources: [Int: Source]

    /// The line's page; for a plan or line that isn't known, not found with the nearest ones.
    static func make(_ plan: PlanID, _ line: ElementID, _ context: PageContext, _ registrar: Registrar)
        async throws -> PageOutcome
    {
        guard let record = context.state.plan.plans[plan] else {
            return .other(.notFound(PlanPage.suggestions(plan, context)))
        }
        let words = PlanWords(context)
        guard let found = record.lines[line] else {
            return .other(
                .notFound(
                    record.lines(near: line.text).compactMap { record.lines[$0] }.map {
                        LinkModel(text: words.name($0), href: words.href($0, of: record))
                    } + [LinkModel(text: context(record.act.title), href: words.href(record))]))
        }
        let sources = try await registrar.sources(
            of: [found.entry] + found.reports.map(\.entry), in: context.state)
        return .model(PlanLinePage(record, found, context, sources))
    }

    private init(
        _ record: PlanState.Record, _ line: PlanState.Line, _ context: PageContext, _ sources: [Int: Source]
    ) {
        let day = context.day
        self.context = context
        self.record = record
        self.line = line
        self.sources = sources
        words = PlanWords(context)
        title = words.name(line)
        summary = words.kind(line.act.kind) + ". " + context(record.act.title)
        above = record.path(to: line)
        children = record.children(of: line.act.line).filter { $0.on.first <= day }
        referring = record.references(to: line.act.line).filter { $0.on.first <= day }
        sorting = Sorting(context, Sorts(words, context).names)
        reports = line.reports.filter { $0.on.first <= day }
        own = context.state.work(on: record, on: day, for: context.viewer)[line.act.line]
        work = own ?? PlanWork()
    }

    var json: JSONValue {
        var fields: [JSONValue.Field] = [("plan", .text(record.act.plan.text))]
        if case .object(let line) = PlanPage.json(line, in: record, own, context) { fields += line }
        fields += [
            ("source", context.json(sources[line.entry])),
            ("children", .list(children.map { .text($0.act.line.text) })),
            ("referredToBy", .list(referring.map { .text($0.act.line.text) })),
            ("reports", .list(reports.map { PlanLinePage.json($0, sources, context) })),
            ("papers", .list(work.documents.map { .text($0.act.document.text) })),
            ("meetingCodes", .list(work.meetings.map { .text($0.id.text) })),
            ("spaces", .list(work.spaces.map { .text($0.id.text) })),
            (
                "relatedLines",
                .list(work.related.map { ["plan": .text($0.plan.text), "line": .text($0.line.text)] })
            ),
            ("plannedActivities", .list(work.activities.map { PlanWords(context).json($0) })),
        ]
        return .object(fields)
    }

    private static func json(
        _ report: PlanState.Report, _ sources: [Int: Source], _ context: PageContext
    ) -> JSONValue {
        [
            "status": .text(report.act.status.rawValue), "on": JSONValue(report.on),
            "note": report.act.note.map { JSONValue($0) } ?? .null,
            "reason": report.act.reason.map { JSONValue($0) } ?? .null, "entry": .number(report.entry),
            "source": context.json(sources[report.entry]),
        ]
    }

    func acts() -> [Int] {
        Array(
            ([line.entry] + reports.map(\.entry) + work.activities.flatMap { $0.status.activity.allEntries })
                .sorted().reversed())
    }

    func lists() -> [ListModel] {
        [
            ListModel(id: "papers", table: papers), ListModel(id: "meetings", table: meetings),
            ListModel(id: "statuses", table: statuses),
        ]
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html.breadcrumb(
            [
                LinkModel(text: context("Planes", "Plans"), href: context.path(.plans)),
                LinkModel(text: context(record.act.title), href: words.href(record)),
            ] + above.map { LinkModel(text: words.name($0), href: words.href($0, of: record)) }, language)
        html.eyebrow(words.kind(line.act.kind))
        html(.h1, title)
        if line.on.first > context.day {
            html.notice(.gold) { html in
                html(
                    .p,
                    context(
                        "Ese día la línea aún no constaba; consta desde \(Written.partial(line.on, language)).",
                        "On that day the line wasn't recorded yet; it is since \(Written.partial(line.on, language))."
                    ))
            }
        }
        if let text = line.act.text { html(.p, context(text), .class("text")) }
        html.facts(facts)
        below(&html)
        references(&html)
        history(&html)
        evidence(&html)
    }

    private var facts: [(name: String, value: (inout HTMLWriter) -> Void)] {
        let report = reports.last
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = []
        if let parent = line.act.parent, record.lines[parent] == nil {
            facts.append(
                (
                    context("Dentro de", "Within"),
                    { html in
                        html.tag(context("a nada", "to nothing"), .brick)
                        html.text(" ")
                        html(.code, parent.text)
                    }
                ))
        }
        facts.append(
            (
                context("Estado", "Status"),
                { html in
                    html.cell(words.cell(report))
                    if let report {
                        html.why(
                            context.why(
                                [
                                    Basis(
                                        clause: nil, entries: [report.entry],
                                        reason: Localized(
                                            es: "El último estado reportado, de \(report.on).",
                                            en: "The last status reported, of \(report.on)."))
                                ], about: context("este estado", "this status")), context.language)
                    } else {
                        html.text(
                            " "
                                + context(
                                    "Nadie lo ha reportado hasta ese día.",
                                    "Nobody had reported it by that day."
                                ))
                    }
                }
            ))
        facts.append(
            (context("Fuente", "Source"), { $0.cell(context.cell(sources: [line.entry], sources)) }))
        facts.append(
            (
                context("Código y acto", "Code and act"),
                { html in
                    html.code(line.act.line.text)
                    html.text(" ")
                    html.cell(words.cell(act: line.entry))
                }
            ))
        return facts
    }

    private func below(_ html: inout HTMLWriter) {
        guard !children.isEmpty else { return }
        html.section(
            context("Lo que contiene", "What it contains"), id: "children",
            note: PlanWords.line.text(children.count, context.language)
        ) { html in
            html(.ul) { html in
                for child in children {
                    html(.li) { html in
                        html(.a, words.name(child), .href(words.href(child, of: record)))
                        if let report = child.status(on: context.day) {
                            html.text(" ")
                            html.tag(context(report.act.status.name), words.tone(report.act.status))
                        }
                    }
                }
            }
        }
    }

    private func references(_ html: inout HTMLWriter) {
        let references = line.act.refersTo ?? []
        guard !references.isEmpty || !referring.isEmpty || !work.related.isEmpty || !work.spaces.isEmpty
        else { return }
        html.section(context("Se relaciona con", "Is related to"), id: "references") { html in
            var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = references.map { reference in
                (context(reference.label), { $0.cell(words.cell(reference, in: record)) })
            }
            if !referring.isEmpty {
                facts.append(
                    (
                        context("Se refieren a ella", "Referred to by"),
                        { html in
                            html(.ul) { html in
                                for other in referring {
                                    html(.li) { html in
                                        html(.a, words.name(other), .href(words.href(other, of: record)))
                                    }
                                }
                            }
                        }
                    ))
            }
            if !work.spaces.isEmpty {
                facts.append(
                    (
                        context("Espacios temáticos", "Thematic spaces"),
                        { html in
                            for (index, space) in work.spaces.enumerated() {
                                if index > 0 { html.text(", ") }
                                html(
                                    .a, context(space.act.name), .href(context.path(.space(space.id.text))))
                            }
                        }
                    ))
            }
            let related = work.related.compactMap { place in
                context.state.plan.plans[place.plan].flatMap { plan in
                    plan.lines[place.line].map { (plan, $0) }
                }
            }
            if !related.isEmpty {
                facts.append(
                    (
                        context(
                            "Líneas de otros planes en el mismo espacio",
                            "Lines of other plans in the same space"),
                        { html in
                            html(.ul) { html in
                                for (plan, other) in related {
                                    html(.li) { html in
                                        html.code(plan.act.plan.text)
                                        html.text(" ")
                                        html(.a, words.name(other), .href(words.href(other, of: plan)))
                                    }
                                }
                            }
                        }
                    ))
            }
            html.facts(facts)
        }
    }

    private func history(_ html: inout HTMLWriter) {
        guard !reports.isEmpty else { return }
        html.section(context("Estados reportados", "Statuses reported"), id: "statuses") {
            $0.table(
                statuses.with(
                    context.files(
                        of: "statuses", named: context("Estados reportados", "Statuses reported"))))
        }
    }

    private func evidence(_ html: inout HTMLWriter) {
        html.section(context("Lo que consta sobre ella", "What is recorded about it"), id: "work") { html in
            guard work.count > 0 else {
                html.empty(
                    EmptyModel(
                        title: context("Nada consta todavía", "Nothing is recorded yet"),
                        sentences: [
                            context(
                                "Aquí estarán los documentos que la nombran, las reuniones de sus espacios temáticos y las actividades planeadas para ella.",
                                "The papers that name it, the meetings of its thematic spaces and the activities planned for it will stand here."
                            )
                        ]))
                return
            }
            if !work.activities.isEmpty {
                html.table(
                    words.table(
                        sorted(work.activities, words.activitySortColumns), in: record,
                        order: sorting?.order(at: "work")))
            }
            if !work.meetings.isEmpty {
                html.table(
                    meetings.with(
                        context.files(of: "meetings", named: context("Reuniones", "Meetings"))))
            }
            if !work.documents.isEmpty { html.table(papers) }
            html.why(
                context.why(
                    [
                        Basis(
                            clause: nil, entries: work.entries,
                            reason: Localized(
                                es:
                                    "Los documentos que la nombran o están en un espacio temático suyo, las reuniones de ese espacio y las actividades planeadas para ella.",
                                en:
                                    "The papers that name it or stand in a thematic space of it, the meetings of that space and the activities planned for it."
                            ))
                    ], about: context("esta lista", "this list")), context.language)
        }
    }
}
