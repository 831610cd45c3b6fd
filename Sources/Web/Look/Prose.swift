import Charter
import Exchange
import HTML

/// A page of prepared words: what this site is, how it was tested, how to verify it.
struct Prose: Sendable {
    /// One part under its heading.
    struct Section: Sendable {
        /// Its place in the page's address.
        let id: String
        /// Its heading.
        let title: Localized
        /// What it says, in order.
        let blocks: [Block]
    }

    /// What stands in a section.
    enum Block: Sendable {
        /// A paragraph.
        case paragraph(Localized)
        /// Points without an order.
        case points([Localized])
        /// Steps in their order.
        case steps([Localized])
        /// What is typed into a terminal.
        case command(String)
        /// Facts with their names.
        case facts([(name: Localized, value: Localized)])
        /// Hashes and keys with their names.
        case hashes([(name: Localized, value: String)])
        /// A link of ours.
        case link(Localized, href: String)
        /// An address outside.
        case outside(String, address: String)
    }

    /// The parts, in order.
    let sections: [Section]

    /// The same for programs: every text in both languages.
    var json: JSONValue {
        .list(
            sections.map { section in
                [
                    "id": .text(section.id), "title": JSONValue(section.title),
                    "content": .list(section.blocks.map(\.json)),
                ]
            })
    }
}

extension Prose.Block {
    fileprivate var json: JSONValue {
        switch self {
        case .paragraph(let text): ["paragraph": JSONValue(text)]
        case .points(let points): ["points": .list(points.map { JSONValue($0) })]
        case .steps(let steps): ["steps": .list(steps.map { JSONValue($0) })]
        case .command(let command): ["command": .text(command)]
        case .facts(let facts):
            [
                "facts": .list(
                    facts.map { ["name": JSONValue($0.name), "value": JSONValue($0.value)] })
            ]
        case .hashes(let hashes):
            ["hashes": .list(hashes.map { ["name": JSONValue($0.name), "value": .text($0.value)] })]
        case .link(let text, let href): ["link": .text(href), "text": JSONValue(text)]
        case .outside(let text, let address): ["address": .text(address), "text": .text(text)]
        }
    }
}

extension HTMLWriter {
    /// Writes prepared words with a list of their parts before them.
    mutating func prose(_ prose: Prose, _ language: Language) {
        self(.nav, .class("contents"), .aria("label", Phrase("Índice", "Contents")[language])) { html in
            html(.ul) { html in
                for section in prose.sections {
                    html(.li) { html in
                        html(.a, section.title[language], .href("#" + section.id))
                    }
                }
            }
        }
        for part in prose.sections {
            section(part.title[language], id: part.id) { html in
                for block in part.blocks { html.block(block, language) }
            }
        }
    }

    private mutating func block(_ block: Prose.Block, _ language: Language) {
        switch block {
        case .paragraph(let text): self(.p, text[language])
        case .points(let points):
            self(.ul, .class("measure")) { html in
                for point in points { html(.li, point[language]) }
            }
        case .steps(let steps):
            self(.ol, .class("measure")) { html in
                for step in steps { html(.li, step[language]) }
            }
        case .command(let command):
            self(.pre, .tabIndex(0)) { html in html(.code, command) }
        case .facts(let facts):
            self.facts(facts.map { fact in (fact.name[language], { $0.text(fact.value[language]) }) })
        case .hashes(let hashes):
            facts(hashes.map { hash in (hash.name[language], { $0.hash(hash.value) }) })
        case .link(let text, let href):
            self(.p) { html in html(.a, text[language], .href(href)) }
        case .outside(let text, let address):
            self(.p) { html in html(.a, text, .href(external: address), .rel("noopener")) }
        }
    }
}
