import Foundation

/// What a register is found to hold when all of it verifies.
public struct VerifyReport: Sendable, Equatable {
    /// The conference; empty when there is no act.
    public var conference: String
    /// How many acts.
    public var size: Int
    /// The root over them.
    public var root: Hash
    /// When the last was recorded; nil when there is none.
    public var lastRecordedAt: Int64?
    /// How many of them were closed to the reader.
    public var closed: Int
    /// How many blobs were held to their names.
    public var blobs: Int
}

/// The first thing that doesn't match.
public struct VerifyFailure: Error, Sendable, Equatable {
    /// The file that was read.
    public var file: String
    /// The last sequence that verifies; the next is the first that doesn't.
    public var lastGood: Int
    /// The line of an exported file, from 1.
    public var line: Int?
    /// What is wrong.
    public var damage: Damage
    /// Why the line couldn't be read, where that is so.
    public var unreadable: LineError?

    /// One sentence for people.
    public func sentence(spanish: Bool) -> String {
        let place = line.map { spanish ? ", línea \($0)" : ", line \($0)" } ?? ""
        let what = unreadable?.sentence(spanish: spanish) ?? damage.phrase(spanish: spanish)
        if damage == .checkpoint {
            return spanish
                ? "\(file): \(what); sus \(lastGood) actos se verifican entre sí, pero no son los que se firmaron."
                : "\(file): \(what); its \(lastGood) acts verify among themselves, but aren't those that were signed."
        }
        if case .blob = damage { return "\(file): \(what)." }
        return spanish
            ? "\(file)\(place): el acto \(lastGood + 1) no se verifica (\(what)); el último que sí es el \(lastGood)."
            : "\(file)\(place): act \(lastGood + 1) doesn't verify (\(what)); the last that does is \(lastGood)."
    }
}

/// Verifying whole registers: the answer is yes or no; what can't be read at all is thrown.
public enum Verification {
    /// What verifying found.
    public enum Verdict: Sendable, Equatable {
        case holds(VerifyReport)
        case fails(VerifyFailure)
    }

    /// Recomputes every leaf and root of a store, rehashes its blobs, and holds it to `checkpoint` if there is one.
    public static func verify(
        _ store: any Store, checkpoint: Checkpoint? = nil, thorough: Bool = true
    ) throws(StoreError) -> Verdict {
        var walk = Walk(checkpoint: checkpoint)
        var verifier = Verifier(conference: store.conference.isEmpty ? nil : store.conference)
        let ending = try RegisterReader(store).read(from: &verifier) { _, verifier in walk.passed(verifier) }
        if let damage = ending {
            return .fails(
                VerifyFailure(file: store.file, lastGood: verifier.size, damage: damage))
        }
        if let failure = walk.ending(verifier, file: store.file) { return .fails(failure) }
        var report = walk.report(verifier)
        report.conference = store.conference
        do throws(StoreError) {
            try store.checkStructure(thorough: thorough)
            for name in try store.blobNames() {
                guard let bytes = try store.blob(name), Hash.sha256(bytes).hex == name else {
                    throw .corrupt(file: store.file, lastGood: verifier.size, damage: .blob(name))
                }
                report.blobs += 1
            }
        } catch {
            guard case .corrupt(_, _, let damage) = error else { throw error }
            return .fails(VerifyFailure(file: store.file, lastGood: verifier.size, damage: damage))
        }
        return .holds(report)
    }

    /// The same of an exported file of JSON lines, read piece by piece.
    public static func verify(exportedFile file: String, checkpoint: Checkpoint? = nil) throws(StoreError)
        -> Verdict
    {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Files.exists(file) ? .unreadable(file: file) : .missing(file: file)
        }
        defer { try? handle.close() }
        var lines = LineVerifier(file: file, checkpoint: checkpoint)
        var rest: [UInt8] = []
        while true {
            let chunk: Data?
            do {
                chunk = try handle.read(upToCount: 1 << 20)
            } catch {
                throw .failed(file: file, detail: error.localizedDescription)
            }
            guard let chunk, !chunk.isEmpty else { break }
            var start = chunk.startIndex
            while let end = chunk[start...].firstIndex(of: 0x0A) {
                rest.append(contentsOf: chunk[start..<end])
                if let failure = lines.take(rest) { return .fails(failure) }
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            rest.append(contentsOf: chunk[start...])
            if rest.count > ExportedLine.maximumBytes, let failure = lines.take(rest) {
                return .fails(failure)
            }
        }
        if !rest.isEmpty, let failure = lines.take(rest) { return .fails(failure) }
        return lines.verdict
    }
}

/// What is kept while walking: the root at the checkpoint's size.
struct Walk {
    let checkpoint: Checkpoint?
    private var rootThere: Hash?
    var closed = 0

    init(checkpoint: Checkpoint?) {
        self.checkpoint = checkpoint
        if checkpoint?.size == 0 { rootThere = Merkle.emptyRoot }
    }

    mutating func passed(_ verifier: Verifier) {
        if verifier.size == checkpoint?.size { rootThere = verifier.edge.root }
    }

    /// The checkpoint's complaint about a register that verifies.
    func ending(_ verifier: Verifier, file: String) -> VerifyFailure? {
        guard let checkpoint else { return nil }
        let origin = verifier.conference.map(Checkpoint.origin(of:)) ?? checkpoint.origin
        guard rootThere == checkpoint.root, origin == checkpoint.origin else {
            return VerifyFailure(file: file, lastGood: verifier.size, damage: .checkpoint)
        }
        return nil
    }

    func report(_ verifier: Verifier) -> VerifyReport {
        VerifyReport(
            conference: verifier.conference ?? "", size: verifier.size, root: verifier.edge.root,
            lastRecordedAt: verifier.size == 0 ? nil : verifier.lastRecordedAt, closed: closed, blobs: 0)
    }
}

/// Verifies lines as they come.
public struct LineVerifier {
    private let file: String
    private var walk: Walk
    private var verifier = Verifier()
    private var line = 0

    /// Begins before the first line; `file` is what a failure names.
    public init(file: String, checkpoint: Checkpoint? = nil) {
        self.file = file
        walk = Walk(checkpoint: checkpoint)
    }

    /// The complaint about the next line, given without its line end; nil: it verifies. Empty lines pass.
    public mutating func take(_ bytes: [UInt8]) -> VerifyFailure? {
        line += 1
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
        do throws(LineError) {
            let parsed = try ExportedLine(json: bytes)
            if let damage = verifier.check(parsed) {
                return VerifyFailure(file: file, lastGood: verifier.size, line: line, damage: damage)
            }
            if case .closed = parsed { walk.closed += 1 }
            walk.passed(verifier)
            return nil
        } catch {
            return VerifyFailure(
                file: file, lastGood: verifier.size, line: line, damage: .form, unreadable: error)
        }
    }

    /// What is found when no more lines come.
    public var verdict: Verification.Verdict {
        if let failure = walk.ending(verifier, file: file) { return .fails(failure) }
        return .holds(walk.report(verifier))
    }
}
