import Charter
import Conference
import Foundation
import FoundingData
import Logging
import Rehearsal
import Secretariat
import Testing

/// A folder of its own for one test.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/puebla-rehearsal-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

func founding(_ name: String = "cme", invented: Bool? = nil) throws -> Founding {
    let pack = try Pack.read(name)
    return Founding(
        opening: Opened(
            conference: pack.manifest.id,
            name: Localized(es: pack.manifest.name.es, en: pack.manifest.name.en),
            abbreviation: Localized(es: pack.manifest.abbreviation.es, en: pack.manifest.abbreviation.en),
            invented: invented ?? pack.manifest.invented),
        files: pack.files, lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
}

func invented(_ seed: UInt64, _ day: String) throws -> InventedConference {
    try InventedConference(founding: try founding(), seed: seed, today: try #require(Day(day)))
}

/// The days and seeds that every promise is held to: winter and summer, the year's ends, before and after the
/// yearly meeting and the day on which contributions are foreseen.
let samples: [(seed: UInt64, day: String)] = [
    (1, "2026-11-21"), (1, "2026-01-02"), (2, "2024-02-29"), (2, "2031-07-04"), (3, "2026-04-01"),
    (3, "2027-11-16"),
]
