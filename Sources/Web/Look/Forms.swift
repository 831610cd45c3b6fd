public import Charter
public import HTML

/// One field of a form that asks (GET): it keeps what was typed and says at its place what is wrong.
public struct FieldModel: Sendable {
    /// What kind of value it takes.
    public enum Kind: Sendable {
        /// A day, `YYYY-MM-DD`.
        case day
        /// A day and time on the conference's clock, `YYYY-MM-DDTHH:MM`.
        case moment
        /// A number or amount, typed as text so that it is never rounded.
        case amount
        /// Text.
        case text
        /// One of these: value and text.
        case choice([(value: String, text: String)])
    }

    /// The field's name in the address.
    public var name: String
    /// Its label.
    public var label: String
    /// Its kind.
    public var kind: Kind
    /// What was typed, or the value that is shown at first.
    public var value: String
    /// A few words on what to type.
    public var hint: String?
    /// What is wrong with it: what, why, what would do.
    public var problem: String?
    /// Days before and after which nothing is known; for a day.
    public var range: (first: Day, last: Day)?

    /// A field.
    public init(
        name: String, label: String, kind: Kind, value: String, hint: String? = nil,
        problem: String? = nil, range: (first: Day, last: Day)? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.hint = hint
        self.problem = problem
        self.range = range
    }
}

/// A form that asks: its answer is a page with an address of its own.
public struct QuestionModel: Sendable {
    /// The page that answers.
    public let action: String
    /// The fields.
    public let fields: [FieldModel]
    /// What the button says.
    public let button: String
    /// What goes along unseen, such as another question's answer.
    public let kept: [(name: String, value: String)]
    /// Its name, for readers that don't see it.
    public let label: String?
    /// What the ids of its fields begin with: another one for a second form of the page.
    public let id: String

    /// A form.
    public init(
        action: String, fields: [FieldModel], button: String,
        kept: [(name: String, value: String)] = [], label: String? = nil, id: String = "f"
    ) {
        self.id = id
        self.action = action
        self.fields = fields
        self.button = button
        self.kept = kept
        self.label = label
    }

    /// The form that every page with a state on a day has: `?on=YYYY-MM-DD`.
    public static func day(
        action: String, on day: Day, _ language: Language, problem: String? = nil, typed: String? = nil,
        kept: [(name: String, value: String)] = [], id: String = "f"
    ) -> QuestionModel {
        QuestionModel(
            action: action,
            fields: [
                FieldModel(
                    name: "on", label: Phrase("El día", "On the day")[language], kind: .day,
                    value: typed ?? day.description, problem: problem)
            ],
            button: Phrase("Ver", "Show")[language], kept: kept,
            label: Phrase("Elegir un día", "Choose a day")[language], id: id)
    }
}

extension HTMLWriter {
    /// Writes a form that asks.
    public mutating func question(_ model: QuestionModel) {
        self(
            .form, .class("form"), .method("get"), .action(model.action), .aria("label", model.label)
        ) { html in
            for kept in model.kept {
                html(.input, .type("hidden"), .name(kept.name), .value(kept.value))
            }
            for field in model.fields { html.field(field, model.id) }
            html(.button, model.button, .type("submit"))
        }
    }

    /// Writes a field of a form; `form` begins its ids.
    mutating func field(_ field: FieldModel, _ form: String) {
        let id = form + "-" + field.name
        let hint = field.hint.map { _ in id + "-hint" }
        let problem = field.problem.map { _ in id + "-problem" }
        let described = [problem, hint].compactMap { $0 }.joined(separator: " ")
        let describedBy = described.isEmpty ? nil : described
        let invalid = problem == nil ? nil : "true"
        self(.div, .classes("field", field.problem == nil ? nil : "wrong")) { html in
            html(.label, field.label, .labels(id))
            if case .choice(let choices) = field.kind {
                html(
                    .select, .id(id), .name(field.name), .aria("describedby", describedBy),
                    .aria("invalid", invalid)
                ) { html in
                    for choice in choices {
                        html(
                            .option, choice.text, .value(choice.value),
                            .flag("selected", choice.value == field.value))
                    }
                }
            } else {
                html(
                    .input, .id(id), .name(field.name), .type(field.inputType), .value(field.value),
                    .inputmode(field.inputMode), .min(field.range?.first.description),
                    .max(field.range?.last.description), .autocomplete("off"),
                    .aria("describedby", describedBy), .aria("invalid", invalid))
            }
            if let text = field.problem, let problem {
                html(.span, text, .id(problem), .class("wrong-why"))
            }
            if let text = field.hint, let hint { html(.small, text, .id(hint)) }
        }
    }
}

extension FieldModel {
    fileprivate var inputType: String {
        // What was typed wrong would be swallowed by a day field: then it is shown as text.
        switch kind {
        case .day: return value.isEmpty || Day(value) != nil ? "date" : "text"
        case .moment:
            let isMoment = value.utf8.count == 16 && Instant(value + "Z") != nil
            return value.isEmpty || isMoment ? "datetime-local" : "text"
        case .amount, .text, .choice: return "text"
        }
    }
    fileprivate var inputMode: String? { if case .amount = kind { "decimal" } else { nil } }
}

/// A list's pages.
public struct PaginationModel: Sendable {
    /// The page shown, from 1.
    public let current: Int
    /// How many there are.
    public let count: Int
    /// How much is shown of how much, in words.
    public let summary: String
    /// The address of a page.
    public let href: @Sendable (Int) -> String

    /// A list's pages.
    public init(
        current: Int, count: Int, summary: String, href: @escaping @Sendable (Int) -> String
    ) {
        self.current = current
        self.count = count
        self.summary = summary
        self.href = href
    }

    /// The numbers shown: the first, the last, the current one and its neighbours; `nil` is a gap.
    var numbers: [Int?] {
        let shown = Set(
            [1, count, current - 1, current, current + 1].filter { (1...max(count, 1)).contains($0) })
        var numbers: [Int?] = []
        var before = 0
        for number in shown.sorted() {
            if number == before + 2 {
                numbers.append(before + 1)
            } else if number > before + 2 {
                numbers.append(nil)
            }
            numbers.append(number)
            before = number
        }
        return numbers
    }
}

extension HTMLWriter {
    /// Writes the links to a list's pages; with one page, only the summary.
    public mutating func pagination(_ model: PaginationModel, _ language: Language) {
        self(.nav, .class("pages"), .aria("label", Phrase("Páginas", "Pages")[language])) { html in
            html(.span, model.summary, .classes("soft", "num"))
            if model.count < 2 { return }
            html(.ul) { html in
                for number in model.numbers {
                    html(.li) { html in
                        guard let number else {
                            html(.span, "…", .class("gap"))
                            return
                        }
                        html(
                            .a, Written.number(number), .class("num"), .href(model.href(number)),
                            .current("page", number == model.current))
                    }
                }
            }
        }
    }
}
