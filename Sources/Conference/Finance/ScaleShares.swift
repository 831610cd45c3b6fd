import Charter
import HashTreeCollections

/// A budget divided, with how each part came about (rule F1).
public struct ScaleShares: Sendable, Hashable {
    /// One member's part and its making.
    public struct Share: Sendable, Hashable {
        /// Which member.
        public let party: PartyID
        /// Its part, to the cent.
        public let amount: Money
        /// Its weight in the scale, and the sum of all weights.
        public let weight: Int64, whole: Int64
        /// True if the part was rounded up by one cent, its remainder being among the largest.
        public let hasExtraCent: Bool

        /// The share in ten-thousandths of a percent, rounded half up: 1.5625 % is 15,625.
        public var millionths: Int {
            Int((Int128(weight) * 2_000_000 + Int128(whole)) / (2 * Int128(max(whole, 1))))
        }
        /// True if ``millionths`` says the share exactly.
        public var isExact: Bool { Int128(weight) * 1_000_000 % Int128(max(whole, 1)) == 0 }
    }
    /// The budget divided.
    public let budget: Money
    /// The shares in the members' listed order; their amounts add up exactly.
    public let shares: [Share]

    /// How many parts were rounded up by a cent.
    public var extraCents: Int { shares.count { $0.hasExtraCent } }

    /// Members with the same part together, the largest part first.
    public var groups: [(amount: Money, parties: [PartyID])] {
        var groups: [(amount: Money, parties: [PartyID])] = []
        for share in shares {
            if let index = groups.firstIndex(where: { $0.amount == share.amount }) {
                groups[index].parties.append(share.party)
            } else {
                groups.append((share.amount, [share.party]))
            }
        }
        return groups.enumerated().sorted {
            ($1.element.amount.cents, $0.offset) < ($0.element.amount.cents, $1.offset)
        }.map(\.element)
    }
}

extension ConferenceState {
    /// Rule F1 with its making: what each member contributes to a budget on a day, from which weight, and who
    /// got a cent of the rest.
    ///
    /// - Throws: ``Refusal`` as ``scale(budget:on:)`` does.
    public func scaleShares(budget text: String, on day: Day) throws(Refusal) -> Answer<ScaleShares> {
        let answer = try scale(budget: text, on: day)
        let weights = edition(on: day)?.edition.scale?.weights ?? []
        let whole = weights.reduce(Int64(0)) { $0 + $1.weight }
        return answer.map { scale in
            ScaleShares(
                budget: scale.budget,
                shares: zip(scale.parts, weights).map { part, weight in
                    let floor = Int64(
                        Int128(scale.budget.cents) * Int128(weight.weight) / Int128(max(whole, 1)))
                    return .init(
                        party: part.party, amount: part.amount, weight: weight.weight, whole: whole,
                        hasExtraCent: part.amount.cents > floor)
                })
        }
    }

    /// The budget approved last, as of a day; `nil` if none is recorded.
    public func latestBudget(on day: Day) -> FinanceState.Budget? {
        finance.budgets.values.filter { $0.on.first <= day }.max { $0.act.year < $1.act.year }
    }
}
