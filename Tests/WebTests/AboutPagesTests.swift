import Charter
import Conference
import HTML
import Register
import Secretariat
import Testing

@testable import Web

struct AboutPagesTests {
    @Test(arguments: ["about", "accessibility", "verify"])
    func `Each page of words stands in both languages, and for programs`(_ page: String) async throws {
        for site in [try await RecordSite.crm.value, try await RecordSite.csm.value] {
            for language in ["es", "en"] {
                let answer = try await site.get("/\(language)/\(page)")
                #expect(answer.status == 200)
                #expect(answer.text.utf8.count < 60_000)
            }
            let json = try await site.get("/en/\(page).json")
            #expect(json.text.contains("\"sections\":[{\"id\":"))
        }
    }

    @Test func `About says what it is, that it isn't official, and that nothing is kept of its readers`()
        async throws
    {
        let page = try await RecordSite.crm.value.get("/en/about")
        for text in [
            "The virtual secretariat of the Regional Conference on Migration",
            "Not a publication of the Conference or its members", "No cookies", "SQLite, GRDB",
            "Contact: not given by this installation.",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
    }

    @Test func `The statement names its standard, its limits and how it is tested`() async throws {
        let page = try await RecordSite.crm.value.get("/es/accessibility")
        for text in ["(WCAG) 2.2, nivel AA", "UA-15-003", "axe", "200 %", "evaluación propia"] {
            #expect(page.text.contains(text), "\(text)")
        }
    }

    @Test func `A contact is shown as the installation gives it`() async throws {
        let site = try await RecordSite(pack: "csm")
        let pages = ConferencePages(
            site.registrar, at: .root, look: try LookAssets(), contact: "mailto:secretaria@example.org")
        for route in [Route.about, .accessibility] {
            let answer = try await pages.answer(
                PageRequest(base: .root, route: route, language: .es))
            guard case .page(let page) = answer else {
                Issue.record("no page")
                return
            }
            #expect(
                String(decoding: page.bytes, as: UTF8.self).contains(
                    "<a href=\"mailto:secretaria@example.org\" rel=\"noopener\">secretaria@example.org</a>"))
        }
    }

    @Test func `How to verify names the size, the root and the key on record`() async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/en/verify")
        let published = site.registrar.published
        #expect(page.text.contains(published.root.hex))
        #expect(page.text.contains(">\(published.state.sequence)<"))
        #expect(page.text.contains("puebla verify crm.jsonl"))
        // Founded without a key: the page doesn't name one.
        #expect(page.text.contains("No key is on record"))
    }

    @Test(arguments: [
        ("Uno\ndos\n\ntres", [HeldWords.Block.paragraph("Uno dos"), .paragraph("tres")]),
        ("# A\n## B\n#C", [.heading(level: 1, "A"), .heading(level: 2, "B"), .heading(level: 1, "C")]),
        (
            "- a\n- b\n  c\n\n1. d\n2. e",
            [.list(ordered: false, ["a", "b c"]), .list(ordered: true, ["d", "e"])]
        ),
        ("1996. Año.\n#\n####### x", [.paragraph("1996. Año. # ####### x")]),
        ("a\n---\nb", [.paragraph("a"), .line, .paragraph("b")]), ("", []), ("\r\n \t\r\n", []),
    ])
    func `A held text is read as headings, paragraphs and lists`(_ text: String, _ blocks: [HeldWords.Block])
    {
        #expect(HeldWords(text).blocks == blocks)
    }

    @Test(arguments: [
        ("a **b** c", "<p>a <b>b</b> c</p>"), ("a *b* c", "<p>a <em>b</em> c</p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("a ** b", "<p>a ** b</p>"), ("<i>*", "<p>&lt;i&gt;*</p>"), ("**a", "<p>**a</p>"),
    ])
    func `Words are set off by asterisks and nothing becomes markup`(_ text: String, _ markup: String) {
        var html = HTMLWriter()
        html.words(HeldWords(text))
        #expect(html.string == markup)
    }
}
