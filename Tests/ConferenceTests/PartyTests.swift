import Charter
import Conference
import Testing

/// Rules P1, P2 and P3, and who took part when.
struct PartyTests {
    @Test(arguments: [
        ("1999-01-28", nil as String?), ("1999-01-29", nil), ("1999-01", nil), ("1999", nil),
        ("1999-01-30", "membership.admission-closed"), ("1999-02", "membership.admission-closed"),
        ("2021-01-01", "membership.admission-closed"),
    ])
    func `No act dated after the closing day admits another member`(on: String, code: String?) {
        var at = Scenario.founded()
        at.given(PartyNamed(party: "HTI", kind: .state, name: words("Haití")), on: "1999")
        #expect(at.refusal(of: MemberAdmitted(party: "HTI"), on: on, by: .installation)?.code == code)
        if code != nil {
            #expect(
                at.refusal(of: MemberAdmitted(party: "HTI"), on: on, by: .installation, under: "D.departs")
                    == nil)
        }
    }

    @Test func `An edition without a closing day admits members`() {
        var at = Scenario.founded(editions: false)
        at.given(EditionInForce(edition: "practice-2000", file: "southern"), on: "2000", by: .installation)
        #expect(at.refusal(of: MemberAdmitted(party: "COL")) == nil)
    }

    @Test func `A country needs statement, every criterion and a decision in closed session`() {
        let at = Scenario.founded()
        let all = RefusalCase.countryCriteria
        func act(_ statement: DocumentID?, _ attested: [String], _ decision: DecisionID?) -> ObserverAdmitted
        {
            ObserverAdmitted(party: "COL", statement: statement, attested: attested, decision: decision)
        }
        #expect(at.refusal(of: act("nota", all, "D.closed")) == nil)
        for missing in all {
            let refusal = at.refusal(of: act("nota", all.filter { $0 != missing }, "D.closed"))
            #expect(refusal?.code == "membership.criteria-missing")
            #expect(
                refusal?.clause == Files.charter?.criteria.observerCountry.first { $0.id == missing }?.clause)
        }
        #expect(at.refusal(of: act(nil, all, "D.closed"))?.code == "membership.statement-missing")
        #expect(at.refusal(of: act("nota", all, "D.open"))?.code == "membership.session-open")
        #expect(at.refusal(of: act("nota", all, "C.group"))?.code == "membership.decision-missing")
        #expect(at.refusal(of: act(nil, [], nil), under: "D.departs") == nil)
        #expect(at.refusal(of: act(nil, [], nil), on: "2003") == nil)
    }

    @Test func `An organisation needs its own criteria and no closed session`() {
        let at = Scenario.founded()
        let act = ObserverAdmitted(
            party: "OIM", statement: "nota", attested: ["mandato", "solicitud-escrita"], decision: "D.open")
        #expect(at.refusal(of: act) == nil)
        let countrys = ObserverAdmitted(
            party: "OIM", statement: "nota", attested: RefusalCase.countryCriteria, decision: "D.open")
        #expect(at.refusal(of: countrys)?.code == "membership.criterion-unknown")
    }

    @Test(arguments: [
        ("2003-04-30", [] as [PartyID]), ("2003-05-01", ["COL"]), ("2010-12-31", ["COL"]), ("2011-01-01", []),
    ])
    func `A status holds from the first day of what is known to the day before its end`(
        on: String, parties: [PartyID]
    ) {
        var at = Scenario.founded()
        at.observer("COL", since: "2003-05")
        at.given(PartyLeft(party: "COL"), on: "2011", by: .installation)
        let answer = at.state.observers(on: day(on))
        #expect(answer.value.map(\.party) == parties)
        for one in answer.value {
            #expect(one.since?.description == "2003-05")
            #expect(one.until?.description == "2011")
        }
        if on == "2011-01-01" { expectBasis(answer, has: at.last, at.last - 1) }
    }

    @Test func `A beginning that isn't recorded is not told, and members come in the listed order`() {
        let answer = Scenario.founded().state.members(on: day("2016-11-18"))
        #expect(answer.value.map(\.party) == Scenario.members)
        #expect(answer.value.allSatisfy { $0.since == nil && $0.until == nil })
        #expect(Scenario.founded().state.members(on: day("1996-01-31")).value.isEmpty)
    }

    @Test func `A member that left can return only under a decision that departs from the closing`() {
        var at = Scenario.founded()
        at.given(PartyLeft(party: "MEX"), on: "2026-02-01")
        #expect(at.state.isMember("MEX", on: day("2026-01-31")))
        #expect(!at.state.isMember("MEX", on: day("2026-02-01")))
        let back = MemberAdmitted(party: "MEX")
        #expect(at.refusal(of: back)?.code == "membership.admission-closed")
        let entry = at.given(back, under: "D.departs")
        #expect(at.state.isMember("MEX", on: day("2026-03-01")))
        // Act, decision and discrepancy are shown together.
        #expect(at.state.departures().map(\.entries) == [[entry]])
        #expect(at.state.departures(from: "carta.miembros.1").map(\.decision.id) == ["D.departs"])
    }
}
