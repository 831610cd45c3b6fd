import Charter
import Conference
import Dispatch
import Foundation
import Register
import Secretariat
import Synchronization

/// A register of many acts in a data folder, made once and kept for the next run.
///
/// It is founded as any, then filled on a fast path: entries are encoded and hashed on all cores, and appended
/// through the store thousands at a time. The first of them are held to the charter's rules, so that what is
/// opened here could have been registered one by one.
struct LargeRegister: Sendable {
    /// The data folder.
    let folder: String
    /// How many acts stand in it.
    let size: Int

    /// The register of `size` acts below `parent`: the one kept from a run before, or a new one.
    static func prepared(_ size: Int, in parent: URL) async throws -> LargeRegister {
        let folder = parent.appendingPathComponent("acts-\(size)-v\(InventedActs.version)", isDirectory: true)
        let done = folder.appendingPathComponent("complete")
        let register = LargeRegister(folder: folder.path, size: size)
        if !FileManager.default.fileExists(atPath: done.path) {
            say("making a register of \(size) acts; it is kept in \(folder.path)")
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try await register.make()
            try Data().write(to: done)
        }
        try register.keepSnapshot()
        return register
    }

    /// A snapshot of the last act in this build's layout, as closing an office leaves it.
    private func keepSnapshot() throws {
        let (log, opening) = try Office.read(folder: folder)
        log.close()
        guard opening.state.sequence == size else {
            throw Founded.Failure(description: "\(folder): \(opening.state.sequence) acts, not \(size)")
        }
        if opening.replayed == 0 { return }
        say("keeping a snapshot of \(size) acts")
        try Office(folder: folder, logger: Founded.silent, clock: Founded.clock).close()
        let (again, second) = try Office.read(folder: folder)
        again.close()
        guard second.replayed == 0 else {
            throw Founded.Failure(description: "\(folder): the snapshot isn't read")
        }
    }

    private func make() async throws {
        let start = Instant(Founded.start) ?? Instant(microseconds: 0)
        try await Founded.make(folder, clock: { start })
        let (log, opening) = try Office.read(folder: folder)
        log.close()
        let store = try SQLiteStore(
            file: ActLog.file(of: folder), conference: opening.conference, access: .write)
        defer { store.close() }
        var rehearsal = opening.state
        var edge = opening.end.edge
        var recordedAt = opening.end.lastRecordedAt
        var next = 0
        while edge.size < size {
            let count = min(20_000, size - edge.size)
            let from = next
            let instants = (0..<count).map { recordedAt + Int64($0 + 1) * InventedActs.microsecondsApart }
            let prepared = try Self.prepare(from: from, instants)
            if from == 0 { try Self.hold(prepared.prefix(2000), instants, to: &rehearsal) }
            var entries: [Entry] = []
            entries.reserveCapacity(count)
            for (act, instant) in zip(prepared, instants) {
                entries.append(
                    Entry(
                        appending: act.content, to: &edge, conference: opening.conference,
                        recordedAt: instant))
            }
            try store.append(entries)
            recordedAt = instants[count - 1]
            next += count
        }
    }

    private struct Prepared: Sendable {
        let proposal: Proposal
        let actor: ActingParty
        let content: PreparedContent
    }

    private static func prepare(from first: Int, _ instants: [Int64]) throws -> [Prepared] {
        let pieces = 2
        let results = Mutex<[Int: Result<[Prepared], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let width = (instants.count + pieces - 1) / pieces
            let range = min(piece * width, instants.count)..<min((piece + 1) * width, instants.count)
            let result = Result {
                try range.map { place in
                    // Half a day back: no zone of the conference is still at the day before.
                    let day = Zone.utc.day(Instant(microseconds: instants[place] - 43_200_000_000))
                    let (proposal, actor) = InventedActs.proposal(first + place, on: day)
                    let content = Content(
                        id: proposal.id, actor: actor.description, kind: proposal.act.kind,
                        version: Proposal.version, body: try proposal.body())
                    return Prepared(
                        proposal: proposal, actor: actor,
                        content: PreparedContent(content, salt: Salt.random()))
                }
            }
            results.withLock { $0[piece] = result }
        }
        let all = results.withLock { $0 }
        return try (0..<pieces).flatMap { try all[$0]?.get() ?? [] }
    }

    private static func hold(
        _ acts: some Sequence<Prepared>, _ instants: [Int64], to state: inout ConferenceState
    ) throws {
        for (act, microseconds) in zip(acts, instants) {
            let instant = Instant(microseconds: microseconds)
            do throws(Refusal) { try state.admit(act.proposal, by: act.actor, at: instant) } catch {
                throw Founded.Failure(
                    description: "\(act.proposal.id) isn't admitted: \(error.sentence(.en))")
            }
            state.apply(
                RegisteredAct(
                    sequence: state.sequence + 1, recordedAt: instant, actor: act.actor,
                    proposal: act.proposal))
        }
    }
}

/// Tells whoever waits what takes long.
func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
