import Charter
import HashTreeCollections

/// What a reader of the library asks for.
public struct LibraryFilter: Sendable, Hashable {
    /// The longest text that is looked for, in letters.
    public static let textLimit = 100

    /// What kind of document.
    public var kind: DocumentKind?
    /// Its year, as recorded.
    public var year: Int?
    /// A thematic space in which it stands.
    public var space: SpaceID?
    /// A theme of a plan that it names.
    public var theme: ElementID?
    /// The organ that it is of, or whose meeting it is of.
    public var organ: OrganID?
    /// A language in which it is held.
    public var language: Language?
    /// Words that its title or code must contain, in any order, without case and accents; only the first
    /// ``textLimit`` letters count.
    public var text: String?

    /// A filter; nothing given lets everything through.
    public init(
        kind: DocumentKind? = nil, year: Int? = nil, space: SpaceID? = nil, theme: ElementID? = nil,
        organ: OrganID? = nil, language: Language? = nil, text: String? = nil
    ) {
        self.kind = kind
        self.year = year
        self.space = space
        self.theme = theme
        self.organ = organ
        self.language = language
        self.text = text
    }

    /// True if it lets everything through.
    public var isOpen: Bool { self == LibraryFilter() }
}

/// How many documents a reader would find by choosing a value.
public struct Facet<Value: Hashable & Sendable>: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// How many documents have it and pass everything else that is asked for.
    public let count: Int
}

/// The documents that a filter lets through, with what each further choice would find.
public struct LibraryListing: Sendable, Hashable {
    /// The documents, latest first; those without a date of their own last.
    public let documents: [LibraryState.Document]
    /// How many documents the viewer may see, whatever is asked for.
    public let total: Int
    /// Kinds, in the vocabulary's order.
    public let kinds: [Facet<DocumentKind>]
    /// Years, latest first; documents without a recorded year are in none.
    public let years: [Facet<Int>]
    /// Thematic spaces, in the order opened.
    public let spaces: [Facet<SpaceID>]
    /// Themes of plans, by code.
    public let themes: [Facet<ElementID>]
    /// Organs, in the order in which they were established.
    public let organs: [Facet<OrganID>]
    /// Languages.
    public let languages: [Facet<Language>]
}

extension ConferenceState {
    /// The documents on a day that a filter lets through, of those that a viewer may read.
    ///
    /// A count of a value ignores what is asked of the same property, so that choosing another value is
    /// foreseen; what the viewer may not read is in no count.
    public func documents(
        _ filter: LibraryFilter = LibraryFilter(), on day: Day = .distantFuture, for viewer: Viewer
    ) -> LibraryListing {
        let placed = spacesByDocument(on: day, for: viewer)
        let words = (filter.text ?? "").prefix(LibraryFilter.textLimit).split(whereSeparator: \.isWhitespace)
            .map { String($0).folded }
        let cards = library.documents.values
            .filter { $0.on.first <= day && viewer.mayRead($0.act.access) }
            .sorted { ($1.isDated, $1.on, $1.entry) < ($0.isDated, $0.on, $0.entry) }
            .map { document in
                LibraryCard(
                    document: document,
                    spaces: (placed[document.act.document] ?? [])
                        + spaces(named: document.act.themes, on: day),
                    organ: document.act.organ
                        ?? document.act.meeting.flatMap { meetings.meetings[$0]?.act.organ },
                    languages: Set(
                        (document.act.languages ?? [])
                            + texts(of: document.act.document, on: day).map(\.language)),
                    hasWords: words.isEmpty || LibraryCard.contains(words, document))
            }
        var counts = LibraryCounts()
        var found: [LibraryState.Document] = []
        for card in cards {
            let failed = card.failed(filter)
            if failed.isEmpty { found.append(card.document) }
            counts.add(card, failed)
        }
        func facets<Value>(_ order: [Value], _ counted: [Value: Int]) -> [Facet<Value>] {
            order.compactMap { value in counted[value].map { Facet(value: value, count: $0) } }
        }
        return LibraryListing(
            documents: found, total: cards.count, kinds: facets(DocumentKind.allCases, counts.kinds),
            years: facets(counts.years.keys.sorted(by: >), counts.years),
            spaces: facets(library.spaceOrder, counts.spaces),
            themes: facets(counts.themes.keys.sorted(), counts.themes),
            organs: facets(bodies.order, counts.organs),
            languages: facets(Language.allCases, counts.languages))
    }

