import Charter
import Conference
import HTML
import HashTreeCollections

extension PlanLinePage {
    /// What the lists of a line are sorted by.
    struct Sorts {
        let documents: [SortColumn<LibraryState.Document>]
        let meetings: [SortColumn<MeetingRecord>]
        let reports: [SortColumn<PlanState.Report>]
        let names: [String]

        init(_ words: PlanWords, _ context: PageContext) {
            documents = [
                SortColumn("document") { context.sorts(context($0.act.title)) },
                SortColumn("year") { .count($0.act.year) }, SortColumn("act") { .count($0.entry) },
            ]
            meetings = [
                SortColumn("meeting") { context.sorts(context.name($0)) },
                SortColumn("when") { .day($0.act.from) }, SortColumn("act") { .count($0.entry) },
            ]
            reports = [
                SortColumn("when") { .day($0.on) },
                SortColumn("status") { .count(PlanStatus.allCases.firstIndex(of: $0.act.status)) },
                SortColumn("act") { .count($0.entry) },
            ]
            names =
                documents.map(\.name) + meetings.map(\.name) + reports.map(\.name)
                + words.activitySortColumns.map(\.name)
        }
    }

    /// The rows of one of its lists in the order asked for.
    func sorted<Row>(_ rows: [Row], _ columns: [SortColumn<Row>]) -> [Row] {
        sorting?.sorted(rows, by: columns) ?? rows
    }

    private var sorts: Sorts { Sorts(words, context) }

    var statuses: DataTable {
        DataTable(
            caption: context(
                "Estados reportados, el último primero", "Statuses reported, the last one first"),
            hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Estado", "Status"), sort: "status"),
                .init(context("Nota", "Note")), .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true, sort: "act"),
            ],
            rows: sorted(reports.reversed(), sorts.reports).map { report in
                [
                    .text(Written.partial(report.on, context.language)), words.cell(report),
                    (report.act.reason ?? report.act.note).map { .text(context($0)) }
                        ?? .none(context("sin nota", "no note")),
                    context.cell(sources: [report.entry], sources), words.cell(act: report.entry),
                ]
            }, order: sorting?.order(at: "statuses"))
    }

    var papers: DataTable {
        DataTable(
            caption: context("Documentos", "Papers"),
            columns: [
                .init(context("Documento", "Paper"), sort: "document"),
                .init(context("Año", "Year"), isNumeric: true, sort: "year"),
                .init(context("Acto", "Act"), isNumeric: true, sort: "act"),
            ],
            rows: sorted(work.documents, sorts.documents).map { document in
                [
                    .link(
                        context(document.act.title), href: context.path(.document(document.act.document.text))
                    ),
                    document.act.year.map { .text(String($0)) } ?? .none(context.notRecorded),
                    words.cell(act: document.entry),
                ]
            }, order: sorting?.order(at: "work"))
    }

    var meetings: DataTable {
        DataTable(
            caption: context("Reuniones", "Meetings"),
            columns: [
                .init(context("Reunión", "Meeting"), sort: "meeting"),
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Acto", "Act"), isNumeric: true, sort: "act"),
            ],
            rows: sorted(work.meetings, sorts.meetings).map { meeting in
                [
                    .link(
                        context(context.state.title(of: meeting)),
                        href: context.path(.meeting(meeting.id.text))),
                    .text(HomeMeetings.when(meeting, context)), words.cell(act: meeting.entry),
                ]
            }, order: sorting?.order(at: "work"))
    }
}
