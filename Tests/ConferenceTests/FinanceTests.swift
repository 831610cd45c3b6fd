import Charter
import Conference
import Testing

/// Rules F1, F2 and F3.
struct FinanceTests {
    @Test(arguments: [
        ("282724.00", "2021-01-01", "141362.00", "70681.00", "35340.50", "4417.57", "4417.56"),
        ("100000", "2020-12-04", "50000.00", "25000.00", "12500.00", "1562.50", "1562.50"),
        ("282724.00", "2020-12-03", "141360.00", "68000.00", "33364.00", "5000.00", "5000.00"),
        ("282724.00", "2005-01-01", "141360.00", "68000.00", "33364.00", "5000.00", "5000.00"),
    ])
    func `The scale of the edition in force divides a budget to the cent`(
        budget: String, on: String, usa: String, can: String, mex: String, first: String, dom: String
    ) throws {
        let answer = try Scenario.founded().state.scale(budget: budget, on: day(on))
        let parts = Dictionary(
            uniqueKeysWithValues: answer.value.parts.map { ($0.party.text, $0.amount.decimal) })
        #expect(parts["USA"] == usa)
        #expect(parts["CAN"] == can)
        #expect(parts["MEX"] == mex)
        #expect(parts["BLZ"] == first)
        #expect(parts["DOM"] == dom)
        #expect(answer.value.parts.map(\.party) == Scenario.members)
        #expect(answer.value.parts.reduce(0) { $0 + $1.amount.cents } == answer.value.budget.cents)
    }

    @Test(arguments: [
        ("282724.00", "2004-12-31", "finance.scale-not-recorded"),
        ("282724.00", "1996-01-31", "finance.no-edition"),
        ("282,724.00", "2021-01-01", "finance.budget-unfit"), ("-1", "2021-01-01", "finance.budget-unfit"),
        ("1.005", "2021-01-01", "finance.budget-unfit"), ("", "2021-01-01", "finance.budget-unfit"),
    ])
    func `A budget that can't be divided is refused with its reason`(
        budget: String, on: String, code: String
    ) {
        #expect(throws: Refusal.self) { try Scenario.founded().state.scale(budget: budget, on: day(on)) }
        do { _ = try Scenario.founded().state.scale(budget: budget, on: day(on)) } catch {
            #expect(error.code == code)
        }
    }

    /// Contributions complete from 1 January 2026; each of them due on 31 January.
    private func account(
        _ foreseen: [(year: Int, due: String)], paid: [(on: String, amount: String)] = [],
        party: PartyID = "CRI", complete: String? = "2026-01-01"
    ) -> Scenario {
        var at = Scenario.founded()
        if let complete {
            at.given(
                MatterComplete(matter: .contributions, from: day(complete)), on: max(complete, "2026-01-02"))
        }
        for (year, due) in foreseen {
            at.given(
                BudgetApproved(
                    year: year, amount: usd("100000"), decision: "D.open", recommendation: "C.group"),
                on: "2026-01-05")
            at.given(
                ContributionForeseen(party: party, year: year, amount: usd("1562.50"), due: day(due)),
                on: "2026-01-06")
        }
        for (on, amount) in paid {
            at.given(ContributionReceived(party: party, amount: usd(amount)), on: on)
        }
        return at
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let on: String
        let vote: Bool?
        let part: Bool?
        let since: String?
        let open: String?
        let voteBack: String?
        let partBack: String?
        var testDescription: String { on }
        init(
            _ on: String, _ vote: Bool?, _ part: Bool?, _ since: String?, _ open: String?,
            _ restoresVote: String?,
            _ restoresPart: String?
        ) {
            self.on = on
            self.vote = vote
            self.part = part
            self.since = since
            self.open = open
            voteBack = restoresVote
            partBack = restoresPart
        }
    }

    private func check(_ at: Scenario, _ row: Row, party: PartyID = "CRI") {
        let answer = at.state.standing(party, on: day(row.on))
        #expect(answer.value.vote == row.vote)
        #expect(answer.value.participation == row.part)
        #expect(answer.value.openSince?.description == row.since)
        #expect(answer.value.open?.decimal == row.open)
        #expect(answer.value.restoresVote?.decimal == row.voteBack)
        #expect(answer.value.restoresParticipation?.decimal == row.partBack)
        #expect(!answer.basis.isEmpty)
    }

