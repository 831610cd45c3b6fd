import Charter
import Foundation

/// One line of a pack or of a file for `puebla record`:
/// `{"id", "on", "source", "under", "instruction", "kind", "act"}`.
public struct ActLine: Sendable, Hashable {
    /// The longest line that is read, in bytes.
    public static let limit = Proposal.bodyLimit

    /// What the line proposes.
    public let proposal: Proposal

    /// Reads one line.
    ///
    /// - Throws: ``FileProblem`` naming the field.
    public init(_ bytes: [UInt8]) throws(FileProblem) {
        guard bytes.count <= ActLine.limit else {
            throw FileProblem(
                "/", es: "La línea pasa de \(ActLine.limit) bytes; acórtela.",
                en: "The line is longer than \(ActLine.limit) bytes; shorten it.")
        }
        do {
            proposal = try JSONDecoder().decode(Line.self, from: Data(bytes)).proposal
            // A misspelt optional field would otherwise be passed over in silence.
            let given = try JSONSerialization.jsonObject(with: Data(bytes))
            let understood = try JSONSerialization.jsonObject(
                with: JSONEncoder().encode(Shown(proposal: proposal)))
            if let strange = ActLine.strange(given, understood, []) {
                throw FileProblem(
                    strange, es: "Campo desconocido; vea docs/acts.md.",
                    en: "Unknown field; see docs/acts.md.")
            }
        } catch {
            throw FileProblem(decoding: error)
        }
    }

    /// The path of the first field that was given and isn't understood; a field given as `null` says nothing.
    private static func strange(_ given: Any, _ understood: Any, _ path: [String]) -> String? {
        if let given = given as? [String: Any] {
            let known = understood as? [String: Any] ?? [:]
            for (name, value) in given.sorted(by: { $0.key < $1.key }) where !(value is NSNull) {
                guard let counterpart = known[name] else { return (path + [name]).joined(separator: ".") }
                if let found = strange(value, counterpart, path + [name]) { return found }
            }
        } else if let given = given as? [Any], let known = understood as? [Any], given.count == known.count {
            for (index, pair) in zip(given, known).enumerated() {
                if let found = strange(pair.0, pair.1, path + ["[\(index)]"]) { return found }
            }
        }
        return nil
    }

    private struct Shown: Encodable {
        let proposal: Proposal

        func encode(to encoder: any Encoder) throws {
            try Replacement(
                on: proposal.on, source: proposal.source, under: proposal.under,
                instruction: proposal.instruction, act: proposal.act
            ).encode(to: encoder)
            var container = encoder.container(keyedBy: Line.Keys.self)
            try container.encode(proposal.id, forKey: .id)
        }
    }

    private struct Line: Decodable {
        enum Keys: String, CodingKey, CaseIterable { case id, on, source, under, instruction, kind, act }
        struct AnyKey: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
        let proposal: Proposal

        init(from decoder: any Decoder) throws {
            for key in try decoder.container(keyedBy: AnyKey.self).allKeys
            where Keys(rawValue: key.stringValue) == nil {
                let known = Keys.allCases.map(\.rawValue).joined(separator: ", ")
                throw DecodingError.unfit(
                    [key], es: "Campo desconocido; los conocidos son \(known).",
                    en: "Unknown field; known are \(known).")
            }
            let container = try decoder.container(keyedBy: Keys.self)
            let id = try container.decode(String.self, forKey: .id)
            guard IdentifierText.isValid(id) else {
                throw DecodingError.unfit(
                    [Keys.id], es: "Un identificador tiene de 1 a 80 letras, cifras y - . / ( ) _ :",
                    en: "An id is 1 to 80 letters, digits and - . / ( ) _ :")
            }
            let content = try Replacement(from: decoder)
            proposal = Proposal(
                id: id, on: content.on, source: content.source, under: content.under,
                instruction: content.instruction, act: content.act)
        }
    }
}
