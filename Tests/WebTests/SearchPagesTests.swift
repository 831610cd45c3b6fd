import Charter
import Conference
import Secretariat
import Testing

@testable import Web

struct SearchPagesTests {
    @Test(arguments: [
        ("/es/search", "Un código lleva primero a su página."),
        ("/en/search", "A code leads to its page first."),
    ])
    func `The empty question teaches what can be found, and stays out of search engines`(
        _ path: String, _ lesson: String
    ) async throws {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(lesson))
        #expect(page.text.contains("<datalist id=\"ask-terms\">"))
        #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test func `Words are marked where they stand, with accents or without`() async throws {
        let site = try await RecordSite.crm.value
        for typed in ["ninez", "ni%C3%B1ez", "NI%C3%91EZ"] {
            let page = try await site.get("/es/search?q=\(typed)")
            #expect(page.status == 200)
            #expect(page.text.contains("<mark>niñez</mark>"), "\(typed)")
            #expect(page.text.contains("/es/library/"))
        }
    }

    @Test(arguments: [
        ("carta", "/en/library/carta"), ("MEX", "/en/parties/MEX"), ("VM-2016", "/en/meetings/VM-2016"),
        ("PE-2023-2026", "/en/plans/PE-2023-2026"), ("genero", "/en/spaces/genero"),
        ("CRM/VM/1999/CC.5", "/en/decisions/CRM/VM/1999/CC.5"), ("LGBTIQ", "/en/glossary#term-LGBTIQ"),
    ])
    func `A code leads to its page first`(_ code: String, _ address: String) async throws {
        let page = try await RecordSite.crm.value.get("/en/search?q=\(code)")
        let first = try #require(page.text.firstRange(of: "<ol class=\"hits\"><li><h3><a href=\""))
        #expect(
            page.text[first.upperBound...].hasPrefix(address + "\""),
            "\(page.text[first.upperBound...].prefix(80))")
    }

    @Test func `A number leads to the act of the register`() async throws {
        let page = try await RecordSite.crm.value.get("/en/search?q=61")
        #expect(page.text.contains("href=\"/en/register/61\""))
    }

    @Test func `Facets narrow down by links, and each can be taken back`() async throws {
        let site = try await RecordSite.crm.value
        let all = try await site.get("/en/search?q=migration")
        #expect(all.text.contains("href=\"/en/search?q=migration&amp;kind=document\""))
        let documents = try await site.get("/en/search?q=migration&kind=document")
        #expect(documents.text.contains("href=\"/en/search?q=migration\""))
        #expect(!documents.text.contains("<h3><a href=\"/en/parties"))
        #expect(try await site.get("/en/search?q=migration&page=2").text.contains("21 to "))
        #expect(try await site.get("/en/search?q=migration&page=900").status == 404)
    }

    @Test func `Nothing found says what may have been meant`() async throws {
        let page = try await RecordSite.crm.value.get("/en/search?q=consultatoin")
        #expect(page.status == 200)
        #expect(page.text.contains("Nothing found"))
        #expect(page.text.contains("Did you mean “consultation”?"))
    }

    @Test(arguments: [
        String(repeating: "a", count: 257), Array(repeating: "palabra", count: 13).joined(separator: "%20"),
        "uno&kind=poem", "uno&year=soon", "uno&organ=ZZZ", "uno&page=-1",
    ])
    func `What can't be searched is one sentence, as 400`(_ query: String) async throws {
        for form in ["", ".json"] {
            let page = try await RecordSite.crm.value.get("/es/search\(form)?q=\(query)")
            #expect(page.status == 400)
            let said = page.text.contains("búsqueda pasa de") || page.text.contains("se busca sin ello")
            #expect(said)
        }
    }

    @Test(arguments: [
        "%22", "*", "NEAR(a%20b)", "a%20OR%20b", "title:carta", "-carta", "%27%3B%20DROP%20TABLE",
        "%3Cscript%3E",
        "%28%28%28", "%5E%5E", "%00", "%F0%9F%8C%8A", "a%22b%22c", "%25", "%E2%80%AE",
    ])
    func `Hostile signs are words or nothing, never an error`(_ query: String) async throws {
        let page = try await RecordSite.crm.value.get("/en/search?q=\(query)")
        #expect(page.status == (query == "%00" ? 400 : 200), "\(query)")
        #expect(!page.text.contains("<script"))
    }

    @Test func `The search for programs`() async throws {
        let page = try await RecordSite.crm.value.get("/es/search.json?q=carta")
        #expect(page.status == 200)
        #expect(page.text.contains("\"hits\":[{\"id\":\"document/carta\",\"kind\":\"document\""))
        #expect(page.text.contains("\"marked\":true"))
        #expect(page.text.contains("\"address\":\"/es/library/carta\""))
    }

    @Test func `The pages of the site themselves are found`() async throws {
        let site = try await RecordSite.crm.value
        #expect(
            try await site.get("/en/search?q=deadline%20calculator").text.contains(
                "href=\"/en/working-days\""))
        #expect(try await site.get("/es/search?q=accesibilidad").text.contains("href=\"/es/accessibility\""))
    }

    @Test func `Another conference is searched by itself`() async throws {
        let page = try await RecordSite.csm.value.get("/es/search?q=Brasil")
        #expect(page.text.contains("href=\"/es/parties/BRA\""))
    }
}
