import Foundation
import Register
import Synchronization

/// The writer's speed against bare commits of the same rows, one writer and sixty-four.
final class Bench: Sendable {
    private let folder: String
    private let waiting = Mutex<[UInt64: CheckedContinuation<Void, Never>]>([:])

    init(folder: String) {
        self.folder = folder
    }

    func run(only many: Bool) {
        do throws(StoreError) {
            if many {
                Tool.say("64 writers \(Int(try writers(64, acts: 4000, "\(folder)/many")))/s")
                return
            }
            for round in 0..<3 {
                let bare = try bareCommits("\(folder)/bare\(round)")
                let one = try writers(1, acts: 2000, "\(folder)/one\(round)")
                let many = try writers(64, acts: 400, "\(folder)/many\(round)")
                Tool.say(
                    "bare \(Int(bare))/s one \(Int(one))/s (\(ratio(one, bare))) "
                        + "64 \(Int(many))/s (\(ratio(many, one)) x one, \(ratio(many, bare)) x bare)")
            }
            try verifying("\(folder)/many0")
        } catch {
            Tool.say(error.sentence(spanish: false))
            exit(2)
        }
    }

    private func ratio(_ a: Double, _ b: Double) -> String { String(format: "%.2f", a / b) }

    /// The store alone, one row a commit, no writer: SQLite's own speed with the same table.
    private func bareCommits(_ path: String) throws(StoreError) -> Double {
        try ActLog.create(folder: path, conference: "bench")
        let log = try ActLog.open(folder: path, access: .write)
        defer { log.close() }
        var edge = MerkleEdge()
        let entries = (0..<2000).map { number in
            Entry(
                appending: PreparedContent(content("b\(number)"), salt: Salt.random()), to: &edge,
                conference: "bench", recordedAt: now())
        }
        let start = DispatchTime.now().uptimeNanoseconds
        for entry in entries { try log.store.append([entry]) }
        return 2000 / seconds(since: start)
    }

    private func seconds(since start: UInt64) -> Double {
        Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }

    private func writers(_ count: Int, acts: Int, _ path: String) throws(StoreError) -> Double {
        try ActLog.create(folder: path, conference: "bench")
        let log = try ActLog.open(folder: path, access: .write)
        defer { log.close() }
        let writer = try log.writer(
            from: try log.replay(),
            onDurable: { [self] batches in
                let callers = waiting.withLock { waiting in
                    batches.compactMap { waiting.removeValue(forKey: $0.ticket) }
                }
                for caller in callers { caller.resume() }
            }, onFailure: { _, _, _ in exit(4) })
        let finished = DispatchSemaphore(value: 0)
        let start = DispatchTime.now().uptimeNanoseconds
        for index in 0..<count {
            Task {
                for act in 0..<acts {
                    let ticket = UInt64(index * acts + act)
                    let batch = WriteBatch(
                        ticket: ticket, contents: [content("\(index)-\(act)")], recordedAt: now())
                    await withCheckedContinuation { caller in
                        self.waiting.withLock { $0[ticket] = caller }
                        writer.submit(batch)
                    }
                }
                finished.signal()
            }
        }
        for _ in 0..<count { finished.wait() }
        let rate = Double(count * acts) / seconds(since: start)
        writer.stop()
        return rate
    }

    private func verifying(_ path: String) throws(StoreError) {
        let log = try ActLog.open(folder: path, access: .read)
        defer { log.close() }
        var start = DispatchTime.now().uptimeNanoseconds
        let size = try log.replay().size
        Tool.say("replay \(Int(Double(size) / seconds(since: start)))/s of \(size)")
        start = DispatchTime.now().uptimeNanoseconds
        _ = try log.verify()
        Tool.say("verify \(Int(Double(size) / seconds(since: start)))/s")
    }
}
