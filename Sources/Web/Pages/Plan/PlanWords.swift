import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// How plans are worded on their pages.
struct PlanWords {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    static let line = Counted(one: Phrase("línea", "line"), other: Phrase("líneas", "lines"))
    static let theme = Counted(one: Phrase("tema", "theme"), other: Phrase("temas", "themes"))
    static let paper = Counted(one: Phrase("documento", "paper"), other: Phrase("documentos", "papers"))
    static let meeting = Counted(one: Phrase("reunión", "meeting"), other: Phrase("reuniones", "meetings"))
    static let activity = Counted(
        one: Phrase("actividad", "activity"), other: Phrase("actividades", "activities"))

    func kind(_ kind: PlanKind) -> String {
        kind == .strategic
            ? context("Plan estratégico", "Strategic plan") : context("Plan de acción", "Plan of action")
    }

    /// What a line is, in its plan's own words.
    func kind(_ kind: PlanLineKind) -> String {
        Written.capitalised(context(ActWords.values[kind.rawValue] ?? Localized(same: kind.rawValue)))
    }

    func tag(_ standing: PlanStanding) -> (text: String, tone: TagTone) {
        switch standing {
        case .toCome: (context("aún no empieza", "yet to begin"), .gold)
        case .inForce: (context("en su período", "in its period"), .leaf)
        case .over: (context("período terminado", "period over"), .plain)
        case .notRecorded: (context("período no consta", "period not recorded"), .plain)
        }
    }

    func tone(_ status: PlanStatus) -> TagTone {
        switch status {
        case .done, .continuous: .leaf
        case .inProgress: .cobalt
        case .pending: .gold
        case .notAchieved: .brick
        }
    }

    /// The period as the plan gives it.
    func period(_ plan: PlanState.Record) -> String {
        guard let from = plan.act.from, let until = plan.act.until else { return context.notRecorded }
        let language = context.language
        return from == until
            ? Written.partial(from, language)
            : context("de ", "") + Written.partial(from, language) + context(" a ", " to ")
                + Written.partial(until, language)
    }

    /// A line's number and title.
    func name(_ line: PlanState.Line) -> String {
        (line.act.number.map { $0 + " " } ?? "") + context(line.act.title)
    }

    func href(_ plan: PlanState.Record) -> String { context.path(.plan(plan.act.plan.text)) }
    func href(_ line: PlanState.Line, of plan: PlanState.Record) -> String {
        context.path(.planLine(plan.act.plan.text, line.act.line.text))
    }

    /// What is on record about a line, in words: `2 documentos · 1 reunión`.
    func words(_ work: PlanWork?) -> String {
        let language = context.language
        let parts = [
            (PlanWords.paper, work?.documents.count ?? 0), (PlanWords.meeting, work?.meetings.count ?? 0),
            (PlanWords.activity, work?.activities.count ?? 0),
        ].filter { $0.1 > 0 }.map { $0.0.text($0.1, language) }
        return parts.isEmpty ? context("nada consta", "nothing recorded") : parts.joined(separator: " · ")
    }

    /// A reference with where it leads, as a cell.
    func cell(_ reference: PlanReference, in plan: PlanState.Record) -> DataTable.Cell {
        let state = context.state
        switch state.target(of: reference, in: plan) {
        case .line(let id):
            guard let line = plan.lines[id] else { break }
            return .link(name(line), href: href(line, of: plan))
        case .organ(let organ):
            return .link(
                context(state.name(organ, on: context.day)), href: context.path(.organ(organ.text)))
        case .document(let id):
            guard let document = state.library.documents[id], context.viewer.mayRead(document.act.access)
            else { return .text(id.text) }
            return .link(context(document.act.title), href: context.path(.document(id.text)))
        case .space(let id):
            return .link(
                state.library.spaces[id].map { context($0.act.name) } ?? id.text,
                href: context.path(.space(id.text)))
        case .nothing: break
        }
        return .made(
            TrustedHTML { html in
                html.tag(context("a nada", "to nothing"), .brick)
                html.text(" ")
                html(.code, reference.to)
            })
    }

    /// Whether an activity's concept note is on record, as far as the reader may know.
    func cell(_ activity: SeenActivity) -> DataTable.Cell {
        switch (activity.note, activity.duty?.status) {
        case (.filed, .late): .tag(context("presentada después", "filed late"), .gold)
        case (.filed, _): .tag(context("presentada", "filed"), .leaf)
        case (.missing, .open): .tag(context("por presentar", "to be filed"), .gold)
        case (.missing, _): .tag(context("falta", "missing"), .brick)
        case (.notRecorded, _): .none(context.notRecorded)
        case (nil, _): .none(context("se muestra al presentarse", "shown once it is filed"))
        }
    }

