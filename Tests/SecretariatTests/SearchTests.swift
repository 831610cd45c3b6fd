import Charter
import Conference
import Register
import Secretariat
import Testing

/// Finding by words: what is found, in which order, what is shown of it, and how typing is helped.
@Suite struct SearchTests {
    /// A finder over a pack's register, with whatever pages a test invents.
    private func finder(_ pages: [SearchItem] = []) async throws -> (Finder, Registrar) {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        return (Finder(registrar, pages: pages), registrar)
    }

    private func page(_ code: String, _ es: String, _ en: String, body: [Localized] = []) -> SearchItem {
        SearchItem(.page, code, title: Localized(es: es, en: en), body: body)
    }

    private func ids(
        _ finder: Finder, _ text: String, _ language: Language = .es, limit: Int = 100
    ) async throws -> [String] {
        try await finder.find(
            SearchQuestion(text, language: language, limit: limit), viewer: .public
        ).hits.map(\.id)
    }

    @Test func `Plural, singular, case and accents don't matter, in either language`() async throws {
        let (finder, registrar) = try await finder([
            page("uno", "Migración segura", "A safe country"), page("dos", "Zapato", "Shoe"),
            page("tres", "El niño pingüino aplicaría", "The penguin"),
        ])
        defer { registrar.stop() }
        for text in ["migraciones", "MIGRACIÓN", "migracion", "Migración", "migracio\u{301}n", "migra"] {
            #expect(try await ids(finder, text).contains("page/uno"), "\(text)")
        }
        for text in ["countries", "Country", "COUNTRY safe"] {
            #expect(try await ids(finder, text, .en).contains("page/uno"), "\(text)")
        }
        for text in ["nino", "niños", "PINGUINO", "aplicaria", "aplicaría"] {
            #expect(try await ids(finder, text).contains("page/tres"), "\(text)")
        }
        #expect(try await ids(finder, "zapatos") == ["page/dos"])
    }

    @Test func `The reader's language comes first, and the other is found too`() async throws {
        let (finder, registrar) = try await finder([
            page("es", "Sobre el tal jaguar", "Nothing"), page("en", "Nada", "About that jaguar"),
        ])
        defer { registrar.stop() }
        #expect(try await ids(finder, "jaguar", .es) == ["page/es", "page/en"])
        #expect(try await ids(finder, "jaguar", .en) == ["page/en", "page/es"])
    }

    @Test func `Every word must be there, a beginning will do, and quotation marks mean what they say`()
        async throws
    {
        let (finder, registrar) = try await finder([
            page("uno", "Xilófono verde claro", "Xylo"), page("dos", "Claro xilófono verde", "Xylo"),
            page(
                "tres", "Xilografía", "Xylo",
                body: [Localized(same: "fin xilo"), Localized(same: "fono fin")]),
        ])
        defer { registrar.stop() }
        #expect(Set(try await ids(finder, "verde xilófono")) == ["page/uno", "page/dos"])
        #expect(try await ids(finder, "\"verde claro\"") == ["page/uno"])
        #expect(try await ids(finder, "«xilófono verde»").count == 2)
        #expect(try await ids(finder, "\"xilo fono\"").isEmpty)
        #expect(Set(try await ids(finder, "xil")) == ["page/uno", "page/dos", "page/tres"])
        #expect(Set(try await ids(finder, "xilo* ")) == ["page/uno", "page/dos", "page/tres"])
        #expect(try await ids(finder, "xilóf ").isEmpty)
        #expect(try await ids(finder, "el verde de la xilófono claro").count == 2)
        #expect(try await ids(finder, "verde zzz").isEmpty)
    }

