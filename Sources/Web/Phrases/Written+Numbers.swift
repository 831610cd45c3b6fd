public import Charter

extension Written {
    /// Thousands with commas, in both languages, as the Conference writes them: `282,724`.
    public static func number(_ value: Int) -> String {
        if (0..<1000).contains(value) { return String(value) }
        var rest = value.magnitude
        var grouped = ""
        while rest >= 1000 {
            let digits = String(rest % 1000)
            grouped = "," + String(repeating: "0", count: 3 - digits.utf8.count) + digits + grouped
            rest /= 1000
        }
        return (value < 0 ? "−" : "") + String(rest) + grouped
    }

    /// An amount in cents: `$282,724`, `$1,562.50`; another currency by its code: `CRC 1,000`.
    ///
    /// `cents: true` writes them always, as a column of amounts needs it.
    public static func money(cents amount: Int64, currency: String = "USD", showCents: Bool = false)
        -> String
    {
        let rest = amount.magnitude % 100
        let whole = number(Int(amount.magnitude / 100))
        let fraction = rest == 0 && !showCents ? "" : (rest < 10 ? ".0" : ".") + String(rest)
        let sign = amount < 0 ? "−" : ""
        return sign + (currency == "USD" ? "$" : currency + "\u{A0}") + whole + fraction
    }

    /// A share in thousandths of the whole: `12.5%`, `50%`.
    public static func percent(thousandths: Int) -> String {
        let tenths = thousandths.magnitude % 10
        return (thousandths < 0 ? "−" : "") + number(Int(thousandths.magnitude / 10))
            + (tenths == 0 ? "" : "." + String(tenths)) + "%"
    }

    /// A list in words: `a`, `a y b`, `a, b y c`; Spanish `y` becomes `e` before the sound of i.
    public static func list(_ items: [String], _ language: Language) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let and = language == .en ? " and " : soundsLikeI(last) ? " e " : " y "
        return items.dropLast().joined(separator: ", ") + and + last
    }

    /// `n.º 61`, `No. 61`: how an entry of the register is named.
    public static func entry(_ sequence: Int, _ language: Language) -> String {
        (language == .es ? "n.º\u{A0}" : "No.\u{A0}") + number(sequence)
    }

    /// A sentence's first letter as a capital.
    public static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func soundsLikeI(_ word: String) -> Bool {
        var letters = word.lowercased()[...]
        if letters.hasPrefix("h") { letters = letters.dropFirst() }
        guard letters.hasPrefix("i") || letters.hasPrefix("í") else { return false }
        // A diphthong is no i: "agua y hielo".
        let second = letters.dropFirst().first
        return !(second == "e" || second == "é" || second == "a" || second == "o")
    }
}
