public import Charter

/// A phrase of the pages in both languages. There is no way to make one with a language missing.
public struct Phrase: Sendable, Hashable {
    /// The Spanish text.
    public let es: String
    /// The English text.
    public let en: String

    /// A phrase: first Spanish, then English.
    public init(_ es: String, _ en: String) {
        self.es = es
        self.en = en
    }

    /// A name or code that is the same in both.
    public init(same text: String) { self.init(text, text) }

    /// A text of the record as a phrase.
    public init(_ text: Localized) { self.init(text.es, text.en) }

    /// A phrase made from what each language gives, such as a date inside a sentence.
    public init(each: (Language) -> String) { self.init(each(.es), each(.en)) }

    /// The text in that language.
    public subscript(_ language: Language) -> String { language == .es ? es : en }

    /// Two phrases joined, language by language.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(left.es + right.es, left.en + right.en)
    }
}

/// A counted thing: its phrase for one and for any other number, each in both languages.
public struct Counted: Sendable, Hashable {
    /// For exactly one, without the number.
    public let one: Phrase
    /// For any other number, zero included.
    public let other: Phrase

    /// A counted thing, such as `Counted(one: Phrase("día", "day"), other: Phrase("días", "days"))`.
    public init(one: Phrase, other: Phrase) {
        self.one = one
        self.other = other
    }

    /// `1 día hábil`, `1,200 días hábiles`.
    public func text(_ count: Int, _ language: Language) -> String {
        Written.number(count) + " " + (abs(count) == 1 ? one : other)[language]
    }

    /// The thing without its number, in the number's form.
    public func noun(_ count: Int, _ language: Language) -> String {
        (abs(count) == 1 ? one : other)[language]
    }
}

/// How the pages write dates, times, numbers, money and lists, as the Conference writes them.
public enum Written {}

extension Language {
    /// The other language: every page has a twin in it.
    public var other: Language { self == .es ? .en : .es }
    /// The language's own name.
    public var ownName: String { self == .es ? "Español" : "English" }
}
