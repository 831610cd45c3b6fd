import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One meeting: what, when, where, how it stands on the day, what it dealt with and decided, its papers.
struct MeetingPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.ics, .csv, .xlsx, .atom, .json, .pdf]
    private let context: PageContext
    private let meeting: MeetingRecord
    private let record: MeetingDetails
    private let agenda: AgendaView?

    static func make(_ id: MeetingID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        let state = context.state
        guard let meeting = state.meetings.meetings[id] else {
            return .other(
                .notFound(
                    state.meetings(near: id.text).map { meeting in
                        LinkModel(
                            text: "\(context.name(meeting)), \(context.when(meeting))",
                            href: context.path(.meeting(meeting.id.text)))
                    } + [
                        LinkModel(
                            text: context("Reuniones y calendario", "Meetings and calendar"),
                            href: context.path(.meetings))
                    ]))
        }
        let sources = try await registrar.sources(of: meeting.allEntries, in: state)
        return .model(MeetingPage(meeting, MeetingDetails(meeting, context, sources), context))
    }

    private init(_ meeting: MeetingRecord, _ record: MeetingDetails, _ context: PageContext) {
        self.context = context
        self.meeting = meeting
        self.record = record
        agenda = AgendaView(meeting, context)
        title = context.name(meeting)
        summary = HomeMeetings.where(meeting, context)
    }

    var json: JSONValue {
        record.json(agenda)
    }

    var isQuestionUnfit: Bool { agenda?.isQuestionUnfit ?? false }
    func meetings() -> [MeetingID] { [meeting.id] }
    func acts() -> [Int] { (meeting.allEntries + record.decisions.map(\.entry)).sorted(by: >) }
    func lists() -> [ListModel] {
        [
            agenda.map { ListModel(id: "agenda", table: $0.sheet) },
            ListModel(id: "decisions", table: DecisionRows(context).sheet(record.decisions)),
        ].compactMap { $0 }
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(
            [
                LinkModel(
                    text: context("Reuniones y calendario", "Meetings and calendar"),
                    href: context.path(.meetings))
            ], context.language)
        html.eyebrow(record.eyebrow)
        html(.h1, title)
        html(.p, .class("lead")) { html in
            html.text(
                [context.when(meeting), context.place(meeting)].compactMap { $0 }.joined(separator: ", ")
                    + " ")
            html.tag(record.standing.text, record.standing.tone)
        }
        html.facts(record.facts)
        html.why(record.why, context.language)
        subjects(&html)
        agendaSection(&html)
        if meeting.isMeeting || !record.decisions.isEmpty { decisions(&html) }
        papers(&html)
        attendance(&html)
        sources(&html)
        neighbours(&html)
    }

    private func soft(_ html: inout HTMLWriter, _ es: String, _ en: String) {
        html(.p, context(es, en), .class("soft"))
    }

    private func subjects(_ html: inout HTMLWriter) {
        html.section(context("De qué trata", "What it deals with"), id: "subjects") { html in
            guard !meeting.subjects.isEmpty else {
                soft(&html, "Sus temas no constan.", "Its subjects aren't recorded.")
                return
            }
            html(.ul) { html in for subject in meeting.subjects { html(.li, context(subject)) } }
        }
    }

    private func agendaSection(_ html: inout HTMLWriter) {
        html.section(context("Agenda", "Agenda"), id: "agenda") { html in
            guard let agenda else {
                html.empty(
                    EmptyModel(
                        title: context("La agenda no consta", "The agenda isn't recorded"),
                        sentences: [
                            context(
                                "Aquí estará con sus horas, en el huso de la reunión y en el de quien lee, cuando se registre.",
                                "It will stand here with its times, in the meeting's zone and the reader's, once it is registered."
                            )
                        ]))
                return
            }
            agenda.write(&html)
        }
    }

    private var isToCome: Bool {
        context.state.standing(of: meeting, on: context.day).value == .toCome
    }

    private func decisions(_ html: inout HTMLWriter) {
        html.section(context("Decisiones", "Decisions"), id: "decisions") { html in
            if record.decisions.isEmpty {
                soft(&html, "No consta ninguna decisión.", "No decision is recorded.")
            } else {
                let table = DecisionRows(context).table(
                    record.decisions, caption: context("Decisiones", "Decisions"), namesMeeting: false)
                html.table(
                    agenda == nil
                        ? table
                        : table.with(
                            context.files(of: "decisions", named: context("Decisiones", "Decisions"))))
            }
            if record.declarations.isEmpty {
                // Only the meeting that decides ends with a declaration.
                guard !isToCome,
                    context.state.bodies.organs[meeting.act.organ]?.role == .viceMinisterial
                else { return }
                soft(&html, "Su declaración no consta.", "Its declaration isn't recorded.")
            } else {
                html(.p) { html in
                    html(.b, context("Declaración: ", "Declaration: "))
                    for (index, paper) in record.declarations.enumerated() {
                        if index > 0 { html.text(" · ") }
                        html(
                            .a, context(paper.act.title),
                            .href(context.path(.document(paper.act.document.text))))
                    }
                }
            }
        }
    }

    private func papers(_ html: inout HTMLWriter) {
        html.section(context("Documentos", "Papers"), id: "papers") { html in
            if let table = record.papers.table(caption: context("Documentos", "Papers")) {
                html.table(table)
            } else {
                soft(&html, "No consta ninguno.", "None is recorded.")
            }
        }
    }

    private func attendance(_ html: inout HTMLWriter) {
        html.section(context("Quiénes estuvieron", "Who was there"), id: "attendance") { html in
            guard let attendance = meeting.attendance else {
                if isToCome {
                    soft(
                        &html, "Se registra cuando se haya celebrado.",
                        "It is registered once the meeting has been held.")
                    return
                }
                soft(&html, "La asistencia no consta.", "The attendance isn't recorded.")
                return
            }
            if !attendance.present.isEmpty {
                html(.ul, .class("grid")) { html in
                    for party in attendance.present {
                        html(.li) {
                            $0.cell(
                                .party(
                                    code: party.text, name: context.name(party),
                                    href: context.path(.party(party.text))))
                        }
                    }
                }
            }
            if let count = attendance.delegations {
                let counted = Counted(
                    one: Phrase("delegación", "delegation"), other: Phrase("delegaciones", "delegations"))
                html(
                    .p,
                    context(
                        "La fuente cuenta \(counted.text(count, .es)).",
                        "The source counts \(counted.text(count, .en))."))
            }
            html(
                .p,
                context(
                    "Solo quienes constan como presentes; la lista no dice nada de los demás.",
                    "Only those recorded as present; the list says nothing of the others."),
                .classes("small", "soft"))
        }
    }

    private func sources(_ html: inout HTMLWriter) {
        html.section(context("Los actos y sus fuentes", "The acts and their sources"), id: "acts") {
            $0.table(record.actTable)
        }
    }

    private func neighbours(_ html: inout HTMLWriter) {
        guard !record.neighbours.isEmpty else { return }
        html(
            .nav, .class("pages"),
            .aria("label", context("Otras reuniones de este órgano", "Other meetings of this organ"))
        ) { html in
            html(.ul) { html in
                for (rel, link) in record.neighbours {
                    html(.li) { html in html(.a, link.text, .href(link.href), .rel(rel)) }
                }
            }
        }
    }
}
