import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// Decisions as rows: what pages and spreadsheets list.
struct DecisionRows {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    /// The table of a page. `namesMeeting: false` where all are of one meeting.
    func table(
        _ decisions: [DecisionRecord], caption: String, namesMeeting: Bool = true, order: TableOrder? = nil
    ) -> DataTable {
        DataTable(
            caption: caption, hidesCaption: true,
            columns: [.init(context("Decisión", "Decision"), sort: "decision")]
                + (namesMeeting
                    ? [.init(context("Reunión u órgano", "Meeting or organ"), sort: "meeting")] : [])
                + [
                    .init(context("Cuándo", "When"), sort: "when"),
                    .init(context("Cita", "Citation"), sort: "citation"),
                ],
            rows: decisions.map { decision in
                [title(decision)] + (namesMeeting ? [place(decision)] : []) + [
                    .text(context.short(decision.on)), .text(decision.id.text),
                ]
            }, order: order)
    }

    /// What decisions are sorted by.
    var sortColumns: [SortColumn<DecisionRecord>] {
        let context = context
        return [
            SortColumn("decision") { context.sorts(context($0.act.title)) },
            SortColumn("meeting") { context.sorts(link($0).text) }, SortColumn("when") { .day($0.on) },
            SortColumn("citation") { context.sorts($0.id.text) },
        ]
    }

    /// Where it was decided: its meeting, or else its organ.
    private func link(_ decision: DecisionRecord) -> LinkModel {
        decision.meeting.flatMap { context.state.meetings.meetings[$0] }.map { context.link($0) }
            ?? context.link(decision.act.organ)
    }

    private func title(_ decision: DecisionRecord) -> DataTable.Cell {
        let title = context(decision.act.title)
        let href = context.path(.decision(decision.id.text))
        guard decision.session == .closed else { return .link(title, href: href) }
        let tag = context("sesión cerrada", "closed session")
        return .made(
            TrustedHTML { html in
                html(.a, title, .href(href))
                html.text(" ")
                html.tag(tag, .gold)
            })
    }

    private func place(_ decision: DecisionRecord) -> DataTable.Cell {
        let link = link(decision)
        return .link(link.text, href: link.href)
    }

    /// Everything recorded of each, for a spreadsheet.
    func sheet(_ decisions: [DecisionRecord]) -> DataTable {
        DataTable(
            caption: context("Decisiones", "Decisions"),
            columns: [
                .init(context("Cita", "Citation")), .init(context("Cuándo", "When")),
                .init(context("Órgano", "Organ")), .init(context("Reunión", "Meeting")),
                .init(context("Número", "Number"), isNumeric: true), .init(context("Literal", "Item")),
                .init(context("Título", "Title")), .init(context("Sesión", "Session")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: decisions.map { decision in
                [
                    .text(decision.id.text), .text(decision.on.description), .text(decision.act.organ.text),
                    .text(decision.meeting?.text ?? ""), .text(decision.act.number.map { String($0) } ?? ""),
                    .text(decision.act.item ?? ""), .text(context(decision.act.title)),
                    .text(context.session(decision)), .text(String(decision.entry)),
                ]
            })
    }

    /// One decision for programs.
    func json(_ decision: DecisionRecord) -> JSONValue {
        [
            "decision": .text(decision.id.text), "on": JSONValue(decision.on),
            "organ": .text(decision.act.organ.text), "meeting": JSONValue(decision.meeting?.text),
            "number": JSONValue(decision.act.number), "item": JSONValue(decision.act.item),
            "title": JSONValue(decision.act.title), "session": .text(decision.session.rawValue),
            "entry": .number(decision.entry),
        ]
    }
}

extension PageContext {
    /// In which kind of session something was decided. What a source of before the register reports as public is
    /// filed as open, and says nothing of the session.
    func session(_ decision: DecisionRecord) -> String {
        let opening = state.registry.opened?.day ?? .distantPast
        guard decision.session == .open, decision.on.first < opening else {
            return word(decision.session.rawValue)
        }
        return self("no consta; su fuente es pública", "not recorded; its source is public")
    }
}
