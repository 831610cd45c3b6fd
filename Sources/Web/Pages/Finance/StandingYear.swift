import Charter
import Conference
import HTML

/// The contributions of one year's budget, member by member, and what was received in that year.
struct StandingYear {
    /// What is wrong with `?year=`.
    let problem: String?
    /// One member's contribution of one year.
    private struct OwnLine {
        let party: PartyID
        let line: AccountStatement.Line
    }

    private let context: PageContext
    private let sorting: Sorting
    private let statements: [AccountStatement]
    private let years: [Int]
    private let shown: Int?

    init(_ statements: [AccountStatement], _ sorting: Sorting, _ context: PageContext) {
        self.context = context
        self.sorting = sorting
        self.statements = statements
        let years = Array(Set(statements.flatMap { $0.lines.map(\.year) })).sorted()
        self.years = years
        let typed = context.request.query["year"]
        // The year of the day, else the last one that is foreseen.
        let usual = years.last { $0 <= context.day.year } ?? years.last
        let asked = typed.flatMap { Int($0) }.flatMap { years.contains($0) ? $0 : nil }
        shown = asked ?? usual
        problem =
            typed != nil && asked == nil
            ? context(
                "De “\((typed ?? "").prefix(20))” no consta ninguna contribución prevista; elija un año de la lista.",
                "Of “\((typed ?? "").prefix(20))” no contribution is recorded as foreseen; choose a year of the list."
            ) : nil
    }

    func write(_ html: inout HTMLWriter) {
        guard let shown else {
            html.section(context("Año por año", "Year by year"), id: "year") { html in
                html.empty(
                    EmptyModel(
                        title: context("Ninguna contribución prevista", "No contribution foreseen"),
                        sentences: [
                            context(
                                "La secretaría las registra cuando se aprueba el presupuesto, cada una con el día en que vence.",
                                "The secretariat registers them once the budget is approved, each with the day it is due."
                            )
                        ]))
            }
            return
        }
        html.section(context("El presupuesto de \(shown)", "The budget of \(shown)"), id: "year") { html in
            if let problem { html.notice(.gold) { html in html(.p, problem) } }
            html(.nav, .class("pages"), .aria("label", context("Años", "Years"))) { html in
                html(.ul) { html in
                    for year in years {
                        html(.li) { html in
                            html(
                                .a, String(year), .class("num"),
                                .href(
                                    context.path(
                                        .standing, query: [("year", String(year))] + context.sortPair)),
                                .current("page", year == shown))
                        }
                    }
                }
            }
            html.table(table(shown))
            let receipts = receipts(shown)
            if !receipts.rows.isEmpty {
                html(.h3, context("Recibido durante \(shown)", "Received during \(shown)"))
                html.table(receipts)
            } else if let files = receipts.files, statements.contains(where: { !$0.receipts.isEmpty }) {
                html(.h3, context("Recibido en otros años", "Received in other years"))
                html.files(files)
            }
        }
    }

    private func money(_ cents: Int64) -> String {
        Written.money(
            cents: cents, currency: statements.first?.ahead.currency ?? "USD", showCents: true)
    }

    /// The columns that contributions and receipts are sorted by.
    static let sorts = ["year", "foreseen", "received", "open", "due", "act", "when", "amount"]

    private var lineColumns: [SortColumn<OwnLine>] {
        let context = context
        return [
            SortColumn("year") { .count($0.line.year) },
            SortColumn("member") { context.sorts(context.name($0.party)) },
            SortColumn("foreseen") { .cents($0.line.foreseen) },
            SortColumn("received") { .cents($0.line.received) }, SortColumn("open") { .cents($0.line.open) },
            SortColumn("due") { .on($0.line.due) }, SortColumn("act") { .count($0.line.entry) },
        ]
    }

    private func lines(_ year: Int?) -> [OwnLine] {
        let found = statements.flatMap { statement in
            statement.lines.filter { year == nil || $0.year == year }.map {
                OwnLine(party: statement.party, line: $0)
            }
        }
        return sorting.sorted(found, by: lineColumns)
    }

