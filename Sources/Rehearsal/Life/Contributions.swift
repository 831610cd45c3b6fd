import Charter
import Conference

/// Budgets, and contributions foreseen and received.
enum Contributions {
    /// The day on which a year's contributions are foreseen.
    static func due(_ year: Int) -> Day { Day(year, 3, 31) ?? .distantFuture }

    private static let headings: [(HeadingID, Int64)] = [
        ("personal", 46), ("reuniones", 22), ("estudios", 12), ("formacion", 13), ("oficina", 7),
    ]

    /// The budget of a year: it grows a little, by whole hundreds of dollars.
    static func budget(_ year: Int, _ stage: Stage) -> Money {
        var random = SeededRandom(stage.seed, "budget")
        let base = Int64(random.int(1_900...2_300))
        let step = Int64(random.int(15...35))
        return Money(
            cents: (base + step * Int64(year - stage.opening.year)) * 100 * 100,
            currency: stage.edition.currency)
    }

    /// A budget in its headings.
    static func parts(_ budget: Money) -> [HeadingAmount] {
        let parts = Allocation.parts(of: budget.cents, weights: headings.map(\.1)) ?? []
        return zip(headings, parts).map {
            HeadingAmount(heading: $0.0, amount: Money(cents: $1, currency: budget.currency))
        }
    }

    static func write(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions
    ) {
        var random = SeededRandom(stage.seed, "contributions")
        let opening = stage.moment(stage.opening.adding(days: 2), 9, &random)
        script.add(
            "complete/contributions", at: opening,
            MatterComplete(matter: .contributions, from: stage.opening).act)
        script.add(
            "complete/attendance", at: opening, MatterComplete(matter: .attendance, from: stage.opening).act)
        for year in stage.opening.year...stage.year + 1 {
            let budget = budget(year, stage)
            let foreseen: Moment
            if let meeting = calendar.viceMinisterial(year - 1) {
                let approved = stage.moment(meeting.last.adding(days: 3), 11, &random)
                script.add(
                    "budget/\(year)", at: approved,
                    BudgetApproved(
                        year: year, amount: budget,
                        decision: decisions.viceMinisterial(.budget(year)),
                        recommendation: decisions.group(.budget(year)), headings: parts(budget)
                    ).act)
                foreseen = stage.moment(meeting.last.adding(days: 10), 10, &random)
            } else {
                // The first year's budget was decided before the register was opened.
                foreseen = stage.moment(stage.opening.adding(days: 5), 10, &random)
            }
            for (party, amount) in stage.edition.scale?.parts(of: budget) ?? [] {
                script.add(
                    "foreseen/\(year)/\(party)", at: foreseen,
                    ContributionForeseen(party: party, year: year, amount: amount, due: due(year)).act)
                receive(&script, stage, cast, party, year, amount, &random)
            }
        }
    }

    private static func receive(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ party: PartyID, _ year: Int, _ amount: Money,
        _ random: inout SeededRandom
    ) {
        // Drawn for everybody, so that who is behind doesn't move the others.
        let isLate = random.chance(18)
        let day =
            isLate ? due(year).adding(days: random.int(5...140)) : due(year).adding(days: -random.int(3...60))
        let inTwo = random.chance(15)
        if party == cast.twoYears, year > cast.lastDue - 3 { return }
        if party == cast.fourYears, year > cast.lastDue - 5 { return }
        // Nothing was received before it was foreseen.
        let first = stage.moment(max(day, stage.opening.adding(days: 12)), 12, &random)
        if party == cast.partly, year >= cast.lastDue {
            guard year == cast.lastDue else { return }
            let half = Money(cents: amount.cents / 2, currency: amount.currency)
            let early = stage.moment(due(year).adding(days: -random.int(3...20)), 12, &random)
            add(&script, party, year, half, early, "a")
            return
        }
        guard inTwo, amount.cents > 2 else {
            add(&script, party, year, amount, first, "")
            return
        }
        let half = Money(cents: amount.cents / 2, currency: amount.currency)
        let rest = Money(cents: amount.cents - half.cents, currency: amount.currency)
        add(&script, party, year, half, first, "a")
        add(
            &script, party, year, rest,
            stage.moment(first.day.adding(days: random.int(20...60)), 12, &random), "b")
    }

    private static func add(
        _ script: inout Script, _ party: PartyID, _ year: Int, _ amount: Money, _ moment: Moment,
        _ part: String
    ) {
        script.add(
            "received/\(year)/\(party)\(part)", at: moment,
            ContributionReceived(party: party, amount: amount, reference: "R-\(year)-\(party)\(part)").act)
    }
}
