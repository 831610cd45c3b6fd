public import Charter
public import Conference

/// What somebody looks for.
public struct SearchQuestion: Sendable, Hashable {
    /// The most characters of a text.
    public static let textLimit = 256
    /// The most words of a text.
    public static let wordLimit = 12
    /// The most hits of one answer.
    public static let hitLimit = 100

    /// As typed: words, `"quoted phrases"`, beginnings with `*`, codes. No other sign means anything.
    public var text: String
    /// The reader's language: its stems and texts come first.
    public var language: Language
    /// Kinds wanted; empty for all.
    public var kinds: Set<SearchItem.Kind>
    /// Only of this year.
    public var year: Int?
    /// Only of this organ.
    public var organ: OrganID?
    /// How many hits are passed over; below 0 counts as 0.
    public var offset: Int
    /// How many hits are wanted, 0 to ``hitLimit``.
    public var limit: Int

    /// A question.
    public init(
        _ text: String, language: Language, kinds: Set<SearchItem.Kind> = [], year: Int? = nil,
        organ: OrganID? = nil, offset: Int = 0, limit: Int = 20
    ) {
        self.text = text
        self.language = language
        self.kinds = kinds
        self.year = year
        self.organ = organ
        self.offset = offset
        self.limit = limit
    }
}

/// Why nothing was looked for.
public enum SearchError: Error, Sendable, Hashable {
    /// The text has more than ``SearchQuestion/textLimit`` characters.
    case textTooLong
    /// The text has more than ``SearchQuestion/wordLimit`` words.
    case tooManyWords
    /// The index can't be read or written: the disk is full, say. What SQLite says of it.
    case index(String)

    /// What is wrong and what to do, in one sentence.
    public var message: Localized {
        switch self {
        case .textTooLong:
            Localized(
                es: "La búsqueda pasa de \(SearchQuestion.textLimit) caracteres; acórtela.",
                en: "The search is longer than \(SearchQuestion.textLimit) characters; shorten it.")
        case .tooManyWords:
            Localized(
                es: "La búsqueda pasa de \(SearchQuestion.wordLimit) palabras; deje las más importantes.",
                en: "The search has more than \(SearchQuestion.wordLimit) words; keep the most important.")
        case .index:
            Localized(
                es: "El índice de búsqueda no responde ahora; inténtelo de nuevo.",
                en: "The search index doesn't answer at present; try again.")
        }
    }
}
