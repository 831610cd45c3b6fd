import Charter
import Conference
import HTML
import HashTreeCollections

extension PlanLinePage {
    var statuses: DataTable {
        DataTable(
            caption: context(
                "Estados reportados, el último primero", "Statuses reported, the last one first"),
            hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When")), .init(context("Estado", "Status")),
                .init(context("Nota", "Note")), .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: reports.reversed().map { report in
                [
                    .text(Written.partial(report.on, context.language)), words.cell(report),
                    (report.act.reason ?? report.act.note).map { .text(context($0)) }
                        ?? .none(context("sin nota", "no note")),
                    context.cell(sources: [report.entry], sources), words.cell(act: report.entry),
                ]
            })
    }

    var papers: DataTable {
        DataTable(
            caption: context("Documentos", "Papers"),
            columns: [
                .init(context("Documento", "Paper")), .init(context("Año", "Year"), isNumeric: true),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: work.documents.map { document in
                [
                    .link(
                        context(document.act.title), href: context.path(.document(document.act.document.text))
                    ),
                    document.act.year.map { .text(String($0)) } ?? .none(context.notRecorded),
                    words.cell(act: document.entry),
                ]
            })
    }

    var meetings: DataTable {
        DataTable(
            caption: context("Reuniones", "Meetings"),
            columns: [
                .init(context("Reunión", "Meeting")), .init(context("Cuándo", "When")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: work.meetings.map { meeting in
                [
                    .link(
                        context(context.state.title(of: meeting)),
                        href: context.path(.meeting(meeting.id.text))),
                    .text(HomeMeetings.when(meeting, context)), words.cell(act: meeting.entry),
                ]
            })
    }
}
