public import Charter

/// A JSON value, written with its fields in the order given; what isn't recorded is `null`, never left out.
public enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Nothing recorded.
    case null
    /// True or false.
    case flag(Bool)
    /// A whole number.
    case number(Int)
    /// A text.
    case text(String)
    /// Values in order.
    case list([JSONValue])
    /// Fields in order.
    case object([Field])

    /// A name and its value.
    public typealias Field = (name: String, value: JSONValue)

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
    /// The grounds of an answer: `{"clause", "entries", "interpretation", "reason"}` each.
    public init(_ basis: [Basis], _ language: Language) {
        self = .list(
            basis.map {
                [
                    "clause": JSONValue($0.clause?.text), "entries": .list($0.entries.map { .number($0) }),
                    "interpretation": JSONValue($0.interpretation?[language]),
                    "reason": JSONValue($0.reason?[language]),
                ]
            })
    }

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

    /// An object with a further field; the same without a value: what a reader may not see isn't named either.
    public func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
        guard case .object(let fields) = self, let value else { return self }
        return .object(fields + [(name, value)])
    }
}
