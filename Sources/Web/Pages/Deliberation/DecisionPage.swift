import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One decision: what was decided, where and when, what it departs from, what was done about it, how to cite it.
struct DecisionPage: PageModel {
    let title: String
    let summary: String?
    let json: JSONValue
    let formats: [Representation] = [.atom, .json, .pdf]
    private let context: PageContext
    private let decision: DecisionRecord
    private let meeting: MeetingRecord?
    private let effects: DecisionEffects
    private let departures: [Int]
    private let sources: [Int: Source]
    private let citation: String
    private let beside: [DecisionRecord]

    static func make(_ id: DecisionID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        let state = context.state
        // That a closed session decided something under a citation is closed too: it is answered like an unknown
        // one.
        guard let decision = state.decision(id), context.viewer.mayRead(decision.act.access) else {
            let near = state.decisions(near: id.text, for: context.viewer)
            return .other(
                .notFound(
                    near.map { decision in
                        LinkModel(
                            text: "\(context(decision.act.title)) (\(decision.id))",
                            href: context.path(.decision(decision.id.text)))
                    } + [
                        LinkModel(
                            text: context("Decisiones y declaraciones", "Decisions and declarations"),
                            href: context.path(.decisions))
                    ]))
        }
        let effects = try await DecisionEffects.read(id, context, registrar)
        let sources = try await registrar.sources(of: [decision.entry] + decision.departures, in: state)
        return .model(DecisionPage(decision, effects, sources, context))
    }

    private init(
        _ decision: DecisionRecord, _ effects: DecisionEffects, _ sources: [Int: Source],
        _ context: PageContext
    ) {
        self.context = context
        self.decision = decision
        self.effects = effects
        self.sources = sources
        let state = context.state
        title = context(decision.act.title)
        meeting = decision.meeting.flatMap { state.meetings.meetings[$0] }
        departures = decision.departures.filter {
            state.lines.indices.contains($0 - 1) && context.viewer.mayRead(state.lines[$0 - 1].access)
        }
        citation = DecisionPage.citation(decision, meeting, context)
        summary = citation
        beside =
            decision.meeting.map { state.decisions(of: $0, for: context.viewer) }?
            .filter { $0.id != decision.id } ?? []
        guard case .object(let own) = DecisionRows(context).json(decision) else {
            json = .null
            return
        }
        json = .object(
            // `on` of an answer is the day that it is about.
            own.map { (name: $0.name == "on" ? "decidedOn" : $0.name, value: $0.value) } + [
                ("citation", .text(citation)),
                ("departs", .list(decision.departs.map { .text($0.text) })),
                ("departures", .list(departures.map { .number($0) })), ("effects", effects.json),
                ("followUp", .null), ("source", context.json(sources[decision.entry])),
            ])
    }

    func acts() -> [Int] { ([decision.entry] + effects.effects.map(\.entry)).sorted(by: >) }

    /// As it is cited: the conference, the organ or its meeting, the number with its letter, the title, the day.
    private static func citation(
        _ decision: DecisionRecord, _ meeting: MeetingRecord?, _ context: PageContext
    ) -> String {
        let act = decision.act
        let conference = context.state.registry.opened.map { context($0.act.name) }
        let place = meeting.map { context.name($0) } ?? context.name(act.organ)
        let item = act.item.map { context(", literal \($0)", ", item \($0)") } ?? ""
        let number = act.number.map { context("decisión \($0)", "decision \($0)") + item }
        let day = Written.partial(decision.on, context.language)
        return [
            conference, place, number, context("«\(context(act.title))»", "“\(context(act.title))”"), day,
        ].compactMap { $0 }.joined(separator: ", ") + ". " + decision.id.text + "."
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(
            [
                LinkModel(
                    text: context("Decisiones y declaraciones", "Decisions and declarations"),
                    href: context.path(.decisions))
            ], context.language)
        html.eyebrow(eyebrow)
        html(.h1, title)
        if decision.session == .closed {
            html.notice(.gold) { html in
                html(
                    .p,
                    context(
                        "De una sesión cerrada: solo la ven los miembros y la presidencia.",
                        "Of a closed session: only the members and the presidency see it."))
            }
        }
        html.facts(facts)
        html.section(context("El texto", "The text"), id: "text") { html in
            html(
                .p,
                context(
                    "Consta el título que se lee arriba. El texto que vale es el de la declaración de la reunión, o el de sus conclusiones o su comunicado.",
                    "The title above is what is recorded. The text that holds is that of the meeting's declaration, or of its conclusions or communiqué."
                ),
                .class("soft"))
            writeDeclarations(&html)
        }
        departure(&html)
        html.section(context("Qué se hizo con ella", "What was done about it"), id: "effects") { html in
            if let table = effects.table(context) {
                html.table(table)
            } else {
                html(
                    .p,
                    context(
                        "No consta: ningún acto del registro se apoya en esta decisión.",
                        "Not recorded: no act of the register rests on this decision."), .class("soft"))
            }
        }
        html.section(context("Cómo se cita", "How to cite it"), id: "cite") { html in
            html(.pre, citation)
            html(.p, .class("small")) { html in
                html.text(context("Dirección estable: ", "Stable address: "))
                let path = context.plainPath(.decision(decision.id.text))
                html(.a, context.origin.text + path, .href(path))
            }
        }
        others(&html)
    }

