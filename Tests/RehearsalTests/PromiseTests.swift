import Charter
import Conference
import Foundation
import HashTreeCollections
import Register
import Rehearsal
import Secretariat
import Testing

/// What the invented conference promises to show is there, whatever the seed and the day.
@Suite struct PromiseTests {
    @Test(arguments: samples)
    func `Every promise is kept`(seed: UInt64, day: String) async throws {
        let conference = try invented(seed, day)
        let registrar = try await Performance.inMemory(conference)
        defer { registrar.stop() }
        let state = registrar.state
        let today = conference.today
        try finances(state, today)
        try observers(state, today)
        try presidencies(state, today)
        try meetings(state, today)
        try plans(state, today)
        try groups(state, today)
        try library(state, today)
        #expect(state.registry.opened?.act.invented == true)
        #expect(state.day(at: registrar.now) == today)
        try await phrases(registrar, state)
        try await admission(registrar, today)
    }

    private func finances(_ state: ConferenceState, _ today: Day) throws {
        let standings = state.standings(on: today).map(\.value)
        #expect(standings.count == 11)
        #expect(standings.allSatisfy { $0.vote != nil && $0.participation != nil })
        let voteless = standings.filter { $0.vote == false }
        #expect(voteless.count == 2)
        let excluded = voteless.filter { $0.participation == false }
        #expect(excluded.count == 1)
        // One two years behind and not three, the other four and not five.
        let two = try #require(voteless.first { $0.participation == true }?.openSince)
        let four = try #require(excluded.first?.openSince)
        #expect(two.adding(years: 2) <= today && today < two.adding(years: 3))
        #expect(four.adding(years: 4) <= today && today < four.adding(years: 5))
        let due = try #require(
            state.finance.budgets.keys.filter { Day($0, 3, 31).map { $0 <= today } ?? false }.max())
        let halves = standings.filter { standing in
            let foreseen = state.finance.accounts[standing.party]?.foreseen.first { $0.year == due }
            return standing.vote == true && standing.open?.cents ?? 0 > 0
                && standing.open?.cents ?? 0 < foreseen?.cents ?? 0
        }
        #expect(!halves.isEmpty, "nobody paid a part")
        let years = try #require(state.registry.opened?.day.year)...today.year
        for year in years {
            let budget = try #require(state.finance.budgets[year])
            #expect(
                year == years.lowerBound || budget.act.decision != nil && budget.act.recommendation != nil)
        }
    }

    private func observers(_ state: ConferenceState, _ today: Day) throws {
        let lapsing = state.observerStanding("XRI", on: today).value
        #expect(lapsing.status == .atRisk)
        #expect(try #require(lapsing.lapses) > today)
        #expect(try #require(lapsing.noticeGiven) <= #require(lapsing.noticeDue))
        let lapsed = state.observerStanding("XSA", on: today).value
        #expect(lapsed.status == .lapsed)
        #expect(state.membership.parties["XSA"]?.lapsesAnnounced.isEmpty == true)
        #expect(state.isObserver("XSA", on: today))
        #expect(state.membership.parties["BADEMAR"]?.lapsesAnnounced.count == 1)
        #expect(!state.isObserver("BADEMAR", on: today))
        #expect(state.observerStanding("IMAREA", on: today).value.status == .atRisk)
        #expect(state.observerStanding("XPV", on: today).value.status == .active)
        #expect(state.observerStanding("OPUMO", on: today).value.status == .active)
    }

    private func presidencies(_ state: ConferenceState, _ today: Day) throws {
        let years = state.presidency.all.map(\.year)
        #expect(years.filter { $0 < today.year }.count >= 20)
        #expect(years == Array(years[0]...(years.last ?? 0)))
        #expect(years.contains(today.year + 1))
        #expect(state.presidency.themes[today.year] != nil)
        let incoming = try #require(state.presidency.terms[today.year + 1])
        #expect(incoming.decision != nil)
        #expect(state.presidency.acceptance[today.year + 1]?.map(\.party) == [incoming.party])
        #expect(state.presidency.interest[today.year + 1]?.map(\.party) == [incoming.party])
        #expect(state.bodies.appointments.contains { $0.act.from <= today && today <= $0.act.until })
    }

    private func meetings(_ state: ConferenceState, _ today: Day) throws {
        let all = state.heldMeetings
        let coming = all.filter { $0.act.from.first > today }
        #expect(coming.count >= 3)
        #expect(coming.allSatisfy { $0.agenda != nil && !$0.subjects.isEmpty })
        let opening = try #require(state.registry.opened?.day)
        let held = all.filter { $0.lastDay < today && $0.act.from.first >= opening }
        #expect(held.count >= 70)
        #expect(held.allSatisfy { $0.attendance != nil && $0.agenda != nil && !$0.subjects.isEmpty })
        #expect(state.meetings.meetings.values.contains { $0.cancelled != nil })
        let decisions = state.deliberation.decisions.values
        #expect(decisions.filter { $0.session == .closed }.count >= 6)
        #expect(decisions.filter { $0.session == .open }.count >= 60)
    }

    private func plans(_ state: ConferenceState, _ today: Day) throws {
        let current = try #require(state.strategicPlan(on: today))
        #expect(current.isInForce)
        #expect(current.plan.act.decision != nil)
        #expect(current.plan.lines(.pillar).count == 3)
        for kind in [
            PlanLineKind.theme, .objective, .result, .resultIndicator, .processIndicator, .impactIndicator,
        ] {
            #expect(!current.plan.lines(kind).isEmpty)
        }
        #expect(state.planLength(current.plan)?.value == true)
        let action = try #require(state.plan.plans["PA"])
        for kind in [
            PlanLineKind.actionTheme, .actionObjective, .action, .activity, .calendarEntry, .referral,
        ] {
            #expect(!action.lines(kind).isEmpty)
        }
        #expect(!state.danglingReferences(action).isEmpty)
        let activities = state.activities(on: today).map(\.value)
        #expect(activities.count > 15)
        #expect(activities.filter { $0.note == .missing && $0.phase == .held }.count == 1)
        #expect(activities.allSatisfy { $0.note != .notRecorded })
    }

    private func groups(_ state: ConferenceState, _ today: Day) throws {
        let groups = state.bodies.organs.values.filter { $0.role == .workingGroup && $0.exists(on: today) }
        #expect(groups.count == 3)
        let ends = groups.compactMap { $0.termEnd?.until.last }
        #expect(ends.filter { today < $0 && $0 <= today.adding(days: 80) }.count == 1)
        #expect(groups.allSatisfy { !$0.participations.isEmpty })
        #expect(state.bodies.organs["GT-CONSULAR"]?.terms.count == 2)
    }

    private func library(_ state: ConferenceState, _ today: Day) throws {
        let papers = state.library.documents.values
        for access in AccessClass.allCases { #expect(papers.filter { $0.act.access == access }.count >= 6) }
        #expect(papers.filter { state.texts(of: $0.act.document).count == 2 }.count >= 20)
        #expect(state.spaces(on: today).count == 5)
        for space in state.spaces(on: today) {
            let contents = try #require(state.space(space.id, on: today))
            #expect(!contents.documents.isEmpty, "\(space.id)")
        }
        #expect(state.library.terms.count >= 20)
        #expect(state.statistics.figures.count >= 60)
    }

    /// Every text of every act, and the line of each, is there in both languages and isn't one copied twice.
    private func phrases(_ registrar: Registrar, _ state: ConferenceState) async throws {
        let entries = try await registrar.entries(from: 1, limit: 10_000)
        for act in try Transcript.acts(entries) {
            let line = act.proposal.act.body.line(state)
            #expect(!line.isIncomplete, "\(act.proposal.id)")
            let body = try JSONSerialization.jsonObject(with: Data(act.proposal.body()))
            for (es, en) in localized(body) {
                #expect(!es.isEmpty && !en.isEmpty, "\(act.proposal.id)")
                #expect(es.count < 40 || es != en, "\(act.proposal.id): \(es)")
            }
        }
    }

    private func localized(_ value: Any) -> [(String, String)] {
        if let list = value as? [Any] { return list.flatMap(localized) }
        guard let object = value as? [String: Any] else { return [] }
        if let es = object["es"] as? String, let en = object["en"] as? String { return [(es, en)] }
        return object.values.flatMap(localized)
    }

    /// Rule P1 without a closing day: another state of the basin may become a member.
    private func admission(_ registrar: Registrar, _ today: Day) async throws {
        let on = PartialDay(today)
        try await registrar.perform(
            [
                Proposal(
                    id: "party-XTU", on: on,
                    act: PartyNamed(party: "XTU", kind: .state, name: Localized(same: "Turia")).act),
                Proposal(id: "member-XTU", on: on, act: MemberAdmitted(party: "XTU").act),
            ], by: .secretariat)
        #expect(registrar.state.isMember("XTU", on: today))
    }
}