    /// In which spaces each document was placed, by acts that the viewer may read.
    private func spacesByDocument(on day: Day, for viewer: Viewer) -> [DocumentID: [SpaceID]] {
        var found: [DocumentID: [SpaceID]] = [:]
        for space in spaces(on: day) {
            for placing in space.placings where placing.on.first <= day && viewer.mayRead(placing.act.access)
            {
                for document in placing.act.documents ?? [] { found[document, default: []].append(space.id) }
            }
        }
        return found
    }

    /// The spaces that one of these themes belongs to.
    private func spaces(named themes: [ElementID]?, on day: Day) -> [SpaceID] {
        guard let themes, !themes.isEmpty else { return [] }
        return spaces(on: day).filter { space in
            (space.act.lines ?? []).contains { themes.contains($0.line) }
        }.map(\.id)
    }
}

/// What a document is found by.
private struct LibraryCard {
    /// One property that a filter asks for.
    enum Property: Hashable { case kind, year, space, theme, organ, language, text }

    let document: LibraryState.Document
    let spaces: Set<SpaceID>
    let organ: OrganID?
    let languages: Set<Language>
    let hasWords: Bool

    init(
        document: LibraryState.Document, spaces: [SpaceID], organ: OrganID?, languages: Set<Language>,
        hasWords: Bool
    ) {
        self.document = document
        self.spaces = Set(spaces)
        self.organ = organ
        self.languages = languages
        self.hasWords = hasWords
    }

    static func contains(_ words: [String], _ document: LibraryState.Document) -> Bool {
        let title = document.act.title
        let whole = "\(title.es)\n\(title.en)\n\(document.act.document)".folded
        return words.allSatisfy { whole.contains($0) }
    }

    /// The properties that keep it out.
    func failed(_ filter: LibraryFilter) -> Set<Property> {
        var failed: Set<Property> = []
        if let kind = filter.kind, kind != document.act.kind { failed.insert(.kind) }
        if let year = filter.year, year != document.act.year { failed.insert(.year) }
        if let space = filter.space, !spaces.contains(space) { failed.insert(.space) }
        if let theme = filter.theme, !(document.act.themes ?? []).contains(theme) { failed.insert(.theme) }
        if let organ = filter.organ, organ != self.organ { failed.insert(.organ) }
        if let language = filter.language, !languages.contains(language) { failed.insert(.language) }
        if !hasWords { failed.insert(.text) }
        return failed
    }
}

/// How many documents each value would find.
private struct LibraryCounts {
    var kinds: [DocumentKind: Int] = [:]
    var years: [Int: Int] = [:]
    var spaces: [SpaceID: Int] = [:]
    var themes: [ElementID: Int] = [:]
    var organs: [OrganID: Int] = [:]
    var languages: [Language: Int] = [:]

    mutating func add(_ card: LibraryCard, _ failed: Set<LibraryCard.Property>) {
        func passes(but property: LibraryCard.Property) -> Bool {
            failed.isEmpty || failed == [property]
        }
        if passes(but: .kind) { kinds[card.document.act.kind, default: 0] += 1 }
        if passes(but: .year), let year = card.document.act.year { years[year, default: 0] += 1 }
        if passes(but: .space) { for space in card.spaces { spaces[space, default: 0] += 1 } }
        if passes(but: .theme) {
            for theme in Set(card.document.act.themes ?? []) { themes[theme, default: 0] += 1 }
        }
        if passes(but: .organ), let organ = card.organ { organs[organ, default: 0] += 1 }
        if passes(but: .language) {
            for language in card.languages { languages[language, default: 0] += 1 }
        }
    }
}

extension LibraryState.Document {
    /// 1 for a document with a date of its own; the day of the act alone puts it in no place among the others.
    fileprivate var isDated: Int { act.year == nil ? 0 : 1 }
}
