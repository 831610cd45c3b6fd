import BenchHarness
import Testing

/// Timing, turns and the table of `make bench`.
@Suite struct RaceTests {
    /// Counts who ran when.
    private actor Order {
        var letters = ""

        func next(_ letter: String) -> Double {
            letters += letter
            return Double(letters.count)
        }
    }

    private func row(_ order: Order) -> Row {
        Row(
            "in turns",
            measured: .value("a", .bytes) { await order.next("a") },
            against: .value("b", .bytes) { await order.next("b") },
            .none(because: "a yardstick"))
    }

    @Test(arguments: [
        (Rounds.asAsked, 3, "ababbaab"), (.atMost(2), 3, "abba"), (.atMost(5), 1, "ab"),
        (.atLeast(2), 1, "ababba"),
    ])
    func `Who begins changes from round to round, after one round to warm up`(
        rounds: Rounds, asked: Int, order: String
    ) async throws {
        let seen = Order()
        let outcome = try await race(row(seen), rounds: rounds, asked: asked)
        #expect(await seen.letters == order)
        #expect(outcome.keepsLimit == nil && outcome.measured.value > 0)
    }

    @Test func `The median is the middle, or between the two in the middle`() {
        #expect(median([3, 1, 2]) == 2)
        #expect(median([4, 1, 2, 3]) == 2.5)
        #expect(median([7]) == 7)
    }

    @Test(arguments: [
        (Limit.atLeast(0.65), [false, true, true]), (.atMost(4), [true, true, false]),
        (.none(because: "a yardstick"), [nil, nil, nil]),
    ])
    func `A limit is kept, missed or not there`(limit: Limit, kept: [Bool?]) {
        #expect([0.64, 0.65, 4.1].map { limit.allows($0) } == kept)
    }

    @Test func `A contender's time is that of its work, for one call or for one operation`() async throws {
        let calls = Order()
        let work: @Sendable () async -> Void = { _ = await calls.next("x") }
        let clock = ContinuousClock()
        let started = clock.now
        let one = try await Contender.seconds("calls", times: 4, work).run()
        let rate = try await Contender.operations("operations", count: 10, work).run()
        let whole = (clock.now - started) / .seconds(1)
        #expect(await calls.letters == "xxxxx")
        // Neither can have taken longer than both together did.
        #expect(one > 0 && one * 4 <= whole)
        #expect(rate.isFinite && 10 / rate <= whole)
    }

    @Test func `The table stands in columns, numbers right and words left`() {
        let text = table([
            Outcome(
                name: "commits", measured: .init("ours", 13_456.4), against: .init("bare", 20_000),
                unit: .perSecond, limit: .atLeast(0.65)),
            Outcome(
                name: "first answer", measured: .init("start", 0.75), against: .init("goal", 0.5),
                unit: .seconds, limit: .atMost(1)),
            Outcome(
                name: "memory", measured: .init("at rest", 86_040_000), against: .init("goal", 1200),
                unit: .bytes, limit: .none(because: "a yardstick")),
        ])
        #expect(
            text == """
                row           measured         against          ratio   limit  ok
                commits       ours 13,456/s    bare 20,000/s     0.67  ≥ 0.65  ok
                first answer  start 750.0 ms   goal 500.0 ms     1.50  ≤ 1.00  not
                memory        at rest 86.0 MB  goal 1.2 kB    71700.0       –  a yardstick

                """)
        #expect(written(0.0000041, .seconds) == "4.10 µs")
        #expect(written(12.34, .perSecond) == "12.3/s")
        #expect(written(999, .bytes) == "999 B")
    }

    @Test func `To see that all runs each side runs once, on little, in a folder that is gone after`()
        async throws
    {
        let order = Order()
        let asked = Order()
        let row = row(order)
        let group = Group("small") { setting in
            _ = await asked.next(setting.isSmoke ? "smoke" : "whole")
            #expect(setting.count(100, smoke: 3) == (setting.isSmoke ? 3 : 100))
            return OpenedGroup(rows: [row])
        }
        let folder = TemporaryFolder()
        let outcomes = try await measure([group], rounds: 9, isSmoke: true, in: folder.url)
        #expect(outcomes.map(\.name) == ["in turns"])
        #expect(await order.letters == "ab")
        #expect(await asked.letters == "smoke")
        #expect(folder.names.isEmpty)
    }

    @Test func `What a row throws ends the run, after its group is closed`() async throws {
        struct Broken: Error {}
        let closed = Order()
        let group = Group("broken") { _ in
            OpenedGroup(
                rows: [
                    Row(
                        "throws", measured: .value("a", .bytes) { throw Broken() },
                        against: .fixed("b", 1, .bytes), .atMost(1))
                ], close: { _ = await closed.next("closed") })
        }
        let folder = TemporaryFolder()
        await #expect(throws: Broken.self) { try await measure([group], rounds: 1, in: folder.url) }
        #expect(await closed.letters == "closed")
    }
}
