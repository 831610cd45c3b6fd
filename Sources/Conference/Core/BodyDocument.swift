/// A stored act's JSON taken apart once: a flat list of its values, for ``BodyDecoder``.
///
/// Reads what our own encoder writes, several times as fast as the general decoder does; a million acts are
/// read when a register is opened without a snapshot. Whatever is unusual (an escape by number, a fraction,
/// a key twice) or wrong isn't judged here: ``Unusual`` is thrown, and the general decoder has the last word.
final class BodyDocument: Sendable {
    /// Not for this reader.
    struct Unusual: Error {}

    enum Kind: UInt8, Sendable { case null, yes, no, number, text, escaped, list, object }

    /// A value; of an object the members follow as key, value, key, value.
    struct Node: Sendable {
        let kind: Kind
        /// The first byte, inside the quotes of a text.
        let start: Int32
        /// After the last byte.
        var end: Int32
        /// The place of the next value that isn't inside this one.
        var next: Int32
    }

    let bytes: [UInt8]
    let nodes: [Node]

    init(_ bytes: [UInt8]) throws(Unusual) {
        guard bytes.count < Int(Int32.max) else { throw Unusual() }
        var nodes: [Node] = []
        nodes.reserveCapacity(48)
        let whole = bytes.withUnsafeBufferPointer { buffer -> Bool in
            var scanner = Scanner(bytes: buffer, nodes: nodes)
            do throws(Unusual) {
                try scanner.value(depth: 0)
                scanner.skipSpace()
            } catch {
                return false
            }
            nodes = scanner.nodes
            return scanner.at == buffer.count
        }
        guard whole else { throw Unusual() }
        self.bytes = bytes
        self.nodes = nodes
    }

    /// The text at a node.
    func text(_ place: Int) throws(Unusual) -> String {
        let node = nodes[place]
        let part = bytes[Int(node.start)..<Int(node.end)]
        switch node.kind {
        case .text:
            guard let text = String(validating: part, as: UTF8.self) else { throw Unusual() }
            return text
        case .escaped:
            guard let text = String(validating: try BodyDocument.unescaped(part), as: UTF8.self) else {
                throw Unusual()
            }
            return text
        default: throw Unusual()
        }
    }

    /// The whole number at a node.
    func number<Number: FixedWidthInteger>(_ place: Int) throws(Unusual) -> Number {
        let node = nodes[place]
        guard node.kind == .number else { throw Unusual() }
        let text = String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
        guard let number = Number(text, radix: 10) else { throw Unusual() }
        return number
    }

    func isKey(_ place: Int, _ key: String) -> Bool {
        let node = nodes[place]
        var key = key
        return key.withUTF8 { wanted in
            guard wanted.count == Int(node.end - node.start) else { return false }
            return bytes.withUnsafeBufferPointer { bytes in
                for index in wanted.indices where wanted[index] != bytes[Int(node.start) + index] {
                    return false
                }
                return true
            }
        }
    }

    private static func unescaped(_ part: ArraySlice<UInt8>) throws(Unusual) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(part.count)
        var rest = part
        while let byte = rest.popFirst() {
            guard byte == 0x5C else {
                result.append(byte)
                continue
            }
            guard let next = rest.popFirst(), let meant = unescaped(next) else { throw Unusual() }
            result.append(meant)
        }
        return result
    }

    /// What a letter after a backslash means; nil for those that are left to the general reader.
    fileprivate static func unescaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x22, 0x5C, 0x2F: byte
        case 0x6E: 0x0A
        case 0x74: 0x09
        case 0x72: 0x0D
        default: nil
        }
    }
}

