import Crypto
import CryptoExtras
import Foundation

/// The secret keys in one file under a passphrase: scrypt makes the key, ChaChaPoly seals.
///
/// Text in lines, so that it can be printed: `puebla-keys-1`, the conference, the cost `n r p`, salt and box in
/// base64. The first three lines and the salt are authenticated with the box.
public enum KeyBackup {
    /// What guessing a passphrase costs. `rounds` a power of two, at most 2^20.
    public struct Cost: Sendable {
        /// scrypt's N.
        public var rounds: Int
        /// scrypt's r.
        public var blockSize: Int
        /// scrypt's p.
        public var parallelism: Int

        /// 128 MiB and some tenths of a second for each guess.
        public static let normal = Cost(rounds: 1 << 17, blockSize: 8, parallelism: 1)

        /// A cost made of scrypt's three numbers.
        public init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// Bounded on reading: a file from elsewhere must not ask for all the memory.
        var isBearable: Bool {
            rounds >= 2 && rounds <= 1 << 20 && rounds.nonzeroBitCount == 1 && (1...16).contains(blockSize)
                && (1...4).contains(parallelism)
        }
    }

    /// The shortest passphrase that is taken, in characters.
    public static let minimumPassphrase = 12
    private static let mark = "puebla-keys-1"

    /// The text of the backup.
    public static func seal(
        _ keys: KeyRing, passphrase: String, cost: Cost = .normal
    ) throws(StoreError) -> String {
        guard passphrase.count >= minimumPassphrase else { throw .weakPassphrase(minimum: minimumPassphrase) }
        let salt = Salt.random()
        let head = """
            \(mark)
            \(keys.conference)
            \(cost.rounds) \(cost.blockSize) \(cost.parallelism)
            \(Data(salt).base64EncodedString())
            """
        let secrets = Array(keys.signing.rawRepresentation) + keys.sealingBytes
        guard let key = key(passphrase, salt, cost),
            let box = try? ChaChaPoly.seal(secrets, using: key, authenticating: Array(head.utf8))
        else { throw .failed(file: "keys", detail: "scrypt") }
        return head + "\n" + box.combined.base64EncodedString() + "\n"
    }

    /// The keys in the text `backup`; `file` is what an error names.
    public static func open(_ backup: String, passphrase: String, file: String) throws(StoreError) -> KeyRing
    {
        let lines = backup.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 5, lines[0] == mark else { throw .foreign(file: file) }
        let numbers = lines[2].split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3, let salt = Data(base64Encoded: lines[3]), salt.count == 16,
            let combined = Data(base64Encoded: lines[4]),
            let box = try? ChaChaPoly.SealedBox(combined: combined)
        else { throw .foreign(file: file) }
        let cost = Cost(rounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        let head = lines[..<4].joined(separator: "\n")
        guard cost.isBearable, let key = key(passphrase, Array(salt), cost),
            let secrets = try? ChaChaPoly.open(box, using: key, authenticating: Array(head.utf8)),
            secrets.count == 64,
            let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: secrets.prefix(32))
        else { throw .wrongPassphrase(file: file) }
        return KeyRing(
            conference: lines[1], signing: signing, sealing: SymmetricKey(data: secrets.suffix(32)))
    }

    /// Writes the keys of the folder `data` to `file`, mode 0600; neither is overwritten.
    public static func write(
        data: String, to file: String, passphrase: String, cost: Cost = .normal
    ) throws(StoreError) {
        guard let keys = try KeyRing.load(data: data) else { throw .missing(file: KeyRing.folder(of: data)) }
        if Files.exists(file) { throw .exists(file: file) }
        try Files.replace(
            file, with: Array(try seal(keys, passphrase: passphrase, cost: cost).utf8), mode: 0o600)
    }

    /// Puts the keys in `file` into the folder `data`, which has none yet.
    @discardableResult
    public static func restore(_ file: String, data: String, passphrase: String) throws(StoreError) -> KeyRing
    {
        guard let bytes = try Files.read(file, limit: 64 << 10) else { throw .missing(file: file) }
        let keys = try open(String(decoding: bytes, as: UTF8.self), passphrase: passphrase, file: file)
        try keys.save(data: data)
        return keys
    }

    private static func key(_ passphrase: String, _ salt: [UInt8], _ cost: Cost) -> SymmetricKey? {
        // One spelling of an accent, however the keyboard makes it.
        let bytes = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        return try? KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
    }
}
