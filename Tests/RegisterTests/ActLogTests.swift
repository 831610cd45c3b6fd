import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct ActLogTests {
    let folder = TemporaryFolder()

    @Test func `A new folder has an empty register and keys, and can't be made twice`() throws {
        let data = folder.file("deep/data")
        try ActLog.create(folder: data, conference: "crm")
        #expect(
            failure { try ActLog.create(folder: data, conference: "crm") }
                == .exists(file: data + "/register.sqlite"))
        let log = try ActLog.open(folder: data, access: .write, snapshotFormat: 1)
        defer { log.close() }
        #expect(log.conference == "crm" && log.snapshot == nil && log.keys != nil)
        #expect(try log.replay().size == 0)
        #expect(try log.proof(sequence: 1) == nil)
        let key = try #require(try KeyRing.publicKey(data: data))
        let checkpoint = try Checkpoint(note: try log.checkpoint(), key: key)
        #expect(checkpoint == Checkpoint(conference: "crm", size: 0, root: Merkle.emptyRoot))
        #expect(
            try log.verify(checkpoint: checkpoint)
                == .holds(
                    VerifyReport(
                        conference: "crm", size: 0, root: Merkle.emptyRoot, lastRecordedAt: nil, closed: 0,
                        blobs: 0)))
    }

    @Test func `What was written is there again, signed and proved, after closing`() throws {
        try ActLog.create(folder: folder.path, conference: "crm")
        var log = try ActLog.open(folder: folder.path, access: .write)
        let writer = try log.writer(
            from: try log.replay(), onDurable: { _ in },
            onFailure: { error, _, _ in Issue.record("\(error)") })
        for ticket in 1...100 {
            writer.submit(
                WriteBatch(
                    ticket: UInt64(ticket), contents: [Sample.content(ticket)], recordedAt: Sample.start))
        }
        writer.stop()
        log.close()

        log = try ActLog.open(folder: folder.path, access: .write)
        defer { log.close() }
        var read: [String] = []
        let end = try log.replay { read += $0.map(\.content.id) }
        #expect(read == (1...100).map { "act-\($0)" } && end.lastRecordedAt == Sample.start)
        let note = try log.checkpoint()
        let checkpoint = try Checkpoint(note: note, key: try #require(log.keys?.verifier))
        #expect(checkpoint.size == 100 && checkpoint.root == end.edge.root)
        guard case .holds = try log.verify(checkpoint: checkpoint) else {
            Issue.record("the register fails against its own checkpoint")
            return
        }
        for sequence in [1, 50, 64, 65, 100] {
            let proof = try #require(try log.proof(sequence: sequence))
            #expect(proof.holds && proof.root == checkpoint.root && proof.size == 100)
        }
        #expect(try log.proof(sequence: 101) == nil)
        #expect(try log.proof(sequence: 0) == nil)
    }

    @Test func `A register rewritten whole in its own folder verifies alone and fails against a checkpoint`()
        throws
    {
        try makeRegister(folder, acts: 50)
        var log = try ActLog.open(folder: folder.path, access: .write)
        let key = try #require(log.keys?.verifier)
        let kept = try Checkpoint(note: try log.checkpoint(), key: key)
        log.close()
        let file = ActLog.file(of: folder.path)
        try FileManager.default.removeItem(atPath: file)
        try SQLiteStore.create(file: file)
        log = try ActLog.open(folder: folder.path, access: .write)
        defer { log.close() }
        try log.store.append(Sample.entries(60) { $0 == 7 ? Sample.content(700) : Sample.content($0) })
        guard case .holds = try log.verify() else {
            Issue.record("the rewritten register doesn't verify alone")
            return
        }
        #expect(
            try log.verify(checkpoint: kept)
                == .fails(VerifyFailure(file: file, lastGood: 60, damage: .checkpoint)))
    }

    @Test func `Both connections that write keep synchronous at FULL, and the file is in WAL mode`() throws {
        try makeRegister(folder, acts: 1)
        let store = try SQLiteStore(file: ActLog.file(of: folder.path), conference: "crm", access: .write)
        defer { store.close() }
        #expect(try store.durability() == ["wal 2", "wal 2"])
    }

    @Test func `A second server on the folder is refused and told who holds it; readers aren't`() throws {
        try makeRegister(folder, acts: 5)
        let server = try Child(arguments: ["hold", folder.path])
        #expect(server.line() == "held")
        let refusal = failure { _ = try ActLog.open(folder: folder.path, access: .write) }
        #expect(
            refusal
                == .locked(
                    file: folder.file("serving.lock"),
                    by: .server(process: Int(server.process.processIdentifier)))
        )
        let sentence = refusal?.sentence(spanish: false) ?? ""
        #expect(sentence.contains("serving.lock") && sentence.contains("stop that process"))
        let reader = try ActLog.open(folder: folder.path, access: .read)
        #expect(try reader.replay().size == 5)
        reader.close()
        _ = try Backup.write(data: folder.path, to: folder.file("copy"))
        #expect(server.finish().status == 0)
        let log = try ActLog.open(folder: folder.path, access: .write)
        log.close()
    }

    @Test func `A server that was killed leaves no lock behind`() throws {
        try makeRegister(folder, acts: 5)
        let server = try Child(arguments: ["hold", folder.path])
        #expect(server.line() == "held")
        kill(server.process.processIdentifier, SIGKILL)
        _ = server.finish()
        let log = try ActLog.open(folder: folder.path, access: .write)
        log.close()
    }

    @Test func `A reader sees what the server has written, while it writes`() throws {
        try makeRegister(folder, acts: 3)
        let log = try ActLog.open(folder: folder.path, access: .write)
        let reader = try ActLog.open(folder: folder.path, access: .read)
        try log.store.append(Array(Sample.entries(9)[3...]))
        #expect(try reader.store.head()?.sequence == 9)
        #expect(
            failure { try reader.store.append(Sample.entries(1)) }
                == .readOnlyFolder(file: ActLog.file(of: folder.path)))
        #expect(failure { _ = try reader.store.putBlob([1]) } != nil)
        reader.close()
        log.close()
    }

    @Test func `A file that another program has locked is named, and nothing is lost`() throws {
        try makeRegister(folder, acts: 3)
        let log = try ActLog.open(folder: folder.path, access: .write)
        let file = ActLog.file(of: folder.path)
        let other = try DatabaseQueue(path: file)
        // The store waits five seconds for the other to finish, then gives up.
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let refusal = failure { try log.store.append(Array(Sample.entries(4)[3...])) }
            #expect(refusal == .locked(file: file, by: .otherProgram))
            try database.execute(sql: "ROLLBACK")
        }
        try other.close()
        #expect(try log.store.head()?.sequence == 3)
        try log.store.append(Array(Sample.entries(4)[3...]))
        #expect(try log.replay().size == 4)
        log.close()
    }

    @Test(arguments: [false, true])
    func `Every error is a sentence that names its file and says what to do`(spanish: Bool) {
        let file = "/srv/puebla/register.sqlite"
        let errors: [StoreError] = [
            .readOnlyFolder(file: file), .unreadable(file: file), .diskFull(file: file),
            .locked(file: file, by: .server(process: 7)),
            .locked(file: file, by: .server(process: nil)),
            .locked(file: file, by: .otherProgram),
            .corrupt(file: file, lastGood: 41, damage: .page),
            .corrupt(file: file, lastGood: nil, damage: .root),
            .conflict(file: file), .uncertain(file: file, detail: "d"), .missing(file: file),
            .exists(file: file),
            .notEmpty(file: file), .foreign(file: file), .newer(file: file), .notDurable(file: file),
            .unstorable(file: file, id: "x"), .exposedKey(file: file), .wrongPassphrase(file: file),
            .stopped(file: file), .failed(file: file, detail: "d"),
        ]
        for error in errors {
            let sentence = error.sentence(spanish: spanish)
            #expect(error.file == file && sentence.contains(file), "\(error)")
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("`."), "\(error)")
            #expect(sentence.contains(":") || sentence.contains("."), "\(error)")
        }
        #expect(
            StoreError.corrupt(file: file, lastGood: 41, damage: .page).sentence(spanish: spanish).contains(
                "41"))
        #expect(StoreError.weakPassphrase(minimum: 12).sentence(spanish: spanish).contains("12"))
        #expect(StoreError.sealed(kind: "account", id: "7").sentence(spanish: spanish).contains("account/7"))
        let damages: [Damage] = [
            .page, .leaf, .root, .gap, .time, .form, .conference, .shortened, .log, .schema, .blob("ab"),
            .checkpoint,
        ]
        #expect(Set(damages.map { $0.phrase(spanish: spanish) }).count == damages.count)
    }
}
