import Charter
import Conference
import Foundation
import Logging
import Register
import Secretariat
import Synchronization

/// Performs a script through the same office as anybody's acts, each at its own instant.
public enum Performance {
    /// Makes the data folder of an invented conference; the folder may exist, but hold no register and no keys.
    ///
    /// Salts and keys come from the seed: the same conference gives the same register, byte for byte. If anything
    /// goes wrong, no register is left behind.
    /// - Returns: how many acts were registered.
    /// - Throws: `StoreError` or ``FileProblem`` where the folder can't be written, `ActFileError` or
    ///   `PerformError` where the rules refuse an act: then the script is wrong.
    @discardableResult
    public static func make(
        _ conference: InventedConference, folder: String, logger: Logger
    ) async throws -> Int {
        if FileManager.default.fileExists(atPath: ActLog.file(of: folder)) {
            throw StoreError.exists(file: ActLog.file(of: folder))
        }
        let seed = PublicSeed(conference.seed)
        var registered = try await Office.found(
            folder: folder, founding: conference.founding, logger: logger, publicSeed: seed,
            clock: { conference.opened })
        do {
            registered += try await perform(conference, seed, folder, logger)
            try DemoFolder(seed: conference.seed, today: conference.today).write(to: folder)
        } catch {
            discard(folder)
            throw error
        }
        return registered
    }

    private static func perform(
        _ conference: InventedConference, _ seed: PublicSeed, _ folder: String, _ logger: Logger
    ) async throws -> Int {
        let clock = ScriptClock(conference.opened)
        let office = try Office(folder: folder, logger: logger, publicSeed: seed, clock: { clock.now })
        defer { office.close() }
        var rest = conference.acts[...]
        while let first = rest.first {
            let batch = rest.prefix { $0.instant == first.instant && $0.actor == first.actor }
            rest = rest.dropFirst(batch.count)
            clock.set(first.instant)
            var files: [String: [UInt8]] = [:]
            for act in batch {
                guard let sha256 = Shelving.file(of: act.proposal.act) else { continue }
                files[sha256] = conference.files[sha256]
            }
            let proposals = batch.map(\.proposal)
            do throws(PerformError) {
                try await office.registrar.perform(proposals, by: first.actor, files: files)
            } catch { throw ActFileError(error) { proposals[$0].id } }
        }
        return conference.acts.count
    }

    /// Takes away what was made: a register cut short would be taken for the whole.
    private static func discard(_ folder: String) {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: ActLog.file(of: folder) + suffix)
        }
        try? FileManager.default.removeItem(atPath: KeyRing.folder(of: folder))
    }
}

/// The time in the script.
private final class ScriptClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant { instant.withLock { $0 } }

    func set(_ now: Instant) { instant.withLock { $0 = now } }
}
