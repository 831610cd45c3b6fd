/// A civil day of the Gregorian calendar, without time or zone.
///
/// Shape: `YYYY-MM-DD`; years 1 to 9999. Stored as days since 1970-01-01, so comparing and
/// counting are integer arithmetic and need no calendar library.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01 (negative before it).
    public let number: Int32

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int32) { self.number = number }

    /// The day of a civil date, or `nil` if the calendar has no such day (30 February, month 13).
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(number: Day.number(year, month, day))
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
            let day = Day.digits(bytes[8..<10])
        else { return nil }
        self.init(year, month, day)
    }

    /// The civil year.
    public var year: Int { civil.year }
    /// The month, 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }
    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var weekday: Int { Int(((Int64(number) + 3) % 7 + 7) % 7) + 1 }

    /// Year, month and day in one computation (Howard Hinnant's `civil_from_days`).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let day = doy - (153 * mp + 2) / 5 + 1
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day `days` later (earlier when negative).
    ///
    /// Never beyond ``distantPast`` and ``distantFuture``.
    public func adding(days: Int) -> Day {
        let sum = Int64(number) + Int64(Int32(clamping: days))
        let clamped = max(Int64(Day.distantPast.number), min(Int64(Day.distantFuture.number), sum))
        return Day(number: Int32(clamped))
    }

    /// Adds months on the calendar; where the day doesn't exist, the month's last day.
    public func adding(months: Int) -> Day {
        let parts = civil
        let index = parts.year * 12 + parts.month - 1 + months
        let year = min(9999, max(1, Day.floorDivide(index, 12)))
        let month = index - Day.floorDivide(index, 12) * 12 + 1
        let day = min(parts.day, Day.length(ofMonth: month, year: year))
        return Day(number: Day.number(year, month, day))
    }

    /// Adds years on the calendar: two years after 29 February is 28 February.
    public func adding(years: Int) -> Day { adding(months: years * 12) }

    /// Days from this day to `other`; positive when `other` is later.
    public func days(until other: Day) -> Int { Int(other.number) - Int(number) }

    /// The last day of this day's month.
    public var endOfMonth: Day {
        let parts = civil
        return Day(
            number: Day.number(
                parts.year, parts.month, Day.length(ofMonth: parts.month, year: parts.year)))
    }

    /// Earlier days come first.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// `YYYY-MM-DD`.
    public var description: String {
        let parts = civil
        return Day.padded(parts.year, 4) + "-" + Day.padded(parts.month, 2) + "-"
            + Day.padded(parts.day, 2)
    }

    /// The number of days in a month; 0 for a month that doesn't exist.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 0
        }
    }

    /// The days that lie before and after everything.
    public static let distantPast = Day(number: number(1, 1, 1))
    /// 31 December 9999.
    public static let distantFuture = Day(number: number(9999, 12, 31))

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return Int32(era * 146_097 + doe - 719_468)
    }

    static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return bytes.isEmpty ? nil : value
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
    }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int {
        let q = a / b
        return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q
    }
}

extension Day: Codable {
    /// Reads the text form; an impossible day is a decoding error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a day written YYYY-MM-DD")
        }
        self = day
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
