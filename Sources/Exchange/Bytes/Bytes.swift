extension [UInt8] {
    /// Appends a text as UTF-8.
    @inline(__always)
    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a literal.
    @inline(__always)
    mutating func put(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a whole number in decimal, padded with zeros to `width`.
    mutating func put(_ value: Int, width: Int = 1) {
        if value < 0 { append(0x2D) }
        var rest = value.magnitude
        let start = count
        repeat {
            append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        while count - start < width { append(0x30) }
        self[start...].reverse()
    }
}
