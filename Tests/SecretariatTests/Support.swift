import Charter
import Conference
import Foundation
import FoundingData
import Register
import Secretariat
import Synchronization

/// A folder of its own for one test.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/puebla-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A clock that only moves when told.
final class TestClock: Sendable {
    private let now: Mutex<Instant>

    init(_ text: String = "2026-11-21T12:00:00Z") { now = Mutex(Instant(text) ?? Instant(microseconds: 0)) }

    var read: @Sendable () -> Instant { { self.now.withLock { $0 } } }
    func set(_ text: String) { now.withLock { $0 = Instant(text) ?? $0 } }
}

func founding(_ name: String = "crm") throws -> Founding {
    let pack = try Pack.read(name)
    return Founding(
        opening: Opened(
            conference: pack.manifest.id,
            name: Localized(es: pack.manifest.name.es, en: pack.manifest.name.en),
            abbreviation: Localized(es: pack.manifest.abbreviation.es, en: pack.manifest.abbreviation.en),
            invented: pack.manifest.invented),
        files: pack.files, lines: pack.lines.map { .init(place: "\($0.file):\($0.number)", bytes: $0.bytes) })
}

func founded(_ store: any Store, clock: TestClock, pack: String = "crm") async throws -> Registrar {
    let registrar = Registrar(Opening(empty: store), clock: clock.read)
    try await founding(pack).register(with: registrar, key: nil)
    return registrar
}

func term(_ name: String) -> Act {
    TermDefined(term: TermID(name), name: Localized(es: name, en: name)).act
}

func proposal(_ id: String, on day: String = "2026-11-21", _ act: Act) -> Proposal {
    Proposal(id: id, on: PartialDay(day) ?? PartialDay(.distantPast), act: act)
}

/// A store whose next commits fail as told: cleanly, or after having been written all the same.
final class FaultyStore: Store {
    enum Fault: Sendable { case none, refused, writtenButUncertain, lostAndUncertain }
    private let inner: MemoryStore
    private let fault = Mutex<(fault: Fault, hold: Bool)>((.none, false))
    private let gate = DispatchSemaphore(value: 0)

    init(conference: String) { inner = MemoryStore(conference: conference) }

    func failNext(_ kind: Fault) { fault.withLock { $0.fault = kind } }
    /// The next commit waits until `release()`.
    func hold() { fault.withLock { $0.hold = true } }
    func release() { gate.signal() }

    var conference: String { inner.conference }
    var file: String { inner.file }
    func append(_ entries: [Entry]) throws(StoreError) {
        let (kind, waits) = fault.withLock { state -> (Fault, Bool) in
            defer { state = (.none, false) }
            return (state.fault, state.hold)
        }
        if waits { gate.wait() }
        switch kind {
        case .none: try inner.append(entries)
        case .refused: throw .diskFull(file: file)
        case .writtenButUncertain:
            try inner.append(entries)
            throw .uncertain(file: file, detail: "test")
        case .lostAndUncertain: throw .uncertain(file: file, detail: "test")
        }
    }
    func settle() throws(StoreError) { try inner.settle() }
    func entries(from first: Int, limit: Int) throws(StoreError) -> [Entry] {
        try inner.entries(from: first, limit: limit)
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
    func checkStructure(thorough: Bool) throws(StoreError) { try inner.checkStructure(thorough: thorough) }
}
