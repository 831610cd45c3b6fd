/// An amount in whole cents of a currency.
public struct Money: Sendable, Hashable, CustomStringConvertible {
    /// Hundredths of the currency's unit.
    public let cents: Int64
    /// ISO 4217 code.
    public let currency: String

    /// That many cents.
    public init(cents: Int64, currency: String) {
        self.cents = cents
        self.currency = currency
    }

    /// Reads a decimal with at most two digits behind the point, no sign, no thousands separator:
    /// `282724`, `4417.57`; up to 999,999,999,999.99.
    public init?(_ text: some StringProtocol, currency: String) {
        guard let value = Decimal64(text), let cents = value.scaled(to: 2), value.units >= 0,
            cents <= 99_999_999_999_999
        else { return nil }
        self.init(cents: cents, currency: currency)
    }

    /// The decimal with two digits: `4417.57`.
    public var decimal: String {
        let magnitude = cents.magnitude
        return (cents < 0 ? "-" : "") + String(magnitude / 100) + "." + Day.padded(Int(magnitude % 100), 2)
    }

    /// `USD 4417.57`.
    public var description: String { "\(currency) \(decimal)" }

    /// Nothing, in that currency.
    public static func zero(_ currency: String) -> Money { Money(cents: 0, currency: currency) }
}

/// An exact decimal number of up to 18 digits, for weights and percentages.
public struct Decimal64: Sendable, Hashable {
    /// The number without its point.
    public let units: Int64
    /// Digits behind the point.
    public let scale: Int

    /// Reads digits with at most one point: `12.5`, `5000`.
    public init?(_ text: some StringProtocol) {
        var units: Int64 = 0
        var scale = 0
        var seenPoint = false
        var digits = 0
        for byte in text.utf8 {
            if byte == 0x2E, !seenPoint, digits > 0 {
                seenPoint = true
            } else if (0x30...0x39).contains(byte), digits < 18 {
                units = units * 10 + Int64(byte - 0x30)
                digits += 1
                if seenPoint { scale += 1 }
            } else {
                return nil
            }
        }
        guard digits > 0, !(seenPoint && scale == 0) else { return nil }
        self.units = units
        self.scale = scale
    }

    /// The number times ten to the `scale`, if it is whole and fits.
    public func scaled(to wanted: Int) -> Int64? {
        guard wanted >= scale else { return nil }
        var value = units
        for _ in scale..<wanted {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}

extension Money: Codable {
    private enum Keys: String, CodingKey { case amount, currency }

    /// Reads `{"amount": "4417.57", "currency": "USD"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let currency = try container.decode(String.self, forKey: .currency)
        let amount = try container.decode(String.self, forKey: .amount)
        guard let money = Money(amount, currency: currency) else {
            throw DecodingError.unfit(
                decoder.codingPath + [Keys.amount],
                es:
                    "“\(amount.prefix(40))” no es un monto; escríbalo con dos decimales como máximo, como \"4417.57\".",
                en:
                    "“\(amount.prefix(40))” isn't an amount; write it with at most two decimals, as \"4417.57\"."
            )
        }
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw DecodingError.unfit(
                decoder.codingPath + [Keys.currency],
                es: "“\(currency.prefix(40))” no es una moneda; escriba un código como USD.",
                en: "“\(currency.prefix(40))” isn't a currency; write a code such as USD.")
        }
        self = money
    }

    /// Writes the decimal with two digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(decimal, forKey: .amount)
        try container.encode(currency, forKey: .currency)
    }
}