    @Test(arguments: [
        ("GRCM-2014-1", "meeting/GRCM-2014-1"), ("grcm-2014-1", "meeting/GRCM-2014-1"),
        ("CRM/VM/1999/CC.5", "decision/CRM/VM/1999/CC.5"), ("carta", "document/carta"), ("F3", "rule/F3"),
        ("MEX", "party/MEX"), ("México", "party/MEX"), ("ACNUR", "term/ACNUR"),
        ("PE-2023-2026", "plan/PE-2023-2026"), ("politicas/1.1.1.1", "planLine/PA/politicas/1.1.1.1"),
    ])
    func `What is found under its code or name comes first`(text: String, id: String) async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        let found = try await ids(finder, text)
        // A code may be shared by a party and its term of the glossary: one of them is first, both are there.
        #expect(found.prefix(2).contains(id), "\(found.prefix(5))")
    }

    @Test func `The title counts more than the text`() async throws {
        let (finder, registrar) = try await finder([
            page("texto", "Otra cosa", "Other", body: [Localized(es: "Habla del quetzal", en: "Speaks")]),
            page(
                "título", "El quetzal", "The quetzal",
                body: [Localized(es: "Habla de otra cosa", en: "Other")]),
        ])
        defer { registrar.stop() }
        #expect(try await ids(finder, "quetzal") == ["page/título", "page/texto"])
    }

    @Test func `Kinds, years and organs are counted over all hits, each list leaving its own choice aside`()
        async throws
    {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        let all = try await finder.find(
            SearchQuestion("migración", language: .es, limit: 5), viewer: .public)
        #expect(all.hits.count == 5)
        #expect(all.total > 50)
        #expect(all.facets.kinds.reduce(0) { $0 + $1.count } == all.total)
        let decisions = try #require(all.facets.kinds.first { $0.value == .document })
        let some = try await finder.find(
            SearchQuestion("migración", language: .es, kinds: [.document], limit: 100), viewer: .public)
        #expect(some.total == decisions.count)
        #expect(some.hits.allSatisfy { $0.kind == .document })
        #expect(some.facets.kinds == all.facets.kinds)
        #expect(some.facets.years.reduce(0) { $0 + $1.count } == some.total)
        let year = try #require(some.facets.years.first)
        let narrower = try await finder.find(
            SearchQuestion("migración", language: .es, kinds: [.document], year: year.value), viewer: .public)
        #expect(narrower.total == year.count)
        let organ = try #require(all.facets.organs.first)
        let own = try await finder.find(
            SearchQuestion("migración", language: .es, organ: organ.value), viewer: .public)
        #expect(own.total == organ.count)
        let strange = try await finder.find(
            SearchQuestion("migración", language: .es, year: -7, organ: "ZZZ", offset: -3, limit: -1),
            viewer: .public)
        #expect(strange.total == 0)
    }

    @Test func `Pages of hits follow each other without gaps or repetitions`() async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        let whole = try await ids(finder, "migración", limit: 60)
        var pages: [String] = []
        for offset in stride(from: 0, to: 60, by: 7) {
            let question = SearchQuestion(
                "migración", language: .es, offset: offset, limit: min(7, 60 - offset))
            pages += try await finder.find(question, viewer: .public).hits.map(\.id)
        }
        #expect(pages == whole)
        #expect(Set(whole).count == 60)
        let past = try await finder.find(
            SearchQuestion("migración", language: .es, offset: 100_000), viewer: .public)
        #expect(past.hits.isEmpty)
        #expect(past.total > 60)
    }

    @Test func `What was looked for is marked in titles and passages, phrases only whole`() async throws {
        let long = (1...200).map { "palabra\($0)" }.joined(separator: " ")
        let (finder, registrar) = try await finder([
            page(
                "uno", "Guías de MIGRACIONES", "Guides",
                body: [
                    Localized(es: "Uno. La migración, y la “migratoria”.\nFin.", en: "On migrants"),
                    Localized(es: "\(long) la migración verde del quetzal azul \(long)", en: "Long"),
                ])
        ])
        defer { registrar.stop() }
        let hits = try await finder.find(
            SearchQuestion("migración guía", language: .es, kinds: [.page]), viewer: .public
        ).hits
        let hit = try #require(hits.first)
        #expect(hit.title.pieces.filter(\.isMarked).map(\.text) == ["Guías", "MIGRACIONES"])
        #expect(hit.title.pieces.map(\.text).joined() == "Guías de MIGRACIONES")
        #expect(hit.passages.first?.pieces.filter(\.isMarked).map(\.text).first == "migración")
        #expect(hit.passages.first?.text == "Uno. La migración, y la “migratoria”. Fin.")
        let cut = try #require(hit.passages.last)
        #expect(cut.text.hasPrefix("… ") && cut.text.hasSuffix(" …"))
        #expect(cut.text.utf8.count < 600)
        #expect(cut.pieces.filter(\.isMarked).map(\.text) == ["migración"])
        let phrase = try await finder.find(
            SearchQuestion("\"quetzal azul\"", language: .en), viewer: .public
        ).hits
        #expect(phrase.first?.passages.first?.language == .es)
        #expect(phrase.first?.passages.first?.pieces.filter(\.isMarked).map(\.text) == ["quetzal azul"])
    }

    @Test func `A beginning is completed, and what nothing has is guessed`() async throws {
        let (finder, registrar) = try await finder([page("uno", "Ornitorrinco ágil", "Platypus")])
        defer { registrar.stop() }
        let typed = try await finder.find(SearchQuestion("sobre ornit", language: .es), viewer: .public)
        #expect(typed.completions == ["sobre ornitorrinco"])
        let many = try await finder.find(SearchQuestion("mi", language: .es), viewer: .public)
        #expect(many.completions.count == 8)
        #expect(many.completions.contains("migración"))
        let finished = try await finder.find(SearchQuestion("ornit ", language: .es), viewer: .public)
        #expect(finished.completions.isEmpty)
        let wrong = try await finder.find(
            SearchQuestion("el ornitorinco agil", language: .es), viewer: .public)
        #expect(wrong.total == 0)
        #expect(wrong.suggestion == "el ornitorrinco agil")
        let swapped = try await finder.find(SearchQuestion("mirgación", language: .es), viewer: .public)
        #expect(swapped.suggestion == "migración")
        let hopeless = try await finder.find(SearchQuestion("qqqqwwwwzzzz", language: .es), viewer: .public)
        #expect(hopeless.suggestion == nil)
    }

    @Test func `Of very many hits those with the words in their title come first, then the latest`()
        async throws
    {
        let pages = (0..<2500).map { number in
            SearchItem(
                .page, "p\(number)",
                title: Localized(same: number % 1000 == 7 ? "Ubérrimo \(number)" : "Otro \(number)"),
                body: [Localized(same: "texto ubérrimo")], day: PartialDay("\(1000 + number)"))
        }
        let (finder, registrar) = try await finder(pages)
        defer { registrar.stop() }
        let found = try await ids(finder, "uberrimo ", limit: 5)
        #expect(Set(found.prefix(3)) == ["page/p7", "page/p1007", "page/p2007"])
        #expect(found.suffix(2) == ["page/p2499", "page/p2498"])
        let question = SearchQuestion("ubérrimo ", language: .es, limit: 1)
        #expect(try await finder.find(question, viewer: .public).total == 2500)
        // What was remembered of so many is gone with the next act.
        let body = TermDefined(term: "u", name: Localized(es: "Ubérrimo", en: "Fertile"))
        try await registrar.perform(proposal("u", body.act), by: .secretariat)
        let after = try await finder.find(question, viewer: .public)
        #expect(after.total == 2501, "\(after)")
        #expect(try await ids(finder, "ubérrimo", limit: 4).contains("term/u"))
    }

    @Test func `Words that are in very many items are looked for together, with rare ones and after an act`()
        async throws
    {
        let pages = (0..<3000).map { number in
            var words = ["ubérrimo"]
            if number.isMultiple(of: 2) { words.append("colibríes") }
            if number.isMultiple(of: 1000) { words.append("rareza") }
            return SearchItem(
                .page, "p\(number)", title: Localized(same: "Hoja \(number)"),
                body: [Localized(same: words.joined(separator: " "))], day: PartialDay("2001"))
        }
        let (finder, registrar) = try await finder(pages)
        defer { registrar.stop() }
        let questions = [
            ("ubérrimo ", 3000), ("colibrí ", 1500), ("ubérrimo colibrí ", 1500), ("uberrimo colib", 1500),
            ("rareza ubérrimo ", 3), ("ubérrimo colibrí rareza ", 3), ("\"ubérrimo colibríes\"", 1500),
            ("\"colibríes ubérrimo\"", 0), ("ubérrimo nadería ", 0),
        ]
        // The second time much of it is remembered, and finds the same.
        for _ in 0..<2 {
            for (text, total) in questions {
                let found = try await finder.find(SearchQuestion(text, language: .es), viewer: .public)
                #expect(found.total == total, "\(text)")
            }
        }
        let body = TermDefined(term: "c", name: Localized(es: "Colibrí ubérrimo", en: "Hummingbird"))
        try await registrar.perform(proposal("c", body.act), by: .secretariat)
        let after = try await finder.find(SearchQuestion("ubérrimo colibrí ", language: .es), viewer: .public)
        #expect(after.total == 1501)
    }
}
