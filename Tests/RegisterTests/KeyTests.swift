import Crypto
import Foundation
import Testing

@testable import Register

@Suite struct KeyTests {
    let folder = TemporaryFolder()
    let cheap = KeyBackup.Cost(rounds: 1 << 4, blockSize: 8, parallelism: 1)

    private func same(_ one: KeyRing?, _ other: KeyRing) -> Bool {
        guard let one else { return false }
        return one.conference == other.conference && one.sealingBytes == other.sealingBytes
            && one.signing.rawRepresentation == other.signing.rawRepresentation
    }

    private func mode(_ file: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func `Keys lie in files of their own, the secret ones for their owner alone`() throws {
        let keys = KeyRing(newFor: "crm")
        #expect(try KeyRing.load(data: folder.path) == nil)
        try keys.save(data: folder.path)
        #expect(same(try KeyRing.load(data: folder.path), keys))
        #expect(try mode(folder.file("keys/checkpoint.key")) == 0o600)
        #expect(try mode(folder.file("keys/sealing.key")) == 0o600)
        #expect(try KeyRing.publicKey(data: folder.path) == keys.verifier)
        #expect(
            failure { try keys.save(data: folder.path) } == .exists(file: folder.file("keys/checkpoint.key")))
    }

    @Test func `A secret key that others can read is refused`() throws {
        try KeyRing(newFor: "crm").save(data: folder.path)
        let file = folder.file("keys/sealing.key")
        chmod(file, 0o640)
        #expect(failure { _ = try KeyRing.load(data: folder.path) } == .exposedKey(file: file))
    }

    @Test(arguments: ["", "PRIVATE+KEY+puebla/crm+00000000+AAAA\n", "\u{0}\u{1}"])
    func `A key file that isn't one is named`(text: String) throws {
        try KeyRing(newFor: "crm").save(data: folder.path)
        let file = folder.file("keys/checkpoint.key")
        try Files.replace(file, with: Array(text.utf8), mode: 0o600)
        #expect(failure { _ = try KeyRing.load(data: folder.path) } == .foreign(file: file))
    }

    @Test func `Keys are backed up under a passphrase and restored into another folder`() throws {
        let keys = KeyRing(newFor: "crm")
        let backup = folder.file("keys.backup")
        #expect(
            failure {
                try KeyBackup.write(data: folder.path, to: backup, passphrase: "correct horse battery")
            }
                == .missing(file: folder.file("keys")))
        try keys.save(data: folder.path)
        try KeyBackup.write(data: folder.path, to: backup, passphrase: "correct horse bátery")
        #expect(try mode(backup) == 0o600)
        #expect(
            failure {
                try KeyBackup.write(data: folder.path, to: backup, passphrase: "correct horse battery")
            }
                == .exists(file: backup))
        let other = TemporaryFolder()
        #expect(
            failure { try KeyBackup.restore(backup, data: other.path, passphrase: "another one again") }
                == .wrongPassphrase(file: backup))
        #expect(try KeyRing.load(data: other.path) == nil)
        // The same accent, typed as two code points.
        try KeyBackup.restore(backup, data: other.path, passphrase: "correct horse ba\u{301}tery")
        #expect(same(try KeyRing.load(data: other.path), keys))
        let secrets = [keys.sealingBytes, Array(keys.signing.rawRepresentation)]
        let bytes = try #require(try Files.read(backup))
        for secret in secrets {
            #expect(Data(bytes).range(of: Data(secret)) == nil)
            #expect(!String(decoding: bytes, as: UTF8.self).contains(Data(secret).base64EncodedString()))
        }
    }

    @Test func `A key backup that was changed in any line doesn't open`() throws {
        let passphrase = "correct horse battery"
        let text = try KeyBackup.seal(KeyRing(newFor: "crm"), passphrase: passphrase, cost: cheap)
        #expect(try KeyBackup.open(text, passphrase: passphrase, file: "f").conference == "crm")
        for changed in [
            text.replacing("\ncrm\n", with: "\ncsm\n"), text.replacing("\n16 8 1\n", with: "\n32 8 1\n"),
            text.replacing("\n16 8 1\n", with: "\n4194304 8 1\n"),
            text.replacing("\n16 8 1\n", with: "\n15 8 1\n"),
        ] {
            #expect(
                failure { _ = try KeyBackup.open(changed, passphrase: passphrase, file: "f") }
                    == .wrongPassphrase(file: "f"))
        }
        for foreign in ["", "puebla-keys-1\n", "another file", String(text.dropLast(30))] {
            #expect(failure { _ = try KeyBackup.open(foreign, passphrase: passphrase, file: "f") } != nil)
        }
        #expect(
            failure { _ = try KeyBackup.seal(KeyRing(newFor: "crm"), passphrase: "short", cost: cheap) }
                == .weakPassphrase(minimum: 12))
    }

    @Test(arguments: Driver.allCases)
    func `Records are sealed, bound to their place, and lost with the key`(driver: Driver) throws {
        let store = try driver.store(folder)
        let keys = KeyRing(newFor: "crm")
        let vault = RecordVault(store: store, key: keys.sealing)
        let person = Array("Ana María, ana@example.org".utf8)
        try vault.put(kind: "account", id: "7f", person)
        #expect(try vault.get(kind: "account", id: "7f") == person)
        #expect(try vault.get(kind: "account", id: "80") == nil)
        let sealed = try #require(try store.record(kind: "account", id: "7f"))
        #expect(Data(sealed).range(of: Data("ana@".utf8)) == nil)
        try vault.put(kind: "account", id: "7f", person)
        #expect(try store.record(kind: "account", id: "7f") != sealed)
        try store.putRecord(kind: "account", id: "81", bytes: sealed)
        #expect(
            failure { _ = try vault.get(kind: "account", id: "81") } == .sealed(kind: "account", id: "81"))
        #expect(try vault.lost().map(\.id) == ["81"])
        let stranger = RecordVault(store: store, key: SymmetricKey(size: .bits256))
        #expect(try stranger.lost().map(\.id) == ["7f", "81"])
        #expect(try vault.delete(kind: "account", id: "7f"))
        #expect(try vault.ids(kind: "account") == ["81"])
    }

    @Test func `A deleted record leaves nothing in the files`() throws {
        let store = try Driver.sqlite.store(folder)
        let sealed = (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
        try store.putRecord(kind: "case", id: "1", bytes: sealed)
        #expect(try filesContain(Array(sealed[100..<160])))
        try store.deleteRecord(kind: "case", id: "1")
        #expect(try !filesContain(Array(sealed[100..<160])))
    }

    private func filesContain(_ bytes: [UInt8]) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
            try Data(contentsOf: URL(fileURLWithPath: folder.file(name))).range(of: Data(bytes)) != nil
        }
    }
}
