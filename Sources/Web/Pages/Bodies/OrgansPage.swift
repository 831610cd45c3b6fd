import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The organs of a day: drawn, in a table, and as the way that a matter takes through them.
struct OrgansPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    private let context: PageContext
    private let lead: String
    private let drawing: OrgansModel?
    private let steps: [JourneyView]
    private let table: DataTable?
    private let former: DataTable?
    private let organs: [BodiesState.Organ]
    private let gone: [BodiesState.Organ]
    private let why: WhyModel
    private let changes: LinkModel
    let sorting: Sorting?

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(OrgansPage(context))
    }

    private init(_ context: PageContext) {
        self.context = context
        let state = context.state
        let rows = OrganRows(context)
        let sorting = Sorting(context, rows.sortColumns.map(\.name))
        self.sorting = sorting
        let organs = sorting.sorted(
            state.organs(on: context.day), by: rows.sortColumns.filter { $0.name != "until" })
        let gone = sorting.sorted(
            state.formerOrgans(on: context.day), by: rows.sortColumns.filter { $0.name != "role" })
        self.organs = organs
        self.gone = gone
        title = context("La Conferencia y sus órganos", "The Conference and its organs")
        let count = Counted(one: Phrase("órgano", "organ"), other: Phrase("órganos", "organs"))
        summary = context(
            "Los órganos de la Conferencia, desde cuándo, y cómo pasa un asunto por ellos.",
            "The Conference's organs, since when, and how a matter passes through them.")
        let date = Written.long(context.day, context.language)
        lead =
            organs.isEmpty
            ? context("El \(date) no consta ningún órgano.", "On \(date) no organ is recorded.")
            : context(
                "El \(date) constan \(count.text(organs.count, .es)).",
                "On \(date) the record has \(count.text(organs.count, .en)).")
        drawing = OrgansDrawing(context).model
        let journey = state.journey(on: context.day)
        steps = journey.map { JourneyView($0, context) }
        table = organs.isEmpty ? nil : rows.current(organs, order: sorting.order(at: "organs"))
        former =
            gone.isEmpty
            ? nil
            : rows.former(gone, order: sorting.order(at: "former")).with(
                context.files(
                    of: "former", named: context("Los que ya no existen", "Those that no longer exist")))
        let basis = organs.map { state.describedBasis($0, on: context.day) }
        why = context.why(
            [
                Basis(
                    clause: nil, entries: organs.map(\.entry),
                    reason: Localized(
                        es: "Constan como establecidos y no consta su fin ni venció su plazo.",
                        en:
                            "They are recorded as established; no end is recorded, nor has their term run out."
                    ))
            ] + basis, about: context("estos órganos", "these organs"))
        let before = context.day.adding(years: -1)
        changes = LinkModel(
            text: context("Qué cambió en el último año", "What changed in the last year"),
            href: context.plainPath(
                .changes, query: [("from", before.description), ("to", context.day.description)]))
    }

    var json: JSONValue {
        let rows = OrganRows(context)
        return [
            "organs": .list(organs.map(rows.json)), "former": .list(gone.map(rows.json)),
            "relations": .list(
                (drawing?.relations ?? []).map {
                    ["from": .text($0.from), "to": .text($0.to), "sentence": .text($0.sentence)]
                }),
            "journey": .list(steps.map(\.json)),
        ]
    }

    func lists() -> [ListModel] {
        let rows = OrganRows(context)
        return [ListModel(id: "organs", table: rows.sheet(organs))]
            + (gone.isEmpty ? [] : [ListModel(id: "former", table: rows.sheet(gone))])
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        guard let drawing, let table else {
            html.empty(
                EmptyModel(
                    title: context("No consta ningún órgano", "No organ is recorded"),
                    sentences: [
                        context(
                            "Aquí estarán los órganos, dibujados y en una tabla, cuando la secretaría registre el primero.",
                            "The organs will stand here, drawn and in a table, once the secretariat registers the first one."
                        )
                    ]))
            return
        }
        html.organs(drawing)
        html.why(why, context.language)
        if !steps.isEmpty {
            html.section(
                context("Cómo pasa un asunto por los órganos", "How a matter passes through the organs"),
                id: "journey"
            ) { html in
                html(.ol, .class("grid steps")) { html in
                    for step in steps { html(.li) { html in html.step(step, context.language) } }
                }
            }
        }
        html.section(context("Los órganos", "The organs"), id: "organs", links: [changes]) { $0.table(table) }
        if let former {
            html.section(context("Los que ya no existen", "Those that no longer exist"), id: "former") {
                $0.table(former)
            }
        }
    }
}

extension HTMLWriter {
    fileprivate mutating func step(_ step: JourneyView, _ language: Language) {
        self(.h3, step.heading)
        self(.p, step.text)
        if !step.organs.isEmpty {
            self(.p) { html in
                for (index, organ) in step.organs.enumerated() {
                    if index > 0 { html.text(" · ") }
                    html(.a, organ.text, .href(organ.href))
                }
            }
        }
        why(step.why, language)
    }
}
