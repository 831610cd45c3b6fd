import Charter

/// A feed of acts or decisions (RFC 4287).
public struct AtomFeed: Sendable, Hashable {
    /// The media type.
    public static let mediaType = "application/atom+xml; charset=utf-8"

    /// One entry.
    public struct Entry: Sendable, Hashable {
        /// A tag URI of ``AtomFeed/tag(authority:day:specific:)``: the same for ever, in every feed.
        public var id: String
        /// The title, plain text.
        public var title: String
        /// What it is about, plain text.
        public var summary: String
        /// The address of its page in the feed's language.
        public var address: String
        /// The address of the page in the other language.
        public var twin: String?
        /// When it happened or was first published.
        public var published: Instant?
        /// When it last changed.
        public var updated: Instant
        /// Its categories: a code for programs and a label for people.
        public var categories: [Category]

        /// An entry.
        public init(
            id: String, title: String, summary: String, address: String, twin: String? = nil,
            published: Instant? = nil, updated: Instant, categories: [Category] = []
        ) {
            self.id = id
            self.title = title
            self.summary = summary
            self.address = address
            self.twin = twin
            self.published = published
            self.updated = updated
            self.categories = categories
        }
    }

    /// A category.
    public struct Category: Sendable, Hashable {
        /// The code: `decision`, `invented`.
        public var term: String
        /// The label, in the feed's language.
        public var label: String

        /// A category.
        public init(_ term: String, label: String) {
            self.term = term
            self.label = label
        }
    }

    /// A tag URI, the same for ever.
    public var id: String
    /// The title.
    public var title: String
    /// A line below the title.
    public var subtitle: String?
    /// Who speaks: the conference's name.
    public var author: String
    /// Whether it is official; stands as `rights` in the feed and in each entry.
    public var notice: String
    /// The language of its texts.
    public var language: Language
    /// The address of the feed itself.
    public var address: String
    /// The address of the page that shows the same.
    public var page: String
    /// The address of the feed in the other language.
    public var twin: String?
    /// Categories of the whole feed, such as the mark `invented`.
    public var categories: [Category]
    /// When the feed last changed, for one without entries; else the newest entry says it.
    public var updated: Instant
    /// The entries, the newest first.
    public var entries: [Entry]

    /// A feed.
    public init(
        id: String, title: String, subtitle: String? = nil, author: String, notice: String,
        language: Language,
        address: String, page: String, twin: String? = nil, categories: [Category] = [], updated: Instant,
        entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.author = author
        self.notice = notice
        self.language = language
        self.address = address
        self.page = page
        self.twin = twin
        self.categories = categories
        self.updated = updated
        self.entries = entries
    }

    /// A tag URI (RFC 4151): `tag:conference.example,2026-11-21:decisions/2016/3`.
    ///
    /// - Parameters:
    ///   - authority: a domain name that belonged to who runs the server on `day`.
    ///   - day: any day of that; it never changes afterwards, whatever the server's name becomes.
    ///   - specific: what tells this from all else of that authority.
    public static func tag(authority: String, day: Day, specific: String) -> String {
        var text = "tag:\(authority),\(day):"
        for byte in specific.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : Percent.encoded(byte)
        }
        return text
    }

    /// The feed as XML.
    public func bytes() -> [UInt8] {
        var xml = XMLWriter(capacity: 2048 + entries.count * 1024)
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.rawValue)]) {
            xml in
            xml.element("id", text: id)
            xml.element("title", text: title)
            xml.element("subtitle", text: subtitle)
            xml.element("updated", text: Self.time(entries.map(\.updated).max() ?? updated))
            xml.element("author") { $0.element("name", text: author) }
            xml.element("rights", text: notice)
            xml.element("generator", text: "Puebla")
            link("self", address, language, "application/atom+xml", &xml)
            link("alternate", page, language, "text/html", &xml)
            // Not a second `alternate`: readers open the first or the last of them, whatever its language.
            if let twin { link("related", twin, language.other, "application/atom+xml", &xml) }
            write(categories, &xml)
            for entry in entries { write(entry, &xml) }
        }
        return xml.bytes
    }

    private func write(_ entry: Entry, _ xml: inout XMLWriter) {
        xml.element("entry") { xml in
            xml.element("id", text: entry.id)
            xml.element("title", text: entry.title)
            xml.element("updated", text: Self.time(entry.updated))
            xml.element("published", text: entry.published.map(Self.time))
            xml.element("summary", text: entry.summary)
            xml.element("rights", text: notice)
            link("alternate", entry.address, language, "text/html", &xml)
            if let twin = entry.twin { link("related", twin, language.other, "text/html", &xml) }
            write(entry.categories, &xml)
        }
    }

    private func link(
        _ relation: String, _ address: String, _ language: Language, _ type: String, _ xml: inout XMLWriter
    ) {
        xml.empty(
            "link",
            [("rel", relation), ("type", type), ("hreflang", language.rawValue), ("href", address)])
    }

    private func write(_ categories: [Category], _ xml: inout XMLWriter) {
        for category in categories {
            xml.empty("category", [("term", category.term), ("label", category.label)])
        }
    }

    private static func time(_ instant: Instant) -> String { instant.secondsText }
}
