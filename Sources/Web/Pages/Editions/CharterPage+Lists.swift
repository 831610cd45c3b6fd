import Charter
import Conference

extension CharterPage {
    /// The rules whole, the clauses, and the editions, for spreadsheets.
    static func lists(_ inForce: EditionsState.InForce?, _ context: PageContext) -> [ListModel] {
        guard let edition = inForce?.edition else {
            return [ListModel(id: "editions", table: table(context))]
        }
        return [
            ListModel(id: "rules", table: list(rules: edition, context)),
            ListModel(id: "clauses", table: list(clauses: edition, context)),
            ListModel(id: "editions", table: table(context)),
        ]
    }

    private static func list(rules edition: Edition, _ context: PageContext) -> DataTable {
        func cell(_ text: String?) -> DataTable.Cell {
            text.map { .text($0) } ?? .none(context("nada", "nothing"))
        }
        return DataTable(
            caption: context("Reglas", "Rules") + ": " + context(edition.title),
            columns: [
                .init(context("Regla", "Rule")), .init(context("De qué trata", "What it is about")),
                .init(context("De dónde viene", "Where it comes from")),
                .init(context("Valores", "Values")), .init(context("Interpretación", "Interpretation")),
                .init(context("Por qué", "Why")), .init(context("Cláusulas", "Clauses")),
            ],
            rows: RuleID.allCases.compactMap { id in
                guard let rule = edition.rules[id] else { return nil }
                let card = RuleCard(rule, context)
                let values = card.parameters.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
                return [
                    .text(id.rawValue), .text(card.title), .text(card.standingWords),
                    cell(values.isEmpty ? nil : values), cell(card.interpretation), cell(card.reason),
                    .text(card.clauses.map(\.text).joined(separator: " ")),
                ]
            })
    }

    private static func list(clauses edition: Edition, _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Cláusulas", "Clauses") + ": " + context(edition.title),
            columns: [
                .init(context("Cláusula", "Clause")), .init(context("Cómo se cita", "As cited")),
                .init(context("Resumen", "Summary")), .init(context("Notas", "Footnotes")),
                .init(context("Reglas", "Rules")),
            ],
            rows: edition.clauses.map { clause in
                [
                    .text(clause.id.text), .text(context(clause.label)), .text(context(clause.summary)),
                    .text(
                        clause.footnotes.map { FootnoteView($0, context) }.map { "\($0.by) \($0.text)" }
                            .joined(separator: "\n")),
                    .text(edition.rules(resting: clause.id).map(\.id.rawValue).joined(separator: " ")),
                ]
            })
    }
}
