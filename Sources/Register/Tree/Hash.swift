import Crypto

/// A SHA-256 value: 32 bytes, held as four big-endian words so that it lives inline.
public struct Hash: Sendable, Hashable {
    private let words: SIMD4<UInt64>

    /// The 32 bytes, or nil when `bytes` has another length.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self = bytes.withUnsafeBytes { Hash(raw: $0) }
    }

    /// The value written as 64 lower-case hexadecimal digits, or nil when `hex` is anything else.
    public init?(hex: String) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads 32 bytes; the caller has checked the length.
    init(raw: UnsafeRawBufferPointer) {
        precondition(raw.count == 32, "a hash has 32 bytes")
        words = SIMD4(
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)))
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            write(to: UnsafeMutableRawBufferPointer(buffer))
            count = 32
        }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hex.text(bytes) }

    /// Writes the 32 bytes at the start of `buffer`.
    func write(to buffer: UnsafeMutableRawBufferPointer) {
        for index in 0..<4 {
            buffer.storeBytes(of: words[index].bigEndian, toByteOffset: index * 8, as: UInt64.self)
        }
    }

    /// SHA-256 of `bytes`.
    public static func sha256(_ bytes: [UInt8]) -> Hash {
        bytes.withUnsafeBytes { sha256($0) }
    }

    /// SHA-256 of the bytes that `buffer` points to.
    static func sha256(_ buffer: UnsafeRawBufferPointer) -> Hash {
        var function = SHA256()
        function.update(bufferPointer: buffer)
        return function.finalize().withUnsafeBytes { Hash(raw: $0) }
    }
}

extension Hash: CustomStringConvertible {
    /// The hexadecimal digits.
    public var description: String { hex }
}

/// Lower-case hexadecimal, the only form in which the register writes binary.
public enum Hex {
    private static let digits = [UInt8]("0123456789abcdef".utf8)

    /// Two lower-case digits a byte.
    public static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            var index = 0
            for byte in bytes {
                buffer[index] = digits[Int(byte >> 4)]
                buffer[index + 1] = digits[Int(byte & 15)]
                index += 2
            }
            return index
        }
    }

    /// The bytes that `text` spells, or nil when it has an odd length or anything but `0-9a-f`.
    public static func bytes(_ text: String) -> [UInt8]? {
        bytes(utf8: Array(text.utf8))
    }

    static func bytes(utf8 text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 2)
        var index = 0
        while index < text.count {
            guard let high = value(text[index]), let low = value(text[index + 1]) else { return nil }
            result.append(high << 4 | low)
            index += 2
        }
        return result
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
