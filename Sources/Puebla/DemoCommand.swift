import ArgumentParser
import Charter
import Conference
import Exchange
import Foundation
import Rehearsal
import Secretariat

/// Makes an invented conference in full life.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a data folder with an invented conference in full life, from a seed and a day.",
        discussion: """
            The Emerald Sea Conference on Mobility doesn't exist, nor do its states. Its register is made through the
            same rules as any other, and the same seed and day give the same register, byte for byte. Its keys come
            from the seed, which everybody may know: they prove nothing. DIR/demo.json tells serve that this
            folder's clock stands at the day.

            Example:
              puebla demo --seed 7 --today 2026-11-21 --data var-cme
              puebla serve --data var --data var-cme
            """)

    @Option(help: "A whole number from 0 to 9007199254740991; another seed is another life.")
    var seed: UInt64 = 1
    @Option(help: "The day at which its clock stands, such as 2026-11-21. Without it, today.")
    var today: String?
    @OptionGroup var data: DataOption
    @OptionGroup var clock: ClockOption
    @Flag(help: "Answer as JSON.") var json = false
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.chosen
        guard seed <= DemoFolder.largestSeed else {
            throw Failure.cannot(
                language == .es
                    ? "La semilla \(seed) es demasiado grande; dé un número de 0 a \(DemoFolder.largestSeed)."
                    : "The seed \(seed) is too large; give a number from 0 to \(DemoFolder.largestSeed).")
        }
        let day = try day(language)
        let founding = try Founding.pack("cme", language)
        let folder = data.folder
        let count = try await Desk.attempt(language) {
            let conference = try InventedConference(founding: founding, seed: seed, today: day)
            return try await Performance.make(conference, folder: folder, logger: Desk.logger())
        }
        if json {
            let answer: JSONValue = [
                "conference": .text(founding.opening.conference), "data": .text(folder),
                "registered": .number(count), "seed": .number(Int(seed)), "today": .text(day.description),
            ]
            say(answer.indented)
            return
        }
        say(
            language == .es
                ? "\(founding.opening.name.es), inventada: \(count) actos registrados en \(folder), hasta el \(day)."
                : "\(founding.opening.name.en), invented: \(count) acts registered in \(folder), up to \(day)."
        )
    }

    private func day(_ language: Language) throws -> Day {
        let days = InventedConference.days
        guard let today else {
            return try min(max(Zone.utc.day(clock.clock(language)()), days.lowerBound), days.upperBound)
        }
        guard let day = Day(today) else {
            throw Failure.cannot(
                language == .es
                    ? "“\(today.prefix(40))” no es un día; escríbalo como 2026-11-21."
                    : "“\(today.prefix(40))” isn't a day; write it as 2026-11-21.")
        }
        guard days.contains(day) else {
            throw Failure.cannot(
                language == .es
                    ? "Para el \(day) no se puede inventar; dé un día del \(days.lowerBound) al \(days.upperBound)."
                    : "Nothing can be invented for \(day); give a day from \(days.lowerBound) to \(days.upperBound)."
            )
        }
        return day
    }
}
