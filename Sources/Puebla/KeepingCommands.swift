import ArgumentParser
import Charter
import Exchange
import Foundation
import Register
import Secretariat

/// Copies a register into one file.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy of a register into one file, beside a running server.",
        discussion: """
            Secret keys are not in it; `puebla keys backup` keeps them.

            Example:
              puebla backup --data var register-2026-11-21.backup
            """)

    @OptionGroup var data: DataOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption
    @Argument(help: "The file to write; it may not exist yet.") var file: String

    func run() throws {
        let language = language.chosen
        let parent = URL(fileURLWithPath: file).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: parent) else {
            throw Failure.cannot(
                language == .es
                    ? "\(parent): la carpeta no existe; créela o elija otra."
                    : "\(parent): the folder isn't there; make it or choose another.")
        }
        let report = try Desk.attempt(language) { try Backup.write(data: data.folder, to: file) }
        if json {
            say(JSONValue(report).indented)
            return
        }
        say(
            language == .es
                ? "\(file): \(report.size) actos, raíz \(report.root.hex), comprobados."
                : "\(file): \(report.size) acts, root \(report.root.hex), verified.")
    }
}

extension JSONValue {
    /// What a copy holds.
    fileprivate init(_ report: VerifyReport) {
        self = [
            "conference": .text(report.conference), "size": .number(report.size),
            "root": .text(report.root.hex),
        ]
    }
}

/// Makes a data folder from a copy.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data folder from a backup; it proves itself before it is used.",
        discussion: """
            Example:
              puebla restore register-2026-11-21.backup --data var
            """)

    @Argument(help: "The backup.") var file: String
    @OptionGroup var data: DataOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.chosen
        let report = try Desk.attempt(language) { try Backup.restore(file, data: data.folder) }
        if json {
            say(JSONValue(report).indented)
            return
        }
        say(
            language == .es
                ? "\(data.folder): \(report.size) actos restaurados y comprobados, raíz \(report.root.hex). Restaure las claves con “puebla keys restore”."
                : "\(data.folder): \(report.size) acts restored and verified, root \(report.root.hex). Restore the keys with “puebla keys restore”."
        )
    }
}

/// Keeps the secret keys.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Back up or restore the secret keys, under a passphrase.",
        discussion: """
            They are no part of a backup of the register. Lost, they can't be made again: sealed records are then lost.

            Example:
              puebla keys backup --data var keys.sealed --passphrase-file secret.txt
            """,
        subcommands: [KeysBackupCommand.self, KeysRestoreCommand.self])
}

/// Where the passphrase comes from.
struct PassphraseOption: ParsableArguments {
    @Option(
        help:
            "A file with the passphrase in its first line. Without it, $PUEBLA_PASSPHRASE, else standard input."
    )
    var passphraseFile: String?

    func read(_ language: Language) throws -> String {
        var text: String?
        if let passphraseFile {
            text = String(decoding: try Desk.bytes(passphraseFile, language), as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
        } else if let named = ProcessInfo.processInfo.environment["PUEBLA_PASSPHRASE"] {
            text = named
        } else {
            text = readLine()
        }
        guard let text, !text.isEmpty else {
            throw Failure.cannot(
                language == .es
                    ? "Falta la frase de contraseña: dé --passphrase-file, $PUEBLA_PASSPHRASE o escríbala."
                    : "The passphrase is missing: give --passphrase-file, $PUEBLA_PASSPHRASE or type it.")
        }
        return text
    }
}

/// Writes the keys into one sealed file.
struct KeysBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write the secret keys into one file, sealed under a passphrase.",
        discussion: """
            Example:
              puebla keys backup --data var keys.sealed --passphrase-file secret.txt
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var passphrase: PassphraseOption
    @OptionGroup var language: LanguageOption
    @Argument(help: "The file to write; it may not exist yet.") var file: String

    func run() throws {
        let language = language.chosen
        let secret = try passphrase.read(language)
        try Desk.attempt(language) { try KeyBackup.write(data: data.folder, to: file, passphrase: secret) }
        say(language == .es ? "\(file): claves guardadas." : "\(file): keys kept.")
    }
}

/// Puts the keys back.
struct KeysRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put the secret keys of a sealed file into a data folder.",
        discussion: """
            Example:
              puebla keys restore keys.sealed --data var --passphrase-file secret.txt
            """)

    @Argument(help: "The sealed file.") var file: String
    @OptionGroup var data: DataOption
    @OptionGroup var passphrase: PassphraseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.chosen
        let secret = try passphrase.read(language)
        let keys = try Desk.attempt(language) {
            try KeyBackup.restore(file, data: data.folder, passphrase: secret)
        }
        say(
            language == .es
                ? "Claves de \(keys.conference) restauradas en \(data.folder)/keys."
                : "Keys of \(keys.conference) restored to \(data.folder)/keys.")
    }
}
