import Charter

/// A value that stands in a snapshot of the state: written and read by hand, in a fixed order of fields.
///
/// Whoever changes a type's fields changes its pair of functions and raises ``Archive/version``; an older
/// snapshot is then thrown away and the state rebuilt from the register.
protocol Archivable {
    /// Writes every field.
    func write(to writer: inout ArchiveWriter)
    /// Reads what ``write(to:)`` wrote; damaged input throws and never traps.
    init(from reader: inout ArchiveReader) throws(ArchiveFault)
}

/// The form of a snapshot: `"PUEBLA-A"`, version (u32), checksum of all that follows (u64), then the string
/// table and the state. Numbers are little-endian; counts and sequences are variable-length.
enum Archive {
    /// Raised with every change of the layout.
    static let version: UInt32 = 3
    /// The first eight bytes.
    static let magic: [UInt8] = Array("PUEBLA-A".utf8)
    /// Magic, version, checksum.
    static let headerBytes = 20

    /// A fast checksum against damage, not against malice: the register's hashes are for that.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at + 8 <= bytes.count {
            sum = (sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            sum = (sum &* 0x9FB2_1C65_1E98_DF25) ^ (sum &>> 29)
            at += 8
        }
        while at < bytes.count {
            sum = (sum ^ UInt64(bytes[at])) &* 0x100_0000_01B3
            at += 1
        }
        return sum ^ (sum >> 32)
    }
}

/// Why a snapshot can't be read.
enum ArchiveFault: Error {
    /// Cut short, or a value that can't be, at this offset.
    case damaged(Int)
    /// Not a snapshot, or one of another version.
    case foreign
    /// The checksum differs.
    case checksum
    /// The shelf lacks this file, or has another under its name.
    case fileMissing(String)

    /// The problem in both languages, with the way out.
    var problem: FileProblem {
        switch self {
        case .damaged(let offset):
            FileProblem(
                "archive[\(offset)]", es: "La instantánea está dañada; se reconstruye desde el registro.",
                en: "The snapshot is damaged; it is rebuilt from the register.")
        case .foreign:
            FileProblem(
                "archive", es: "No es una instantánea de esta versión; se reconstruye desde el registro.",
                en: "This isn't a snapshot of this version; it is rebuilt from the register.")
        case .checksum:
            FileProblem(
                "archive", es: "La suma de la instantánea no concuerda; se reconstruye desde el registro.",
                en: "The snapshot's checksum differs; it is rebuilt from the register.")
        case .fileMissing(let file):
            FileProblem(
                "archive",
                es:
                    "Falta el archivo \(file.prefix(12))… que la instantánea nombra; restáurelo en el almacén.",
                en:
                    "The file \(file.prefix(12))… that the snapshot names is missing; restore it to the store."
            )
        }
    }
}
