import Charter
import Conference
import Exchange
import HTML

/// One clause whole: what it says, its footnotes, the rules it runs, and what departed from it.
struct ClausePage: PageModel {
    let title: String
    let summary: String?
    let json: JSONValue
    let hasPast = true
    private let language: Language
    private let crumbs: [LinkModel]
    private let eyebrow: String
    private let heading: String
    private let id: String
    private let text: String
    private let notice: String
    private let absent: String?
    private let footnotes: [FootnoteView]
    private let editions: DataTable
    private let rulesNote: String?
    private let rules: [RuleCard]
    private let departures: DataTable?
    private let neighbours: [(rel: String, link: LinkModel)]

    /// The clause's page; for an id that isn't known, not found with the nearest ones.
    static func make(_ id: ClauseID, _ context: PageContext) -> PageOutcome {
        let state = context.state
        let holding = state.editions(holding: id)
        // The edition of the day where it holds the clause; else the latest that does.
        let inForce = state.edition(on: context.day)
        let shown =
            inForce.flatMap { edition in edition.edition.clause(id) == nil ? nil : edition } ?? holding.last
        guard let shown, let clause = shown.edition.clause(id) else {
            return .other(.notFound(suggestions(id, context)))
        }
        return .model(ClausePage(clause, shown, holding, context))
    }

    private static func suggestions(_ id: ClauseID, _ context: PageContext) -> [LinkModel] {
        context.state.clauses(near: id.text).map {
            LinkModel(text: "\(context($0.label)) (\($0.id))", href: context.path(.clause($0.id.text)))
        } + [
            LinkModel(
                text: context.rulesTitle,
                href: context.path(.charter))
        ]
    }

    private init(
        _ clause: Clause, _ shown: EditionsState.InForce, _ holding: [EditionsState.InForce],
        _ context: PageContext
    ) {
        let state = context.state
        let edition = shown.edition
        language = context.language
        id = clause.id.text
        title = ClausePage.name(clause, context)
        heading = title
        eyebrow = context("Cláusula", "Clause") + " · " + context(edition.title)
        text = context(clause.summary)
        summary = text
        crumbs = [
            LinkModel(
                text: context.rulesTitle,
                href: context.path(.charter))
        ]
        notice = context(edition.authentic)
        absent =
            state.edition(on: context.day)?.id == shown.id
            ? nil
            : context(
                "La edición en vigor ese día no contiene esta cláusula; se muestra como está en: ",
                "The edition in force on that day doesn't hold this clause; it is shown as it stands in: ")
                + context(edition.title) + "."
        footnotes = clause.footnotes.map { FootnoteView($0, context) }
        editions = ClausePage.table(holding, shown, context)
        let cards = edition.rules(resting: clause.id).map { RuleCard($0, context) }
        rules = cards
        rulesNote =
            cards.isEmpty
            ? context(
                "Ninguna regla del programa se apoya en esta cláusula.",
                "No rule of the program rests on this clause.")
            : nil
        let departed = state.departures(from: clause.id)
        departures = ClausePage.table(departed, context)
        let beside = edition.neighbours(of: clause.id)
        neighbours = [
            beside.previous.map {
                (
                    "prev",
                    LinkModel(
                        text: "← " + ClausePage.name($0, context), href: context.path(.clause($0.id.text)))
                )
            },
            beside.next.map {
                (
                    "next",
                    LinkModel(
                        text: ClausePage.name($0, context) + " →", href: context.path(.clause($0.id.text)))
                )
            },
        ].compactMap { $0 }
        json = [
            "clause": .text(clause.id.text), "document": .text(clause.document),
            "label": JSONValue(clause.label),
            "summary": JSONValue(clause.summary), "edition": .text(shown.id.text),
            "authentic": JSONValue(edition.authentic), "footnotes": .list(footnotes.map(\.json)),
            "editions": .list(holding.map { CharterPage.json($0, context) }),
            "rules": .list(cards.map(\.json)),
            "departures": .list(
                ClausePage.visible(departed, context).map { departure in
                    [
                        "decision": .text(departure.decision.id.text),
                        "title": JSONValue(departure.decision.act.title),
                        "decisionEntry": .number(departure.decision.entry),
                        "entries": .list(departure.entries.map { .number($0) }),
                    ]
                }), "previous": JSONValue(beside.previous?.id.text), "next": JSONValue(beside.next?.id.text),
        ]
    }

