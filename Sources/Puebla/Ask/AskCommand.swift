import ArgumentParser
import Charter
import Conference
import Exchange
import Foundation
import Register
import Secretariat

/// Asks the charter.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask a question of the register and its charter, for any day.",
        discussion: """
            Without a data folder the embedded pack answers, as if it were opened today.

            Example:
              puebla ask troika --on 2014-06-01
              puebla ask scale --budget 282724.00 --on 2021-01-01 --json
              puebla ask deadline --from 2026-12-23T10:00:00-06:00 --working-days 5
            """,
        subcommands: [
            AskTroika.self, AskScale.self, AskStanding.self, AskDeadline.self, AskObserver.self,
            AskMembers.self,
            AskObservers.self,
        ])
}

/// What every question takes.
struct AskOptions: ParsableArguments {
    @OptionGroup var data: DataOption
    @Option(help: "Answer from a pack instead of a data folder: crm, csm or a folder.") var pack: String?
    @Option(help: "What the register knew at this sequence.") var at: Int?
    @OptionGroup var clock: ClockOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption

    /// The state to ask, and now.
    func state() async throws -> (state: ConferenceState, now: Instant) {
        let language = language.chosen
        let now = try clock.clock(language)()
        var state: ConferenceState
        if let pack = try packName(language) {
            let founding = try Founding.pack(pack, language)
            let store = MemoryStore(conference: founding.opening.conference)
            let registrar = Registrar(Opening(empty: store), clock: { now })
            defer { registrar.stop() }
            _ = try await Desk.attempt(language) { try await founding.register(with: registrar, key: nil) }
            state = registrar.state
            let shelf = state.shelf
            if let at { state = try checked(at, state, language) { try store.state(at: at, shelf: shelf) } }
            return (state, now)
        }
        let (log, opening) = try Desk.attempt(language) { try Office.read(folder: data.folder) }
        defer { log.close() }
        state = opening.state
        let shelf = state.shelf
        if let at { state = try checked(at, state, language) { try log.store.state(at: at, shelf: shelf) } }
        return (state, now)
    }

    private func checked(
        _ sequence: Int, _ state: ConferenceState, _ language: Language, _ read: () throws -> ConferenceState
    ) throws -> ConferenceState {
        guard (1...max(1, state.sequence)).contains(sequence) else {
            throw Failure.cannot(
                language == .es
                    ? "El registro tiene \(state.sequence) actos; --at \(sequence) no es uno de ellos."
                    : "The register has \(state.sequence) acts; --at \(sequence) isn't one of them.")
        }
        return try Desk.attempt(language, read)
    }

    /// The pack that answers: the one named, else the embedded one where no data folder is there.
    private func packName(_ language: Language) throws -> String? {
        if let pack {
            guard data.data == nil else {
                throw Failure.cannot(
                    language == .es
                        ? "Nombre --data o --pack, no los dos." : "Name --data or --pack, not both.")
            }
            return pack
        }
        if data.isNamed || FileManager.default.fileExists(atPath: ActLog.file(of: data.folder)) { return nil }
        return "crm"
    }

    /// Reads a day that the user wrote.
    static func day(_ text: String, _ language: Language) throws -> Day {
        guard let day = Day(text) else {
            throw Failure.cannot(
                language == .es
                    ? "“\(text)” no es un día: escriba AAAA-MM-DD, por ejemplo 2014-06-01."
                    : "“\(text)” isn't a day: write YYYY-MM-DD, such as 2014-06-01.")
        }
        return day
    }

    /// The day asked about: the one written, else today in the conference's zone.
    func day(_ text: String?, _ state: ConferenceState, _ now: Instant) throws -> Day {
        guard let text else { return state.day(at: now) }
        return try AskOptions.day(text, language.chosen)
    }

    /// Prints an answer: as JSON, or its lines with the grounds below.
    func print(_ answer: JSONValue, _ basis: [Basis], lines: [String]) {
        if json {
            say(answer.indented)
            return
        }
        for line in lines { say(line) }
        let language = language.chosen
        for ground in basis {
            let parts = [
                ground.clause.map { "[\($0)]" }, ground.reason?[language],
                ground.interpretation.map {
                    (language == .es ? "Interpretación: " : "Interpretation: ") + $0[language]
                },
                ground.entries.isEmpty
                    ? nil
                    : (language == .es ? "Actos n.º " : "Acts no. ")
                        + ground.entries.prefix(20).map(String.init).joined(separator: ", ")
                        + (ground.entries.count > 20 ? " …" : ""),
            ].compactMap { $0 }
            if !parts.isEmpty { say("  " + parts.joined(separator: " ")) }
        }
    }

    /// A refusal to answer: the answer is no where the charter says so, else the question can't be asked.
    func refuse(_ refusal: Refusal) -> Failure {
        let isNo = ["finance.no-contributions", "deliberation.no-working-days"]
        return Failure(code: isNo.contains(refusal.code) ? 1 : 2, sentence: refusal.sentence(language.chosen))
    }

    /// Why nothing is recorded for the day asked about, as the ground of an answer all the same.
    static func ground(_ refusal: Refusal) -> Basis {
        Basis(
            clause: refusal.clause, entries: refusal.entries, interpretation: refusal.interpretation,
            reason: refusal.message)
    }
}
