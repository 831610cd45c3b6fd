import Charter
import Conference
import Register
import Secretariat
import Testing

/// Who finds what, what can't be broken, and that the index is always the register's.
@Suite struct SearchSafetyTests {
    private static let classes: [(access: AccessClass, owner: PartyID?, word: String)] = [
        (.public, nil, "abiertoria"), (.participants, nil, "participantoria"),
        (.members, nil, "miembroria"), (.session, nil, "sesionoria"), (.members, "COL", "propioria"),
    ]
    private static let viewers: [(viewer: Viewer, sees: [String])] = [
        (.public, ["abiertoria"]),
        (.member("MEX"), ["abiertoria", "participantoria", "miembroria", "sesionoria", "propioria"]),
        (.presidency, ["abiertoria", "participantoria", "miembroria", "sesionoria", "propioria"]),
        (.secretariat, ["abiertoria", "participantoria", "miembroria", "propioria"]),
        (.observer("COL"), ["abiertoria", "participantoria", "propioria"]),
        (.observer("ARG"), ["abiertoria", "participantoria"]), (.network, ["abiertoria", "participantoria"]),
        (.administrator, ["abiertoria", "participantoria"]),
    ]

    private func finder(_ pages: [SearchItem] = []) async throws -> (Finder, Registrar) {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        return (Finder(registrar, pages: pages), registrar)
    }

    @Test func `Each viewer finds, counts, completes and is offered only what they may see`() async throws {
        let pages = Self.classes.map { access, owner, word in
            SearchItem(
                .page, word, access: access, ownReader: owner, title: Localized(same: "Común \(word)"),
                codes: ["COD-\(word)"], year: 1900 + word.count, organ: OrganID("O-\(word)"))
        }
        let (finder, registrar) = try await finder(pages)
        defer { registrar.stop() }
        for (viewer, sees) in Self.viewers {
            func find(_ text: String) async throws -> SearchAnswer {
                try await finder.find(
                    SearchQuestion(text, language: .es, kinds: [.page], limit: 100), viewer: viewer)
            }
            let common = try await find("común")
            #expect(common.total == sees.count, "\(viewer)")
            #expect(Set(common.hits.map(\.code)) == Set(sees), "\(viewer)")
            #expect(common.facets.kinds.first { $0.value == .page }?.count == sees.count)
            #expect(Set(common.facets.organs.map(\.value.text)) == Set(sees.map { "O-" + $0 }))
            for (_, _, word) in Self.classes {
                let mayKnow = sees.contains(word)
                #expect(try await find(word).total == (mayKnow ? 1 : 0), "\(viewer) \(word)")
                #expect(try await find("COD-\(word)").total == (mayKnow ? 1 : 0))
                let typed = try await find(String(word.dropLast(2)))
                #expect(typed.completions.contains(word) == mayKnow, "\(viewer) \(word)")
                let wrong = try await find(String(word.dropLast(2)) + "xa")
                #expect((wrong.suggestion == word) == mayKnow, "\(viewer) \(word)")
                if !mayKnow {
                    #expect(!"\(typed) \(wrong) \(common)".contains(word), "\(viewer) \(word)")
                }
            }
        }
    }

    @Test func `Papers and decisions of closed sessions are found by those whose sessions they are`()
        async throws
    {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        try await registrar.perform(
            proposal(
                "secreto",
                DecisionRecorded(
                    decision: "CRM/VM/2026/D.9", organ: "VM",
                    title: Localized(es: "Asunto esdrujulísimo", en: "A proparoxytone matter"),
                    session: .closed
                ).act), by: .presidency)
        for viewer in [Viewer.public, .secretariat, .network, .observer("COL"), .administrator] {
            let answer = try await finder.find(SearchQuestion("esdrujul", language: .es), viewer: viewer)
            #expect(answer.total == 0 && answer.completions.isEmpty && answer.suggestion == nil, "\(viewer)")
        }
        let answer = try await finder.find(SearchQuestion("esdrujul", language: .es), viewer: .member("MEX"))
        #expect(answer.hits.map(\.id) == ["decision/CRM/VM/2026/D.9"])
        #expect(answer.hits.map(\.access) == [.session])
    }

