/// Writes XML 1.0 into a buffer of bytes; text and attribute values are escaped, always.
///
/// What XML can't hold (control characters) is replaced by U+FFFD, so the result is always well formed.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    /// A document that begins with the XML declaration.
    init(capacity: Int = 16_384) {
        bytes.reserveCapacity(capacity)
        bytes.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    typealias Attribute = (name: StaticString, value: String?)

    /// An element with content on lines of its own.
    mutating func element(
        _ name: StaticString, _ attributes: [Attribute] = [], content: (inout XMLWriter) -> Void
    ) {
        start(name, attributes)
        bytes.put(">\n")
        content(&self)
        end(name)
    }

    /// An element that holds only text.
    mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        start(name, attributes)
        bytes.append(0x3E)
        self.text(text)
        end(name)
    }

    /// An element that holds only text, left out where there is none.
    mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String?) {
        if let text { element(name, attributes, text: text) }
    }

    /// An empty element.
    mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
        start(name, attributes)
        bytes.put("/>\n")
    }

    private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(0x3C)
        bytes.put(name)
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            bytes.append(0x20)
            bytes.put(attribute.name)
            bytes.put("=\"")
            text(value)
            bytes.append(0x22)
        }
    }

    private mutating func end(_ name: StaticString) {
        bytes.put("</")
        bytes.put(name)
        bytes.put(">\n")
    }

    private mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: bytes.put("&amp;")
            case 0x3C: bytes.put("&lt;")
            case 0x3E: bytes.put("&gt;")
            case 0x22: bytes.put("&quot;")
            // A parser turns a bare carriage return into a line feed.
            case 0x0D: bytes.put("&#13;")
            case 0x09, 0x0A: bytes.append(UInt8(scalar.value))
            case 0..<0x20, 0xFFFE, 0xFFFF: bytes.put("\u{FFFD}")
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
