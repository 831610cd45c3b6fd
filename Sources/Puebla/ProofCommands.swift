import ArgumentParser
import Charter
import Conference
import Exchange
import Foundation
import Register
import Secretariat

/// Recomputes a register.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the hashes of a register, with no server: a data folder or an exported file.",
        discussion: """
            Exits 1 and names the first act that doesn't match.

            Example:
              puebla verify --data var
              puebla verify export.jsonl --checkpoint kept.txt --key var/keys/checkpoint.pub
            """)

    @Option(help: "The data folder.") var data: String?
    @Argument(help: "An exported file.") var file: String?
    @Option(help: "A signed checkpoint that the register must hold to.") var checkpoint: String?
    @Option(help: "The verifier key, as text or a file.") var key: String?
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.chosen
        guard data == nil || file == nil else {
            throw Failure.cannot(
                language == .es
                    ? "Nombre una carpeta (--data) o un archivo, no los dos."
                    : "Name a folder (--data) or a file, not both.")
        }
        guard (checkpoint == nil) == (key == nil) else {
            throw Failure.cannot(
                language == .es ? "--checkpoint y --key van juntos." : "--checkpoint and --key go together.")
        }
        let kept: Checkpoint? = try Desk.attempt(language) {
            guard let checkpoint, let key else { return nil }
            let note = String(decoding: try Desk.bytes(checkpoint, language), as: UTF8.self)
            return try Checkpoint(note: note, key: try VerifierKey(textOrFile: key))
        }
        if let file, !FileManager.default.isReadableFile(atPath: file) {
            throw Failure.cannot(
                language == .es
                    ? "\(file): el archivo no se puede leer; revise la ruta y los permisos."
                    : "\(file): the file can't be read; check the path and its permissions.")
        }
        let verdict: Verification.Verdict
        do throws(StoreError) { verdict = try judge(kept) } catch {
            // A damaged file is an answer: it doesn't verify.
            if case .corrupt(_, let lastGood, _) = error {
                try refuse(error.sentence(spanish: language == .es), lastGood: lastGood, language)
            }
            throw Desk.failure(error, language)
        }
        switch verdict {
        case .holds(let report):
            // Nothing proves nothing: an export cut to nothing must not pass for one that verifies.
            guard report.size > 0 else {
                throw Failure.cannot(
                    language == .es
                        ? "No hay ningún acto que verificar; revise el archivo."
                        : "There is no act to verify; check the file.")
            }
            if json {
                let answer: JSONValue = [
                    "verifies": true, "conference": .text(report.conference), "size": .number(report.size),
                    "root": .text(report.root.hex), "closed": .number(report.closed),
                    "lastGood": .number(report.size), "reason": .null,
                ]
                say(answer.indented)
                return
            }
            say(
                language == .es
                    ? "\(report.conference): \(report.size) actos verificados (\(report.closed) cerrados), raíz \(report.root.hex)."
                    : "\(report.conference): \(report.size) acts verified (\(report.closed) closed), root \(report.root.hex)."
            )
        case .fails(let failure):
            try refuse(failure.sentence(spanish: language == .es), lastGood: failure.lastGood, language)
        }
    }

    private func judge(_ kept: Checkpoint?) throws(StoreError) -> Verification.Verdict {
        if let file {
            return try Verification.verify(exportedFile: file, checkpoint: kept)
        }
        let log = try ActLog.open(folder: DataOption.folder(data), access: .read)
        defer { log.close() }
        return try log.verify(checkpoint: kept)
    }

    /// The answer is no.
    private func refuse(_ sentence: String, lastGood: Int?, _ language: Language) throws {
        if json {
            let answer: JSONValue = [
                "verifies": false, "conference": .null, "size": .null, "root": .null, "closed": .null,
                "lastGood": JSONValue(lastGood), "reason": .text(sentence),
            ]
            say(answer.indented)
        }
        throw Failure.no(sentence)
    }
}

extension DataOption {
    /// The folder named, else the environment's, else ./var.
    static func folder(_ named: String?) -> String {
        if let named { return named }
        let environment = ProcessInfo.processInfo.environment["PUEBLA_DATA"] ?? ""
        return environment.isEmpty ? "var" : environment
    }
}

