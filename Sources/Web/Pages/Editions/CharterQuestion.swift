import Charter
import Conference
import Exchange

/// What is asked of the charter's clauses: a text or a rule, and a document.
struct CharterQuestion {
    /// The longest text that is looked for, in letters.
    static let textLimit = 80

    /// What was typed, to be kept.
    let typed: String
    let typedDocument: String
    /// The rule asked for, where a rule's id was typed.
    let rule: RuleID?
    private let needle: String?
    private let document: String?
    private let textProblem: String?
    private let documentProblem: String?

    init(_ context: PageContext) {
        typed = String((context.request.query["q"] ?? "").prefix(CharterQuestion.textLimit + 1))
        typedDocument = String((context.request.query["document"] ?? "").prefix(40))
        let isLong = typed.count > CharterQuestion.textLimit
        textProblem =
            isLong
            ? context(
                "Se busca un texto de hasta \(CharterQuestion.textLimit) letras; acórtelo.",
                "A text of up to \(CharterQuestion.textLimit) letters is looked for; shorten it.") : nil
        rule = RuleID(rawValue: typed.uppercased())
        needle = typed.isEmpty || isLong ? nil : typed.folded
        let known = context.state.editions.inForce.flatMap { $0.edition.documents.map(\.id) }
        let isKnown = typedDocument.isEmpty || known.contains(typedDocument)
        document = typedDocument.isEmpty || !isKnown ? nil : typedDocument
        documentProblem =
            isKnown
            ? nil
            : context(
                "“\(typedDocument)” no es un documento de las ediciones; elija uno de la lista.",
                "“\(typedDocument)” is no document of the editions; choose one of the list.")
    }

    var isUnfit: Bool { textProblem != nil || documentProblem != nil }
    var isOpen: Bool { typed.isEmpty && typedDocument.isEmpty }

    /// The question as it stands in an address, without the day.
    var pairs: [(String, String)] {
        [("q", typed), ("document", typedDocument)].filter { !$0.1.isEmpty }
    }

    /// True if a clause is asked for.
    func keeps(_ clause: Clause, _ rules: [Rule]) -> Bool {
        if let document, clause.document != document { return false }
        if let rule { return rules.contains { $0.id == rule } }
        guard let needle else { return true }
        let texts =
            [clause.label, clause.summary] + clause.footnotes.map(\.text) + rules.map(\.id.title)
        return clause.id.text.folded.contains(needle)
            || texts.contains { $0.es.folded.contains(needle) || $0.en.folded.contains(needle) }
    }

    /// The form that asks, with what was typed.
    func form(_ edition: Edition?, _ context: PageContext) -> QuestionModel {
        var choices = [(value: "", text: context("todos", "all"))]
        for document in edition?.documents ?? [] { choices.append((document.id, context(document.title))) }
        if !typedDocument.isEmpty, !choices.contains(where: { $0.value == typedDocument }) {
            choices.append((typedDocument, typedDocument))
        }
        return QuestionModel(
            action: context.plainPath(.charter),
            fields: [
                FieldModel(
                    name: "q", label: context("Texto o regla", "Text or rule"), kind: .text, value: typed,
                    hint: context("Por ejemplo: observadores, o P4", "Such as: observers, or P4"),
                    problem: textProblem),
                FieldModel(
                    name: "document", label: context("Documento", "Document"), kind: .choice(choices),
                    value: typedDocument, problem: documentProblem),
            ], button: context("Buscar", "Find"),
            kept: context.isAnotherDay ? [(name: "on", value: context.day.description)] : [],
            label: context("Buscar en las cláusulas", "Find in the clauses"), id: "q")
    }

    /// The question for programs.
    func json(_ context: PageContext) -> JSONValue {
        [
            "q": typed.isEmpty ? .null : .text(typed), "rule": JSONValue(rule?.rawValue),
            "document": typedDocument.isEmpty ? .null : .text(typedDocument),
            "problems": .list(
                [
                    textProblem.map { ["field": "q", "typed": .text(typed), "problem": .text($0)] },
                    documentProblem.map {
                        ["field": "document", "typed": .text(typedDocument), "problem": .text($0)]
                    },
                ].compactMap { $0 }),
        ]
    }
}
