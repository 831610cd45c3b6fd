import Charter

/// Reads a snapshot's bytes: every length is checked against what is left, so damaged input throws.
struct ArchiveReader {
    // Valid only inside the closure that lends the bytes; the reader never outlives it.
    private let bytes: UnsafeRawBufferPointer
    private var at: Int
    private var strings: [String] = []

    /// Checks header and checksum and reads the string table.
    init(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFault) {
        self.bytes = bytes
        guard bytes.count >= Archive.headerBytes, bytes.prefix(8).elementsEqual(Archive.magic),
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) == Archive.version
        else { throw .foreign }
        let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt64.self))
        let content = UnsafeRawBufferPointer(rebasing: bytes[Archive.headerBytes...])
        guard Archive.checksum(content) == sum else { throw .checksum }
        at = Archive.headerBytes
        strings = try list { reader throws(ArchiveFault) in try reader.text() }
    }

    /// The fault at this place.
    var damaged: ArchiveFault { .damaged(at) }

    /// True once everything was read.
    var isAtEnd: Bool { at == bytes.count }

    /// Throws unless the condition holds.
    func require(_ condition: Bool) throws(ArchiveFault) {
        if !condition { throw damaged }
    }

    @inline(__always)
    mutating func byte() throws(ArchiveFault) -> UInt8 {
        guard at < bytes.count else { throw damaged }
        at += 1
        return bytes[at - 1]
    }

    mutating func flag() throws(ArchiveFault) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw damaged
        }
    }

    /// A number of fixed width, little-endian.
    @inline(__always)
    mutating func fixed<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) throws(ArchiveFault)
        -> Value
    {
        let width = MemoryLayout<Value>.size
        guard bytes.count - at >= width else { throw damaged }
        let value = Value(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Value.self))
        at += width
        return value
    }

    /// A number from 0.
    @inline(__always)
    mutating func unsigned() throws(ArchiveFault) -> UInt64 {
        let first = try byte()
        if first < 0x80 { return UInt64(first) }
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while true {
            let next = try byte()
            // Ten bytes hold 64 bits; the tenth may hold one. No number has two forms.
            guard shift < 63 || (shift == 63 && next == 1), next != 0 else { throw damaged }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A number of either sign.
    mutating func int() throws(ArchiveFault) -> Int {
        let value = try unsigned()
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    /// How many elements follow: each takes a byte at least, so never more than bytes are left.
    mutating func count() throws(ArchiveFault) -> Int {
        let value = try unsigned()
        guard value <= UInt64(bytes.count - at) else { throw damaged }
        return Int(value)
    }

    mutating func text() throws(ArchiveFault) -> String {
        let length = try count()
        let part = UnsafeRawBufferPointer(rebasing: bytes[at..<at + length])
        guard let text = String(validating: part, as: UTF8.self) else { throw damaged }
        at += length
        return text
    }

    mutating func interned() throws(ArchiveFault) -> String {
        let place = try unsigned()
        guard place < UInt64(strings.count) else { throw damaged }
        return strings[Int(place)]
    }

    mutating func word<Word: RawRepresentable>(_ type: Word.Type = Word.self) throws(ArchiveFault) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try interned()) else { throw damaged }
        return word
    }

    mutating func value<Value: Archivable>(_ type: Value.Type = Value.self) throws(ArchiveFault) -> Value {
        try Value(from: &self)
    }

    mutating func optional<Value>(
        _ each: (inout ArchiveReader) throws(ArchiveFault) -> Value
    ) throws(ArchiveFault) -> Value? {
        try flag() ? try each(&self) : nil
    }

    mutating func optional<Value: Archivable>() throws(ArchiveFault) -> Value? {
        try flag() ? try Value(from: &self) : nil
    }
    mutating func optionalInt() throws(ArchiveFault) -> Int? { try flag() ? try int() : nil }
    mutating func optionalText() throws(ArchiveFault) -> String? { try flag() ? try text() : nil }
    mutating func optionalFlag() throws(ArchiveFault) -> Bool? { try flag() ? try flag() : nil }
    mutating func optionalWord<Word: RawRepresentable>() throws(ArchiveFault) -> Word?
    where Word.RawValue == String { try flag() ? try word() : nil }

    mutating func list<Value>(
        _ each: (inout ArchiveReader) throws(ArchiveFault) -> Value
    ) throws(ArchiveFault) -> [Value] {
        let count = try count()
        var values: [Value] = []
        // A damaged count may claim one element a byte: room is made for no more than that at first.
        values.reserveCapacity(min(count, 4096))
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    mutating func list<Value: Archivable>(_ type: Value.Type = Value.self) throws(ArchiveFault) -> [Value] {
        try list { reader throws(ArchiveFault) in try Value(from: &reader) }
    }

    mutating func ints() throws(ArchiveFault) -> [Int] {
        try list { reader throws(ArchiveFault) in try reader.int() }
    }

    mutating func optionalList<Value: Archivable>() throws(ArchiveFault) -> [Value]? {
        try flag() ? try list() : nil
    }

    mutating func optionalTexts() throws(ArchiveFault) -> [String]? {
        guard try flag() else { return nil }
        return try list { reader throws(ArchiveFault) in try reader.text() }
    }
}
