/// What a contender's numbers count, and so how they are printed.
public enum Quantity: Sendable, Equatable {
    /// Operations in a second.
    case perSecond
    /// Seconds for one operation.
    case seconds
    /// Bytes.
    case bytes
}

/// One side of a row: something that, run once, gives one number.
public struct Contender: Sendable {
    /// What it is, in a few words.
    public let name: String
    /// What its numbers count.
    public let unit: Quantity
    /// One run.
    public let run: @Sendable () async throws -> Double

    init(_ name: String, _ unit: Quantity, run: @escaping @Sendable () async throws -> Double) {
        self.name = name
        self.unit = unit
        self.run = run
    }

    /// Times one call that does `count` operations; operations in a second.
    public static func operations(
        _ name: String, count: Int, _ work: @escaping @Sendable () async throws -> Void
    ) -> Contender {
        Contender(name, .perSecond) { Double(count) / (try await seconds(of: work)) }
    }

    /// Times `times` calls, one after the other; seconds for one.
    public static func seconds(
        _ name: String, times: Int = 1, _ work: @escaping @Sendable () async throws -> Void
    ) -> Contender {
        Contender(name, .seconds) {
            try await seconds(of: { for _ in 0..<times { try await work() } }) / Double(times)
        }
    }

    /// Measures by itself, for what is no time: memory at rest, the size of a page.
    public static func value(
        _ name: String, _ unit: Quantity, _ measure: @escaping @Sendable () async throws -> Double
    ) -> Contender {
        Contender(name, unit, run: measure)
    }

    /// A number to hold against, where there is nothing to race.
    public static func fixed(_ name: String, _ value: Double, _ unit: Quantity) -> Contender {
        Contender(name, unit) { value }
    }

    private static func seconds(of work: () async throws -> Void) async rethrows -> Double {
        // A clock that stood still would make the ratio infinite.
        max(try await ContinuousClock().measure(work) / .seconds(1), 1e-9)
    }
}

/// What a row's ratio, measured / against, must be.
public enum Limit: Sendable, Equatable {
    /// More is better: throughput.
    case atLeast(Double)
    /// Less is better: time, memory.
    case atMost(Double)
    /// Nothing is asked of the row: it informs, and says why.
    case none(because: String)

    /// Whether a ratio keeps the limit; `nil` where there is none.
    public func allows(_ ratio: Double) -> Bool? {
        switch self {
        case .atLeast(let least): ratio >= least
        case .atMost(let most): ratio <= most
        case .none: nil
        }
    }
}

/// How many rounds a row runs.
public enum Rounds: Sendable, Equatable {
    /// As many as the caller asks for.
    case asAsked
    /// At most so many, for what takes long; the first is then not preceded by a warm-up.
    case atMost(Int)
    /// At least so many short ones, for what depends on a disk that others use too.
    case atLeast(Int)
}

/// One line of the table: what is measured, against what, and what their ratio must be.
public struct Row: Sendable {
    /// What is asked.
    public let name: String
    /// Ours.
    public let measured: Contender
    /// The yardstick.
    public let against: Contender
    /// What the ratio must be.
    public let limit: Limit
    /// How many rounds the row runs, where that isn't what was asked for.
    public let rounds: Rounds

    /// A row; both contenders must count the same unit.
    public init(
        _ name: String, measured: Contender, against: Contender, _ limit: Limit,
        rounds: Rounds = .asAsked
    ) {
        precondition(measured.unit == against.unit, "row '\(name)' sets two units against each other")
        self.name = name
        self.measured = measured
        self.against = against
        self.limit = limit
        self.rounds = rounds
    }
}

/// Keeps the optimiser from leaving out work whose result nobody uses.
@inline(never)
public func blackHole<Value>(_ value: Value) {}
