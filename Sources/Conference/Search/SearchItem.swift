import Charter

/// Something that has a page and can be found by words.
public struct SearchItem: Sendable, Hashable {
    /// What it is; in the order in which kinds are listed beside the hits.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case party, organ, presidency, meeting, decision, plan, planLine, document, space, term, clause, rule,
            figure
        /// A page of the site itself, such as the contribution calculator.
        case page
    }

    /// A stable name: the kind and the code, such as `document/carta`, `planLine/PA/politicas/1.2.1`.
    public let id: String
    /// What it is.
    public let kind: Kind
    /// Its code within the kind, such as `carta`; in a line of a plan the plan's code comes before a `/`.
    public let code: String
    /// Who may find it.
    public let access: AccessClass
    /// A party that may find it whatever its class.
    public let ownReader: PartyID?
    /// What it is called.
    public let title: Localized
    /// What else is searched: names, abbreviations, subjects, texts; one passage each.
    public let body: [Localized]
    /// Codes and abbreviations under which it is found whole.
    public let codes: [String]
    /// Its day, if it has one.
    public let day: PartialDay?
    /// Its year, if it has one.
    public let year: Int?
    /// The organ that it belongs to.
    public let organ: OrganID?
    /// Themes of the plan that it belongs to.
    public let themes: [ElementID]
    /// The languages that it is held in, of documents.
    public let languages: [Language]

    /// An item.
    public init(
        _ kind: Kind, _ code: String, access: AccessClass = .public, ownReader: PartyID? = nil,
        title: Localized, body: [Localized] = [], codes: [String] = [], day: PartialDay? = nil,
        year: Int? = nil, organ: OrganID? = nil, themes: [ElementID] = [], languages: [Language] = []
    ) {
        id = "\(kind.rawValue)/\(code)"
        self.kind = kind
        self.code = code
        self.access = access
        self.ownReader = ownReader
        self.title = title
        self.body = body
        self.codes = codes
        self.day = day
        self.year = year
        self.organ = organ
        self.themes = themes
        self.languages = languages
    }

    /// The same item with more text to be searched, such as a document's.
    public func with(texts: [Localized]) -> SearchItem {
        SearchItem(
            kind, code, access: access, ownReader: ownReader, title: title, body: body + texts, codes: codes,
            day: day, year: year, organ: organ, themes: themes, languages: languages)
    }
}

extension SearchItem.Kind {
    /// What several of the kind are called.
    public var title: Localized {
        switch self {
        case .party: Localized(es: "Miembros y observadores", en: "Members and observers")
        case .organ: Localized(es: "Órganos", en: "Organs")
        case .presidency: Localized(es: "Presidencias", en: "Presidencies")
        case .meeting: Localized(es: "Reuniones y actividades", en: "Meetings and activities")
        case .decision: Localized(es: "Decisiones", en: "Decisions")
        case .plan: Localized(es: "Planes", en: "Plans")
        case .planLine: Localized(es: "Líneas de los planes", en: "Lines of the plans")
        case .document: Localized(es: "Documentos", en: "Documents")
        case .space: Localized(es: "Espacios temáticos", en: "Thematic spaces")
        case .term: Localized(es: "Glosario", en: "Glossary")
        case .clause: Localized(es: "Cláusulas", en: "Clauses")
        case .rule: Localized(es: "Reglas", en: "Rules")
        case .figure: Localized(es: "Cifras", en: "Figures")
        case .page: Localized(es: "Páginas", en: "Pages")
        }
    }
}

extension Viewer {
    /// True if that item is open to this viewer: by its class, or because it is about the viewer alone.
    public func mayRead(_ item: SearchItem) -> Bool { mayRead(item.access, ownReader: item.ownReader) }

    /// True if what has that class, and is about that party alone, is open to this viewer.
    public func mayRead(_ access: AccessClass, ownReader: PartyID?) -> Bool {
        if mayRead(access) { return true }
        if case .observer(let party) = self { return ownReader == party }
        return false
    }
}
