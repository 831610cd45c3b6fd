import Charter
import HTML

/// Descriptions for search engines in the words of schema.org, as JSON-LD.
public enum JSONLD {
    /// The media type, of a file and of a data block.
    public static let mediaType: StaticString = "application/ld+json"

    /// Something described: a JSON object with its `@type`.
    public struct Node: Sendable, Hashable {
        /// The object's members, `@type` first.
        public internal(set) var members: [JSONValue.Member]

        init(_ type: String, _ members: [(String, JSONValue?)]) {
            self.members =
                [.init("@type", .string(type))]
                + members.compactMap { name, value in value.map { .init(name, $0) } }
        }

        var value: JSONValue { .object(members) }

        /// The same, marked by a notice such as that it is invented (`disambiguatingDescription`).
        public func marked(_ notice: String) -> Node {
            var copy = self
            copy.members.append(.init("disambiguatingDescription", .string(notice)))
            return copy
        }
    }

    /// A file or the content of a data block: one object, or a graph of several.
    ///
    /// `<`, `>` and `&` are escaped: it may stand in a `<script type="application/ld+json">` as it is.
    public static func bytes(_ nodes: [Node]) -> [UInt8] {
        var bytes: [UInt8] = []
        let context = JSONValue.Member("@context", .string("https://schema.org"))
        let members = nodes.count == 1 ? nodes[0].members : [.init("@graph", .array(nodes.map(\.value)))]
        JSONValue.object([context] + members).write(to: &bytes)
        return bytes
    }
}

extension HTMLWriter {
    /// Writes descriptions as a data block in the page.
    public mutating func jsonLD(_ nodes: [JSONLD.Node]) {
        dataBlock(type: JSONLD.mediaType, json: JSONLD.bytes(nodes))
    }
}
