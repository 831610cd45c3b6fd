public import Charter

/// A link with its text, ready in the reader's language.
public struct LinkModel: Sendable, Hashable {
    /// What is read.
    public let text: String
    /// An address of ours, from ``ConferencePath``.
    public let href: String
    /// True for the page that is being read.
    public let isCurrent: Bool

    /// A link.
    public init(text: String, href: String, isCurrent: Bool = false) {
        self.text = text
        self.href = href
        self.isCurrent = isCurrent
    }
}

/// The frame around every page of a conference.
public struct ShellModel: Sendable {
    /// The conference's name, in the reader's language.
    public var conferenceName: String
    /// A line under the name.
    public var tagline: String
    /// One petal per member.
    public var petals: Int
    /// The first page.
    public var homeHref: String
    /// The chapters.
    public var navigation: [LinkModel]
    /// The reader's language.
    public var language: Language
    /// The same page in the other language.
    public var twinHref: String
    /// What an invented conference says of itself; `nil` for a real one.
    public var demo: [String]?
    /// The foot.
    public var foot: FootModel

    /// A frame.
    public init(
        conferenceName: String, tagline: String, petals: Int, homeHref: String,
        navigation: [LinkModel], language: Language, twinHref: String, demo: [String]? = nil,
        foot: FootModel
    ) {
        self.conferenceName = conferenceName
        self.tagline = tagline
        self.petals = petals
        self.homeHref = homeHref
        self.navigation = navigation
        self.language = language
        self.twinHref = twinHref
        self.demo = demo
        self.foot = foot
    }
}

/// The foot of every page: this page is that state of the record.
public struct FootModel: Sendable {
    /// What a compilation says of itself until an installation is declared official; `nil` from then on.
    public var notice: String?
    /// The number of the last entry.
    public var sequence: Int
    /// When it was recorded, with its zone (``Written/time(_:secondOfDay:offset:_:)``).
    public var recordedAt: String
    /// The tree's root in hexadecimal; shown shortened.
    public var root: String
    /// The last entry's page.
    public var entryHref: String?
    /// Further links: another day, how to verify, JSON.
    public var links: [LinkModel]

    /// A foot.
    public init(
        notice: String?, sequence: Int, recordedAt: String, root: String, entryHref: String? = nil,
        links: [LinkModel] = []
    ) {
        self.notice = notice
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.root = root
        self.entryHref = entryHref
        self.links = links
    }

    /// `7c1e…a94f`.
    var shortRoot: String {
        root.count > 12 ? root.prefix(4) + "…" + root.suffix(4) : root
    }
}
