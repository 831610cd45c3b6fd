import Charter

/// What a reader of the register's list asks for: everything that a line alone can answer.
public struct RegisterFilter: Sendable, Hashable {
    /// `chapter` or `chapter.act`; `nil` for every kind.
    public var kind: String?
    /// Who registered it; `nil` for everybody.
    public var actor: ActingParty?
    /// The first day on which it happened.
    public var from: Day?
    /// The last day on which it happened.
    public var to: Day?

    /// A filter; nothing given lets everything through.
    public init(kind: String? = nil, actor: ActingParty? = nil, from: Day? = nil, to: Day? = nil) {
        self.kind = kind
        self.actor = actor
        self.from = from
        self.to = to
    }

    /// True if it lets everything through.
    public var isOpen: Bool { kind == nil && actor == nil && from == nil && to == nil }
}

extension ConferenceState {
    /// Sequences of the acts that a filter lets through, newest first.
    ///
    /// Computed from the fixed lines alone, without decoding an act. An act that the viewer may not read is
    /// there only where nothing is filtered: whether it would match is not for them to know.
    public func sequences(_ filter: RegisterFilter, for viewer: Viewer) -> [Int] {
        if filter.isOpen { return sequence > 0 ? (1...sequence).reversed() : [] }
        let kinds = ActKind.all.map { kind in
            filter.kind.map { kind.name == $0 || kind.chapter == $0 } ?? true
        }
        let actor = filter.actor.map { registry.actors.firstIndex(of: $0) ?? -1 }
        let first = filter.from.map { Int32(clamping: $0.number) }
        let last = filter.to.map { Int32(clamping: $0.number) }
        var found: [Int] = []
        for index in lines.indices.reversed() {
            let line = lines[index]
            guard kinds[Int(line.kindIndex)], isOpen(index + 1, to: viewer) else { continue }
            if let actor, Int(line.actorIndex) != actor { continue }
            if let last, line.onNumber > last { continue }
            // A year or month that reaches into the range is in it.
            if let first, line.onNumber < first, line.on.last.number < Int(first) { continue }
            found.append(index + 1)
        }
        return found
    }

    /// Who registered an act, as its line says.
    public func actor(of line: RegisterLine) -> ActingParty? {
        let index = Int(line.actorIndex)
        return registry.actors.indices.contains(index) ? registry.actors[index] : nil
    }
}

extension ActKind {
    /// The chapter that the kind belongs to: what stands before the dot.
    public var chapter: String { String(name.prefix { $0 != "." }) }

    /// Every chapter that has kinds, in order, with how it is called.
    public static let chapters: [(name: String, title: Localized)] = {
        var seen: [String] = []
        for kind in all where !seen.contains(kind.chapter) { seen.append(kind.chapter) }
        return seen.map { ($0, chapterTitles[$0] ?? Localized(same: $0)) }
    }()

    private static let chapterTitles: [String: Localized] = [
        "registry": Localized(es: "El registro", en: "The register"),
        "editions": Localized(es: "Ediciones de las reglas", en: "Editions of the rules"),
        "membership": Localized(es: "Miembros y observadores", en: "Members and observers"),
        "presidency": Localized(es: "Presidencia", en: "Presidency"),
        "bodies": Localized(es: "Órganos y grupos", en: "Organs and groups"),
        "meetings": Localized(es: "Reuniones", en: "Meetings"),
        "deliberation": Localized(es: "Decisiones", en: "Decisions"),
        "plan": Localized(es: "Planes", en: "Plans"),
        "finance": Localized(es: "Finanzas", en: "Finance"),
        "library": Localized(es: "Documentos y glosario", en: "Documents and glossary"),
        "statistics": Localized(es: "Cifras", en: "Figures"),
    ]
}

extension ActingParty {
    /// The capacity in words, with the party's name where it has one.
    public func title(_ state: ConferenceState) -> Localized {
        let words: Localized =
            switch capacity {
            case .installation: Localized(es: "la instalación", en: "the installation")
            case .secretariat: Localized(es: "la secretaría", en: "the secretariat")
            case .presidency: Localized(es: "la presidencia", en: "the presidency")
            case .member: Localized(es: "el miembro", en: "the member")
            case .observer: Localized(es: "el observador", en: "the observer")
            case .network: Localized(es: "la red de la sociedad civil", en: "the civil society network")
            case .administrator: Localized(es: "la administración del fondo", en: "the fund's administrator")
            }
        guard let party else { return words }
        return words + Localized(same: " ") + state.name(party)
    }
}