    private var eyebrow: String {
        let act = decision.act
        let number = act.number.map { context("Decisión \($0)", "Decision \($0)") }
        let item = act.item.map { context("literal \($0)", "item \($0)") }
        return [
            number ?? context("Decisión", "Decision"), item, Written.partial(decision.on, context.language),
        ]
        .compactMap { $0 }.joined(separator: " · ")
    }

    private var facts: [(name: String, value: (inout HTMLWriter) -> Void)] {
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = []
        func add(_ name: String, _ cell: DataTable.Cell) { facts.append((name, { $0.cell(cell) })) }
        add(context("Cita", "Citation"), .text(decision.id.text))
        let organ = context.link(decision.act.organ)
        add(context("Quién decidió", "Who decided"), .link(organ.text, href: organ.href))
        add(
            context("En qué reunión", "At which meeting"),
            meeting.map {
                .link(
                    context.name($0) + ", " + context.when($0), href: context.path(.meeting($0.id.text)))
            } ?? .text(context.notRecorded))
        add(context("Cuándo", "When"), .day(decision.on, context.language))
        add(context("Sesión", "Session"), .text(context.session(decision)))
        add(context("Fuente", "Source"), context.cell(sources: [decision.entry], sources))
        add(context("Acto", "Act"), context.cell(entry: decision.entry))
        return facts
    }

    private func writeDeclarations(_ html: inout HTMLWriter) {
        guard let meeting else { return }
        let kinds: [DocumentKind] = [.declaration, .communique, .conclusions]
        let papers = PaperRows(context) { $0.act.meeting == meeting.id && kinds.contains($0.act.kind) }
        guard !papers.papers.isEmpty else {
            html(
                .p,
                context(
                    "Ese documento de la reunión no consta.", "That paper of the meeting isn't recorded."),
                .class("soft"))
            return
        }
        html(.ul) { html in
            for paper in papers.papers {
                html(.li) { html in
                    html(
                        .a, context(paper.act.title),
                        .href(context.path(.document(paper.act.document.text))))
                }
            }
        }
    }

    /// Clause, decision and acts, shown together wherever one departs from another.
    private func departure(_ html: inout HTMLWriter) {
        guard !decision.departs.isEmpty else { return }
        html.section(context("De qué se aparta", "What it departs from"), id: "departs") { html in
            html.notice(.gold) { html in
                html(
                    .p,
                    context(
                        "El órgano que decide puede apartarse de una regla de procedimiento; cláusula, decisión y actos se muestran juntos.",
                        "The organ that decides may depart from a rule of procedure; clause, decision and acts are shown together."
                    ))
            }
            html(.ul) { html in
                for id in decision.departs {
                    html(.li) { html in
                        guard let clause = context.state.clause(id) else {
                            html.text(id.text)
                            return
                        }
                        html.text(context(clause.summary) + " ")
                        html(.a, context(clause.label), .href(context.plainPath(.clause(id.text))))
                    }
                }
            }
            guard !departures.isEmpty else { return }
            html(.p) { html in
                html.text(context("Actos registrados al amparo de ella: ", "Acts registered under it: "))
                for (index, entry) in departures.enumerated() {
                    if index > 0 { html.text(", ") }
                    html.cell(context.cell(entry: entry))
                }
            }
        }
    }

    private func others(_ html: inout HTMLWriter) {
        guard !beside.isEmpty else { return }
        html.section(
            context("De la misma reunión", "Of the same meeting"), id: "beside"
        ) {
            $0.table(
                DecisionRows(context).table(
                    beside, caption: context("De la misma reunión", "Of the same meeting"),
                    namesMeeting: false))
        }
    }
}
