import Crypto
import Foundation

/// A public key in C2SP's form: `name+hash+base64(0x01 ‖ key)`.
public struct VerifierKey: Sendable, Equatable {
    /// The key's name, `puebla/CONFERENCE`.
    public let name: String
    /// The 32 bytes of the Ed25519 public key.
    public let publicKey: [UInt8]

    /// The key of that name; nil when the name can't be one (empty, white space, `+`) or the key isn't 32 bytes.
    public init?(name: String, publicKey: [UInt8]) {
        guard Self.isName(name), publicKey.count == 32 else { return nil }
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads the text of a key, white space around it aside.
    public init?(text: String) {
        let parts = text.trimmingCharacters(in: .whitespacesAndNewlines)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let bytes = Data(base64Encoded: parts[2]), bytes.count == 33, bytes.first == 1
        else { return nil }
        self.init(name: parts[0], publicKey: Array(bytes.dropFirst()))
        guard Hex.bytes(parts[1]) == id else { return nil }
    }

    /// The text of the key.
    public var text: String {
        "\(name)+\(Hex.text(id))+\(Data([1] + publicKey).base64EncodedString())"
    }

    /// The four bytes by which a signature names its key: SHA-256(name ‖ newline ‖ 0x01 ‖ key), cut.
    var id: [UInt8] {
        Array(Hash.sha256(Array(name.utf8) + [0x0A, 0x01] + publicKey).bytes.prefix(4))
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains { $0.isWhitespace || $0 == "+" }
    }
}

/// A text with Ed25519 signatures below it, in C2SP's signed-note form.
public struct SignedNote: Sendable, Equatable {
    /// What is signed: lines, the last one ended.
    public let text: String
    /// The signature lines: name of the key, its four bytes with the signature.
    public let signatures: [Signature]

    /// One line below the text.
    public struct Signature: Sendable, Equatable {
        /// The key's name.
        public let name: String
        /// The key's four bytes and the signature.
        public let bytes: [UInt8]
    }

    /// The longest note that is read, in bytes.
    public static let maximumBytes = 64 << 10

    /// Signs `text`, which ends with a line end, under `name`.
    public init(text: String, name: String, key: Curve25519.Signing.PrivateKey) throws(CheckpointError) {
        guard let verifier = VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation)),
            let signature = try? key.signature(for: Array(text.utf8))
        else { throw .malformed }
        self.text = text
        signatures = [Signature(name: name, bytes: verifier.id + Array(signature))]
    }

    /// Reads a note; nothing is verified yet.
    public init(_ note: String) throws(CheckpointError) {
        // By bytes: what Swift sees as one character may hold a line end.
        let bytes = Array(note.utf8)
        guard bytes.count <= Self.maximumBytes, bytes.last == 0x0A,
            let gap = bytes.indices.dropFirst().last(where: { bytes[$0 - 1] == 0x0A && bytes[$0] == 0x0A })
        else { throw .malformed }
        text = String(decoding: bytes[..<gap], as: UTF8.self)
        var signatures: [Signature] = []
        for line in bytes[(gap + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            let parts = String(decoding: line, as: UTF8.self).split(
                separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", VerifierKey.isName(String(parts[1])),
                let bytes = Data(base64Encoded: String(parts[2])), bytes.count > 4, signatures.count < 64
            else { throw .malformed }
            signatures.append(Signature(name: String(parts[1]), bytes: Array(bytes)))
        }
        guard !signatures.isEmpty else { throw .malformed }
        self.signatures = signatures
    }

    /// Whether `key` signed the text. A signature that names the key and doesn't hold is a refusal, whatever
    /// stands beside it.
    public func isSigned(by key: VerifierKey) -> Bool {
        let own = signatures.filter { $0.name == key.name && $0.bytes.starts(with: key.id) }
        guard !own.isEmpty,
            let verifier = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey)
        else { return false }
        return own.allSatisfy { verifier.isValidSignature($0.bytes.dropFirst(4), for: Array(text.utf8)) }
    }

    /// The whole note.
    public var note: String {
        text + "\n"
            + signatures.map { "— \($0.name) \(Data($0.bytes).base64EncodedString())\n" }.joined()
    }
}
