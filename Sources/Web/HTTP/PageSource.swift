public import Charter
public import Conference
public import Exchange

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

/// One question to a conference's pages.
public struct PageRequest: Sendable {
    /// Where the conference lives: all links of the page are built on it.
    public let base: ConferencePath
    /// What is asked for.
    public let route: Route
    /// The reader's language.
    public let language: Language
    /// In which form it is wanted.
    public let representation: Representation
    /// The question part of the address.
    public let query: Query
    /// The server around.
    public let surroundings: Surroundings

    /// A question; tests make it by hand.
    public init(
        base: ConferencePath, route: Route, language: Language, representation: Representation = .html,
        query: Query = .empty, surroundings: Surroundings = .init()
    ) {
        self.surroundings = surroundings
        self.base = base
        self.route = route
        self.language = language
        self.representation = representation
        self.query = query
    }

    /// Who reads, to the charter's rules.
    public var viewer: Viewer { base.seat?.viewer ?? .public }

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

/// The bytes of a document, as the register's store holds them.
public struct FileAnswer: Sendable {
    /// The bytes.
    public let bytes: [UInt8]
    /// Their media type.
    public let mediaType: String
    /// The name under which it is kept by whoever saves it.
    public let fileName: String
    /// Its SHA-256, by which it is known for good.
    public let sha256: String

    /// Bytes with what they are.
    public init(bytes: [UInt8], mediaType: String, fileName: String, sha256: String) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.fileName = fileName
        self.sha256 = sha256
    }
}

/// What a conference's pages answer.
public enum PageAnswer: Sendable {
    /// The page, with its status.
    case page(RenderedPage)
    /// A document's bytes.
    case file(FileAnswer)
    /// The page exists, and this reader may not open it (403).
    case closed(ClosedDoor)
    /// Nobody looks from that seat (404).
    case noSeat
    /// The form asked for can't be made on this server (503): what is missing, and how to get it; `detail` is for the
    /// log alone.
    case unavailable(String, detail: String? = nil)
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
    func shell(_ place: ShellPlace) -> ShellModel
    /// What is answered where the address names a seat that nobody has, or that may not be taken there.
    func noSeat(_ typed: String, _ place: ShellPlace) -> NoSeat
    /// `nil` while the conference can be read and written; otherwise one sentence for operators.
    var trouble: String? { get }
    /// Every public page that has an address of its own, for search engines.
    func sitemap() async -> [Sitemap.Page]
    /// The library for harvesters: the answer to a request with these arguments.
    func harvest(_ arguments: [(name: String, value: String)]) async throws -> [UInt8]
}

extension PageSource {
    /// No pages.
    public func sitemap() async -> [Sitemap.Page] { [] }
    /// An empty library.
    public func harvest(_ arguments: [(name: String, value: String)]) async throws -> [UInt8] { [] }
}

/// A conference at its place on the server.
public struct HostedConference: Sendable {
    /// Where it lives.
    public let base: ConferencePath
    /// Its pages.
    public let source: any PageSource
    /// True for an invented conference: search engines are told to stay out.
    public let isInvented: Bool
    /// Its name, by which the other conferences on the server link to it; without one they don't.
    public let name: Localized?
    /// The clock of an invented one that stands at a day.
    public let clock: ClockControl?

    /// A conference at a place.
    public init(
        base: ConferencePath, source: any PageSource, isInvented: Bool = false, name: Localized? = nil,
        clock: ClockControl? = nil
    ) {
        self.base = base
        self.source = source
        self.isInvented = isInvented
        self.name = name
        self.clock = isInvented ? clock : nil
    }
}
