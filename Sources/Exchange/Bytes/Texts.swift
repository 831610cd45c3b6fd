import Charter

extension Language {
    /// The other of the two.
    var other: Language { self == .es ? .en : .es }
}

extension Instant {
    /// RFC 3339 in UTC to the second, as feeds and protocols write it.
    var secondsText: String { String(text(offsetSeconds: 0).dropLast(6)) + "Z" }
}

/// Percent encoding (RFC 3986).
enum Percent {
    /// A byte as `%2F`.
    static func encoded(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        return "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
    }
}
