import Charter
import Conference
import HashTreeCollections
import Logging
import Register
import Secretariat
import Testing

@Suite struct CorrectionThroughTheRegistrarTests {
    let clock = TestClock()

    private func correction(_ sequence: Int, _ replacement: Replacement?) -> Act {
        Corrected(
            corrects: sequence, reason: Localized(es: "Errata.", en: "Misprint."), replacement: replacement
        ).act
    }

    @Test func `A withdrawn presidency is not recorded from then on, and stays as it was before`()
        async throws
    {
        let store = MemoryStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let day = try #require(Day("2023-06-01"))
        let old = try #require(registrar.state.troika(on: day).value.incoming)
        let size = registrar.state.sequence
        let act = try await registrar.perform(proposal("fix", correction(old.entry, nil)), by: .installation)
        let after = registrar.state.troika(on: day)
        #expect(after.value.incoming == nil)
        #expect(after.entries.contains(act.sequence))
        #expect(registrar.state.lines[old.entry - 1].correctedBy == Int32(act.sequence))
        #expect(registrar.state.lines[act.sequence - 1].corrects == Int32(old.entry))
        let then = try store.state(at: size, shelf: registrar.state.shelf)
        #expect(then.troika(on: day).value.incoming == old)
    }

    @Test func `A correction that later acts can't stand with is refused, listing them`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: clock)
        defer { registrar.stop() }
        let mexico = try #require(registrar.state.membership.parties["MEX"]).entry
        let error = await #expect(throws: PerformError.self) {
            try await registrar.perform(proposal("fix", correction(mexico, nil)), by: .installation)
        }
        guard case .refused(_, let refusal)? = error else { return #expect(Bool(false), "refused") }
        #expect(refusal.code == "registry.correction-breaks")
        #expect(refusal.entries.count > 3)
    }

    @Test func `Acts go on after a correction, and opening reads the same state from a snapshot and without`()
        async throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        _ = try await Office.found(
            folder: folder.path + "/data", founding: try founding(), logger: logger, clock: clock.read)
        let office = try Office(folder: folder.path + "/data", logger: logger, clock: clock.read)
        let theme = try #require(office.registrar.state.presidency.themes[2013])
        let new = Localized(es: "Otro tema", en: "Another theme")
        try await office.registrar.perform(
            proposal(
                "fix",
                correction(
                    theme.entry,
                    Replacement(
                        on: PartialDay(Day(2013, 1, 1) ?? .distantPast, precision: .year),
                        source: Source(document: "informe-20"), act: ThemeSet(term: 2013, theme: new).act))),
            by: .installation)
        try await office.registrar.perform(proposal("a", term("uno")), by: .secretariat)
        #expect(office.registrar.state.presidency.themes[2013]?.title == new)
        // Beside the open office, from the snapshot kept at founding and the acts after it.
        let (log, opening) = try Office.read(folder: folder.path + "/data")
        #expect(opening.state.presidency.themes[2013]?.title == new)
        #expect(opening.state.archive() == office.registrar.state.archive())
        log.close()
        office.close()
        let (second, again) = try Office.read(folder: folder.path + "/data")
        defer { second.close() }
        #expect(again.replayed == 0)
        #expect(again.state.archive() == opening.state.archive())
    }
}

@Suite struct OfficeTests {
    let clock = TestClock()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `A second office on the same folder is told who has it`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try await Office.found(
            folder: folder.path + "/data", founding: try founding(), logger: logger, clock: clock.read)
        let office = try Office(folder: folder.path + "/data", logger: logger, clock: clock.read)
        defer { office.close() }
        let error = #expect(throws: PerformError.self) {
            try Office(folder: folder.path + "/data", logger: logger, clock: clock.read)
        }
        guard case .store(.locked(let file, _))? = error else { return #expect(Bool(false), "locked") }
        #expect(file.contains("data"))
    }

    @Test func `A pack whose acts are refused leaves no register behind, and the line is named`() async throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let good = try founding()
        let bad = Founding(
            opening: good.opening, files: good.files,
            lines: good.lines + [
                .init(place: "acts/99.jsonl:1", bytes: good.lines[good.lines.count - 1].bytes)
            ])
        let error = await #expect(throws: ActFileError.self) {
            try await Office.found(
                folder: folder.path + "/data", founding: bad, logger: logger, clock: clock.read)
        }
        #expect(error?.place == "acts/99.jsonl:1")
        #expect(throws: PerformError.self) { try Office.read(folder: folder.path + "/data") }
    }

    @Test func `A founding file that an act names and the pack lacks is refused`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let good = try founding()
        let bad = Founding(opening: good.opening, files: [:], lines: good.lines)
        let error = await #expect(throws: ActFileError.self) {
            try await Office.found(
                folder: folder.path + "/data", founding: bad, logger: logger, clock: clock.read)
        }
        #expect(error?.refusal?.code == "editions.file-missing")
    }
}
