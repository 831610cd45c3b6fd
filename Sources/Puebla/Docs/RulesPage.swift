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

            A rule belongs to an edition of a conference's rules: **own** is what the edition states itself, **kept** what it takes over from the practice because it neither repeats nor repeals it, **off** no such rule. Each rule lives in the function named here, cites its clause, and gives its answer with its grounds. A rule refuses an act against it, derives an answer for any day, or is a duty that somebody owes by a day. Rules that the design knows and no code runs yet are not listed.

            What the documents leave open and we had to settle is marked *interpretation*; an act can register another reading for a conference. A clause's words here are ours: the authentic text is with the conference.

            | edition | pack | called |
            | --- | --- | --- |
            \(editions.map { "| `\($0.edition.id)` | `\($0.pack)` | \(Markdown.cell($0.edition.title.en)) |" }.joined(separator: "\n"))

            """
        page += "\n## At a glance\n\n"
        page += Markdown.table(
            ["rule", "what", "kind"] + editions.map { "`\($0.edition.id)`" } + ["function", "tests"],
            RuleCatalog.all.map { entry in
                [entry.id.rawValue, entry.title.en, entry.kinds.map(\.rawValue).joined(separator: ", ")]
                    + editions.map { $0.edition.rules[entry.id].map { word($0.standing) } ?? "–" }
                    + [
                        entry.functions.map { "`\($0)`" }.joined(separator: ", "), String(entry.tests.count),
                    ]
            })
        page += "\n"
        for entry in RuleCatalog.all { page += section(entry, editions) }
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

    private static func section(_ entry: RuleCatalog, _ editions: [Embedded]) -> String {
        var section = "## \(entry.id.rawValue) · \(entry.title.en)\n\n*\(entry.title.es)*\n\n"
        for embedded in editions {
            let edition = embedded.edition
            guard let rule = edition.rule(entry.id) else { continue }
            section += "**`\(edition.id)`, \(rule.standing.rawValue).**"
            let parameters = entry.id.parameters.compactMap { spec in
                rule.parameters[spec.name].map { "`\(spec.name)` \(value($0))" }
            }
            if !parameters.isEmpty { section += " Parameters: \(parameters.joined(separator: ", "))." }
            section += "\n\n"
            for clause in rule.clauses {
                let label = edition.clause(clause)?.label.en
                section += "- `\(clause)`\(label.map { ", \($0)" } ?? "")\n"
            }
            if let reading = rule.interpretation {
                section += "- *Interpretation:* \(reading.en)"
                if let reason = rule.interpretationReason { section += " *Reason:* \(reason.en)" }
                section += "\n"
            }
            section += "\n"
        }
        section += "Tests:\n\n" + entry.tests.map { "- \($0)\n" }.joined() + "\n"
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
