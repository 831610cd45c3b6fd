public import Charter
public import Conference

/// A piece of text with what was looked for marked in it.
public struct Passage: Sendable, Hashable {
    /// The text; `…` stands where it was cut.
    public let text: String
    /// The language it is in: the reader's, or the other where only that has the words.
    public let language: Language
    /// What to mark: half-open ranges of UTF-8 offsets into ``text``, in order, apart from each other.
    public let marks: [Range<Int>]

    /// A text with its marks.
    public init(text: String, language: Language, marks: [Range<Int>] = []) {
        self.text = text
        self.language = language
        self.marks = marks
    }

    /// The text in pieces, marked and not, in order.
    public var pieces: [(text: String, isMarked: Bool)] {
        let bytes = Array(text.utf8)
        var pieces: [(text: String, isMarked: Bool)] = []
        var at = 0
        func add(_ range: Range<Int>, _ isMarked: Bool) {
            guard !range.isEmpty else { return }
            pieces.append((String(decoding: bytes[range], as: UTF8.self), isMarked))
        }
        for mark in marks where at <= mark.lowerBound && mark.upperBound <= bytes.count {
            add(at..<mark.lowerBound, false)
            add(mark, true)
            at = mark.upperBound
        }
        add(at..<bytes.count, false)
        return pieces
    }
}

/// Something found.
public struct SearchHit: Sendable, Hashable {
    /// ``SearchItem/id``.
    public let id: String
    /// What it is.
    public let kind: SearchItem.Kind
    /// Its code within the kind (``SearchItem/code``), from which its address is made.
    public let code: String
    /// Its title.
    public let title: Passage
    /// Where the words stand in its text, at most three; none where only the title has them.
    public let passages: [Passage]
    /// Its day, if it has one.
    public let day: PartialDay?
    /// Its organ, if it has one.
    public let organ: OrganID?
    /// Who may read it, for saying so beside what isn't public.
    public let access: AccessClass
}

/// How many hits there are of each kind, year and organ, of all that the viewer may see.
///
/// Each list leaves its own choice aside: the kinds are counted within the year and organ that were chosen.
public struct SearchFacets: Sendable, Hashable {
    /// One choice with its number of hits.
    public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
        /// The choice.
        public let value: Value
        /// How many hits.
        public let count: Int
    }
    /// By kind, in the kinds' order.
    public let kinds: [Count<SearchItem.Kind>]
    /// By year, latest first.
    public let years: [Count<Int>]
    /// By organ, most hits first.
    public let organs: [Count<OrganID>]

    /// Nothing counted.
    public static let none = SearchFacets(kinds: [], years: [], organs: [])
}

/// What was found.
public struct SearchAnswer: Sendable, Hashable {
    /// The hits asked for, best first.
    public let hits: [SearchHit]
    /// How many there are in all, with the choices of kind, year and organ.
    public let total: Int
    /// How many of each kind, year and organ.
    public let facets: SearchFacets
    /// Whole texts to search for instead: the last word completed, most frequent first, at most eight.
    public let completions: [String]
    /// What may have been meant, as a text to search for; only where nothing was found.
    public let suggestion: String?
    /// The register's sequence that was searched.
    public let sequence: Int

    /// Nothing found.
    static func nothing(at sequence: Int) -> SearchAnswer {
        SearchAnswer(
            hits: [], total: 0, facets: .none, completions: [], suggestion: nil, sequence: sequence)
    }
}
