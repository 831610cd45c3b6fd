import ArgumentParser

/// `docs/cli.md`: every command's own help, and what its exit codes mean.
enum CommandLinePage {
    private static let columns = 100

    static func text() -> String {
        var page = """
            \(Markdown.generated)# The command line

            Answers go to standard output, errors to standard error. Days are `YYYY-MM-DD`, instants RFC 3339, money is a decimal string with two digits, parties are ISO 3166 alpha-3 or the organisation's code. In JSON what isn't recorded is `null`. Sentences come in `--language`, else the environment's (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.

            | exit code | means |
            | --- | --- |
            | 0 | done; or an answer, that nothing is recorded included |
            | 1 | no: an act was refused, a register doesn't verify, the charter has no such thing |
            | 2 | can't: wrong usage, an unknown party or pack, input that can't be read, a folder that is in use |

            | variable | says |
            | --- | --- |
            | `PUEBLA_DATA` | the data folder where `--data` isn't given; without both it is `./var` |
            | `PUEBLA_PASSPHRASE` | the passphrase of `keys backup` and `keys restore` |

            ## puebla

            ```
            \(help(Puebla.self))
            ```


            """
        for command in Puebla.configuration.subcommands where command.configuration.shouldDisplay {
            page += section(command, below: "puebla", level: "##")
        }
        while page.hasSuffix("\n\n") { page.removeLast() }
        return page
    }

    private static func section(
        _ command: any ParsableCommand.Type, below parent: String, level: String
    ) -> String {
        let name = parent + " " + (command.configuration.commandName ?? "")
        var section = "\(level) \(name)\n\n```\n\(help(command))\n```\n\n"
        for child in command.configuration.subcommands {
            section += Self.section(child, below: name, level: level + "#")
        }
        return section
    }

    /// The command's help without trailing white space.
    private static func help(_ command: any ParsableCommand.Type) -> String {
        var lines = Puebla.helpMessage(for: command, columns: columns).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
