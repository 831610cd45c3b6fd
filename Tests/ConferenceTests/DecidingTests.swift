import Charter
import Conference
import HashTreeCollections
import Testing

/// Rules D3, D4 and D5.
struct DecidingTests {
    private func presidencies() -> Scenario {
        var at = Scenario.founded()
        for (year, party) in [(2013, "CRI"), (2014, "NIC"), (2015, "MEX"), (2017, "SLV")] as [(Int, PartyID)]
        {
            at.given(
                PresidencyDesignated(party: party, term: year), on: String(year - 1), by: .installation)
        }
        return at
    }

    @Test(
        arguments: [
            ("2014-06-01", "CRI", "NIC", "MEX"), ("2013-12-31", nil, "CRI", "NIC"),
            ("2014-01-01", "CRI", "NIC", "MEX"), ("2014-12-31", "CRI", "NIC", "MEX"),
            ("2015-01-01", "NIC", "MEX", nil), ("2016-02-29", "MEX", nil, "SLV"),
            ("2018-01-01", "SLV", nil, nil),
            ("1996-01-31", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func `The Troika of a day is the terms before, of and after it`(
        on: String, outgoing: String?, current: String?, incoming: String?
    ) {
        let answer = presidencies().state.troika(on: day(on))
        #expect(answer.value.outgoing?.party.text == outgoing)
        #expect(answer.value.current?.party.text == current)
        #expect(answer.value.incoming?.party.text == incoming)
        let entries = [answer.value.outgoing, answer.value.current, answer.value.incoming].compactMap {
            $0?.entry
        }
        #expect(entries.allSatisfy(answer.entries.contains))
        #expect(!answer.basis.isEmpty)
    }

    @Test(arguments: [true, false])
    func `Acceptance suffices under the Charter, a request always does`(accepts: Bool) {
        var at = Scenario.founded()
        let act = PresidencyDesignated(party: "GTM", term: 2028, decision: "D.open")
        #expect(at.refusal(of: act)?.code == "presidency.request-missing")
        if accepts {
            at.given(PresidencyAccepted(party: "GTM", term: 2028), on: "2026-03-01", by: .member("GTM"))
        } else {
            at.given(InterestAnnounced(party: "GTM", term: 2028), on: "2026-03-01", by: .member("GTM"))
        }
        // On its own day it is on record; the day before it isn't.
        #expect(at.refusal(of: act, on: "2026-03-01") == nil)
        #expect(at.refusal(of: act, on: "2026-02-28")?.code == "presidency.request-missing")
        #expect(
            at.refusal(of: PresidencyDesignated(party: "HND", term: 2028, decision: "D.open"))?.code
                == "presidency.request-missing")
        #expect(
            at.refusal(of: PresidencyDesignated(party: "GTM", term: 2029, decision: "D.open"))?.code
                == "presidency.request-missing")
    }

    @Test func `Under another reading acceptance alone is not enough`() {
        var at = Scenario.founded()
        at.given(
            ReadingRegistered(
                edition: "charter-2020", rule: .D4, parameter: "acceptanceSuffices", value: .flag(false),
                reason: words("r"), decision: "D.open"), on: "2026-02-01")
        at.given(PresidencyAccepted(party: "GTM", term: 2028), by: .member("GTM"))
        let act = PresidencyDesignated(party: "GTM", term: 2028, decision: "D.open")
        #expect(at.refusal(of: act)?.code == "presidency.request-missing")
    }

    @Test func `One presidency at a time, in history too and against any decision`() {
        let at = presidencies()
        let act = PresidencyDesignated(party: "HND", term: 2014)
        #expect(at.refusal(of: act, on: "2013")?.code == "presidency.one-at-a-time")
        #expect(at.refusal(of: act, on: "2026-03-01", under: "D.departs")?.code == "presidency.one-at-a-time")
        #expect(at.refusal(of: PresidencyDesignated(party: "HND", term: 2016), on: "2015") == nil)
    }

    @Test(arguments: [("2027-01-01", false), ("2027-01-02", true), ("2026-12-31", false)])
    func `Interest less than a year ahead is late, and registered all the same`(on: String, late: Bool) throws
    {
        var at = Scenario.founded()
        at.given(InterestAnnounced(party: "GTM", term: 2028), on: on, by: .member("GTM"))
        let mark = try #require(at.state.presidency.interest[2028]?.first)
        #expect(at.state.isLate(mark, term: 2028) == late)
    }

    @Test(
        arguments: [
            ("2026-12-23T10:00:00-06:00", "2027-01-01T05:59:59Z"),
            ("2026-12-23T23:59:59-06:00", "2027-01-01T05:59:59Z"),
            ("2026-12-24T05:59:59Z", "2027-01-01T05:59:59Z"),
            ("2026-12-24T06:00:00Z", "2027-01-05T05:59:59Z"),
        ] as [(String, String)])
    func `Five working days run in the secretariat's zone over the year's end`(from: String, end: String)
        throws
    {
        let answer = try Scenario.founded().state.deadline(
            from: #require(Instant(from)), workingDays: 5)
        #expect(answer.value.end == Instant(end))
        #expect(answer.value.skipped.contains { $0.day == day("2026-12-25") })
        expectBasis(answer, has: 3, 4)
    }

    @Test func `In an edition that asks for it, every member's holidays are days off`() throws {
        var at = Scenario.founded()
        at.given(
            ReadingRegistered(
                edition: "charter-2020", rule: .D3, parameter: "holidayScope",
                value: .text("everyConsultedMember"), reason: words("r"), decision: "D.open"),
            on: "2026-02-01")
        let from = try #require(Instant("2026-06-30T10:00:00-06:00"))
        let before = try Scenario.founded().state.deadline(from: from, workingDays: 5)
        let after = try at.state.deadline(from: from, workingDays: 5)
        #expect(before.value.warnings.contains { $0.party == "CAN" && $0.day == day("2026-07-01") })
        #expect(after.value.skipped.contains { $0.day == day("2026-07-01") })
        #expect(after.value.end > before.value.end)
        #expect(after.value.warnings.isEmpty)
    }

    @Test func `A deadline that can't be counted is refused with its reason`() throws {
        let from = try #require(Instant("2026-06-30T10:00:00-06:00"))
        let old = try #require(Instant("1990-06-30T10:00:00-06:00"))
        for (instant, count, code) in [
            (from, 0, "deliberation.days-unfit"), (from, 367, "deliberation.days-unfit"),
            (old, 5, "deliberation.no-edition"),
        ] {
            do {
                _ = try Scenario.founded().state.deadline(from: instant, workingDays: count)
                Issue.record("\(code) expected")
            } catch { #expect(error.code == code) }
        }
        var southern = Scenario.founded(editions: false)
        southern.given(
            EditionInForce(edition: "practice-2000", file: "southern"), on: "2000", by: .installation)
        do {
            _ = try southern.state.deadline(from: from, workingDays: 5)
            Issue.record("no-working-days expected")
        } catch { #expect(error.code == "deliberation.no-working-days") }
    }
}
