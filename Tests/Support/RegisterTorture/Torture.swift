import Foundation
import Register
import Synchronization

/// Writers that go on until the process is killed, and say every act that was confirmed to them.
///
/// Writer `w` registers the batches `w-0`, `w-1`, …; every third has three acts, which stand or fall together.
/// It begins at the first batch that nobody was told of, which may be in the register all the same.
final class Torture: Sendable {
    private let folder: String
    private let counters: [Int]
    private let waiting = Mutex<[UInt64: DispatchSemaphore]>([:])
    private let lastTicket = Atomic<UInt64>(0)

    init(folder: String, counters: [Int]) {
        self.folder = folder
        self.counters = counters
    }

    func run() {
        do throws(StoreError) {
            let log = try ActLog.open(folder: folder, access: .write, snapshotFormat: 1)
            let end = try log.replay(after: log.snapshot)
            try log.store.saveSnapshot(Snapshot(edge: end.edge, formatVersion: 1, bytes: [1, 2, 3]))
            let writer = try log.writer(
                from: end, onDurable: { [self] batches in for batch in batches { answer(batch.ticket) } },
                onFailure: { error, _, _ in
                    Tool.say("failed " + error.sentence(spanish: false))
                    exit(4)
                })
            Tool.say("ready \(end.size)")
            for (index, first) in counters.enumerated() {
                Thread { [self] in write(index, from: first, log.store, writer) }.start()
            }
            while true { sleep(60) }
        } catch {
            Tool.say("failed " + error.sentence(spanish: false))
            exit(2)
        }
    }

    private func answer(_ ticket: UInt64) {
        waiting.withLock { $0.removeValue(forKey: ticket) }?.signal()
    }

    private func write(_ writer: Int, from first: Int, _ store: SQLiteStore, _ log: LogWriter) {
        var counter = first
        while true {
            let ids = Self.ids(writer, counter)
            // Only the first one can have been stored without an answer.
            let known = counter == first ? (try? store.entry(id: ids[0])).flatMap { $0 } : nil
            if known == nil {
                let done = DispatchSemaphore(value: 0)
                let ticket = lastTicket.add(1, ordering: .relaxed).newValue
                waiting.withLock { $0[ticket] = done }
                log.submit(WriteBatch(ticket: ticket, contents: ids.map { content($0) }, recordedAt: now()))
                done.wait()
            }
            Tool.say("ack \(writer) \(counter)")
            counter += 1
        }
    }

    static func ids(_ writer: Int, _ counter: Int) -> [String] {
        counter.isMultiple(of: 3)
            ? (0..<3).map { "\(writer)-\(counter)-\($0)" } : ["\(writer)-\(counter)-0"]
    }
}
