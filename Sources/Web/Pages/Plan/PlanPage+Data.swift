import Charter
import Conference
import Exchange
import HashTreeCollections

extension PlanPage {
    func lists() -> [ListModel] {
        [
            ListModel(id: "lines", table: wholeTable),
            ListModel(id: "references", table: referencesTable),
            ListModel(id: "activities", table: activitiesTable),
        ]
    }

    /// Every line that is asked for, with all that is recorded of it.
    private var wholeTable: DataTable {
        DataTable(
            caption: title,
            columns: [
                .init(context("Código", "Code")), .init(context("Número", "Number")),
                .init(context("Qué es", "What it is")), .init(context("Dentro de", "Within")),
                .init(context("Título", "Title")), .init(context("Texto", "Text")),
                .init(context("Estado", "Status")), .init(context("Estado del", "Status of")),
                .init(context("Documentos", "Papers"), isNumeric: true),
                .init(context("Reuniones", "Meetings"), isNumeric: true),
                .init(context("Actividades", "Activities"), isNumeric: true),
                .init(context("Se refiere a", "Refers to")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: found.map { line in
                let own = work[line.act.line]
                let report = line.status(on: context.day)
                return [
                    .text(line.act.line.text), .text(line.act.number ?? ""),
                    .text(words.kind(line.act.kind)), .text(line.act.parent?.text ?? ""),
                    .text(context(line.act.title)), .text(line.act.text.map { context($0) } ?? ""),
                    .text(report.map { context($0.act.status.name) } ?? ""),
                    .text(report?.on.description ?? ""), .text(String(own?.documents.count ?? 0)),
                    .text(String(own?.meetings.count ?? 0)), .text(String(own?.activities.count ?? 0)),
                    .text((line.act.refersTo ?? []).map(\.to).joined(separator: ", ")),
                    .text(String(line.entry)),
                ]
            })
    }

    private var activitiesTable: DataTable {
        DataTable(
            caption: context("Actividades", "Activities"),
            columns: [
                .init(context("Código", "Code")), .init(context("Título", "Title")),
                .init(context("Primer día", "First day")), .init(context("Estado", "State")),
                .init(context("Líneas", "Lines")), .init(context("Nota conceptual", "Concept note")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: activities.map { activity in
                let record = activity.status.activity
                return [
                    .text(record.id.text), .text(context(record.act.title)),
                    .text(activity.status.from.description), words.tag(activity.status.phase),
                    .text(record.act.lines.map(\.text).joined(separator: ", ")), words.cell(activity),
                    .text(String(record.entry)),
                ]
            })
    }

    /// A line as JSON, with the numbers of what is on record about it.
    static func json(
        _ line: PlanState.Line, in record: PlanState.Record, _ work: PlanWork?, _ context: PageContext
    ) -> JSONValue {
        let report = line.status(on: context.day)
        return [
            "line": .text(line.act.line.text), "kind": .text(line.act.kind.rawValue),
            "number": JSONValue(line.act.number), "parent": JSONValue(line.act.parent?.text),
            "title": JSONValue(line.act.title),
            "text": line.act.text.map { JSONValue($0) } ?? .null,
            "status": JSONValue(report?.act.status.rawValue), "statusOn": JSONValue(report?.on),
            "statusEntry": JSONValue(report?.entry),
            "refersTo": .list(
                (line.act.refersTo ?? []).map {
                    [
                        "to": .text($0.to), "label": JSONValue($0.label),
                        "resolves": .flag(context.state.resolves($0, in: record)),
                    ]
                }),
            "documents": .number(work?.documents.count ?? 0),
            "meetings": .number(work?.meetings.count ?? 0),
            "activities": .number(work?.activities.count ?? 0), "entry": .number(line.entry),
        ]
    }

    static func json(
        _ record: PlanState.Record, _ lines: [PlanState.Line], _ found: [PlanState.Line],
        _ work: [ElementID: PlanWork], _ activities: [SeenActivity],
        _ dangling: [(line: PlanState.Line, reference: PlanReference)], _ question: PlanQuestion,
        _ context: PageContext, _ sources: [Int: Source], _ counts: [PlanCount]
    ) -> JSONValue {
        let state = context.state
        let standing = state.standing(of: record, on: context.day)
        let length = state.planLength(record)
        let words = PlanWords(context)
        return [
            "plan": .text(record.act.plan.text), "kind": .text(record.act.kind.rawValue),
            "title": JSONValue(record.act.title), "from": JSONValue(record.act.from),
            "until": JSONValue(record.act.until), "adopted": JSONValue(record.on),
            "standing": .text(standing.value.rawValue), "basis": context.json(standing.basis),
            "asLongAsTheRuleSays": JSONValue(length?.value),
            "lengthBasis": context.json(length?.basis ?? []),
            "vision": record.act.vision.map { JSONValue($0) } ?? .null,
            "mission": record.act.mission.map { JSONValue($0) } ?? .null,
            "decision": JSONValue(record.act.decision?.text),
            "document": JSONValue(record.act.document?.text),
            "statuses": PlansPage.json(record.statuses(on: context.day)), "filter": question.json,
            "total": .number(lines.count),
            "lines": .list(found.map { json($0, in: record, work[$0.act.line], context) }),
            "danglingReferences": .list(
                dangling.map {
                    ["line": .text($0.line.act.line.text), "to": .text($0.reference.to)]
                }),
            "orphans": .list(record.orphans.map { .text($0.act.line.text) }),
            "activities": .list(activities.map { words.json($0) }),
            "counted": .list(counts.map { $0.json(context) }), "entry": .number(record.entry),
            "source": context.json(sources[record.entry]),
        ]
    }
}
