public import Charter

/// What an address means.
public enum Destination: Sendable, Hashable {
    /// `/` or `/c/ID/`: answers by the browser's language.
    case languageChoice(ConferencePath)
    /// A page of a conference.
    case page(ConferencePath, Route, Language, Representation)
    /// Where the clock of an invented conference is moved.
    case clock(ConferencePath)
    /// The style sheet.
    case style(version: String)
    /// The rosette as the site's icon.
    case favicon
    /// Whether the server can answer.
    case health
    /// Figures for operators.
    case metrics
    /// What robots may visit.
    case robots
    /// Whom to tell of a weakness (RFC 9116).
    case security
    /// A conference's pages for search engines; the part of that number of a long list.
    case sitemap(ConferencePath, part: Int?)
    /// A conference's library for harvesters (OAI-PMH 2.0).
    case harvest(ConferencePath)
    /// What the JSON answers are made of.
    case schema
    /// Another spelling of an address: sent on to it for good.
    case moved(String)
    /// A conference seen as what is no seat anywhere, with what was typed and the language asked for.
    case noSeat(ConferencePath, Language?, typed: String)
    /// No such address; the conference and language that it seems to ask for.
    case unknown(ConferencePath, Language?)

    /// The address of the style sheet; its version is in its name, so that it may be kept for good.
    public static func stylePath(version: String) -> String { "/assets/puebla-\(version).css" }
    /// The address of the icon.
    public static let faviconPath = "/assets/rosette.svg"
    /// The address of the schema of all JSON answers.
    public static let schemaPath = "/schema.json"
    /// The address of one kind of answer in the schema: a route's name, or `error`.
    static func schema(of name: String) -> String { schemaPath + "#/$defs/" + name }

    /// Reads the path of an address (without its query).
    public init(path: String) {
        switch path {
        case "/healthz":
            self = .health
            return
        case "/metrics":
            self = .metrics
            return
        case Destination.faviconPath, "/favicon.ico":
            self = .favicon
            return
        case "/robots.txt":
            self = .robots
            return
        case "/.well-known/security.txt":
            self = .security
            return
        case Destination.schemaPath:
            self = .schema
            return
        default: break
        }
        if path.hasPrefix("/assets/puebla-"), path.hasSuffix(".css") {
            self = .style(version: String(path.dropFirst(15).dropLast(4)))
            return
        }
        self = Destination.conferencePage(path)
    }

    private static func conferencePage(_ path: String) -> Destination {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.popFirst() == "", !parts.isEmpty else { return .unknown(.root, nil) }
        let base: ConferencePath
        switch ConferencePath.read(&parts) {
        case .place(let place): base = place
        case .noSeat(let place, let typed):
            let language = parts.first.flatMap { Language(rawValue: String($0)) }
            return .noSeat(place, language, typed: String(typed))
        case nil: return .unknown(.root, nil)
        }
        if parts.isEmpty { return .moved(base.choice) }
        if parts == [""] { return .languageChoice(base) }
        if parts == ["clock"] { return .clock(base) }
        if parts.count == 1, let file = conferenceFile(base, parts[parts.startIndex]) { return file }
        guard let spoken = parts.popFirst(), let language = Language(rawValue: String(spoken)) else {
            return .unknown(base, nil)
        }
        if parts.isEmpty { return .moved(base.path(.home, language)) }
        if parts == [""] { return .page(base, .home, language, .html) }
        return page(base, language, Array(parts))
    }

    /// Files of a conference that have no language.
    private static func conferenceFile(_ base: ConferencePath, _ name: Substring) -> Destination? {
        if name == "oai" { return .harvest(base) }
        if name == "sitemap.xml" { return .sitemap(base, part: nil) }
        guard name.hasPrefix("sitemap-"), name.hasSuffix(".xml"),
            let part = Int(name.dropFirst(8).dropLast(4)), part > 0
        else { return nil }
        return .sitemap(base, part: part)
    }

    private static func page(_ base: ConferencePath, _ language: Language, _ parts: [Substring])
        -> Destination
    {
        var parts = parts
        let slash = parts.count > 1 && parts.last == ""
        if slash { parts.removeLast() }
        var segments = parts.compactMap { PercentEncoding.decode($0) }
        guard segments.count == parts.count, let last = segments.last else {
            return .unknown(base, language)
        }
        var representation = Representation.html
        if let named = Representation(suffixOf: last) {
            representation = named
            segments[segments.count - 1] = String(last.dropLast(named.rawValue.count + 1))
            if segments == ["index"] { segments = [] }
        }
        guard let route = Route(segments: segments) else { return .unknown(base, language) }
        // A party's code in small letters, a slash at the end: the same page, at its one address.
        if case .party(let code) = route, code == code.lowercased(), code != code.uppercased() {
            return .moved(base.path(.party(code.uppercased()), language, representation))
        }
        if slash { return .moved(base.path(route, language, representation)) }
        return .page(base, route, language, representation)
    }
}
