import Charter

/// What a browser accepts, read from its headers.
enum Negotiation {
    /// One choice of a header's list with its weight in thousandths.
    struct Choice: Equatable {
        let name: Substring
        let weight: Int
    }

    /// Reads a list such as `es-MX, en;q=0.8, *;q=0`; what can't be read is left out.
    static func choices(_ header: String) -> [Choice] {
        var found: [Choice] = []
        for item in header.split(separator: ",").prefix(32) {
            let parts = item.split(separator: ";").map(trimmed)
            guard let name = parts.first, !name.isEmpty else { continue }
            var weight = 1000
            for parameter in parts.dropFirst() where parameter.lowercased().hasPrefix("q=") {
                weight = thousandths(parameter.dropFirst(2))
            }
            found.append(Choice(name: name, weight: weight))
        }
        return found
    }

    /// The language that the browser would rather read; Spanish when it says nothing of ours.
    static func language(_ header: String?) -> Language {
        guard let header else { return .es }
        var best = (language: Language.es, weight: 0)
        for choice in choices(header) {
            let tag = choice.name.prefix { $0 != "-" }.lowercased()
            guard let language = Language(rawValue: tag) else { continue }
            if choice.weight > best.weight { best = (language, choice.weight) }
        }
        return best.language
    }

    /// HTML or JSON; `nil` if the browser wants neither.
    static func representation(_ header: String?) -> Representation? {
        // What browsers and most programs send needs no parsing.
        guard let header, header != "*/*", !header.hasPrefix("text/html,") else { return .html }
        let choices = choices(header)
        if choices.isEmpty { return .html }
        let html = weight(of: "text", "html", choices)
        let json = weight(of: "application", "json", choices)
        if html == 0, json == 0 { return nil }
        return json > html ? .json : .html
    }

    /// How the body may be packed; `nil` if the browser wants neither packed nor plain.
    static func coding(_ header: String?) -> ContentCoding? {
        guard let header else { return .identity }
        if usualCodings.contains(header) { return .gzip }
        let choices = choices(header)
        func weight(_ name: String) -> Int? {
            choices.first { $0.name.lowercased() == name }?.weight
        }
        let any = weight("*")
        let gzip = weight("gzip") ?? weight("x-gzip") ?? any ?? 0
        let identity = weight("identity") ?? (any == 0 ? 0 : nil)
        if gzip > 0, gzip >= identity ?? 0 { return .gzip }
        return identity == 0 ? nil : .identity
    }

    /// What browsers send, word for word.
    private static let usualCodings = [
        "gzip, deflate, br, zstd", "gzip, deflate, br", "gzip, deflate", "gzip",
    ]

    private static func weight(of type: String, _ subtype: String, _ choices: [Choice]) -> Int {
        var best = (precision: 0, weight: 0)
        for choice in choices {
            let name = choice.name.lowercased()
            let precision =
                name == type + "/" + subtype ? 3 : name == type + "/*" ? 2 : name == "*/*" ? 1 : 0
            if precision > best.precision { best = (precision, choice.weight) }
        }
        return best.weight
    }

    private static func thousandths(_ text: Substring) -> Int {
        guard let value = Double(text), value >= 0 else { return 0 }
        return Int((min(value, 1) * 1000).rounded())
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...end]
    }
}

/// How a body is packed for its way to the browser.
public enum ContentCoding: String, Sendable, Hashable, CaseIterable {
    /// As it is.
    case identity = "id"
    /// RFC 1952.
    case gzip = "gz"
}
