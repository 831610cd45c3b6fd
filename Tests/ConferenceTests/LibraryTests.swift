import Charter
import Conference
import Testing

/// Texts of documents, and thematic spaces.
struct LibraryTests {
    private func document(
        _ id: DocumentID, original: Language? = .es, file: String? = nil, access: AccessClass = .public,
        themes: [ElementID]? = nil
    ) -> DocumentRecorded {
        DocumentRecorded(
            document: id, title: Localized(es: "Guía", en: "Guide", original: original), kind: .guideline,
            languages: file == nil ? nil : [.es], access: access, file: file,
            mediaType: file == nil ? nil : "text/plain", themes: themes)
    }
    private func hash(_ letter: Character) -> String { String(repeating: letter, count: 64) }
    private func text(
        _ language: Language, _ letter: Character, title: String? = nil, access: AccessClass = .public
    ) -> TextRecorded {
        TextRecorded(
            document: "d", language: language, file: hash(letter), mediaType: "application/pdf",
            title: title, access: access)
    }
    private func told(_ at: Scenario, on: String = "2026-12-31") -> [String] {
        at.state.texts(of: "d", on: day(on)).map {
            "\($0.language.rawValue) \($0.file.prefix(1))\($0.isOriginal ? " original" : "")\($0.isStale ? " stale" : "")"
        }
    }

    @Test func `A translation is out of date once the original has a later text`() {
        var at = Scenario.founded()
        at.given(document("d"))
        #expect(at.state.texts(of: "d") == [] && at.state.texts(of: "none") == [])
        at.given(text(.en, "b", title: "The guide"), on: "2026-02-10")
        #expect(told(at) == ["en b"])
        at.given(text(.es, "a"), on: "2026-02-10")
        #expect(told(at) == ["es a original", "en b"])
        at.given(text(.es, "c"), on: "2026-02-11")
        #expect(told(at) == ["es c original", "en b stale"])
        #expect(told(at, on: "2026-02-10") == ["es a original", "en b"])
        at.given(text(.en, "d"), on: "2026-02-20")
        #expect(told(at) == ["es c original", "en d"])
        #expect(at.state.texts(of: "d").map(\.title) == ["Guía", "Guide"])
        #expect(at.state.texts(of: "d", on: day("2026-02-15")).map(\.title) == ["Guía", "The guide"])
    }

    @Test func `Of two texts known for the same month none is the later one`() {
        var at = Scenario.founded()
        at.given(document("d", original: .en))
        at.given(text(.es, "a"), on: "2026-02")
        at.given(text(.en, "b"), on: "2026-02-20")
        #expect(told(at) == ["en b original", "es a"])
        at.given(text(.en, "c"), on: "2026-03-01")
        #expect(told(at) == ["en c original", "es a stale"])
    }

    @Test func `Without a recorded original no text is one, and none is out of date`() {
        var at = Scenario.founded()
        at.given(document("d", original: nil))
        at.given(text(.es, "a"), on: "2026-02-01")
        at.given(text(.en, "b"), on: "2026-02-20")
        #expect(told(at) == ["es a", "en b"])
    }

    @Test func `The file of a document in one language is its first text`() {
        var at = Scenario.founded()
        at.given(document("d", file: hash("e")), on: "2026-02-01")
        #expect(told(at) == ["es e original"])
        at.given(text(.en, "b"), on: "2026-01-15")
        #expect(told(at) == ["es e original", "en b stale"])
    }

    @Test func `A text that is withdrawn is gone, and its class is its document's`() {
        var at = Scenario.founded()
        at.given(document("d", access: .members))
        #expect(at.refusal(of: text(.es, "a"))?.code == "library.access-differs")
        let entry = at.given(text(.es, "a", access: .members))
        #expect(at.state.lines.last?.access == .members)
        at.given(Corrected(corrects: entry, reason: words("r")))
        #expect(told(at) == [])
    }

    @Test func `A code that is nearly right is answered with those like it`() {
        var at = Scenario.founded()
        at.given(document("guia"))
        at.given(document("secreta", access: .session))
        let refusal = at.refusal(
            of: TextRecorded(
                document: "guai", language: .es, file: hash("a"), mediaType: "text/plain", access: .public))
        #expect(refusal?.remedy.es.hasSuffix("Parecidos: “guia”.") == true)
        #expect(refusal?.remedy.en.hasSuffix("Similar: “guia”.") == true)
        let hidden = at.refusal(
            of: TextRecorded(
                document: "secretA", language: .es, file: hash("a"), mediaType: "text/plain", access: .public)
        )
        #expect(hidden?.remedy.es.contains("secreta") == false)
    }

    private func themed() -> Scenario {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        at.given(document("named", themes: ["l"]), on: "2026-03-02")
        at.given(document("other", themes: ["m"]), on: "2026-03-02")
        at.given(document("placed", access: .participants), on: "2026-03-03")
        at.given(
            SpaceOpened(
                space: "e", name: Localized(es: "Género", en: "Gender"), summary: words("x"), organs: ["SE"],
                lines: [PlanPlace(plan: "PE", line: "l")]), on: "2026-03-04")
        return at
    }

    @Test func `A space holds what was placed in it and what names one of its lines`() throws {
        var at = themed()
        let opened = at.last
        at.given(
            Placed(space: "e", meetings: ["VM-0"], organs: ["VM"], access: .public), on: "2026-03-05")
        let placed = at.last
        at.given(Placed(space: "e", documents: ["placed"], access: .participants), on: "2026-03-06")
        func contents(_ on: String, _ viewer: Viewer) throws -> SpaceContents {
            try #require(at.state.space("e", on: day(on), for: viewer))
        }
        #expect(at.state.space("e", on: day("2026-03-03")) == nil)
        #expect(at.state.spaces(on: day("2026-03-03")) == [])
        #expect(at.state.spaces(on: day("2026-03-04")).map(\.id) == ["e"])
        let before = try contents("2026-03-04", .secretariat)
        #expect(before.documents.map(\.act.document) == ["named"])
        #expect(before.organs.map(\.id) == ["SE"] && before.meetings == [])
        let after = try contents("2026-03-06", .network)
        #expect(after.documents.map(\.act.document) == ["placed", "named"])
        #expect(after.organs.map(\.id) == ["VM", "SE"])
        #expect(after.meetings.map(\.id) == ["VM-0"])
        #expect(after.lines.map(\.act.line) == ["l"])
        #expect(after.entries.contains(opened) && after.entries.contains(placed))
        let seen = try contents("2026-03-06", .public)
        #expect(seen.documents.map(\.act.document) == ["named"])
        #expect(!seen.entries.contains(at.last))
        #expect(at.state.spaces(near: "genro") == ["e"])
        let early = day("2026-03-05")
        #expect(at.state.spaces(of: DocumentID("named"), on: early).map(\.id) == ["e"])
        #expect(at.state.spaces(of: DocumentID("other")).isEmpty)
        #expect(at.state.spaces(of: DocumentID("placed")).isEmpty)
        #expect(at.state.spaces(of: DocumentID("placed"), on: early, for: .network).isEmpty)
        #expect(at.state.spaces(of: DocumentID("placed"), for: .network).map(\.id) == ["e"])
        #expect(at.state.spaces(of: MeetingID("VM-0")).map(\.id) == ["e"])
        #expect(at.state.spaces(of: OrganID("SE"), on: day("2026-03-04")).map(\.id) == ["e"])
        #expect(at.state.spaces(of: OrganID("VM"), on: day("2026-03-04")).isEmpty)
    }
}
