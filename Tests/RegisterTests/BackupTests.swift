import Crypto
import Foundation
import Testing

@testable import Register

@Suite struct BackupTests {
    let folder = TemporaryFolder()
    let data: String

    init() {
        data = folder.file("data")
    }

    @Test func `A backup made beside a running server restores to the same register`() throws {
        try ActLog.create(folder: data, conference: "crm")
        let log = try ActLog.open(folder: data, access: .write)
        try log.store.append(Sample.entries(300))
        let blob = try log.store.putBlob(Array("editions".utf8))
        let vault = try #require(log.vault)
        try vault.put(kind: "account", id: "1", Array("Ana".utf8))
        let backup = folder.file("backup.puebla")
        let report = try Backup.write(data: data, to: backup)
        #expect(report.size == 300 && report.blobs == 1 && report.root == Sample.entries(300)[299].root)
        // The server goes on meanwhile.
        try log.store.append(Array(Sample.entries(301)[300...]))
        #expect(failure { _ = try Backup.write(data: data, to: backup) } == .exists(file: backup))

        let restored = folder.file("restored")
        #expect(try Backup.restore(backup, data: restored) == report)
        #expect(try FileManager.default.contentsOfDirectory(atPath: restored) == ["register.sqlite"])
        let copy = try ActLog.open(folder: restored, access: .write)
        defer { copy.close() }
        #expect(copy.conference == "crm" && copy.keys == nil)
        #expect(try copy.store.entries(from: 1, limit: 400) == Sample.entries(300))
        #expect(try copy.store.blob(blob) == Array("editions".utf8))
        #expect(
            failure { _ = try copy.checkpoint() }
                == .missing(file: restored + "/keys/checkpoint.key"))
        // With new keys the record is reported as lost, with the old ones it is there.
        #expect(try RecordVault(store: copy.store, key: KeyRing(newFor: "crm").sealing).lost().count == 1)
        let keys = try #require(log.keys)
        #expect(try RecordVault(store: copy.store, key: keys.sealing).get(kind: "account", id: "1") != nil)
        log.close()
        // And it is a register to write to.
        try copy.store.append(Array(Sample.entries(301)[300...]))
        #expect(try copy.replay().size == 301)
    }

    @Test func `No secret key is in a backup`() throws {
        try makeRegister(TemporaryFolder(), acts: 0)
        try ActLog.create(folder: data, conference: "crm")
        let backup = folder.file("backup.puebla")
        _ = try Backup.write(data: data, to: backup)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        let keys = try #require(try KeyRing.load(data: data))
        for secret in [
            Data(keys.sealingBytes), Data(Hex.text(keys.sealingBytes).utf8), keys.signing.rawRepresentation,
        ] {
            #expect(bytes.range(of: secret) == nil)
        }
    }

    @Test func `Restoring refuses a folder that isn't empty and a file that is no backup`() throws {
        try ActLog.create(folder: data, conference: "crm")
        let backup = folder.file("backup.puebla")
        _ = try Backup.write(data: data, to: backup)
        #expect(failure { _ = try Backup.restore(backup, data: data) } == .notEmpty(file: data))
        let fresh = folder.file("fresh")
        let none = folder.file("none")
        #expect(failure { _ = try Backup.restore(none, data: fresh) } == .missing(file: none))
        #expect(!FileManager.default.fileExists(atPath: fresh))
        let text = folder.file("text")
        try Data("this is no backup, but a text".utf8).write(to: URL(fileURLWithPath: text))
        guard case .corrupt(file: text, _, .page)? = failure({ _ = try Backup.restore(text, data: fresh) })
        else {
            Issue.record("a text was restored")
            return
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: fresh).isEmpty)
    }

    @Test func `A backup that was changed isn't restored, and the first act that doesn't match is named`()
        throws
    {
        let source = TemporaryFolder()
        try makeRegister(source, acts: 30)
        let backup = folder.file("backup.puebla")
        _ = try Backup.write(data: source.path, to: backup)
        try Tampering.change(backup, "UPDATE acts SET actor = 'member/CRI' WHERE sequence = 12")
        #expect(
            failure { _ = try Backup.restore(backup, data: data) }
                == .corrupt(file: backup, lastGood: 11, damage: .leaf))
        #expect(try FileManager.default.contentsOfDirectory(atPath: data).isEmpty)
    }
}
