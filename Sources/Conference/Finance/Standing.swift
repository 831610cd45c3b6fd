import Charter
import HashTreeCollections

/// A member's standing by rule F3.
public struct MemberStanding: Sendable, Hashable {
    /// Which member.
    public let party: PartyID
    /// May it vote in vice-ministerial decisions; `nil` if not recorded.
    public let vote: Bool?
    /// May it take part in meetings; `nil` if not recorded.
    public let participation: Bool?
    /// The due day of the oldest open contribution.
    public let openSince: Day?
    /// What is due and open; `nil` if not recorded.
    public let open: Money?
    /// The least payment that restores the vote; `nil` if not recorded.
    public let restoresVote: Money?
    /// The least payment that restores participation; `nil` if not recorded.
    public let restoresParticipation: Money?
}

extension ConferenceState {
    /// Rule F3 for every member on a day, in the members' listed order.
    public func standings(on day: Day) -> [Answer<MemberStanding>] {
        memberIDs(on: day).map { standing($0, on: day) }
    }

    /// Rule F3: a member's vote and participation on a day, and the least payments that restore them.
    ///
    /// Payments settle the oldest contribution first. Outside a time for which the register is complete in
    /// contributions the answer is "not recorded"; in an edition without the rule nothing takes the vote.
    public func standing(_ party: PartyID, on day: Day) -> Answer<MemberStanding> {
        let context =
            [editionBasis(on: day)]
            + [membershipBasis(party, on: day)]
            + [
                correctionBasis([
                    "account/\(party)", "matter/contributions", "editions", "party/\(party)", "status/member",
                ])
            ]
            .compactMap { $0 }
        func unknown(_ basis: Basis) -> Answer<MemberStanding> {
            Answer(
                MemberStanding(
                    party: party, vote: nil, participation: nil, openSince: nil, open: nil, restoresVote: nil,
                    restoresParticipation: nil), basis: [basis] + context)
        }
        // Who isn't a member has no contribution and no vote to speak of.
        guard isMember(party, on: day) else { return unknown(membershipBasis(party, on: day)) }
        guard let edition = edition(on: day) else { return unknown(Basis(clause: nil)) }
        let currency = edition.edition.currency
        let zero = Money.zero(currency)
        guard let rule = edition.edition.rule(.F3) else {
            return Answer(
                MemberStanding(
                    party: party, vote: true, participation: true, openSince: nil, open: nil,
                    restoresVote: zero,
                    restoresParticipation: zero),
                basis: [
                    Basis(
                        clause: nil, entries: edition.entries,
                        reason: Localized(
                            es: "Ninguna regla de esta edición quita el voto ni la participación.",
                            en: "No rule of this edition takes the vote or participation away."))
                ] + context)
        }
        guard let period = completePeriod(.contributions, on: day) else {
            return unknown(
                rule.basis(
                    entries: completenessEntries(.contributions),
                    reason: Localized(
                        es:
                            "Ese día el registro no está declarado completo en contribuciones: no consta quién puede votar.",
                        en:
                            "On that day the register isn't declared complete in contributions: who may vote isn't recorded."
                    )))
        }
        let floor = max(period.from, edition.from.first)
        let account = AccountCount(
            account: finance.accounts[party] ?? .init(), floor: floor, rule: rule, currency: currency)
        return answer(account, party, rule, period, on: day, context)
    }

    private func membershipBasis(_ party: PartyID, on day: Day) -> Basis {
        let spans =
            membership.parties[party]?.spans.filter { $0.status == .member && $0.from.first <= day } ?? []
        return Basis(
            clause: edition(on: day)?.edition.rule(.P1)?.clauses.first, entries: spans.flatMap(\.entries),
            reason: isMember(party, on: day)
                ? Localized(es: "Es miembro el \(day).", en: "It is a member on \(day).")
                : Localized(
                    es: "No consta como miembro el \(day).", en: "It isn't recorded as a member on \(day)."))
    }

    private func answer(
        _ account: AccountCount, _ party: PartyID, _ rule: Rule, _ period: RegistryState.Period, on day: Day,
        _ context: [Basis]
    ) -> Answer<MemberStanding> {
        let open = account.open(on: day)
        let total = account.sum(open)
        let voteLost = account.voteLost(open, on: day)
        let excluded = account.excluded(on: day)
        let restoresVote = account.leastForVote(open, on: day)
        let oldest = open.first
        var reasons = Localized(
            es: "Contado desde el \(account.floor).", en: "Counted from \(account.floor).")
        if let oldest {
            reasons =
                reasons
                + Localized(
                    es: " La contribución más antigua abierta es del \(oldest.due).",
                    en: " The oldest open contribution was due on \(oldest.due).")
        } else {
            reasons =
                reasons + Localized(es: " Nada exigible está abierto.", en: " Nothing that is due is open.")
        }
        let entries = period.entries + account.entries(until: day)
        // What was lost cites its own clause: two years the first, four years the last.
        let last = rule.clauses.count - 1
        var basis = [rule.basis(entries: entries, reason: reasons, clause: excluded && !voteLost ? last : 0)]
        if excluded, voteLost, last > 0 { basis.append(rule.basis(interpreted: false, clause: last)) }
        basis.append(contentsOf: context)
        return Answer(
            MemberStanding(
                party: party, vote: !voteLost, participation: !excluded, openSince: oldest?.due, open: total,
                restoresVote: restoresVote, restoresParticipation: excluded ? total : .zero(total.currency)),
            basis: basis, change: change(account, open, voteLost: voteLost, excluded: excluded, on: day))
    }

