/// Decodes values from a ``BodyDocument`` by their `Decodable` conformance.
///
/// It gives no coding paths: whoever uses it lets the general decoder find the words for what is wrong.
struct BodyDecoder: Decoder {
    let document: BodyDocument
    let place: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try Members<Key>(document: document, object: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try Elements(document: document, list: place)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        Single(document: document, place: place)
    }

    fileprivate static func value<Value: Decodable>(
        _ type: Value.Type, _ document: BodyDocument, _ place: Int
    ) throws -> Value {
        try Value(from: BodyDecoder(document: document, place: place))
    }
}

extension BodyDocument {
    fileprivate func flag(_ place: Int) throws(Unusual) -> Bool {
        switch nodes[place].kind {
        case .yes: return true
        case .no: return false
        default: throw Unusual()
        }
    }
}

/// An object's members.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let document: BodyDocument
    let object: Int

    init(document: BodyDocument, object: Int) throws {
        guard document.nodes[object].kind == .object else { throw BodyDocument.Unusual() }
        self.document = document
        self.object = object
    }

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var member = object + 1
        while member < Int(document.nodes[object].next) {
            if let text = try? document.text(member), let key = Key(stringValue: text) { keys.append(key) }
            member = Int(document.nodes[member + 1].next)
        }
        return keys
    }

    private func find(_ key: Key) -> Int? {
        let end = Int(document.nodes[object].next)
        let name = key.stringValue
        var member = object + 1
        while member < end {
            if document.isKey(member, name) { return member + 1 }
            member = Int(document.nodes[member + 1].next)
        }
        return nil
    }

    private func place(_ key: Key) throws -> Int {
        guard let place = find(key) else { throw BodyDocument.Unusual() }
        return place
    }

    /// The value of a member that is there and isn't null.
    private func present(_ key: Key) -> Int? {
        guard let place = find(key), document.nodes[place].kind != .null else { return nil }
        return place
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { document.nodes[try place(key)].kind == .null }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try document.flag(place(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try document.text(place(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw BodyDocument.Unusual() }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw BodyDocument.Unusual() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try document.number(place(key)) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try document.number(place(key)) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try document.number(place(key)) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try document.number(place(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try document.number(place(key)) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try document.number(place(key)) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try document.number(place(key)) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try document.number(place(key)) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try document.number(place(key)) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try document.number(place(key)) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try BodyDecoder.value(type, document, place(key))
    }
    // One search each, where the protocol's own do three.
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key).map { try document.text($0) }
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key).map { try document.flag($0) }
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key).map { try document.number($0) }
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key).map { try BodyDecoder.value(type, document, $0) }
    }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try Members<Nested>(document: document, object: place(key)))
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try Elements(document: document, list: place(key))
    }
    func superDecoder() throws -> any Decoder { throw BodyDocument.Unusual() }
    func superDecoder(forKey key: Key) throws -> any Decoder {
        BodyDecoder(document: document, place: try place(key))
    }
}

/// A list's elements.
private struct Elements: UnkeyedDecodingContainer {
    let document: BodyDocument
    let count: Int?
    private(set) var currentIndex = 0
    private var at: Int
    private let end: Int

    init(document: BodyDocument, list: Int) throws {
        guard document.nodes[list].kind == .list else { throw BodyDocument.Unusual() }
        self.document = document
        at = list + 1
        end = Int(document.nodes[list].next)
        var elements = 0
        var place = at
        while place < end {
            elements += 1
            place = Int(document.nodes[place].next)
        }
        count = elements
    }

    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { at >= end }

    private mutating func next<Value>(_ read: (BodyDocument, Int) throws -> Value) throws -> Value {
        guard at < end else { throw BodyDocument.Unusual() }
        let value = try read(document, at)
        at = Int(document.nodes[at].next)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard at < end, document.nodes[at].kind == .null else { return false }
        return try next { _, _ in true }
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try next { try $0.flag($1) } }
    mutating func decode(_ type: String.Type) throws -> String { try next { try $0.text($1) } }
    mutating func decode(_ type: Double.Type) throws -> Double { throw BodyDocument.Unusual() }
    mutating func decode(_ type: Float.Type) throws -> Float { throw BodyDocument.Unusual() }
    mutating func decode(_ type: Int.Type) throws -> Int { try next { try $0.number($1) } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next { try $0.number($1) } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next { try $0.number($1) } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next { try $0.number($1) } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next { try $0.number($1) } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next { try $0.number($1) } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next { try $0.number($1) } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next { try $0.number($1) } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next { try $0.number($1) } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next { try $0.number($1) } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next { try BodyDecoder.value(type, $0, $1) }
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next { KeyedDecodingContainer(try Members<Nested>(document: $0, object: $1)) }
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { try Elements(document: $0, list: $1) }
    }
    mutating func superDecoder() throws -> any Decoder {
        try next { BodyDecoder(document: $0, place: $1) }
    }
}

/// One value.
private struct Single: SingleValueDecodingContainer {
    let document: BodyDocument
    let place: Int

    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { document.nodes[place].kind == .null }
    func decode(_ type: Bool.Type) throws -> Bool { try document.flag(place) }
    func decode(_ type: String.Type) throws -> String { try document.text(place) }
    func decode(_ type: Double.Type) throws -> Double { throw BodyDocument.Unusual() }
    func decode(_ type: Float.Type) throws -> Float { throw BodyDocument.Unusual() }
    func decode(_ type: Int.Type) throws -> Int { try document.number(place) }
    func decode(_ type: Int8.Type) throws -> Int8 { try document.number(place) }
    func decode(_ type: Int16.Type) throws -> Int16 { try document.number(place) }
    func decode(_ type: Int32.Type) throws -> Int32 { try document.number(place) }
    func decode(_ type: Int64.Type) throws -> Int64 { try document.number(place) }
    func decode(_ type: UInt.Type) throws -> UInt { try document.number(place) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try document.number(place) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try document.number(place) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try document.number(place) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try document.number(place) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try BodyDecoder.value(type, document, place)
    }
}
