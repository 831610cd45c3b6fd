/// A moment, to the microsecond, in UTC.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// The moment `microseconds` after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Reads RFC 3339: `2026-12-23T10:00:00-06:00`, `…Z`, with up to six decimals of a second.
    ///
    /// Seconds may be left out (`2026-12-23T10:00-06:00`), as a form sends them; the offset may not.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20,
            let hour = Day.digits(bytes[11..<13]), hour < 24, bytes[13] == 0x3A,
            let minute = Day.digits(bytes[14..<16]), minute < 60
        else { return nil }
        var at = 16
        var second = 0
        var fraction = 0
        if bytes[at] == 0x3A {
            guard bytes.count > at + 3, let value = Day.digits(bytes[at + 1..<at + 3]), value < 60 else {
                return nil
            }
            second = value
            at += 3
            if bytes[at] == 0x2E {
                var end = at + 1
                while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
                guard end > at + 1, end - at - 1 <= 9, end < bytes.count,
                    let value = Day.digits(bytes[at + 1..<min(end, at + 7)])
                else { return nil }
                fraction = value
                for _ in min(end - at - 1, 6)..<6 { fraction *= 10 }
                at = end
            }
        }
        var offset = 0
        switch bytes[at] {
        case 0x5A, 0x7A: guard bytes.count == at + 1 else { return nil }
        case 0x2B, 0x2D:
            guard bytes.count == at + 6, bytes[at + 3] == 0x3A, let h = Day.digits(bytes[at + 1..<at + 3]),
                h < 24,
                let m = Day.digits(bytes[at + 4..<at + 6]), m < 60
            else { return nil }
            offset = (h * 60 + m) * (bytes[at] == 0x2D ? -1 : 1)
        default: return nil
        }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset * 60)
        self.init(microseconds: seconds * 1_000_000 + Int64(fraction))
    }

    /// The moment `seconds` later.
    public func adding(seconds: Int) -> Instant {
        Instant(microseconds: microseconds + Int64(seconds) * 1_000_000)
    }

    /// Earlier moments come first.
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// Whole seconds since 1970, rounded down.
    public var seconds: Int64 {
        microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    }

    /// RFC 3339 in UTC with six decimals, as the register writes it.
    public var description: String {
        let text = text(offsetSeconds: 0).dropLast(6)
        let fraction = Int(microseconds - seconds * 1_000_000)
        return text + "." + Day.padded(fraction, 6) + "Z"
    }

    /// RFC 3339 to the second with a numeric offset: `2026-12-23T10:00:00-06:00`.
    public func text(offsetSeconds: Int) -> String {
        let local = LocalTime(secondsSinceEpoch: seconds + Int64(offsetSeconds))
        let sign = offsetSeconds < 0 ? "-" : "+"
        let minutes = abs(offsetSeconds) / 60
        return
            "\(local.day)T\(local.clock)\(sign)\(Day.padded(minutes / 60, 2)):\(Day.padded(minutes % 60, 2))"
    }
}

/// A day and a time of day on some wall clock.
public struct LocalTime: Sendable, Hashable {
    /// The day on that clock.
    public let day: Day
    /// Seconds since that clock's midnight.
    public let secondOfDay: Int

    /// A day and the seconds since its midnight.
    public init(day: Day, secondOfDay: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    init(secondsSinceEpoch seconds: Int64) {
        let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        day = Day(number: Int32(clamping: number))
        secondOfDay = Int(seconds - number * 86_400)
    }

    /// `HH:MM:SS`.
    public var clock: String {
        Day.padded(secondOfDay / 3600, 2) + ":" + Day.padded(secondOfDay / 60 % 60, 2) + ":"
            + Day.padded(secondOfDay % 60, 2)
    }
}

extension Instant: Codable {
    /// Reads RFC 3339.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.unfit(
                decoder.codingPath, es: "“\(text.prefix(40))” no es un instante; escríbalo como en RFC 3339.",
                en: "“\(text.prefix(40))” isn't an instant; write it as in RFC 3339.")
        }
        self = instant
    }

    /// Writes RFC 3339 in UTC with six decimals.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
