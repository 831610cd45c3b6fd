import Charter
import Conference
import Register
import Secretariat
import Testing

@testable import Web

struct LibraryPagesTests {
    /// A conference with papers of every class and a text in both languages, the translation out of date.
    private static func papers() async throws -> RecordSite {
        let site = try await RecordSite(pack: "crm")
        let day = PartialDay(try #require(Day("2026-11-21")))
        for access in AccessClass.allCases {
            try await site.registrar.perform(
                Proposal(
                    id: "paper-\(access)", on: day,
                    act: DocumentRecorded(
                        document: DocumentID("papel-\(access)"),
                        title: Localized(
                            es: "Papel reservado \(access)", en: "Kept paper \(access)", original: .es),
                        kind: .minutes, year: 2026, access: access
                    ).act), by: .secretariat)
        }
        try await text("viejo", .en, "2026-11-20", "# Old title\n\nOld & <b>words</b>.\n\n- one\n- two", site)
        try await text("nuevo", .es, "2026-11-21", "# Título\n\nPalabras **nuevas**.", site)
        return site
    }

    private static func text(
        _ id: String, _ language: Language, _ day: String, _ words: String, _ site: RecordSite
    ) async throws {
        let bytes = Array(words.utf8)
        let file = Hash.sha256(bytes).hex
        try await site.registrar.perform(
            [
                Proposal(
                    id: id, on: PartialDay(try #require(Day(day))),
                    source: Source(document: "carta"),
                    act: TextRecorded(
                        document: "papel-public", language: language, file: file, mediaType: "text/markdown",
                        access: .public
                    ).act)
            ], by: .secretariat, files: [file: bytes])
        try site.registrar.store.putBlob(bytes)
    }

    /// What a viewer is answered, without a socket.
    private static func ask(
        _ site: RecordSite, _ route: Route, _ viewer: Viewer, _ form: Representation = .html,
        query: [(String, String)] = []
    ) async throws -> PageAnswer {
        let pages = ConferencePages(site.registrar, at: .root, look: try LookAssets())
        return try await pages.answer(
            PageRequest(
                base: ConferencePath.root.seen(by: Seat(viewer)), route: route, language: .en,
                representation: form, query: Query(query)))
    }

    private static func text(of answer: PageAnswer) -> String? {
        guard case .page(let page) = answer else { return nil }
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("/es/library", "46 documentos", "Quitar"), ("/en/library", "46 documents", "Remove"),
    ])
    func `The library in both languages, with counts beside each way to narrow it down`(
        _ path: String, _ count: String, _ remove: String
    ) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains(count))
        #expect(page.text.contains("href=\"\(path)?kind=guideline\">"))
        #expect(!page.text.contains("class=\"chosen\""))
        let narrowed = try await site.get(path + "?kind=guideline&year=2022")
        #expect(narrowed.text.contains(remove))
        #expect(narrowed.text.contains("href=\"\(path)?year=2022\""))
        #expect(narrowed.text.contains("href=\"\(path)?kind=guideline\""))
        #expect(!narrowed.text.contains("/library/carta\""))
    }

    @Test(arguments: [
        ("kind=declaration", 6), ("kind=declaration&year=2014", 1), ("language=es", 5), ("space=genero", 2),
        ("organ=VM&kind=charter", 1), ("q=LINEAMIENTOS%20ninez", 3), ("q=zzz", 0), ("on=2005-01-01", 7),
    ])
    func `What a combination of filters leaves`(_ query: String, _ found: Int) async throws {
        let answer = try await RecordSite.crm.value.get("/en/library.json?\(query)")
        #expect(answer.status == 200)
        #expect(answer.text.contains("\"found\":\(found),"), "\(query): \(answer.text.prefix(600))")
    }

    @Test(arguments: [
        "kind=poem", "year=soon", "year=0", "space=nothing", "theme=nothing", "organ=ZZZ", "language=fr",
        "page=0",
        "q=" + String(repeating: "a", count: 101),
    ])
    func `A filter that can't be read is said in a sentence, as 400`(_ query: String) async throws {
        let page = try await RecordSite.crm.value.get("/en/library?\(query)")
        #expect(page.status == 400)
        #expect(page.text.contains("“") || page.text.contains("shorten it"))
    }

    @Test func `A page past the last is not found, with the way to the last`() async throws {
        let page = try await RecordSite.crm.value.get("/en/library?page=99")
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"/en/library?page=2\""))
    }

    @Test func `A document's page says what it is, how it is quoted and what rests on it`() async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/es/library/informe-20")
        #expect(page.status == 200)
        for text in [
            "Informe de 20 años de la CRM", "<span lang=\"en\">Twenty years&#39; report of the RCM</span>",
            "Para todas las personas", "Cómo citarlo", "@techreport{", "TY  - RPRT",
            "actos lo dan como fuente", "href=\"/es/decisions/CRM/VM/1999/CC.5\"",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(page.text.utf8.count < 60_000)
        let early = try await site.get("/es/library/informe-20?on=2000-01-01")
        #expect(early.text.contains("El documento es posterior al día que se muestra"))
        #expect(try await site.get("/en/library/informe-20.json").text.contains("\"original\":\"es\""))
        #expect(try await site.get("/en/library/informe-20.bib").text.hasPrefix("@techreport"))
    }

    @Test(arguments: DocumentKind.allCases)
    func `Every kind of document has its words`(_ kind: DocumentKind) {
        #expect(ActWords.values[kind.rawValue] != nil)
    }

    @Test func `An unknown document is not found, with the nearest ones`() async throws {
        let page = try await RecordSite.crm.value.get("/es/library/infrome-20")
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"/es/library/informe-20\""))
    }

    @Test func `Texts stand side by side, escaped, and say which is the original and which is older`()
        async throws
    {
        let site = try await Self.papers()
        let page = try await site.get("/en/library/papel-public")
        #expect(page.text.contains("The original changed after its translation"))
        #expect(page.text.contains("older than the original"))
        #expect(
            page.text.contains("<h4>Old title</h4><p>Old &amp; &lt;b&gt;words&lt;/b&gt;.</p><ul><li>one</li>")
        )
        #expect(page.text.contains("<div lang=\"es\"><h4>Título</h4><p>Palabras <b>nuevas</b>.</p></div>"))
        // The day before, the original had no text yet, and nothing was out of date.
        let before = try await site.get("/en/library/papel-public?on=2026-11-20")
        #expect(!before.text.contains("The original changed"))
        let file = try await site.get("/texts/en/papel-public")
        #expect(file.status == 404)
        let held = try await site.get("/en/texts/en/papel-public")
        #expect(held.status == 200)
        #expect(held.text.hasPrefix("# Old title\n"))
        #expect(try await site.get("/en/texts/fr/papel-public").status == 404)
        #expect(try await site.get("/en/texts/en/carta").status == 404)
    }

    @Test(arguments: [
        (Viewer.public, 1), (.network, 2), (.administrator, 2), (.observer("COL"), 2), (.secretariat, 3),
        (.presidency, 4), (.member("MEX"), 4),
    ])
    func `Each viewer counts and opens the papers of its classes and no other`(
        _ viewer: Viewer, _ classes: Int
    ) async throws {
        let site = try await Self.papers()
        let list = try #require(
            Self.text(of: try await Self.ask(site, .library, viewer, .json, query: [("kind", "minutes")])))
        #expect(list.contains("\"found\":\(classes),"))
        let feed = try await Self.ask(site, .library, viewer, .atom)
        for (index, access) in AccessClass.allCases.enumerated() {
            let may = index < classes
            #expect(list.contains("papel-\(access)") == may, "\(access)")
            #expect(Self.text(of: feed)?.contains("Kept paper \(access)") == may, "\(access)")
            let answer = try await Self.ask(site, .document("papel-\(access)"), viewer)
            #expect((Self.text(of: answer) != nil) == may, "\(access)")
        }
    }

    @Test func `A paper that the reader may not open answers like one that doesn't exist`() async throws {
        let site = try await Self.papers()
        // What was asked for, and the number of the error in the log, differ from one answer to the next.
        func bare(_ text: String) -> String {
            text.replacing(#/papel-sessio[nm]/#, with: "X").replacing(#/"id":"[0-9a-f]+"/#, with: "")
        }
        for form in ["", ".json", ".atom", ".bib", ".pdf"] {
            let closed = try await site.get("/en/library/papel-session\(form)")
            let missing = try await site.get("/en/library/papel-sessiom\(form)")
            #expect(closed.status == 404)
            #expect(bare(closed.text) == bare(missing.text), "\(form)")
        }
        #expect(try await site.get("/en/texts/es/papel-session").status == 404)
    }

    @Test(arguments: ["/es/spaces", "/en/spaces"])
    func `The thematic spaces, each with what stands in it`(_ path: String) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains("href=\"\(path)/genero\""))
        let space = try await site.get(path + "/genero")
        #expect(space.status == 200)
        for part in ["documents", "meetings", "organs", "lines"] {
            #expect(space.text.contains("id=\"\(part)\""), "\(part)")
        }
        #expect(space.text.contains("/library/seminario-mujeres-ninez-2000\""))
        let missing = try await site.get(path + "/genro")
        #expect(missing.status == 404)
        #expect(missing.text.contains("href=\"\(path)/genero\""))
        #expect(try await site.get(path + ".csv").text.contains("genero"))
        #expect(try await site.get(path + "/genero.ics").text.hasPrefix("BEGIN:VCALENDAR"))
    }

    @Test func `Where nothing is recorded the place says what will stand there`() async throws {
        let site = try await RecordSite.csm.value
        #expect(try await site.get("/en/spaces").text.contains("A space begins when the secretariat"))
        #expect(try await site.get("/en/spaces/genero").status == 404)
        #expect(try await site.get("/es/library").status == 200)
    }

    @Test(arguments: [("/es/glossary", "En inglés: "), ("/en/glossary", "In Spanish: ")])
    func `The glossary in both languages, each term at an address of its own`(
        _ path: String, _ other: String
    ) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains("id=\"term-GRCM\""))
        #expect(page.text.contains(other))
        #expect(page.text.contains("href=\"#letter-C\""))
        let found = try await site.get(path + "?q=ACNUR")
        #expect(found.text.contains("id=\"term-ACNUR\""))
        #expect(!found.text.contains("id=\"term-GRCM\""))
        #expect(try await site.get(path + "?q=zzzz").text.contains("class=\"empty\""))
        #expect(try await site.get(path + "?q=" + String(repeating: "a", count: 81)).status == 400)
        #expect(try await site.get(path + ".csv").text.contains("UNHCR"))
    }
}
