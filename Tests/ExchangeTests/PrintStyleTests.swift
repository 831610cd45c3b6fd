import Exchange
import Foundation
import HTML
import Testing

@Suite struct `A page made ready for paper` {
    private static let css = """
        :root { --cobalt: #1b3f8b; --edge: var(--cobalt); } /* .x rect { fill: red } */
        @media (prefers-color-scheme: dark) { :root { --cobalt: #fff; } .petal { fill: #eee } }
        .bars rect { fill: var(--cobalt); color: red; } .petal, .heart { stroke: var(--edge); }
        .organs a:hover text { fill: red; } .rosette text { font-size: 13px; }
        .other rect { fill: blue; }
        .a svg { width: 1px }
        @media print { :root { --cobalt: #000; } .heart { fill: none; } }
        """

    private func ready(_ content: (inout HTMLWriter) -> Void) -> String {
        var html = HTMLWriter()
        html.document(language: "es", content: content)
        return PrintStyle(css: Self.css).page(html.bytes).text
    }

    @Test func `The style sheet stands in the page, and nothing is left to fetch or run`() {
        let page = ready { html in
            html(.head) { html in
                html.trusted(
                    TrustedHTML(
                        "<link rel=\"stylesheet\" href=\"/a.css\"><link rel=\"icon\" href=\"/i.svg\"><meta charset=\"utf-8\">"
                    ))
                html.dataBlock(type: "application/ld+json", json: Array("{}".utf8))
            }
            html(.body) { $0(.p, "Ñandú > 1") }
        }
        #expect(
            page.contains("<head><style>.ornament")
                && page.contains("</style><meta charset=\"utf-8\"></head>"))
        #expect(!page.contains("<link") && !page.contains("<script"))
        #expect(page.hasSuffix("<body><p>Ñandú &gt; 1</p></body></html>\n"))
    }

    @Test func `A drawing gets its rules, with the colours of paper, and its label as title`() {
        let page = ready { html in
            html(.figure, .class("bars wide")) { html in
                html(.svg, .role("img"), .aria("label", "A & B")) { $0(.rect, .class("heart")) }
            }
        }
        #expect(
            page.contains(
                "<svg role=\"img\" aria-label=\"A &amp; B\" class=\" bars wide \"><title>A &amp; B</title>"
                    + "<style>.bars rect{fill:#000}.heart{stroke:#000}.heart{fill:none}</style><rect class=\"heart\"/></svg>"
            ))
    }

    @Test
    func `An ornament is a background in the accent's colour, sized by what the sheet says of drawings`() {
        let page = ready { html in
            html(.div, .class("rosette")) { $0(.br) }
            html(.svg, .class("tiles"), .height("20"), .aria("hidden", "true")) { $0(.rect) }
        }
        let drawing = Array(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\" tiles\"><style>svg{color:#000}</style><rect/></svg>"
                .utf8)
        #expect(
            page.contains(
                "<span class=\"ornament tiles\" style=\"height:20.0px;background-image:url(data:image/svg+xml;base64,\(Data(drawing).base64EncodedString()))\"></span>"
            ))
        #expect(!page.contains("<svg"))
    }
}
