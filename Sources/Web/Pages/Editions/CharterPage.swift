import Charter
import Conference
import Exchange
import HTML

/// The charter: editions, the clauses of the one in force on a day, and the rules that they run.
struct CharterPage: PageModel {
    let title: String
    let summary: String?
    var json: JSONValue { CharterPage.json(inForce, contents, question, context) }
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    let isQuestionUnfit: Bool
    private let language: Language
    private let heading: String
    private let lead: String
    private let authentic: String?
    private let whyEdition: WhyModel
    private let editions: DataTable?
    private let filter: QuestionModel
    private let clear: LinkModel?
    private let found: String?
    private let contents: [CharterDocument]
    private let empty: EmptyModel?
    private let rules: DataTable?
    private let asked: RuleCard?
    private let inForce: EditionsState.InForce?
    private let question: CharterQuestion
    private let context: PageContext
    private let notes: [(title: String, items: [String])]

    init(_ context: PageContext) {
        let state = context.state
        let question = CharterQuestion(context)
        let inForce = state.edition(on: context.day)
        self.inForce = inForce
        self.question = question
        self.context = context
        language = context.language
        isQuestionUnfit = question.isUnfit
        title = context.rulesTitle
        heading = title
        summary = context(
            "Cada cláusula resumida, con sus notas y las reglas que pone en marcha.",
            "Every clause summarised, with its footnotes and the rules that it runs.")
        lead = CharterPage.lead(inForce, context)
        authentic = inForce.map { context($0.edition.authentic) }
        whyEdition = context.why(
            state.editionGrounds(on: context.day), about: context("esta edición", "this edition"))
        let table = CharterPage.table(context)
        editions =
            state.editions.inForce.isEmpty
            ? nil
            : inForce == nil
                ? table
                : table.with(
                    context.files(of: "editions", named: context("Las ediciones", "The editions")))
        filter = question.form(inForce?.edition, context)
        clear =
            question.pairs.isEmpty
            ? nil
            : LinkModel(
                text: context("Quitar los filtros", "Clear the filters"), href: context.path(.charter))
        let documents = inForce.map { CharterDocument.all($0.edition, question, context) } ?? []
        contents = documents
        let count = documents.reduce(0) { $0 + $1.sections.reduce(0) { $0 + $1.clauses.count } }
        let counted = Counted(one: Phrase("cláusula", "clause"), other: Phrase("cláusulas", "clauses"))
        found = question.isOpen ? nil : counted.text(count, context.language)
        empty =
            count > 0
            ? nil
            : EmptyModel(
                title: inForce == nil
                    ? context("Ninguna edición consta ese día", "No edition is recorded on that day")
                    : context("Ninguna cláusula", "No clauses"),
                sentences: [
                    inForce == nil
                        ? context(
                            "Aquí están las reglas que rigen el día que se muestra; antes de la primera no consta ninguna.",
                            "The rules that hold on the day shown stand here; before the first, none is recorded."
                        )
                        : context("Ninguna cláusula cumple los filtros.", "No clause meets the filters.")
                ], link: clear)
        rules = inForce.map { CharterPage.table(rules: $0.edition, context) }
        // Whoever asks for one rule wants it whole: its values, what of it is our reading, and why.
        asked = question.rule.flatMap { inForce?.edition.rules[$0] }.map { RuleCard($0, context) }
        notes = [
            (
                context("Lo que se supone", "What is assumed"),
                inForce?.edition.assumptions.map { context($0) } ?? []
            ),
            (
                context("Donde los documentos no coinciden", "Where the documents disagree"),
                inForce?.edition.discrepancies.map { context($0) } ?? []
            ),
        ].filter { !$0.1.isEmpty }
    }

    private static func lead(_ edition: EditionsState.InForce?, _ context: PageContext) -> String {
        let date = Written.long(context.day, context.language)
        guard let edition else {
            return context(
                "El \(date) no consta ninguna edición de las reglas en vigor.",
                "On \(date) no edition of the rules is recorded as in force.")
        }
        let name = context(edition.edition.title)
        let since =
            Written.since(edition.from, context.language)
            + (edition.assumed ? context(" (día supuesto)", " (assumed day)") : "")
        return context("El \(date) rige: \(name), \(since).", "In force on \(date): \(name), \(since).")
    }

    func lists() -> [ListModel] { CharterPage.lists(inForce, context) }

    func write(_ html: inout HTMLWriter) {
        html(.h1, heading)
        html(.p, lead, .class("lead"))
        if let authentic { html.notice(.gold) { html in html(.p, authentic) } }
        html.why(whyEdition, language)
        if let editions {
            html.section(Phrase("Las ediciones", "The editions")[language], id: "editions") {
                $0.table(editions)
            }
        }
        html.section(Phrase("Las cláusulas", "The clauses")[language], id: "clauses", note: found) { html in
            html.question(filter)
            if let clear { html(.p, .class("small")) { html in html(.a, clear.text, .href(clear.href)) } }
            if let asked { html.rule(asked, language) }
            if let empty { html.empty(empty) }
            if contents.count > 0 { contentsList(&html) }
            if inForce != nil {
                html.files(context.files(of: "clauses", named: context("Las cláusulas", "The clauses")))
            }
        }
        for document in contents { document.write(&html, language) }
        if let rules {
            html.section(
                Phrase("Las reglas de esta edición", "The rules of this edition")[language], id: "rules"
            ) {
                $0.table(rules)
            }
        }
        for note in notes {
            html.section(note.title) { html in
                html(.ul) { html in
                    for item in note.items { html(.li) { html in html(.p, item) } }
                }
            }
        }
    }

    private func contentsList(_ html: inout HTMLWriter) {
        html(.nav, .class("contents"), .aria("label", Phrase("Índice", "Contents")[language])) { html in
            for document in contents {
                html(.p, document.title, .classes("small", "soft"))
                html(.ul) { html in
                    for part in document.contents {
                        html(.li) { html in
                            html(.a, part.link.text, .href(part.link.href))
                            if part.within.isEmpty { return }
                            html(.ul) { html in
                                for link in part.within {
                                    html(.li) { html in html(.a, link.text, .href(link.href)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
