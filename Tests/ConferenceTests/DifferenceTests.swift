import Charter
import Conference
import Testing

/// What became different between two days.
struct DifferenceTests {
    private func told(
        _ at: Scenario, _ from: String, _ to: String, _ subject: DatedChange.Subject,
        _ viewer: Viewer = .public
    ) -> [String] {
        at.state.difference(from: day(from), to: day(to), for: viewer).filter { $0.subject == subject }
            .map { "\($0.on) \(at.state.line($0).en)" }
    }

    @Test func `Organs are established, renamed, described and ended, or their term runs out`() {
        var at = Scenario.founded()
        at.given(RefusalCase.group(until: "2026-06-30"), on: "2026-02-01")
        at.given(OrganDescribed(organ: "GT", composition: words("x")), on: "2026-02-02")
        at.given(OrganRenamed(organ: "GT", name: words("Nuevo")), on: "2026-02-03")
        at.given(OrganEnded(organ: "SE", successor: "GRCM"), on: "2026-07-02")
        let all = [
            "2026-02-01 GT: established", "2026-02-02 GT: its composition and competences are described",
            "2026-02-03 GT is renamed Nuevo", "2026-07-01 Nuevo: its term is over",
            "2026-07-02 SE: ended; succeeded by GRCM",
        ]
        #expect(told(at, "2026-01-31", "2026-07-02", .organs) == all)
        #expect(told(at, "2026-07-02", "2026-01-31", .organs) == all)
        #expect(told(at, "2026-02-01", "2026-07-01", .organs) == Array(all[1...3]))
        #expect(told(at, "2026-02-03", "2026-02-03", .organs) == [])
        at.given(TermExtended(organ: "GT", until: about("2027-12-31"), decision: "D.open"), on: "2026-06-01")
        #expect(told(at, "2026-06-30", "2026-07-01", .organs) == [])
    }

    @Test func `Parties are admitted, lapse, come back and leave`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.given(
            ObserverAdmitted(party: "ARG", beginning: .notRecorded), on: "2016-11", by: .installation)
        at.given(LapseAnnounced(party: "COL"), on: "2010-05-01", by: .installation)
        at.given(ObserverReinstated(party: "COL"), on: "2012-06", by: .installation)
        at.given(PartyLeft(party: "MEX"), on: "2026-02-01")
        #expect(
            told(at, "2002-12-31", "2026-12-31", .parties) == [
                "2003 COL becomes an observer",
                "2010-05-01 COL: the lapse of its observer status is announced",
                "2012-06 COL is an observer again", "2016-11 ARG is first recorded as an observer",
                "2026-02-01 MEX is no longer a member",
            ])
        #expect(told(at, "1996-01-31", "1996-02-01", .parties).count == 11)
    }

    @Test func `A lapse that only members know of is told to nobody`() {
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.given(LapseNoticed(party: "COL"), on: "2026-02-01")
        #expect(told(at, "2026-01-01", "2999-01-01", .parties, .secretariat) == [])
    }

    @Test func `Presidencies are designated, begin, take a theme and are handed over`() {
        var at = Scenario.founded()
        RefusalCase.designated(&at)
        at.given(ThemeSet(term: 2027, theme: words("Tema")), on: "2026-04-01", by: .presidency)
        at.given(PresidencyHandedOver(from: "SLV", to: "GTM", meeting: "VM-0"), on: "2026-11-25")
        #expect(
            told(at, "2026-01-01", "2027-01-01", .presidency) == [
                "2026-03-01 Presidency of 2027: GTM is designated",
                "2026-04-01 Theme of the presidency of 2027: Tema",
                "2026-11-25 Handover of the presidency: SLV to GTM",
                "2027-01-01 The presidency of 2027 begins: GTM",
            ])
    }

    @Test func `Plans are adopted, lines stated, and statuses say what they were before`() throws {
        var at = Scenario.founded()
        RefusalCase.withLine(&at)
        let first = at.given(PlanStatusReported(plan: "PE", line: "l", status: .pending), on: "2026-04-01")
        let second = at.given(PlanStatusReported(plan: "PE", line: "l", status: .done), on: "2026-05-01")
        #expect(
            told(at, "2026-02-28", "2026-05-01", .plan) == [
                "2026-03-01 x: adopted", "2026-03-01 PE x", "2026-04-01 PE x: pending",
                "2026-05-01 PE x: done (before: pending)",
            ])
        at.given(PlanStatusReported(plan: "PE", line: "l", status: .done), on: "2026-06-01")
        #expect(told(at, "2026-05-01", "2026-06-01", .plan) == ["2026-06-01 PE x: done (as before)"])
        let change = try #require(at.state.difference(from: day("2026-04-30"), to: day("2026-05-01")).first)
        #expect(change.entries == [first, second])
    }

    @Test func `A change that rests on a closed act is left out for those who may not read it`() {
        var at = Scenario.founded()
        at.given(OrganRenamed(organ: "SE", name: words("Nueva")), on: "2026-02-01")
        let entry = at.last
        // Its correction takes the narrower class of what it replaces and what it puts there.
        let closed = DocumentRecorded(document: "d", title: words("x"), kind: .other, access: .members)
        let document = at.given(closed, on: "2026-02-02")
        at.given(
            Corrected(
                corrects: document, reason: words("r"),
                replacement: Replacement(
                    on: about("2026-02-02"), act: OrganRenamed(organ: "GRCM", name: words("Otro")).act)))
        #expect(told(at, "2026-01-31", "2026-02-02", .organs) == ["2026-02-01 SE is renamed Nueva"])
        #expect(told(at, "2026-01-31", "2026-02-02", .organs, .member("MEX")).count == 2)
        at.given(Corrected(corrects: entry, reason: words("r")))
        #expect(told(at, "2026-01-31", "2026-02-02", .organs) == [])
    }

    @Test func `The sentence of every change is there in both languages`() throws {
        let (_, state) = try Simulation.crm()
        let changes = state.difference(from: day("1900-01-01"), to: day("2999-01-01"))
        #expect(changes.count > 300)
        #expect(Set(changes.map(\.subject)) == Set(DatedChange.Subject.allCases))
        for change in changes {
            let line = state.line(change)
            #expect(!line.isIncomplete && !line.es.hasSuffix(".") && !line.en.hasSuffix("."))
            #expect(!change.entries.isEmpty)
        }
        #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.on <= $1.on })
    }
}
