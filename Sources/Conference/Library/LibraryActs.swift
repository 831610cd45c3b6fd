import Charter

/// Acts of the chapter Library: documents and glossary.
public enum LibraryAct: Sendable, Hashable {
    /// A document is in the library.
    case documentRecorded(DocumentRecorded)
    /// A term or abbreviation of the glossary.
    case termDefined(TermDefined)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .documentRecorded(let body): body
        case .termDefined(let body): body
        }
    }
}

/// A document is in the library.
public struct DocumentRecorded: Sendable, Hashable, Codable {
    /// Its code.
    public let document: DocumentID
    /// Its title; the original language is marked.
    public let title: Localized
    /// What it is.
    public let kind: DocumentKind
    /// Its year, if recorded.
    public let year: Int?
    /// In which languages it is held.
    public let languages: [Language]?
    /// Who may read it.
    public let access: AccessClass
    /// Where its bytes are.
    public let link: String?
    /// SHA-256 of its bytes in the store.
    public let file: String?
    /// The bytes' media type.
    public let mediaType: String?
    /// Of which meeting.
    public let meeting: MeetingID?
    /// Of which organ.
    public let organ: OrganID?
    /// Themes of the plan.
    public let themes: [ElementID]?

    /// The act's content.
    public init(
        document: DocumentID, title: Localized, kind: DocumentKind, year: Int? = nil,
        languages: [Language]? = nil, access: AccessClass, link: String? = nil, file: String? = nil,
        mediaType: String? = nil, meeting: MeetingID? = nil, organ: OrganID? = nil, themes: [ElementID]? = nil
    ) {
        self.document = document
        self.title = title
        self.kind = kind
        self.year = year
        self.languages = languages
        self.access = access
        self.link = link
        self.file = file
        self.mediaType = mediaType
        self.meeting = meeting
        self.organ = organ
        self.themes = themes
    }
}

/// A term or abbreviation of the glossary.
public struct TermDefined: Sendable, Hashable, Codable {
    /// Its code.
    public let term: TermID
    /// Its abbreviation in each language.
    public let abbreviation: Localized?
    /// The term written out.
    public let name: Localized
    /// What it means, in a sentence.
    public let definition: Localized?

    /// The act's content.
    public init(term: TermID, abbreviation: Localized? = nil, name: Localized, definition: Localized? = nil) {
        self.term = term
        self.abbreviation = abbreviation
        self.name = name
        self.definition = definition
    }
}
