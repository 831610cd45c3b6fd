import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

extension ContributionsPage {
    /// A share as a percentage with up to four decimals: `50%`, `1.5625%`; `≈` where it had to be rounded.
    static func percent(_ share: ScaleShares.Share) -> String {
        let value = share.millionths
        var decimals = String(10_000 + value % 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return (share.isExact ? "" : "≈ ") + Written.number(value / 10_000)
            + (decimals.isEmpty ? "" : "." + decimals) + "%"
    }

    private static let cents = Counted(one: Phrase("centavo", "cent"), other: Phrase("centavos", "cents"))

    /// The columns that shares and budgets are sorted by.
    static let sorts = ["member", "share", "amount", "year", "approved"]

    /// The scale as a bar in the members' listed order, with its table.
    static func shares(
        _ scale: ScaleShares, _ sorting: Sorting?, _ context: PageContext
    ) -> SharesModel {
        let currency = scale.budget.currency
        func money(_ cents: Int64) -> String {
            Written.money(cents: cents, currency: currency, showCents: true)
        }
        // The cents of the rest have their column only where there are some.
        let hasRest = scale.extraCents > 0
        let columns: [SortColumn<ScaleShares.Share>] = [
            SortColumn("member") { context.sorts(context.name($0.party)) },
            SortColumn("share") { .number($0.weight) }, SortColumn("amount") { .cents($0.amount) },
        ]
        let shares = sorting?.sorted(scale.shares, by: columns) ?? scale.shares
        let rows = shares.map { share -> [DataTable.Cell] in
            [
                .party(
                    code: share.party.text, name: context.name(share.party),
                    href: context.path(.party(share.party.text))),
                .text(percent(share)), .text(money(share.amount.cents)),
            ]
                + (hasRest
                    ? [
                        share.hasExtraCent
                            ? .tag(context("+1 centavo", "+1 cent"), .gold)
                            : .none(context("sin centavo de más", "no extra cent"))
                    ] : [])
        }
        let largest = scale.groups.prefix(3).map { group in
            Written.list(group.parties.map(\.text), context.language) + " " + money(group.amount.cents)
        }
        return SharesModel(
            shares: scale.shares.map { share in
                .init(
                    label: share.party.text, name: context.name(share.party),
                    share: share.millionths / 10, percent: percent(share), amount: money(share.amount.cents))
            },
            summary: context("La escala como barra: ", "The scale as a bar: ")
                + largest.joined(separator: "; "),
            table: DataTable(
                caption: columns.contains { $0.name == sorting?.column }
                    ? context("Lo que se prevé de cada miembro", "What is foreseen of each member")
                    : context(
                        "En el orden en que la edición enumera a los miembros",
                        "In the edition's order of members"),
                columns: [
                    .init(context("Miembro", "Member"), sort: "member"),
                    .init(context("Parte", "Share"), isNumeric: true, sort: "share"),
                    .init(context("Monto", "Amount"), isNumeric: true, sort: "amount"),
                ] + (hasRest ? [.init(context("Del resto", "Of the rest"), isNumeric: true)] : []),
                rows: rows,
                foot: [.text(context("Suma", "Sum")), .text("100%"), .text(money(scale.budget.cents))]
                    + (hasRest ? [.text("+" + cents.text(scale.extraCents, context.language))] : []),
                order: sorting?.order(at: "scale")))
    }

    /// How the cents were shared out, with this budget's own figures.
    static func rounding(_ scale: ScaleShares, _ context: PageContext) -> [String] {
        let money = Written.money(cents: scale.budget.cents, currency: scale.budget.currency, showCents: true)
        let rule = context(
            "Cada parte se calcula exacta y se corta en el centavo. Los centavos que sobran se dan de a uno a las partes que más perdieron al cortar (el mayor resto); si dos perdieron lo mismo, primero a la que la edición enumera antes.",
            "Each part is computed exactly and cut at the cent. The cents left over are given one by one to the parts that lost most by the cut (the largest remainder); where two lost the same, first to the one that the edition lists earlier."
        )
        let extra = scale.shares.filter(\.hasExtraCent).map { context.name($0.party) }
        let outcome: String
        if extra.isEmpty {
            outcome = context(
                "Aquí no sobró ningún centavo: las partes suman \(money).",
                "Here no cent was left over: the parts add up to \(money).")
        } else {
            let cents = cents.text(extra.count, context.language)
            let who = Written.list(extra, context.language)
            outcome = context(
                "Aquí se repartió así \(cents): \(who). Las partes suman \(money), ni un centavo más ni menos.",
                "Here \(cents) went this way: \(who). The parts add up to \(money), not a cent more or less.")
        }
        return [rule, outcome]
    }

    /// The headings of the budget that are recorded.
    static func headings(_ context: PageContext, _ sources: [Int: Source]) -> DataTable? {
        let headings = context.state.finance.headings
        guard !headings.isEmpty else { return nil }
        return DataTable(
            caption: context("Rubros que constan", "Headings recorded"),
            columns: [
                .init(context("Rubro", "Heading")), .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: headings.enumerated().map { index, heading in
                // A source that is the same as the row's above is named there.
                let repeats = index > 0 && sources[headings[index - 1].entry] == sources[heading.entry]
                return [
                    .text(context(heading.act.title)),
                    repeats ? .text(context("la misma", "the same")) : context.cell(sources[heading.entry]),
                    act(heading.entry, context),
                ]
            })
    }

    /// The budgets approved up to the day, latest first.
    static func budgets(
        _ context: PageContext, _ sorting: Sorting, _ sources: [Int: Source]
    ) -> DataTable? {
        let budgets = sorting.sorted(
            context.state.finance.budgets.values.filter { $0.on.first <= context.day }
                .sorted { $1.act.year < $0.act.year },
            by: [
                SortColumn("year") { .count($0.act.year) }, SortColumn("amount") { .cents($0.act.amount) },
                SortColumn("approved") { .day($0.on) },
            ])
        guard !budgets.isEmpty else { return nil }
        return DataTable(
            caption: context("Presupuestos aprobados", "Budgets approved"),
            columns: [
                .init(context("Año", "Year"), isNumeric: true, sort: "year"),
                .init(context("Monto", "Amount"), isNumeric: true, sort: "amount"),
                .init(context("Aprobado", "Approved"), sort: "approved"),
                .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: budgets.map { budget in
                [
                    .link(
                        String(budget.act.year),
                        href: context.path(.contributions, query: [("budget", budget.act.amount.decimal)])),
                    .text(
                        Written.money(
                            cents: budget.act.amount.cents, currency: budget.act.amount.currency,
                            showCents: true)),
                    .day(budget.on, context.language), context.cell(sources: [budget.entry], sources),
                    act(budget.entry, context),
                ]
            }, order: sorting.order(at: "budget"))
    }

    private static func act(_ entry: Int, _ context: PageContext) -> DataTable.Cell {
        .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry)))
    }

