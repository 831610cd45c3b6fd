import Charter
import HashTreeCollections

/// A member's voluntary annual contributions as they stand on a day: what was foreseen, what was received
/// towards it, what is open.
public struct AccountStatement: Sendable, Hashable {
    /// One year's contribution.
    public struct Line: Sendable, Hashable {
        /// Of which year's budget.
        public let year: Int
        /// How much was foreseen.
        public let foreseen: Money
        /// How much of what was received settles it: the oldest contribution first (rule F3).
        public let received: Money
        /// The day it is due.
        public let due: Day
        /// True from its due day on.
        public let isDue: Bool
        /// The act that foresees it.
        public let entry: Int

        /// What is left of it, due or not.
        public var open: Money {
            Money(cents: foreseen.cents - received.cents, currency: foreseen.currency)
        }
    }

    /// Which member.
    public let party: PartyID
    /// Contributions by due day, earliest first.
    public let lines: [Line]
    /// Receipts up to the day, earliest first.
    public let receipts: [FinanceState.Received]
    /// Received beyond everything that is foreseen.
    public let ahead: Money
}

extension ConferenceState {
    /// A member's contributions on a day, as far as the register foresaw them by then.
    public func statement(of party: PartyID, on day: Day) -> AccountStatement {
        let currency = edition(on: day)?.edition.currency ?? "USD"
        let account = finance.accounts[party] ?? .init()
        let receipts = Array(account.received.lazy.prefix { $0.on <= day })
        var left = receipts.reduce(Int64(0)) { $0 &+ $1.cents }
        var lines: [AccountStatement.Line] = []
        for contribution in account.foreseen where foreseenBy(day, contribution.entry) {
            let settled = min(left, contribution.cents)
            left -= settled
            lines.append(
                .init(
                    year: contribution.year, foreseen: Money(cents: contribution.cents, currency: currency),
                    received: Money(cents: settled, currency: currency), due: contribution.due,
                    isDue: contribution.due <= day, entry: contribution.entry))
        }
        return AccountStatement(
            party: party, lines: lines, receipts: receipts, ahead: Money(cents: left, currency: currency))
    }

    private func foreseenBy(_ day: Day, _ entry: Int) -> Bool {
        lines.indices.contains(entry - 1) && lines[entry - 1].on.first <= day
    }
}