    @Test(arguments: [
        Row("2025-12-31", nil, nil, nil, nil, nil, nil),
        Row("2026-01-01", true, true, nil, "0.00", "0.00", "0.00"),
        Row("2026-01-30", true, true, nil, "0.00", "0.00", "0.00"),
        Row("2026-01-31", true, true, "2026-01-31", "1562.50", "0.00", "0.00"),
        Row("2027-01-31", true, true, "2026-01-31", "3125.00", "0.00", "0.00"),
        Row("2028-01-30", true, true, "2026-01-31", "3125.00", "0.00", "0.00"),
        Row("2028-01-31", false, true, "2026-01-31", "4687.50", "1562.50", "0.00"),
        Row("2029-01-31", false, true, "2026-01-31", "6250.00", "3125.00", "0.00"),
        Row("2030-01-30", false, true, "2026-01-31", "6250.00", "3125.00", "0.00"),
        Row("2030-01-31", false, false, "2026-01-31", "7812.50", "4687.50", "7812.50"),
    ])
    func `A member two years behind speaks but does not vote, and after four takes no part`(row: Row) {
        check(account((2026...2030).map { ($0, "\($0)-01-31") }), row)
    }

    @Test(arguments: [
        // The oldest contribution is settled first; a part of it doesn't count.
        Row("2028-02-09", false, true, "2026-01-31", "4687.50", "1562.50", "0.00"),
        Row("2028-02-10", false, true, "2026-01-31", "3125.01", "0.01", "0.00"),
        Row("2028-02-11", true, true, "2027-01-31", "3125.00", "0.00", "0.00"),
        Row("2029-01-31", false, true, "2027-01-31", "3125.00", "1562.50", "0.00"),
    ])
    func `A payment settles the oldest contribution first and restores the vote to the cent`(row: Row) {
        check(
            account(
                (2026...2028).map { ($0, "\($0)-01-31") },
                paid: [("2028-02-10", "1562.49"), ("2028-02-11", "0.01")]), row)
    }

    @Test(arguments: [
        Row("2030-01-31", false, false, "2026-01-31", "7812.50", "4687.50", "7812.50"),
        // Less than everything: the vote is back, but no part in meetings until nothing is open.
        Row("2030-02-01", true, false, "2029-01-31", "3125.00", "0.00", "3125.00"),
        Row("2030-03-01", true, true, nil, "0.00", "0.00", "0.00"),
    ])
    func `Exclusion lasts until nothing that is due is open`(row: Row) {
        check(
            account(
                (2026...2030).map { ($0, "\($0)-01-31") },
                paid: [("2030-02-01", "4687.50"), ("2030-03-01", "3125.00")]), row)
    }

    @Test(arguments: [
        (
            "2026-01-30", ["cuotas.3"],
            "It would change with a contribution still open 2 years after it fell due."
        ),
        ("2027-12-31", ["cuotas.3"], "Without a payment the vote would be lost on 2028-01-31."),
        ("2028-01-31", ["cuotas.3"], "A payment of USD 1562.50 restores the vote."),
        (
            "2030-01-31", ["cuotas.3", "cuotas.4"],
            "A payment of USD 4687.50 restores the vote, in written consultations only; one of USD 7812.50, the part in meetings too."
        ),
        ("2030-02-01", ["cuotas.4"], "A payment of USD 3125.00 restores the part in meetings."),
    ])
    func `What was lost cites its own clause, and what would bring it back`(
        _ on: String, _ clauses: [String], _ change: String
    ) {
        let at = account((2026...2030).map { ($0, "\($0)-01-31") }, paid: [("2030-02-01", "4687.50")])
        let answer = at.state.standing("CRI", on: day(on))
        let own = answer.basis.compactMap { $0.clause?.text }.filter { $0.contains(".cuotas.") }
        #expect(own == clauses.map { "carta.financiamiento.\($0)" })
        #expect(answer.change?.en == change)
    }

    @Test func `A payment on the very day of four years keeps a member in`() {
        let at = account((2026...2030).map { ($0, "\($0)-01-31") }, paid: [("2030-01-31", "1562.50")])
        check(at, Row("2030-01-31", false, true, "2027-01-31", "6250.00", "3125.00", "0.00"))
    }

    @Test(arguments: [
        Row("2026-02-27", nil, nil, nil, nil, nil, nil),
        Row("2028-02-27", true, true, "2025-12-01", "1562.50", "0.00", "0.00"),
        Row("2028-02-28", false, true, "2025-12-01", "1562.50", "1562.50", "0.00"),
    ])
    func `What was due before the register was complete counts from its first day`(row: Row) {
        check(account([(2025, "2025-12-01")], complete: "2026-02-28"), row)
    }

