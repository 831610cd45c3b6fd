import Charter

/// In which capacity somebody registers an act (rules.md, Who registers what).
public enum Capacity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who runs the installation, by the command line only.
    case installation
    case secretariat, presidency, member, observer, network
    /// The administrator of the reserve fund.
    case administrator
}

/// Who registers an act: a capacity and, where it has one, a party. Never a person.
///
/// Shape in the register: `secretariat`, `member/MEX`, `observer/COL`.
public struct ActingParty: Sendable, Hashable, CustomStringConvertible {
    /// In which capacity.
    public let capacity: Capacity
    /// For which party; only for members and observers.
    public let party: PartyID?

    /// A capacity that needs no party.
    public init(_ capacity: Capacity, party: PartyID? = nil) {
        self.capacity = capacity
        self.party = party
    }

    /// Reads `secretariat`, `member/MEX`; `nil` for an unknown capacity, or a party too many or too few.
    public init?(text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard let first = parts.first, let capacity = Capacity(rawValue: first) else { return nil }
        let needsParty = capacity == .member || capacity == .observer
        guard needsParty == (parts.count == 2), parts.count == 1 || IdentifierText.isValid(parts[1]) else {
            return nil
        }
        self.init(capacity, party: parts.count == 2 ? PartyID(parts[1]) : nil)
    }

    /// As it stands in the register.
    public var description: String { party.map { "\(capacity.rawValue)/\($0)" } ?? capacity.rawValue }

    /// Who runs the installation.
    public static let installation = ActingParty(.installation)
    /// The secretariat.
    public static let secretariat = ActingParty(.secretariat)
    /// The presidency.
    public static let presidency = ActingParty(.presidency)
    /// A member.
    public static func member(_ party: PartyID) -> ActingParty { ActingParty(.member, party: party) }
    /// An observer.
    public static func observer(_ party: PartyID) -> ActingParty { ActingParty(.observer, party: party) }
}

/// Who may register a kind of act: one line of the table in rules.md.
public struct Registrants: Sendable, Hashable {
    /// The capacities that may.
    public let capacities: [Capacity]
    /// True if a member or observer registers it for itself alone.
    public let forItself: Bool
    /// True if the secretariat may register it for the presidency, naming the instruction.
    public let byInstruction: Bool
    /// The table's line, shown in the refusal.
    public let line: Localized

    private init(
        _ capacities: [Capacity], forItself: Bool = false, byInstruction: Bool = false, es: String, en: String
    ) {
        self.capacities = capacities
        self.forItself = forItself
        self.byInstruction = byInstruction
        line = Localized(es: es, en: en)
    }

    /// Founding acts, editions, opening, declaring official, keys.
    public static let installation = Registrants(
        [.installation], es: "Lo registra la instalación, desde la línea de órdenes.",
        en: "The installation registers it, by the command line.")
    /// Completeness, open decisions, handovers, organs, library, glossary, statuses, figures, notices,
    /// attendance, contributions, requests received.
    public static let secretariat = Registrants(
        [.secretariat], es: "Lo registra la secretaría.", en: "The secretariat registers it.")
    /// Effects of a vice-ministerial decision.
    public static let decisionEffect = Registrants(
        [.presidency, .secretariat],
        es:
            "Lo registra la presidencia o la secretaría, citando la decisión de las viceministras y los viceministros.",
        en: "The presidency or the secretariat registers it, citing the vice-ministers' decision.")
    /// What a member says for itself.
    public static let member = Registrants(
        [.member], forItself: true, es: "Lo registra el país miembro por sí mismo.",
        en: "The member registers it for itself.")
    /// What the presidency registers; the secretariat on its instruction, which the act names.
    public static let presidency = Registrants(
        [.presidency], byInstruction: true,
        es: "Lo registra la presidencia, o la secretaría por instrucción suya, que el acto nombra.",
        en: "The presidency registers it, or the secretariat on its instruction, which the act names.")
    /// Decisions: of open sessions the secretariat, of closed ones the presidency.
    public static let decisions = Registrants(
        [.secretariat, .presidency],
        es: "Las de sesión abierta las registra la secretaría; las de sesión cerrada, la presidencia.",
        en:
            "Those of open sessions are registered by the secretariat, those of closed ones by the presidency."
    )
    /// Decisions of open sessions.
    public static let openDecisions = Registrants(
        [.secretariat], es: decisions.line.es, en: decisions.line.en)
    /// Decisions of closed sessions, which the secretariat doesn't register even on instruction.
    public static let closedDecisions = Registrants(
        [.presidency], es: decisions.line.es, en: decisions.line.en)
    /// Whoever may register the act corrected.
    public static let corrections = Registrants(
        [.installation, .secretariat, .presidency, .member, .observer, .network, .administrator],
        es: "Corrige un acto quien puede registrarlo, con su razón.",
        en: "Whoever may register an act may correct it, with the reason.")
}

/// Who looks: what is shown follows from the charter for the viewer's party and the day.
public enum Viewer: Sendable, Hashable {
    case `public`
    case member(PartyID)
    case presidency
    case secretariat
    case observer(PartyID)
    case network
    case administrator

    /// True if acts and papers of that class are open to this viewer (rules.md, Access).
    public func mayRead(_ access: AccessClass) -> Bool {
        switch self {
        case .public: access == .public
        case .observer, .network, .administrator: access <= .participants
        case .secretariat: access <= .members
        case .member, .presidency: true
        }
    }

    /// True if that act is open to this viewer: by its class, or because it is about the viewer alone, as the
    /// notice that an observer's status is about to lapse.
    public func mayRead(_ body: any ActBody) -> Bool {
        if mayRead(body.access) { return true }
        if case .observer(let party) = self { return body.ownReader == party }
        return false
    }
}