/// One pass over the bytes.
private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var nodes: [BodyDocument.Node]
    var at = 0

    typealias Unusual = BodyDocument.Unusual

    mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    /// The next byte that isn't space, taken.
    private mutating func taken() throws(Unusual) -> UInt8 {
        skipSpace()
        guard at < bytes.count else { throw Unusual() }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func value(depth: Int) throws(Unusual) {
        guard depth < 64 else { throw Unusual() }
        switch try taken() {
        case 0x22: try text()
        case 0x7B: try object(depth)
        case 0x5B: try list(depth)
        case 0x74: try word("rue", .yes)
        case 0x66: try word("alse", .no)
        case 0x6E: try word("ull", .null)
        case 0x2D, 0x30...0x39: try number()
        default: throw Unusual()
        }
    }

    private mutating func add(_ kind: BodyDocument.Kind, _ start: Int) {
        nodes.append(.init(kind: kind, start: Int32(start), end: Int32(at), next: Int32(nodes.count + 1)))
    }

    /// After the opening quote. All is looked at here: a member that nobody asks for must be sound too.
    private mutating func text() throws(Unusual) {
        let start = at
        var kind = BodyDocument.Kind.text
        var isPlain = true
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                if !isPlain {
                    let part = UnsafeBufferPointer(rebasing: bytes[start..<at])
                    guard String(validating: part, as: UTF8.self) != nil else { throw Unusual() }
                }
                add(kind, start)
                at += 1
                return
            }
            guard byte >= 0x20 else { throw Unusual() }
            if byte >= 0x80 { isPlain = false }
            if byte == 0x5C {
                kind = .escaped
                at += 1
                guard at < bytes.count, BodyDocument.unescaped(bytes[at]) != nil else { throw Unusual() }
            }
            at += 1
        }
        throw Unusual()
    }

    /// A sign and digits alone: no fraction, no exponent, no zero in front.
    private mutating func number() throws(Unusual) {
        let start = at - 1
        let digits = bytes[start] == 0x2D ? at : start
        at = digits
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        guard at > digits, bytes[digits] != 0x30 || (at == digits + 1 && digits == start) else {
            throw Unusual()
        }
        if at < bytes.count, [0x2E, 0x45, 0x65].contains(bytes[at]) { throw Unusual() }
        add(.number, start)
    }

    private mutating func word(_ rest: StaticString, _ kind: BodyDocument.Kind) throws(Unusual) {
        let same = rest.withUTF8Buffer { rest in
            rest.count <= bytes.count - at && rest.elementsEqual(bytes[at..<at + rest.count])
        }
        guard same else { throw Unusual() }
        at += rest.utf8CodeUnitCount
        add(kind, at)
    }

    private mutating func list(_ depth: Int) throws(Unusual) {
        let own = nodes.count
        add(.list, at)
        skipSpace()
        if at < bytes.count, bytes[at] == 0x5D {
            at += 1
        } else {
            repeat { try value(depth: depth + 1) } while try goesOn(0x5D)
        }
        nodes[own].next = Int32(nodes.count)
    }

    private mutating func object(_ depth: Int) throws(Unusual) {
        let own = nodes.count
        add(.object, at)
        skipSpace()
        if at < bytes.count, bytes[at] == 0x7D {
            at += 1
        } else {
            repeat {
                let key = nodes.count
                guard try taken() == 0x22 else { throw Unusual() }
                try text()
                guard nodes[key].kind == .text, try taken() == 0x3A else { throw Unusual() }
                try notBefore(key, in: own)
                try value(depth: depth + 1)
            } while try goesOn(0x7D)
        }
        nodes[own].next = Int32(nodes.count)
    }

    private mutating func goesOn(_ end: UInt8) throws(Unusual) -> Bool {
        switch try taken() {
        case 0x2C: return true
        case end: return false
        default: throw Unusual()
        }
    }

    /// Which of two equal keys counts is for the general decoder to say.
    private func notBefore(_ key: Int, in object: Int) throws(Unusual) {
        let length = nodes[key].end - nodes[key].start
        var other = object + 1
        while other < key {
            if nodes[other].end - nodes[other].start == length {
                let mine = bytes[Int(nodes[key].start)..<Int(nodes[key].end)]
                let its = bytes[Int(nodes[other].start)..<Int(nodes[other].end)]
                if mine.elementsEqual(its) { throw Unusual() }
            }
            other = Int(nodes[other + 1].next)
        }
    }
}
