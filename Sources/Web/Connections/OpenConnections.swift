import NIOCore
import Synchronization

/// The connections of a server, bounded: one that is idle makes room for one that comes.
///
/// A server whose descriptors run out can't open its register's files either, and the run-time library ends the
/// program; so there are never more connections than leave room for the rest.
final class OpenConnections: Sendable {
    /// One connection, as far as it is told from the others.
    final class Entry: Sendable {
        let channel: any Channel
        /// Since when nothing is being answered, in nanoseconds of the machine's clock; `busy` meanwhile.
        private let since: Atomic<UInt64>
        private static let busy = UInt64.max

        init(_ channel: any Channel) {
            self.channel = channel
            since = Atomic(NIODeadline.now().uptimeNanoseconds)
        }

        /// A request has come whole: until it is answered the connection stays.
        func answers() { since.store(Entry.busy, ordering: .relaxed) }
        /// Every request that came is answered.
        func rests() { since.store(NIODeadline.now().uptimeNanoseconds, ordering: .relaxed) }

        var idleSince: UInt64? {
            let since = since.load(ordering: .relaxed)
            return since == Entry.busy ? nil : since
        }
    }

    /// From how many on the longest idle one is closed for each that comes.
    let most: Int
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    init(most: Int) { self.most = most }

    var count: Int { entries.withLock { $0.count } }

    /// Takes a connection in.
    func open(_ channel: any Channel) -> Entry {
        let entry = Entry(channel)
        let longest = entries.withLock { entries -> Entry? in
            defer { entries[ObjectIdentifier(channel)] = entry }
            guard entries.count >= most else { return nil }
            let idle = entries.compactMap { key, entry in entry.idleSince.map { (key, $0) } }
            // Forgotten at once, so that the next to come finds another.
            return idle.min { $0.1 < $1.1 }.flatMap { entries.removeValue(forKey: $0.0) }
        }
        longest?.channel.close(promise: nil)
        return entry
    }

    /// Forgets a connection that is closed.
    func close(_ channel: any Channel) {
        entries.withLock { $0[ObjectIdentifier(channel)] = nil }
    }
}
