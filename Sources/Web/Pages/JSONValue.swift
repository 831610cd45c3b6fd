import Charter

/// A JSON value, written with its fields in the order given; what isn't recorded is `null`, never left out.
public enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// Text, or `null`.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    /// A flag, or `null`.
    public init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .null }
    /// A number, or `null`.
    public init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
    /// A day as it is known, or `null`.
    public init(_ day: PartialDay?) { self.init(day?.description) }
    /// A day, or `null`.
    public init(_ day: Day?) { self.init(day?.description) }
    /// Both languages.
    public init(_ text: Localized) { self = ["es": .text(text.es), "en": .text(text.en)] }

    /// A text in source.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A number in source.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// A flag in source.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A list in source.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// An object in source, its fields in order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (name: $0.0, value: $0.1) })
    }

    /// UTF-8, on one line.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        write(to: &out)
        out.append(0x0A)
        return out
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out += Array("null".utf8)
        case .flag(let flag): out += Array((flag ? "true" : "false").utf8)
        case .number(let number): out += Array(String(number).utf8)
        case .text(let text): out += Array(JSONText.quoted(text).utf8)
        case .list(let list):
            out.append(0x5B)
            for (index, value) in list.enumerated() {
                if index > 0 { out.append(0x2C) }
                value.write(to: &out)
            }
            out.append(0x5D)
        case .object(let fields):
            out.append(0x7B)
            for (index, field) in fields.enumerated() {
                if index > 0 { out.append(0x2C) }
                out += Array(JSONText.quoted(field.name).utf8)
                out.append(0x3A)
                field.value.write(to: &out)
            }
            out.append(0x7D)
        }
    }
}

extension JSONValue {
    /// An object with a further field; the same without a value: what a reader may not see isn't named either.
    func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
        guard case .object(let fields) = self, let value else { return self }
        return .object(fields + [(name, value)])
    }
}
