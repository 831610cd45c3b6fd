import ArgumentParser
import Charter
import Foundation

/// Writes the pages of `docs/` that the program itself knows best. For whoever changes it, so not in the help.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Write docs/rules.md, docs/acts.md and docs/cli.md anew.",
        discussion: """
            The same program writes the same bytes; `make check` fails when the committed pages are others.

            Example:
              puebla docs --into docs
            """, shouldDisplay: false)

    @Option(help: "The folder to write into; made if it isn't there.") var into: String
    @OptionGroup var language: LanguageOption

    func run() throws {
        let pages = [
            "rules.md": try RulesPage.text(), "acts.md": try ActsPage.text(),
            "cli.md": CommandLinePage.text(),
        ]
        for (name, text) in pages.sorted(by: { $0.key < $1.key }) {
            let path = into + "/" + name
            do {
                try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            } catch {
                throw Failure.cannot(
                    language.chosen == .es
                        ? "\(path): no se puede escribir; revise la carpeta y sus permisos."
                        : "\(path): it can't be written; check the folder and its permissions.")
            }
        }
    }
}

/// Pieces of Markdown.
enum Markdown {
    /// What stands first in each generated page.
    static let generated = "<!-- Written by `make generate`; edits are lost. -->\n"

    /// A text for one cell: no line end and no bar.
    static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }

    /// A row.
    static func row(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |\n" }

    /// A table with its heading.
    static func table(_ heading: [String], _ rows: [[String]]) -> String {
        row(heading) + row(heading.map { _ in "---" }) + rows.map(row).joined()
    }
}
