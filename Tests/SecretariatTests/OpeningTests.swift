import Charter
import Conference
import HashTreeCollections
import Logging
import Register
import Secretariat
import Testing

@Suite struct OpeningTests {
    let clock = TestClock()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `Many acts and then a correction open alike from a snapshot and from the acts alone`()
        async throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let data = folder.path + "/data"
        _ = try await Office.found(
            folder: data, founding: try founding(), logger: logger, clock: clock.read)
        let office = try Office(folder: data, logger: logger, clock: clock.read)
        // More than are taken into the state at once, so that the correction finds acts that were let go.
        let terms = (0..<9000).map { proposal("term-\($0)", term("t\($0)")) }
        let last = try #require(try await office.registrar.perform(terms, by: .secretariat).last)
        let state = office.registrar.state
        office.close()

        let (fromSnapshot, quick) = try Office.read(folder: data)
        fromSnapshot.close()
        #expect(quick.replayed == 0)
        #expect(quick.state.archive() == state.archive())
        let (log, whole) = try read(data)
        log.close()
        #expect(whole.replayed == state.sequence)
        #expect(whole.state.archive() == state.archive())
        #expect(whole.ids.all == quick.ids.all)

        let again = try Office(folder: data, logger: logger, clock: clock.read)
        let correction = Corrected(
            corrects: last.sequence, reason: Localized(es: "Errata.", en: "Misprint."), replacement: nil)
        try await again.registrar.perform(proposal("fix", correction.act), by: .secretariat)
        let corrected = again.registrar.state
        #expect(corrected.library.terms["t8999"] == nil)
        #expect(corrected.library.terms["t8998"] != nil)
        // Beside the open office: the snapshot was kept before the correction, which asks for all acts.
        let (beside, late) = try Office.read(folder: data)
        beside.close()
        #expect(late.state.archive() == corrected.archive())
        again.close()
        let (second, anew) = try read(data)
        second.close()
        #expect(anew.state.archive() == corrected.archive())
    }

    private func read(_ data: String) throws -> (ActLog, Opening) {
        let log = try ActLog.open(folder: data, access: .read, snapshotFormat: nil)
        return (log, try Opening(log))
    }
}

@Suite struct ActIDsTests {
    @Test func `Ids of a snapshot and new ones are found, and kept sorted together`() {
        var ids = ActIDs()
        for number in 0..<100 { ids.insert("a-\(number)") }
        var more = ActIDs(sorted: ids.all)
        for number in 50..<200 { more.insert("a-\(number)") }
        let all = more.all
        #expect(all == all.sorted())
        #expect(Set(all).count == 200)
        #expect(
            (0..<200).allSatisfy { more.mayContain("a-\($0)") && ActIDs(sorted: all).mayContain("a-\($0)") })
        #expect(!more.mayContain("a-200"))
    }
}
