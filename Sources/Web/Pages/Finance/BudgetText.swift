import Charter
import Conference
import HTML

/// A budget as people type it.
enum BudgetText {
    /// The plain decimal of what was typed: a `$` in front and commas between groups of three digits, as the
    /// pages write them, are let through; everything else is left for the reader to be told about.
    static func plain(_ typed: String) -> String {
        var text = typed[...]
        if text.first == "$" { text = text.dropFirst() }
        guard text.contains(",") else { return String(text) }
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped =
            (1...3).contains(groups[0].utf8.count) && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard isGrouped else { return typed }
        return groups.joined() + (halves.count > 1 ? "." + halves[1] : "")
    }
}

/// An edition, with the first day on which its scale is recorded.
struct EditionLink {
    let title: String
    let href: String
    let detail: String
    let isShown: Bool

    static func all(_ context: PageContext, budget: String) -> [EditionLink] {
        let shown = context.state.edition(on: context.day)?.id
        return context.state.editions.inForce.map { record in
            let scale = record.edition.scale
            let day = [record.from.first, scale?.from?.first].compactMap { $0 }.max() ?? record.from.first
            let since =
                Written.since(record.from, context.language)
                + (record.assumed ? context(" (día supuesto)", " (day assumed)") : "")
            let detail: String
            if let scale {
                let from = scale.from.map {
                    context(
                        "; escala que consta \(Written.since($0, .es))",
                        "; scale recorded \(Written.since($0, .en))")
                }
                detail = since + (from ?? "")
            } else {
                detail = since + context("; sin contribuciones", "; no contributions")
            }
            return EditionLink(
                title: context(record.edition.title),
                href: context.plainPath(
                    .contributions, query: [("budget", budget), ("on", day.description)]),
                detail: detail, isShown: record.id == shown)
        }
    }
}

/// A fund with its terms.
struct FundView {
    private let context: PageContext
    private let fund: FinanceState.Fund
    private let source: DataTable.Cell

    init(_ fund: FinanceState.Fund, _ context: PageContext, _ sources: [Int: Source]) {
        self.fund = fund
        self.context = context
        source = context.cell(sources[fund.entry])
    }

    func write(_ html: inout HTMLWriter) {
        html(.h3, context(fund.act.title))
        html(.p, context(fund.act.purpose))
        if !fund.act.terms.isEmpty {
            html(.ul) { html in
                for term in fund.act.terms { html(.li, context(term)) }
            }
        }
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = []
        if let cap = fund.act.cap {
            let amount = Written.money(cents: cap.cents, currency: cap.currency)
            facts.append((context("Lo más por caso", "The most for one case"), { $0.text(amount) }))
        }
        facts.append((context("Fuente", "Source"), { $0.cell(source) }))
        facts.append(
            (
                context("Acto", "Act"),
                { html in
                    html(
                        .a, Written.entry(fund.entry, context.language), .class("num"),
                        .href(context.plainPath(.entry(fund.entry))))
                }
            ))
        html.facts(facts)
    }
}
