import Charter
import Conference
import Foundation
import Logging
import Register
import Secretariat
import Synchronization

/// Performs a script by the same registrar as anybody's acts, each at its own instant.
public enum Performance {
    /// Makes the data folder of an invented conference; the folder may exist, but hold no register and no keys.
    ///
    /// Salts and keys come from the seed: the same conference gives the same register, byte for byte. If anything
    /// goes wrong, no register is left behind.
    /// - Returns: how many acts were registered.
    /// - Throws: `StoreError` or `FileProblem` where the folder can't be written, `ActFileError` or
    ///   `PerformError` where the rules refuse an act: then the script is wrong.
    @discardableResult
    public static func make(
        _ conference: InventedConference, folder: String, logger: Logger
    ) async throws -> Int {
        if FileManager.default.fileExists(atPath: ActLog.file(of: folder)) {
            throw StoreError.exists(file: ActLog.file(of: folder))
        }
        let clock = ScriptClock(conference.opened)
        let founded = try await Office.found(
            folder: folder, founding: conference.founding, logger: logger,
            publicSeed: conference.publicSeed, clock: { clock.now })
        do {
            let office = try Office(
                folder: folder, logger: logger, publicSeed: conference.publicSeed, clock: { clock.now })
            defer { office.close() }
            try await perform(conference, with: office.registrar, clock)
            try DemoFolder(seed: conference.seed, today: conference.today).write(to: folder)
            return founded + conference.acts.count
        } catch {
            discard(folder)
            throw error
        }
    }

    /// The same conference in memory, with neither folder nor keys: for whoever only wants to look.
    ///
    /// - Returns: the registrar, whose clock stands at the day's noon; whoever asked for it stops it.
    /// - Throws: as ``make(_:folder:logger:)``.
    public static func inMemory(_ conference: InventedConference) async throws -> Registrar {
        let clock = ScriptClock(conference.opened)
        let registrar = Registrar(
            Opening(empty: MemoryStore(conference: conference.founding.opening.conference)),
            publicSeed: conference.publicSeed, clock: { clock.now })
        do {
            try await conference.founding.register(with: registrar, key: nil)
            try await perform(conference, with: registrar, clock)
            clock.set(DemoFolder(seed: conference.seed, today: conference.today).noon(registrar.state))
        } catch {
            registrar.stop()
            throw error
        }
        return registrar
    }

    /// Acts of one instant and one party go in together, as a decision with its effects does.
    private static func perform(
        _ conference: InventedConference, with registrar: Registrar, _ clock: ScriptClock
    ) async throws {
        var rest = conference.acts[...]
        while let first = rest.first {
            let batch = rest.prefix { $0.instant == first.instant && $0.actor == first.actor }
            rest = rest.dropFirst(batch.count)
            clock.set(first.instant)
            let proposals = batch.map(\.proposal)
            var files: [String: [UInt8]] = [:]
            for sha256 in proposals.compactMap({ Shelving.file(of: $0.act) }) {
                files[sha256] = conference.files[sha256]
            }
            do throws(PerformError) {
                try await registrar.perform(proposals, by: first.actor, files: files)
            } catch { throw ActFileError(error) { proposals[$0].id } }
        }
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
