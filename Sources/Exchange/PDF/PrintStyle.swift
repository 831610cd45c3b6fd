import Foundation

/// Makes a page of ours ready for ``PDFMaker``: all in one piece, and drawings as WeasyPrint understands them.
///
/// - The style sheet stands in the page instead of a link; icons and data blocks go.
/// - A drawing gets the sheet's rules for its shapes inside it, and its label as `<title>`, which becomes the
///   figure's alternative text.
/// - A drawing without a label only adorns: it becomes a background, which isn't tagged. As a figure PDF/UA
///   would ask it for an alternative text.
public struct PrintStyle: Sendable {
    private let sheet: [UInt8]
    private let drawings: DrawingStyle

    /// From the site's style sheet, whose rules for shapes go into the drawings.
    /// - Parameters:
    ///   - paper: the sheet for all the rest, where it is another one.
    ///   - accent: the site's variable that colours what adorns.
    public init(css: String, paper: String? = nil, accent: String = "--cobalt") {
        // Backgrounds are sized by what the sheet says of drawings. Nothing in it may end its element.
        let widened = (paper ?? css).replacing("svg {", with: ":is(svg, .ornament) {")
            .replacing("</", with: "<\\/")
        let rule = ".ornament{display:block;background:no-repeat center/100% 100%}"
        sheet = Array("<style>\(rule)\(widened)</style>".utf8)
        drawings = DrawingStyle(css: css, accent: accent)
    }

    /// The page as WeasyPrint gets it.
    ///
    /// - Parameter html: a page that ``HTML/HTMLWriter`` wrote: closed elements, and no `>` within a value.
    public func page(_ html: [UInt8]) -> [UInt8] {
        var page = PrintedPage(html)
        page.rewrite(sheet: sheet, drawings: drawings)
        return page.result
    }
}

/// A page while it is rewritten, tag by tag.
private struct PrintedPage {
    private let html: [UInt8]
    private(set) var result: [UInt8] = []
    /// The classes of each open element.
    private var open: [String] = []

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    init(_ html: [UInt8]) {
        self.html = html
        result.reserveCapacity(html.count + 65_536)
    }

    mutating func rewrite(sheet: [UInt8], drawings: DrawingStyle) {
        var at = 0
        while at < html.count {
            guard let start = html[at...].firstIndex(of: 0x3C), let end = html[start...].firstIndex(of: 0x3E)
            else {
                result += html[at...]
                return
            }
            result += html[at..<start]
            at = end + 1
            let tag = String(decoding: html[start...end], as: UTF8.self)
            let name = String(tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" })
            switch name {
            case "link":
                if tag.contains("rel=\"stylesheet\"") { result += sheet }
            case "script": at = place(behind: "</script>", from: at)
            case "svg":
                let close = place(behind: "</svg>", from: at)
                drawing(tag, content: html[at..<close], drawings)
                at = close
            default:
                result += html[start...end]
                if name.hasPrefix("/") {
                    _ = open.popLast()
                } else if !name.hasPrefix("!"), !Self.void.contains(name), !tag.hasSuffix("/>") {
                    open.append(attribute("class", tag) ?? "")
                }
            }
        }
    }

    private mutating func drawing(_ tag: String, content: ArraySlice<UInt8>, _ drawings: DrawingStyle) {
        let own = attribute("class", tag)
        let around = (open + [own ?? ""]).joined(separator: " ")
        let inner = String(decoding: content, as: UTF8.self)
        var classes = Set(around.split(separator: " "))
        for part in inner.split(separator: "class=\"").dropFirst() {
            classes.formUnion(part.prefix { $0 != "\"" }.split(separator: " "))
        }
        let rules = drawings.text(for: classes)
        let label = attribute("aria-label", tag)
        guard label != nil || inner.hasPrefix("<title>") else {
            ornament(tag, own: own, around: around, rules: rules + drawings.accent, inner)
            return
        }
        let bare = own.map { tag.replacing(" class=\"\($0)\"", with: "") } ?? tag
        result.put(String(bare.dropLast()) + " class=\"\(around)\">")
        // The label is escaped already.
        if let label, !inner.hasPrefix("<title>") { result.put("<title>\(label)</title>") }
        result.put("<style>\(rules)</style>")
        result += content
    }

    private mutating func ornament(
        _ tag: String, own: String?, around: String, rules: String, _ inner: String
    ) {
        let name = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(around)\""
        let kept = ["viewBox", "preserveAspectRatio"].compactMap { name in
            attribute(name, tag).map { " \(name)=\"\($0)\"" }
        }.joined()
        let drawing = "\(name)\(kept)><style>\(rules)</style>\(inner)"
        let sizes = ["width", "height"].compactMap { name in
            attribute(name, tag).flatMap(Double.init).map { "\(name):\($0)px;" }
        }.joined()
        let image = Data(drawing.utf8).base64EncodedString()
        result.put("<span class=\"ornament \(own ?? "")\" style=\"\(sizes)")
        result.put("background-image:url(data:image/svg+xml;base64,\(image))\"></span>")
    }

    /// The value as it is written, escaped.
    private func attribute(_ name: String, _ tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The place behind the next such end tag.
    private func place(behind closing: StaticString, from: Int) -> Int {
        closing.withUTF8Buffer { closing in
            var at = from
            while at + closing.count <= html.count {
                if html[at..<at + closing.count].elementsEqual(closing) { return at + closing.count }
                at += 1
            }
            return html.count
        }
    }
}
