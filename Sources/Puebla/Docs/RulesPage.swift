import Charter
import Conference
import Foundation
import FoundingData

/// `docs/rules.md`: every rule that runs, as each embedded edition has it, where its code is and what tests it.
enum RulesPage {
    static func text() throws -> String {
        let editions = try embedded()
        var page = """
            \(Markdown.generated)# The rules

            A rule belongs to an edition of a conference's rules: **own** is what the edition states itself, **kept** what it takes over from the practice because it neither repeats nor repeals it, **off** no such rule. Each rule lives in the function named here, cites its clause, and gives its answer with its grounds. Rules that the design knows and no code runs yet are not listed.

            What the documents leave open and we had to settle is marked *interpretation*; an act can register another reading for a conference. A clause's words here are ours: the authentic text is with the conference.

            | edition | pack | called |
            | --- | --- | --- |
            \(editions.map { "| `\($0.edition.id)` | `\($0.pack)` | \(Markdown.cell($0.edition.title.en)) |" }.joined(separator: "\n"))

            """
        page += "\n## At a glance\n\n"
        page += Markdown.table(
            ["rule", "what"] + editions.map { "`\($0.edition.id)`" } + ["function", "tests"],
            RuleID.allCases.map { id in
                let note = RuleNote.of(id)
                return [id.rawValue, note.title]
                    + editions.map { $0.edition.rules[id].map { word($0.standing) } ?? "–" }
                    + [
                        note.functions.map { "`\($0)`" }.joined(separator: ", "),
                        note.tests.map { "`\($0)`" }.joined(separator: ", "),
                    ]
            })
        page += "\n"
        for id in RuleID.allCases { page += section(id, editions) }
        while page.hasSuffix("\n\n") { page.removeLast() }
        return page
    }

    private struct Embedded {
        let pack: String
        let edition: Edition
    }

    /// The editions of the packs that come with the program, in the packs' order.
    private static func embedded() throws -> [Embedded] {
        var found: [Embedded] = []
        for name in Pack.embedded {
            let pack = try Pack.read(name)
            for path in pack.manifest.editions {
                guard let bytes = pack.files[path] else { continue }
                found.append(Embedded(pack: name, edition: try Edition.read(bytes)))
            }
        }
        return found
    }

    private static func word(_ standing: Rule.Standing) -> String {
        standing == .off ? "–" : standing.rawValue
    }

    private static func section(_ id: RuleID, _ editions: [Embedded]) -> String {
        let note = RuleNote.of(id)
        var section = "## \(id.rawValue) · \(note.title)\n\n"
        for entry in editions {
            guard let rule = entry.edition.rule(id) else { continue }
            section += "**`\(entry.edition.id)`, \(rule.standing.rawValue).**"
            let parameters = id.parameters.compactMap { spec in
                rule.parameters[spec.name].map { "`\(spec.name)` \(value($0))" }
            }
            if !parameters.isEmpty { section += " Parameters: \(parameters.joined(separator: ", "))." }
            section += "\n\n"
            for clause in rule.clauses {
                let label = entry.edition.clause(clause)?.label.en
                section += "- `\(clause)`\(label.map { ", \($0)" } ?? "")\n"
            }
            if let reading = rule.interpretation {
                section += "- *Interpretation:* \(reading.en)"
                if let reason = rule.interpretationReason { section += " *Reason:* \(reason.en)" }
                section += "\n"
            }
            section += "\n"
        }
        return section
    }

    private static func value(_ value: ParameterValue) -> String {
        switch value {
        case .count(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .text(let text): text
        }
    }
}
