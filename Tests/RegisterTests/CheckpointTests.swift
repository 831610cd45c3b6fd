import Crypto
import Foundation
import Testing

@testable import Register

@Suite struct CheckpointTests {
    let keys = KeyRing(newFor: "crm")
    let root = Hash.sha256([1, 2, 3])

    /// The example of the Go module golang.org/x/mod/sumdb/note, which the C2SP text took over.
    @Test func `A foreign note with a foreign key verifies`() throws {
        let key = try #require(
            VerifierKey(text: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let text = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        let note = try SignedNote(text)
        #expect(note.isSigned(by: key))
        #expect(note.note == text)
        #expect(key.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        let changed = try SignedNote(text.replacing("problem is", with: "problem was"))
        #expect(!changed.isSigned(by: key))
    }

    @Test func `A checkpoint is origin, size and root, signed under the origin's name`() throws {
        let note = try Checkpoint(conference: "crm", size: 42, root: root).signed(by: keys.signing)
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "puebla/crm" && lines[1] == "42")
        #expect(String(lines[2]) == Data(root.bytes).base64EncodedString())
        #expect(lines[3] == "" && lines[4].hasPrefix("— puebla/crm ") && lines[5] == "")
        let key = try #require(keys.verifier)
        #expect(key.name == "puebla/crm")
        #expect(
            try Checkpoint(note: note, key: key) == Checkpoint(conference: "crm", size: 42, root: root))
    }

    @Test func `A checkpoint is read from a file that was kept`() throws {
        let folder = TemporaryFolder()
        let key = try #require(keys.verifier)
        let checkpoint = Checkpoint(conference: "crm", size: 7, root: root)
        let file = folder.file("kept")
        try Files.replace(file, with: Array(try checkpoint.signed(by: keys.signing).utf8))
        #expect(try Checkpoint(file: file, key: key) == checkpoint)
        #expect(throws: CheckpointError.unreadable(file: folder.path)) {
            try Checkpoint(file: folder.path, key: key)
        }
        #expect(throws: CheckpointError.unreadable(file: file + "x")) {
            try Checkpoint(file: file + "x", key: key)
        }
    }

    @Test func `A checkpoint that was changed, or is another's, isn't believed`() throws {
        let key = try #require(keys.verifier)
        let note = try Checkpoint(conference: "crm", size: 42, root: root).signed(by: keys.signing)
        let stranger = KeyRing(newFor: "crm")
        #expect(throws: CheckpointError.badSignature(name: "puebla/crm")) {
            try Checkpoint(note: note.replacing("\n42\n", with: "\n43\n"), key: key)
        }
        #expect(throws: CheckpointError.badSignature(name: "puebla/crm")) {
            try Checkpoint(note: note, key: try #require(stranger.verifier))
        }
        #expect(throws: CheckpointError.otherOrigin(expected: "puebla/csm", found: "puebla/crm")) {
            try Checkpoint(note: note, key: try #require(KeyRing(newFor: "csm").verifier))
        }
        // A second signature by the same key that doesn't hold spoils the first.
        let line = try #require(note.split(separator: "\n").last)
        let broken = String(line.dropLast(8)) + "AAAAAAA="
        #expect(throws: CheckpointError.badSignature(name: "puebla/crm")) {
            try Checkpoint(note: note + broken + "\n", key: key)
        }
        // Another's beside it does no harm.
        let other = try Checkpoint(conference: "witness", size: 42, root: root).signed(by: stranger.signing)
        let witness = try #require(other.split(separator: "\n").last)
        #expect(try Checkpoint(note: note + witness + "\n", key: key).size == 42)
    }

    @Test(arguments: [
        "", "\n", "puebla/crm", "puebla/crm\n1\n", "puebla/crm\n1\nAAAA\n\n— a b\n", "puebla/crm\n-1\n",
        "puebla/crm\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— puebla/crm AAAAAAAA\n",
        "puebla/crm\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— puebla/crm AAAAAAAA",
        "puebla/crm\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- puebla/crm AAAAAAAA\n",
        "puebla/crm\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— puebla/crm  AAAAAAAA\n",
        "puebla/crm\r\n1\r\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n\r\n— puebla/crm AAAAAAAA\r\n",
    ])
    func `What isn't a checkpoint is said to be none`(text: String) throws {
        let key = try #require(keys.verifier)
        #expect(throws: CheckpointError.malformed) { try Checkpoint(note: text, key: key) }
    }

    @Test(arguments: [
        "", "a+b", "puebla/crm+00000000+AAAA",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func `What isn't a key is said to be none`(text: String) {
        #expect(VerifierKey(text: text) == nil)
        #expect(throws: CheckpointError.badKey) { try VerifierKey(textOrFile: text + "/nowhere") }
    }

    @Test func `A key is taken as text or from its file`() throws {
        let folder = TemporaryFolder()
        try keys.save(data: folder.path)
        let key = try #require(keys.verifier)
        #expect(try VerifierKey(textOrFile: key.text) == key)
        #expect(try VerifierKey(textOrFile: KeyRing.publicFile(of: folder.path)) == key)
        #expect(KeyRing(newFor: "two words").verifier == nil)
    }

    @Test(arguments: [true, false])
    func `Every complaint is a sentence`(spanish: Bool) {
        let errors: [CheckpointError] = [
            .malformed, .badKey, .unreadable(file: "f"), .otherOrigin(expected: "a", found: "b"),
            .badSignature(name: "n"),
        ]
        #expect(errors.allSatisfy { $0.sentence(spanish: spanish).hasSuffix(".") })
    }
}
