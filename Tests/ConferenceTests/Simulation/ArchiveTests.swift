import Charter
import Testing

@testable import Conference

/// Snapshots: the same state, the same bytes; and nothing else is opened.
struct ArchiveTests {
    static func expectSame(_ left: ConferenceState, _ right: ConferenceState, days: [Day]) {
        #expect(left.sequence == right.sequence && left.recordedAt == right.recordedAt)
        #expect(left.lines.elementsEqual(right.lines))
        for day in days {
            for question in Simulation.questions(left, on: day) {
                let before = Simulation.ask(question, left)
                let after = Simulation.ask(question, right)
                #expect(before.value == after.value && before.entries == after.entries, "\(question)")
            }
            #expect(left.organs(on: day) == right.organs(on: day))
        }
        #expect(left.heldMeetings == right.heldMeetings)
        #expect(left.presidency.all == right.presidency.all)
        #expect(left.plan.order == right.plan.order)
        #expect(left.plan.plans == right.plan.plans)
        #expect(left.library.documents == right.library.documents)
        #expect(left.plan.activities == right.plan.activities)
        #expect(left.plan.activityOrder == right.plan.activityOrder)
        #expect(left.library.terms == right.library.terms)
        #expect(left.library.spaces == right.library.spaces)
        #expect(left.library.spaceOrder == right.library.spaceOrder)
        #expect(left.statistics.figures == right.statistics.figures)
        #expect(left.deliberation.decisions == right.deliberation.decisions)
        #expect(left.finance.budgets == right.finance.budgets)
        #expect(left.finance.accounts == right.finance.accounts)
        #expect(left.bodies.appointments == right.bodies.appointments)
        #expect(left.membership.parties == right.membership.parties)
    }

    @Test func `The founding record comes back from its snapshot, byte for byte`() throws {
        let (acts, state) = try Simulation.crm()
        let archive = state.archive()
        let opened = try ConferenceState(archive: archive, shelf: Simulation.shelf())
        #expect(opened.archive() == archive)
        let days = ["1996-03-01", "1999-06-01", "2006-07-01", "2016-12-31", "2021-01-01", "2026-01-15"]
        Self.expectSame(state, opened, days: days.compactMap { Day($0) })
        #expect(ConferenceState.rebuilt(from: acts, shelf: try Simulation.shelf()).archive() == archive)
        for line in state.lines { #expect(opened.actor(of: line) == state.actor(of: line)) }
    }

    @Test func `An empty register has a snapshot too`() throws {
        let archive = ConferenceState().archive()
        #expect(try ConferenceState(archive: archive, shelf: FileShelf()).archive() == archive)
    }

    @Test func `A state opened from its snapshot takes further acts like the original`() throws {
        var (acts, state) = try Simulation.crm()
        var opened = try ConferenceState(archive: state.archive(), shelf: Simulation.shelf())
        let act = RegisteredAct(
            sequence: state.sequence + 1, recordedAt: state.recordedAt, actor: .secretariat,
            proposal: Proposal(
                id: "further", on: PartialDay(state.day(at: state.recordedAt)),
                act: PartyNamed(party: "XYZ", kind: .state, name: Localized(same: "Xyz")).act))
        try opened.admit(act.proposal, by: act.actor, at: act.recordedAt)
        state.apply(act)
        opened.apply(act)
        acts.append(act)
        #expect(state.archive() == opened.archive())
    }

    @Test func `Without the edition that it names a snapshot isn't opened`() throws {
        let archive = try Simulation.crm().state.archive()
        #expect(throws: FileProblem.self) { try ConferenceState(archive: archive, shelf: FileShelf()) }
    }

    @Test func `Every damaged byte of a snapshot is noticed, and every missing one`() throws {
        let shelf = try Simulation.shelf()
        var state = ConferenceState(shelf: shelf)
        state.apply(
            RegisteredAct(
                sequence: 1, recordedAt: Instant(microseconds: 1_767_225_600_000_000), actor: .installation,
                proposal: Proposal(id: "opened", on: PartialDay(Day(number: 20_454)), act: Opened.example.act)
            ))
        let archive = state.archive()
        for place in archive.indices {
            var damaged = archive
            damaged[place] ^= 0x10
            #expect(throws: FileProblem.self) { try ConferenceState(archive: damaged, shelf: shelf) }
            #expect(throws: FileProblem.self) {
                try ConferenceState(archive: Array(archive.prefix(place)), shelf: shelf)
            }
        }
        #expect(throws: FileProblem.self) { try ConferenceState(archive: archive + [0], shelf: shelf) }
    }

    @Test func `Texts that look the same but are written otherwise keep their bytes`() throws {
        var state = ConferenceState()
        let name = Localized(es: "Cafe\u{301}", en: "Caf\u{E9}")
        state.apply(
            RegisteredAct(
                sequence: 1, recordedAt: Instant(microseconds: 0), actor: .secretariat,
                proposal: Proposal(
                    id: "a", on: PartialDay(Day(number: 0)),
                    act: PartyNamed(party: "MEX", kind: .state, name: name).act)))
        let opened = try ConferenceState(archive: state.archive(), shelf: FileShelf())
        let read = opened.name("MEX")
        #expect(Array(read.es.utf8) == Array(name.es.utf8) && Array(read.en.utf8) == Array(name.en.utf8))
    }
}
