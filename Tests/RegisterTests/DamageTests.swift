import Foundation
import GRDB
import Synchronization
import Testing

@testable import Register

/// A register that was damaged is detected, the last good act named, and nothing repaired.
@Suite struct DamageTests {
    let folder = TemporaryFolder()
    var file: String { ActLog.file(of: folder.path) }

    private func opening(snapshotFormat: Int? = nil) -> StoreError? {
        failure {
            let log = try ActLog.open(folder: folder.path, access: .write, snapshotFormat: snapshotFormat)
            defer { log.close() }
            _ = try log.replay(after: log.snapshot)
        }
    }

    @Test(arguments: [
        ("UPDATE acts SET body = CAST('{}' AS BLOB) WHERE sequence = 31", Damage.leaf),
        ("UPDATE acts SET recorded_at = '2026-11-21T08:40:30.000031Z' WHERE sequence = 31", .leaf),
        ("UPDATE acts SET id = 'other' WHERE sequence = 31", .leaf),
        ("UPDATE acts SET salt = x'00' WHERE sequence = 31", .form),
        ("UPDATE acts SET root = leaf WHERE sequence = 31", .root),
        ("UPDATE acts SET leaf = root WHERE sequence = 31", .leaf),
        ("UPDATE acts SET body = 'text' WHERE sequence = 31", .form),
        ("UPDATE acts SET version = 'two' WHERE sequence = 31", .form),
        ("UPDATE acts SET recorded_at = 'yesterday' WHERE sequence = 31", .form),
        ("UPDATE acts SET actor = CAST(x'C3' AS TEXT) WHERE sequence = 31", .form),
        ("UPDATE acts SET leaf = x'00' WHERE sequence = 31", .form),
        ("DELETE FROM acts WHERE sequence = 31", .gap),
        ("UPDATE acts SET conference = 'csm' WHERE sequence = 31", .gap),
        ("UPDATE acts SET sequence = 1000 WHERE sequence = 31", .gap),
    ])
    func `A row changed behind its back is named on opening`(sql: String, damage: Damage) throws {
        try makeRegister(folder, acts: 60)
        try Tampering.change(file, sql)
        let found = StoreError.corrupt(file: file, lastGood: 30, damage: damage)
        #expect(opening() == found)
        #expect(
            try ActLog.verify(folder: folder.path)
                == .fails(VerifyFailure(file: file, lastGood: 30, damage: damage)))
    }

    @Test(arguments: [("'csm', 1", Damage.conference), ("'crm', 0", .gap), ("'crm', 10", .gap)])
    func `A row that was put in where nobody looks is damage`(place: String, damage: Damage) throws {
        try makeRegister(folder, acts: 8)
        try Tampering.change(
            file,
            """
            INSERT INTO acts SELECT \(place), recorded_at, 'other', actor, kind, version, body, salt, leaf, root
            FROM acts WHERE sequence = 1
            """)
        #expect(opening() == .corrupt(file: file, lastGood: 8, damage: damage))
    }

    @Test func `Triggers that are gone are damage, even when every act still verifies`() throws {
        try makeRegister(folder, acts: 8)
        try Tampering.change(file, "SELECT 1", restoringTriggers: false)
        #expect(opening() == .corrupt(file: file, lastGood: 8, damage: .schema))
    }

    @Test func `An act can't be changed or deleted by way of the database`() throws {
        try makeRegister(folder, acts: 3)
        let queue = try DatabaseQueue(path: file)
        for sql in ["UPDATE acts SET actor = 'x'", "DELETE FROM acts", "DELETE FROM acts WHERE sequence = 3"]
        {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        }
        try queue.close()
        #expect(opening() == nil)
    }

    @Test func `A corrupt page is detected wherever it lies, and never passed over`() throws {
        try makeRegister(folder, acts: 200)
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let pages = whole.count / 4096
        #expect(pages >= 20)
        for page in 0..<pages {
            var bytes = whole
            for index in (page * 4096)..<(page * 4096 + 4096) { bytes[index] ^= 0xA5 }
            try bytes.write(to: URL(fileURLWithPath: file))
            guard case .corrupt(file, let lastGood, _)? = opening() else {
                Issue.record("page \(page) of \(pages) was passed over")
                continue
            }
            // Only the first page can take every act with it: the head of the file is there.
            #expect((0...200).contains(lastGood ?? 0) && (lastGood != nil || page < 2))
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
        }
        try whole.write(to: URL(fileURLWithPath: file))
        #expect(opening() == nil)
    }

    /// A register as a killed server leaves it: 30 acts, each a commit of its own, still in the log.
    private func abandoned() throws {
        let source = TemporaryFolder()
        try ActLog.create(folder: source.path, conference: "crm")
        let log = try ActLog.open(folder: source.path, access: .write)
        for entry in Sample.entries(30) { try log.store.append([entry]) }
        for name in ["register.sqlite", "register.sqlite-wal", "keys"] {
            try FileManager.default.copyItem(atPath: source.file(name), toPath: folder.file(name))
        }
        log.close()
    }

    @Test func `A write-ahead log that is broken before its end is damage, a torn end is not`() throws {
        try abandoned()
        let wal = file + "-wal"
        let whole = try Data(contentsOf: URL(fileURLWithPath: wal))
        let database = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(whole.count > 60 * 4096)
        for offset in [0, 20, 30, 32 + 20 * 4120 + 500, 32 + 40 * 4120 + 18] {
            try Tampering.flip(wal, at: offset)
            guard case .corrupt(file, let lastGood?, .log)? = opening() else {
                Issue.record("a log broken at \(offset) was passed over: \(String(describing: opening()))")
                continue
            }
            #expect(lastGood < 30)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == database)
            try whole.write(to: URL(fileURLWithPath: wal))
        }
        // What a power cut leaves: the last commit in pieces.
        try Tampering.flip(wal, at: whole.count - 3000)
        #expect(opening() == nil)
        let log = try ActLog.open(folder: folder.path, access: .write)
        #expect(try log.replay().size == 29)
        log.close()
    }

    @Test func `A single flipped byte in an act is named`() throws {
        try makeRegister(folder, acts: 200)
        let offset = try #require(try Tampering.find("sesión 150", in: file))
        try Tampering.flip(file, at: offset + 9)
        #expect(
            opening() == .corrupt(file: file, lastGood: 149, damage: .leaf)
                || opening() == .corrupt(file: file, lastGood: 149, damage: .form))
    }

    @Test(arguments: [0, 1, 50, 99, 100, 4096, 8192, 20000, 40961])
    func `A truncated file is refused`(size: Int) throws {
        try makeRegister(folder, acts: 200)
        #expect(try Tampering.size(file) > 50000)
        try Tampering.truncate(file, to: size)
        guard case .corrupt(file, _, _)? = opening() else {
            Issue.record("a file cut to \(size) bytes was opened: \(String(describing: opening()))")
            return
        }
        #expect(try Tampering.size(file) == size)
        guard case .fails = try ActLog.verify(folder: folder.path) else {
            Issue.record("a file cut to \(size) bytes verified")
            return
        }
        guard let sentence = opening()?.sentence(spanish: true) else { return }
        #expect(sentence.contains("puebla restore") && sentence.contains(file))
    }

    @Test func `Damage before the snapshot is found by the background check, which stops the writer`() throws
    {
        try makeRegister(folder, acts: 3000)
        let saved = Snapshot(edge: Sample.edge(Sample.entries(2990)), formatVersion: 1, bytes: [9])
        var log = try ActLog.open(folder: folder.path, access: .write)
        try log.store.saveSnapshot(saved)
        log.close()
        try Tampering.change(file, "UPDATE acts SET actor = 'member/CRI' WHERE sequence = 1234")

        log = try ActLog.open(folder: folder.path, access: .write, snapshotFormat: 1)
        #expect(log.snapshot == saved)
        let end = try log.replay(after: log.snapshot)
        #expect(end.size == 3000)
        let lost = Mutex<[UInt64]>([])
        let found = Mutex<StoreError?>(nil)
        let writer = try log.writer(
            from: end, onDurable: { _ in }, onFailure: { _, _, tickets in lost.withLock { $0 += tickets } })
        let check = log.check(stopping: writer) { error in found.withLock { $0 = error } }
        check.wait()
        let damage = StoreError.corrupt(file: file, lastGood: 1233, damage: .leaf)
        #expect(check.damage == damage && found.withLock { $0 } == damage && writer.failure == damage)
        writer.submit(WriteBatch(ticket: 5, contents: [Sample.content(9999)], recordedAt: 0))
        writer.stop()
        #expect(lost.withLock { $0 } == [5])
        #expect(try log.store.head()?.sequence == 3000)
        #expect(try log.verify() == .fails(VerifyFailure(file: file, lastGood: 1233, damage: .leaf)))
        log.close()
    }

    @Test func `A whole register passes the background check`() throws {
        try makeRegister(folder, acts: 500)
        let store = try SQLiteStore(file: file, conference: "crm", access: .read)
        let answers = Mutex<[StoreError?]>([])
        let check = BackgroundCheck(store: store, upTo: Sample.edge(Sample.entries(400)), pause: 0) { error in
            answers.withLock { $0.append(error) }
        }
        check.wait()
        #expect(check.damage == nil && answers.withLock { $0 } == [nil])
        let other = BackgroundCheck(
            store: store, upTo: Sample.edge(Sample.entries(400, conference: "csm")), pause: 0
        ) { _ in }
        other.wait()
        #expect(other.damage == .corrupt(file: file, lastGood: 0, damage: .root))
        let stopped = BackgroundCheck(store: store, upTo: Sample.edge(Sample.entries(400))) { _ in }
        stopped.stop()
        store.close()
    }

    @Test func `A snapshot that doesn't fit is left aside, and one that knows more acts is a loss`() throws {
        try makeRegister(folder, acts: 20)
        var log = try ActLog.open(folder: folder.path, access: .write)
        let other = Sample.edge(Sample.entries(10) { Sample.content($0 + 100) })
        try log.store.saveSnapshot(Snapshot(edge: other, formatVersion: 1, bytes: []))
        let longer = Sample.edge(Sample.entries(25))
        try log.store.saveSnapshot(Snapshot(edge: longer, formatVersion: 2, bytes: []))
        try log.store.saveSnapshot(
            Snapshot(edge: Sample.edge(Sample.entries(15)), formatVersion: 3, bytes: Array(0..<200)))
        log.close()
        log = try ActLog.open(folder: folder.path, access: .write, snapshotFormat: 1)
        #expect(log.snapshot == nil)
        #expect(try log.replay(after: log.snapshot).size == 20)
        log.close()
        #expect(opening(snapshotFormat: 2) == .corrupt(file: file, lastGood: 20, damage: .shortened))
        // A snapshot with any byte changed is none.
        let saved = folder.file("snapshots/state-3.snapshot")
        for offset in stride(from: 0, to: try Tampering.size(saved), by: 7) {
            try Tampering.flip(saved, at: offset)
            log = try ActLog.open(folder: folder.path, access: .write, snapshotFormat: 3)
            #expect(log.snapshot == nil)
            log.close()
            try Tampering.flip(saved, at: offset)
        }
        log = try ActLog.open(folder: folder.path, access: .write, snapshotFormat: 3)
        #expect(log.snapshot?.bytes == Array(0..<200))
        var read: [Int] = []
        _ = try log.replay(after: log.snapshot) { read += $0.map(\.sequence) }
        #expect(read == [16, 17, 18, 19, 20])
        log.close()
    }

    @Test func `A blob that isn't what its name says is found`() throws {
        try makeRegister(folder, acts: 2)
        let log = try ActLog.open(folder: folder.path, access: .write)
        let name = try log.store.putBlob(Array("carta".utf8))
        log.close()
        let queue = try DatabaseQueue(path: file)
        try queue.write { try $0.execute(sql: "UPDATE blobs SET bytes = x'00'") }
        try queue.close()
        let again = try ActLog.open(folder: folder.path, access: .read)
        defer { again.close() }
        #expect(
            failure { _ = try again.store.blob(name) }
                == .corrupt(file: file, lastGood: 2, damage: .blob(name)))
        #expect(
            try again.verify() == .fails(VerifyFailure(file: file, lastGood: 2, damage: .blob(name))))
    }

    @Test func `A file of another kind, or of a later version, is said to be that`() throws {
        try makeRegister(folder, acts: 1)
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(opening() == .newer(file: file))
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 1") }
        #expect(opening() == .foreign(file: file))
        try queue.close()
        let empty = TemporaryFolder()
        #expect(
            failure { _ = try ActLog.open(folder: empty.path, access: .read) }
                == .missing(file: empty.file("register.sqlite")))
    }
}
