import HTTPTypes
import NIOCore
import Synchronization

/// What a browser asked for, as far as it chooses the bytes: looked up before anything is parsed.
struct KeptKey: Hashable, Sendable {
    /// The request target as it came: path and query.
    let target: String
    /// HTML or JSON, whichever is accepted; `nil` for neither, which only an address that names its form answers.
    let accepted: Representation?
    let coding: ContentCoding
    /// True where an invented conference's page offers its seats.
    let mayTakeSeat: Bool
}

/// An answer that is ready: headers and bytes as they go out. One object, so that handing it out is one count.
final class KeptPage: Sendable {
    let version: PageVersion
    let tag: EntityTag
    let headers: HTTPFields
    let body: ByteBuffer
    /// Microseconds since 1970; `nil` while the version lasts.
    let until: Int64?
    /// As whom an invented conference was looked at.
    let seat: Seat?
    let conference: HostedConference
    let meter: RouteMeter

    /// What it weighs in memory: a buffer may have more room than bytes; with an allowance for headers, address
    /// and the entry itself.
    let weight: Int

    init(
        version: PageVersion, tag: EntityTag, headers: HTTPFields, body: ByteBuffer, until: Int64?,
        seat: Seat?, conference: HostedConference, meter: RouteMeter
    ) {
        self.version = version
        self.tag = tag
        self.headers = headers
        self.body = body
        self.until = until
        self.seat = seat
        self.conference = conference
        self.meter = meter
        weight = body.storageCapacity + 4_096
    }
}

/// The answers kept ready, bounded in bytes.
///
/// Two generations stand in for a list by last use: what is found in the old one moves to the young one;
/// when the young one has filled its share of the room, it becomes the old one and the rest is dropped. Finding
/// takes one lock and one look-up.
final class KeptPages: Sendable {
    private struct Generations {
        var young: [KeptKey: KeptPage] = [:]
        var old: [KeptKey: KeptPage] = [:]
        var youngWeight = 0
        var oldWeight = 0
    }

    private let generations = Mutex(Generations())
    /// At most this many bytes are kept.
    let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// The answer kept under a key, whatever its version.
    func find(_ key: KeptKey) -> KeptPage? {
        generations.withLock { state in
            if let page = state.young[key] { return page }
            guard let page = state.old[key] else { return nil }
            state.old[key] = nil
            state.oldWeight -= page.weight
            insert(page, key, &state)
            return page
        }
    }

    /// Keeps an answer in place of what stood under its key; one that is too big is not kept.
    func keep(_ page: KeptPage, under key: KeptKey) {
        guard page.weight <= capacity / 8 else { return }
        generations.withLock { state in
            if let before = state.old.removeValue(forKey: key) { state.oldWeight -= before.weight }
            insert(page, key, &state)
        }
    }

    /// How many answers are kept, and their bytes.
    var size: (pages: Int, bytes: Int) {
        generations.withLock {
            ($0.young.count + $0.old.count, $0.youngWeight + $0.oldWeight)
        }
    }

    private func insert(_ page: KeptPage, _ key: KeptKey, _ state: inout Generations) {
        if let before = state.young.updateValue(page, forKey: key) { state.youngWeight -= before.weight }
        state.youngWeight += page.weight
        guard state.youngWeight > capacity / 8 * 3 else { return }
        state.old = state.young
        state.oldWeight = state.youngWeight
        state.young = [:]
        state.youngWeight = 0
    }
}
