import ArgumentParser
import Charter
import Conference
import Exchange
import Foundation
import FoundingData
import Register
import Secretariat

/// Founds a conference from a pack.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a data folder with a new register, founded from a pack.",
        discussion: """
            Example:
              puebla init --pack crm --data var
            """)

    @Option(help: "An embedded pack (crm, csm) or a pack's folder.")
    var pack: String
    @OptionGroup var data: DataOption
    @OptionGroup var clock: ClockOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.chosen
        let clock = try clock.clock(language)
        let founding = try Founding.pack(pack, language)
        let folder = data.folder
        let count = try await Desk.attempt(language) {
            try await Office.found(
                folder: folder, founding: founding, logger: Desk.logger(), clock: clock)
        }
        if json {
            let answer: JSONValue = [
                "conference": .text(founding.opening.conference), "data": .text(folder),
                "registered": .number(count),
            ]
            say(answer.indented)
            return
        }
        say(
            language == .es
                ? "\(founding.opening.name.es): \(count) actos registrados en \(folder). Guarde aparte \(folder)/keys."
                : "\(founding.opening.name.en): \(count) acts registered in \(folder). Keep \(folder)/keys in a second place."
        )
    }
}

extension Founding {
    /// What founds a conference, from a pack's name or folder.
    static func pack(_ name: String, _ language: Language) throws -> Founding {
        do throws(PackProblem) {
            let pack = try Pack.read(name)
            func text(_ text: Pack.Manifest.Text) -> Localized { Localized(es: text.es, en: text.en) }
            return Founding(
                opening: Opened(
                    conference: pack.manifest.id, name: text(pack.manifest.name),
                    subtitle: pack.manifest.subtitle.map(text),
                    abbreviation: text(pack.manifest.abbreviation),
                    invented: pack.manifest.invented),
                files: pack.files,
                lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        } catch {
            let problem = error
            throw Failure.cannot("\(problem.place): \(language == .es ? problem.es : problem.en)")
        }
    }
}

/// Registers a file of acts.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Register a file of acts as JSON lines, all or none.",
        discussion: """
            Each line is {"id", "on", "source", "kind", "act"}, as in a pack; docs/acts.md has one of each kind.
            A path in an act's "file" is read relative to FILE and stored with the register.

            Example:
              puebla record --data var --as secretariat acts.jsonl
            """)

    @OptionGroup var data: DataOption
    @Option(
        name: .customLong("as"),
        help:
            "Who registers: secretariat, presidency, member/MEX, observer/COL, network, administrator, installation."
    )
    var actor: String = "secretariat"
    @OptionGroup var clock: ClockOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption
    @Argument(help: "The file of JSON lines.") var file: String

    func run() async throws {
        let language = language.chosen
        guard let actor = ActingParty(text: actor) else {
            throw Failure.cannot(
                language == .es
                    ? "“\(self.actor)” no es una calidad: use secretariat, presidency, member/MEX, observer/COL, network, administrator o installation."
                    : "“\(self.actor)” is no capacity: use secretariat, presidency, member/MEX, observer/COL, network, administrator or installation."
            )
        }
        let lines = Pack.lines(of: try Desk.bytes(file, language), file: file).map {
            Founding.Line(place: "\($0.file):\($0.number)", bytes: $0.bytes)
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        var files: [String: [UInt8]] = [:]
        for path in ActFile.paths(lines) where files[path] == nil {
            files[path] = try Desk.bytes(path.hasPrefix("/") ? path : folder + "/" + path, language)
        }
        let named = files
        let running = try clock.clock(language)
        let acts = try await Desk.attempt(language) {
            let office = try Office(folder: data.folder, logger: Desk.logger(), clock: running)
            defer { office.close() }
            try clock.check(office.registrar.state, language)
            let read = try ActFile.read(lines, files: named)
            do throws(PerformError) {
                return try await office.registrar.perform(read.proposals, by: actor, files: read.files)
            } catch {
                let failure = ActFileError(error) { lines[$0].place }
                // A refusal says no; everything else can't.
                throw failure.refusal == nil
                    ? Failure.cannot(failure.sentence(language)) : Failure.no(failure.sentence(language))
            }
        }
        if json {
            let answer: JSONValue = [
                "registered": .number(acts.count), "sequences": .list(acts.map { .number($0.sequence) }),
            ]
            say(answer.indented)
        } else if let first = acts.first, let last = acts.last {
            say(
                language == .es
                    ? "\(acts.count) actos registrados, n.º \(first.sequence) a \(last.sequence)."
                    : "\(acts.count) acts registered, no. \(first.sequence) to \(last.sequence).")
        } else {
            say(language == .es ? "El archivo no trae actos." : "The file has no acts.")
        }
    }
}
