import Charter
import Conference
import Foundation
import Register

/// What `demo.json` in a data folder says: from which seed and for which day its invented conference was made.
///
/// Shape: `{"seed": 7, "today": "2026-11-21"}`. It holds only for a register whose first act says invented.
public struct DemoFolder: Sendable, Hashable, Codable {
    /// The seed, from 0 to 9,007,199,254,740,991: whole in any JSON reader.
    public let seed: UInt64
    /// The day for which it was made.
    public let today: Day

    /// The largest seed.
    public static let largestSeed: UInt64 = 1 << 53 - 1

    /// A folder made from a seed for a day.
    public init(seed: UInt64, today: Day) {
        self.seed = seed
        self.today = today
    }

    /// The file's path.
    public static func file(of folder: String) -> String { folder + "/demo.json" }

    /// Reads the file of a folder; `nil` where there is none.
    ///
    /// - Throws: ``FileProblem`` for a file that can't be read as one.
    public static func read(_ folder: String) throws(FileProblem) -> DemoFolder? {
        let file = file(of: folder)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw FileProblem(
                file, es: "El archivo no se puede leer; revise los permisos.",
                en: "The file can't be read; check its permissions.")
        }
        do { return try JSONDecoder().decode(DemoFolder.self, from: data) } catch {
            let problem = FileProblem(decoding: error)
            throw FileProblem(
                "\(file): \(problem.place)", es: problem.message.es, en: problem.message.en)
        }
    }

    /// Writes the file of a folder.
    ///
    /// - Throws: ``FileProblem`` where it can't be written.
    public func write(to folder: String) throws(FileProblem) {
        let file = DemoFolder.file(of: folder)
        let text = "{\"seed\": \(seed), \"today\": \"\(today)\"}\n"
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
            throw FileProblem(
                file, es: "El archivo no se puede escribir; revise los permisos.",
                en: "The file can't be written; check the permissions.")
        }
    }

    /// Noon of the day where the secretariat sits.
    public func noon(_ state: ConferenceState) -> Instant { state.zone(on: today).instant(today, hour: 12) }

    /// The clock for a folder's register.
    ///
    /// - Returns: `nil` where the register's first act doesn't say that the conference is invented: a real one's
    ///   clock never stands.
    public func clock(for state: ConferenceState) -> StandingClock? {
        guard state.registry.opened?.act.invented == true else { return nil }
        return StandingClock(state, home: today)
    }
}

extension PublicSeed {
    /// What the act that records the key says about it.
    var note: Source {
        Source(
            address: "demo.json",
            note: Localized(
                es:
                    "La clave sale de la semilla pública \(number): cualquiera puede hacerla, y no prueba nada.",
                en:
                    "The key comes from the public seed \(number): anybody can make it, and it proves nothing."
            ))
    }
}