    private func table(_ year: Int) -> DataTable {
        let found = lines(year)
        func sum(_ part: (AccountStatement.Line) -> Money) -> DataTable.Cell {
            .text(money(found.reduce(Int64(0)) { $0 &+ part($1.line).cents }))
        }
        return DataTable(
            caption: context(
                "Previsto, recibido y abierto del presupuesto de \(year); lo recibido salda primero la más antigua",
                "Foreseen, received and open of the budget of \(year); what is received settles the oldest first"
            ),
            columns: columns, rows: found.map(row),
            foot: [
                .text(context("Suma", "Sum")), sum { $0.foreseen }, sum { $0.received }, sum { $0.open },
                .text(""), .text(""),
            ], order: sorting.order(at: "year"),
            files: context.files(of: "contributions", named: context("Contribuciones", "Contributions")))
    }

    private var columns: [DataTable.Column] {
        [
            .init(context("Miembro", "Member"), sort: "member"),
            .init(context("Prevista", "Foreseen"), isNumeric: true, sort: "foreseen"),
            .init(context("Recibido", "Received"), isNumeric: true, sort: "received"),
            .init(context("Abierto", "Open"), isNumeric: true, sort: "open"),
            .init(context("Vence", "Due"), sort: "due"),
            .init(context("Acto", "Act"), isNumeric: true, sort: "act"),
        ]
    }

    private func row(_ own: OwnLine) -> [DataTable.Cell] {
        func money(_ money: Money) -> DataTable.Cell {
            .text(Written.money(cents: money.cents, currency: money.currency, showCents: true))
        }
        let line = own.line
        return [
            party(own.party), money(line.foreseen), money(line.received),
            line.open.cents == 0 ? .none(context("nada", "nothing")) : money(line.open),
            .text(Written.short(line.due, context.language)), act(line.entry),
        ]
    }

    private func party(_ party: PartyID) -> DataTable.Cell {
        .party(code: party.text, name: context.name(party), href: context.path(.party(party.text)))
    }

    private func act(_ entry: Int) -> DataTable.Cell {
        .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry)))
    }

    /// Every contribution of every year, for spreadsheets.
    var whole: DataTable {
        DataTable(
            caption: context("Contribuciones", "Contributions"),
            columns: [.init(context("Año", "Year"), isNumeric: true)] + columns,
            rows: lines(nil).map { [.text(String($0.line.year))] + row($0) })
    }

    /// What was received in a year, or ever, by day.
    func receipts(_ year: Int?) -> DataTable {
        let context = context
        let found = statements.flatMap { statement in
            statement.receipts.filter { year == nil || $0.on.year == year }.map { (statement, $0) }
        }.sorted { ($0.1.on, $0.1.entry) < ($1.1.on, $1.1.entry) }
        let columns: [SortColumn<(AccountStatement, FinanceState.Received)>] = [
            SortColumn("when") { .on($0.1.on) },
            SortColumn("member") { context.sorts(context.name($0.0.party)) },
            SortColumn("amount") { .number($0.1.cents) }, SortColumn("act") { .count($0.1.entry) },
        ]
        return DataTable(
            caption: context("Contribuciones recibidas", "Contributions received"), hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Miembro", "Member"), sort: "member"),
                .init(context("Monto", "Amount"), isNumeric: true, sort: "amount"),
                .init(context("Acto", "Act"), isNumeric: true, sort: "act"),
            ],
            rows: sorting.sorted(found, by: columns).map { statement, receipt in
                [
                    .text(Written.short(receipt.on, context.language)), party(statement.party),
                    .text(
                        Written.money(
                            cents: receipt.cents, currency: statement.ahead.currency, showCents: true)),
                    act(receipt.entry),
                ]
            }, order: sorting.order(at: "year"),
            files: context.files(
                of: "receipts", named: context("Contribuciones recibidas", "Contributions received")))
    }
}
