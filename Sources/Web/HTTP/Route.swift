public import Charter

/// What a page is about; the same for both languages and for HTML and JSON.
public enum Route: Sendable, Hashable {
    /// The conference's first page.
    case home
    /// Members and observers.
    case parties
    /// One party, by its code (`MEX`).
    case party(String)
    /// Presidencies and the Troika on a day.
    case presidencies
    /// The contribution calculator.
    case contributions
    /// Working days and deadlines.
    case workingDays
    /// The charter, with every clause.
    case charter
    /// One clause, by its id (`carta.financiamiento.cuotas.4`).
    case clause(String)
    /// The register of acts.
    case register
    /// One entry of the register, by its sequence from 1.
    case entry(Int)

    /// The route's name in logs and figures: never a value from the address.
    public var name: StaticString {
        switch self {
        case .home: "home"
        case .parties: "parties"
        case .party: "party"
        case .presidencies: "presidencies"
        case .contributions: "contributions"
        case .workingDays: "working-days"
        case .charter: "charter"
        case .clause: "clause"
        case .register: "register"
        case .entry: "entry"
        }
    }

    /// The segments after the language, as they stand in an address before percent-encoding.
    var segments: [String] {
        switch self {
        case .home: []
        case .parties: ["parties"]
        case .party(let code): ["parties", code]
        case .presidencies: ["presidencies"]
        case .contributions: ["contributions"]
        case .workingDays: ["working-days"]
        case .charter: ["charter"]
        case .clause(let id): ["charter", id]
        case .register: ["register"]
        case .entry(let sequence): ["register", String(sequence)]
        }
    }

    /// The route of these segments; `nil` if there is none.
    init?(segments: [String]) {
        switch (segments.count, segments.first) {
        case (0, _): self = .home
        case (1, "parties"): self = .parties
        case (2, "parties") where Route.isCode(segments[1]): self = .party(segments[1])
        case (1, "presidencies"): self = .presidencies
        case (1, "contributions"): self = .contributions
        case (1, "working-days"): self = .workingDays
        case (1, "charter"): self = .charter
        case (2, "charter") where Route.isCode(segments[1]): self = .clause(segments[1])
        case (1, "register"): self = .register
        case (2, "register"):
            // The number in its one form, so that an entry has one address.
            guard let sequence = Int(segments[1]), sequence > 0, String(sequence) == segments[1] else {
                return nil
            }
            self = .entry(sequence)
        default: return nil
        }
    }

    /// Codes and ids: letters, digits, `-`, `_`, `.`; 1 to 120 of them, and not ending like a file.
    private static func isCode(_ text: String) -> Bool {
        (1...120).contains(text.utf8.count) && text != "." && text != ".." && !text.hasSuffix(".json")
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isCodeSign }
    }
}

extension Unicode.Scalar {
    fileprivate var isCodeSign: Bool {
        ("0"..."9").contains(self) || self == "-" || self == "_" || self == "."
    }
}

/// In which form a page is sent.
public enum Representation: String, Sendable, Hashable, CaseIterable {
    /// A page for people.
    case html
    /// The same resource for programs.
    case json
}

/// Where a conference lives on its server: `""` for the first, `/c/ID` for the others.
public struct ConferencePath: Sendable, Hashable {
    /// What stands before the language in every address of the conference.
    public let prefix: String

    /// The first conference of a server.
    public static let root = ConferencePath(prefix: "")

    /// A further conference: `/c/ID`. The id is made of lower-case letters, digits and `-`.
    public init?(id: String) {
        let allowed = id.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard allowed, (1...40).contains(id.utf8.count) else { return nil }
        self.init(prefix: "/c/" + id)
    }

    private init(prefix: String) { self.prefix = prefix }

    /// The address of a page, such as `/es/parties/MEX` or `/c/cme/en/register/61.json`.
    ///
    /// `query` is appended percent-encoded, in the order given.
    public func path(
        _ route: Route, _ language: Language, _ representation: Representation = .html,
        query: [(String, String)] = [], fragment: String? = nil
    ) -> String {
        let segments = route.segments.map(PercentEncoding.encode)
        var path = prefix + "/" + language.rawValue + "/"
        switch representation {
        case .html: path += segments.joined(separator: "/")
        // The first page has no segment to hang `.json` on.
        case .json: path += (segments.isEmpty ? "index" : segments.joined(separator: "/")) + ".json"
        }
        path += Query.text(query)
        if let fragment { path += "#" + PercentEncoding.encode(fragment) }
        return path
    }

    /// The address that answers by the browser's language.
    public var choice: String { prefix + "/" }
}

/// What an address means.
public enum Destination: Sendable, Hashable {
    /// `/` or `/c/ID/`: answers by the browser's language.
    case languageChoice(ConferencePath)
    /// A page of a conference.
    case page(ConferencePath, Route, Language, Representation)
    /// The style sheet.
    case style(version: String)
    /// The rosette as the site's icon.
    case favicon
    /// Whether the server can answer.
    case health
    /// Figures for operators.
    case metrics
    /// Another spelling of an address: sent on to it for good.
    case moved(String)
    /// No such address; the conference and language that it seems to ask for.
    case unknown(ConferencePath, Language?)

    /// The address of the style sheet; its version is in its name, so that it may be kept for good.
    public static func stylePath(version: String) -> String { "/assets/puebla-\(version).css" }
    /// The address of the icon.
    public static let faviconPath = "/assets/rosette.svg"

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
        guard parts.popFirst() == "" else { return .unknown(.root, nil) }
        var base = ConferencePath.root
        if parts.first == "c", parts.count > 1 {
            parts.removeFirst()
            let id = parts.removeFirst()
            guard let found = ConferencePath(id: String(id)) else { return .unknown(.root, nil) }
            base = found
            if parts.isEmpty { return .moved(base.choice) }
        }
        if parts == [""] { return .languageChoice(base) }
        guard let spoken = parts.popFirst(), let language = Language(rawValue: String(spoken)) else {
            return .unknown(base, nil)
        }
        if parts.isEmpty { return .moved(base.path(.home, language)) }
        if parts == [""] { return .page(base, .home, language, .html) }
        return page(base, language, Array(parts))
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
        if last.hasSuffix(".json") {
            representation = .json
            segments[segments.count - 1] = String(last.dropLast(5))
            if segments == ["index"] { segments = [] }
        }
        guard let route = Route(segments: segments) else {
            return .unknown(base, language)
        }
        // A party's code in small letters, a slash at the end: the same page, at its one address.
        if case .party(let code) = route, code == code.lowercased(), code != code.uppercased() {
            return .moved(base.path(.party(code.uppercased()), language, representation))
        }
        if slash { return .moved(base.path(route, language, representation)) }
        return .page(base, route, language, representation)
    }
}
