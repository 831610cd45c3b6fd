extension JSONValue {
    /// UTF-8, on one line with its end.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        bytes.append(0x0A)
        return bytes
    }

    /// Text on several lines, for people.
    public var indented: String {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value on one line.
    ///
    /// `<` stands in it only escaped, so that it may stand in a `<script>` as it is: nothing in it can end the
    /// element or begin a comment there (HTML, "restrictions for contents of script elements").
    func write(to bytes: inout [UInt8]) { write(to: &bytes, depth: nil) }

    /// `depth` is how far its lines are indented; `nil` for one line.
    private func write(to bytes: inout [UInt8], depth: Int?) {
        switch self {
        case .null: bytes.put("null")
        case .flag(let flag): bytes.put(flag ? "true" : "false")
        case .number(let number): bytes.put(number)
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let values):
            Self.write(values, "[", "]", to: &bytes, depth) { value, bytes, depth in
                value.write(to: &bytes, depth: depth)
            }
        case .object(let fields):
            Self.write(fields, "{", "}", to: &bytes, depth) { field, bytes, depth in
                Self.write(field.name, to: &bytes)
                bytes.put(depth == nil ? ":" : ": ")
                field.value.write(to: &bytes, depth: depth)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ start: StaticString, _ end: StaticString, to bytes: inout [UInt8],
        _ depth: Int?, each: (Element, inout [UInt8], Int?) -> Void
    ) {
        bytes.put(start)
        let within = depth.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            breakLine(&bytes, within)
            each(element, &bytes, within)
        }
        if !elements.isEmpty { breakLine(&bytes, depth) }
        bytes.put(end)
    }

    private static func breakLine(_ bytes: inout [UInt8], _ depth: Int?) {
        guard let depth else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    /// Runs of harmless bytes are appended whole.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { text in
            var run = 0
            for index in text.indices {
                let byte = text[index]
                guard byte < 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x5C else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
                switch byte {
                case 0x22: bytes.put("\\\"")
                case 0x5C: bytes.put("\\\\")
                case 0x0A: bytes.put("\\n")
                default:
                    bytes.put("\\u00")
                    bytes.append(hexDigit(byte >> 4))
                    bytes.append(hexDigit(byte & 15))
                }
                run = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
        }
        bytes.append(0x22)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