    @Test func `Two years after 29 February are over on 28 February`() {
        var at = account([], complete: "2026-01-01")
        at.given(
            BudgetApproved(year: 2028, amount: usd("100000"), decision: "D.open", recommendation: "C.group"),
            on: "2027-12-01")
        at.given(
            ContributionForeseen(party: "CRI", year: 2028, amount: usd("1562.50"), due: day("2028-02-29")),
            on: "2027-12-01")
        #expect(at.state.standing("CRI", on: day("2030-02-27")).value.vote == true)
        #expect(at.state.standing("CRI", on: day("2030-02-28")).value.vote == false)
    }

    @Test func `Before the Charter nothing takes the vote, and outside completeness nothing is recorded`() {
        var at = account([], complete: nil)
        #expect(at.state.standing("CRI", on: day("2015-06-01")).value.vote == true)
        #expect(at.state.standing("CRI", on: day("2020-12-03")).value.vote == true)
        #expect(at.state.standing("CRI", on: day("2020-12-04")).value.vote == nil)
        let from = at.given(MatterComplete(matter: .contributions, from: day("2026-01-01")), on: "2026-01-02")
        let until = at.given(
            MatterIncomplete(matter: .contributions, until: day("2026-06-30")), on: "2026-07-01")
        let inside = at.state.standing("CRI", on: day("2026-06-30"))
        #expect(inside.value.vote == true)
        expectBasis(inside, has: from, until)
        let outside = at.state.standing("CRI", on: day("2026-07-01"))
        #expect(outside.value.vote == nil)
        expectBasis(outside, has: from, until)
    }

    @Test func `Who isn't a member on a day has no standing on it`() {
        var at = account([])
        let left = at.given(PartyLeft(party: "CRI"), on: "2026-04-01")
        #expect(at.state.standing("CRI", on: day("2026-03-31")).value.vote == true)
        let answer = at.state.standing("CRI", on: day("2026-04-01"))
        #expect(answer.value.vote == nil)
        expectBasis(answer, has: left)
        #expect(at.state.standings(on: day("2026-04-01")).count == 10)
        #expect(at.state.standings(on: day("2026-03-31")).map(\.value.party) == Scenario.members)
    }

    @Test func `Another reading counts due dates that passed, and bites a year earlier`() {
        var at = account((2026...2028).map { ($0, "\($0)-01-31") })
        let reading = at.given(
            ReadingRegistered(
                edition: "charter-2020", rule: .F3, parameter: "counting", value: .text("dueDatesPassed"),
                reason: words("r"), decision: "D.open"), on: "2026-01-10")
        check(at, Row("2027-01-30", true, true, "2026-01-31", "1562.50", "0.00", "0.00"))
        check(at, Row("2027-01-31", false, true, "2026-01-31", "3125.00", "1562.50", "0.00"))
        expectBasis(at.state.standing("CRI", on: day("2027-01-31")), has: reading)
    }

    @Test func `Every payment and contribution up to the day is in the grounds, later ones are not`() {
        let at = account([(2026, "2026-01-31"), (2027, "2027-01-31")], paid: [("2026-05-01", "10.00")])
        let standing = at.state.standing("CRI", on: day("2026-05-01"))
        let paid = at.last
        expectBasis(standing, has: paid)
        #expect(!at.state.standing("CRI", on: day("2026-04-30")).entries.contains(paid))
    }

    @Test func `History may foresee contributions without a budget on record; afterwards none`() {
        let at = Scenario.founded()
        let act = ContributionForeseen(
            party: "CRI", year: 2015, amount: usd("5000"), due: day("2015-01-31"))
        #expect(at.refusal(of: act, on: "2015-01-01") == nil)
        #expect(at.refusal(of: act, on: "2026-03-01")?.code == "finance.budget-missing")
        #expect(at.refusal(of: act, on: "2026-03-01", under: "D.departs") == nil)
    }

    @Test(
        arguments: [
            ("D.open", "C.group", nil as String?), ("D.closed", "C.group", nil),
            ("D.open", nil as DecisionID?, "finance.recommendation-missing"),
            ("D.open", "D.open", "finance.recommendation-missing"),
            ("C.group", "C.group", "finance.decision-missing"),
        ] as [(DecisionID?, DecisionID?, String?)])
    func `A budget rests on the group's recommendation and the vice-ministers' decision`(
        decision: DecisionID?, recommendation: DecisionID?, code: String?
    ) {
        let act = BudgetApproved(
            year: 2027, amount: usd("100000"), decision: decision, recommendation: recommendation)
        #expect(Scenario.founded().refusal(of: act)?.code == code)
    }
}
