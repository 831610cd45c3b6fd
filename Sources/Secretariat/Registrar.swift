import Charter
import Conference
import Register
import Synchronization

/// The one actor that performs acts.
///
/// It holds three states: *committed* (what everybody reads), *in flight* (with each batch on its way to the
/// disk) and *tentative* (with all that is queued). An act is admitted against the tentative state; only what is
/// durable is published, and a refusal, too, is answered only when what it was judged on is durable. The writer's
/// thread publishes and answers itself: there is no hop after a commit.
public actor Registrar {
    /// What everybody reads: a state with the register's end that it was computed from.
    public struct Published: Sendable {
        /// The state.
        public var state: ConferenceState {
            // Lent, not copied: a copy counts a hundred references up and down, and pages ask for every line.
            _read { yield held.state }
        }
        private(set) var held: Shared.Held
        /// The root over all its acts.
        public private(set) var root: Hash
        /// The tree's right edge after the same acts, kept so that a snapshot needn't read every leaf.
        private(set) var edge: MerkleEdge

        init(state: ConferenceState, edge: MerkleEdge) {
            held = Shared.Held(state)
            root = edge.root
            self.edge = edge
        }

        /// Goes on to the state after these entries.
        mutating func advance(to held: Shared.Held, over entries: [Entry]) {
            for entry in entries { edge.add(entry.leaf) }
            if let last = entries.last { root = last.root }
            self.held = held
        }
    }

    /// The conference's id.
    public nonisolated let conference: String
    /// The store, for reading entries and proofs.
    public nonisolated let store: any Store
    private nonisolated let clock: @Sendable () -> Instant
    private nonisolated let publicSeed: PublicSeed?
    private nonisolated let shared: Shared
    private nonisolated let writer: LogWriter
    /// Touched by the actor; read by whoever keeps a snapshot.
    private nonisolated let ids: Mutex<ActIDs>
    nonisolated let entriesRead = ReadLately<Entry>()
    nonisolated let actsRead = ReadLately<RegisteredAct>()

    /// Opens over a store whose acts were read already.
    ///
    /// - Parameters:
    ///   - opened: what `Opening` read.
    ///   - clock: what time it is; called once a batch.
    ///   - publicSeed: where salts come from that needn't hide anything; taken only for an invented conference.
    public init(
        _ opened: Opening, publicSeed: PublicSeed? = nil, clock: @escaping @Sendable () -> Instant
    ) {
        conference = opened.conference
        store = opened.store
        self.clock = clock
        self.publicSeed = publicSeed
        ids = Mutex(opened.ids)
        let shared = Shared(Published(state: opened.state, edge: opened.end.edge))
        self.shared = shared
        writer = LogWriter(
            store: opened.store, conference: opened.conference, edge: opened.end.edge,
            lastRecordedAt: opened.end.lastRecordedAt,
            onDurable: { shared.durable($0) },
            onFailure: { error, stored, lost in shared.failed(error, stored: stored, lost: lost) })
    }

    /// What everybody reads now.
    public nonisolated var published: Published { shared.published }
    /// The committed state.
    public nonisolated var state: ConferenceState { shared.published.state }
    /// The sequence of the last act that everybody reads: cheaper to ask than the state.
    public nonisolated var sequence: Int { shared.sequence }
    /// Now, by the conference's clock.
    public nonisolated var now: Instant { clock() }
    /// Why nothing is written at present; nil while it is.
    public nonisolated var failure: StoreError? { writer.failure }
    /// How many callers wait for the writer.
    public nonisolated var queued: Int { shared.queued }
    /// Stops writing because damage was found.
    public nonisolated func halt(_ error: StoreError) { writer.halt(error) }
    /// The ids that may stand in the register, at least those of ``published``.
    nonisolated var knownIDs: ActIDs { ids.withLock { $0 } }
    /// The writer, for the background check.
    nonisolated var logWriter: LogWriter { writer }

    /// Ends writing: what is queued is written, what comes is refused. Blocks until the thread has ended.
    public nonisolated func stop() { writer.stop() }

    /// Registers acts, all or none.
    ///
    /// A retry with the same ids finds its own acts and answers with them.
    /// - Parameters:
    ///   - proposals: what is proposed, in order.
    ///   - actor: by whom.
    ///   - files: bytes of files that the acts name, by SHA-256; stored before.
    /// - Returns: the acts as they stand in the register.
    /// - Throws: ``PerformError``; then nothing of them is stored.
    @discardableResult
    public nonisolated func perform(
        _ proposals: [Proposal], by actor: ActingParty, files: [String: [UInt8]] = [:]
    ) async throws(PerformError) -> [RegisteredAct] {
        guard !proposals.isEmpty else { return [] }
        if publicSeed != nil, (state.registry.opened?.act ?? proposals[0].opening)?.invented != true {
            throw .refused(index: 0, .seedIsPublic)
        }
        // Encoding and hashing need no turn of the actor.
        var prepared: [PreparedContent] = []
        prepared.reserveCapacity(proposals.count)
        var ids: Set<String> = []
        for (index, proposal) in proposals.enumerated() {
            guard ids.insert(proposal.id).inserted else {
                throw .refused(index: index, .idTwice(proposal.id))
            }
            prepared.append(
                PreparedContent(
                    try Transcript.content(proposal, by: actor, index: index),
                    salt: publicSeed?.salt(of: proposal.id) ?? Salt.random()))
        }
        let shelved = try await shelve(proposals, files)
        while true {
            switch try await attempt(proposals, prepared, by: actor, shelved) {
            case .registered(let acts): return acts
            case .again: continue
            }
        }
    }

    /// Registers one act.
    @discardableResult
    public nonisolated func perform(_ proposal: Proposal, by actor: ActingParty) async throws(PerformError)
        -> RegisteredAct
    {
        let acts = try await perform([proposal], by: actor)
        return acts[0]
    }

    enum Attempt {
        case registered([RegisteredAct])
        /// What it was judged on is gone: judge again.
        case again
    }

    private func attempt(
        _ proposals: [Proposal], _ prepared: [PreparedContent], by actor: ActingParty,
        _ shelved: [String: ShelvedFile]
    ) async throws(PerformError) -> Attempt {
        if shared.hasFailed { try await recover() }
        if let known = try await known(proposals, prepared) { return known }
        let corrects = proposals.contains { $0.isCorrection }
        var past: [RegisteredAct] = []
        if corrects {
            // A correction judges the whole register anew: it waits for its turn with nothing queued before it.
            guard await barrier() else { return .again }
            let (from, store) = (shared.tentative.held.state.sequence, store)
            past = try await readActs(store, upTo: from)
        }
        let base = shared.tentative
        guard !corrects || base.held.state.sequence == past.count else { return .again }
        var state = base.held.state
        for (sha256, file) in shelved { state.shelve(file, sha256: sha256) }
        let instant = max(clock(), state.recordedAt)
        var acts: [RegisteredAct] = []
        acts.reserveCapacity(proposals.count)
        for (index, proposal) in proposals.enumerated() {
            let history = { past + acts }
            do throws(Refusal) {
                try state.admit(proposal, by: actor, at: instant, history: history)
            } catch {
                // Answered only when what it was judged on is durable.
                if !base.isCommitted, !(await barrier()) { return .again }
                throw .refused(index: index, error)
            }
            let act = RegisteredAct(
                sequence: state.sequence + 1, recordedAt: instant, actor: actor, proposal: proposal)
            state.apply(act, history: history)
            acts.append(act)
        }
        ids.withLock { ids in for proposal in proposals { ids.insert(proposal.id) } }
        switch await submit(prepared, Shared.Held(state), at: instant, generation: base.generation) {
        case .durable: return .registered(acts)
        case .stale:
            return .again
        case .lost(let error):
            throw .store(error)
        }
    }

    private func submit(
        _ prepared: [PreparedContent], _ held: Shared.Held, at instant: Instant, generation: Int
    ) async -> Shared.Outcome {
        await withCheckedContinuation { continuation in
            shared.queue(
                held, generation: generation, continuation,
                submit: { [writer] ticket in
                    writer.submit(
                        WriteBatch(ticket: ticket, prepared: prepared, recordedAt: instant.microseconds))
                })
        }
    }

    /// Waits until everything queued so far is durable; false if some of it was lost.
    private func barrier() async -> Bool {
        let tentative = shared.tentative
        if tentative.isCommitted { return true }
        let outcome = await submit(
            [], tentative.held, at: tentative.held.state.recordedAt, generation: tentative.generation)
        if case .durable = outcome { return true }
        return false
    }

    /// After a failed commit: once every caller is answered the writer resumes from what the store holds.
    private func recover() async throws(PerformError) {
        await shared.drained()
        guard shared.hasFailed else { return }
        let writer = writer
        let found: [Entry]
        do throws(StoreError) {
            found = try await Blocking.run { () throws(StoreError) in try writer.resume() }
        } catch { throw .store(error) }
        var recovered = shared.published
        for entry in found {
            let act: RegisteredAct
            do throws(FileProblem) { act = try Transcript.act(entry) } catch { throw .file(error) }
            let past = act.isCorrection ? try await readActs(store, upTo: entry.sequence - 1) : []
            var state = recovered.state
            state.apply(act, history: { past })
            recovered.advance(to: Shared.Held(state), over: [entry])
            ids.withLock { $0.insert(entry.content.id) }
        }
        shared.recovered(recovered)
    }

    // MARK: Retries

    /// The acts that stand under these ids already; nil if none does.
    private func known(
        _ proposals: [Proposal], _ prepared: [PreparedContent]
    ) async throws(PerformError) -> Attempt? {
        guard ids.withLock({ ids in proposals.contains { ids.mayContain($0.id) } }) else { return nil }
        guard await barrier() else { return .again }
        let store = store
        let names = proposals.map(\.id)
        let entries: [Entry?]
        do throws(StoreError) {
            entries = try await Blocking.run { () throws(StoreError) in
                var found: [Entry?] = []
                for name in names { found.append(try store.entry(id: name)) }
                return found
            }
        } catch { throw .store(error) }
        if entries.allSatisfy({ $0 == nil }) { return nil }
        var acts: [RegisteredAct] = []
        for (index, entry) in entries.enumerated() {
            guard let entry, entry.content == prepared[index].content else {
                throw .refused(
                    index: index,
                    Refusal(
                        "act.id-taken", field: "id",
                        message: Localized(
                            es: "El identificador “\(names[index])” ya es de otro acto o de otro envío.",
                            en: "The id “\(names[index])” belongs to another act or another batch already."),
                        remedy: Localized(es: "Use un identificador nuevo.", en: "Use a new id."),
                        entries: entry.map { [$0.sequence] } ?? []))
            }
            do throws(FileProblem) { acts.append(try Transcript.act(entry)) } catch { throw .file(error) }
        }
        return .registered(acts)
    }

    // MARK: Files

    private nonisolated func shelve(
        _ proposals: [Proposal], _ files: [String: [UInt8]]
    ) async throws(PerformError) -> [String: ShelvedFile] {
        var shelved: [String: ShelvedFile] = [:]
        let store = store
        if !files.isEmpty {
            do throws(StoreError) {
                try await Blocking.run { () throws(StoreError) in
                    for (_, bytes) in files { try store.putBlob(bytes) }
                }
            } catch { throw .store(error) }
        }
        for proposal in proposals {
            guard let sha256 = Shelving.file(of: proposal.act), state.shelved(sha256) == nil,
                shelved[sha256] == nil
            else { continue }
            let bytes: [UInt8]?
            if let given = files[sha256] {
                bytes = given
            } else {
                do throws(StoreError) {
                    bytes = try await Blocking.run { () throws(StoreError) in try store.blob(sha256) }
                } catch { throw .store(error) }
            }
            // What isn't there is refused by the act's own rule.
            guard let bytes else { continue }
            do throws(FileProblem) {
                if let file = try Shelving.read(bytes, for: proposal.act, registered: false) {
                    shelved[sha256] = file
                }
            } catch { throw .file(error) }
        }
        return shelved
    }
}

