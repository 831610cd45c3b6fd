import Charter
import Conference
import Testing

/// Lists of the library, with what each further choice would find.
struct LibraryListingTests {
    private static func library() -> Scenario {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        func document(
            _ id: DocumentID, _ es: String, _ kind: DocumentKind, year: Int? = nil,
            languages: [Language]? = nil, access: AccessClass = .public, meeting: MeetingID? = nil,
            organ: OrganID? = nil, themes: [ElementID]? = nil, on: String
        ) {
            at.given(
                DocumentRecorded(
                    document: id, title: Localized(es: es, en: "Paper \(id)"), kind: kind, year: year,
                    languages: languages, access: access, meeting: meeting, organ: organ, themes: themes),
                on: on)
        }
        document(
            "guia", "Guía de niñez", .guideline, year: 2026, languages: [.es], organ: "SE", on: "2026-02-01")
        document("acta", "Conclusiones", .conclusions, year: 2025, meeting: "VM-0", on: "2026-02-02")
        document(
            "estudio", "Estudio de ninez y trabajo", .study, languages: [.es, .en], themes: ["l"],
            on: "2026-02-03")
        document("reservada", "Guía reservada", .guideline, year: 2026, access: .members, on: "2026-02-04")
        at.given(
            SpaceOpened(
                space: "e", name: words("x"), summary: words("x"),
                lines: [PlanPlace(plan: "PE", line: "l")]), on: "2026-02-05")
        at.given(Placed(space: "e", documents: ["guia"], access: .public), on: "2026-02-05")
        at.given(Placed(space: "e", documents: ["acta"], access: .members), on: "2026-02-05")
        return at
    }
    private static let at = library()
    private func found(_ filter: LibraryFilter, _ viewer: Viewer = .public, on: String = "2026-12-31")
        -> [String]
    {
        Self.at.state.documents(filter, on: day(on), for: viewer).documents.map(\.act.document.text)
    }

    @Test func `The latest comes first, what has no date last, and only what the viewer may read`() {
        #expect(found(LibraryFilter()) == ["acta", "guia", "estudio"])
        #expect(found(LibraryFilter(), .secretariat) == ["reservada", "acta", "guia", "estudio", "nota"])
        #expect(found(LibraryFilter(), on: "2026-02-02") == ["acta", "guia"])
        #expect(LibraryFilter().isOpen && !LibraryFilter(text: "x").isOpen)
    }

    @Test func `Each property filters, and all of them together`() {
        let table: [(LibraryFilter, [String])] = [
            (LibraryFilter(kind: .guideline), ["guia"]), (LibraryFilter(year: 2025), ["acta"]),
            (LibraryFilter(space: "e"), ["guia", "estudio"]), (LibraryFilter(theme: "l"), ["estudio"]),
            (LibraryFilter(organ: "VM"), ["acta"]), (LibraryFilter(organ: "SE"), ["guia"]),
            (LibraryFilter(language: .es), ["guia", "estudio"]), (LibraryFilter(language: .en), ["estudio"]),
            (LibraryFilter(text: "NINEZ"), ["guia", "estudio"]),
            (LibraryFilter(text: " niñez  GUI"), ["guia"]), (LibraryFilter(text: "acta"), ["acta"]),
            (LibraryFilter(text: "paper"), ["acta", "guia", "estudio"]),
            (LibraryFilter(kind: .guideline, year: 2025), []), (LibraryFilter(space: "none"), []),
            (LibraryFilter(space: "e", language: .en, text: "trabajo"), ["estudio"]),
            (LibraryFilter(text: String(repeating: "z", count: 5000)), []),
        ]
        for (filter, expected) in table { #expect(found(filter) == expected, "\(filter)") }
        #expect(found(LibraryFilter(kind: .guideline), .member("MEX")) == ["reservada", "guia"])
        #expect(found(LibraryFilter(space: "e"), .member("MEX")) == ["acta", "guia", "estudio"])
    }

    @Test func `A count foresees another choice, and counts nothing that the viewer may not read`() {
        let all = Self.at.state.documents(for: .public)
        #expect(all.total == 3)
        #expect(all.kinds.map { "\($0.value) \($0.count)" } == ["guideline 1", "study 1", "conclusions 1"])
        #expect(all.years.map { "\($0.value) \($0.count)" } == ["2026 1", "2025 1"])
        #expect(all.spaces.map { "\($0.value) \($0.count)" } == ["e 2"])
        #expect(all.themes.map { "\($0.value) \($0.count)" } == ["l 1"])
        #expect(all.organs.map { "\($0.value) \($0.count)" } == ["VM 1", "SE 1"])
        #expect(all.languages.map { "\($0.value) \($0.count)" } == ["es 2", "en 1"])
        let chosen = Self.at.state.documents(LibraryFilter(kind: .study), for: .public)
        #expect(chosen.documents.count == 1 && chosen.total == 3)
        #expect(chosen.kinds == all.kinds)
        #expect(chosen.years.isEmpty && chosen.languages.map(\.count) == [1, 1])
        let member = Self.at.state.documents(for: .member("MEX"))
        #expect(member.kinds.first { $0.value == .guideline }?.count == 2)
        #expect(member.spaces.first?.count == 3)
    }

    @Test func `A text in another language makes the document one in that language`() {
        var at = Self.library()
        at.given(
            TextRecorded(
                document: "guia", language: .en, file: RefusalCase.hash, mediaType: "text/html",
                access: .public), on: "2026-02-10")
        func english(_ on: String) -> [String] {
            at.state.documents(LibraryFilter(language: .en), on: day(on), for: .public).documents
                .map(\.act.document.text)
        }
        #expect(english("2026-02-09") == ["estudio"])
        #expect(english("2026-02-10") == ["guia", "estudio"])
    }
}
