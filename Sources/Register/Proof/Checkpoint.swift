import Crypto
import Foundation

/// What a register said at a moment, signed: C2SP's tlog-checkpoint. A member that keeps one can prove a rewrite.
public struct Checkpoint: Sendable, Equatable {
    /// `puebla/CONFERENCE`.
    public let origin: String
    /// How many acts the register had.
    public let size: Int
    /// The root over them.
    public let root: Hash

    /// The checkpoint of `conference` at a size and root.
    public init(conference: String, size: Int, root: Hash) {
        origin = Self.origin(of: conference)
        self.size = size
        self.root = root
    }

    /// The origin, and the name of the key, of a conference.
    public static func origin(of conference: String) -> String { "puebla/" + conference }

    /// Reads the text above the signatures.
    public init(text: String) throws(CheckpointError) {
        let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 4, lines.last == "", !lines[0].isEmpty else { throw .malformed }
        let digits = lines[1]
        guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits == "0" || digits.first != "0",
            let size = Int(digits), let bytes = Data(base64Encoded: lines[2]),
            let root = Hash(bytes: Array(bytes)), lines[3..<(lines.count - 1)].allSatisfy({ !$0.isEmpty })
        else { throw .malformed }
        origin = lines[0]
        self.size = size
        self.root = root
    }

    /// Reads a signed note and holds it to `key`, whose name has to be the origin.
    public init(note: String, key: VerifierKey) throws(CheckpointError) {
        let note = try SignedNote(note)
        let checkpoint = try Checkpoint(text: note.text)
        guard checkpoint.origin == key.name else {
            throw .otherOrigin(expected: key.name, found: checkpoint.origin)
        }
        guard note.isSigned(by: key) else { throw .badSignature(name: key.name) }
        self = checkpoint
    }

    /// Reads the signed note in `file` and holds it to `key`.
    public init(file: String, key: VerifierKey) throws(CheckpointError) {
        guard let bytes = try? Files.read(file, limit: SignedNote.maximumBytes) else {
            throw .unreadable(file: file)
        }
        try self.init(note: String(decoding: bytes, as: UTF8.self), key: key)
    }

    /// Origin, size and root in base64, a line each.
    public var text: String {
        "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
    }

    /// The signed note.
    public func signed(by key: Curve25519.Signing.PrivateKey) throws(CheckpointError) -> String {
        try SignedNote(text: text, name: origin, key: key).note
    }
}

/// Why a checkpoint can't be believed.
public enum CheckpointError: Error, Sendable, Equatable {
    /// Not a checkpoint's text, or not a signed note.
    case malformed
    /// Not a verifier key's text, nor a file that holds one.
    case badKey
    /// The file isn't there, can't be read or is too large.
    case unreadable(file: String)
    /// It is another register's.
    case otherOrigin(expected: String, found: String)
    /// The signature isn't there or doesn't hold.
    case badSignature(name: String)

    /// One sentence for people.
    public func sentence(spanish: Bool) -> String {
        switch self {
        case .malformed:
            spanish
                ? "No es un punto de control: se espera origen, tamaño y raíz, una línea en blanco y la firma."
                : "This isn't a checkpoint: it needs origin, size and root, an empty line and the signature."
        case .badKey:
            spanish
                ? "No es una clave pública: se espera el texto de checkpoint.pub o el nombre de ese archivo."
                : "This isn't a public key: give the text of checkpoint.pub or the name of that file."
        case .unreadable(let file):
            spanish
                ? "No se puede leer \(file): revise el nombre del archivo."
                : "\(file) can't be read: check the name of the file."
        case .otherOrigin(let expected, let found):
            spanish
                ? "El punto de control es de «\(found)», no de «\(expected)»: use el de este registro."
                : "The checkpoint is of “\(found)”, not of “\(expected)”: use this register's."
        case .badSignature(let name):
            spanish
                ? "La firma de «\(name)» no es válida: el punto de control fue cambiado o es de otra clave."
                : "The signature of “\(name)” doesn't hold: the checkpoint was changed or is another key's."
        }
    }
}

extension VerifierKey {
    /// The key that `argument` spells, or that stands in the file it names.
    public init(textOrFile argument: String) throws(CheckpointError) {
        if let key = VerifierKey(text: argument) {
            self = key
            return
        }
        guard let bytes = (try? Files.read(argument, limit: 4096)).flatMap({ $0 }),
            let key = VerifierKey(text: String(decoding: bytes, as: UTF8.self))
        else { throw .badKey }
        self = key
    }
}