    /// A clause's label with its place, which tells clauses of one label apart.
    private static func name(_ clause: Clause, _ context: PageContext) -> String {
        let place = clause.id.text.split(separator: ".").last.map(String.init) ?? ""
        let label = context(clause.label)
        return label.hasSuffix(" " + place) ? label : label + ", " + place
    }

    private static func table(
        _ editions: [EditionsState.InForce], _ shown: EditionsState.InForce, _ context: PageContext
    ) -> DataTable {
        DataTable(
            caption: context("Las ediciones que la contienen", "The editions that hold it"),
            hidesCaption: true,
            columns: [
                .init(context("Edición", "Edition")), .init(context("En vigor desde", "In force since")),
                .init(context("Hasta", "Until")), .init(context("Actos", "Acts")),
            ],
            rows: editions.map { edition in
                [
                    .link(
                        context(edition.edition.title),
                        href: context.plainPath(.charter, query: [("on", edition.from.first.description)])),
                    edition.assumed
                        ? .text(
                            Written.partial(edition.from, context.language)
                                + context(" (día supuesto)", " (assumed day)"))
                        : .day(edition.from, context.language),
                    context.state.end(of: edition).map { .day($0, context.language) }
                        ?? .text(context("sigue en vigor", "still in force")),
                    .made(CharterPage.acts(edition.entries, context)),
                ]
            })
    }

    /// The departures that the reader may know: decision and acts that they may read.
    private static func visible(
        _ departures: [(decision: DecisionRecord, entries: [Int])], _ context: PageContext
    ) -> [(decision: DecisionRecord, entries: [Int])] {
        departures.filter { context.isOpen($0.decision.entry) }.map {
            ($0.decision, $0.entries.filter(context.isOpen))
        }
    }

    private static func table(
        _ departures: [(decision: DecisionRecord, entries: [Int])], _ context: PageContext
    ) -> DataTable? {
        let shown = visible(departures, context)
        guard !shown.isEmpty else { return nil }
        return DataTable(
            caption: context(
                "La reunión viceministerial puede apartarse de una regla de procedimiento; el acto, la decisión y la cláusula se muestran juntos.",
                "The vice-ministerial meeting may depart from a rule of procedure; act, decision and clause are shown together."
            ),
            columns: [
                .init(context("Decisión", "Decision")), .init(context("Qué", "What")),
                .init(context("Actos", "Acts")),
            ],
            rows: shown.map { departure in
                [
                    .link(
                        departure.decision.id.text,
                        href: context.plainPath(.decision(departure.decision.id.text))),
                    .text(context(departure.decision.act.title)),
                    .made(CharterPage.acts(departure.entries, context)),
                ]
            })
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(crumbs, language)
        html.eyebrow(eyebrow)
        html(.h1, heading)
        html(.p) { html in html.code(id) }
        if let absent { html.notice(.gold) { html in html(.p, absent) } }
        html(.p, text, .class("text"))
        html.footnotes(footnotes)
        html.notice(.gold) { html in html(.p, notice) }
        html.section(Phrase("Las reglas que pone en marcha", "The rules that it runs")[language], id: "rules")
        { html in
            if let rulesNote { html(.p, rulesNote, .class("soft")) }
            for rule in rules { html.rule(rule, language) }
        }
        if let departures {
            html.section(
                Phrase("Lo que se apartó de ella", "What departed from it")[language], id: "departures"
            ) {
                $0.table(departures)
            }
        }
        html.section(Phrase("Dónde está", "Where it stands")[language], id: "editions") { $0.table(editions) }
        html(
            .nav, .class("pages"),
            .aria("label", Phrase("Cláusulas vecinas", "Neighbouring clauses")[language])
        ) {
            html in
            html(.ul) { html in
                for neighbour in neighbours {
                    html(.li) { html in
                        html(.a, neighbour.link.text, .href(neighbour.link.href), .rel(neighbour.rel))
                    }
                }
            }
        }
    }
}
