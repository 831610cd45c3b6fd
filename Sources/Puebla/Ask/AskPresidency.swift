import ArgumentParser
import Charter
import Conference
import Exchange

/// Who sat in the Troika.
struct AskTroika: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "troika", abstract: "Outgoing, current and incoming presidency on a day (rule D5).",
        discussion: """
            Example:
              puebla ask troika --on 2014-06-01 --json
            """)

    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        let answer = state.troika(on: day)
        let language = options.language.chosen
        let none = language == .es ? "no consta" : "not recorded"
        func name(_ term: PresidencyState.Term?) -> String {
            term.map { "\($0.party) \(state.name($0.party)[language]) (\($0.year))" } ?? none
        }
        options.print(
            [
                "on": .text(day.description), "outgoing": JSONValue(answer.value.outgoing?.party.text),
                "current": JSONValue(answer.value.current?.party.text),
                "incoming": JSONValue(answer.value.incoming?.party.text),
                "basis": JSONValue(answer.basis, language),
            ], answer.basis,
            lines: [
                "\(day)",
                (language == .es ? "saliente  " : "outgoing  ") + name(answer.value.outgoing),
                (language == .es ? "actual    " : "current   ") + name(answer.value.current),
                (language == .es ? "entrante  " : "incoming  ") + name(answer.value.incoming),
            ])
    }
}

/// Counts working days.
struct AskDeadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "The deadline some working days after a circulation (rule D3).",
        discussion: """
            Example:
              puebla ask deadline --from 2026-12-23T10:00:00-06:00 --working-days 5 --json
            """)

    @Option(help: "When it was circulated, RFC 3339 with offset.") var from: String
    @Option(help: "How many working days.") var workingDays: Int
    @OptionGroup var options: AskOptions

    func run() async throws {
        let language = options.language.chosen
        guard let instant = Instant(from) else {
            throw Failure.cannot(
                language == .es
                    ? "“\(from)” no es un instante: escriba por ejemplo 2026-12-23T10:00:00-06:00."
                    : "“\(from)” isn't an instant: write one such as 2026-12-23T10:00:00-06:00.")
        }
        guard (1...WorkingDays.limit).contains(workingDays) else {
            throw Failure.cannot(
                language == .es
                    ? "Se cuentan de 1 a \(WorkingDays.limit) días hábiles; corrija el número."
                    : "From 1 to \(WorkingDays.limit) working days are counted; correct the number.")
        }
        let (state, _) = try await options.state()
        let answer: Answer<WorkingDeadline>
        do throws(Refusal) { answer = try state.deadline(from: instant, workingDays: workingDays) } catch {
            // An edition without the rule says no; a day without any edition is an answer.
            guard state.edition(on: state.day(at: instant)) == nil else { throw options.refuse(error) }
            return printUnrecorded(error)
        }
        let deadline = answer.value
        let zone = state.zone(on: deadline.circulated)
        let end = deadline.end.text(offsetSeconds: zone.offset(at: deadline.end))
        options.print(
            [
                "from": .text(from), "workingDays": .number(workingDays), "deadline": .text(end),
                "skipped": .list(
                    deadline.skipped.map {
                        ["day": .text($0.day.description), "why": .text($0.why[language])]
                    }),
                "warnings": .list(
                    deadline.warnings.map {
                        [
                            "party": .text($0.party.text), "day": .text($0.day.description),
                            "why": .text($0.why[language]),
                        ]
                    }),
                "basis": JSONValue(answer.basis, language),
            ], answer.basis,
            lines: [end]
                + deadline.skipped.map { "  \($0.day)  \($0.why[language])" }
                + deadline.warnings.map { "  \($0.party) \($0.day)  \($0.why[language])" })
    }

    /// On a day without any edition there is no rule to count by.
    private func printUnrecorded(_ refusal: Refusal) {
        let language = options.language.chosen
        let ground = AskOptions.ground(refusal)
        options.print(
            [
                "from": .text(from), "workingDays": .number(workingDays), "deadline": .null,
                "skipped": .null, "warnings": .null, "basis": JSONValue([ground], language),
            ], [ground],
            lines: [language == .es ? "no consta" : "not recorded"])
    }
}
