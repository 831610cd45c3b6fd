import Charter
import Conference
import Foundation
import Logging
import Register
import Synchronization

/// A conference's data folder, open for work: its register, its registrar, and the check in the background.
public final class Office: Sendable {
    /// The folder.
    public let folder: String
    /// The register.
    public let log: ActLog
    /// Who performs acts.
    public let registrar: Registrar
    private let check: BackgroundCheck?
    private let logger: Logger

    /// Opens a folder to write to it; its lock is held until ``close()``.
    ///
    /// - Parameter publicSeed: the seed of an invented conference whose register must come out the same each time;
    ///   nothing is registered with it in any other.
    /// - Throws: ``PerformError``.
    public init(
        folder: String, logger: Logger, publicSeed: PublicSeed? = nil,
        clock: @escaping @Sendable () -> Instant
    ) throws(PerformError) {
        self.folder = folder
        self.logger = logger
        do throws(StoreError) {
            log = try ActLog.open(folder: folder, access: .write, snapshotFormat: Opening.snapshotFormat)
        } catch { throw .store(error) }
        do throws(PerformError) {
            let opening = try Opening(log)
            registrar = Registrar(opening, publicSeed: publicSeed, clock: clock)
            check = log.check(stopping: registrar.logWriter) { error in
                logger.critical(
                    "register damaged, writing stopped",
                    metadata: ["error": "\(error.sentence(spanish: false))"])
            }
        } catch {
            log.close()
            throw error
        }
    }

    /// Makes a folder with a new register and its founding acts. A folder that can't be founded is left as it
    /// was, empty of a register.
    ///
    /// - Parameter publicSeed: where salts and keys of an invented conference come from; any other is refused.
    /// - Returns: how many acts were registered.
    public static func found(
        folder: String, founding: Founding, logger: Logger, publicSeed: PublicSeed? = nil,
        clock: @escaping @Sendable () -> Instant
    ) async throws -> Int {
        guard publicSeed == nil || founding.opening.invented else {
            throw PerformError.refused(index: 0, .seedIsPublic)
        }
        // Judged in memory first: what is refused must leave no folder behind.
        let rehearsal = Registrar(
            Opening(empty: MemoryStore(conference: founding.opening.conference)), clock: clock)
        defer { rehearsal.stop() }
        try await founding.register(with: rehearsal, key: nil)

        let conference = founding.opening.conference
        try ActLog.create(
            folder: folder, conference: conference, keys: publicSeed?.keys(of: conference))
        let office = try Office(
            folder: folder, logger: logger, publicSeed: publicSeed, clock: clock)
        defer { office.close() }
        let key = try KeyRing.publicKey(data: folder).map { KeyRecorded(name: $0.name, key: $0.text) }
        do {
            return try await founding.register(
                with: office.registrar, key: key, keySource: publicSeed.map(\.note))
        } catch {
            // A full disk, say: an empty register left behind would be taken for a founded one. The keys stay.
            if office.registrar.state.sequence == 0 {
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: ActLog.file(of: folder) + suffix)
                }
            }
            throw error
        }
    }

    /// Makes new keys where there are none, as after a restore without them, and puts the public one on record.
    ///
    /// - Throws: ``PerformError``, or the store's error where the keys can't be written.
    public func renewKeys() async throws {
        let keys = KeyRing(newFor: registrar.conference)
        guard log.keys == nil, let verifier = keys.verifier else { return }
        let number = registrar.state.registry.keys.count + 1
        // On record first: a key on record that nobody has does no harm, one in use that isn't would.
        try await registrar.perform(
            Proposal(
                id: "registry-key-\(number)", on: PartialDay(registrar.state.day(at: registrar.now)),
                act: KeyRecorded(name: verifier.name, key: verifier.text).act), by: .installation)
        try keys.save(data: folder)
    }

    /// Reads a folder's register beside whoever writes.
    public static func read(folder: String) throws(PerformError) -> (log: ActLog, opening: Opening) {
        let log: ActLog
        do throws(StoreError) {
            log = try ActLog.open(folder: folder, access: .read, snapshotFormat: Opening.snapshotFormat)
        } catch { throw .store(error) }
        do throws(PerformError) { return (log, try Opening(log)) } catch {
            log.close()
            throw error
        }
    }

    /// Keeps a snapshot of the committed state, so that the next opening is fast. Blocks.
    public func saveSnapshot() {
        let published = registrar.published
        guard published.state.sequence > 0 else { return }
        do throws(StoreError) {
            try log.store.saveSnapshot(
                Register.Snapshot(
                    edge: published.edge, formatVersion: Opening.snapshotFormat,
                    bytes: SnapshotFile.bytes(published.state, registrar.knownIDs)))
        } catch {
            // A snapshot is disposable; the next opening only takes longer.
            logger.warning("no snapshot kept", metadata: ["error": "\(error.sentence(spanish: false))"])
        }
    }

    /// Ends work: what is queued is written, a snapshot kept, the folder given free. Blocks.
    public func close() {
        registrar.stop()
        check?.stop()
        if registrar.failure == nil { saveSnapshot() }
        log.close()
    }
}

extension Register.Store {
    /// The acts up to a sequence, as the register knew them then.
    ///
    /// - Throws: ``PerformError``. Blocks.
    public func state(at sequence: Int, shelf: FileShelf) throws(PerformError) -> ConferenceState {
        let entries: [Entry]
        do throws(StoreError) { entries = try self.entries(from: 1, limit: sequence) } catch {
            throw .store(error)
        }
        do throws(FileProblem) {
            return ConferenceState.rebuilt(from: try Transcript.acts(entries), shelf: shelf)
        } catch { throw .file(error) }
    }
}
