import Charter

/// What somebody quotes, in the forms that texts and reference managers take.
public struct Citation: Sendable, Hashable {
    /// What is quoted.
    public enum Kind: Sendable, Hashable { case document, decision, meeting, registerEntry }

    /// What is quoted.
    public var kind: Kind
    /// Its code or number: `CRM/VM/2026/D.4`; the key that bibliographies refer to is made of it.
    public var code: String
    /// Its title, in `language`.
    public var title: String
    /// The language of the title and of what kind it is.
    public var language: Language
    /// What it is called: `Declaration`, `Decision`, `Meeting`.
    public var genre: String?
    /// Who made it: the conference, an organ.
    public var author: String
    /// Who keeps and publishes it; the conference.
    public var publisher: String
    /// Where it was made, if recorded.
    public var place: String?
    /// When, as far as known.
    public var date: PartialDay?
    /// Its stable address.
    public var address: String
    /// The day on which it was looked up.
    public var accessed: Day
    /// Whether it is official, or that it is invented; stands in every form.
    public var notice: String?

    /// A citation.
    public init(
        kind: Kind, code: String, title: String, language: Language, genre: String? = nil, author: String,
        publisher: String, place: String? = nil, date: PartialDay?, address: String, accessed: Day,
        notice: String? = nil
    ) {
        self.kind = kind
        self.code = code
        self.title = title
        self.language = language
        self.genre = genre
        self.author = author
        self.publisher = publisher
        self.place = place
        self.date = date
        self.address = address
        self.accessed = accessed
        self.notice = notice
    }

    /// A sentence for a footnote or a list of sources, in the reader's language; no markup.
    public func text(_ reader: Language) -> String {
        var parts = ["\(author) (\(date.map { CitedDay.text($0, reader) } ?? CitedDay.unknown(reader)))"]
        parts.append(title)
        let details = [genre, code == title ? nil : code].compactMap(\.self).filter { !$0.isEmpty }
        if !details.isEmpty { parts.append(details.joined(separator: " ")) }
        if let place { parts.append(place) }
        if publisher != author { parts.append(publisher) }
        if let notice { parts.append(notice) }
        let looked = CitedDay.text(PartialDay(accessed), reader)
        parts.append(
            reader == .es ? "Consultado el \(looked) en \(address)" : "Accessed \(looked) at \(address)")
        // A part that ends with a mark of its own gets no second one; nothing stands behind the address.
        return parts.enumerated().map { index, part in
            index == parts.count - 1 || part.last.map { ".!?…".contains($0) } == true ? part : part + "."
        }.joined(separator: " ")
    }

    /// The key for bibliographies: only letters, digits and hyphens.
    var key: String {
        var key = ""
        for byte in code.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isPlain {
                key.unicodeScalars.append(UnicodeScalar(byte))
            } else if key.last != "-", !key.isEmpty {
                key += "-"
            }
        }
        while key.last == "-" { key.removeLast() }
        return key.isEmpty ? "puebla" : key
    }
}

/// Days in words.
enum CitedDay {
    private static let spanish = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static func text(_ day: PartialDay, _ language: Language) -> String {
        let parts = day.first.civil
        let month = (language == .es ? spanish : english)[parts.month - 1]
        return switch (day.precision, language) {
        case (.year, _): "\(parts.year)"
        case (.month, .es): "\(month) de \(parts.year)"
        case (.month, .en): "\(month) \(parts.year)"
        case (.day, .es): "\(parts.day) de \(month) de \(parts.year)"
        case (.day, .en): "\(parts.day) \(month) \(parts.year)"
        }
    }

    static func unknown(_ language: Language) -> String { language == .es ? "s. f." : "n.d." }
}