    /// The page for programs; `budget` and `parts` are `null` where nothing can be divided.
    static func json(
        _ typed: String, _ answer: Answer<ScaleShares>?, _ refusal: Refusal?, _ context: PageContext,
        _ sources: [Int: Source]
    ) -> JSONValue {
        let finance = context.state.finance
        return [
            "asked": .text(typed), "budget": JSONValue(answer?.value.budget.decimal),
            "currency": JSONValue(context.state.edition(on: context.day)?.edition.currency),
            "edition": JSONValue(context.state.edition(on: context.day)?.id.text),
            "refusal": refusal.map {
                [
                    "code": .text($0.code), "field": JSONValue($0.field),
                    "message": .text($0.sentence(context.language)),
                ]
            } ?? .null,
            "parts": answer.map { answer in
                .list(
                    answer.value.shares.map {
                        [
                            "party": .text($0.party.text), "amount": .text($0.amount.decimal),
                            "percent": .text(percent($0)), "extraCent": .flag($0.hasExtraCent),
                        ]
                    })
            } ?? .null,
            "basis": context.json(answer?.basis ?? []), "change": context.json(answer?.change),
            "headings": .list(
                finance.headings.map {
                    [
                        "heading": .text($0.act.heading.text), "title": JSONValue($0.act.title),
                        "entry": .number($0.entry), "source": context.json(sources[$0.entry]),
                    ]
                }),
            "funds": .list(
                finance.funds.filter { $0.on.first <= context.day }.map { fund in
                    [
                        "fund": .text(fund.act.fund.text), "title": JSONValue(fund.act.title),
                        "purpose": JSONValue(fund.act.purpose),
                        "terms": .list(fund.act.terms.map { JSONValue($0) }),
                        "cap": JSONValue(fund.act.cap?.decimal), "entry": .number(fund.entry),
                        "source": context.json(sources[fund.entry]),
                    ]
                }),
            "budgets": .list(
                finance.budgets.values.filter { $0.on.first <= context.day }
                    .sorted { $0.act.year < $1.act.year }.map { budget in
                        [
                            "year": .number(budget.act.year), "amount": .text(budget.act.amount.decimal),
                            "on": JSONValue(budget.on), "entry": .number(budget.entry),
                            "source": context.json(sources[budget.entry]),
                        ]
                    }),
        ]
    }
}
