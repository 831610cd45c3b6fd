import Charter
import Conference
import HashTreeCollections
import Register
import Secretariat
import Testing

@Suite struct RegistrarTests {
    let clock = TestClock()

    @Test func `A pack is registered whole and can be read back act by act`() async throws {
        let store = MemoryStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let state = registrar.state
        #expect(state.sequence == (try store.head())?.sequence)
        #expect(registrar.published.root == (try store.head())?.root)
        let again = try store.state(at: state.sequence, shelf: state.shelf)
        #expect(again.sequence == state.sequence)
        let day = try #require(Day("2014-06-01"))
        #expect(again.troika(on: day).value == state.troika(on: day).value)
    }

    @Test func `A batch with one refused act stores nothing of it`() async throws {
        let store = MemoryStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let before = registrar.state.sequence
        let error = await #expect(throws: PerformError.self) {
            try await registrar.perform(
                [proposal("a", term("uno")), proposal("b", term("uno"))], by: .secretariat)
        }
        guard case .refused(let index, let refusal)? = error else { return #expect(Bool(false), "refused") }
        #expect(index == 1)
        #expect(refusal.code == "library.term-known")
        #expect(registrar.state.sequence == before)
        #expect(try store.head()?.sequence == before)
    }

    @Test func `A retry finds its own act instead of registering it twice`() async throws {
        let store = MemoryStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let first = try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        clock.set("2026-11-22T12:00:00Z")
        let second = try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        #expect(first == second)
        #expect(registrar.state.sequence == first.sequence)
    }

    @Test func `An id that another act has is refused, and the act that has it is named`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: clock)
        defer { registrar.stop() }
        let first = try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        let error = await #expect(throws: PerformError.self) {
            try await registrar.perform(proposal("a", term("dos")), by: .secretariat)
        }
        guard case .refused(_, let refusal)? = error else { return #expect(Bool(false), "refused") }
        #expect(refusal.code == "act.id-taken")
        #expect(refusal.entries == [first.sequence])
    }

    @Test func `Many writers at once each find their act, once, in an unbroken register`() async throws {
        let store = MemoryStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let before = registrar.state.sequence
        let sequences = try await withThrowingTaskGroup(of: [Int].self) { group in
            for writer in 0..<32 {
                group.addTask {
                    var own: [Int] = []
                    for number in 0..<20 {
                        let name = "t-\(writer)-\(number)"
                        // Every second act is sent twice, as after a lost answer.
                        own.append(
                            try await registrar.perform(proposal(name, term(name)), by: .secretariat).sequence
                        )
                        if number % 2 == 0 {
                            let retry = try await registrar.perform(
                                proposal(name, term(name)), by: .secretariat
                            ).sequence
                            if retry != own.last { own.append(retry) }
                        }
                    }
                    return own
                }
            }
            var all: [Int] = []
            for try await own in group { all += own }
            return all
        }
        #expect(sequences.sorted() == Array(before + 1...before + 640))
        guard case .holds(let report) = try Verification.verify(store) else {
            return #expect(Bool(false), "verifies")
        }
        #expect(report.size == before + 640)
        #expect(
            registrar.state.library.terms.count
                == (try store.state(at: report.size, shelf: registrar.state.shelf)).library.terms.count)
    }

    @Test func `An edition is read from the file that comes with its act`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: clock)
        defer { registrar.stop() }
        let edition = registrar.state.edition(on: Day(2026, 1, 1) ?? .distantPast)
        #expect(edition?.id == "charter-2020")
        #expect(edition?.assumed == true)
        #expect(!registrar.state.holidays.calendar.holidays.isEmpty)
    }
}

@Suite struct FailedCommitTests {
    let clock = TestClock()

    @Test func `A commit that fails leaves no trace, and the next one is written`() async throws {
        let store = FaultyStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let before = registrar.published
        store.failNext(.refused)
        let error = await #expect(throws: PerformError.self) {
            try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        }
        guard case .store(.diskFull)? = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(registrar.state.sequence == before.state.sequence)
        #expect(registrar.published.root == before.root)
        #expect(registrar.state.library.terms["uno"] == nil)
        let act = try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        #expect(act.sequence == before.state.sequence + 1)
    }

    @Test(arguments: [FaultyStore.Fault.writtenButUncertain, .lostAndUncertain])
    func `After an uncertain commit the truth is what the store holds`(fault: FaultyStore.Fault) async throws
    {
        let store = FaultyStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let before = registrar.state.sequence
        store.failNext(fault)
        let result = await Result { () async throws(PerformError) in
            try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        }
        let stored = try store.head()?.sequence == before + 1
        switch result {
        case .success(let act): #expect(stored && act.sequence == before + 1)
        case .failure: #expect(!stored)
        }
        // A retry settles it, once.
        let act = try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        #expect(act.sequence == before + 1)
        #expect(try store.head()?.sequence == before + 1)
        #expect(registrar.state.library.terms["uno"] != nil)
    }

    @Test func `A refusal judged on an act that was lost is judged again on what is`() async throws {
        let store = FaultyStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        // The first commit waits; the second act is refused only because of the first; then the first is lost.
        store.hold()
        store.failNext(.refused)
        async let first = Result { () async throws(PerformError) in
            try await registrar.perform(proposal("a", term("uno")), by: .secretariat)
        }
        while registrar.queued == 0 { await Task.yield() }
        async let second = Result { () async throws(PerformError) in
            try await registrar.perform(proposal("b", term("uno")), by: .secretariat)
        }
        while registrar.queued < 2 { await Task.yield() }
        store.release()
        guard case .failure(.store) = await first else { return #expect(Bool(false), "the first is lost") }
        let act = try await second.get()
        #expect(registrar.state.library.terms["uno"]?.entry == act.sequence)
    }

    @Test func `Nobody is answered from a state that isn't durable`() async throws {
        let store = FaultyStore(conference: "crm")
        let registrar = try await founded(store, clock: clock)
        defer { registrar.stop() }
        let before = registrar.state.sequence
        store.hold()
        async let waiting = registrar.perform(proposal("a", term("uno")), by: .secretariat)
        while registrar.queued == 0 { await Task.yield() }
        #expect(registrar.state.sequence == before)
        store.release()
        #expect(try await waiting.sequence == before + 1)
        #expect(registrar.state.sequence == before + 1)
    }
}

extension Result where Failure == PerformError, Success: Sendable {
    init(_ work: () async throws(PerformError) -> Success) async {
        do throws(PerformError) { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
