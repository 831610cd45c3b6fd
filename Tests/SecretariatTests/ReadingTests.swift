import Charter
import Conference
import Register
import Secretariat
import Testing

@Suite struct `Reading acts` {
    @Test func `Acts are answered alike the first time and when they were read before`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        defer { registrar.stop() }
        let last = registrar.sequence
        let wanted = [last, 3, 999_999, 1, 3]
        for _ in 0..<2 {
            #expect(try await registrar.entries(wanted).map(\.sequence) == [last, 3, 1, 3])
            #expect(try await registrar.acts(wanted).keys.sorted() == [1, 3, last])
        }
        // Of some that were read before and one that wasn't.
        let more = try await registrar.acts([1, 2, last])
        #expect(more.keys.sorted() == [1, 2, last])
        #expect(more[2]?.sequence == 2)
    }

    @Test func `An act registered since is read, and an entry that wasn't there before is found`()
        async throws
    {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        defer { registrar.stop() }
        let next = registrar.sequence + 1
        #expect(try await registrar.acts([next]).isEmpty)
        #expect(try await registrar.entries([next]).isEmpty)
        try await registrar.perform(proposal("a", term("A")), by: .secretariat)
        #expect(try await registrar.acts([next])[next]?.proposal.id == "a")
        #expect(try await registrar.entries([next]).map(\.content.id) == ["a"])
    }

    @Test func `Whoever looks through the whole register reads it whole, more than once`() async throws {
        let registrar = try await founded(MemoryStore(conference: "crm"), clock: TestClock())
        defer { registrar.stop() }
        let all = Array(1...registrar.sequence)
        for _ in 0..<2 { #expect(try await registrar.acts(all).count == all.count) }
    }
}
