/// What a row came to.
public struct Outcome: Sendable, Equatable {
    /// The row's name.
    public let name: String
    /// The measured contender's name and median.
    public let measured: Median
    /// The yardstick's name and median.
    public let against: Median
    /// What both numbers count.
    public let unit: Quantity
    /// What the ratio must be.
    public let limit: Limit

    /// A contender's name and the median of its rounds.
    public struct Median: Sendable, Equatable {
        /// The contender's name.
        public let name: String
        /// The median, in the row's unit.
        public let value: Double

        /// A contender's median.
        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// A result, as `race` makes it.
    public init(name: String, measured: Median, against: Median, unit: Quantity, limit: Limit) {
        self.name = name
        self.measured = measured
        self.against = against
        self.unit = unit
        self.limit = limit
    }

    /// Measured / against.
    public var ratio: Double { measured.value / against.value }

    /// Whether the ratio keeps the limit; `nil` where there is none.
    public var keepsLimit: Bool? { limit.allows(ratio) }
}

/// Runs both sides of a row in turns, each once to warm up, then `rounds` times, and takes the medians.
///
/// Who begins changes from round to round: else what the first leaves behind would always fall to the second.
/// - Parameters:
///   - rounds: how many it runs.
///   - asked: how many the caller asks for.
/// - Throws: whatever a contender throws.
public func race(_ row: Row, rounds: Rounds, asked: Int) async throws -> Outcome {
    precondition(asked > 0, "a race needs a round")
    let (rounds, warmsUp) =
        switch rounds {
        case .asAsked: (asked, true)
        case .atMost(let most): (min(asked, most), false)
        case .atLeast(let least): (max(asked, least), true)
        }
    if warmsUp {
        _ = try await row.measured.run()
        _ = try await row.against.run()
    }
    var measured: [Double] = []
    var against: [Double] = []
    for round in 0..<rounds {
        if round.isMultiple(of: 2) {
            measured.append(try await row.measured.run())
            against.append(try await row.against.run())
        } else {
            against.append(try await row.against.run())
            measured.append(try await row.measured.run())
        }
    }
    return Outcome(
        name: row.name,
        measured: .init(row.measured.name, median(measured)),
        against: .init(row.against.name, median(against)),
        unit: row.measured.unit, limit: row.limit)
}

/// The middle of the values; of an even number of them the mean of the two in the middle.
public func median(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "no median of nothing")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
