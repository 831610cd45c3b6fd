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
        var tail = Tail(state: read.state, ids: read.ids, store: log.store)
        let end: Verifier
        do throws(StoreError) {
            end = try log.replay(after: snapshot) { (entries) throws(StoreError) in tail.collect(entries) }
        } catch { throw .store(error) }
        guard try tail.finish() else { return nil }
        self.init(log, tail, end)
    }

    private init(whole log: ActLog) throws(PerformError) {
        var tail = Tail(state: ConferenceState(), ids: ActIDs(), store: log.store)
        let end: Verifier
        do throws(StoreError) {
            end = try log.replay { (entries) throws(StoreError) in tail.collect(entries) }
        } catch { throw .store(error) }
        _ = try tail.finish()
        self.init(log, tail, end)
    }

    private init(_ log: ActLog, _ tail: Tail, _ end: Verifier) {
        conference =
            log.conference.isEmpty ? tail.state.registry.opened?.act.conference ?? "" : log.conference
        store = log.store
        state = tail.state
        self.end = end
        ids = tail.ids
        replayed = tail.count
    }
}

/// Acts after a state, taken in pieces.
private struct Tail {
    var state: ConferenceState
    var ids: ActIDs
    let store: any Store
    var count = 0
    private let whole: Bool
    private var piece: [Entry] = []
    private var problem: PerformError?
    private var kept: [RegisteredAct] = []
    private var corrected = false

    init(state: ConferenceState, ids: ActIDs, store: any Store) {
        self.state = state
        self.ids = ids
        self.store = store
        whole = state.sequence == 0
    }

    mutating func collect(_ entries: [Entry]) {
        piece.append(contentsOf: entries)
        if piece.count >= 32_768 { take() }
    }

    /// True if the state is whole; false if a correction asks for the acts before the snapshot.
    mutating func finish() throws(PerformError) -> Bool {
        take()
        if let problem { throw problem }
        guard corrected else { return true }
        guard whole else { return false }
        state = ConferenceState.rebuilt(from: kept, shelf: state.shelf)
        return true
    }

    private mutating func take() {
        guard problem == nil, !piece.isEmpty else { return }
        do throws(PerformError) {
            let acts: [RegisteredAct]
            do throws(FileProblem) { acts = try Transcript.acts(piece) } catch {
                throw PerformError.file(error)
            }
            for act in acts {
                ids.insert(act.proposal.id)
                try shelve(act.proposal.act)
            }
            if acts.contains(where: \.isCorrection) { corrected = true }
            // Corrections are folded in at the end, which needs all acts.
            if whole { kept.append(contentsOf: acts) }
            if !corrected { for act in acts { state.apply(act) } }
            count += acts.count
        } catch {
            problem = error
        }
        piece.removeAll(keepingCapacity: true)
    }

    private mutating func shelve(_ act: Act) throws(PerformError) {
        guard let sha256 = Shelving.file(of: act), state.shelved(sha256) == nil else { return }
        let bytes: [UInt8]?
        do throws(StoreError) { bytes = try store.blob(sha256) } catch { throw .store(error) }
        guard let bytes else {
            // Rules can't be judged without their edition; a document's bytes may be kept elsewhere.
            if case .library = act { return }
            throw .store(.corrupt(file: store.file, lastGood: nil, damage: .blob(sha256)))
        }
        do throws(FileProblem) {
            if let file = try Shelving.read(bytes, for: act) { state.shelve(file, sha256: sha256) }
        } catch { throw .file(error) }
    }
}

extension ConferenceState {
    /// The file of that SHA-256, if it is known.
    func shelved(_ sha256: String) -> ShelvedFile? { shelf.files[sha256] }
}
