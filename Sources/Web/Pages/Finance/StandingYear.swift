import Charter
import Conference
import HTML

/// The contributions of one year's budget, member by member, and what was received in that year.
struct StandingYear {
    /// What is wrong with `?year=`.
    let problem: String?
    private let context: PageContext
    private let statements: [AccountStatement]
    private let years: [Int]
    private let shown: Int?

    init(_ statements: [AccountStatement], _ context: PageContext) {
        self.context = context
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
                                .href(context.path(.standing, query: [("year", String(year))])),
                                .current("page", year == shown))
                        }
                    }
                }
            }
            html.table(table(shown))
            let receipts = StandingYear.receipts(statements, shown, context)
            if !receipts.rows.isEmpty {
                html(.h3, context("Recibido durante \(shown)", "Received during \(shown)"))
                html.table(receipts)
            }
        }
    }

    private func money(_ cents: Int64) -> String {
        Written.money(
            cents: cents, currency: statements.first?.ahead.currency ?? "USD", showCents: true)
    }

    private func table(_ year: Int) -> DataTable {
        let found = statements.flatMap { statement in
            statement.lines.filter { $0.year == year }.map { (statement.party, $0) }
        }
        func sum(_ part: (AccountStatement.Line) -> Money) -> DataTable.Cell {
            .text(money(found.reduce(Int64(0)) { $0 &+ part($1.1).cents }))
        }
        return DataTable(
            caption: context(
                "Previsto, recibido y abierto del presupuesto de \(year); lo recibido salda primero la más antigua",
                "Foreseen, received and open of the budget of \(year); what is received settles the oldest first"
            ),
            columns: StandingYear.columns(context),
            rows: found.map { party, line in StandingYear.row(party, line, context) },
            foot: [
                .text(context("Suma", "Sum")), sum { $0.foreseen }, sum { $0.received }, sum { $0.open },
                .text(""), .text(""),
            ])
    }

    private static func columns(_ context: PageContext) -> [DataTable.Column] {
        [
            .init(context("Miembro", "Member")), .init(context("Prevista", "Foreseen"), isNumeric: true),
            .init(context("Recibido", "Received"), isNumeric: true),
            .init(context("Abierto", "Open"), isNumeric: true), .init(context("Vence", "Due")),
            .init(context("Acto", "Act"), isNumeric: true),
        ]
    }

    private static func row(
        _ party: PartyID, _ line: AccountStatement.Line, _ context: PageContext
    ) -> [DataTable.Cell] {
        func money(_ money: Money) -> DataTable.Cell {
            .text(Written.money(cents: money.cents, currency: money.currency, showCents: true))
        }
        return [
            .party(code: party.text, name: context.name(party), href: context.path(.party(party.text))),
            money(line.foreseen), money(line.received),
            line.open.cents == 0 ? .none(context("nada", "nothing")) : money(line.open),
            .text(Written.short(line.due, context.language)),
            .link(Written.entry(line.entry, context.language), href: context.plainPath(.entry(line.entry))),
        ]
    }

    /// Every contribution of every year, for spreadsheets.
    static func whole(_ statements: [AccountStatement], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Contribuciones", "Contributions"),
            columns: [.init(context("Año", "Year"), isNumeric: true)] + columns(context),
            rows: statements.flatMap { statement in
                statement.lines.map { [.text(String($0.year))] + row(statement.party, $0, context) }
            })
    }

    /// What was received in a year, or ever, by day.
    static func receipts(
        _ statements: [AccountStatement], _ year: Int?, _ context: PageContext
    ) -> DataTable {
        let found = statements.flatMap { statement in
            statement.receipts.filter { year == nil || $0.on.year == year }.map { (statement, $0) }
        }.sorted { ($0.1.on, $0.1.entry) < ($1.1.on, $1.1.entry) }
        return DataTable(
            caption: context("Contribuciones recibidas", "Contributions received"), hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When")), .init(context("Miembro", "Member")),
                .init(context("Monto", "Amount"), isNumeric: true),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: found.map { statement, receipt in
                [
                    .text(Written.short(receipt.on, context.language)),
                    .party(
                        code: statement.party.text, name: context.name(statement.party),
                        href: context.path(.party(statement.party.text))),
                    .text(
                        Written.money(
                            cents: receipt.cents, currency: statement.ahead.currency, showCents: true)),
                    .link(
                        Written.entry(receipt.entry, context.language),
                        href: context.plainPath(.entry(receipt.entry))),
                ]
            })
    }
}
