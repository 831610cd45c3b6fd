import Charter

/// Collects a snapshot's bytes, and the strings that repeat, each once.
struct ArchiveWriter {
    private var body: [UInt8] = []
    private var table: [String: UInt64] = [:]
    private var strings: [String] = []

    init() { body.reserveCapacity(1 << 16) }

    mutating func write(byte: UInt8) { body.append(byte) }

    mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

    /// A number of fixed width, little-endian.
    mutating func write(fixed value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) }
    }

    /// A number from 0 in as few bytes as it needs.
    mutating func write(count value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        body.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number of either sign in as few bytes as it needs.
    mutating func write(_ value: Int) {
        write(count: UInt64(bitPattern: Int64(value) << 1) ^ UInt64(bitPattern: Int64(value) >> 63))
    }

    /// A text that seldom repeats.
    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            write(count: UInt64(bytes.count))
            body.append(contentsOf: bytes)
        }
    }

    /// A code or word that repeats: its place in the table. For ASCII, where equal texts are equal bytes.
    mutating func write(interned text: String) {
        if let place = table[text] {
            write(count: place)
        } else {
            let place = UInt64(strings.count)
            table[text] = place
            strings.append(text)
            write(count: place)
        }
    }

    /// A word of a fixed vocabulary, by its name, so that a new word shifts none.
    mutating func write<Word: RawRepresentable>(word: Word) where Word.RawValue == String {
        write(interned: word.rawValue)
    }

    mutating func write(_ value: some Archivable) { value.write(to: &self) }

    mutating func write<Value>(_ value: Value?, _ each: (inout ArchiveWriter, Value) -> Void) {
        write(value != nil)
        if let value { each(&self, value) }
    }

    mutating func write(_ value: (some Archivable)?) { write(value) { $0.write($1) } }
    mutating func write(_ value: Int?) { write(value) { $0.write($1) } }
    mutating func write(_ value: String?) { write(value) { $0.write($1) } }
    mutating func write(_ value: Bool?) { write(value) { $0.write($1) } }
    mutating func write<Word: RawRepresentable>(word: Word?) where Word.RawValue == String {
        write(word) { $0.write(word: $1) }
    }

    mutating func write<Values: Collection>(
        list: Values, _ each: (inout ArchiveWriter, Values.Element) -> Void
    ) {
        write(count: UInt64(list.count))
        for value in list { each(&self, value) }
    }

    mutating func write<Values: Collection>(list: Values) where Values.Element: Archivable {
        write(list: list) { $0.write($1) }
    }

    mutating func write(list: [Int]) { write(list: list) { $0.write($1) } }

    mutating func write<Value: Archivable>(list: [Value]?) { write(list) { $0.write(list: $1) } }
    mutating func write(list: [String]?) { write(list) { $0.write(list: $1) { $0.write($1) } } }

    /// The whole snapshot: header, string table, body.
    consuming func finished() -> [UInt8] {
        var head = ArchiveWriter()
        head.write(list: strings) { $0.write($1) }
        var bytes = Archive.magic
        bytes.reserveCapacity(Archive.headerBytes + head.body.count + body.count)
        withUnsafeBytes(of: Archive.version.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: repeatElement(0, count: 8))
        bytes.append(contentsOf: head.body)
        bytes.append(contentsOf: body)
        Archive.seal(&bytes)
        return bytes
    }
}

extension Archive {
    /// Writes the checksum of what follows the header into the header.
    static func seal(_ bytes: inout [UInt8]) {
        guard bytes.count >= headerBytes else { return }
        let sum = bytes.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[headerBytes...])) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(12..<20, with: $0) }
    }
}
