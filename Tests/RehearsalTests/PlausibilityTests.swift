import Charter
import Conference
import Foundation
import HashTreeCollections
import Register
import Rehearsal
import Secretariat
import Testing

/// That whoever knows such conferences finds nothing in the invented one that couldn't have happened.
@Suite struct PlausibilityTests {
    @Test(arguments: samples + further)
    func `Nothing in its register couldn't have happened`(seed: UInt64, day: String) async throws {
        let conference = try invented(seed, day)
        let registrar = try await Performance.inMemory(conference)
        defer { registrar.stop() }
        let state = registrar.state
        let opening = try #require(state.registry.opened?.day)
        let live = state.meetingsInOrder.filter { $0.act.from.first >= opening }
        try days(live, conference)
        try chairs(live, state)
        try presidencies(state)
        try courses(state)
        try spaces(state, conference.today)
        try contributions(state, opening)
        papers(state, conference)
    }

    /// Meetings are held on days in a row on which the secretariat and the host work, one at a time.
    private func days(_ meetings: [MeetingRecord], _ conference: InventedConference) throws {
        let file = try #require(conference.founding.files["holidays.json"])
        let holidays = try HolidayCalendar.read(file)
        var taken: Set<Day> = []
        for meeting in meetings {
            #expect(meeting.act.from.precision == .day)
            let (first, last) = (meeting.act.from.first, meeting.lastDay)
            #expect(first.days(until: last) <= 1, "\(meeting.id)")
            for day in first.days(until: last) == 0 ? [first] : [first, last] {
                #expect(day.weekday <= 5, "\(meeting.id) on \(day)")
                for party in ["XGR", meeting.act.host].compactMap({ $0 }) {
                    #expect(holidays.name(day, in: party) == nil, "\(meeting.id) on \(party)'s holiday")
                }
                #expect(taken.insert(day).inserted, "\(meeting.id) and another on \(day)")
            }
            #expect(meeting.on.first <= first, "\(meeting.id)")
            #expect((meeting.act.host == nil) == (meeting.act.mode == .virtual), "\(meeting.id)")
        }
    }

    /// A working group's meetings are chaired by one of its members; whoever has no part in meetings receives and
    /// chairs none.
    private func chairs(_ meetings: [MeetingRecord], _ state: ConferenceState) throws {
        for meeting in meetings {
            let organ = try #require(state.bodies.organs[meeting.act.organ])
            if organ.role == .workingGroup || organ.role == .adHocGroup {
                let chair = try #require(meeting.act.chair, "\(meeting.id)")
                #expect(organ.participations.contains { $0.party == chair }, "\(meeting.id)")
            } else {
                #expect(meeting.act.chair == nil, "\(meeting.id)")
            }
            let first = meeting.act.from.first
            for party in Set([meeting.act.host, meeting.act.chair].compactMap { $0 }) {
                #expect(state.standing(party, on: first).value.participation != false, "\(meeting.id)")
                if let present = meeting.attendance?.present {
                    #expect(present.contains(party), "\(party) wasn't at \(meeting.id)")
                }
            }
        }
    }

    /// As the Statute has it: the presidency is handed over at the year's vice-ministerial meeting, and the term
    /// begins with the year that follows.
    private func presidencies(_ state: ConferenceState) throws {
        #expect(!state.presidency.handovers.isEmpty)
        for handover in state.presidency.handovers {
            let meeting = try #require(handover.act.meeting.flatMap { state.meetings.meetings[$0] })
            #expect(state.isOrdinaryViceMinisterial(meeting))
            #expect(handover.on.first == meeting.lastDay)
            let year = meeting.lastDay.year
            #expect(state.presidency.terms[year]?.party == handover.act.from)
            #expect(state.presidency.terms[year + 1]?.party == handover.act.to)
            let last = try #require(Day(year, 12, 31))
            #expect(state.troika(on: last).value.current?.party == handover.act.from)
            #expect(state.troika(on: last.adding(days: 1)).value.current?.party == handover.act.to)
        }
    }

