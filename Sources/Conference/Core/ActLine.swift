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
            if let strange = try FieldNames.unknown(in: bytes, of: proposal) {
                throw FileProblem(
                    strange, es: "Este campo no existe; quítelo o corrija su nombre (docs/acts.md).",
                    en: "There is no such field; remove it or correct its name (docs/acts.md).")
            }
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem(decoding: error)
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
