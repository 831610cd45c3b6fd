public import Charter

/// Months and weekdays, as both languages name them.
enum Calendar {
    static let months = [
        Phrase("enero", "January"), Phrase("febrero", "February"), Phrase("marzo", "March"),
        Phrase("abril", "April"), Phrase("mayo", "May"), Phrase("junio", "June"),
        Phrase("julio", "July"), Phrase("agosto", "August"), Phrase("septiembre", "September"),
        Phrase("octubre", "October"), Phrase("noviembre", "November"), Phrase("diciembre", "December"),
    ]
    static let weekdays = [
        Phrase("lunes", "Monday"), Phrase("martes", "Tuesday"), Phrase("miércoles", "Wednesday"),
        Phrase("jueves", "Thursday"), Phrase("viernes", "Friday"), Phrase("sábado", "Saturday"),
        Phrase("domingo", "Sunday"),
    ]

    /// Their first three letters.
    static let shortMonths = months.map { Phrase(String($0.es.prefix(3)), String($0.en.prefix(3))) }

    static func month(_ day: Day, _ language: Language) -> String { months[day.month - 1][language] }
    static func shortMonth(_ day: Day, _ language: Language) -> String {
        shortMonths[day.month - 1][language]
    }
}

extension Written {
    /// `6 de diciembre de 2023`, `6 December 2023`.
    public static func long(_ day: Day, _ language: Language) -> String {
        let civil = day.civil
        let between = language == .es ? " de " : " "
        return String(civil.day) + between + Calendar.months[civil.month - 1][language] + between
            + String(civil.year)
    }

    /// `6 dic 2023`, `6 Dec 2023`.
    public static func short(_ day: Day, _ language: Language) -> String {
        let civil = day.civil
        return String(civil.day) + " " + Calendar.shortMonths[civil.month - 1][language] + " "
            + String(civil.year)
    }

    /// `martes`, `Tuesday`.
    public static func weekday(_ day: Day, _ language: Language) -> String {
        Calendar.weekdays[day.weekday - 1][language]
    }

    /// `mar`, `Tue`.
    public static func shortWeekday(_ day: Day, _ language: Language) -> String {
        String(weekday(day, language).prefix(3))
    }

    /// `martes 17 de noviembre de 2026`, `Tuesday 17 November 2026`.
    public static func full(_ day: Day, _ language: Language) -> String {
        weekday(day, language) + " " + long(day, language)
    }

    /// A meeting's days: `6 y 7 dic 2023`, `3–10 nov 2025`, `28 nov – 2 dic 2023`.
    ///
    /// One day is written as one; days out of order are put into it.
    public static func range(_ start: Day, _ end: Day, _ language: Language) -> String {
        let (first, last) = start <= end ? (start, end) : (end, start)
        if first == last { return short(first, language) }
        guard first.year == last.year else {
            return short(first, language) + " – " + short(last, language)
        }
        guard first.month == last.month else {
            let month = Calendar.shortMonth(first, language)
            return "\(first.day) \(month) – \(short(last, language))"
        }
        let and = language == .es ? " y " : " and "
        return "\(first.day)\(last.day == first.day + 1 ? and : "–")\(short(last, language))"
    }

    /// A day as precisely as it is known, as a noun: `2003`, `noviembre de 2016`, `30 de noviembre de 2016`.
    public static func partial(_ day: PartialDay, _ language: Language) -> String {
        switch day.precision {
        case .year: return String(day.first.year)
        case .month:
            let month = Calendar.month(day.first, language)
            return language == .es ? "\(month) de \(day.first.year)" : "\(month) \(day.first.year)"
        case .day: return long(day.first, language)
        }
    }

    /// A sentence with its days, months and amounts written out: `terminó el 2024-12-31` as `terminó el 31 de
    /// diciembre de 2024`, `USD 1562.50` as `$1,562.50`. Codes that hold such figures (`PE-2023-2026`,
    /// `GRCM-2026-11`) stay as they are.
    public static func spelled(_ sentence: String, _ language: Language) -> String {
        let sentence = amounts(sentence)
        // A day and a month have a stroke in them.
        guard sentence.utf8.contains(UInt8(ascii: "-")) else { return sentence }
        let isPart = { (letter: Character) in letter.isLetter || letter.isNumber || letter == "-" }
        var (text, rest) = ("", sentence[...])
        while let start = rest.firstIndex(where: isPart) {
            let word = rest[start...].prefix(while: isPart)
            let isDay = word.count == 10 || word.count == 7
            let day = isDay && word.dropFirst(4).first == "-" ? PartialDay(String(word)) : nil
            text += rest[..<start] + (day.map { partial($0, language) } ?? String(word))
            rest = rest[word.endIndex...]
        }
        return text + rest
    }

    /// A sentence with its amounts as they are written for people.
    private static func amounts(_ sentence: String) -> String {
        guard sentence.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return sentence }
        var words = sentence.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in words.indices.dropLast().reversed() {
            let code = words[index]
            guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { continue }
            let figure = words[index + 1].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let parts = figure.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count > 1, parts[1].count == 2, parts.dropFirst(2).allSatisfy(\.isEmpty),
                let cents = Int64(parts[0] + parts[1])
            else { continue }
            let rest = words[index + 1].dropFirst(parts[0].count + 3)
            words[index] = money(cents: cents, currency: code, showCents: true) + rest
            words.remove(at: index + 1)
        }
        return words.joined(separator: " ")
    }

    /// When something happened, as precisely as it is known: `durante 2003`, `durante noviembre de 2016`,
    /// `el 30 de noviembre de 2016`.
    public static func during(_ day: PartialDay, _ language: Language) -> String {
        let text = partial(day, language)
        switch (day.precision, language) {
        case (.day, .es): return "el " + text
        case (.day, .en): return "on " + text
        case (_, .es): return "durante " + text
        case (_, .en): return "during " + text
        }
    }

    /// Since when something holds: `desde 2003`, `desde el 30 de noviembre de 2016`.
    public static func since(_ day: PartialDay, _ language: Language) -> String {
        let text = partial(day, language)
        guard language == .es else { return "since " + text }
        return (day.precision == .day ? "desde el " : "desde ") + text
    }

    /// A time with its zone: `21 nov 2026, 09:14 (GMT−6)`.
    ///
    /// `secondOfDay` is local; `offset` is the zone's distance from UTC in seconds, east positive.
    public static func time(_ day: Day, secondOfDay: Int, offset: Int, _ language: Language) -> String {
        short(day, language) + ", " + clock(secondOfDay) + " (" + zone(offset) + ")"
    }

    /// `09:14`; with the seconds where they say something: `23:59:59`.
    public static func clock(_ secondOfDay: Int) -> String {
        let second = secondOfDay % 60
        let text = padded(secondOfDay / 3600) + ":" + padded(secondOfDay / 60 % 60)
        return second == 59 ? text + ":" + padded(second) : text
    }

    /// `GMT−6`, `GMT+5:30`, `GMT`.
    public static func zone(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        if minutes == 0 { return "GMT" }
        let sign = offset < 0 ? "−" : "+"
        return "GMT" + sign + String(minutes / 60) + (minutes % 60 == 0 ? "" : ":" + padded(minutes % 60))
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
