import Charter
import Conference
import Foundation
import Register
import Rehearsal
import Secretariat
import Testing

@Suite struct ClockTests {
    @Test func `The clock stands at noon of the day, from the opening to five years after the last act`()
        async throws
    {
        let conference = try invented(5, "2026-11-21")
        let registrar = try await Performance.inMemory(conference)
        defer { registrar.stop() }
        let state = registrar.state
        let demo = DemoFolder(seed: 5, today: conference.today)
        let clock = try #require(demo.clock(for: state))
        #expect(clock.day == conference.today)
        #expect(clock.now == clock.zone.instant(conference.today, hour: 12))
        let last = state.day(at: state.recordedAt)
        let opening = try #require(state.registry.opened?.day)
        #expect(clock.days == opening...last.adding(years: 5))
        #expect(clock.set(day: opening))
        #expect(clock.now == clock.zone.instant(opening, hour: 12))
        #expect(clock.set(day: last.adding(years: 5)))
        for beyond in [opening.adding(days: -1), last.adding(years: 5).adding(days: 1)] {
            #expect(!clock.set(day: beyond))
        }
        #expect(clock.day == last.adding(years: 5))
        #expect(registrar.state.sequence == state.sequence)
    }

    @Test func `On the last act's day it stands no earlier than that act`() async throws {
        let now = try #require(Instant("2026-11-21T22:00:00Z"))
        let registrar = Registrar(Opening(empty: MemoryStore(conference: "cme")), clock: { now })
        defer { registrar.stop() }
        try await founding().register(with: registrar, key: nil)
        let clock = StandingClock(registrar.state, home: try #require(Day("2026-11-21")))
        #expect(clock.now == now)
        #expect(clock.set(day: clock.home.adding(days: 1)))
        #expect(clock.now > now)
    }

    @Test func `No clock stands in a conference that isn't invented`() async throws {
        let now = try #require(Instant("2026-11-21T22:00:00Z"))
        let registrar = Registrar(Opening(empty: MemoryStore(conference: "crm")), clock: { now })
        defer { registrar.stop() }
        try await founding("crm").register(with: registrar, key: nil)
        let demo = DemoFolder(seed: 1, today: try #require(Day("2026-11-21")))
        #expect(demo.clock(for: registrar.state) == nil)
    }

    @Test func `The folder's file is read as it was written, and one that can't be read says so`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(try DemoFolder.read(folder.path) == nil)
        let demo = DemoFolder(seed: DemoFolder.largestSeed, today: try #require(Day("2026-02-28")))
        try demo.write(to: folder.path)
        #expect(try DemoFolder.read(folder.path) == demo)
        for text in [
            "", "[]", #"{"seed": -1, "today": "2026-02-28"}"#, #"{"seed": 1, "today": "2026-02-30"}"#,
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: DemoFolder.file(of: folder.path)))
            let problem = #expect(throws: FileProblem.self) { try DemoFolder.read(folder.path) }
            #expect(problem?.place.contains("demo.json") == true)
        }
    }

    @Test(arguments: ["2020-12-31", "2046-01-01", "0001-01-01", "9999-12-31"])
    func `A day outside those that can be invented is refused with those that can`(day: String) throws {
        let problem = #expect(throws: FileProblem.self) { try invented(1, day) }
        #expect(problem?.message.en.contains("2021-01-01") == true)
    }

    @Test(arguments: ["2021-01-01", "2045-12-31"])
    func `The first and the last day can be invented`(day: String) async throws {
        let registrar = try await Performance.inMemory(try invented(9, day))
        registrar.stop()
    }
}
