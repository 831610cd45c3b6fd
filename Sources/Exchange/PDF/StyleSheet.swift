/// The little of a style sheet that drawings need, read from the site's own sheet.
///
/// WeasyPrint styles a drawing within a page only by a `<style>` inside it, and knows no `var()` there.
struct DrawingStyle: Sendable {
    struct Rule: Sendable {
        let selector: String
        let declarations: String
        /// The classes that the selector asks for.
        let classes: [Substring]
    }

    private(set) var rules: [Rule] = []
    /// The rule that colours what adorns.
    let accent: String

    /// What in a drawing may come from the sheet.
    private static let properties: Set<String> = [
        "fill", "stroke", "stroke-width", "stroke-dasharray", "font", "font-size", "font-weight",
        "font-family",
    ]

    init(css: String, accent: String) {
        let (plain, printed) = Self.blocks(css)
        var variables: [String: String] = [:]
        // What is set for paper counts, as it does on paper.
        for block in plain + printed where block.selector == ":root" {
            for (name, value) in Self.declarations(block.body) where name.hasPrefix("--") {
                variables[name] = value
            }
        }
        self.accent = variables[accent].map { "svg{color:\(Self.resolve($0, variables))}" } ?? ""
        for block in plain + printed {
            let wanted = Self.declarations(block.body).filter { Self.properties.contains($0.name) }
            guard !wanted.isEmpty else { continue }
            let text = wanted.map { "\($0.name):\(Self.resolve($0.value, variables))" }.joined(separator: ";")
            for selector in block.selector.split(separator: ",") where Self.isForDrawings(selector, wanted) {
                let selector = selector.trimmed
                let classes = selector.split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }
                    .flatMap { $0.split(separator: ".", omittingEmptySubsequences: false).dropFirst() }
                rules.append(Rule(selector: selector, declarations: text, classes: classes))
            }
        }
    }

    /// The rules for a drawing that has those classes around it and in it.
    func text(for classes: Set<Substring>) -> String {
        rules.filter { $0.classes.allSatisfy(classes.contains) }.map { "\($0.selector){\($0.declarations)}" }
            .joined()
    }

    /// A selector that means shapes or texts of drawings, and nothing that only a screen has.
    private static func isForDrawings(_ selector: Substring, _ wanted: [(name: String, value: String)])
        -> Bool
    {
        guard !selector.contains(":") else { return false }
        return wanted.contains { $0.name == "fill" || $0.name.hasPrefix("stroke") }
            || selector.contains(" text")
            || selector.contains(".rosette")
    }

    /// The sheet's rules: those for all media, and those for paper.
    private static func blocks(
        _ css: String
    ) -> (plain: [(selector: String, body: Substring)], printed: [(selector: String, body: Substring)]) {
        var plain: [(String, Substring)] = []
        var printed: [(String, Substring)] = []
        for block in split(withoutComments(css)[...]) {
            if !block.selector.hasPrefix("@") {
                plain.append(block)
            } else if block.selector == "@media print" {
                printed += split(block.body).filter { !$0.selector.hasPrefix("@") }
            }
        }
        return (plain, printed)
    }

    /// Selector and body of each block, the outer ones alone.
    private static func split(_ css: Substring) -> [(selector: String, body: Substring)] {
        var found: [(String, Substring)] = []
        var depth = 0
        var start = css.startIndex
        var selector = ""
        for index in css.indices {
            if css[index] == "{" {
                if depth == 0 {
                    selector = css[start..<index].trimmed
                    start = css.index(after: index)
                }
                depth += 1
            } else if css[index] == "}" {
                depth -= 1
                guard depth == 0 else { continue }
                found.append((selector, css[start..<index]))
                start = css.index(after: index)
            }
        }
        return found
    }

    private static func withoutComments(_ css: String) -> String {
        var text = ""
        var rest = css[...]
        while let open = rest.firstRange(of: "/*") {
            text += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return text }
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    private static func declarations(_ body: Substring) -> [(name: String, value: String)] {
        body.split(separator: ";").compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            return (part[..<colon].trimmed, part[part.index(after: colon)...].trimmed)
        }
    }

    private static func resolve(_ value: String, _ variables: [String: String]) -> String {
        var value = value
        // A variable may hold another; a ring of them ends here.
        for _ in 0..<4 {
            for (name, text) in variables { value = value.replacing("var(\(name))", with: text) }
        }
        return value
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
