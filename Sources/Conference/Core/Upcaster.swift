import Charter
import Foundation

/// Lifts a body of an older shape to the next one: an act's stored shape never changes, a new shape is a new
/// version, and what was registered under the old one is read through this.
public struct Upcaster: Sendable {
    /// Which kind of act.
    public let kind: String
    /// The version that it reads; it writes the next.
    public let from: Int
    /// Changes the body, decoded as JSON, in place.
    public let lift: @Sendable (inout [String: Any]) -> Void

    /// A step from one version of a kind to the next.
    public init(kind: String, from: Int, lift: @escaping @Sendable (inout [String: Any]) -> Void) {
        self.kind = kind
        self.from = from
        self.lift = lift
    }

    /// The steps that this build knows. Every kind is at its first version, so there are none yet.
    public static let all: [Upcaster] = []

    /// The body in the shape of `version`, one step after another.
    ///
    /// - Throws: ``FileProblem`` if the version is newer than this build, or a step is missing.
    static func body(
        _ body: [UInt8], kind: String, version: Int, to current: Int, by upcasters: [Upcaster]
    ) throws(FileProblem) -> [UInt8] {
        if version == current { return body }
        guard version < current else {
            throw FileProblem(
                "version",
                es: "Esta versión del programa no conoce la forma \(version) de \(kind); actualícelo.",
                en: "This version of the program doesn't know shape \(version) of \(kind); upgrade it.")
        }
        guard var tree = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] else {
            throw FileProblem(
                "/", es: "No es JSON legible; corríjalo.", en: "This isn't readable JSON; correct it.")
        }
        for step in version..<current {
            guard let upcaster = upcasters.first(where: { $0.kind == kind && $0.from == step }) else {
                throw FileProblem(
                    "version",
                    es: "Nadie lee ya la forma \(version) de \(kind); restaure con una versión anterior.",
                    en: "Nothing reads shape \(version) of \(kind) any more; restore with an earlier version."
                )
            }
            upcaster.lift(&tree)
        }
        guard let lifted = try? JSONSerialization.data(withJSONObject: tree) else {
            throw FileProblem(
                "/", es: "No es JSON legible; corríjalo.", en: "This isn't readable JSON; correct it.")
        }
        return Array(lifted)
    }
}
