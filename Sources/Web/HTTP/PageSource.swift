public import Charter

/// What every public page of a conference depends on: a page made for one version is right for as long as
/// the version stays.
public struct PageVersion: Sendable, Hashable {
    /// The number of the last entry that the page knows.
    public let sequence: Int
    /// The conference's day, in its own zone: truth also changes at midnight, without an act.
    public let day: Day

    /// A version.
    public init(sequence: Int, day: Day) {
        self.sequence = sequence
        self.day = day
    }
}

/// Who reads, as far as it changes what a page shows.
public struct ViewerClass: Sendable, Hashable {
    /// A short name without spaces or quotes, a part of the page's tag.
    public let name: String

    /// A class of readers.
    public init(name: String) { self.name = name }

    /// Anybody: what the public may see.
    public static let anybody = ViewerClass(name: "public")
}

/// One question to a conference's pages.
public struct PageRequest: Sendable {
    /// Where the conference lives: all links of the page are built on it.
    public let base: ConferencePath
    /// What is asked for.
    public let route: Route
    /// The reader's language.
    public let language: Language
    /// Page or JSON.
    public let representation: Representation
    /// The question part of the address.
    public let query: Query
    /// Who reads.
    public let viewer: ViewerClass

    /// A question; tests make it by hand.
    public init(
        base: ConferencePath, route: Route, language: Language, representation: Representation = .html,
        query: Query = .empty, viewer: ViewerClass = .anybody
    ) {
        self.base = base
        self.route = route
        self.language = language
        self.representation = representation
        self.query = query
        self.viewer = viewer
    }

    /// The same page in the other language, with the same question.
    public var twin: String {
        base.path(
            route, language.other, representation, query: query.items.map { ($0.name, $0.value) })
    }

    /// Another page of the same conference in the same language.
    public func path(
        _ route: Route, query: [(String, String)] = [], fragment: String? = nil
    ) -> String {
        base.path(route, language, query: query, fragment: fragment)
    }
}

/// How long a page may be kept.
public enum Keeping: Sendable, Hashable {
    /// Until the register grows or the conference's day ends.
    case whileCurrent
    /// At most until this instant (microseconds since 1970): a deadline passes within the day.
    case until(Int64)
    /// Made anew each time.
    case never
}

/// A page as it was made.
public struct RenderedPage: Sendable {
    /// UTF-8: HTML or JSON, as asked.
    public let bytes: [UInt8]
    /// The version of the snapshot that it was made from.
    public let version: PageVersion
    /// How long it may be kept.
    public let keeping: Keeping
    /// True if the question has a field that can't be read, and the page says so there: sent as 400, never
    /// kept.
    public let isQuestionUnfit: Bool

    /// A page.
    public init(
        bytes: [UInt8], version: PageVersion, keeping: Keeping = .whileCurrent, isQuestionUnfit: Bool = false
    ) {
        self.bytes = bytes
        self.version = version
        self.keeping = isQuestionUnfit ? .never : keeping
        self.isQuestionUnfit = isQuestionUnfit
    }
}

/// What a conference's pages answer.
public enum PageAnswer: Sendable {
    /// The page, with its status.
    case page(RenderedPage)
    /// Nothing is there (404); where the reader may have wanted to go.
    case notFound([LinkModel])
    /// The question can't be read (400): one clear sentence, in the reader's language.
    case unreadable(String)
    /// It stands elsewhere (303).
    case elsewhere(String)
}

/// The pages of one conference. The conference's own pages implement it; so do a test's dummies.
public protocol PageSource: Sendable {
    /// What a page made now would depend on. Asked on every request, so it must be a look-up.
    var version: PageVersion { get }
    /// Answers one question from a snapshot.
    func answer(_ request: PageRequest) async throws -> PageAnswer
    /// The frame for a page that isn't the conference's own, such as an error.
    func shell(_ language: Language, twin: String) -> ShellModel
    /// `nil` while the conference can be read and written; otherwise one sentence for operators.
    var trouble: String? { get }
}

/// A conference at its place on the server.
public struct HostedConference: Sendable {
    /// Where it lives.
    public let base: ConferencePath
    /// Its pages.
    public let source: any PageSource
    /// True for an invented conference: search engines are told to stay out.
    public let isInvented: Bool

    /// A conference at a place.
    public init(base: ConferencePath, source: any PageSource, isInvented: Bool = false) {
        self.base = base
        self.source = source
        self.isInvented = isInvented
    }
}
