import HTML
import Testing

private func written(_ content: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    content(&html)
    return html.string
}

struct HTMLWriterTests {
    @Test(arguments: [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"it's\"", "&quot;it&#39;s&quot;"),
        ("", ""), ("Migración № 1", "Migración № 1"), ("\0", "\u{FFFD}"), ("&amp;", "&amp;amp;"),
    ])
    func `Text is escaped`(_ text: String, _ expected: String) {
        #expect(written { $0.text(text) } == expected)
        #expect(written { $0.text(text[...]) } == expected)
    }

    @Test func `An attribute's value cannot leave its quotes`() {
        let html = written { $0(.a, "x", .href("/a?b=1&c=\"><script>"), .title("it's")) }
        #expect(html == "<a href=\"/a?b=1&amp;c=&quot;&gt;&lt;script&gt;\" title=\"it&#39;s\">x</a>")
    }

    @Test func `Absent attributes and flags that are false write nothing`() {
        let html = written { html in
            html(.option, "A", .value("a"), .flag("selected"), .flag("disabled", false), .title(nil))
            html(.li, "B", .classes("x", nil, "y"), .current("page", false))
        }
        #expect(html == "<option value=\"a\" selected>A</option><li class=\"x y\">B</li>")
    }

    @Test func `Elements nest, and those without content have no end tag`() {
        let html = written { html in
            html(.ul, .class("a")) { html in
                html(.li) { html in
                    html.text("one")
                    html(.br)
                    html(.img, .src("/x.svg"), .alt(""))
                }
                html(.li)
            }
        }
        #expect(html == "<ul class=\"a\"><li>one<br><img src=\"/x.svg\" alt=\"\"></li><li></li></ul>")
    }

    @Test func `A start made once writes what the element writes, its attributes escaped`() {
        let start = HTMLStart(.td, .class("num"), .data("label", "A \"B\" & C"), .scope(nil))
        var made = HTMLWriter()
        var each = HTMLWriter()
        for text in ["1", "<2>"] {
            made(start) { $0.text(text) }
            each(.td, text, .class("num"), .data("label", "A \"B\" & C"), .scope(nil))
        }
        #expect(made.string == each.string)
        #expect(made.string.hasPrefix("<td class=\"num\" data-label=\"A &quot;B&quot; &amp; C\">1</td>"))
    }

    @Test func `A document begins with its doctype and language`() {
        let html = written { $0.document(language: "es") { $0(.body, "Hola") } }
        #expect(html == "<!doctype html>\n<html lang=\"es\"><body>Hola</body></html>\n")
    }

    @Test func `Trusted markup is written as it is`() {
        let mark = TrustedHTML { $0(.b, "1 < 2") }
        #expect(written { $0.trusted(mark) } == "<b>1 &lt; 2</b>")
        #expect(written { $0.trusted(TrustedHTML("<i>x</i>")) } == "<i>x</i>")
    }

    @Test(arguments: [
        ("https://crmsv.org/a?b=1", true), ("HTTP://example.org", true), ("mailto:a@b.org", true),
        ("javascript:alert(1)", false), (" javascript:alert(1)", false), ("data:text/html,x", false),
        ("//example.org", false), ("", false),
    ])
    func `An address from outside becomes a link only if it is a web or mail address`(
        _ address: String, _ kept: Bool
    ) {
        #expect(written { $0(.a, "x", .href(external: address)) }.contains("href=") == kept)
    }

    @Test(arguments: [
        (0.0, "0"), (12.0, "12"), (12.54, "12.5"), (12.55, "12.6"), (-0.26, "-0.3"), (-0.04, "0"),
        (.nan, "0"), (.infinity, "0"),
    ])
    func `A drawing's numbers have one decimal at most`(_ value: Double, _ text: String) {
        #expect(SVGNumber.text(value) == text)
    }

    @Test func `Whatever the text, what is written reads back as that text and nothing else`() {
        var random = SeededRandom(state: 20_260_121)
        let alphabet = Array("<>&\"'\0 =/!-abcñé№𝄞;#x")
        for _ in 0..<5_000 {
            let text = String((0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] })
            let html = written { $0(.p, text, .title(text)) }
            let expected = text.replacing("\0", with: "\u{FFFD}")
            #expect(html.hasPrefix("<p title=\"") && html.hasSuffix("</p>"))
            let inner = html.dropFirst(10).dropLast(4)
            let halves = inner.split(separator: "\">", omittingEmptySubsequences: false)
            #expect(halves.count == 2)
            for half in halves {
                #expect(!half.contains { "<>\"'".contains($0) })
                #expect(unescaped(String(half)) == expected)
            }
        }
    }
}

/// The inverse of the escaping, written apart from it.
private func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
}

/// A small generator with a seed, so a failure can be repeated.
struct SeededRandom {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
