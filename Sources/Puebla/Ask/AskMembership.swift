import ArgumentParser
import Charter
import Conference
import Exchange

/// Who is a member.
struct AskMembers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "Who was a member on a day.",
        discussion: """
            Example:
              puebla ask members --on 2021-01-01 --json
            """)

    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        options.print(state, state.members(on: day), day)
    }
}

/// Who is an observer.
struct AskObservers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observers", abstract: "Who was an observer on a day, as admitted.",
        discussion: """
            Example:
              puebla ask observers --on 2021-01-01 --json
            """)

    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        options.print(state, state.observers(on: day), day)
    }
}

extension AskOptions {
    /// Prints a list of parties with since when and until when.
    func print(_ state: ConferenceState, _ answer: Answer<[Participant]>, _ day: Day) {
        let language = language.chosen
        let unknown = language == .es ? "no consta desde cuándo" : "since when isn't recorded"
        print(
            [
                "on": .text(day.description),
                "parties": .list(
                    answer.value.map {
                        [
                            "party": .text($0.party.text), "since": JSONValue($0.since),
                            "until": JSONValue($0.until),
                        ]
                    }),
                "basis": JSONValue(answer.basis, language),
            ], answer.basis,
            lines: ["\(day)"]
                + answer.value.map {
                    "\($0.party)  \(state.name($0.party)[language])  \($0.since?.description ?? unknown)"
                        + ($0.until.map { " – \($0)" } ?? "")
                })
    }
}

/// Where an observer stands.
struct AskObserver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observer", abstract: "Where an observer stands on a day (rules P4 to P6).",
        discussion: """
            Members only: an observer's risk and lapse are for members and that observer.

            Example:
              puebla ask observer COL --on 2028-06-01 --json
            """)

    @Argument(help: "The observer's code, such as COL or ACNUR.") var party: String
    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        let language = options.language.chosen
        // Codes are capitals; whoever types them small means the same.
        let id = PartyID(state.party(PartyID(party)) == nil ? party.uppercased() : party)
        guard state.party(id) != nil else {
            let known = state.membership.order.map(\.text).joined(separator: ", ")
            throw Failure.cannot(
                language == .es
                    ? "El registro no conoce la parte “\(party)”; conoce \(known)."
                    : "The register doesn't know party “\(party)”; it knows \(known).")
        }
        let answer = state.observerStanding(id, on: day)
        options.print(
            [
                "party": .text(id.text), "on": .text(day.description),
                "status": .text(answer.value.status.rawValue),
                "lapses": JSONValue(answer.value.lapses?.description),
                "noticeDue": JSONValue(answer.value.noticeDue?.description),
                "basis": JSONValue(answer.basis, language),
            ], answer.basis,
            lines: ["\(day)  \(id)  \(state.name(id)[language]): \(answer.value.status.name[language])"])
    }
}

extension ObserverStanding.Status {
    /// The status in words.
    fileprivate var name: Localized {
        switch self {
        case .active: Localized(es: "activo", en: "active")
        case .atRisk: Localized(es: "en riesgo", en: "at risk")
        case .lapsed: Localized(es: "condición perdida", en: "lapsed")
        case .notRecorded: Localized(es: "no consta", en: "not recorded")
        }
    }
}
