import Charter
import Conference
import Testing

/// Refusals are public API: each that a kind lists can be brought about, and speaks both languages.
struct RefusalTests {
    static let cases =
        RefusalCase.register + RefusalCase.parties + RefusalCase.organs + RefusalCase.meetings
        + RefusalCase.money + RefusalCase.papers + RefusalCase.themes + RefusalCase.activities

    /// Those that need more than a founded register, each with its own test here.
    static let elsewhere: Set<String> = [
        "registry.opened registry.conference-id", "presidency.interestAnnounced presidency.member-unknown",
        "presidency.accepted presidency.member-unknown", "bodies.joined bodies.member-unknown",
    ]

    @Test(arguments: cases) func `Each refusal is given with its code and in both languages`(one: RefusalCase)
    {
        guard let refusal = one.refusal() else {
            Issue.record("\(one.description): admitted")
            return
        }
        if !(RefusalTests.elsewhere.contains(one.description)) { #expect(refusal.code == one.code) }
        #expect(!refusal.message.isIncomplete)
        #expect(!refusal.remedy.isIncomplete)
    }

    @Test func `Every refusal that a kind lists is produced here, and none that it doesn't list`() {
        let listed = Set(ActKind.all.flatMap { kind in kind.type.refusals.map { "\(kind.name) \($0)" } })
        let produced = Set(RefusalTests.cases.map(\.description)).union(RefusalTests.elsewhere)
        #expect(listed.subtracting(produced).sorted() == [])
        #expect(produced.subtracting(listed).sorted() == [])
    }

    @Test func `An id that can't stand in an address opens no register`() {
        let at = Scenario()
        let act = Opened(conference: "CRM 1", name: words("x"), abbreviation: words("x"), invented: false)
        #expect(at.refusal(of: act, on: "2026-01-01", by: .installation)?.code == "registry.conference-id")
    }

    @Test func `Interest, acceptance and joining are for members on the act's day`() {
        var at = Scenario.founded()
        at.given(PartyLeft(party: "MEX"), on: "2026-02-01")
        at.given(RefusalCase.group(), on: "2026-02-01")
        // MEX comes back under a decision; what it says for the time between is refused.
        at.given(MemberAdmitted(party: "MEX"), on: "2026-04-01", under: "D.departs")
        let mex = ActingParty.member("MEX")
        let on = "2026-03-01"
        #expect(
            at.refusal(of: InterestAnnounced(party: "MEX", term: 2028), on: on, by: mex)?.code
                == "presidency.member-unknown")
        #expect(
            at.refusal(of: PresidencyAccepted(party: "MEX", term: 2028), on: on, by: mex)?.code
                == "presidency.member-unknown")
        #expect(
            at.refusal(of: OrganJoined(organ: "GT", party: "MEX"), on: on, by: mex)?.code
                == "bodies.member-unknown")
    }

    @Test func `What any act can meet comes before what its kind asks`() {
        let empty = Scenario()
        let founded = Scenario.founded()
        let known = PartyNamed(party: "MEX", kind: .state, name: words("x"))
        var produced: [String?] = []
        produced.append(empty.refusal(of: known, by: .member("XXX"))?.code)
        produced.append(
            founded.refusal(of: known, on: "2999-01-01", by: .member("XXX"), at: "2026-03-01")?.code)
        produced.append(
            founded.refusal(
                of: LapseAnnounced(party: "XXX"), on: "2999-01-01", by: .secretariat, at: "2026-03-01")?
                .code)
        produced.append(founded.refusal(of: known, on: "2026-03-02", source: nil, at: "2026-03-01")?.code)
        produced.append(founded.refusal(of: known, on: "2015", under: "D.none", source: nil)?.code)
        produced.append(founded.refusal(of: known, under: "D.none")?.code)
        produced.append(founded.refusal(of: known, under: "D.open")?.code)
        #expect(produced == ActKind.commonRefusals)
        #expect(founded.refusal(of: known, under: "D.departs")?.code == "membership.party-known")
    }

    @Test func `Contradiction comes before procedure`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        let table: [(any ActBody, String)] = [
            (BudgetApproved(year: 2027, amount: usd("1"), decision: "D.none"), "finance.decision-unknown"),
            (
                BudgetApproved(year: 2027, amount: usd("1"), recommendation: "C.none"),
                "finance.decision-unknown"
            ),
            (ObserverAdmitted(party: "ARG", decision: "D.none"), "membership.decision-unknown"),
            (RefusalCase.group(mandate: nil, decision: "D.none"), "bodies.decision-unknown"),
            (RefusalCase.group(mandate: nil, proposal: "D.none"), "bodies.decision-unknown"),
            (RefusalCase.secretary(nationality: "COL", decision: "D.none"), "bodies.decision-unknown"),
            (
                PresidencyDesignated(party: "MEX", term: 2028, decision: "D.none"),
                "presidency.decision-unknown"
            ),
            (ObserverReinstated(party: "COL", decision: "D.none"), "membership.decision-unknown"),
        ]
        for (act, code) in table { #expect(at.refusal(of: act)?.code == code) }
    }

    @Test func `Every kind's refusals are listed once and every name is chapter and act`() {
        for kind in ActKind.all {
            #expect(Set(kind.type.refusals).count == kind.type.refusals.count)
            #expect(kind.name.split(separator: ".").count == 2)
            #expect(!kind.type.title.isIncomplete)
        }
    }
}