    /// What would change a member's standing: the least payments where something is lost, else the day on which
    /// the vote would be.
    private func change(
        _ account: AccountCount, _ open: [AccountCount.Open], voteLost: Bool, excluded: Bool, on day: Day
    ) -> Localized? {
        let vote = account.leastForVote(open, on: day)
        let total = account.sum(open)
        switch (voteLost, excluded) {
        case (true, true) where vote == total:
            return Localized(
                es: "Un pago de \(total) devuelve el voto y la participación en las reuniones.",
                en: "A payment of \(total) restores the vote and the part in meetings.")
        case (true, true):
            return Localized(
                es:
                    "Un pago de \(vote) devuelve el voto, solo en consultas escritas; uno de \(total), también la participación en las reuniones.",
                en:
                    "A payment of \(vote) restores the vote, in written consultations only; one of \(total), the part in meetings too."
            )
        case (true, false):
            return Localized(
                es: "Un pago de \(vote) devuelve el voto.", en: "A payment of \(vote) restores the vote.")
        case (false, true):
            return Localized(
                es: "Un pago de \(total) devuelve la participación en las reuniones.",
                en: "A payment of \(total) restores the part in meetings.")
        case (false, false):
            if let oldest = open.first {
                return account.voteLostFrom(oldest).map { lost in
                    Localized(
                        es: "Sin pago, el voto se perdería el \(lost).",
                        en: "Without a payment the vote would be lost on \(lost).")
                }
            }
            guard let years = account.voteYears else { return nil }
            return Localized(
                es: "Cambiaría con una contribución que siguiera abierta \(years) años después de vencer.",
                en: "It would change with a contribution still open \(years) years after it fell due.")
        }
    }
}

/// What of a member's contributions is open, and for how long (rule F3).
struct AccountCount {
    struct Open {
        let due: Day
        let cents: Int64
    }

    let account: FinanceState.Account
    let floor: Day
    let rule: Rule
    let currency: String

    private var countsDueDates: Bool { rule.text("counting") == "dueDatesPassed" }

    /// Contributions that are due on `day` and not settled by what was received up to it, oldest first.
    func open(on day: Day) -> [Open] {
        let paid = account.received.lazy.prefix { $0.on <= day }.reduce(Int64(0)) { $0 &+ $1.cents }
        return open(due: day, paid: paid)
    }

    private func open(due day: Day, paid: Int64) -> [Open] {
        var left = paid
        var open: [Open] = []
        for contribution in account.foreseen {
            let settled = min(left, contribution.cents)
            left -= settled
            if settled < contribution.cents, contribution.due <= day {
                open.append(Open(due: contribution.due, cents: contribution.cents - settled))
            }
        }
        return open
    }

    func sum(_ open: [Open]) -> Money { Money(cents: open.reduce(0) { $0 &+ $1.cents }, currency: currency) }

    /// The day from which an open contribution counts.
    private func start(_ open: Open) -> Day { max(open.due, floor) }

    /// After how many years the vote is lost; `nil` where due dates that passed are counted.
    var voteYears: Int? { countsDueDates ? nil : rule.count("voteYears") }

    /// The day on which the vote is lost if this contribution, the oldest, stays open.
    func voteLostFrom(_ oldest: Open) -> Day? {
        countsDueDates ? nil : start(oldest).adding(years: rule.count("voteYears"))
    }

    func voteLost(_ open: [Open], on day: Day) -> Bool {
        if countsDueDates { return open.filter { $0.due >= floor }.count >= rule.count("voteYears") }
        guard let oldest = open.first else { return false }
        return day >= start(oldest).adding(years: rule.count("voteYears"))
    }

    /// The least payment after which the vote isn't lost.
    func leastForVote(_ open: [Open], on day: Day) -> Money {
        guard voteLost(open, on: day) else { return .zero(currency) }
        if countsDueDates {
            let counted = open.filter { $0.due >= floor }
            let needed = counted.count - max(0, rule.count("voteYears") - 1)
            guard needed > 0, let last = counted.dropFirst(needed - 1).first else { return sum(open) }
            return sum(open.filter { $0.due <= last.due })
        }
        return sum(open.filter { day >= start($0).adding(years: rule.count("voteYears")) })
    }

    /// Excluded from four years on until nothing that is due is open: walked payment by payment, because
    /// paying a part doesn't end it.
    func excluded(on day: Day) -> Bool {
        var excluded = false
        var paid: Int64 = 0
        for receipt in account.received {
            if receipt.on > day { break }
            let before = receipt.on.adding(days: -1)
            if limitReached(open(due: before, paid: paid), on: before) { excluded = true }
            paid &+= receipt.cents
            if open(due: receipt.on, paid: paid).isEmpty { excluded = false }
        }
        let last = open(due: day, paid: paid)
        if limitReached(last, on: day) { excluded = true }
        return excluded && !last.isEmpty
    }

    private func limitReached(_ open: [Open], on day: Day) -> Bool {
        if countsDueDates { return open.filter { $0.due >= floor }.count >= rule.count("participationYears") }
        guard let oldest = open.first else { return false }
        return day >= start(oldest).adding(years: rule.count("participationYears"))
    }

    /// The acts that the count rests on, up to a day.
    func entries(until day: Day) -> [Int] {
        account.foreseen.filter { $0.due <= day }.map(\.entry)
            + account.received.lazy.prefix { $0.on <= day }.map(\.entry)
    }
}
