import Charter
import Conference
import HTML
import HashTreeCollections

extension SpacePage {
    /// What the lists of a space are sorted by.
    struct Sorts {
        let documents: [SortColumn<LibraryState.Document>]
        let meetings: [SortColumn<MeetingRecord>]
        let organs: [SortColumn<BodiesState.Organ>]
        let lines: [SortColumn<PlanState.Line>]

        init(_ context: PageContext) {
            let state = context.state
            documents = [
                SortColumn("document") { context.sorts(context($0.act.title)) },
                SortColumn("kind") { context.sorts(context(LibraryWords.kind($0.act.kind))) },
                SortColumn("date") { .day($0.on) },
            ]
            meetings = [
                SortColumn("meeting") { context.sorts(context.name($0)) },
                SortColumn("when") { .day($0.act.from) },
                SortColumn("where") { meeting in meeting.act.place.flatMap { context.sorts(context($0)) } },
                SortColumn("organ") {
                    context.sorts(context(state.name($0.act.organ, on: $0.act.from.last)))
                },
            ]
            organs = [
                SortColumn("organ") { context.sorts(context($0.name(on: context.day).name)) },
                SortColumn("role") { context.sorts(context.word($0.role.rawValue)) },
            ]
            lines = [
                SortColumn("line") { context.sorts(SpacePage.name($0, context)) },
                SortColumn("plan") { line in
                    context.sorts(state.plan.plans[line.act.plan].map { context($0.act.title) })
                },
                SortColumn("status") { line in
                    line.status(on: context.day).flatMap {
                        .count(PlanStatus.allCases.firstIndex(of: $0.act.status))
                    }
                },
            ]
        }

        var names: [String] {
            documents.map(\.name) + meetings.map(\.name) + organs.map(\.name) + lines.map(\.name)
        }
    }

    private static func name(_ line: PlanState.Line, _ context: PageContext) -> String {
        (line.act.number.map { $0 + " " } ?? "") + context(line.act.title)
    }

    static func table(
        documents: [LibraryState.Document], _ context: PageContext, _ order: TableOrder?
    ) -> DataTable {
        DataTable(
            caption: context("Documentos", "Documents"), hidesCaption: true,
            columns: [
                .init(context("Documento", "Document"), sort: "document"),
                .init(context("Clase", "Kind"), sort: "kind"), .init(context("Fecha", "Date"), sort: "date"),
            ],
            rows: documents.map { document in
                [
                    .made(LibraryRow.title(document, context)),
                    .text(context(LibraryWords.kind(document.act.kind))),
                    // An act has a day of its own where its document has none.
                    document.dated.map { .day($0, context.language) } ?? .none(context.notRecorded),
                ]
            }, order: order)
    }

    static func table(meetings: [MeetingRecord], _ context: PageContext, _ order: TableOrder?) -> DataTable {
        DataTable(
            caption: context("Reuniones y actividades", "Meetings and activities"), hidesCaption: true,
            columns: [
                .init(context("Reunión", "Meeting"), sort: "meeting"),
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Dónde", "Where"), sort: "where"),
                .init(context("Órgano", "Organ"), sort: "organ"),
            ],
            rows: meetings.map { meeting in
                [
                    .link(
                        context(context.state.title(of: meeting)),
                        href: context.path(.meeting(meeting.id.text))),
                    .text(Written.partial(meeting.act.from, context.language)),
                    meeting.act.place.map { .text(context($0)) } ?? .none(context.notRecorded),
                    .link(
                        context(context.state.name(meeting.act.organ, on: meeting.act.from.last)),
                        href: context.path(.organ(meeting.act.organ.text))),
                ]
            }, order: order)
    }

    /// No act records how an organ is reached: the column says so until one does.
    static func table(organs: [BodiesState.Organ], _ context: PageContext, _ order: TableOrder?) -> DataTable
    {
        DataTable(
            caption: context(
                "El registro no guarda datos de personas; de un órgano dirá la dirección cuando se registre.",
                "The register holds no personal data; of an organ it will give the address once it is registered."
            ),
            columns: [
                .init(context("Órgano", "Organ"), sort: "organ"),
                .init(context("Qué es", "What it is"), sort: "role"),
                .init(context("Contacto", "Contact")),
            ],
            rows: organs.map { organ in
                [
                    .link(
                        context(organ.name(on: context.day).name), href: context.path(.organ(organ.id.text))),
                    .text(
                        context(ActWords.values[organ.role.rawValue] ?? Localized(same: organ.role.rawValue))),
                    .none(context.notRecorded),
                ]
            }, order: order)
    }

    static func table(lines: [PlanState.Line], _ context: PageContext, _ order: TableOrder?) -> DataTable {
        DataTable(
            caption: context("Líneas de los planes", "Lines of the plans"), hidesCaption: true,
            columns: [
                .init(context("Línea", "Line"), sort: "line"), .init(context("Plan", "Plan"), sort: "plan"),
                .init(context("Cómo está", "Where it stands"), sort: "status"),
            ],
            rows: lines.map { line in
                let plan = context.state.plan.plans[line.act.plan]?.act.title
                let status = line.status(on: context.day)?.act.status
                return [
                    .link(
                        name(line, context),
                        href: context.path(.planLine(line.act.plan.text, line.act.line.text))),
                    .link(
                        plan.map { context($0) } ?? line.act.plan.text,
                        href: context.path(.plan(line.act.plan.text))),
                    status.map {
                        .text(context(ActWords.values[$0.rawValue] ?? Localized(same: $0.rawValue)))
                    }
                        ?? .none(context.notRecorded),
                ]
            }, order: order)
    }
}