/// Reads the first `last` acts of a store, off the cooperative pool.
func readActs(_ store: any Store, upTo last: Int) async throws(PerformError) -> [RegisteredAct] {
    let entries: [Entry]
    do throws(StoreError) {
        entries = try await Blocking.run { () throws(StoreError) in try store.entries(from: 1, limit: last) }
    } catch { throw .store(error) }
    do throws(FileProblem) { return try Transcript.acts(entries) } catch { throw .file(error) }
}

extension Refusal {
    /// Salts that everybody can make, for a conference that isn't invented.
    static let seedIsPublic = Refusal(
        "registry.seed-public",
        message: Localized(
            es:
                "Las sales de una semilla pública no ocultan nada: solo valen para una conferencia inventada.",
            en: "Salts from a public seed hide nothing: they serve an invented conference alone."),
        remedy: Localized(
            es: "Abra el registro sin semilla.", en: "Open the register without a seed."))

    /// Two acts of one batch with the same id.
    static func idTwice(_ id: String) -> Refusal {
        Refusal(
            "act.id-twice", field: "id",
            message: Localized(
                es: "El identificador “\(id)” está dos veces en este envío.",
                en: "The id “\(id)” stands twice in this batch."),
            remedy: Localized(es: "Dé a cada acto el suyo.", en: "Give each act its own."))
    }
}

extension Proposal {
    /// What it says if it opens a register.
    var opening: Opened? {
        if case .registry(.opened(let body)) = act { body } else { nil }
    }

    /// True if it corrects another act.
    var isCorrection: Bool {
        if case .registry(.corrected) = act { true } else { false }
    }
}
