import Charter
import Conference
import Dispatch
import Register
import Synchronization

/// Takes acts, in pieces and in order, into a state: decoded on all cores and applied while the next piece is
/// still being read and verified.
final class Reading: Sendable {
    private let progress: Mutex<Progress>
    private let store: any Store
    private let queue = DispatchQueue(label: "puebla.opening")
    /// How many pieces may lie between reader and state.
    private let room = DispatchSemaphore(value: 3)
    private let waiting = Mutex<[Entry]>([])
    /// Acts of one piece: enough to share among cores, few enough to begin soon.
    private static let width = 8192

    struct Progress: Sendable {
        var state: ConferenceState
        var ids: ActIDs
        var count = 0
        var hashes: [UInt64] = []
        var problem: PerformError?
        /// Every act so far, once a correction asks for them.
        var kept: [RegisteredAct]?
        let whole: Bool
    }

    /// Reads on after a state; `whole` if that is the empty one.
    init(state: ConferenceState, ids: ActIDs, store: any Store) {
        self.store = store
        progress = Mutex(Progress(state: state, ids: ids, whole: state.sequence == 0))
    }

    /// The next acts. Waits while too many are still to be applied.
    func collect(_ entries: [Entry]) {
        let piece = waiting.withLock { waiting -> [Entry]? in
            waiting.append(contentsOf: entries)
            guard waiting.count >= Reading.width else { return nil }
            defer { waiting = [] }
            return waiting
        }
        guard let piece else { return }
        room.wait()
        queue.async { [self] in
            take(piece)
            room.signal()
        }
    }

    /// Waits until nothing is being applied.
    func wait() { queue.sync {} }

    /// What came of it; nil if a correction asks for the acts before the state that was begun with.
    func finish() throws(PerformError) -> Progress? {
        wait()
        take(waiting.withLock { $0 })
        var progress = progress.withLock { $0 }
        if let problem = progress.problem { throw problem }
        progress.ids.insert(hashes: progress.hashes)
        progress.hashes = []
        guard let kept = progress.kept else { return progress }
        guard progress.whole else { return nil }
        // Corrections are folded in at the end, which needs all acts.
        progress.state = ConferenceState.rebuilt(from: kept, shelf: progress.state.shelf)
        progress.kept = []
        return progress
    }

    private func take(_ piece: [Entry]) {
        progress.withLock { progress in
            guard progress.problem == nil, !piece.isEmpty else { return }
            do throws(PerformError) { try take(piece, &progress) } catch { progress.problem = error }
        }
    }

    private func take(_ piece: [Entry], _ progress: inout Progress) throws(PerformError) {
        let acts = try Reading.acts(piece)
        progress.hashes.reserveCapacity(progress.hashes.count + acts.count)
        for act in acts {
            progress.hashes.append(ActIDs.hash(act.proposal.id))
            try shelve(act.proposal.act, &progress.state)
        }
        if progress.kept == nil, acts.contains(where: \.isCorrection) {
            progress.kept = progress.whole ? try readAgain(upTo: progress.count) : []
        }
        if progress.kept != nil {
            progress.kept?.append(contentsOf: acts)
        } else {
            for act in acts { progress.state.apply(act) }
        }
        progress.count += acts.count
    }

    /// The acts that were applied and let go before the first correction turned up.
    private func readAgain(upTo last: Int) throws(PerformError) -> [RegisteredAct] {
        var acts: [RegisteredAct] = []
        while acts.count < last {
            let entries: [Entry]
            do throws(StoreError) {
                entries = try store.entries(
                    from: acts.count + 1, limit: min(Reading.width, last - acts.count))
            } catch { throw .store(error) }
            if entries.isEmpty { break }
            acts.append(contentsOf: try Reading.acts(entries))
        }
        return acts
    }

    private static func acts(_ entries: [Entry]) throws(PerformError) -> [RegisteredAct] {
        do throws(FileProblem) { return try Transcript.acts(entries) } catch { throw .file(error) }
    }

    private func shelve(_ act: Act, _ state: inout ConferenceState) throws(PerformError) {
        guard let sha256 = Shelving.file(of: act), state.shelved(sha256) == nil else { return }
        let bytes: [UInt8]?
        do throws(StoreError) { bytes = try store.blob(sha256) } catch { throw .store(error) }
        guard let bytes else {
            // Rules can't be judged without their edition; a document's bytes may be kept elsewhere.
            if case .library = act { return }
            throw .store(.corrupt(file: store.file, lastGood: nil, damage: .blob(sha256)))
        }
        do throws(FileProblem) {
            if let file = try Shelving.read(bytes, for: act, registered: true) {
                state.shelve(file, sha256: sha256)
            }
        } catch { throw .file(error) }
    }
}

extension ConferenceState {
    /// The file of that SHA-256, if it is known.
    func shelved(_ sha256: String) -> ShelvedFile? { shelf.files[sha256] }
}
