import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// What is recorded of a meeting, ready to be shown to one reader.
struct MeetingDetails {
    private let context: PageContext
    private let meeting: MeetingRecord
    private let sources: [Int: Source]
    private let answer: Answer<MeetingStanding>
    let decisions: [DecisionRecord]
    let papers: PaperRows
    let declarations: [LibraryState.Document]

    init(_ meeting: MeetingRecord, _ context: PageContext, _ sources: [Int: Source]) {
        self.context = context
        self.meeting = meeting
        self.sources = sources
        answer = context.state.standing(of: meeting, on: context.day)
        decisions = context.state.decisions(of: meeting.id, for: context.viewer)
        papers = PaperRows(context) { $0.act.meeting == meeting.id && $0.act.kind != .declaration }
        declarations =
            PaperRows(context) { $0.act.meeting == meeting.id && $0.act.kind == .declaration }.papers
    }

    var standing: (text: String, tone: TagTone) { context.word(answer.value) }

    var why: WhyModel {
        context.why(
            answer.basis, change: answer.change,
            about: context("de su estado ese día", "its state on that day"))
    }

    /// `XXI reunión ordinaria · Reunión Viceministerial`, as far as known.
    var eyebrow: String {
        [
            context.word(meeting.act.kind.rawValue),
            meeting.act.number.map { context("n.º \($0)", "No. \($0)") },
            meeting.act.title == nil ? nil : context.name(meeting.act.organ),
        ].compactMap { $0 }.joined(separator: " · ")
    }

    var facts: [(name: String, value: (inout HTMLWriter) -> Void)] {
        let act = meeting.act
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = []
        func add(_ name: String, _ cell: DataTable.Cell) { facts.append((name, { $0.cell(cell) })) }
        func party(_ party: PartyID?) -> DataTable.Cell {
            party.map {
                .party(code: $0.text, name: context.name($0), href: context.path(.party($0.text)))
            } ?? .text(context.notRecorded)
        }
        let organ = context.link(act.organ)
        add(context("Órgano", "Organ"), .link(organ.text, href: organ.href))
        add(context("Cuándo", "When"), .text(days))
        add(context("Dónde", "Where"), .text(context.place(meeting) ?? context.notRecorded))
        if act.host != nil || act.mode != .virtual { add(context("Sede", "Host"), party(act.host)) }
        add(
            context("Modalidad", "Mode"),
            .text(act.mode.map { context.word($0.rawValue) } ?? context.notRecorded))
        if let chair = act.chair {
            add(context("Preside", "Chair"), party(chair))
        } else if meeting.isMeeting {
            facts.append((context("Preside", "Chair"), { self.writeChair(&$0) }))
        }
        if let parts = act.parts, !parts.isEmpty {
            add(
                context("Con", "With"),
                .text(Written.list(parts.map { context.partName($0) }, context.language)))
        }
        if let id = act.decision, let decision = context.state.decision(id),
            context.viewer.mayRead(decision.act.access)
        {
            add(
                context("Se convocó por", "Convened by"),
                .link(id.text, href: context.path(.decision(id.text))))
        }
        if let cancelled = context.state.cancelledOn(meeting) {
            add(context("Cancelada", "Cancelled"), .day(cancelled, context.language))
        }
        for handover in context.state.presidency.handovers where handover.act.meeting == meeting.id {
            add(
                context("Traspaso de la presidencia", "Handover of the presidency"),
                .link(
                    context(
                        "de \(context.name(handover.act.from)) a \(context.name(handover.act.to))",
                        "from \(context.name(handover.act.from)) to \(context.name(handover.act.to))"),
                    href: context.plainPath(.presidencies, query: []) + "#handovers"))
        }
        add(
            context("En el calendario", "In the calendar"),
            .link(
                context("Añadir esta reunión (.ics)", "Add this meeting (.ics)"),
                href: context.request.base.path(.meeting(meeting.id.text), context.language, .ics)))
        return facts
    }

    /// Where no other chair is recorded: the presidency of its first day, and why.
    private func writeChair(_ html: inout HTMLWriter) {
        let first = meeting.act.from
        let troika = context.state.troika(on: first.first)
        guard first.precision == .day, let term = troika.value.current else {
            html.text(context.notRecorded)
            return
        }
        html.cell(
            .party(
                code: term.party.text, name: context.name(term.party),
                href: context.path(.party(term.party.text))))
        html(.span, context(", la presidencia de ese día", ", that day's presidency"), .class("soft"))
        html.why(
            context.why(troika.basis, about: context("de quién preside", "of who chairs")), context.language)
    }

    private var days: String {
        let (from, to) = (meeting.act.from, meeting.act.to)
        guard let to, to != from else { return Written.partial(from, context.language) }
        return context(
            "del \(Written.partial(from, .es)) al \(Written.partial(to, .es))",
            "from \(Written.partial(from, .en)) to \(Written.partial(to, .en))")
    }

    /// Every act about the meeting with what it is and where it is said.
    var actTable: DataTable {
        let state = context.state
        return DataTable(
            caption: context("Los actos y sus fuentes", "The acts and their sources"), hidesCaption: true,
            columns: [
                .init(context("Qué", "What")), .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: meeting.allEntries.compactMap { entry in
                guard state.lines.indices.contains(entry - 1),
                    context.viewer.mayRead(state.lines[entry - 1].access)
                else { return nil }
                return [
                    .text(context.lineSummary(entry)), context.cell(sources: [entry], sources),
                    context.cell(entry: entry),
                ]
            })
    }

    /// The meetings of the same organ before and after.
    var neighbours: [(rel: String, link: LinkModel)] {
        let beside = context.state.neighbours(of: meeting)
        func link(_ meeting: MeetingRecord, _ text: (String) -> String) -> LinkModel {
            let number = meeting.act.number.map { $0 + ", " } ?? ""
            return LinkModel(
                text: text(number + context.when(meeting)), href: context.path(.meeting(meeting.id.text)))
        }
        return [
            beside.previous.map { ("prev", link($0) { "← " + $0 }) },
            beside.next.map { ("next", link($0) { $0 + " →" }) },
        ].compactMap { $0 }
    }

    // MARK: JSON

    func json(_ agenda: AgendaView?) -> JSONValue {
        guard case .object(let own) = MeetingRows(context).json(meeting) else { return .null }
        let beside = context.state.neighbours(of: meeting)
        return .object(
            own + [
                ("parts", .list((meeting.act.parts ?? []).map { .text($0) })),
                ("subjects", .list(meeting.subjects.map { JSONValue($0) })),
                ("agenda", agenda?.json ?? .null),
                ("decisions", .list(decisions.map(DecisionRows(context).json))),
                ("declarations", .list(declarations.map { .text($0.act.document.text) })),
                ("papers", papers.json),
                (
                    "present",
                    meeting.attendance.map { .list($0.present.map { .text($0.text) }) } ?? .null
                ), ("delegations", JSONValue(meeting.attendance?.delegations)),
                ("cancelledOn", JSONValue(context.state.cancelledOn(meeting))),
                ("previous", JSONValue(beside.previous?.id.text)),
                ("next", JSONValue(beside.next?.id.text)),
                ("entries", .list(meeting.allEntries.map { .number($0) })),
                ("sources", .list(meeting.allEntries.map { context.json(sources[$0]) })),
                ("basis", context.json(answer.basis)), ("change", context.json(answer.change)),
            ])
    }
}
