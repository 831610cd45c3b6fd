import Charter
import Foundation

/// An act as somebody proposes it: what goes into the register if it is admitted.
public struct Proposal: Sendable, Hashable {
    /// Made by the caller, unique per conference: a retry finds its own act.
    public let id: String
    /// When it happened, as far as known.
    public let on: PartialDay
    /// Where that is said; required of acts dated before the register was opened.
    public let source: Source?
    /// The vice-ministers' decision under which it departs from a clause.
    public let under: DecisionID?
    /// The presidency's instruction, where the secretariat registers for it.
    public let instruction: String?
    /// The act.
    public let act: Act

    /// An act as somebody proposes it.
    public init(
        id: String, on: PartialDay, source: Source? = nil, under: DecisionID? = nil,
        instruction: String? = nil,
        act: Act
    ) {
        self.id = id
        self.on = on
        self.source = source
        self.under = under
        self.instruction = instruction
        self.act = act
    }
}

/// An act that stands in the register.
public struct RegisteredAct: Sendable, Hashable {
    /// Its place, from 1.
    public let sequence: Int
    /// When it was recorded.
    public let recordedAt: Instant
    /// Who registered it.
    public let actor: ActingParty
    /// What was registered.
    public let proposal: Proposal

    /// An act that stands in the register.
    public init(sequence: Int, recordedAt: Instant, actor: ActingParty, proposal: Proposal) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.actor = actor
        self.proposal = proposal
    }
}

/// The whole act that should stand in a corrected one's place.
public struct Replacement: Sendable, Hashable, Codable {
    /// When it happened.
    public let on: PartialDay
    /// Where that is said.
    public let source: Source?
    /// The decision under which it departs from a clause.
    public let under: DecisionID?
    /// The presidency's instruction.
    public let instruction: String?
    /// The act.
    public let act: Act

    /// The whole act that should stand there.
    public init(
        on: PartialDay, source: Source? = nil, under: DecisionID? = nil, instruction: String? = nil, act: Act
    ) {
        self.on = on
        self.source = source
        self.under = under
        self.instruction = instruction
        self.act = act
    }

    private enum Keys: String, CodingKey { case on, source, under, instruction, kind, act }

    /// Reads the pack's shape without an id: `{"on","source","kind","act"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let name = try container.decode(String.self, forKey: .kind)
        guard let kind = ActKind.named(name) else {
            throw DecodingError.unfit(
                decoder.codingPath + [Keys.kind],
                es: "“\(name.prefix(60))” no es una clase de acto; vea docs/acts.md.",
                en: "“\(name.prefix(60))” is no kind of act; see docs/acts.md.")
        }
        on = try container.decode(PartialDay.self, forKey: .on)
        source = try container.decodeIfPresent(Source.self, forKey: .source)
        under = try container.decodeIfPresent(DecisionID.self, forKey: .under)
        instruction = try container.decodeIfPresent(String.self, forKey: .instruction)
        act = try kind.decode(from: container.superDecoder(forKey: .act))
    }

    /// Writes the same shape.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(on, forKey: .on)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(under, forKey: .under)
        try container.encodeIfPresent(instruction, forKey: .instruction)
        try container.encode(act.kind, forKey: .kind)
        try act.body.encode(to: container.superEncoder(forKey: .act))
    }
}

extension Proposal {
    /// The largest body that is registered, in bytes.
    public static let bodyLimit = 256 * 1024
    /// The body's shape of this build; older ones are read through ``Upcaster``.
    public static let version = 1

    /// The body as it is hashed and stored: the act as JSON with `on` and `source`, keys in order.
    public func body() throws -> [UInt8] {
        do { return try BodyEncoder.bytes(BodyOut(proposal: self)) } catch is BodyEncoder.Unusual {
            return try generalBody()
        }
    }

    /// The same bytes by the general encoder.
    func generalBody() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(BodyOut(proposal: self)))
    }

    /// Reads a stored body, lifting older shapes to this build's.
    ///
    /// - Throws: ``FileProblem`` with the place in the body; never anything else.
    public init(
        id: String, kind name: String, version: Int, body: [UInt8], upcasters: [Upcaster] = Upcaster.all
    ) throws(FileProblem) {
        guard let kind = ActKind.named(name) else {
            throw FileProblem(
                "kind", es: "“\(name.prefix(60))” no es una clase de acto; vea docs/acts.md.",
                en: "“\(name.prefix(60))” is no kind of act; see docs/acts.md.")
        }
        let body = try Upcaster.body(
            body, kind: name, version: version, to: Proposal.version, by: upcasters)
        if let known = Proposal(usual: body, id: id, kind: kind) {
            self = known
            return
        }
        do {
            self = try Proposal.general(body, id: id, kind: kind)
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem(decoding: error)
        }
    }
}

extension Proposal {
    /// Reads any body, with the place of whatever is wrong in it.
    static func general(_ body: [UInt8], id: String, kind: ActKind) throws -> Proposal {
        let decoder = JSONDecoder()
        decoder.userInfo[.actKind] = kind
        return try decoder.decode(BodyIn.self, from: Data(body)).proposal(id: id)
    }

    /// Reads a body as our own encoder writes it; nil for anything else, which the general decoder then judges.
    init?(usual body: [UInt8], id: String, kind: ActKind) {
        do {
            let decoder = BodyDecoder(document: try BodyDocument(body), place: 0)
            let container = try decoder.container(keyedBy: BodyOut.Keys.self)
            self.init(
                id: id, on: try container.decode(PartialDay.self, forKey: .on),
                source: try container.decodeIfPresent(Source.self, forKey: .source),
                under: try container.decodeIfPresent(DecisionID.self, forKey: .under),
                instruction: try container.decodeIfPresent(String.self, forKey: .instruction),
                act: try kind.decode(from: container.superDecoder(forKey: .act)))
        } catch {
            return nil
        }
    }
}

extension CodingUserInfoKey {
    // A constant string is always a key.
    static let actKind =
        CodingUserInfoKey(rawValue: "puebla.act-kind") ?? { preconditionFailure("a key has a name") }()
}

private struct BodyOut: Encodable {
    enum Keys: String, CodingKey { case on, source, under, instruction, act }
    let proposal: Proposal

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(proposal.on, forKey: .on)
        try container.encodeIfPresent(proposal.source, forKey: .source)
        try container.encodeIfPresent(proposal.under, forKey: .under)
        try container.encodeIfPresent(proposal.instruction, forKey: .instruction)
        try proposal.act.body.encode(to: container.superEncoder(forKey: .act))
    }
}

private struct BodyIn: Decodable {
    let on: PartialDay
    let source: Source?
    let under: DecisionID?
    let instruction: String?
    let act: Act

    init(from decoder: any Decoder) throws {
        guard let kind = decoder.userInfo[.actKind] as? ActKind else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no kind given"))
        }
        let container = try decoder.container(keyedBy: BodyOut.Keys.self)
        on = try container.decode(PartialDay.self, forKey: .on)
        source = try container.decodeIfPresent(Source.self, forKey: .source)
        under = try container.decodeIfPresent(DecisionID.self, forKey: .under)
        instruction = try container.decodeIfPresent(String.self, forKey: .instruction)
        act = try kind.decode(from: container.superDecoder(forKey: .act))
    }

    func proposal(id: String) -> Proposal {
        Proposal(id: id, on: on, source: source, under: under, instruction: instruction, act: act)
    }
}