/// Signs where the register stands.
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Print a signed checkpoint of the register as it stands now.",
        discussion: """
            Keep it: `puebla verify --checkpoint` holds the register to it later.

            Example:
              puebla checkpoint --data var > kept.txt
            """)

    @OptionGroup var data: DataOption
    @Flag(help: "Where the keys are lost for good: make new ones and put the public one on record.")
    var newKey = false
    @OptionGroup var clock: ClockOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.chosen
        let folder = data.folder
        if let note = try Desk.attempt(language, { try signed(folder) }) {
            FileHandle.standardOutput.write(Data(note.utf8))
            return
        }
        // Restored without its keys: a new one is made only when asked for, since the old ones may be kept elsewhere.
        guard newKey else {
            throw Failure.cannot(
                language == .es
                    ? "\(folder)/keys no tiene las claves: restáurelas con “puebla keys restore”, o haga una nueva con --new-key."
                    : "\(folder)/keys doesn't have the keys: restore them with “puebla keys restore”, or make a new one with --new-key."
            )
        }
        try await Desk.attempt(language) {
            let office = try Office(folder: folder, logger: Desk.logger(), clock: try clock.clock(language))
            defer { office.close() }
            try clock.check(office.registrar.state, language)
            try await office.renewKeys()
        }
        FileHandle.standardError.write(
            Data(
                (language == .es
                    ? "puebla: no había claves; se hizo una nueva y consta en el registro. Guarde aparte \(folder)/keys.\n"
                    : "puebla: there were no keys; a new one was made and put on record. Keep \(folder)/keys in a second place.\n")
                    .utf8))
        let note = try Desk.attempt(language) { try signed(folder) } ?? ""
        FileHandle.standardOutput.write(Data(note.utf8))
    }
}

extension CheckpointCommand {
    /// The checkpoint; nil without keys.
    private func signed(_ folder: String) throws -> String? {
        let log = try ActLog.open(folder: folder, access: .write)
        defer { log.close() }
        return log.keys == nil ? nil : try log.checkpoint()
    }
}

/// Proves that an act stands in the register.
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Print the inclusion proof (RFC 6962) of an act as JSON.",
        discussion: """
            Example:
              puebla prove --data var 61
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var language: LanguageOption
    @Flag(help: "Answer as JSON (it always does).") var json = false
    @Argument(help: "The act's sequence, from 1.") var sequence: Int

    func run() throws {
        let language = language.chosen
        let proof = try Desk.attempt(language) {
            let log = try ActLog.open(folder: data.folder, access: .read)
            defer { log.close() }
            return try log.proof(sequence: sequence)
        }
        guard let proof else {
            throw Failure.cannot(
                language == .es
                    ? "El registro no tiene un acto n.º \(sequence)."
                    : "The register has no act no. \(sequence).")
        }
        let answer: JSONValue = [
            "conference": .text(proof.conference), "sequence": .number(proof.sequence),
            "size": .number(proof.size), "leaf": .text(proof.leaf.hex), "root": .text(proof.root.hex),
            "path": .list(proof.path.map { .text($0.hex) }),
        ]
        say(answer.indented)
    }
}

/// Writes the register out.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the register as JSON lines to standard output.",
        discussion: """
            Of an act that its reader may not see the line holds only what lets the whole verify.

            Example:
              puebla export --data var --for public > register.jsonl
            """)

    enum Audience: String, ExpressibleByArgument, CaseIterable {
        case `public`, participants, members, all

        func mayRead(_ access: AccessClass) -> Bool {
            switch self {
            case .public: access == .public
            case .participants: access <= .participants
            case .members, .all: true
            }
        }
    }

    @OptionGroup var data: DataOption
    @Option(name: .customLong("for"), help: "Who will read it: public, participants, members or all.")
    var audience: Audience = .public
    @OptionGroup var language: LanguageOption

    func run() throws {
        try Desk.attempt(language.chosen) {
            let (log, opening) = try Office.read(folder: data.folder)
            defer { log.close() }
            let lines = opening.state.lines
            var next = 1
            while next <= lines.count {
                let entries = try log.store.entries(from: next, limit: 1024)
                if entries.isEmpty { break }
                var bytes: [UInt8] = []
                for entry in entries where entry.sequence <= lines.count {
                    let open = audience.mayRead(lines[entry.sequence - 1].access)
                    bytes += (open ? ExportedLine.open(entry) : .closed(entry.closed)).json + [0x0A]
                }
                FileHandle.standardOutput.write(Data(bytes))
                next += entries.count
            }
        }
    }
}
