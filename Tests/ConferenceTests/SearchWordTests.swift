import Charter
import Conference
import Testing

/// How texts are cut into words, and who may find what.
@Suite struct SearchWordTests {
    @Test(
        arguments: [
            ("", []), ("¡Hola, mundo!", ["hola", "mundo"]), ("Migración·Niñez", ["migracion", "ninez"]),
            ("GRCM-2014-1", ["grcm", "2014", "1"]), ("CRM/VM/1999/CC.5", ["crm", "vm", "1999", "cc", "5"]),
            ("nin\u{303}o", ["nino"]), ("ÉL İstanbul Straße", ["el", "istanbul", "strasse"]),
            ("漢字 русский ελληνικά", ["漢字", "русскии", "ελληνικα"]), ("\u{0}a\u{0}b\u{301}", ["a", "b"]),
            ("👍🏽 e👩‍👩‍👧f", ["e", "f"]), ("\u{301}\u{301}", []),
        ] as [(String, [String])])
    func `Words are runs of letters and digits, without case and accents`(text: String, folded: [String]) {
        let words = SearchWords.words(text)
        #expect(words.map(\.folded) == folded)
        let bytes = Array(text.utf8)
        for word in words {
            // What a range names is the word itself, whole characters of the text.
            let part = String(decoding: bytes[word.range], as: UTF8.self)
            #expect(SearchWords.words(part).map(\.folded) == [word.folded])
        }
    }

    @Test func `What is longer than any word is none, and the scan stops when told`() {
        #expect(
            SearchWords.words("uno " + String(repeating: "x", count: 65) + " dos").map(\.folded) == [
                "uno", "dos",
            ])
        var seen: [String] = []
        SearchWords.scan("uno dos tres") { word in
            seen.append(word.folded)
            return seen.count < 2
        }
        #expect(seen == ["uno", "dos"])
    }

    @Test func `A document is found by those of its class, a decision by those of its session`() throws {
        var items: [SearchItem] = []
        for access in AccessClass.allCases {
            items.append(SearchItem(.document, access.rawValue, access: access, title: .init(same: "x")))
        }
        func codes(_ viewer: Viewer) -> [String] { items.filter(viewer.mayRead).map(\.code) }
        #expect(codes(.public) == ["public"])
        #expect(codes(.observer("COL")) == ["public", "participants"])
        #expect(codes(.secretariat) == ["public", "participants", "members"])
        #expect(codes(.member("MEX")) == ["public", "participants", "members", "session"])
        let own = SearchItem(.page, "own", access: .members, ownReader: "COL", title: .init(same: "x"))
        #expect(Viewer.observer("COL").mayRead(own))
        #expect(!Viewer.observer("ARG").mayRead(own))
        #expect(!Viewer.public.mayRead(own))
    }
}
