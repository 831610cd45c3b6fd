import Charter
import Conference
import FoundingData
import HashTreeCollections
import Register
import Secretariat
import Testing

/// The packs as the program reads them, counted against the sources' own numbers.
@Suite struct PackTests {
    private func state(_ name: String) async throws -> ConferenceState {
        let pack = try Pack.read(name)
        let founding = Founding(
            opening: Opened(
                conference: pack.manifest.id,
                name: Localized(es: pack.manifest.name.es, en: pack.manifest.name.en),
                abbreviation: Localized(es: pack.manifest.abbreviation.es, en: pack.manifest.abbreviation.en),
                invented: false), files: pack.files,
            lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
        let now = try #require(Instant("2026-11-21T12:00:00Z"))
        let registrar = Registrar(Opening(empty: MemoryStore(conference: pack.manifest.id)), clock: { now })
        defer { registrar.stop() }
        try await founding.register(with: registrar, key: nil)
        return registrar.state
    }

    @Test func `The Regional Conference's pack holds what the sources count`() async throws {
        let state = try await state("crm")
        let today = try #require(Day("2026-11-21"))
        let old = try #require(Day("2016-12-01"))
        #expect(state.members(on: today).value.count == 11)
        let observers = state.observers(on: old).value
        #expect(observers.filter { state.membership.parties[$0.party]?.kind == .state }.count == 5)
        #expect(observers.filter { state.membership.parties[$0.party]?.kind == .organization }.count == 10)
        #expect(state.observers(on: today).value.count == 18)
        #expect(state.networks(on: today).value.map(\.since) == [PartialDay("1998")])
        #expect(state.presidency.all.map(\.year) == Array(1996...2024))
        #expect((1996...2016).allSatisfy { state.presidency.themes[$0] != nil })
        let strategic = try #require(state.plan.plans["PE-2023-2026"])
        #expect(strategic.lines(.principle).count == 8)
        #expect(strategic.lines(.approach).count == 4)
        #expect(strategic.lines(.result).count == 4)
        #expect(
            [PlanLineKind.resultIndicator, .processIndicator, .impactIndicator].map {
                strategic.lines($0).count
            }
                == [3, 2, 3])
        #expect(strategic.lines(.pillar).map { strategic.children(of: $0.act.line).count } == [11, 13, 15])
        let action = try #require(state.plan.plans["PA"])
        #expect(action.lines(.actionTheme).map { action.children(of: $0.act.line).count } == [11, 5, 4])
        #expect(
            [PlanLineKind.actionObjective, .action, .activity, .referral, .calendarEntry].map {
                action.lines($0).count
            }
                == [20, 33, 35, 6, 37])
        #expect(state.danglingReferences(action).map(\.reference.to) == ["politicas/12"])
        #expect(action.orphans.filter { $0.act.kind == .calendarEntry }.count == 2)
        #expect(state.planLength(strategic)?.value == false)
        let spaces = state.spaces(on: today).map { state.space($0.id, on: today) }
        #expect(spaces.map { $0?.documents.count } == [2, 6, 3, 1, 2, 5])
        #expect(spaces.map { $0?.meetings.count } == [2, 3, 3, 1, 4, 1])
        #expect(spaces.map { $0?.organs.count } == [0, 1, 2, 1, 2, 0])
        #expect(spaces.map { $0?.lines.count } == [6, 5, 2, 9, 7, 6])
        let figures = state.statistics.series("actividades")
        #expect(figures.filter { $0.act.total != true }.reduce(0) { $0 + $1.act.value } == 122)
        #expect(state.finance.headings.count == 6)
    }

    @Test func `The South American pack runs on its own edition, without contributions`() async throws {
        let state = try await state("csm")
        let today = try #require(Day("2026-11-21"))
        #expect(state.members(on: today).value.count == 12)
        #expect(state.organs(on: today).filter { $0.role == .liaisonNetwork }.count == 6)
        let refusal = #expect(throws: Refusal.self) { try state.scale(budget: "100.00", on: today) }
        #expect(refusal?.code == "finance.no-contributions")
        #expect(state.standing("CHL", on: today).value.vote == true)
    }

    @Test func `The scale of 2005 gives its own amounts back, that of the Charter its percentages`()
        async throws
    {
        let state = try await state("crm")
        let amounts = try state.scale(budget: "282724.00", on: try #require(Day("2016-01-01"))).value.parts
        #expect(
            amounts.map(\.amount.decimal) == [
                "5000.00", "68000.00", "5000.00", "5000.00", "141360.00", "5000.00", "5000.00", "33364.00",
                "5000.00",
                "5000.00", "5000.00",
            ])
        let charter = try state.scale(budget: "100000.00", on: try #require(Day("2021-01-01"))).value.parts
        let byParty = Dictionary(uniqueKeysWithValues: charter.map { ($0.party, $0.amount.decimal) })
        #expect(byParty["USA"] == "50000.00" && byParty["CAN"] == "25000.00" && byParty["MEX"] == "12500.00")
        #expect(byParty["BLZ"] == "1562.50")
        #expect(charter.reduce(0) { $0 + $1.amount.cents } == 10_000_000)
    }

    @Test func `A text that an act of a pack names by its path goes into the store under its hash`()
        async throws
    {
        let text = Array("Guía".utf8)
        func line(_ number: Int, _ kind: String, _ act: String) -> Founding.Line {
            let source = #"{"address":"https://example.org/"}"#
            let json =
                #"{"id":"a-\#(number)","on":"2016","source":\#(source),"kind":"\#(kind)","act":\#(act)}"#
            return .init(place: "acts.jsonl:\(number)", bytes: Array(json.utf8))
        }
        let founding = Founding(
            opening: Opened(
                conference: "abc", name: Localized(same: "Abc"), abbreviation: Localized(same: "ABC"),
                invented: true),
            files: ["texts/guia.es.txt": text, "texts/unused.txt": text + text],
            lines: [
                line(
                    1, "library.documentRecorded",
                    #"{"document":"g","title":{"es":"Guía","en":"Guide","original":"es"},"kind":"guideline","access":"public"}"#
                ),
                line(
                    2, "library.textRecorded",
                    #"{"document":"g","language":"es","file":"texts/guia.es.txt","mediaType":"text/plain","access":"public"}"#
                ),
            ])
        let store = MemoryStore(conference: "abc")
        let now = try #require(Instant("2026-11-21T12:00:00Z"))
        let registrar = Registrar(Opening(empty: store), clock: { now })
        defer { registrar.stop() }
        try await founding.register(with: registrar, key: nil)
        let hash = Hash.sha256(text).hex
        #expect(registrar.state.texts(of: "g").map(\.file) == [hash])
        #expect(try store.blob(hash) == text)
        #expect(try store.blobNames() == [hash])
    }

    @Test(arguments: ["crm", "csm", "cme"])
    func `Every act of a pack has a line in both languages`(name: String) async throws {
        let state = try await state(name)
        for line in try Pack.read(name).lines {
            let act = try ActLine(line.bytes).proposal.act
            #expect(!act.body.line(state).isIncomplete, "\(line.file):\(line.number)")
        }
    }

    @Test func `An unknown pack is one clear sentence`() throws {
        let problem = #expect(throws: PackProblem.self) { try Pack.read("nowhere") }
        #expect(problem?.en.contains("crm, csm") == true)
    }
}
