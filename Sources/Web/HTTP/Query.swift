/// Percent-encoding of path segments and query values (RFC 3986).
enum PercentEncoding {
    /// Encodes everything but the unreserved characters, the colon and round brackets, which both parts may hold: a
    /// time of day and a citation stay readable.
    static func encode(_ text: String) -> String {
        // Nearly everything that stands in an address may stand there as it is.
        if text.utf8.allSatisfy(standsAsItIs) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if standsAsItIs(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func standsAsItIs(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x28, 0x29, 0x2D, 0x2E, 0x3A, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Decodes; `nil` for a broken escape, bytes that are no UTF-8, or a control character.
    static func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x25:
                guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value)
                else { return nil }
                bytes.append(high << 4 | low)
            case 0x2B where plusIsSpace: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

/// The question part of an address: names and values in their order.
public struct Query: Sendable, Hashable {
    /// One name with its value.
    public struct Item: Sendable, Hashable {
        /// The field's name.
        public let name: String
        /// Its value; `""` when only the name was given.
        public let value: String
    }

    /// What was asked, in its order.
    public let items: [Item]

    /// No question.
    public static let empty = Query(items: [])
    /// At most this many fields are read.
    public static let maximumItems = 64

    init(items: [Item]) { self.items = items }

    /// A query made of pairs, for tests and links.
    public init(_ pairs: [(String, String)]) { items = pairs.map { Item(name: $0.0, value: $0.1) } }

    /// Reads `a=1&b=dos`; `nil` for a broken escape, text that isn't UTF-8, control characters or more
    /// than ``maximumItems`` fields.
    public init?(parsing text: Substring) {
        var items: [Item] = []
        for piece in text.split(separator: "&") {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard items.count < Query.maximumItems,
                let name = PercentEncoding.decode(halves[0], plusIsSpace: true),
                let value = PercentEncoding.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
            else { return nil }
            items.append(Item(name: name, value: value))
        }
        self.items = items
    }

    /// The first value of that name, without surrounding spaces; `nil` if it wasn't given or is blank.
    public subscript(_ name: String) -> String? {
        guard let value = items.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.drop { $0 == " " }
        let end = trimmed.lastIndex { $0 != " " }
        return end.map { String(trimmed[...$0]) }
    }

    /// `?a=1&b=dos`, or nothing.
    static func text(_ pairs: [(String, String)]) -> String {
        if pairs.isEmpty { return "" }
        return "?"
            + pairs.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
            .joined(separator: "&")
    }

    /// The question as it stands in an address: `?a=1&b=dos`, or nothing.
    public var text: String { Query.text(items.map { ($0.name, $0.value) }) }
}