    /// A plan is adopted with its lines; what is done stays done, and what isn't reached is said at its end.
    private func courses(_ state: ConferenceState) throws {
        let rank: [PlanStatus: Int] = [
            .pending: 0, .inProgress: 1, .done: 2, .continuous: 2, .notAchieved: 2,
        ]
        for plan in state.plan.plans.values where plan.act.kind == .strategic {
            #expect(plan.lines(.theme).count >= 9, "\(plan.act.plan)")
            for line in plan.lines.values {
                let statuses = line.reports
                for (earlier, later) in zip(statuses, statuses.dropFirst()) {
                    let (old, new) = (earlier.act.status, later.act.status)
                    #expect(
                        try #require(rank[old]) <= #require(rank[new]), "\(plan.act.plan) \(line.act.line)")
                    #expect(rank[old] != 2 || old == new, "\(plan.act.plan) \(line.act.line)")
                }
                for status in statuses where status.act.status == .notAchieved {
                    #expect(status.on.first.year == plan.act.until?.first.year)
                    #expect(status.on.first.month == 12)
                }
            }
        }
    }

    /// Every thematic space belongs to lines of the plan in force.
    private func spaces(_ state: ConferenceState, _ today: Day) throws {
        let plan = try #require(state.strategicPlan(on: today)?.plan.act.plan)
        for space in state.spaces(on: today) {
            let contents = try #require(state.space(space.id, on: today))
            #expect(contents.lines.contains { $0.act.plan == plan }, "\(space.id)")
            #expect(!contents.documents.isEmpty, "\(space.id)")
        }
        let gender = try #require(state.space("genero", on: today))
        #expect(gender.lines.contains { $0.act.plan == "PA" })
        // The seminar that the Plan of Action asks for every three years.
        #expect(gender.meetings.contains { state.title(of: $0).en.hasPrefix("Seminar: gender") })
    }

    /// Foreseen by the scale, to the cent; what is received is never more.
    private func contributions(_ state: ConferenceState, _ opening: Day) throws {
        let scale = try #require(state.editions.inForce.last?.edition.scale)
        for (year, budget) in state.finance.budgets {
            for (party, amount) in scale.parts(of: budget.act.amount) {
                let foreseen = state.finance.accounts[party]?.foreseen.filter { $0.year == year } ?? []
                #expect(foreseen.isEmpty || foreseen.map(\.cents) == [amount.cents], "\(party) \(year)")
            }
        }
        for account in state.finance.accounts.values {
            let foreseen = account.foreseen.reduce(Int64(0)) { $0 + $1.cents }
            #expect(account.received.reduce(Int64(0)) { $0 + $1.cents } <= foreseen)
        }
    }

    /// What prepares a meeting is dated before it and what reports of it after it; no two papers share a title.
    private func papers(_ state: ConferenceState, _ conference: InventedConference) {
        var titles: [String: DocumentID] = [:]
        for paper in state.library.documents.values.sorted(by: { $0.entry < $1.entry }) {
            let act = paper.act
            #expect(titles.updateValue(act.document, forKey: act.title.es) == nil, "\(act.title.es)")
            guard let meeting = act.meeting.flatMap({ state.meetings.meetings[$0] }),
                meeting.act.from.precision == .day
            else { continue }
            switch act.kind {
            case .agenda, .matrix, .conceptNote:
                #expect(paper.on.first < meeting.act.from.first, "\(act.document)")
            case .declaration, .minutes, .conclusions, .communique:
                #expect(paper.on.first > meeting.lastDay, "\(act.document)")
            default: break
            }
        }
        let texts = conference.files.values.map { String(decoding: $0, as: UTF8.self) }
        #expect(!texts.isEmpty)
        for text in texts {
            #expect(!text.contains("GT-"), "\(text.prefix(80))")
            let isVirtual = text.contains("*Reunión virtual") || text.contains("*Virtual meeting")
            #expect(!isVirtual || !text.contains("hospital"), "\(text.prefix(80))")
        }
    }
}

/// More days on which something turns: the last of a year, the first of a plan, a leap day, midyear.
private let further: [(seed: UInt64, day: String)] = [
    (77, "2026-12-31"), (77, "2027-01-01"), (2, "2028-02-29"), (1, "2026-06-30"),
]
