import Charter

/// Writes a text in both languages.
func both(_ es: String, _ en: String) -> Localized { Localized(es: es, en: en) }

/// Writes a text of which the Spanish is the original.
func original(_ es: String, _ en: String) -> Localized { Localized(es: es, en: en, original: .es) }

extension Localized {
    /// The same text as an original in Spanish.
    var asOriginal: Localized { Localized(es: es, en: en, original: .es) }
}

extension [Localized] {
    /// In words: `a, b y c`, `a, b and c`.
    var inWords: Localized {
        func words(_ items: [String], _ and: String) -> String {
            guard let last = items.last, items.count > 1 else { return items.first ?? "" }
            return items.dropLast().joined(separator: ", ") + and + last
        }
        let spanish = map(\.es)
        let lastLetters = (spanish.last ?? "").lowercased()
        let and = lastLetters.hasPrefix("i") || lastLetters.hasPrefix("hi") ? " e " : " y "
        return Localized(es: words(spanish, and), en: words(map(\.en), " and "))
    }

    /// One line each, as a Markdown list.
    var asList: Localized {
        Localized(
            es: map { "- " + $0.es }.joined(separator: "\n"), en: map { "- " + $0.en }.joined(separator: "\n")
        )
    }
}

/// Days and numbers in words.
enum InWords {
    private static let spanish = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// `3 de mayo de 2026`, `3 May 2026`.
    static func day(_ day: Day) -> Localized {
        both(
            "\(day.day) de \(spanish[day.month - 1]) de \(day.year)",
            "\(day.day) \(english[day.month - 1]) \(day.year)")
    }

    /// `mayo`, `May`.
    static func month(_ month: Int) -> Localized { both(spanish[month - 1], english[month - 1]) }

    /// `XXVII`.
    static func roman(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
