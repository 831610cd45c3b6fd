import Foundation

/// The names of a line's fields: a misspelt optional field must not pass as one left out.
enum FieldNames {
    /// The place of the first field that the line has and the act read from it hasn't; `nil` if there is none.
    static func unknown(in line: [UInt8], of proposal: Proposal) throws -> String? {
        let content = Replacement(
            on: proposal.on, source: proposal.source, under: proposal.under,
            instruction: proposal.instruction,
            act: proposal.act)
        let decoder = JSONDecoder()
        let written = try decoder.decode(Shape.self, from: Data(line))
        let read = try decoder.decode(Shape.self, from: try JSONEncoder().encode(content))
        guard case .object(var fields) = written else { return nil }
        fields["id"] = nil
        return unknown(.object(fields), read, at: "")
    }

    private static func unknown(_ written: Shape, _ read: Shape, at place: String) -> String? {
        switch (written, read) {
        case (.object(let written), .object(let read)):
            for (name, value) in written.sorted(by: { $0.key < $1.key }) {
                // What is null is as good as left out.
                if case .null = value { continue }
                let place = place.isEmpty ? name : "\(place).\(name)"
                guard let known = read[name] else { return String(place.prefix(120)) }
                if let found = unknown(value, known, at: place) { return found }
            }
            return nil
        case (.list(let written), .list(let read)):
            for (index, pair) in zip(written, read).enumerated() {
                if let found = unknown(pair.0, pair.1, at: "\(place)[\(index)]") { return found }
            }
            return nil
        default: return nil
        }
    }

    /// JSON as far as its names go.
    private enum Shape: Decodable {
        case object([String: Shape]), list([Shape]), value, null

        init(from decoder: any Decoder) throws {
            if let fields = try? decoder.container(keyedBy: Name.self) {
                var object: [String: Shape] = [:]
                for name in fields.allKeys {
                    object[name.stringValue] = try fields.decode(Shape.self, forKey: name)
                }
                self = .object(object)
            } else if var items = try? decoder.unkeyedContainer() {
                var list: [Shape] = []
                while !items.isAtEnd { list.append(try items.decode(Shape.self)) }
                self = .list(list)
            } else {
                self = try decoder.singleValueContainer().decodeNil() ? .null : .value
            }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
