import Charter
import Conference
import Testing

/// Who reads which duty (rules.md, Tact and Access).
@Suite("Who reads which duty") struct DutyAccessTests {
    /// One duty of each kind in 2028 or before: a meeting held and one missed, an observer's notice, an evaluation.
    private static func scenario() -> Scenario {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.given(MatterComplete(matter: .attendance, from: day("2026-01-01")), on: "2026-01-01")
        at.given(RefusalCase.secretary(), on: "2026-12-01")
        at.meeting("VM-2026", on: "2026-11-20", present: ["COL"])
        return at
    }

    private static let all: Set<String> = ["O1", "O2", "O4", "P5"]

    @Test(
        arguments: [
            (.public, []), (.network, []), (.administrator, []), (.observer("PER"), []),
            (.observer("COL"), ["P5"]), (.secretariat, ["O1", "O2", "P5"]),
            (.presidency, all), (.member("MEX"), all),
        ] as [(Viewer, Set<String>)])
    func `Of duties that aren't met each viewer reads those that the charter opens`(
        viewer: Viewer, expected: Set<String>
    ) {
        let read = Self.scenario().state.duties(of: 2028, on: day("2029-01-15"), for: viewer)
        #expect(Set(read.map(\.value.rule.rawValue)) == expected)
        #expect(read.allSatisfy { $0.value.status != .met })
    }

    @Test(arguments: [
        Viewer.public, .network, .administrator, .observer("PER"), .member("MEX"), .secretariat, .presidency,
    ])
    func `A duty that was met in time is read by everybody`(viewer: Viewer) {
        let read = Self.scenario().state.duties(of: 2026, on: day("2026-12-31"), for: viewer)
        #expect(read.contains { $0.value.rule == .O1 && $0.value.status == .met })
    }

    @Test func `What is met late stays with those who read it when it was open`() {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        at.given(RefusalCase.planned(from: "2026-06-10"), on: "2026-03-01", by: .presidency)
        func read(_ viewer: Viewer) -> [String] {
            at.state.duties(of: 2026, on: day("2026-12-31"), for: viewer).filter { $0.value.rule == .S2 }
                .map(\.value.status.rawValue)
        }
        #expect(read(.member("MEX")) == ["missed"] && read(.public).isEmpty)
        at.given(RefusalCase.note(), on: "2026-06-10", by: .presidency)
        #expect(read(.member("MEX")) == ["late"] && read(.public).isEmpty)
    }

    @Test(
        arguments: [
            (nil, "2026-06-01", .public, nil, nil), (nil, "2026-06-01", .member("MEX"), "missing", "open"),
            (nil, "2026-07-01", .observer("COL"), nil, nil),
            (nil, "2026-07-01", .secretariat, "missing", "missed"),
            ("2026-06-01", "2026-07-01", .public, "filed", "met"),
            ("2026-06-10", "2026-07-01", .public, "filed", nil),
            ("2026-06-10", "2026-07-01", .presidency, "filed", "late"),
        ] as [(String?, String, Viewer, String?, String?)])
    func `A concept note is public once it is filed, and never as missing or late`(
        filed: String?, on: String, viewer: Viewer, note: String?, status: String?
    ) throws {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        at.given(RefusalCase.planned(from: "2026-06-10"), on: "2026-03-01", by: .presidency)
        if let filed { at.given(RefusalCase.note(), on: filed, by: .presidency) }
        let seen = try #require(at.state.activities(on: day(on), for: viewer).first)
        #expect(seen.note?.rawValue == note)
        #expect(seen.duty?.status.rawValue == status)
        #expect(!seen.basis.isEmpty)
        // What isn't said isn't in the grounds either.
        #expect((seen.duty == nil) == !seen.basis.contains { $0.clause != nil })
    }

    @Test func `The notice to an observer that was given in time isn't public either`() {
        var at = Self.scenario()
        at.given(LapseNoticed(party: "COL"), on: "2028-05-01")
        func told(_ viewer: Viewer) -> [String] {
            at.state.duties(of: 2028, on: day("2028-06-01"), for: viewer).filter { $0.value.rule == .P5 }
                .map(\.value.status.rawValue)
        }
        #expect(told(.public).isEmpty && told(.observer("PER")).isEmpty)
        #expect(told(.observer("COL")) == ["met"] && told(.member("MEX")) == ["met"])
    }
}
