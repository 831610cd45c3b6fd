import Foundation
import Synchronization
import Testing

@testable import Register

/// A store that fails when it is told to, before or after the entries have reached it.
final class FailingStore: Store {
    enum Failure: Sendable {
        case before(StoreError)
        /// Stored, but the answer is lost.
        case after(StoreError)
        /// Nothing can be read any more either.
        case blind(StoreError)
    }

    let inner = MemoryStore(conference: "crm")
    let next = Mutex<Failure?>(nil)
    let blind = Mutex<StoreError?>(nil)
    let commits = Mutex<[Int]>([])
    let gate = DispatchSemaphore(value: 0)
    let gated = Mutex(false)

    var conference: String { inner.conference }
    var file: String { "failing" }

    func append(_ entries: [Entry]) throws(StoreError) {
        if gated.withLock({ $0 }) { gate.wait() }
        commits.withLock { $0.append(entries.count) }
        let failure = next.withLock { next in
            defer { next = nil }
            return next
        }
        switch failure {
        case nil: try inner.append(entries)
        case .before(let error): throw error
        case .after(let error):
            try inner.append(entries)
            throw error
        case .blind(let error):
            try inner.append(entries)
            blind.withLock { $0 = error }
            throw error
        }
    }

    func settle() throws(StoreError) {
        if let error = blind.withLock({ $0 }) { throw error }
    }

    func entries(from first: Int, limit: Int) throws(StoreError) -> [Entry] {
        if let error = blind.withLock({ $0 }) { throw error }
        return try inner.entries(from: first, limit: limit)
    }

    func entry(sequence: Int) throws(StoreError) -> Entry? { try inner.entry(sequence: sequence) }
    func entry(id: String) throws(StoreError) -> Entry? { try inner.entry(id: id) }
    func head() throws(StoreError) -> Head? { try inner.head() }
    func leaves(from first: Int, limit: Int) throws(StoreError) -> [Hash] {
        try inner.leaves(from: first, limit: limit)
    }
    func putBlob(_ bytes: [UInt8]) throws(StoreError) -> String { try inner.putBlob(bytes) }
    func blob(_ name: String) throws(StoreError) -> [UInt8]? { try inner.blob(name) }
    func blobNames() throws(StoreError) -> [String] { try inner.blobNames() }
    func putRecord(kind: String, id: String, bytes: [UInt8]) throws(StoreError) {
        try inner.putRecord(kind: kind, id: id, bytes: bytes)
    }
    func record(kind: String, id: String) throws(StoreError) -> [UInt8]? {
        try inner.record(kind: kind, id: id)
    }
    func deleteRecord(kind: String, id: String) throws(StoreError) -> Bool {
        try inner.deleteRecord(kind: kind, id: id)
    }
    func recordIDs(kind: String) throws(StoreError) -> [String] { try inner.recordIDs(kind: kind) }
    func recordKinds() throws(StoreError) -> [String] { try inner.recordKinds() }
    func saveSnapshot(_ snapshot: Snapshot) throws(StoreError) { try inner.saveSnapshot(snapshot) }
    func latestSnapshot(formatVersion: Int) throws(StoreError) -> Snapshot? {
        try inner.latestSnapshot(formatVersion: formatVersion)
    }
    func checkStructure(thorough: Bool) throws(StoreError) {}
}

/// A writer whose answers are kept in the order in which they came.
final class Scribe: Sendable {
    enum Answer: Equatable {
        case durable(UInt64, [String])
        case stored(UInt64, [String])
        case lost(UInt64, StoreError)
    }

    private let answers = Mutex<[Answer]>([])
    private let came = DispatchSemaphore(value: 0)
    private let holder = Mutex<LogWriter?>(nil)

    init(_ store: any Store, edge: MerkleEdge = MerkleEdge(), lastRecordedAt: Int64 = 0) {
        let writer = LogWriter(
            store: store, conference: "crm", edge: edge, lastRecordedAt: lastRecordedAt,
            onDurable: { [self] batches in
                add(batches.map { .durable($0.ticket, $0.entries.map(\.content.id)) })
            },
            onFailure: { [self] error, stored, lost in
                add(
                    stored.map { .stored($0.ticket, $0.entries.map(\.content.id)) }
                        + lost.map { .lost($0, error) })
            })
        holder.withLock { $0 = writer }
    }

    private func add(_ new: [Answer]) {
        answers.withLock { $0 += new }
        for _ in new { came.signal() }
    }

