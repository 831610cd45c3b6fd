import ArgumentParser
import Charter
import Foundation

/// The command line. Answers go to standard output, errors to standard error; exit codes are 0, 1 (says no)
/// and 2 (can't).
@main
struct Puebla: AsyncParsableCommand {
    /// The program's version; the changelog's first heading says the same.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "puebla",
        abstract:
            "The virtual secretariat of an intergovernmental process: its register, its charter, its pages.",
        discussion: """
            Example:
              puebla init --pack crm --data var
              puebla serve --data var
              puebla ask troika --on 2014-06-01
            """,
        version: version,
        subcommands: [
            InitCommand.self, DemoCommand.self, ServeCommand.self, VerifyCommand.self, ExportCommand.self,
            RecordCommand.self,
            CheckpointCommand.self, ProveCommand.self, BackupCommand.self, RestoreCommand.self,
            KeysCommand.self,
            AskCommand.self, DocsCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.report()
            Foundation.exit(failure.code)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success {
                print(text)
                Foundation.exit(0)
            }
            // Wrong usage is “can't”, whatever the library's own number for it.
            FileHandle.standardError.write(Data((usageSentence(text) + "\n").utf8))
            Foundation.exit(2)
        }
    }
}

extension Puebla {
    /// The parser's own words are English; a Spanish reader gets one Spanish sentence and the usage line.
    fileprivate static func usageSentence(_ text: String) -> String {
        let words = CommandLine.arguments
        let asked = words.firstIndex(of: "--language").flatMap {
            words.indices.contains($0 + 1) ? words[$0 + 1] : nil
        }
        let spanish = asked.map { $0 == "es" } ?? (LanguageOption.environment == .es)
        guard spanish else { return text }
        let usage = text.split(separator: "\n").first { $0.hasPrefix("Usage: ") }.map {
            "Uso: " + $0.dropFirst(7)
        }
        return "puebla: no se entiende la orden; revise sus opciones con --help."
            + (usage.map { "\n" + $0 } ?? "")
    }
}

/// Why a command ends without doing what was asked: one sentence and the exit code.
struct Failure: Error {
    /// 1: the answer is no. 2: it can't be done.
    let code: Int32
    let sentence: String

    /// The answer is no.
    static func no(_ sentence: String) -> Failure { Failure(code: 1, sentence: sentence) }
    /// It can't be done.
    static func cannot(_ sentence: String) -> Failure { Failure(code: 2, sentence: sentence) }

    func report() { FileHandle.standardError.write(Data(("puebla: " + sentence + "\n").utf8)) }
}

/// Writes a line to standard output.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
