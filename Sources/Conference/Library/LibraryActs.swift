import Charter

/// Acts of the chapter Library: documents, their texts, thematic spaces and glossary.
public enum LibraryAct: Sendable, Hashable {
    /// A document is in the library.
    case documentRecorded(DocumentRecorded)
    /// The text of a document in one language.
    case textRecorded(TextRecorded)
    /// A thematic space is opened.
    case spaceOpened(SpaceOpened)
    /// Documents, meetings and organs are placed in a thematic space.
    case placed(Placed)
    /// A term or abbreviation of the glossary.
    case termDefined(TermDefined)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .documentRecorded(let body): body
        case .textRecorded(let body): body
        case .spaceOpened(let body): body
        case .placed(let body): body
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
    /// The decision that adopted it, where a source says so.
    public let decision: DecisionID?

    /// The act's content.
    public init(
        document: DocumentID, title: Localized, kind: DocumentKind, year: Int? = nil,
        languages: [Language]? = nil, access: AccessClass, link: String? = nil, file: String? = nil,
        mediaType: String? = nil, meeting: MeetingID? = nil, organ: OrganID? = nil,
        themes: [ElementID]? = nil, decision: DecisionID? = nil
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
        self.decision = decision
    }
}

/// The text of a document in one language, of the day on which the act happened.
public struct TextRecorded: Sendable, Hashable, Codable {
    /// Of which document.
    public let document: DocumentID
    /// In which language.
    public let language: Language
    /// SHA-256 of its bytes in the store; in a file of acts, a path.
    public let file: String
    /// The bytes' media type.
    public let mediaType: String
    /// Its title in that language, where it isn't the document's.
    public let title: String?
    /// Who may read it: as the document.
    public let access: AccessClass

    /// The act's content.
    public init(
        document: DocumentID, language: Language, file: String, mediaType: String, title: String? = nil,
        access: AccessClass
    ) {
        self.document = document
        self.language = language
        self.file = file
        self.mediaType = mediaType
        self.title = title
        self.access = access
    }
}

/// A thematic space is opened: where papers, meetings and organs of one theme stand together.
public struct SpaceOpened: Sendable, Hashable, Codable {
    /// Its code.
    public let space: SpaceID
    /// Its name.
    public let name: Localized
    /// What it is about, in our words.
    public let summary: Localized
    /// The organs that work on it.
    public let organs: [OrganID]?
    /// The lines of plans that it belongs to.
    public let lines: [PlanPlace]?
    /// Terms of the glossary that it uses.
    public let terms: [TermID]?

    /// The act's content.
    public init(
        space: SpaceID, name: Localized, summary: Localized, organs: [OrganID]? = nil,
        lines: [PlanPlace]? = nil, terms: [TermID]? = nil
    ) {
        self.space = space
        self.name = name
        self.summary = summary
        self.organs = organs
        self.lines = lines
        self.terms = terms
    }
}

/// Documents, meetings and organs are placed in a thematic space.
public struct Placed: Sendable, Hashable, Codable {
    /// In which space.
    public let space: SpaceID
    /// Documents.
    public let documents: [DocumentID]?
    /// Meetings and activities.
    public let meetings: [MeetingID]?
    /// Organs.
    public let organs: [OrganID]?
    /// Who may read it: no wider than the documents.
    public let access: AccessClass

    /// The act's content.
    public init(
        space: SpaceID, documents: [DocumentID]? = nil, meetings: [MeetingID]? = nil,
        organs: [OrganID]? = nil, access: AccessClass
    ) {
        self.space = space
        self.documents = documents
        self.meetings = meetings
        self.organs = organs
        self.access = access
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
