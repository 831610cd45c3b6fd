import Charter
import Conference
import Foundation
import FoundingData
import Logging
import Register
import Secretariat

/// Data folders founded from the `crm` pack.
enum Founded {
    /// What went wrong while a register was made or read.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A logger that writes nothing: what is measured isn't the terminal.
    static let silent = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }

    /// When every benchmark begins: whatever the machine's day and hour, the same is measured.
    static let start = "2027-01-04T12:00:00Z"

    /// A clock that runs on from the start.
    static let clock: @Sendable () -> Instant = {
        let passed = began.duration(to: .now).components
        return Instant(
            microseconds: (Instant(start)?.microseconds ?? 0) + passed.seconds * 1_000_000
                + passed.attoseconds / 1_000_000_000_000)
    }

    private static let began = ContinuousClock.now

    /// Founds a conference in `folder` and returns how many acts that took.
    @discardableResult
    static func make(
        _ folder: String, clock: @escaping @Sendable () -> Instant = clock
    ) async throws -> Int {
        let pack = try Pack.read("crm")
        func text(_ text: Pack.Manifest.Text) -> Localized { Localized(es: text.es, en: text.en) }
        let founding = Founding(
            opening: Conference.Opened(
                conference: pack.manifest.id, name: text(pack.manifest.name),
                subtitle: pack.manifest.subtitle.map(text), abbreviation: text(pack.manifest.abbreviation),
                invented: pack.manifest.invented),
            files: pack.files,
            lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        return try await Office.found(folder: folder, founding: founding, logger: silent, clock: clock)
    }
}