    func tag(_ phase: ActivityStatus.Phase) -> DataTable.Cell {
        switch phase {
        case .planned: .tag(context("prevista", "planned"), .gold)
        case .underway: .tag(context("en curso", "under way"), .cobalt)
        case .held: .tag(context("realizada", "held"), .leaf)
        case .cancelled: .tag(context("cancelada", "cancelled"), .brick)
        }
    }

    func cell(_ report: PlanState.Report?) -> DataTable.Cell {
        report.map { .tag(context($0.act.status.name), tone($0.act.status)) } ?? .none(context.notRecorded)
    }

    func cell(act entry: Int) -> DataTable.Cell {
        .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry)))
    }

    /// Activities with their days, lines and concept notes.
    func table(
        _ activities: [SeenActivity], in plan: PlanState.Record, order: TableOrder? = nil
    ) -> DataTable {
        let state = context.state
        return DataTable(
            caption: context(
                "La nota conceptual se presenta antes de la actividad (regla S2).",
                "The concept note is filed before the activity (rule S2)."),
            columns: [
                .init(context("Actividad", "Activity"), sort: "activity"),
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Estado", "State"), sort: "state"),
                .init(context("Líneas del plan", "Lines of the plan")),
                .init(context("Nota conceptual", "Concept note"), sort: "note"),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: activities.map { activity in
                let record = activity.status.activity
                let title = context(record.act.title)
                return [
                    record.meeting.flatMap { state.meetings.meetings[$0] }.map {
                        .link(title, href: context.path(.meeting($0.id.text)))
                    } ?? .text(title),
                    .text(Written.partial(activity.status.from, context.language)),
                    tag(activity.status.phase),
                    .made(
                        TrustedHTML { html in
                            for (index, id) in record.act.lines.enumerated() {
                                guard let line = plan.lines[id] else { continue }
                                if index > 0 { html(.br) }
                                html(.a, name(line), .href(href(line, of: plan)))
                            }
                        }),
                    .made(
                        TrustedHTML { html in
                            html.cell(cell(activity))
                            if activity.status.duty != nil {
                                html.why(
                                    context.why(activity.basis, about: title), context.language)
                            }
                        }), cell(act: record.entry),
                ]
            }, order: order)
    }

    /// What a plan's lines are sorted by: their kinds and statuses in the order that a plan has them.
    func sortColumns(
        _ record: PlanState.Record, _ work: [ElementID: PlanWork]
    ) -> [SortColumn<PlanState.Line>] {
        let context = context
        return [
            SortColumn("line") { context.sorts(name($0)) },
            SortColumn("kind") { .count(PlanLineKind.allCases.firstIndex(of: $0.act.kind)) },
            SortColumn("within") { line in
                line.act.parent.flatMap { record.lines[$0] }.flatMap { context.sorts(name($0)) }
            },
            SortColumn("status") { line in
                line.status(on: context.day).flatMap { report in
                    .count(PlanStatus.allCases.firstIndex(of: report.act.status))
                }
            },
            SortColumn("recorded") { line in
                let count = work[line.act.line]?.count ?? 0
                return count == 0 ? nil : .count(count)
            },
        ]
    }

    /// What activities are sorted by; what isn't told of a concept note sorts nothing.
    var activitySortColumns: [SortColumn<SeenActivity>] {
        let context = context
        return [
            SortColumn("activity") { context.sorts(context($0.status.activity.act.title)) },
            SortColumn("when") { .day($0.status.from) },
            SortColumn("state") { .count(ActivityStatus.Phase.allCases.firstIndex(of: $0.status.phase)) },
            SortColumn("note") { activity in
                switch cell(activity) {
                case .tag(let text, _): context.sorts(text)
                default: nil
                }
            },
        ]
    }

    /// An activity as JSON.
    func json(_ activity: SeenActivity) -> JSONValue {
        let record = activity.status.activity
        return [
            "activity": .text(record.id.text), "title": JSONValue(record.act.title),
            "lines": .list(record.act.lines.map { .text($0.text) }),
            "from": JSONValue(activity.status.from), "lastDay": JSONValue(activity.status.lastDay),
            "phase": .text(activity.status.phase.rawValue), "meeting": JSONValue(record.meeting?.text),
            "conceptNote": JSONValue(activity.note?.rawValue), "entry": .number(record.entry),
            "basis": context.json(activity.basis),
        ]
    }
}
