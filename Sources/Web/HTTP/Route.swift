public import Charter

/// What a page is about; the same for both languages and for every representation.
public enum Route: Sendable, Hashable {
    /// The conference's first page.
    case home
    /// The organs and how a matter travels through them.
    case conference
    /// One organ, by its code (`GRCM`).
    case organ(String)
    /// Members and observers.
    case parties
    /// One party, by its code (`MEX`).
    case party(String)
    /// Presidencies and the Troika on a day.
    case presidencies
    /// Meetings: list and calendar.
    case meetings
    /// One meeting, by its code (`GRCM-2026-1`).
    case meeting(String)
    /// Decisions and declarations as recorded.
    case decisions
    /// One decision, by its citation (`CRM/VM/2026/D.4(d)`).
    case decision(String)
    /// The plans: strategic plan and plan of action.
    case plans
    /// One plan, by its code (`PE-2023-2026`).
    case plan(String)
    /// One line of a plan, by plan and line (`PA`, `politicas/1.1.1.1`).
    case planLine(String, String)
    /// The library.
    case library
    /// One document, by its code.
    case document(String)
    /// The text of a document in one language, as held.
    case documentText(String, Language)
    /// The thematic spaces.
    case spaces
    /// One thematic space, by its code.
    case space(String)
    /// The glossary.
    case glossary
    /// The Conference in figures.
    case figures
    /// The contribution calculator.
    case contributions
    /// Contributions foreseen, received and open, and what follows from them: for members.
    case standing
    /// Working days and deadlines.
    case workingDays
    /// The charter, with every clause.
    case charter
    /// One clause, by its id (`carta.financiamiento.cuotas.4`).
    case clause(String)
    /// The duties of a year.
    case duties
    /// What changed between two days.
    case changes
    /// The register of acts.
    case register
    /// One entry of the register, by its sequence from 1.
    case entry(Int)
    /// Search over everything that the reader may see.
    case search
    /// About this site.
    case about
    /// The accessibility statement.
    case accessibility
    /// How to verify the register.
    case verify

    /// Pages whose address is one word after the language.
    private static let plain: [(segment: String, route: Route)] = [
        ("conference", .conference), ("parties", .parties), ("presidencies", .presidencies),
        ("meetings", .meetings), ("decisions", .decisions), ("plans", .plans), ("library", .library),
        ("spaces", .spaces), ("glossary", .glossary), ("figures", .figures),
        ("contributions", .contributions), ("standing", .standing), ("working-days", .workingDays),
        ("charter", .charter), ("duties", .duties), ("changes", .changes), ("register", .register),
        ("search", .search), ("about", .about), ("accessibility", .accessibility), ("verify", .verify),
    ]

    /// Every page that needs no code to be named, home first: for the sitemap and for tests.
    public static let singles: [Route] = [.home] + plain.map(\.route)

    /// The route's name in logs and figures: never a value from the address.
    public var name: StaticString {
        switch self {
        case .home: "home"
        case .conference: "conference"
        case .organ: "organ"
        case .parties: "parties"
        case .party: "party"
        case .presidencies: "presidencies"
        case .meetings: "meetings"
        case .meeting: "meeting"
        case .decisions: "decisions"
        case .decision: "decision"
        case .plans: "plans"
        case .plan: "plan"
        case .planLine: "plan-line"
        case .library: "library"
        case .document: "document"
        case .documentText: "document-text"
        case .spaces: "spaces"
        case .space: "space"
        case .glossary: "glossary"
        case .figures: "figures"
        case .contributions: "contributions"
        case .standing: "standing"
        case .workingDays: "working-days"
        case .charter: "charter"
        case .clause: "clause"
        case .duties: "duties"
        case .changes: "changes"
        case .register: "register"
        case .entry: "entry"
        case .search: "search"
        case .about: "about"
        case .accessibility: "accessibility"
        case .verify: "verify"
        }
    }

