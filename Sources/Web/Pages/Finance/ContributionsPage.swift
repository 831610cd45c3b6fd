import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// What each member contributes to any budget, to the cent, by the edition of any day.
struct ContributionsPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    var formats: [Representation] { answer == nil ? [.json, .pdf] : [.csv, .xlsx, .json, .pdf] }
    let isQuestionUnfit: Bool
    private let context: PageContext
    private let typed: String
    private let sources: [Int: Source]
    private let answer: Answer<ScaleShares>?
    private let refusal: Refusal?
    private let editions: [EditionLink]
    private let headings: DataTable?
    private let budgets: DataTable?
    private let funds: [FundView]
    let sorting: Sorting?

    /// What is divided where nothing is asked: a round sum that shows the shares, unless a budget is recorded.
    static let sample = "100000.00"

    /// What is divided where nothing is asked: the budget approved last, else the sample.
    static func usual(_ context: PageContext) -> String {
        context.state.latestBudget(on: context.day)?.act.amount.decimal ?? sample
    }

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let finance = context.state.finance
        let entries =
            finance.headings.map(\.entry) + finance.funds.map(\.entry) + finance.budgets.values.map(\.entry)
        return .model(
            ContributionsPage(
                context, sources: try await registrar.sources(of: entries, in: context.state)))
    }

    init(_ context: PageContext, sources: [Int: Source]) {
        self.context = context
        self.sources = sources
        let state = context.state
        title = context("Contribuciones", "Contributions")
        summary = context(
            "Cuánto aporta cada miembro a cualquier presupuesto, al centavo, según la escala en vigor.",
            "What each member contributes to any budget, to the cent, by the scale in force.")
        typed = context.request.query["budget"] ?? ContributionsPage.usual(context)
        var answer: Answer<ScaleShares>?
        var refusal: Refusal?
        do throws(Refusal) {
            answer = try state.scaleShares(budget: BudgetText.plain(typed), on: context.day)
        } catch { refusal = error }
        self.answer = answer
        self.refusal = refusal
        isQuestionUnfit = refusal?.field == "budget"
        editions = EditionLink.all(context, budget: typed)
        let sorting = Sorting(context, ContributionsPage.sorts)
        self.sorting = sorting
        headings = ContributionsPage.headings(context, sources)?.with(
            context.files(of: "headings", named: context("Rubros que constan", "Headings recorded")))
        budgets = ContributionsPage.budgets(context, sorting, sources)?.with(
            context.files(of: "budgets", named: context("Presupuestos aprobados", "Budgets approved")))
        funds = state.finance.funds.filter { $0.on.first <= context.day }.map {
            FundView($0, context, sources)
        }
    }

    var json: JSONValue {
        ContributionsPage.json(typed, answer, refusal, context, sources)
    }

    func lists() -> [ListModel] {
        let parts = answer.map { ContributionsPage.shares($0.value, sorting, context).table }
        return [("parts", parts), ("budgets", budgets), ("headings", headings)].compactMap { id, table in
            table.map { ListModel(id: id, table: $0) }
        }
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html(.h1, title)
        html(.p, lead, .class("lead"))
        if context.isOffered(.standing) {
            html(.p) { html in
                html(
                    .a,
                    context(
                        "Lo previsto, lo recibido y quién tiene voto",
                        "What is foreseen, what was received, and who has a vote"),
                    .href(context.path(.standing)))
            }
        }
        if isOff {
            html.empty(off)
        } else {
            html.question(form)
            if let answer {
                write(answer, &html)
            } else if let refusal, refusal.field == nil {
                html.empty(
                    EmptyModel(
                        title: context("No se puede repartir", "It can't be divided"),
                        sentences: [refusal.message[language], refusal.remedy[language]]))
            }
        }
        html.section(context("Las ediciones y su escala", "The editions and their scale"), id: "editions") {
            html in
            html(.ul) { html in
                for edition in editions {
                    html(.li) { html in
                        html(.a, edition.title, .href(edition.href), .current("true", edition.isShown))
                        html.text(": " + edition.detail)
                    }
                }
            }
        }
        budget(&html)
        funds(&html)
    }

    /// True where the edition of the day has no contributions at all.
    private var isOff: Bool { refusal?.code == "finance.no-contributions" }

    private var off: EmptyModel {
        let edition = context.state.edition(on: context.day)?.edition
        return EmptyModel(
            title: context("Sin contribuciones", "No contributions"),
            sentences: [
                edition.map {
                    context(
                        "La edición en vigor no prevé contribuciones de sus miembros: \(context($0.title)).",
                        "The edition in force foresees no contributions of its members: \(context($0.title))."
                    )
                } ?? "",
                context(
                    "Si una edición posterior trae una escala, aquí estará la calculadora.",
                    "If a later edition brings a scale, the calculator will stand here."),
            ].filter { !$0.isEmpty },
            link: LinkModel(
                text: context("Las reglas en vigor", "The rules in force"), href: context.path(.charter)))
    }

    private var lead: String {
        if isOff { return context("Esta conferencia no las prevé.", "This conference foresees none.") }
        return context(
            "La contribución anual es voluntaria. La escala dice qué parte del presupuesto se prevé de cada miembro.",
            "The annual contribution is voluntary. The scale says which part of the budget is foreseen of each member."
        )
    }

    private var form: QuestionModel {
        let currency = context.state.edition(on: context.day)?.edition.currency ?? "USD"
        let problem = refusal.flatMap { $0.field == "budget" ? $0.sentence(context.language) : nil }
        return QuestionModel(
            action: context.plainPath(.contributions),
            fields: [
                FieldModel(
                    name: "budget", label: context("Presupuesto (\(currency))", "Budget (\(currency))"),
                    kind: .amount, value: typed,
                    hint: context(
                        "Con dos decimales como máximo, así: 1234.56", "At most two decimals, so: 1234.56"),
                    problem: problem),
                FieldModel(
                    name: "on", label: context("El día", "On the day"), kind: .day,
                    value: context.request.query["on"] ?? context.day.description,
                    problem: context.dayProblem),
            ], button: context("Calcular", "Calculate"),
            kept: context.sortPair.map { (name: $0.0, value: $0.1) },
            label: context("Calcular las contribuciones", "Calculate contributions"))
    }

    private func write(_ answer: Answer<ScaleShares>, _ html: inout HTMLWriter) {
        let scale = answer.value
        let amount = Written.money(cents: scale.budget.cents, currency: scale.budget.currency)
        html.section(context("Cómo se reparten \(amount)", "How \(amount) is divided"), id: "scale") { html in
            html.shares(ContributionsPage.shares(scale, sorting, context))
            html.why(
                context.why(
                    answer.basis, change: answer.change, about: context("este reparto", "this division")),
                context.language)
        }
        html.section(context("Hasta el último centavo", "To the last cent"), id: "cents") { html in
            for sentence in ContributionsPage.rounding(scale, context) { html(.p, sentence) }
        }
    }

    private func budget(_ html: inout HTMLWriter) {
        guard headings != nil || budgets != nil || !isOff else { return }
        html.section(context("El presupuesto", "The budget"), id: "budget") { html in
            if let budgets {
                html.table(budgets)
            } else {
                html(
                    .p,
                    context(
                        "No consta el monto de ningún presupuesto aprobado; lo registra la secretaría al aprobarlo quien decide.",
                        "No approved budget's amount is recorded; the secretariat registers each once it is approved."
                    ), .class("soft"))
            }
            if let headings { html.table(headings) }
        }
    }

    private func funds(_ html: inout HTMLWriter) {
        guard !funds.isEmpty else { return }
        html.section(context("Los fondos", "The funds"), id: "funds") { html in
            for fund in funds { fund.write(&html) }
        }
    }
}
