/// The register's instants as text: RFC 3339 in UTC with exactly six decimals, `2026-11-21T08:40:00.000000Z`.
public enum RecordedTime {
    /// The first instant that has such a text, in microseconds since 1970: the beginning of the year 1.
    public static let earliest: Int64 = -62_135_596_800_000_000
    /// The last one: the end of the year 9999.
    public static let latest: Int64 = 253_402_300_799_999_999

    /// The text of `micros`, microseconds since 1970 in UTC; an instant outside the years 1 to 9999 becomes
    /// the nearest inside.
    public static func text(_ micros: Int64) -> String {
        String(decoding: utf8(micros), as: UTF8.self)
    }

    /// The 27 bytes of the text.
    static func utf8(_ micros: Int64) -> [UInt8] {
        let instant = min(max(micros, earliest), latest)
        var fraction = instant % 86_400_000_000
        var day = instant / 86_400_000_000
        if fraction < 0 {
            fraction += 86_400_000_000
            day -= 1
        }
        let (year, month, dayOfMonth) = civil(day)
        let seconds = fraction / 1_000_000
        var text: [UInt8] = []
        text.reserveCapacity(27)
        func digits(_ value: Int64, _ count: Int) {
            var divisor: Int64 = 1
            for _ in 1..<count { divisor *= 10 }
            while divisor > 0 {
                text.append(UInt8(0x30 + (value / divisor) % 10))
                divisor /= 10
            }
        }
        digits(year, 4)
        text.append(0x2D)
        digits(month, 2)
        text.append(0x2D)
        digits(dayOfMonth, 2)
        text.append(0x54)
        digits(seconds / 3600, 2)
        text.append(0x3A)
        digits(seconds / 60 % 60, 2)
        text.append(0x3A)
        digits(seconds % 60, 2)
        text.append(0x2E)
        digits(fraction % 1_000_000, 6)
        text.append(0x5A)
        return text
    }

    /// The instant that `text` names, in microseconds since 1970; nil when it is not exactly of the form above.
    public static func micros(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 27 else { return nil }
        func number(_ range: Range<Int>) -> Int64? {
            var value: Int64 = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int64(byte - 0x30)
            }
            return value
        }
        let separators: [(Int, UInt8)] = [
            (4, 0x2D), (7, 0x2D), (10, 0x54), (13, 0x3A), (16, 0x3A), (19, 0x2E), (26, 0x5A),
        ]
        guard separators.allSatisfy({ bytes[$0.0] == $0.1 }),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let fraction = number(20..<26),
            year >= 1, (1...12).contains(month), hour < 24, minute < 60, second < 60
        else { return nil }
        let days = ordinal(year, month, day)
        // The day exists when counting from it leads back to it: the 30th of February doesn't.
        guard day >= 1, civil(days) == (year, month, day) else { return nil }
        return ((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000 + fraction
    }

    /// Year, month and day of the Gregorian calendar, `days` after 1 January 1970, by 400-year eras that begin
    /// in March.
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    private static func ordinal(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
