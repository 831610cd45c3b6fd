import Charter
import Conference
import Dispatch
import Foundation
import Register
import Synchronization

/// Between the register's bytes and the conference's acts.
public enum Transcript {
    /// What goes into the register for a proposal.
    ///
    /// - Throws: ``PerformError/refused(index:_:)`` if the body is too long.
    static func content(_ proposal: Proposal, by actor: ActingParty, index: Int) throws(PerformError)
        -> Content
    {
        let body: [UInt8]
        do { body = try proposal.body() } catch {
            // Encoding values of our own types fails only on a number JSON can't hold; there is none.
            throw .file(
                FileProblem("body", es: "El acto no se puede escribir.", en: "The act can't be written."))
        }
        guard body.count <= Proposal.bodyLimit else {
            throw .refused(
                index: index,
                Refusal(
                    "act.too-long",
                    message: Localized(
                        es: "El acto ocupa \(body.count) bytes; el máximo es \(Proposal.bodyLimit).",
                        en: "The act takes \(body.count) bytes; the most is \(Proposal.bodyLimit)."),
                    remedy: Localized(es: "Acórtelo.", en: "Shorten it.")))
        }
        return Content(
            id: proposal.id, actor: actor.description, kind: proposal.act.kind, version: Proposal.version,
            body: body)
    }

    /// The act of an entry.
    ///
    /// - Throws: ``FileProblem`` for a body that this program can't read.
    public static func act(_ entry: Entry) throws(FileProblem) -> RegisteredAct {
        guard let actor = ActingParty(text: entry.content.actor) else {
            throw FileProblem(
                "actor", es: "“\(entry.content.actor)” no es una calidad conocida.",
                en: "“\(entry.content.actor)” isn't a known capacity.")
        }
        let proposal = try Proposal(
            id: entry.content.id, kind: entry.content.kind, version: entry.content.version,
            body: entry.content.body)
        return RegisteredAct(
            sequence: entry.sequence, recordedAt: Instant(microseconds: entry.recordedAt), actor: actor,
            proposal: proposal)
    }

    /// The acts of many entries, decoded on all cores, in order.
    ///
    /// - Throws: the problem of the first entry that can't be read, with its sequence as place.
    public static func acts(_ entries: [Entry]) throws(FileProblem) -> [RegisteredAct] {
        guard entries.count > 64 else {
            var acts: [RegisteredAct] = []
            for entry in entries { acts.append(try named(entry)) }
            return acts
        }
        let pieces = max(2, ProcessInfo.processInfo.activeProcessorCount)
        let width = (entries.count + pieces - 1) / pieces
        let results = Mutex<[Int: Result<[RegisteredAct], FileProblem>]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let range = min(piece * width, entries.count)..<min((piece + 1) * width, entries.count)
            let result = Result { () throws(FileProblem) in
                var acts: [RegisteredAct] = []
                acts.reserveCapacity(range.count)
                for index in range { acts.append(try named(entries[index])) }
                return acts
            }
            results.withLock { $0[piece] = result }
        }
        let decoded = results.withLock { $0 }
        var acts: [RegisteredAct] = []
        acts.reserveCapacity(entries.count)
        for piece in 0..<pieces { acts.append(contentsOf: try decoded[piece]?.get() ?? []) }
        return acts
    }

    private static func named(_ entry: Entry) throws(FileProblem) -> RegisteredAct {
        do throws(FileProblem) { return try act(entry) } catch {
            throw FileProblem("\(entry.sequence).\(error.place)", es: error.message.es, en: error.message.en)
        }
    }
}

/// Files that acts name by SHA-256 in the register's store.
public enum Shelving {
    /// The most bytes that are registered as one file.
    public static let fileLimit = 64 << 20

    /// The file that an act names, as a path or a SHA-256.
    public static func file(of act: Act) -> String? {
        switch act {
        case .editions(.inForce(let body)): body.file
        case .editions(.holidays(let body)): body.file
        case .library(.documentRecorded(let body)): body.file
        case .library(.textRecorded(let body)): body.file
        case .registry(.corrected(let body)): body.replacement.flatMap { file(of: $0.act) }
        default: nil
        }
    }

    /// The act with the SHA-256 of the file instead of its path.
    public static func act(_ act: Act, file: String) -> Act {
        switch act {
        case .editions(.inForce(let body)):
            EditionInForce(edition: body.edition, file: file, assumed: body.assumed, note: body.note).act
        case .editions(.holidays): HolidaysFiled(file: file).act
        case .library(.documentRecorded(let body)): body.with(file: file).act
        case .library(.textRecorded(let body)): body.with(file: file).act
        case .registry(.corrected(let body)):
            Corrected(
                corrects: body.corrects, reason: body.reason,
                replacement: body.replacement.map {
                    Replacement(
                        on: $0.on, source: $0.source, under: $0.under, instruction: $0.instruction,
                        act: Shelving.act($0.act, file: file))
                }
            ).act
        default: act
        }
    }

    /// What the rules read of a file, for the acts that need it read.
    ///
    /// - Parameter registered: true if the act stands in the register already (``Edition/read(_:registered:)``).
    static func read(
        _ bytes: [UInt8], for act: Act, registered: Bool
    ) throws(FileProblem) -> ShelvedFile? {
        switch act {
        case .editions(.inForce): .edition(try Edition.read(bytes, registered: registered))
        case .editions(.holidays): .holidays(try HolidayCalendar.read(bytes))
        case .registry(.corrected(let body)):
            if let replacement = body.replacement {
                try read(bytes, for: replacement.act, registered: registered)
            } else {
                nil
            }
        default: nil
        }
    }
}

extension DocumentRecorded {
    /// The same document with its bytes in the store.
    func with(file: String) -> DocumentRecorded {
        DocumentRecorded(
            document: document, title: title, kind: kind, year: year, languages: languages, access: access,
            link: link,
            file: file, mediaType: mediaType, meeting: meeting, organ: organ, themes: themes)
    }
}

extension TextRecorded {
    /// The same text with its bytes in the store.
    func with(file: String) -> TextRecorded {
        TextRecorded(
            document: document, language: language, file: file, mediaType: mediaType, title: title,
            access: access)
    }
}
