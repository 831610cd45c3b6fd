import Charter
import Conference
import HTML
import HashTreeCollections

extension SpacePage {
    static func table(documents: [LibraryState.Document], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Documentos", "Documents"), hidesCaption: true,
            columns: [
                .init(context("Documento", "Document")), .init(context("Clase", "Kind")),
                .init(context("Fecha", "Date")),
            ],
            rows: documents.map { document in
                [
                    .made(LibraryRow.title(document, context)),
                    .text(context(LibraryWords.kind(document.act.kind))),
                    // An act has a day of its own where its document has none.
                    document.dated.map { .day($0, context.language) } ?? .none(context.notRecorded),
                ]
            })
    }

    static func table(meetings: [MeetingRecord], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Reuniones y actividades", "Meetings and activities"), hidesCaption: true,
            columns: [
                .init(context("Reunión", "Meeting")), .init(context("Cuándo", "When")),
                .init(context("Dónde", "Where")), .init(context("Órgano", "Organ")),
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
            })
    }

    /// No act records how an organ is reached: the column says so until one does.
    static func table(organs: [BodiesState.Organ], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context(
                "El registro no guarda datos de personas; de un órgano dirá la dirección cuando se registre.",
                "The register holds no personal data; of an organ it will give the address once it is registered."
            ),
            columns: [
                .init(context("Órgano", "Organ")), .init(context("Qué es", "What it is")),
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
            })
    }

    static func table(lines: [PlanState.Line], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Líneas de los planes", "Lines of the plans"), hidesCaption: true,
            columns: [
                .init(context("Línea", "Line")), .init(context("Plan", "Plan")),
                .init(context("Cómo está", "Where it stands")),
            ],
            rows: lines.map { line in
                let plan = context.state.plan.plans[line.act.plan]?.act.title
                let status = line.status(on: context.day)?.act.status
                let number = line.act.number.map { $0 + " " } ?? ""
                return [
                    .link(
                        number + context(line.act.title),
                        href: context.path(.planLine(line.act.plan.text, line.act.line.text))),
                    .link(
                        plan.map { context($0) } ?? line.act.plan.text,
                        href: context.path(.plan(line.act.plan.text))),
                    status.map {
                        .text(context(ActWords.values[$0.rawValue] ?? Localized(same: $0.rawValue)))
                    }
                        ?? .none(context.notRecorded),
                ]
            })
    }
}
