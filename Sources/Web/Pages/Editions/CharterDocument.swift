import Charter
import Conference
import Exchange
import HTML

/// A document of an edition with its sections and clauses, ready to be shown.
struct CharterDocument {
    /// A clause in the list.
    struct ClauseLine {
        let id: ClauseID
        let title: String
        let href: String
        let summary: String
        let footnotes: [FootnoteView]
        let rules: [RuleCard]
        let label: String
        let text: Localized
    }
    /// A section.
    struct Section {
        let id: String
        let heading: String
        let clauses: [ClauseLine]
    }

    let id: String
    let title: String
    let sections: [Section]

    /// The documents of an edition, with the sections and clauses that are asked for.
    static func all(_ edition: Edition, _ question: CharterQuestion, _ context: PageContext)
        -> [CharterDocument]
    {
        var documents: [CharterDocument] = []
        var sections: [Section] = []
        var current: (id: String, title: String)?
        let rules = edition.rules.values.filter { $0.standing != .off }.sorted { $0.id < $1.id }
        // A rule rests on several clauses.
        let cards = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, RuleCard($0, context)) })
        var resting: [ClauseID: [Rule]] = [:]
        for rule in rules { for clause in Set(rule.clauses) { resting[clause, default: []].append(rule) } }
        func close() {
            if let current, !sections.isEmpty {
                documents.append(CharterDocument(id: current.id, title: current.title, sections: sections))
            }
            sections = []
        }
        for section in edition.sections {
            if section.document != current?.id {
                close()
                current = (section.document, context(section.documentTitle))
            }
            let lines = section.items.compactMap { item -> ClauseLine? in
                let rules = resting[item.clause.id] ?? []
                guard question.keeps(item.clause, rules) else { return nil }
                return ClauseLine(item, rules.compactMap { cards[$0.id] }, context)
            }
            if lines.isEmpty { continue }
            sections.append(Section(id: "s-" + section.id, heading: context(section.heading), clauses: lines))
        }
        close()
        return documents
    }

    /// The document's contents in two levels: what headings begin with, and what follows there.
    var contents: [(link: LinkModel, within: [LinkModel])] {
        var contents: [(link: LinkModel, within: [LinkModel])] = []
        for section in sections {
            var parts = ClauseSection.parts(section.heading)
            // A bare number, such as "III.A", says nothing without what follows.
            if parts.count > 1, !parts[0].contains(where: \.isLowercase) {
                parts = ["\(parts[0]), \(parts[1])"] + parts.dropFirst(2)
            }
            let first = parts.first ?? section.heading
            let href = "#" + section.id
            // A part that is taken up again after another is named once, where it begins.
            let place: Int
            if let known = contents.firstIndex(where: { $0.link.text == first }) {
                place = known
            } else {
                contents.append((LinkModel(text: first, href: href), []))
                place = contents.count - 1
            }
            if parts.count > 1, !contents[place].within.contains(where: { $0.text == parts[1] }) {
                contents[place].within.append(LinkModel(text: parts[1], href: href))
            }
        }
        return contents
    }

    /// Writes the document: its sections as headings, its clauses in order.
    func write(_ html: inout HTMLWriter, _ language: Language) {
        html.section(title, id: "d-" + id) { html in
            for section in sections {
                html(.h3, section.heading, .id(section.id), .class("clauses"))
                for clause in section.clauses {
                    html(.div, .class("clause"), .id(clause.id.text)) { html in clause.write(&html, language)
                    }
                }
            }
        }
    }
}

extension CharterDocument.ClauseLine {
    init(_ item: ClauseSection.Item, _ rules: [RuleCard], _ context: PageContext) {
        let clause = item.clause
        id = clause.id
        let own = context(item.title)
        title = own.isEmpty ? CharterDocument.ClauseLine.last(clause.id) : Written.capitalised(own)
        href = context.path(.clause(clause.id.text))
        summary = context(clause.summary)
        footnotes = clause.footnotes.map { FootnoteView($0, context) }
        self.rules = rules
        label = context(clause.label)
        text = clause.summary
    }

    /// The last part of a clause's id. By bytes: text is searched for text ten times as slowly.
    private static func last(_ id: ClauseID) -> String {
        let dot = id.text.utf8.lastIndex(of: UInt8(ascii: "."))
        return dot.map { String(id.text[id.text.utf8.index(after: $0)...]) } ?? id.text
    }

    func write(_ html: inout HTMLWriter, _ language: Language) {
        html(.p) { html in
            html(.a, title, .classes("small", "num"), .href(href))
            html.text(" ")
            html.text(summary)
        }
        html.footnotes(footnotes)
        for rule in rules {
            html(.p, .class("small")) { html in html.ruleLine(rule, language) }
        }
    }

    /// The clause for programs.
    var json: JSONValue {
        [
            "clause": .text(id.text), "label": .text(label), "summary": JSONValue(text),
            "footnotes": .list(footnotes.map(\.json)),
            "rules": .list(rules.map { .text($0.id.rawValue) }),
        ]
    }
}
