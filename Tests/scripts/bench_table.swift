// Compiled together with Benchmarks/Sources/BenchHarness by test_bench.py, which reads what it prints.

@main
struct BenchTable {
    static func main() async throws {
        let order = Order()
        let row = Row(
            "in turns",
            measured: .value("a", .bytes) { await order.next("a") },
            against: .value("b", .bytes) { await order.next("b") },
            .none(because: "a yardstick"))
        _ = try await race(row, rounds: 3)
        print(await order.letters)

        print(median([3, 1, 2]), median([4, 1, 2, 3]))
        let limits: [Limit] = [.atLeast(0.65), .atMost(4), .none(because: "a yardstick")]
        print(limits.map { [$0.allows(0.64), $0.allows(0.65), $0.allows(4.1)] })

        let slow = Contender.seconds("sleep", times: 2) { try await Task.sleep(for: .milliseconds(20)) }
        let took = try await slow.run()
        print(took >= 0.02 && took < 0.5)
        let many = Contender.operations("sleep", count: 10) { try await Task.sleep(for: .milliseconds(20)) }
        let rate = try await many.run()
        print(rate <= 500 && rate > 20)

        print(
            table([
                Outcome(
                    name: "commits", measured: .init("ours", 13_456.4), against: .init("bare", 20_000),
                    unit: .perSecond, limit: .atLeast(0.65)),
                Outcome(
                    name: "first answer", measured: .init("start", 0.75), against: .init("goal", 0.5),
                    unit: .seconds, limit: .atMost(1)),
                Outcome(
                    name: "memory", measured: .init("at rest", 86_040_000), against: .init("goal", 1200),
                    unit: .bytes, limit: .none(because: "a yardstick")),
            ]), terminator: "")
        print(written(0.0000041, .seconds), written(12.34, .perSecond), written(999, .bytes))
    }
}

/// Counts who ran when.
actor Order {
    var letters = ""

    func next(_ letter: String) -> Double {
        letters += letter
        return 1
    }
}
