/// What all codes of the Conference's life have in common: a text that people can say aloud.
///
/// Distinct types keep a party from being passed where a meeting is meant.
public protocol Identifier: Sendable, Hashable, Comparable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The code as written.
    var text: String { get }
    /// The code, unchecked; whether it names something is for the register to say.
    init(_ text: String)
}

extension Identifier {
    /// The code as written.
    public var description: String { text }
    /// A code in source text.
    public init(stringLiteral value: String) { self.init(value) }
    /// By code.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Reads the code; an empty or overlong one (over 80 bytes) or one with characters other than
    /// letters, digits and `- . / ( ) _` is a decoding error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard IdentifierText.isValid(text) else {
            throw DecodingError.unfit(
                decoder.codingPath,
                es: "“\(text.prefix(40))” no es un código; use letras, cifras y - . / ( ) _ :",
                en: "“\(text.prefix(40))” isn't a code; use letters, digits and - . / ( ) _ :")
        }
        self.init(text)
    }

    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Which texts may be codes.
public enum IdentifierText {
    /// 1 to 80 bytes of ASCII letters, digits and `- . / ( ) _ :`.
    public static func isValid(_ text: String) -> Bool {
        (1...80).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                case 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x5F, 0x3A: true
                default: false
                }
            }
    }
}

/// A state, organisation, network or other conference: ISO 3166 alpha-3, or an abbreviation.
public struct PartyID: Identifier {
    /// The code as written, such as `MEX` or `ACNUR`.
    public let text: String
    /// The party of that code.
    public init(_ text: String) { self.text = text }
}

/// A clause: `document.section.item`, such as `carta.financiamiento.cuotas.4`.
public struct ClauseID: Identifier {
    /// The id as written.
    public let text: String
    /// The clause of that id.
    public init(_ text: String) { self.text = text }
}

/// An edition of the rules, such as `charter-2020`.
public struct EditionID: Identifier {
    /// The id as written.
    public let text: String
    /// The edition of that id.
    public init(_ text: String) { self.text = text }
}
