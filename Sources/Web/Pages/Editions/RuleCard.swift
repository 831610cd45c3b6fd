import Charter
import Conference
import Exchange
import HTML

/// A rule as an edition has it, ready to be shown beside a clause.
struct RuleCard {
    let id: RuleID
    let title: String
    let standing: Rule.Standing
    let standingWords: String
    let interpretation: String?
    let reason: String?
    private let rule: Rule
    private let context: PageContext

    init(_ rule: Rule, _ context: PageContext) {
        id = rule.id
        title = context(rule.id.title)
        standing = rule.standing
        standingWords = RuleCard.words(rule.standing, context)
        interpretation = rule.interpretation.map { context($0) }
        reason = rule.interpretationReason.map { context($0) }
        self.rule = rule
        self.context = context
    }

    var parameters: [(name: String, key: String, value: String, raw: JSONValue)] {
        rule.parameters.sorted { $0.key < $1.key }.map { key, value in
            (context(RuleParameter.title(key)), key, RuleCard.reading(value, context), RuleCard.json(value))
        }
    }

    /// What it rests on.
    var clauses: [ClauseID] { rule.clauses }

    /// A clause that it rests on, as a link.
    func link(_ clause: ClauseID) -> LinkModel {
        LinkModel(
            text: context.state.clause(clause).map { context($0.label) } ?? clause.text,
            href: context.path(.clause(clause.text)))
    }

    /// Where the rule comes from, in words.
    static func words(_ standing: Rule.Standing, _ context: PageContext) -> String {
        switch standing {
        case .own: context("de esta edición", "of this edition")
        case .kept: context("se mantiene de la práctica", "kept from the practice")
        case .off: context("no rige", "off")
        }
    }

    var tone: TagTone {
        switch standing {
        case .own: .leaf
        case .kept: .cobalt
        case .off: .plain
        }
    }

    private static func reading(_ value: ParameterValue, _ context: PageContext) -> String {
        if case .text(let text) = value, let day = Day(text) { return Written.long(day, context.language) }
        return context(value.reading)
    }

    private static func json(_ value: ParameterValue) -> JSONValue {
        switch value {
        case .count(let number): .number(number)
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(text)
        }
    }

    /// The rule for programs.
    var json: JSONValue {
        [
            "rule": .text(id.rawValue), "title": .text(title), "standing": .text(standing.rawValue),
            "parameters": .object(parameters.map { ($0.key, $0.raw) }),
            "clauses": .list(clauses.map { .text($0.text) }),
            "interpretation": JSONValue(interpretation), "reason": JSONValue(reason),
        ]
    }
}

extension HTMLWriter {
    /// Writes a rule in one line: id, title, where it comes from, and whether part of it is interpretation.
    mutating func ruleLine(_ rule: RuleCard, _ language: Language) {
        code(rule.id.rawValue)
        text(" ")
        text(rule.title)
        text(" ")
        tag(rule.standingWords, rule.tone)
        if rule.interpretation != nil {
            text(" ")
            tag(Phrase("con interpretación", "with interpretation")[language], .gold)
        }
    }

    /// Writes a rule whole: with its values and what of it is interpretation.
    mutating func rule(_ rule: RuleCard, _ language: Language) {
        self(.h3) { $0.ruleLine(rule, language) }
        if !rule.parameters.isEmpty {
            facts(
                rule.parameters.map { parameter in (parameter.name, { html in html.text(parameter.value) }) })
        }
        guard let interpretation = rule.interpretation else { return }
        self(.div, .class("ours")) { html in
            html(.p) { html in
                html.tag(Phrase("Interpretación", "Interpretation")[language], .gold)
                html.text(" " + interpretation)
            }
            if let reason = rule.reason {
                html(.p, Phrase("Porque: ", "Because: ")[language] + reason, .class("soft"))
            }
        }
    }

    /// Writes a clause's footnotes, each with the state that made it.
    mutating func footnotes(_ notes: [FootnoteView]) {
        for note in notes {
            self(.p, .class("footnote")) { html in
                html(.b, note.by)
                html.text(" ")
                html.text(note.text)
            }
        }
    }
}

/// A footnote with whose position it is, in words.
struct FootnoteView {
    let by: String
    let text: String
    let json: JSONValue

    init(_ note: Footnote, _ context: PageContext) {
        let number = context("Nota \(note.number)", "Note \(note.number)")
        let states = Written.list(note.by.map { context.name($0) }, context.language)
        by = note.by.isEmpty ? number + "." : context("\(number), de \(states):", "\(number), by \(states):")
        text = context(note.text)
        json = [
            "number": .number(note.number), "by": .list(note.by.map { .text($0.text) }),
            "text": JSONValue(note.text),
        ]
    }
}
