import Charter

extension Citation {
    /// As BibTeX, in UTF-8.
    public func bibTeX() -> [UInt8] {
        let isReport = kind == .document || kind == .decision
        var fields: [(String, String?)] = [
            ("author", "{\(Self.tex(author))}"), ("title", "{\(Self.tex(title))}"),
            (isReport ? "institution" : "publisher", Self.tex(publisher)), ("number", Self.tex(code)),
            ("type", genre.map(Self.tex)), ("address", place.map(Self.tex)),
        ]
        if let date {
            fields.append(("year", String(date.first.year)))
            if date.precision != .year { fields.append(("month", String(date.first.month))) }
            // BibLaTeX's own field; BibTeX passes over it.
            fields.append(("date", date.description))
        }
        fields += [
            ("language", language == .es ? "spanish" : "english"),
            // BibLaTeX's field for hyphenation: from it alone pandoc 3.9 knows the language, and with it the capitals.
            ("langid", language == .es ? "spanish" : "english"), ("url", Self.address(address)),
            ("urldate", accessed.description), ("note", notice.map(Self.tex)),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
        let type = isReport ? "techreport" : "misc"
        return Array("@\(type){\(key),\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }

    /// As RIS, with CRLF.
    public func ris() -> [UInt8] {
        var lines = [("TY", kind == .meeting ? "CONF" : kind == .registerEntry ? "ELEC" : "RPRT")]
        func add(_ tag: String, _ value: String?) {
            if let value { lines.append((tag, Self.oneLine(value))) }
        }
        add("ID", key)
        // A comma would part a surname from a given name; a body has neither. That at the end says so: without it
        // pandoc 3.9 makes its last word a surname.
        add("AU", author.replacing(", ", with: " ").replacing(",", with: " ") + ",")
        add("TI", title)
        add("M3", genre)
        add("IS", code)
        add("PB", publisher)
        add("CY", place)
        if let date {
            add("PY", String(date.first.year))
            add("DA", Self.slashed(date))
        }
        add("LA", language.rawValue)
        add("UR", address)
        add("Y2", Self.slashed(PartialDay(accessed)))
        add("N1", notice)
        add("ER", "")
        return Array(lines.map { "\($0)  - \($1)\r\n" }.joined().utf8)
    }

    /// As CSL-JSON (the Citation Style Language's input): a list of one item.
    public func cslJSON() -> [UInt8] {
        let type =
            switch kind {
            case .document, .decision: "report"
            case .meeting: "event"
            case .registerEntry: "webpage"
            }
        let fields: [(String, JSONValue?)] = [
            ("id", .text(key)), ("type", .text(type)), ("title", .text(title)),
            ("author", [["literal": .text(author)]]),
            ("publisher", .text(publisher)), ("publisher-place", place.map(JSONValue.text)),
            ("number", .text(code)), ("genre", genre.map(JSONValue.text)),
            ("language", .text(language.rawValue)), ("issued", date.map(Self.parts)),
            ("URL", .text(address)), ("accessed", Self.parts(PartialDay(accessed))),
            ("note", notice.map(JSONValue.text)),
        ]
        return JSONValue.list([.object(fields.compactMap { name, value in value.map { (name, $0) } })]).bytes
    }

    private static func parts(_ day: PartialDay) -> JSONValue {
        let civil = day.first.civil
        var numbers = [civil.year]
        if day.precision != .year { numbers.append(civil.month) }
        if day.precision == .day { numbers.append(civil.day) }
        return ["date-parts": [.list(numbers.map(JSONValue.number))]]
    }

    /// `2016/11/30/`, with what isn't known left empty.
    private static func slashed(_ day: PartialDay) -> String {
        let parts = day.description.split(separator: "-").joined(separator: "/")
        return parts
            + String(repeating: "/", count: day.precision == .year ? 3 : day.precision == .month ? 2 : 1)
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
    }

    /// Text with what means something to TeX escaped.
    private static func tex(_ text: String) -> String {
        var result = ""
        for character in oneLine(text) {
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "$", "&", "%", "#", "_": result += "\\\(character)"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            default: result.append(character)
            }
        }
        return result
    }

    /// An address as it is, but for what would end the field.
    private static func address(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{", "}", "\\", " ", "\n", "\r":
                result += Percent.encoded(UInt8(truncatingIfNeeded: scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
