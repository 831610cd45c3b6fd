import Crypto
import Foundation

/// The register of a data folder: its store, keys, writer and proofs, opened in one go and never on trust.
public struct ActLog: Sendable {
    /// The data folder.
    public let folder: String
    /// The conference whose register this is.
    public let conference: String
    /// The acts, blobs, records and snapshots.
    public let store: SQLiteStore
    /// The secret keys; nil when they aren't there: after a restore without them, or when only reading.
    public let keys: KeyRing?
    /// Held while this process writes; nil when it only reads.
    public let lock: FolderLock?
    /// A snapshot whose root is the register's at its sequence: where `replay` may begin. The acts before it are
    /// taken on trust until `check` has been over them.
    public let snapshot: Snapshot?

    /// The database of the folder `data`.
    public static func file(of data: String) -> String { data + "/register.sqlite" }

    /// Makes a data folder with an empty register and new keys. The folder may exist, the register may not.
    ///
    /// - Parameter keys: the keys to keep there, `.exists` if there are others; nil: those that lie there, else
    ///   new ones.
    public static func create(
        folder: String, conference: String, keys: KeyRing? = nil
    ) throws(StoreError) {
        if Files.exists(file(of: folder)) { throw .exists(file: file(of: folder)) }
        try Files.makeFolder(folder)
        let lock = try FolderLock(folder: folder)
        defer { lock.release() }
        if let keys {
            try keys.save(data: folder)
        } else if try KeyRing.load(data: folder) == nil {
            try KeyRing(newFor: conference).save(data: folder)
        }
        try SQLiteStore.create(file: file(of: folder))
    }

    /// Opens a data folder to write to it, or to read beside whoever writes.
    ///
    /// Refuses a damaged register, naming the last act that verifies; `replay` does the same for what follows the
    /// snapshot. To write takes the folder's lock and, as the one that may, reads the secret keys.
    /// - Parameter snapshotFormat: the layout of snapshots that the caller reads; nil: none.
    public static func open(
        folder: String, access: SQLiteStore.Access, snapshotFormat: Int? = nil
    ) throws(StoreError) -> ActLog {
        let file = file(of: folder)
        guard Files.exists(file) else { throw .missing(file: file) }
        let lock = access == .write ? try FolderLock(folder: folder) : nil
        let keys = access == .write ? try KeyRing.load(data: folder) : nil
        // Who only reads may have no right to look at the keys; the acts name their conference too.
        let published =
            access == .write ? try KeyRing.publicKey(data: folder) : try? KeyRing.publicKey(data: folder)
        let named = published.map { String($0.name.dropFirst("puebla/".count)) }
        do throws(StoreError) {
            // Before SQLite has a look at it, and only while nobody else writes.
            let logIsDamaged = access == .write ? try SQLiteLog.isDamaged(file) : false
            let store = try SQLiteStore(file: file, conference: keys?.conference ?? named, access: access)
            do throws(StoreError) {
                let snapshot = try soundSnapshot(store, snapshotFormat)
                try checkStructure(store, logIsDamaged: logIsDamaged)
                return ActLog(
                    folder: folder, conference: store.conference, store: store, keys: keys, lock: lock,
                    snapshot: snapshot)
            } catch {
                store.close()
                throw error
            }
        } catch {
            lock?.release()
            throw error
        }
    }

    /// Reads the register after `snapshot` (all of it, when nil) and hands it on in order, verified, in pieces.
    /// Returns where it ends. Throws `.corrupt` at the first act that doesn't match.
    public func replay(
        after snapshot: Snapshot? = nil, _ consume: ([Entry]) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) -> Verifier {
        var last = RecordedTime.earliest
        if let snapshot, snapshot.sequence > 0 {
            guard let entry = try store.entry(sequence: snapshot.sequence) else {
                throw .corrupt(
                    file: store.file, lastGood: try store.head()?.sequence ?? 0, damage: .shortened)
            }
            last = entry.recordedAt
        }
        var verifier = Verifier(
            conference: conference.isEmpty ? nil : conference, edge: snapshot?.edge ?? MerkleEdge(),
            lastRecordedAt: last)
        var piece: [Entry] = []
        let damage = try RegisterReader(store).read(from: &verifier) { entry, _ throws(StoreError) in
            piece.append(entry)
            guard piece.count == 1024 else { return }
            try consume(piece)
            piece.removeAll(keepingCapacity: true)
        }
        if let damage {
            throw .corrupt(file: store.file, lastGood: verifier.size, damage: damage)
        }
        if !piece.isEmpty { try consume(piece) }
        return verifier
    }

    /// Starts the writer where `replay` ended. Only now is the database opened for writing; `.notDurable` when
    /// what it confirms could be lost.
    public func writer(
        from end: Verifier, onDurable: @escaping LogWriter.OnDurable, onFailure: @escaping LogWriter.OnFailure
    ) throws(StoreError) -> LogWriter {
        try store.openForWriting()
        return LogWriter(
            store: store, conference: conference, edge: end.edge, lastRecordedAt: end.lastRecordedAt,
            onDurable: onDurable, onFailure: onFailure)
    }

