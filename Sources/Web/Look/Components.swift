public import Charter
public import HTML

/// The tone of a tag or notice. It never stands alone: words say the same.
public enum TagTone: String, Sendable, Hashable {
    /// Nothing in particular.
    case plain
    /// In force, done, open.
    case leaf
    /// Ours, provisional, near its end.
    case gold
    /// Refused, ended, failed.
    case brick
    /// Information.
    case cobalt
}

/// A card of the first glance: what, the answer, a little more.
public struct CardModel: Sendable {
    /// What the card answers.
    public var eyebrow: String
    /// The answer.
    public var title: String
    /// Where it is told whole.
    public var titleHref: String?
    /// A code beside the title.
    public var code: String?
    /// A few words more.
    public var detail: String?
    /// Where to go on.
    public var link: LinkModel?
    /// Why it is so.
    public var why: WhyModel?

    /// A card.
    public init(
        eyebrow: String, title: String, titleHref: String? = nil, code: String? = nil,
        detail: String? = nil, link: LinkModel? = nil, why: WhyModel? = nil
    ) {
        self.eyebrow = eyebrow
        self.title = title
        self.titleHref = titleHref
        self.code = code
        self.detail = detail
        self.link = link
        self.why = why
    }
}

/// An empty place that teaches: what will stand here, who adds it, the first step.
public struct EmptyModel: Sendable {
    /// "Not recorded", or what is empty.
    public let title: String
    /// What will stand here, who adds it.
    public let sentences: [String]
    /// The first step.
    public let link: LinkModel?

    /// An empty place.
    public init(title: String, sentences: [String], link: LinkModel? = nil) {
        self.title = title
        self.sentences = sentences
        self.link = link
    }
}

/// What an error says.
public struct ErrorModel: Sendable {
    /// The status, shown small.
    public let status: Int
    /// What happened.
    public let title: String
    /// One clear sentence: what, where, what to do.
    public let sentence: String
    /// The number under which the log has it; `nil` for what isn't a failure.
    public let id: String?
    /// What else is said, each with its name.
    public var facts: [ErrorFact] = []
    /// Where the reader may have wanted to go.
    public let suggestions: [LinkModel]
}

/// A line of what an error says besides its sentence.
public struct ErrorFact: Sendable, Hashable {
    /// What the line is about.
    public let name: String
    /// Its words, each a link where it has an address.
    public let links: [LinkModel]

    /// A line.
    public init(name: String, links: [LinkModel]) {
        self.name = name
        self.links = links
    }
}

extension HTMLWriter {
    /// A state in words and colour.
    public mutating func tag(_ text: String, _ tone: TagTone = .plain) {
        self(.span, text, .classes("tag", tone == .plain ? nil : tone.rawValue))
    }

    /// A code that people say aloud.
    public mutating func code(_ code: String) { self(.span, code, .class("code")) }

    /// The small line above a title.
    public mutating func eyebrow(_ text: String) { self(.p, text, .class("eyebrow")) }

    /// The way from the first page to this one.
    public mutating func breadcrumb(_ links: [LinkModel], _ language: Language) {
        self(.nav, .class("crumbs"), .aria("label", Phrases.youAreHere[language])) { html in
            html(.ol) { html in
                for link in links {
                    html(.li) { html in html(.a, link.text, .href(link.href)) }
                }
            }
        }
    }

    /// A section with its heading and the links at its side.
    ///
    /// `note` is a few quiet words between them; `tools` writes a small form or other controls there.
    public mutating func section(
        _ title: String, id: String? = nil, note: String? = nil, links: [LinkModel] = [],
        tools: ((inout HTMLWriter) -> Void)? = nil, content: (inout HTMLWriter) -> Void
    ) {
        self(.section, .id(id)) { html in
            html(.header, .class("section-head")) { html in
                html(.h2, title)
                if note != nil || !links.isEmpty || tools != nil {
                    html(.div, .class("side")) { html in
                        if let note { html(.span, note, .classes("soft", "num")) }
                        for link in links { html(.a, link.text, .href(link.href)) }
                        tools?(&html)
                    }
                }
            }
            content(&html)
        }
    }

    /// Two columns; the aside holds the answer. It stands first in the document and, on a phone, on the
    /// screen.
    public mutating func columns(
        aside: (inout HTMLWriter) -> Void, main: (inout HTMLWriter) -> Void
    ) {
        self(.div, .class("two")) { html in
            html(.aside, content: aside)
            html(.div, content: main)
        }
    }

    /// Cards side by side. Their titles are headings of level 3, as inside a section; straight below a page's
    /// title they are of level 2.
    public mutating func cards(
        _ cards: [CardModel], _ language: Language, heading: HTMLTag = .h3
    ) {
        self(.div, .class("grid")) { html in
            for card in cards {
                html(.article, .class("card")) { html in
                    html.eyebrow(card.eyebrow)
                    html(heading) { html in
                        if let href = card.titleHref {
                            html(.a, card.title, .href(href))
                        } else {
                            html.text(card.title)
                        }
                        if let code = card.code {
                            html.text(" ")
                            html.code(code)
                        }
                    }
                    if let detail = card.detail { html(.p, detail, .classes("small", "soft", "num")) }
                    if let link = card.link {
                        html(.p, .class("small")) { html in html(.a, link.text, .href(link.href)) }
                    }
                    if let why = card.why { html.why(why, language) }
                }
            }
        }
    }

    /// Facts with their names.
    public mutating func facts(_ facts: [(name: String, value: (inout HTMLWriter) -> Void)]) {
        self(.dl, .class("facts")) { html in
            for fact in facts {
                html(.div) { html in
                    html(.dt, fact.name)
                    html(.dd, content: fact.value)
                }
            }
        }
    }

    /// Something the reader should know before reading on.
    public mutating func notice(
        _ tone: TagTone = .cobalt, title: String? = nil, content: (inout HTMLWriter) -> Void
    ) {
        self(
            .div, .classes("notice", tone == .cobalt || tone == .plain ? nil : tone.rawValue),
            .role("note")
        ) { html in
            if let title { html(.p) { html in html(.b, title) } }
            content(&html)
        }
    }

    /// An empty place. Its title is no heading: it may stand right below the page's own.
    public mutating func empty(_ model: EmptyModel) {
        self(.div, .class("empty")) { html in
            html(.p) { html in html(.b, model.title) }
            for sentence in model.sentences { html(.p, sentence) }
            if let link = model.link {
                html(.p) { html in html(.a, link.text, .href(link.href)) }
            }
        }
    }

    /// An error as a page's content.
    mutating func errorPage(_ model: ErrorModel, _ language: Language) {
        eyebrow("\(model.status)")
        self(.h1, model.title)
        self(.p, model.sentence, .class("lead"))
        if let id = model.id {
            self(.p) { html in
                html.text(Phrase("Número del error: ", "Error number: ")[language])
                html(.code, id)
            }
        }
        if !model.facts.isEmpty {
            facts(model.facts.map { fact in (fact.name, { $0.words(fact.links) }) })
        }
        self(.ul) { html in
            for link in model.suggestions {
                html(.li) { html in html(.a, link.text, .href(link.href)) }
            }
        }
    }

    /// Words and links in a row, with commas between.
    private mutating func words(_ links: [LinkModel]) {
        for (index, link) in links.enumerated() {
            if index > 0 { text(", ") }
            if link.href.isEmpty { text(link.text) } else { self(.a, link.text, .href(link.href)) }
        }
    }
}