    /// The segments after the language, as they stand in an address before percent-encoding.
    var segments: [String] {
        switch self {
        case .home: []
        case .organ(let code): ["conference", code]
        case .party(let code): ["parties", code]
        case .meeting(let code): ["meetings", code]
        // A citation keeps its strokes: `/decisions/CRM/VM/2026/D.4(d)`.
        case .decision(let citation): ["decisions"] + Route.pieces(citation)
        case .plan(let code): ["plans", code]
        case .planLine(let plan, let line): ["plans", plan] + Route.pieces(line)
        case .document(let code): ["library"] + Route.pieces(code)
        case .documentText(let code, let language): ["texts", language.rawValue] + Route.pieces(code)
        case .space(let code): ["spaces", code]
        case .clause(let id): ["charter", id]
        case .entry(let sequence): ["register", String(sequence)]
        case .conference, .parties, .presidencies, .meetings, .decisions, .plans, .library, .spaces,
            .glossary, .figures, .contributions, .standing, .workingDays, .charter, .duties, .changes,
            .register, .search, .about, .accessibility, .verify:
            [name.description]
        }
    }

    /// The route of these segments; `nil` if there is none.
    init?(segments: [String]) {
        guard let first = segments.first else {
            self = .home
            return
        }
        if segments.count == 1 {
            guard let found = Route.plain.first(where: { $0.segment == first }) else { return nil }
            self = found.route
            return
        }
        let rest = segments.dropFirst()
        guard rest.allSatisfy(Route.isCode) else { return nil }
        self.init(first, Array(rest))
    }

    /// A page below a list, by the codes that follow.
    private init?(_ list: String, _ codes: [String]) {
        let joined = codes.joined(separator: "/")
        switch (list, codes.count) {
        case ("conference", 1): self = .organ(joined)
        case ("parties", 1): self = .party(joined)
        case ("meetings", 1): self = .meeting(joined)
        case ("decisions", 1...8): self = .decision(joined)
        case ("plans", 1): self = .plan(joined)
        case ("plans", 2...8): self = .planLine(codes[0], codes.dropFirst().joined(separator: "/"))
        case ("library", 1...8): self = .document(joined)
        case ("texts", 2...9):
            guard let language = Language(rawValue: codes[0]) else { return nil }
            self = .documentText(codes.dropFirst().joined(separator: "/"), language)
        case ("spaces", 1): self = .space(joined)
        case ("charter", 1): self = .clause(joined)
        case ("register", 1):
            // The number in its one form, so that an entry has one address.
            guard let sequence = Int(joined), sequence > 0, String(sequence) == joined else { return nil }
            self = .entry(sequence)
        default: return nil
        }
    }

    private static func pieces(_ code: String) -> [String] {
        code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }

    /// Codes and ids: letters, digits and a few signs; 1 to 120 of them, and not ending like a file.
    private static func isCode(_ text: String) -> Bool {
        (1...120).contains(text.utf8.count) && text != "." && text != ".."
            && Representation(suffixOf: text) == nil
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isCodeSign }
    }
}

extension Unicode.Scalar {
    fileprivate var isCodeSign: Bool {
        ("0"..."9").contains(self) || "-_.():".unicodeScalars.contains(self)
    }
}

/// In which form a page is sent.
public enum Representation: String, Sendable, Hashable, CaseIterable {
    /// A page for people.
    case html
    /// The same resource for programs.
    case json
    /// The page's list, for spreadsheets.
    case csv, xlsx
    /// The page on paper.
    case pdf
    /// The page's meetings as a calendar.
    case ics
    /// The page's acts as a feed.
    case atom
    /// How the page is quoted, for reference managers.
    case bib, ris

    /// The representation that a file-like ending names: `meetings.ics`; `nil` for none, and for `.html`, which
    /// a page's own address is.
    init?(suffixOf segment: String) {
        guard let dot = segment.lastIndex(of: "."), dot != segment.startIndex,
            let found = Representation(rawValue: String(segment[segment.index(after: dot)...])),
            found != .html
        else { return nil }
        self = found
    }

    /// What is read in a page's row of formats.
    public var label: String {
        switch self {
        case .atom: "Atom"
        case .ics: "iCalendar"
        case .bib: "BibTeX"
        case .html, .json, .csv, .xlsx, .pdf, .ris: rawValue.uppercased()
        }
    }
}
