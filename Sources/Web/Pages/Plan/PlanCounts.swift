import Charter
import Conference
import Exchange
import HTML

extension PlanCount {
    /// The count for programs.
    func json(_ context: PageContext) -> JSONValue {
        [
            "organ": JSONValue(organ?.text), "name": JSONValue(name), "count": .number(answer.value),
            "basis": context.json(answer.basis),
        ]
    }
}

extension PlanPage {
    /// What the register counts itself of the plan's indicators, with the acts behind each number (rule S5).
    func counted(_ html: inout HTMLWriter) {
        guard !counts.isEmpty else { return }
        let list = { (organ: OrganID?) -> String in
            organ.map { context.path(.organ($0.text)) } ?? context.path(.decisions)
        }
        html.table(
            DataTable(
                caption: context(
                    "Lo que el registro cuenta por sí mismo, en el período del plan",
                    "What the register counts itself, within the plan's period"),
                columns: [
                    .init(context("Qué se cuenta", "What is counted")),
                    .init(context("Número", "Number"), isNumeric: true),
                ],
                rows: counts.map { count in
                    [
                        .link(context(count.name), href: list(count.organ)),
                        .text(Written.number(count.answer.value)),
                    ]
                }))
        html(
            .p,
            context(
                "Lo que nadie registró no se cuenta. Los demás indicadores se informan con su evidencia.",
                "What nobody registered isn't counted. The other indicators are reported with evidence."
            ), .classes("small", "soft"))
        html.why(
            context.why(counts.flatMap(\.answer.basis), about: context("estas cuentas", "these counts")),
            context.language)
    }
}
