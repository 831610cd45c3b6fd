import Charter
import Conference
import Register

/// What founds a conference, as read from a pack.
public struct Founding: Sendable {
    /// One line of acts with the place it was read from.
    public struct Line: Sendable {
        /// File and line, such as `acts/20-presidencies.jsonl:7`.
        public let place: String
        /// The line's bytes.
        public let bytes: [UInt8]

        /// One line of acts.
        public init(place: String, bytes: [UInt8]) {
            self.place = place
            self.bytes = bytes
        }
    }

    /// What the opening says.
    public let opening: Opened
    /// Editions and holidays, by the path that acts name them by.
    public let files: [String: [UInt8]]
    /// The acts' lines.
    public let lines: [Line]

    /// What founds a conference.
    public init(opening: Opened, files: [String: [UInt8]], lines: [Line]) {
        self.opening = opening
        self.files = files
        self.lines = lines
    }

    /// Registers the opening, dated today in the conference's zone, its key, and every founding act; all or none.
    ///
    /// - Parameter keySource: what is to be known about the key, such as that it proves nothing.
    /// - Returns: how many acts were registered.
    /// - Throws: ``ActFileError`` naming the line.
    @discardableResult
    public func register(
        with registrar: Registrar, key: KeyRecorded?, keySource: Source? = nil
    ) async throws(ActFileError) -> Int {
        let read = try ActFile.read(lines, files: files)
        let today = PartialDay(openingDay(at: registrar.now))
        var proposals = [Proposal(id: "registry-opened", on: today, act: opening.act)]
        if let key {
            proposals.append(Proposal(id: "registry-key-1", on: today, source: keySource, act: key.act))
        }
        let own = proposals.count
        proposals.append(contentsOf: read.proposals)
        do throws(PerformError) {
            return try await registrar.perform(proposals, by: .installation, files: read.files).count
        } catch {
            throw ActFileError(error) { $0 < own ? "pack.json" : lines[$0 - own].place }
        }
    }

    /// The day on which the register opens: today where the latest edition's secretariat sits.
    private func openingDay(at instant: Instant) -> Day {
        let zones = files.values.compactMap { try? Edition.read($0) }.sorted { $0.id < $1.id }.map(\.zone)
        return (zones.first ?? .utc).day(instant)
    }
}

/// A file of acts as JSON lines, read and judged as a whole.
public enum ActFile {
    /// The most lines of one file.
    public static let lineLimit = 100_000

    /// The proposals of the lines, with paths of files replaced by their SHA-256, and those files' bytes.
    ///
    /// - Parameter files: bytes by the path that acts name them by.
    /// - Throws: ``ActFileError`` naming the first line that can't be read.
    public static func read(
        _ lines: [Founding.Line], files: [String: [UInt8]]
    ) throws(ActFileError) -> (proposals: [Proposal], files: [String: [UInt8]]) {
        guard lines.count <= lineLimit else {
            throw ActFileError(
                place: lines[lineLimit].place,
                message: Localized(
                    es: "El archivo pasa de \(lineLimit) líneas; divídalo.",
                    en: "The file has more than \(lineLimit) lines; divide it."))
        }
        let hashes = files.mapValues { Hash.sha256($0).hex }
        var used: [String: [UInt8]] = [:]
        var proposals: [Proposal] = []
        proposals.reserveCapacity(lines.count)
        for line in lines {
            let proposal: Proposal
            do throws(FileProblem) { proposal = try ActLine(line.bytes).proposal } catch {
                throw ActFileError(place: "\(line.place): \(error.place)", message: error.message)
            }
            guard let path = Shelving.file(of: proposal.act), let sha256 = hashes[path] else {
                proposals.append(proposal)
                continue
            }
            used[sha256] = files[path]
            proposals.append(
                Proposal(
                    id: proposal.id, on: proposal.on, source: proposal.source, under: proposal.under,
                    instruction: proposal.instruction, act: Shelving.act(proposal.act, file: sha256)))
        }
        return (proposals, used)
    }

    /// The paths of files that lines name and that aren't SHA-256s, for whoever reads them from a folder.
    public static func paths(_ lines: [Founding.Line]) -> [String] {
        lines.compactMap { line in
            (try? ActLine(line.bytes)).flatMap { Shelving.file(of: $0.proposal.act) }
        }.filter { $0.count != 64 || Hash(hex: $0) == nil }
    }
}

/// Why a file of acts wasn't registered: the line, the code, the clause, in one sentence. Nothing is stored.
public struct ActFileError: Error, Sendable {
    /// File, line and field.
    public let place: String
    /// The refusal, if a rule refused.
    public let refusal: Refusal?
    /// The store's error, if it was the store.
    public let store: StoreError?
    private let message: Localized

    init(place: String, message: Localized) {
        self.place = place
        self.message = message
        refusal = nil
        store = nil
    }

    /// Names the line of the act at fault.
    public init(_ error: PerformError, place: (Int) -> String) {
        message = Localized(es: error.sentence(.es), en: error.sentence(.en))
        switch error {
        case .refused(let index, let refusal):
            self.place = place(index)
            self.refusal = refusal
            store = nil
        case .file(let problem):
            self.place = problem.place
            refusal = nil
            store = nil
        case .store(let error):
            self.place = error.file
            refusal = nil
            store = error
        }
    }

    /// `file:line: [code, clause] what is wrong and what to do`.
    public func sentence(_ language: Language) -> String {
        var tags: [String] = []
        if let refusal {
            tags.append(refusal.code)
            if let clause = refusal.clause { tags.append(clause.text) }
        }
        let bracket = tags.isEmpty ? "" : " [\(tags.joined(separator: ", "))]"
        return "\(place)\(bracket): \(message[language])"
    }
}