    @Test func `What is too long is refused in one sentence`() async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        await #expect(throws: SearchError.textTooLong) {
            try await finder.find(
                SearchQuestion(String(repeating: "a", count: 257), language: .es), viewer: .public)
        }
        // A megabyte of accents is one character, and no shorter for it.
        await #expect(throws: SearchError.textTooLong) {
            try await finder.find(
                SearchQuestion("e" + String(repeating: "\u{301}", count: 1_000_000), language: .es),
                viewer: .public)
        }
        await #expect(throws: SearchError.tooManyWords) {
            try await finder.find(
                SearchQuestion((1...13).map { "p\($0)" }.joined(separator: " "), language: .es),
                viewer: .public)
        }
        let most = (1...12).map { "p\($0)" }.joined(separator: " ")
        #expect(
            try await finder.find(SearchQuestion(most, language: .es), viewer: .public).total == 0)
    }

    @Test(arguments: ["", " ", "\"", "\"\"", "***", "-", "()", "\u{0}", "👩‍👩‍👧", "\u{FFFD}", "“", "' OR 1=1 --"])
    func `Signs alone find nothing and break nothing`(text: String) async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        let answer = try await finder.find(SearchQuestion(text, language: .en), viewer: .public)
        if !text.contains("OR") { #expect(answer.total == 0) }
    }

    @Test func `Thousands of hostile texts are answered or refused, and change nothing`() async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        let pieces = [
            "AND", "OR", "NOT", "NEAR(", "NEAR/3", "(", ")", "\"", "*", "^", ":", "-", "+", "{te}", "te:",
            "rowid",
            "'", ";", "--", "\u{0}", "\\", "%", "_", "¶", "\u{1E}", "migra", "ción", "país", "2014-1", "👍🏽",
            "é",
            "e\u{301}", "ﬁ", "ß", "İ", "½", "٣", "漢字", "\u{202E}", "\n", " ", "\t", "«", "”", "a", "VM",
            "\u{10FFFF}",
        ]
        var generator = Steps(state: 42)
        let before = try await finder.find(SearchQuestion("migración", language: .es), viewer: .public)
        var answered = 0
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<(generator.next() % 14) {
                text += pieces[Int(generator.next() % UInt64(pieces.count))]
                if generator.next() % 3 == 0 { text += " " }
            }
            let language: Language = generator.next() % 2 == 0 ? .es : .en
            guard
                let answer = try await unlessTooMany(
                    finder, SearchQuestion(text, language: language, limit: 3))
            else { continue }
            answered += 1
            for passage in answer.hits.flatMap({ [$0.title] + $0.passages }) {
                #expect(passage.pieces.map(\.text).joined() == passage.text)
            }
        }
        #expect(answered > 2000)
        let after = try await finder.find(SearchQuestion("migración", language: .es), viewer: .public)
        #expect(before == after)
    }

    /// What is found; nothing where the text has too many words.
    private func unlessTooMany(_ finder: Finder, _ question: SearchQuestion) async throws -> SearchAnswer? {
        do { return try await finder.find(question, viewer: .public) } catch {
            guard error == .tooManyWords else { throw error }
            return nil
        }
    }

    @Test func `An act is found the moment it is answered, and what it replaces is gone`() async throws {
        let (finder, registrar) = try await finder()
        defer { registrar.stop() }
        try await finder.prepare()
        func find(_ text: String) async throws -> SearchAnswer {
            try await finder.find(SearchQuestion(text, language: .es), viewer: .public)
        }
        #expect(try await find("otorrino").total == 0)
        let act = try await registrar.perform(
            proposal("t1", named("t", "Otorrinolaringología")), by: .secretariat)
        #expect(try await find("otorrino").total == 1)
        try await registrar.perform(
            proposal(
                "t2",
                Corrected(
                    corrects: act.sequence, reason: Localized(same: "x"),
                    replacement: Replacement(
                        on: PartialDay("2026-11-21") ?? act.proposal.on, act: named("t", "Oftalmología"))
                ).act), by: .secretariat)
        let gone = try await find("otorrino")
        #expect(gone.total == 0 && gone.completions.isEmpty && gone.suggestion == nil)
        #expect(try await find("oftalmología").total == 1)
    }

    @Test func `Texts of documents are searched with their documents, for whom those are`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        defer { registrar.stop() }
        let texts = DocumentTexts(
            stamp: { _, document in document == "carta" ? "1" : nil },
            read: { _, _ in [Localized(es: "Aquí dice paralelepípedo.", en: "")] })
        let finder = Finder(registrar, texts: texts)
        let answer = try await finder.find(SearchQuestion("paralelepipedos", language: .en), viewer: .public)
        #expect(answer.hits.map(\.id) == ["document/carta"])
        #expect(answer.hits.first?.passages.map(\.language) == [.es])
        struct Unreadable: Error {}
        let broken = Finder(
            registrar, texts: DocumentTexts(stamp: { _, _ in "1" }, read: { _, _ in throw Unreadable() }))
        await #expect(throws: SearchError.self) { try await broken.prepare() }
    }

    @Test(arguments: ["crm", "csm"])
    func `Followed act by act the items are those that the whole state gives`(pack: String) async throws {
        let registrar = try await founded(
            MemoryStore(conference: pack), clock: TestClock(), pack: pack)
        defer { registrar.stop() }
        let acts = try await registrar.acts(Array(1...registrar.sequence))
        var state = ConferenceState(shelf: registrar.state.shelf)
        var items: [String: SearchItem] = [:]
        for sequence in 1...registrar.sequence {
            let act = try #require(acts[sequence])
            state.apply(act)
            let changes = SearchChanges([act.proposal.act])
            if changes.isEverything { items = byID(state.searchItems()) }
            for (id, item) in changes.items(in: state) { items[id] = item }
            // Everything is compared now and then, and at the end.
            if sequence % 37 == 0 || sequence == registrar.sequence {
                #expect(items == byID(state.searchItems()), "act \(sequence)")
            }
        }
        #expect(items.count == state.searchItems().count)
    }

    @Test func `An index that followed answers like one made anew`() async throws {
        let (followed, registrar) = try await finder()
        defer { registrar.stop() }
        try await followed.prepare()
        for number in 1...30 {
            try await registrar.perform(
                proposal("x\(number)", named("p\(number)", "Palabreja número \(number) migratoria")),
                by: .secretariat)
            if number % 7 == 0 { try await followed.prepare() }
        }
        let anew = Finder(registrar)
        for text in [
            "migración", "palabreja", "palabr", "\"número 3\"", "reunión viceministerial", "palabregas",
        ] {
            let question = SearchQuestion(text, language: .es, limit: 100)
            let (left, right) = (
                try await followed.find(question, viewer: .public),
                try await anew.find(question, viewer: .public)
            )
            #expect(left.total == right.total && left.facets == right.facets, "\(text)")
            #expect(Set(left.hits.map(\.id)) == Set(right.hits.map(\.id)) || left.total > 100, "\(text)")
            #expect(left.completions == right.completions && left.suggestion == right.suggestion, "\(text)")
        }
    }

    private func named(_ code: String, _ name: String) -> Act {
        TermDefined(term: TermID(code), name: Localized(same: name)).act
    }

    private func byID(_ items: [SearchItem]) -> [String: SearchItem] {
        Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Steps {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
