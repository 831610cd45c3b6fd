public import Charter

/// The tag of a page: everything that its bytes depend on, readable. With the address it is the key under
/// which the page is kept.
public struct EntityTag: Sendable, Hashable {
    /// Everything but the packing: `b7f3-612-20778-public-es-html`.
    public let page: String
    /// How the bytes are packed.
    public let coding: ContentCoding

    /// The tag of a page in a version.
    public init(
        build: String, version: PageVersion, viewer: Seat?, language: Language,
        representation: Representation, coding: ContentCoding
    ) {
        page =
            "\(build)-\(version.sequence)-\(version.day.number)-\(viewer?.text ?? "public")-\(language.rawValue)"
            + "-\(representation.rawValue)"
        self.coding = coding
    }

    /// The tag of bytes that depend on nothing but themselves.
    public init(fixed name: String, coding: ContentCoding) {
        page = name
        self.coding = coding
    }

    /// As the header has it: strong, and distinct per packing.
    public var header: String { "\"" + page + "-" + coding.rawValue + "\"" }

    /// True if an `If-None-Match` header names this page in any packing, weakly or strongly, or is `*`.
    public func isNamed(by header: String) -> Bool {
        if header == self.header || header == "*" { return true }
        for item in header.split(separator: ",") {
            var tag = item.drop { $0 == " " || $0 == "\t" }
            while tag.last == " " || tag.last == "\t" { tag.removeLast() }
            if tag == "*" { return true }
            if tag.hasPrefix("W/") { tag.removeFirst(2) }
            guard tag.count > 2, tag.first == "\"", tag.last == "\"" else { continue }
            let value = tag.dropFirst().dropLast()
            guard let dash = value.lastIndex(of: "-"), value[..<dash] == page else { continue }
            if ContentCoding(rawValue: String(value[value.index(after: dash)...])) != nil { return true }
        }
        return false
    }
}
