import Charter
import Conference
import HashTreeCollections
import Testing

/// Corrections, and the two times.
struct CorrectionTests {
    private let reason = words("r")

    private func term(_ name: String) -> TermDefined { TermDefined(term: "T", name: words(name)) }

    private func corrected(_ sequence: Int, _ act: (any ActBody)? = nil, on: String = "2026-03-01")
        -> Corrected
    {
        Corrected(
            corrects: sequence, reason: reason,
            replacement: act.map { Replacement(on: about(on), source: Scenario.source, act: $0.act) })
    }

    @Test func `From its own sequence on the new act stands in the old place, before it the old one`() {
        var at = Scenario.founded()
        let first = at.given(term("old"))
        let before = at.state
        let second = at.given(corrected(first, term("new")))
        #expect(before.library.terms["T"]?.act.name.es == "old")
        #expect(at.state.library.terms["T"]?.act.name.es == "new")
        #expect(at.state.library.terms["T"]?.entry == second)
        #expect(at.state.lines[first - 1].correctedBy == Int32(second))
        #expect(at.state.lines[second - 1].corrects == Int32(first))
        let known = ConferenceState.rebuilt(from: at.acts.prefix(first), shelf: Files.shelf)
        #expect(known.library.terms["T"]?.act.name.es == "old")
        let replayed = ConferenceState.rebuilt(from: at.acts, shelf: Files.shelf)
        #expect(replayed.library.terms["T"]?.act.name.es == "new")
        #expect(Array(replayed.lines) == Array(at.state.lines))
    }

    @Test func `Withdrawn it is gone, and withdrawing the withdrawal brings it back`() {
        var at = Scenario.founded()
        let first = at.given(term("old"))
        let second = at.given(corrected(first))
        #expect(at.state.library.terms["T"] == nil)
        let third = at.given(corrected(second))
        #expect(at.state.library.terms["T"]?.act.name.es == "old")
        #expect(at.state.lines[second - 1].correctedBy == Int32(third))
        // Which act brought the answer back is in its grounds.
        #expect(at.state.correctionBasis(["term/T"])?.entries == [second, third])
    }

    @Test func `A correction that moves a fact from one party to another and on grounds all three`() {
        var at = Scenario.founded()
        let first = at.given(NetworkRecognised(party: "RROCM"), on: "2026-02-01")
        let second = at.given(corrected(first, ObserverAdmitted(party: "COL"), on: "2003"), on: "2026-03-01")
        let third = at.given(corrected(first, ObserverAdmitted(party: "ARG"), on: "2003"), on: "2026-03-02")
        #expect(at.state.observers(on: day("2004-01-01")).value.map(\.party) == ["ARG"])
        for party in ["RROCM", "COL", "ARG"] {
            #expect(at.state.correctionBasis(["party/\(party)"])?.entries == [second, third])
        }
    }

    @Test func `It is refused, listing them, if later acts could then not stand`() {
        var at = Scenario.founded()
        let named = at.given(PartyNamed(party: "HTI", kind: .state, name: words("x")))
        let admitted = at.given(MemberAdmitted(party: "HTI"), under: "D.departs")
        let refusal = at.refusal(of: corrected(named))
        #expect(refusal?.code == "registry.correction-breaks")
        #expect(refusal?.entries == [admitted])
        at.given(corrected(admitted))
        #expect(at.refusal(of: corrected(named)) == nil)
        // Bringing the withdrawn act back is judged from its own place on.
        let back = at.last
        at.given(corrected(named))
        let again = at.refusal(of: corrected(back))
        #expect(again?.code == "registry.correction-breaks")
        #expect(again?.entries == [admitted])
    }

    @Test func `The new act is judged as the old one was`() {
        var at = Scenario.founded()
        let first = at.given(term("old"))
        at.given(TermDefined(term: "U", name: words("u")))
        let refusal = at.refusal(
            of: corrected(first, TermDefined(term: "T", name: words("x")), on: "2027"), on: "2026-04-01")
        #expect(refusal?.code == "day.future")
        // A replacement without a source of its own keeps the old act's.
        let moved = Corrected(
            corrects: first, reason: reason,
            replacement: Replacement(on: about("2012"), act: term("old").act))
        #expect(at.refusal(of: moved) == nil)
        at.given(moved)
        #expect(at.refusal(of: corrected(at.last - 1)) == nil)
    }

    @Test func `A correction of an act is whoever's may register it, a withdrawal of a correction too`() {
        var at = Scenario.founded()
        let term = at.given(term("old"))
        let interest = at.given(InterestAnnounced(party: "MEX", term: 2028), by: .member("MEX"))
        let correction = at.given(corrected(term, self.term("new")))
        let closed = at.given(
            DecisionRecorded(decision: "N", organ: "VM", title: words("x"), session: .closed), by: .presidency
        )
        let table: [(Int, ActingParty, String?)] = [
            (term, .secretariat, nil), (term, .presidency, "authority.not-registrant"),
            (term, .member("MEX"), "authority.not-registrant"), (interest, .member("MEX"), nil),
            (interest, .member("GTM"), "authority.not-registrant"),
            (interest, .secretariat, "authority.not-registrant"), (correction, .secretariat, nil),
            (correction, .member("MEX"), "authority.not-registrant"),
            (correction, .presidency, "authority.not-registrant"),
            (closed, .presidency, nil), (closed, .secretariat, "authority.not-registrant"),
        ]
        for (sequence, actor, code) in table {
            #expect(at.refusal(of: corrected(sequence), by: actor)?.code == code, "\(sequence) \(actor)")
        }
    }

    @Test func `Founding facts the secretariat keeps in order, what is the installation's alone it doesn't`()
    {
        var at = Scenario.founded()
        at.given(PresidencyDesignated(party: "NIC", term: 2014), on: "2013", by: .installation)
        let theme = at.given(ThemeSet(term: 2014, theme: words("x")), on: "2014", by: .installation)
        let official = at.given(DeclaredOfficial(statement: words("x")), by: .installation)
        #expect(at.refusal(of: corrected(theme)) == nil)
        #expect(at.refusal(of: corrected(official))?.code == "authority.not-registrant")
        #expect(at.refusal(of: corrected(official), by: .installation) == nil)
        #expect(at.refusal(of: corrected(2))?.code == "authority.not-registrant")
    }

    @Test func `A correction is as closed as the more closed of the two acts`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        let notice = at.given(LapseNoticed(party: "COL"))
        let entry = at.given(corrected(notice, term("x")))
        #expect(at.state.lines[entry - 1].access == .members)
        #expect(at.state.lines[notice - 1].access == .members)
    }

    @Test func `Correcting the day of the Charter moves what it decides`() throws {
        var at = Scenario.founded()
        #expect(at.state.edition(on: day("2020-12-03"))?.id == "practice-1996")
        let charter = try #require(at.acts.first { $0.proposal.on == about("2020-12-04") })
        let entry = at.given(
            corrected(
                charter.sequence, EditionInForce(edition: "charter-2020", file: "charter"), on: "2020-11-15"),
            by: .installation)
        #expect(at.state.edition(on: day("2020-11-15"))?.id == "charter-2020")
        expectBasis(at.state.troika(on: day("2020-11-20")), has: entry)
        expectBasis(at.state.standing("MEX", on: day("2020-11-20")), has: entry)
    }
}
