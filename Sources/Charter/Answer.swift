/// One ground of an answer: a clause, the acts it was applied to, and what of it is our reading.
public struct Basis: Sendable, Hashable {
    /// The clause applied; `nil` where no clause speaks (such as "not recorded").
    public let clause: ClauseID?
    /// Sequence numbers of the acts that the answer rests on, ascending.
    public let entries: [Int]
    /// The part that is interpretation, or `nil` if the clause says it.
    public let interpretation: Localized?
    /// What was concluded here and from which inputs, in one sentence.
    public let reason: Localized?

    /// One ground of an answer.
    public init(
        clause: ClauseID?, entries: [Int] = [], interpretation: Localized? = nil, reason: Localized? = nil
    ) {
        self.clause = clause
        self.entries = Array(Set(entries)).sorted()
        self.interpretation = interpretation
        self.reason = reason
    }
}

/// A value together with why it is so: what every "why?" opens.
public struct Answer<Value: Sendable>: Sendable {
    /// What was asked for.
    public let value: Value
    /// The grounds, most important first; never empty for a derived status.
    public let basis: [Basis]
    /// What would change the answer, where that can be said.
    public let change: Localized?

    /// A value with its grounds.
    public init(_ value: Value, basis: [Basis], change: Localized? = nil) {
        self.value = value
        self.basis = basis
        self.change = change
    }

    /// The same grounds under another value.
    public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(transform(value), basis: basis, change: change)
    }

    /// Every act that the answer rests on, ascending.
    public var entries: [Int] { Array(Set(basis.flatMap(\.entries))).sorted() }
}
