import Charter

/// Acts of the chapter Registry: the register itself.
public enum RegistryAct: Sendable, Hashable {
    /// The register is opened: the first act of every conference. `on` is the opening day.
    case opened(Opened)
    /// The secretariat declares that the register is complete in a matter from a day on.
    case completeFrom(MatterComplete)
    /// The secretariat declares that a matter is no longer kept complete.
    case completeUntil(MatterIncomplete)
    /// The installation is declared the conference's own publication.
    case declaredOfficial(DeclaredOfficial)
    /// The public key that signs checkpoints is put on record.
    case keyRecorded(KeyRecorded)
    /// An act is corrected: another stands in its place, or none, from this sequence on.
    indirect case corrected(Corrected)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .opened(let body): body
        case .completeFrom(let body): body
        case .completeUntil(let body): body
        case .declaredOfficial(let body): body
        case .keyRecorded(let body): body
        case .corrected(let body): body
        }
    }
}

/// The register is opened: the first act of every conference. `on` is the opening day.
public struct Opened: Sendable, Hashable, Codable {
    /// The conference's id in addresses and hashes, such as `crm`.
    public let conference: String
    /// How the conference is called.
    public let name: Localized
    /// Its other name, if it has one.
    public let subtitle: Localized?
    /// Its abbreviation.
    public let abbreviation: Localized
    /// True for a conference that doesn't exist; then every page says so.
    public let invented: Bool

    /// The act's content.
    public init(
        conference: String, name: Localized, subtitle: Localized? = nil, abbreviation: Localized,
        invented: Bool
    ) {
        self.conference = conference
        self.name = name
        self.subtitle = subtitle
        self.abbreviation = abbreviation
        self.invented = invented
    }
}

/// The secretariat declares that the register is complete in a matter from a day on.
public struct MatterComplete: Sendable, Hashable, Codable {
    /// Which matter.
    public let matter: Matter
    /// The first day on which it is complete.
    public let from: Day

    /// The act's content.
    public init(matter: Matter, from: Day) {
        self.matter = matter
        self.from = from
    }
}

/// The secretariat declares that a matter is no longer kept complete.
public struct MatterIncomplete: Sendable, Hashable, Codable {
    /// Which matter.
    public let matter: Matter
    /// The last day on which it was complete.
    public let until: Day

    /// The act's content.
    public init(matter: Matter, until: Day) {
        self.matter = matter
        self.until = until
    }
}

/// The installation is declared the conference's own publication.
public struct DeclaredOfficial: Sendable, Hashable, Codable {
    /// What the foot of every page says from then on.
    public let statement: Localized

    /// The act's content.
    public init(statement: Localized) {
        self.statement = statement
    }
}

/// The public key that signs checkpoints is put on record.
public struct KeyRecorded: Sendable, Hashable, Codable {
    /// The key's name, such as `puebla/crm`.
    public let name: String
    /// The C2SP verifier key.
    public let key: String

    /// The act's content.
    public init(name: String, key: String) {
        self.name = name
        self.key = key
    }
}

/// An act is corrected: another stands in its place, or none, from this sequence on.
public struct Corrected: Sendable, Hashable, Codable {
    /// Sequence of the act corrected.
    public let corrects: Int
    /// Why.
    public let reason: Localized
    /// The whole act that should stand there; none withdraws it.
    public let replacement: Replacement?

    /// The act's content.
    public init(corrects: Int, reason: Localized, replacement: Replacement? = nil) {
        self.corrects = corrects
        self.reason = reason
        self.replacement = replacement
    }
}
