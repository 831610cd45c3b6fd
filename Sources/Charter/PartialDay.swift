/// A day as precisely as it is known: `2016`, `2016-11` or `2016-11-30`.
///
/// A year or a month holds from its first day (rules.md, History).
public struct PartialDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How much of the day is known.
    public enum Precision: UInt8, Sendable { case year, month, day }

    /// The first day that the text can mean: from it on, the fact holds.
    public let first: Day
    /// What of `first` is known.
    public let precision: Precision

    /// A whole day.
    public init(_ day: Day) {
        first = day
        precision = .day
    }

    /// A day known as far as `precision` says; the rest of `first` is dropped.
    public init(_ day: Day, precision: Precision) {
        let parts = day.civil
        switch precision {
        case .day: first = day
        case .month: first = day.adding(days: 1 - parts.day)
        case .year: first = Day(parts.year, 1, 1) ?? day
        }
        self.precision = precision
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
    public init?(_ text: some StringProtocol) {
        switch text.utf8.count {
        case 4:
            guard let day = Day("\(text)-01-01") else { return nil }
            self.init(day, precision: .year)
        case 7:
            guard let day = Day("\(text)-01") else { return nil }
            self.init(day, precision: .month)
        case 10:
            guard let day = Day(text) else { return nil }
            self.init(day)
        default: return nil
        }
    }

    /// The last day that the text can mean.
    public var last: Day {
        switch precision {
        case .day: first
        case .month: first.endOfMonth
        case .year: Day(first.year, 12, 31) ?? first
        }
    }

    /// By first day; of two with the same first day the vaguer one comes first.
    public static func < (left: PartialDay, right: PartialDay) -> Bool {
        (left.first, left.precision.rawValue) < (right.first, right.precision.rawValue)
    }

    /// As it is written in the register.
    public var description: String {
        let text = first.description
        switch precision {
        case .day: return text
        case .month: return String(text.prefix(7))
        case .year: return String(text.prefix(4))
        }
    }
}

extension PartialDay: Codable {
    /// Reads the text form; anything else is a decoding error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = PartialDay(text) else {
            throw DecodingError.unfit(
                decoder.codingPath,
                es: "“\(text.prefix(40))” no es un día; escríbalo como AAAA, AAAA-MM o AAAA-MM-DD.",
                en: "“\(text.prefix(40))” isn't a day; write it as YYYY, YYYY-MM or YYYY-MM-DD.")
        }
        self = day
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