    func submit(_ ticket: UInt64, _ ids: [String], at recordedAt: Int64 = 10) {
        let contents = ids.map { Content(id: $0, actor: "a", kind: "k.k", version: 1, body: []) }
        holder.withLock { $0 }?.submit(WriteBatch(ticket: ticket, contents: contents, recordedAt: recordedAt))
    }

    /// Waits until `count` tickets were answered in all.
    func answered(_ count: Int) -> [Answer] {
        while answers.withLock({ $0.count }) < count { came.wait() }
        return answers.withLock { $0 }
    }

    func resume() throws -> [Entry] { try holder.withLock { $0 }?.resume() ?? [] }
    func halt(_ error: StoreError) { holder.withLock { $0 }?.halt(error) }
    func stop() {
        let writer = holder.withLock { $0 }
        writer?.stop()
    }
    var failure: StoreError? { holder.withLock { $0 }?.failure }
}

@Suite struct LogWriterTests {
    @Test func `Batches are registered in order, hashed and never before their predecessor`() throws {
        let store = MemoryStore(conference: "crm")
        let scribe = Scribe(store)
        scribe.submit(1, ["a"], at: 100)
        scribe.submit(2, ["b", "c"], at: 50)
        scribe.submit(3, ["d"], at: 200)
        #expect(
            scribe.answered(3) == [.durable(1, ["a"]), .durable(2, ["b", "c"]), .durable(3, ["d"])])
        scribe.stop()
        let entries = try store.entries(from: 1, limit: 10)
        #expect(entries.map(\.recordedAt) == [100, 100, 100, 200])
        #expect(Set(entries.map(\.salt)).count == 4 && entries.allSatisfy { $0.salt.count == 16 })
        #expect(try Verification.verify(store) != .fails(VerifyFailure(file: "", lastGood: 0, damage: .gap)))
        guard case .holds(let report) = try Verification.verify(store) else {
            Issue.record("the register doesn't verify")
            return
        }
        #expect(report.size == 4)
    }

    @Test func `A clock that is out of its mind doesn't spoil the register`() throws {
        let store = MemoryStore(conference: "crm")
        let scribe = Scribe(store, lastRecordedAt: .min)
        scribe.submit(1, ["a"], at: .min)
        scribe.submit(2, ["b"], at: .max)
        scribe.submit(3, ["c"], at: 0)
        _ = scribe.answered(3)
        scribe.stop()
        let times = try store.entries(from: 1, limit: 3).map(\.recordedAt)
        #expect(times == [RecordedTime.earliest, RecordedTime.latest, RecordedTime.latest])
        guard case .holds = try Verification.verify(store) else {
            Issue.record("the register doesn't verify")
            return
        }
    }

    @Test func `All that is queued goes into one commit, and a barrier waits for it`() {
        let store = FailingStore()
        store.gated.withLock { $0 = true }
        let scribe = Scribe(store)
        scribe.submit(1, ["a"])
        // The writer is inside its first commit as soon as the queue is empty again; whether these come before
        // or after, they end in at most one commit more.
        scribe.submit(2, ["b"])
        scribe.submit(3, [])
        scribe.submit(4, ["c", "d"])
        store.gated.withLock { $0 = false }
        store.gate.signal()
        store.gate.signal()
        let answers = scribe.answered(4)
        #expect(
            answers == [.durable(1, ["a"]), .durable(2, ["b"]), .durable(3, []), .durable(4, ["c", "d"])])
        scribe.stop()
        #expect(store.commits.withLock { $0 }.reduce(0, +) == 4)
    }

    @Test func `A barrier alone is answered without a commit`() {
        let store = FailingStore()
        let scribe = Scribe(store)
        scribe.submit(9, [])
        #expect(scribe.answered(1) == [.durable(9, [])])
        scribe.stop()
        #expect(store.commits.withLock { $0 }.isEmpty)
    }

    @Test func `After a failed commit nothing is written until it is resumed`() throws {
        let store = FailingStore()
        let scribe = Scribe(store)
        scribe.submit(1, ["a"])
        _ = scribe.answered(1)
        store.next.withLock { $0 = .before(.diskFull(file: "f")) }
        scribe.submit(2, ["b"])
        let full = StoreError.diskFull(file: "f")
        #expect(scribe.answered(2).last == .lost(2, full))
        scribe.submit(3, ["c"])
        scribe.submit(4, [])
        #expect(scribe.answered(4).suffix(2) == [.lost(3, full), .lost(4, full)])
        #expect(scribe.failure == full)
        #expect(try scribe.resume().isEmpty)
        #expect(scribe.failure == nil)
        scribe.submit(5, ["b"])
        #expect(scribe.answered(5).last == .durable(5, ["b"]))
        scribe.stop()
        #expect(try store.inner.entries(from: 1, limit: 9).map(\.content.id) == ["a", "b"])
    }

    @Test func `What a failed commit left in the store counts as stored`() throws {
        let store = FailingStore()
        let scribe = Scribe(store)
        let unknown = StoreError.uncertain(file: "f", detail: "fsync")
        store.next.withLock { $0 = .after(unknown) }
        scribe.submit(1, ["a", "b"])
        #expect(scribe.answered(1) == [.stored(1, ["a", "b"])])
        #expect(scribe.failure == unknown)
        #expect(try scribe.resume().isEmpty)
        scribe.submit(2, ["c"])
        #expect(scribe.answered(2).last == .durable(2, ["c"]))
        scribe.stop()
        guard case .holds(let report) = try Verification.verify(store.inner) else {
            Issue.record("the register doesn't verify")
            return
        }
        #expect(report.size == 3)
    }

    @Test func `When nothing can be read back the outcome is open until it can`() throws {
        let store = FailingStore()
        let scribe = Scribe(store)
        store.next.withLock { $0 = .blind(.uncertain(file: "f", detail: "gone")) }
        scribe.submit(1, ["a"])
        guard case .lost(1, .uncertain) = scribe.answered(1)[0] else {
            Issue.record("an open outcome was told as another")
            return
        }
        #expect(failure { _ = try scribe.resume() } == .uncertain(file: "f", detail: "gone"))
        scribe.submit(2, ["b"])
        _ = scribe.answered(2)
        store.blind.withLock { $0 = nil }
        #expect(try scribe.resume().map(\.content.id) == ["a"])
        scribe.submit(3, ["c"])
        #expect(scribe.answered(3).last == .durable(3, ["c"]))
        scribe.stop()
        #expect(try store.inner.head()?.sequence == 2)
    }

    @Test func `Another writer's acts are found on resuming, and the loser goes on after them`() throws {
        let store = MemoryStore(conference: "crm")
        let scribe = Scribe(store)
        try store.append(Sample.entries(2))
        scribe.submit(1, ["mine"], at: Sample.start)
        #expect(scribe.answered(1) == [.lost(1, .conflict(file: "memory"))])
        #expect(try scribe.resume() == Sample.entries(2))
        scribe.submit(2, ["mine"], at: 0)
        #expect(scribe.answered(2).last == .durable(2, ["mine"]))
        scribe.stop()
        #expect(try store.entry(sequence: 3)?.recordedAt == Sample.entries(2)[1].recordedAt)
    }

    @Test func `A writer that was halted stays so`() {
        let scribe = Scribe(MemoryStore(conference: "crm"))
        let damage = StoreError.corrupt(file: "f", lastGood: 3, damage: .leaf)
        scribe.halt(damage)
        scribe.submit(1, ["a"])
        #expect(scribe.answered(1) == [.lost(1, damage)])
        #expect(failure { _ = try scribe.resume() } == damage)
        scribe.stop()
    }

    @Test func `Stopping writes what is queued and refuses what comes`() throws {
        let store = MemoryStore(conference: "crm")
        let scribe = Scribe(store)
        for ticket in 1...50 { scribe.submit(UInt64(ticket), ["act \(ticket)"]) }
        scribe.stop()
        #expect(try store.head()?.sequence == 50)
        scribe.submit(51, ["late"])
        #expect(scribe.answered(51).last == .lost(51, .stopped(file: "memory")))
        scribe.stop()
    }

    @Test(arguments: Driver.allCases)
    func `Many callers at once: each act once, in its caller's order, and the tree verifies`(
        driver: Driver
    ) throws {
        let folder = TemporaryFolder()
        let store = try driver.store(folder)
        let scribe = Scribe(store)
        DispatchQueue.concurrentPerform(iterations: 8) { caller in
            for act in 0..<50 {
                scribe.submit(UInt64(caller * 50 + act), act % 5 == 0 ? [] : ["\(caller)/\(act)"])
            }
        }
        #expect(scribe.answered(400).count == 400)
        scribe.stop()
        guard case .holds(let report) = try Verification.verify(store) else {
            Issue.record("the register doesn't verify")
            return
        }
        #expect(report.size == 320)
        let ids = try store.entries(from: 1, limit: 400).map(\.content.id)
        for caller in 0..<8 {
            let own = ids.filter { $0.hasPrefix("\(caller)/") }.compactMap {
                Int($0.split(separator: "/")[1])
            }
            #expect(own == (0..<50).filter { $0 % 5 != 0 })
        }
    }
}
