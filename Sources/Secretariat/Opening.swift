import Charter
import Conference
import Register

/// A register read: the state it gives, and where it ends.
public struct Opening: Sendable {
    /// The conference's id.
    public let conference: String
    /// The store it was read from.
    public let store: any Store
    /// The state of all acts.
    public let state: ConferenceState
    /// Where the register ends, verified.
    public let end: Verifier
    /// The ids that stand in it.
    public let ids: ActIDs
    /// How many acts were read one by one; the rest came from a snapshot.
    public let replayed: Int

    /// The layout of snapshots that this build reads.
    public static let snapshotFormat = SnapshotFile.format

    /// An empty register in a store.
    public init(empty store: any Store) {
        conference = store.conference
        self.store = store
        state = ConferenceState()
        end = Verifier(conference: store.conference)
        ids = ActIDs()
        replayed = 0
    }

    /// Reads the register of a data folder: from its snapshot where that is sound, the rest act by act, decoded
    /// in parallel and applied in order.
    ///
    /// - Throws: ``PerformError``: damage, with the last good act, or an act that this program can't read.
    public init(_ log: ActLog) throws(PerformError) {
        if let snapshot = log.snapshot, let read = SnapshotFile.read(snapshot, log.store) {
            // A correction after the snapshot changes what lies before it: then everything is read.
            if let opening = try Opening(log, snapshot, read) {
                self = opening
                return
            }
        }
        try self.init(whole: log)
    }

    private init?(_ log: ActLog, _ snapshot: Snapshot, _ read: SnapshotFile) throws(PerformError) {
        let reading = Reading(state: read.state, ids: read.ids, store: log.store)
        let end: Verifier
        do throws(StoreError) {
            end = try log.replay(after: snapshot) { (entries) throws(StoreError) in reading.collect(entries) }
        } catch {
            reading.wait()
            throw .store(error)
        }
        guard let progress = try reading.finish() else { return nil }
        self.init(log, progress, end)
    }

    private init(whole log: ActLog) throws(PerformError) {
        let reading = Reading(state: ConferenceState(), ids: ActIDs(), store: log.store)
        let end: Verifier
        do throws(StoreError) {
            end = try log.replay { (entries) throws(StoreError) in reading.collect(entries) }
        } catch {
            reading.wait()
            throw .store(error)
        }
        guard let progress = try reading.finish() else { preconditionFailure("all was read") }
        self.init(log, progress, end)
    }

    private init(_ log: ActLog, _ progress: Reading.Progress, _ end: Verifier) {
        conference =
            log.conference.isEmpty ? progress.state.registry.opened?.act.conference ?? "" : log.conference
        store = log.store
        state = progress.state
        self.end = end
        ids = progress.ids
        replayed = progress.count
    }
}
