import ArgumentParser
import Charter
import Conference
import Exchange

/// Divides a budget.
struct AskScale: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale", abstract: "What each member contributes to a budget, to the cent (rule F1).",
        discussion: """
            Example:
              puebla ask scale --budget 282724.00 --on 2021-01-01 --json
            """)

    @Option(help: "The budget, a decimal with at most two digits behind the point.") var budget: String
    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        // What can't be read is told before what isn't recorded.
        guard let amount = Money(budget, currency: "") else {
            throw Failure.cannot(
                options.language.chosen == .es
                    ? "“\(budget.prefix(40))” no es un presupuesto: escriba un número con dos decimales como máximo, sin separador de miles, por ejemplo 282724.00."
                    : "“\(budget.prefix(40))” isn't a budget: write a number with at most two decimals and no thousands separator, such as 282724.00."
            )
        }
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        let language = options.language.chosen
        let answer: Answer<ScaleAnswer>
        do throws(Refusal) { answer = try state.scale(budget: budget, on: day) } catch {
            guard ["finance.no-edition", "finance.scale-not-recorded"].contains(error.code) else {
                throw options.refuse(error)
            }
            return printUnrecorded(error, amount, state.edition(on: day)?.edition.currency, day)
        }
        let value = answer.value
        options.print(
            [
                "on": .text(day.description), "budget": .text(value.budget.decimal),
                "currency": .text(value.budget.currency),
                "parts": .list(
                    value.parts.map {
                        ["party": .text($0.party.text), "amount": .text($0.amount.decimal)]
                    }),
                "basis": JSONValue(answer.basis, language),
            ], answer.basis,
            lines: value.parts.map { "\($0.party)  \($0.amount.decimal)" } + ["\(value.budget)"])
    }

    /// On a day without a recorded scale there are no parts to name; that is an answer too.
    private func printUnrecorded(_ refusal: Refusal, _ amount: Money, _ currency: String?, _ day: Day) {
        let language = options.language.chosen
        let ground = AskOptions.ground(refusal)
        options.print(
            [
                "on": .text(day.description), "budget": .text(amount.decimal),
                "currency": JSONValue(currency), "parts": .null, "basis": JSONValue([ground], language),
            ], [ground],
            lines: [language == .es ? "\(day): no consta" : "\(day): not recorded"])
    }
}

/// Who may vote.
struct AskStanding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing",
        abstract: "Each member's vote and participation on a day, and why (rule F3).",
        discussion: """
            Members only: what a member has open is for members' eyes.

            Example:
              puebla ask standing --on 2028-01-31 --json
            """)

    @Option(help: "The day, YYYY-MM-DD. Without it, today.") var on: String?
    @OptionGroup var options: AskOptions

    func run() async throws {
        let (state, now) = try await options.state()
        let day = try options.day(on, state, now)
        let language = options.language.chosen
        let answers = state.standings(on: day)
        let members = answers.map { answer -> JSONValue in
            let value = answer.value
            return [
                "party": .text(value.party.text), "vote": JSONValue(value.vote),
                "participation": JSONValue(value.participation),
                "openSince": JSONValue(value.openSince), "open": JSONValue(value.open?.decimal),
                "restoresVote": JSONValue(value.restoresVote?.decimal),
                "restoresParticipation": JSONValue(value.restoresParticipation?.decimal),
                "basis": JSONValue(answer.basis, language),
            ]
        }
        func word(_ flag: Bool?) -> String {
            switch flag {
            case true?: language == .es ? "sí" : "yes"
            case false?: "no"
            case nil: language == .es ? "no consta" : "not recorded"
            }
        }
        let heading =
            language == .es ? "\(day): voto, participación, abierto" : "\(day): vote, participation, open"
        options.print(
            ["on": .text(day.description), "members": .list(members)], answers.first?.basis ?? [],
            lines: [heading]
                + answers.map {
                    "\($0.value.party)  \(word($0.value.vote))  \(word($0.value.participation))  \($0.value.open?.decimal ?? "–")"
                })
    }
}
