import Crypto
import Foundation

/// The keys of a data folder, in `<data>/keys`: outside the register and outside its backup.
///
/// `checkpoint.pub` is for everybody; `checkpoint.key` (signing, in C2SP's form) and `sealing.key` (32 bytes in
/// hex) are for the server alone, mode 0600.
public struct KeyRing: Sendable {
    /// The conference the keys were made for.
    public let conference: String
    /// Signs checkpoints.
    public let signing: Curve25519.Signing.PrivateKey
    /// Seals records.
    public let sealing: SymmetricKey

    /// New keys of the system's random generator.
    public init(newFor conference: String) {
        self.init(
            conference: conference, signing: Curve25519.Signing.PrivateKey(),
            sealing: SymmetricKey(size: .bits256))
    }

    /// Keys made of their parts.
    public init(conference: String, signing: Curve25519.Signing.PrivateKey, sealing: SymmetricKey) {
        self.conference = conference
        self.signing = signing
        self.sealing = sealing
    }

    /// The public key by which anybody verifies this register's checkpoints; nil when the conference's name
    /// can't stand in one (white space or `+`).
    public var verifier: VerifierKey? {
        VerifierKey(
            name: Checkpoint.origin(of: conference), publicKey: Array(signing.publicKey.rawRepresentation))
    }

    /// Where the keys of the folder `data` lie.
    public static func folder(of data: String) -> String { data + "/keys" }
    /// The public key's file.
    public static func publicFile(of data: String) -> String { folder(of: data) + "/checkpoint.pub" }
    private static func signingFile(of data: String) -> String { folder(of: data) + "/checkpoint.key" }
    private static func sealingFile(of data: String) -> String { folder(of: data) + "/sealing.key" }

    /// Writes the keys into the folder `data`; `.exists` when there are secret keys already.
    public func save(data: String) throws(StoreError) {
        let files = [Self.signingFile(of: data), Self.sealingFile(of: data)]
        for file in files where Files.exists(file) { throw .exists(file: file) }
        guard let verifier else { throw .foreign(file: Self.publicFile(of: data)) }
        try Files.makeFolder(Self.folder(of: data), mode: 0o700)
        let secret = signing.rawRepresentation
        let line =
            "PRIVATE+KEY+\(verifier.name)+\(Hex.text(verifier.id))+"
            + "\(Data([1] + secret).base64EncodedString())\n"
        // The signing key last: with it the ring is complete.
        try Files.replace(Self.publicFile(of: data), with: Array((verifier.text + "\n").utf8))
        try Files.replace(files[1], with: Array((Hex.text(sealingBytes) + "\n").utf8), mode: 0o600)
        try Files.replace(files[0], with: Array(line.utf8), mode: 0o600)
    }

    /// Reads the keys of the folder `data`; nil when there are none. Refuses keys that others can read.
    public static func load(data: String) throws(StoreError) -> KeyRing? {
        let signingFile = signingFile(of: data)
        let sealingFile = sealingFile(of: data)
        guard let signingText = try secret(signingFile), let sealingText = try secret(sealingFile) else {
            return nil
        }
        let parts = signingText.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", parts[2].hasPrefix("puebla/"),
            let bytes = Data(base64Encoded: parts[4]), bytes.count == 33, bytes.first == 1,
            let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst())
        else { throw .foreign(file: signingFile) }
        let keys = KeyRing(
            conference: String(parts[2].dropFirst("puebla/".count)), signing: signing,
            sealing: try sealingKey(sealingText, sealingFile))
        guard let verifier = keys.verifier, Hex.text(verifier.id) == parts[3] else {
            throw .foreign(file: signingFile)
        }
        return keys
    }

    /// The public key in the folder `data`, secret keys or not; nil when there is none.
    public static func publicKey(data: String) throws(StoreError) -> VerifierKey? {
        let file = publicFile(of: data)
        guard let bytes = try Files.read(file, limit: 4096) else { return nil }
        guard let key = VerifierKey(text: String(decoding: bytes, as: UTF8.self)) else {
            throw .foreign(file: file)
        }
        return key
    }

    var sealingBytes: [UInt8] { sealing.withUnsafeBytes { Array($0) } }

    private static func sealingKey(_ text: String, _ file: String) throws(StoreError) -> SymmetricKey {
        guard let bytes = Hex.bytes(text), bytes.count == 32 else { throw .foreign(file: file) }
        return SymmetricKey(data: bytes)
    }

    private static func secret(_ file: String) throws(StoreError) -> String? {
        guard let bytes = try Files.read(file, limit: 4096) else { return nil }
        var status = stat()
        guard stat(file, &status) == 0 else { throw Files.failure(file, errno) }
        guard status.st_mode & 0o077 == 0 else { throw .exposedKey(file: file) }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
