/// The languages of the product: Spanish first, English whole.
public enum Language: String, Sendable, Codable, CaseIterable, Hashable {
    case es, en
}

/// A text in both languages; which one is the original is part of the record.
public struct Localized: Sendable, Hashable {
    /// The Spanish text.
    public let es: String
    /// The English text.
    public let en: String
    /// The language it was first written in; `nil` when both are ours or neither is marked.
    public let original: Language?

    /// A text in both languages.
    public init(es: String, en: String, original: Language? = nil) {
        self.es = es
        self.en = en
        self.original = original
    }

    /// A text that is the same in both, such as an abbreviation.
    public init(same text: String) { self.init(es: text, en: text) }

    /// The text in that language.
    public subscript(_ language: Language) -> String { language == .es ? es : en }

    /// Both texts changed in the same way.
    public func map(_ change: (String) -> String) -> Localized {
        Localized(es: change(es), en: change(en), original: original)
    }

    /// Both texts joined, language by language.
    public static func + (left: Localized, right: Localized) -> Localized {
        Localized(es: left.es + right.es, en: left.en + right.en)
    }

    /// True if a language is missing or blank.
    public var isIncomplete: Bool { Localized.isBlank(es) || Localized.isBlank(en) }

    private static func isBlank(_ text: String) -> Bool {
        // Nearly every text begins with a letter; for the others Unicode is asked.
        if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
        return text.allSatisfy(\.isWhitespace)
    }
}

extension Localized: Codable {
    private enum Keys: String, CodingKey { case es, en, original }

    /// Reads `{"es": …, "en": …, "original": "es"}`; a blank language is a decoding error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(
            es: try container.decode(String.self, forKey: .es),
            en: try container.decode(String.self, forKey: .en),
            original: try container.decodeIfPresent(Language.self, forKey: .original))
        if isIncomplete {
            throw DecodingError.unfit(
                decoder.codingPath, es: "Falta el texto en un idioma; escríbalo en “es” y en “en”.",
                en: "The text is missing in one language; write it in “es” and in “en”.")
        }
    }

    /// Writes `original` only where it is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(es, forKey: .es)
        try container.encode(en, forKey: .en)
        try container.encodeIfPresent(original, forKey: .original)
    }
}
