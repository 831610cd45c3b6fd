import ArgumentParser
import Charter
import Conference
import Foundation
import Logging
import Register
import Secretariat

/// The language of sentences.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language of sentences: es or en. Without it, the environment's, else English.")
    var language: LanguageName?

    var chosen: Language {
        if let language { return language == .es ? .es : .en }
        return LanguageOption.environment
    }

    /// The environment's language; English unless it is Spanish.
    static var environment: Language {
        let environment = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment[name], !value.isEmpty { return value.hasPrefix("es") ? .es : .en }
        }
        return .en
    }
}

/// `es` or `en`.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
    case es, en
}

/// The data folder.
struct DataOption: ParsableArguments {
    @Option(help: "The data folder. Without it $PUEBLA_DATA, else ./var.")
    var data: String?

    var folder: String {
        if let data { return data }
        if let named = ProcessInfo.processInfo.environment["PUEBLA_DATA"], !named.isEmpty { return named }
        return "var"
    }

    /// True if the caller or the environment names a folder.
    var isNamed: Bool {
        data != nil || !(ProcessInfo.processInfo.environment["PUEBLA_DATA"] ?? "").isEmpty
    }
}

/// What time it is.
struct ClockOption: ParsableArguments {
    @Option(
        help: """
            The instant to begin at, such as 2026-11-21T18:00:00Z, going on from there: for tests and rehearsals, not \
            for an official register. Without it, the machine's clock.
            """)
    var now: String?

    /// A clock that runs: from the instant named, else the machine's.
    ///
    /// - Throws: ``Failure`` for what isn't an instant.
    func clock(_ language: Language) throws -> @Sendable () -> Instant {
        guard let now else { return ClockOption.machine }
        guard let start = Instant(now) else {
            throw Failure.cannot(
                language == .es
                    ? "--now “\(now.prefix(40))” no es un instante: escriba uno como 2026-11-21T18:00:00Z."
                    : "--now “\(now.prefix(40))” isn't an instant: write one such as 2026-11-21T18:00:00Z.")
        }
        // Counted by a clock that nobody sets: what the machine's day does meanwhile is not seen.
        let began = ContinuousClock.now
        return {
            let passed = began.duration(to: .now).components
            return Instant(
                microseconds: start.microseconds + passed.seconds * 1_000_000
                    + passed.attoseconds / 1_000_000_000_000)
        }
    }

    /// An official register is written and shown by the machine's clock alone.
    ///
    /// - Throws: ``Failure`` where an instant is named for an official one.
    func check(_ state: ConferenceState, _ language: Language) throws {
        guard now != nil, state.registry.official != nil else { return }
        throw Failure.cannot(
            language == .es
                ? "--now no vale para un registro oficial; quítelo, y rige el reloj de este equipo."
                : "--now isn't for an official register; remove it, and this machine's clock holds.")
    }

    /// The machine's clock, the only place where it is asked.
    private static let machine: @Sendable () -> Instant = {
        Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }
}

/// What the commands have in common.
enum Desk {

    /// A logger to standard error, warnings and worse.
    static func logger(_ level: Logger.Level = .warning) -> Logger {
        var logger = Logger(label: "puebla") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }

    /// Turns every error that a floor below gives into the sentence for people; all are “can't”.
    static func attempt<Value>(_ language: Language, _ work: () throws -> Value) throws -> Value {
        do { return try work() } catch { throw failure(error, language) }
    }

    /// The same for what waits.
    static func attempt<Value>(_ language: Language, _ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch { throw failure(error, language) }
    }

    static func failure(_ error: any Error, _ language: Language) -> Failure {
        switch error {
        case let failure as Failure: failure
        case let error as StoreError: .cannot(error.sentence(spanish: language == .es))
        case let error as PerformError: .cannot(error.sentence(language))
        case let error as ActFileError: .cannot(error.sentence(language))
        case let error as FileProblem: .cannot(error.sentence(language))
        case let error as CheckpointError: .cannot(error.sentence(spanish: language == .es))
        case let error as Refusal: .no(error.sentence(language))
        default: .cannot(language == .es ? "No se pudo: \(error)" : "It could not be done: \(error)")
        }
    }

    /// The bytes of a file that the user names.
    static func bytes(_ path: String, _ language: Language) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure.cannot(
                language == .es
                    ? "\(path): el archivo no se puede leer; revise la ruta y los permisos."
                    : "\(path): the file can't be read; check the path and its permissions.")
        }
        return Array(data)
    }
}
