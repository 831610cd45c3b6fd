/// Encodes an act's body to the very bytes that the general encoder writes with sorted keys and unescaped
/// slashes, in a fraction of the time: every act is encoded before it is registered.
///
/// Bodies have no fractions; a value that would need more than this throws ``Unusual``, and the general encoder
/// is asked.
struct BodyEncoder: Encoder {
    /// Not for this writer.
    struct Unusual: Error {}

    fileprivate let node: Node

    fileprivate init(_ node: Node) { self.node = node }

    /// The JSON of a value.
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let node = Node()
        try value.encode(to: BodyEncoder(node))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        node.write(to: &bytes)
        return bytes
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .none = node.value { node.value = .object }
        return KeyedEncodingContainer(Members<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .none = node.value { node.value = .list }
        return Elements(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }
}

/// A value as it is put together.
private final class Node {
    enum Value {
        case none, null
        case flag(Bool)
        /// A whole number, written out.
        case number(String)
        case text(String)
        case object, list
    }

    var value = Value.none
    /// Of an object its members, of a list its elements, whose keys are empty.
    var inside: [(key: String, node: Node)] = []

    init(_ value: Value = .none) { self.value = value }

    /// What a value encodes to.
    convenience init(encoding value: some Encodable) throws {
        self.init()
        try value.encode(to: BodyEncoder(self))
    }

    func write(to bytes: inout [UInt8]) {
        switch value {
        // A value that encodes nothing is an empty object to the general encoder.
        case .none: bytes.append(contentsOf: [0x7B, 0x7D])
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let digits): bytes.append(contentsOf: digits.utf8)
        case .text(let text): Node.write(text, to: &bytes)
        case .object:
            inside.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            bytes.append(0x7B)
            for (index, member) in inside.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                Node.write(member.key, to: &bytes)
                bytes.append(0x3A)
                member.node.write(to: &bytes)
            }
            bytes.append(0x7D)
        case .list:
            bytes.append(0x5B)
            for (index, element) in inside.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                element.node.write(to: &bytes)
            }
            bytes.append(0x5D)
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { utf8 in
            var run = 0
            for index in utf8.indices {
                let byte = utf8[index]
                if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
                bytes.append(contentsOf: utf8[run..<index])
                escape(byte, to: &bytes)
                run = index + 1
            }
            bytes.append(contentsOf: utf8[run...])
        }
        bytes.append(0x22)
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

/// An object's members.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    private func put(_ value: Node, _ key: Key) { node.inside.append((key.stringValue, value)) }
    private func put(_ number: some BinaryInteger, _ key: Key) { put(Node(.number(number.description)), key) }

    mutating func encodeNil(forKey key: Key) throws { put(Node(.null), key) }
    mutating func encode(_ value: Bool, forKey key: Key) throws { put(Node(.flag(value)), key) }
    mutating func encode(_ value: String, forKey key: Key) throws { put(Node(.text(value)), key) }
    mutating func encode(_ value: Double, forKey key: Key) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Float, forKey key: Key) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Int, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: Int8, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: UInt32, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: UInt64, forKey key: Key) throws { put(value, key) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        put(try Node(encoding: value), key)
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        let inner = Node(.object)
        put(inner, key)
        return KeyedEncodingContainer(Members<Nested>(node: inner))
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let inner = Node(.list)
        put(inner, key)
        return Elements(node: inner)
    }
    mutating func superEncoder() -> any Encoder {
        let inner = Node()
        node.inside.append(("super", inner))
        return BodyEncoder(inner)
    }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        let inner = Node()
        put(inner, key)
        return BodyEncoder(inner)
    }
}

/// A list's elements.
private struct Elements: UnkeyedEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.inside.count }

    private func put(_ value: Node) { node.inside.append(("", value)) }
    private func put(_ number: some BinaryInteger) { put(Node(.number(number.description))) }

    mutating func encodeNil() throws { put(Node(.null)) }
    mutating func encode(_ value: Bool) throws { put(Node(.flag(value))) }
    mutating func encode(_ value: String) throws { put(Node(.text(value))) }
    mutating func encode(_ value: Double) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Float) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Int) throws { put(value) }
    mutating func encode(_ value: Int8) throws { put(value) }
    mutating func encode(_ value: Int16) throws { put(value) }
    mutating func encode(_ value: Int32) throws { put(value) }
    mutating func encode(_ value: Int64) throws { put(value) }
    mutating func encode(_ value: UInt) throws { put(value) }
    mutating func encode(_ value: UInt8) throws { put(value) }
    mutating func encode(_ value: UInt16) throws { put(value) }
    mutating func encode(_ value: UInt32) throws { put(value) }
    mutating func encode(_ value: UInt64) throws { put(value) }
    mutating func encode(_ value: some Encodable) throws { put(try Node(encoding: value)) }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        let inner = Node(.object)
        put(inner)
        return KeyedEncodingContainer(Members<Nested>(node: inner))
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let inner = Node(.list)
        put(inner)
        return Elements(node: inner)
    }
    mutating func superEncoder() -> any Encoder {
        let inner = Node()
        put(inner)
        return BodyEncoder(inner)
    }
}

/// One value.
private struct Single: SingleValueEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    private func put(_ number: some BinaryInteger) { node.value = .number(number.description) }

    mutating func encodeNil() throws { node.value = .null }
    mutating func encode(_ value: Bool) throws { node.value = .flag(value) }
    mutating func encode(_ value: String) throws { node.value = .text(value) }
    mutating func encode(_ value: Double) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Float) throws { throw BodyEncoder.Unusual() }
    mutating func encode(_ value: Int) throws { put(value) }
    mutating func encode(_ value: Int8) throws { put(value) }
    mutating func encode(_ value: Int16) throws { put(value) }
    mutating func encode(_ value: Int32) throws { put(value) }
    mutating func encode(_ value: Int64) throws { put(value) }
    mutating func encode(_ value: UInt) throws { put(value) }
    mutating func encode(_ value: UInt8) throws { put(value) }
    mutating func encode(_ value: UInt16) throws { put(value) }
    mutating func encode(_ value: UInt32) throws { put(value) }
    mutating func encode(_ value: UInt64) throws { put(value) }
    mutating func encode(_ value: some Encodable) throws { try value.encode(to: BodyEncoder(node)) }
}
