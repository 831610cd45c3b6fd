/// Writes one JSON object of strings and whole numbers, straight into bytes.
struct FlatJSONWriter {
    private var bytes: [UInt8] = [0x7B]

    mutating func add(_ key: StaticString, text: String) {
        addKey(key)
        addString(text.utf8)
    }

    /// `utf8` is valid UTF-8: the store takes no other body.
    mutating func add(_ key: StaticString, utf8: [UInt8]) {
        addKey(key)
        addString(utf8)
    }

    mutating func add(_ key: StaticString, number: Int) {
        addKey(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    var finished: [UInt8] { bytes + [0x7D] }

    private mutating func addKey(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(0x2C) }
        key.withUTF8Buffer { addString($0) }
        bytes.append(0x3A)
    }

    private mutating func addString(_ utf8: some Sequence<UInt8>) {
        bytes.append(0x22)
        for byte in utf8 {
            switch byte {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
            case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
            case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: Hex.text([byte]).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}

/// Reads one JSON object of strings and whole numbers, strictly; nothing nested, no key twice.
///
/// Not Foundation's: a line has to come back as the very bytes it was, and what isn't a line has to be refused,
/// a key that stands twice included.
struct FlatJSONReader {
    enum Value: Equatable {
        /// A string, unescaped, as valid UTF-8.
        case text([UInt8])
        case number(Int)
    }

    private let bytes: [UInt8]
    private var position = 0

    /// The keys and values of `bytes`, in their order.
    static func object(_ bytes: [UInt8]) throws(LineError) -> [(key: String, value: Value)] {
        var reader = FlatJSONReader(bytes: bytes)
        return try reader.readObject()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func readObject() throws(LineError) -> [(key: String, value: Value)] {
        var fields: [(key: String, value: Value)] = []
        try expect(0x7B)
        skipSpace()
        if peek == 0x7D {
            position += 1
        } else {
            while true {
                skipSpace()
                let key = String(decoding: try readString(), as: UTF8.self)
                guard !fields.contains(where: { $0.key == key }), fields.count < 32 else {
                    throw .unexpected(key: key)
                }
                skipSpace()
                try expect(0x3A)
                skipSpace()
                fields.append((key, try readValue()))
                skipSpace()
                if peek == 0x2C {
                    position += 1
                    continue
                }
                try expect(0x7D)
                break
            }
        }
        skipSpace()
        guard position == bytes.count else { throw here }
        return fields
    }

    private var here: LineError { .notJSON(offset: position) }
    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(LineError) {
        guard peek == byte else { throw here }
        position += 1
    }

    private mutating func readValue() throws(LineError) -> Value {
        if peek == 0x22 { return .text(try readString()) }
        let start = position
        while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
        let digits = bytes[start..<position]
        guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30,
            let number = Int(String(decoding: digits, as: UTF8.self))
        else { throw here }
        return .number(number)
    }

    private mutating func readString() throws(LineError) -> [UInt8] {
        try expect(0x22)
        let start = position
        var result: [UInt8] = []
        while true {
            // Everything up to the next quote or escape goes over in one piece.
            let run = position
            while let byte = peek, byte != 0x22, byte != 0x5C {
                guard byte >= 0x20 else { throw here }
                position += 1
            }
            result.append(contentsOf: bytes[run..<position])
            guard let byte = peek else { throw here }
            position += 1
            if byte == 0x22 { break }
            try readEscape(into: &result)
        }
        guard String(validating: result, as: UTF8.self) != nil else { throw .notJSON(offset: start) }
        return result
    }

    private mutating func readEscape(into result: inout [UInt8]) throws(LineError) {
        guard let letter = peek else { throw here }
        position += 1
        switch letter {
        case 0x22, 0x5C, 0x2F: result.append(letter)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x6E: result.append(0x0A)
        case 0x72: result.append(0x0D)
        case 0x74: result.append(0x09)
        case 0x75:
            var code = try readFourDigits()
            if code >= 0xD800, code < 0xDC00 {
                try expect(0x5C)
                try expect(0x75)
                let low = try readFourDigits()
                guard low >= 0xDC00, low < 0xE000 else { throw here }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw here }
            result.append(contentsOf: String(Character(scalar)).utf8)
        default: throw here
        }
    }

    private mutating func readFourDigits() throws(LineError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw here
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
