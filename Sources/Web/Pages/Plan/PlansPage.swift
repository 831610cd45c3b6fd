import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The plans on a day, each at a glance.
struct PlansPage: PageModel {
    /// One plan.
    struct Glance {
        let record: PlanState.Record
        let standing: Answer<PlanStanding>
        let length: Answer<Bool>?
        let lines: [PlanState.Line]
        let statuses: [(status: PlanStatus, count: Int, entries: [Int])]
        let dangling: [(line: PlanState.Line, reference: PlanReference)]
    }

    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    private let context: PageContext
    private let words: PlanWords
    private let plans: [Glance]
    private let sources: [Int: Source]

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let plans = context.state.plans(on: context.day)
        let sources = try await registrar.sources(of: plans.map(\.entry), in: context.state)
        return .model(PlansPage(context, plans, sources))
    }

    private init(_ context: PageContext, _ records: [PlanState.Record], _ sources: [Int: Source]) {
        let state = context.state
        self.context = context
        self.sources = sources
        words = PlanWords(context)
        title = context("Planes", "Plans")
        summary = context(
            "El plan estratégico y el plan de acción: pilares, temas, objetivos y estados.",
            "The strategic plan and the plan of action: pillars, themes, objectives and statuses.")
        plans = records.map { record in
            Glance(
                record: record, standing: state.standing(of: record, on: context.day),
                length: state.planLength(record), lines: record.lines(on: context.day),
                statuses: record.statuses(on: context.day),
                dangling: state.danglingReferences(record).filter { $0.line.on.first <= context.day })
        }
    }

    var json: JSONValue {
        [
            "plans": .list(
                plans.map { glance in
                    [
                        "plan": .text(glance.record.act.plan.text),
                        "kind": .text(glance.record.act.kind.rawValue),
                        "title": JSONValue(glance.record.act.title),
                        "from": JSONValue(glance.record.act.from),
                        "until": JSONValue(glance.record.act.until),
                        "adopted": JSONValue(glance.record.on),
                        "standing": .text(glance.standing.value.rawValue),
                        "basis": context.json(glance.standing.basis),
                        "asLongAsTheRuleSays": JSONValue(glance.length?.value),
                        "lengthBasis": context.json(glance.length?.basis ?? []),
                        "lines": .number(glance.lines.count),
                        "statuses": PlansPage.json(glance.statuses),
                        "danglingReferences": .number(glance.dangling.count),
                        "entry": .number(glance.record.entry),
                        "source": context.json(sources[glance.record.entry]),
                    ]
                })
        ]
    }

    static func json(_ statuses: [(status: PlanStatus, count: Int, entries: [Int])]) -> JSONValue {
        .list(
            statuses.map {
                [
                    "status": .text($0.status.rawValue), "lines": .number($0.count),
                    "entries": .list($0.entries.map { .number($0) }),
                ]
            })
    }

    func acts() -> [Int] {
        Array(plans.flatMap { PlanPage.entries($0.record, $0.lines) }.sorted().reversed())
    }

    func lists() -> [ListModel] {
        [
            ListModel(
                id: "plans",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("Código", "Code")), .init(context("Clase", "Kind")),
                        .init(context("Título", "Title")), .init(context("De", "From")),
                        .init(context("A", "To")), .init(context("Líneas", "Lines"), isNumeric: true),
                        .init(context("Líneas con estado", "Lines with a status"), isNumeric: true),
                        .init(context("Referencias a nada", "References to nothing"), isNumeric: true),
                        .init(context("Acto", "Act"), isNumeric: true),
                    ],
                    rows: plans.map { glance in
                        [
                            .text(glance.record.act.plan.text), .text(words.kind(glance.record.act.kind)),
                            .text(context(glance.record.act.title)),
                            .text(glance.record.act.from?.description ?? ""),
                            .text(glance.record.act.until?.description ?? ""),
                            .text(String(glance.lines.count)),
                            .text(String(glance.statuses.reduce(0) { $0 + $1.count })),
                            .text(String(glance.dangling.count)), .text(String(glance.record.entry)),
                        ]
                    }))
        ]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(
            .p,
            context(
                "Qué se propuso la Conferencia, en qué va y qué consta de cada línea.",
                "What the Conference set out to do, how far it is, and what is recorded of each line."),
            .class("lead"))
        guard !plans.isEmpty else {
            html.empty(
                EmptyModel(
                    title: context("No consta ningún plan", "No plan is recorded"),
                    sentences: [
                        context.isAnotherDay
                            ? context(
                                "Ningún plan se había aprobado hasta ese día, según lo que consta.",
                                "No plan had been adopted by that day, as far as recorded.")
                            : context(
                                "Aquí estará cada plan con sus pilares, temas y objetivos, y el estado de cada línea.",
                                "Each plan will stand here with its pillars, themes and objectives, and the status of each line."
                            ),
                        context(
                            "El plan lo registra la presidencia o la secretaría cuando se aprueba; las líneas y sus estados, la secretaría.",
                            "The presidency or the secretariat registers a plan once it is adopted; its lines and their statuses, the secretariat."
                        ),
                    ],
                    link: LinkModel(
                        text: context("Los espacios temáticos", "The thematic spaces"),
                        href: context.path(.spaces))))
            return
        }
        for glance in plans { write(glance, &html) }
    }

    private func write(_ glance: Glance, _ html: inout HTMLWriter) {
        let language = context.language
        let record = glance.record
        let tag = words.tag(glance.standing.value)
        html.section(
            context(record.act.title), id: record.act.plan.text,
            links: [
                LinkModel(text: context("Abrir el plan", "Open the plan"), href: words.href(record))
            ]
        ) { html in
            html(.p) { html in
                html.text(
                    words.kind(record.act.kind)
                        + (glance.standing.value == .notRecorded ? " " : ", " + words.period(record) + " "))
                html.tag(tag.text, tag.tone)
                html.text(" ")
                html.code(record.act.plan.text)
            }
            html.why(
                context.why(glance.standing.basis, about: context("este estado del plan", "this state")),
                language)
            html(.div, .class("grid")) { html in
                for part in glances(glance) {
                    html(.a, .class("pillar"), .href(words.href(record))) { html in
                        html(.b, Written.number(part.count))
                        html(.span, part.noun)
                    }
                }
            }
            if record.act.kind == .strategic { pillars(record, &html) }
            html(.p) { html in
                if glance.statuses.isEmpty {
                    html.text(
                        context(
                            "No consta el estado de ninguna línea.", "The status of no line is recorded."))
                }
                for status in glance.statuses {
                    html.tag(
                        Written.capitalised(context(status.status.name)) + ": "
                            + Written.number(status.count), words.tone(status.status))
                    html.text(" ")
                }
            }
            PlansPage.length(glance.length, context, &html)
            if !glance.dangling.isEmpty {
                html(.p) { html in
                    html(
                        .a,
                        glance.dangling.count == 1
                            ? context(
                                "Una referencia no lleva a nada.", "One reference leads to nothing.")
                            : context(
                                "\(glance.dangling.count) referencias no llevan a nada.",
                                "\(glance.dangling.count) references lead to nothing."),
                        .href(words.href(record) + "#references"))
                }
            }
            html(.p, .classes("small", "soft")) { html in
                html.text(context("Fuente: ", "Source: "))
                html.cell(context.cell(sources: [record.entry], sources))
            }
        }
    }

    private func glances(_ glance: Glance) -> [(count: Int, noun: String)] {
        let kinds: [(PlanLineKind, Counted)] =
            glance.record.act.kind == .strategic
            ? [
                (.pillar, Counted(one: Phrase("pilar", "pillar"), other: Phrase("pilares", "pillars"))),
                (.theme, PlanWords.theme),
                (
                    .objective,
                    Counted(
                        one: Phrase("objetivo específico", "specific objective"),
                        other: Phrase("objetivos específicos", "specific objectives"))
                ),
                (
                    .result,
                    Counted(
                        one: Phrase("resultado esperado", "expected result"),
                        other: Phrase("resultados esperados", "expected results"))
                ),
            ]
            : [
                (.actionTheme, PlanWords.theme),
                (
                    .actionObjective,
                    Counted(one: Phrase("objetivo", "objective"), other: Phrase("objetivos", "objectives"))
                ),
                (
                    .action,
                    Counted(one: Phrase("acción", "action"), other: Phrase("acciones", "actions"))
                ), (.activity, PlanWords.activity),
            ]
        return kinds.compactMap { kind, counted in
            let count = glance.lines.count { $0.act.kind == kind }
            return count == 0 ? nil : (count, counted.noun(count, context.language))
        }
    }

    private func pillars(_ record: PlanState.Record, _ html: inout HTMLWriter) {
        html(.ul) { html in
            for pillar in record.lines(.pillar) where pillar.on.first <= context.day {
                let themes = record.children(of: pillar.act.line).count { $0.act.kind == .theme }
                html(.li) { html in
                    html(.a, context(pillar.act.title), .href(words.href(pillar, of: record)))
                    html.text(": " + PlanWords.theme.text(themes, context.language))
                }
            }
        }
    }

    /// A plan longer than the rule says, with why (rule O7).
    static func length(_ length: Answer<Bool>?, _ context: PageContext, _ html: inout HTMLWriter) {
        guard let length, !length.value else { return }
        html.notice(.gold) { html in
            html(
                .p,
                context("El plan dura más de lo que dice la regla.", "The plan is longer than the rule says.")
            )
            html.why(
                context.why(length.basis, about: context("esta duración", "this length")), context.language)
        }
    }
}
