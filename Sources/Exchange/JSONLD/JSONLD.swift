import Charter
import HTML

/// Descriptions for search engines in the words of schema.org, as JSON-LD.
public enum JSONLD {
    /// The media type, of a file and of a data block.
    public static let mediaType: StaticString = "application/ld+json"

    /// Something described: a JSON object with its `@type`.
    public struct Node: Sendable {
        /// The object's fields, `@type` first.
        public internal(set) var fields: [JSONValue.Field]

        /// A field without a value is left out: schema.org knows no `null`.
        init(_ type: String, _ fields: [(String, JSONValue?)]) {
            self.fields =
                [("@type", .text(type))] + fields.compactMap { name, value in value.map { (name, $0) } }
        }

        var value: JSONValue { .object(fields) }

        /// The same, marked by a notice such as that it is invented (`disambiguatingDescription`).
        public func marked(_ notice: String) -> Node {
            var copy = self
            copy.fields.append(("disambiguatingDescription", .text(notice)))
            return copy
        }
    }

    /// A file or the content of a data block: one object, or a graph of several.
    public static func bytes(_ nodes: [Node]) -> [UInt8] {
        var bytes: [UInt8] = []
        let fields = nodes.count == 1 ? nodes[0].fields : [("@graph", .list(nodes.map(\.value)))]
        JSONValue.object([("@context", "https://schema.org")] + fields).write(to: &bytes)
        return bytes
    }
}

extension HTMLWriter {
    /// Writes descriptions as a data block in the page.
    public mutating func jsonLD(_ nodes: [JSONLD.Node]) {
        dataBlock(type: JSONLD.mediaType, json: JSONLD.bytes(nodes))
    }
}
