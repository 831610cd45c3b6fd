import Crypto
import Foundation

/// A number that everybody may know, from which the salts and keys of an invented conference are made.
///
/// The same seed gives the same salts and the same keys, so that the same conference can be made again byte for
/// byte. For that very reason they hide nothing and prove nothing: whoever knows the seed can make them too.
/// Only a conference whose first act says that it is invented may be kept with them; `Office` and `Registrar`
/// refuse any other.
public struct PublicSeed: Sendable, Hashable {
    /// The number.
    public let number: UInt64

    /// The seed of that number.
    public init(_ number: UInt64) { self.number = number }

    /// The 16 bytes beside the act of that id: the same in whatever order acts are registered.
    public func salt(of id: String) -> [UInt8] { Array(bytes("salt", id).prefix(16)) }

    /// The keys of the conference: signing and sealing.
    ///
    /// - Returns: `nil` if the 32 bytes make no signing key, which no seed is known to do.
    public func keys(of conference: String) -> KeyRing? {
        guard
            let signing = try? Curve25519.Signing.PrivateKey(
                rawRepresentation: Data(bytes("signing", conference)))
        else { return nil }
        return KeyRing(
            conference: conference, signing: signing,
            sealing: SymmetricKey(data: bytes("sealing", conference)))
    }

    /// SHA-256 of a purpose, the number and a name, each with its length before it.
    private func bytes(_ purpose: String, _ name: String) -> [UInt8] {
        var text: [UInt8] = []
        for part in ["puebla public seed", purpose, String(number), name] {
            withUnsafeBytes(of: UInt32(part.utf8.count).bigEndian) { text.append(contentsOf: $0) }
            text.append(contentsOf: part.utf8)
        }
        return Hash.sha256(text).bytes
    }
}
