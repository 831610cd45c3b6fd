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

/// The day that a page shows, and the way to another one.
public struct DayBar: Sendable {
    /// What the fold says: the day that is shown.
    public var summary: String
    /// The form that asks for another day.
    public var question: QuestionModel
    /// Says that the page shows another day than today; `nil` for today.
    public var otherDay: String?
    /// Leads back to today.
    public var back: LinkModel?
    /// What changed between that day and today.
    public var changes: LinkModel?
    /// True if what was typed can't be read: the fold is open.
    public var isOpen: Bool

    /// A day bar.
    public init(
        summary: String, question: QuestionModel, otherDay: String? = nil, back: LinkModel? = nil,
        changes: LinkModel? = nil, isOpen: Bool = false
    ) {
        self.summary = summary
        self.question = question
        self.otherDay = otherDay
        self.back = back
        self.changes = changes
        self.isOpen = isOpen
    }
}

/// The box that searches everything, on every page.
public struct SearchBox: Sendable {
    /// The page that answers.
    public var action: String
    /// What was typed, on the page that answers.
    public var text: String

    /// A search box.
    public init(action: String, text: String = "") {
        self.action = action
        self.text = text
    }
}

/// The bar of an invented conference: what it is, as whom it is seen, on which day its clock stands.
public struct InventedBar: Sendable {
    /// What it says of itself; the first sentence is the short one.
    public var sentences: [String]
    /// As whom it is seen, in words; `nil` where it isn't tried out.
    public var seenAs: String?
    /// As whom it can be seen, the public first; empty where it isn't tried out.
    public var seats: [Seat] = []
    /// Where the clock is set; `nil` where it can't be.
    public var clock: ClockForm?
    /// Other conferences on the server.
    public var others: [LinkModel]

    /// One as whom it can be seen.
    public struct Seat: Sendable {
        /// The same page, seen so.
        public var link: LinkModel
        /// All of its kind, where there are several.
        public var more: [LinkModel] = []
    }

    /// The form that moves the clock.
    public struct ClockForm: Sendable {
        /// Where it is sent.
        public var action: String
        /// Where it leads back to.
        public var back: String
        /// The day on which it stands.
        public var day: Day
        /// The day on which it stands unless it is moved.
        public var home: Day
        /// The days between which it moves.
        public var range: (first: Day, last: Day)
        /// What was typed and can't be taken.
        public var typed: String?
        /// What is wrong with it.
        public var problem: String?
    }

    /// A bar.
    public init(sentences: [String], clock: ClockForm? = nil, others: [LinkModel] = []) {
        self.sentences = sentences
        self.clock = clock
        self.others = others
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
    public var invented: InventedBar?
    /// The pages of the chapter that is read.
    public var local: [LinkModel] = []
    /// The day shown; `nil` for a page without a past.
    public var day: DayBar?
    /// The search box.
    public var search: SearchBox?
    /// The page in other forms.
    public var formats: [LinkModel] = []
    /// False for pages that search engines are told to leave out of their lists.
    public var isListed = true
    /// The foot.
    public var foot: FootModel

    /// A frame.
    public init(
        conferenceName: String, tagline: String, petals: Int, homeHref: String,
        navigation: [LinkModel], language: Language, twinHref: String, invented: InventedBar? = nil,
        foot: FootModel
    ) {
        self.conferenceName = conferenceName
        self.tagline = tagline
        self.petals = petals
        self.homeHref = homeHref
        self.navigation = navigation
        self.language = language
        self.twinHref = twinHref
        self.invented = invented
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
    /// Under which address the page is found as it is printed, its day included: stands on paper alone.
    public var address: String?

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