    /// Starts to rehash what lies before the snapshot, and to look at the database's pages. Damage stops `writer`;
    /// whatever is wrong is handed to `found`.
    public func check(
        stopping writer: LogWriter, found: @escaping @Sendable (StoreError) -> Void
    ) -> BackgroundCheck {
        BackgroundCheck(store: store, upTo: snapshot?.edge ?? MerkleEdge()) { error in
            guard let error else { return }
            if case .corrupt = error { writer.halt(error) }
            found(error)
        }
    }

    /// Verifies the register of a data folder beside whoever writes; what keeps it from being opened as a register
    /// is an answer too. Throws only when it can't be told: no such folder, a file of another kind.
    public static func verify(
        folder: String, checkpoint: Checkpoint? = nil
    ) throws(StoreError) -> Verification.Verdict {
        do throws(StoreError) {
            let log = try open(folder: folder, access: .read)
            defer { log.close() }
            return try log.verify(checkpoint: checkpoint)
        } catch {
            guard case .corrupt(let file, let lastGood, let damage) = error else { throw error }
            return .fails(VerifyFailure(file: file, lastGood: lastGood ?? 0, damage: damage))
        }
    }

    /// Verifies everything, and against `checkpoint` if there is one.
    public func verify(checkpoint: Checkpoint? = nil) throws(StoreError) -> Verification.Verdict {
        try Verification.verify(store, checkpoint: checkpoint)
    }

    /// The signed checkpoint of the register as it ends now; `.missing` without the signing key.
    public func checkpoint() throws(StoreError) -> String {
        guard let keys else { throw .missing(file: KeyRing.folder(of: folder) + "/checkpoint.key") }
        let head = try store.head()
        let checkpoint = Checkpoint(
            conference: conference, size: head?.sequence ?? 0, root: head?.root ?? Merkle.emptyRoot)
        do {
            return try checkpoint.signed(by: keys.signing)
        } catch {
            throw .foreign(file: KeyRing.folder(of: folder) + "/checkpoint.key")
        }
    }

    /// The proof that the act `sequence` stands in the register as it ends now; nil when there is no such act.
    public func proof(sequence: Int) throws(StoreError) -> InclusionProof? {
        let leaves = try store.leaves(from: 1, limit: .max)
        let tree = MerkleTree(leaves)
        guard sequence >= 1, let leaf = tree.leaf(sequence - 1), let root = tree.root(),
            let path = tree.inclusionProof(index: sequence - 1, size: tree.size)
        else { return nil }
        return InclusionProof(
            conference: conference, sequence: sequence, size: tree.size, leaf: leaf, root: root, path: path)
    }

    /// The records, sealed with the server's key; nil without it.
    public var vault: RecordVault? {
        keys.map { RecordVault(store: store, key: $0.sealing) }
    }

    /// Closes the files and gives the folder free. Writer and background check are stopped before.
    public func close() {
        store.close()
        lock?.release()
    }

    /// The snapshot, when the register's root at its sequence is its root. One that the register has outlived in
    /// another shape is in doubt, and everything is read anew; acts missing that it holds are damage.
    private static func soundSnapshot(_ store: SQLiteStore, _ format: Int?) throws(StoreError) -> Snapshot? {
        guard let format, let snapshot = try store.latestSnapshot(formatVersion: format) else { return nil }
        if snapshot.sequence == 0 { return snapshot }
        let head: Head?
        let entry: Entry?
        do throws(StoreError) {
            head = try store.head()
            entry = try store.entry(sequence: snapshot.sequence)
        } catch {
            guard case .corrupt = error else { throw error }
            // `checkStructure` and `replay` name the place.
            return nil
        }
        guard (head?.sequence ?? 0) >= snapshot.sequence else {
            throw .corrupt(file: store.file, lastGood: head?.sequence ?? 0, damage: .shortened)
        }
        return entry?.root == snapshot.root ? snapshot : nil
    }

    /// A broken structure is reported with the last act that still verifies, which takes reading them all.
    private static func checkStructure(_ store: SQLiteStore, logIsDamaged: Bool) throws(StoreError) {
        var found: Damage? = logIsDamaged ? .log : nil
        do throws(StoreError) {
            try store.checkStructure(thorough: false)
        } catch {
            guard case .corrupt(_, _, let damage) = error else { throw error }
            found = found ?? damage
        }
        guard let found else { return }
        var verifier = Verifier(conference: store.conference.isEmpty ? nil : store.conference)
        let met = try RegisterReader(store).read(from: &verifier)
        throw .corrupt(file: store.file, lastGood: verifier.size, damage: met ?? found)
    }
}

/// The proof that an act stands in a register: RFC 6962's audit path, with what it leads from and to.
public struct InclusionProof: Sendable, Equatable {
    /// The conference whose register it is.
    public let conference: String
    /// The act's sequence; its leaf's index is one less.
    public let sequence: Int
    /// How many acts the tree has.
    public let size: Int
    /// The act's leaf.
    public let leaf: Hash
    /// The root over `size` acts.
    public let root: Hash
    /// The siblings, nearest first.
    public let path: [Hash]

    /// Whether the path leads from leaf to root.
    public var holds: Bool {
        Merkle.verifyInclusion(leaf: leaf, index: sequence - 1, size: size, proof: path, root: root)
    }
}
