public import Charter
public import Conference
import Dispatch
import Synchronization

/// Texts of documents that are searched with the rest of their items.
public struct DocumentTexts: Sendable {
    /// What tells a document's texts from others, such as their SHA-256s; `nil` if it has none.
    public let stamp: @Sendable (ConferenceState, DocumentID) -> String?
    /// The texts; what isn't there in a language is empty. May block.
    public let read: @Sendable (ConferenceState, DocumentID) throws -> [Localized]

    /// Where texts come from.
    public init(
        stamp: @escaping @Sendable (ConferenceState, DocumentID) -> String?,
        read: @escaping @Sendable (ConferenceState, DocumentID) throws -> [Localized]
    ) {
        self.stamp = stamp
        self.read = read
    }
}

/// Finds by words what a viewer may see, in what everybody reads at the moment of the question.
///
/// The index is made with the first question, or before it by ``prepare()``, and follows the register: a question
/// after an act finds what the act says. It is kept nowhere: SQLite holds it in memory up to a limit, beyond
/// that in a nameless temporary file.
public final class Finder: Sendable {
    private let registrar: Registrar
    private let pages: [SearchItem]
    private let texts: DocumentTexts?
    /// Never on the cooperative pool: SQLite blocks. One after the other, as the index wants it.
    private let queue = DispatchQueue(label: "puebla.search")
    private let index = Mutex<SearchIndex?>(nil)
    /// What the index holds; asked without waiting for whoever works with it.
    private let sequence = Mutex(-1)
    /// More acts than this at once, and everything is looked through.
    private static let followed = 256

    /// Finds in a registrar's conference. Makes nothing yet.
    ///
    /// - Parameters:
    ///   - registrar: whose conference.
    ///   - pages: pages of the site itself that are found too; every viewer may see those of their class.
    ///   - texts: texts of documents.
    public init(_ registrar: Registrar, pages: [SearchItem] = [], texts: DocumentTexts? = nil) {
        self.registrar = registrar
        self.pages = pages
        self.texts = texts
    }

    /// Brings the index up to what everybody reads now, so that the next question needn't wait for it.
    ///
    /// - Throws: ``SearchError/index(_:)``.
    public func prepare() async throws(SearchError) {
        _ = try await ask(nil)
    }

    /// What is found; a text without a word finds nothing.
    ///
    /// - Throws: ``SearchError``.
    public func find(
        _ question: SearchQuestion, viewer: Viewer
    ) async throws(SearchError) -> SearchAnswer {
        let asked = Asked(question: question, query: try SearchQuery(question.text), viewer: viewer)
        return try await ask(asked) ?? .nothing(at: registrar.sequence)
    }

    private struct Asked: Sendable {
        let question: SearchQuestion
        let query: SearchQuery
        let viewer: Viewer
    }

    /// Brings the index up to the state that everybody reads now, and asks it.
    private func ask(_ asked: Asked?) async throws(SearchError) -> SearchAnswer? {
        let state = registrar.state
        let changes = await changes(until: state.sequence)
        let result: Result<SearchAnswer?, SearchError> = await withCheckedContinuation { continuation in
            queue.async { [self] in
                continuation.resume(
                    returning: Result { () throws(SearchError) in try answer(asked, state, changes) })
            }
        }
        return try result.get()
    }

    private func answer(
        _ asked: Asked?, _ state: ConferenceState, _ changes: SearchChanges
    ) throws(SearchError) -> SearchAnswer? {
        try index.withLock { (held) throws(SearchError) -> SearchAnswer? in
            // What fails half-way is thrown away, and made anew with the next question.
            if held == nil { held = try SearchIndex() }
            do throws(SearchError) {
                if let held, held.sequence < state.sequence {
                    let changes = held.sequence < 0 ? .everything : changes
                    try held.update(to: state, changes: changes, pages: pages, texts: texts)
                    sequence.withLock { $0 = state.sequence }
                }
            } catch {
                held = nil
                sequence.withLock { $0 = -1 }
                throw error
            }
            guard let held, let asked else { return nil }
            return try held.answer(asked.question, asked.query, viewer: asked.viewer)
        }
    }

    /// What the acts since the index was brought up to date may have changed.
    private func changes(until last: Int) async -> SearchChanges {
        let known = sequence.withLock { $0 }
        guard known >= 0, last - known <= Self.followed else { return .everything }
        guard last > known else { return SearchChanges([]) }
        let sequences = Array(known + 1...last)
        // Acts that can't be read now are no reason not to search: everything is looked through.
        guard let acts = try? await registrar.acts(sequences), acts.count == sequences.count else {
            return .everything
        }
        return SearchChanges(acts.values.lazy.map(\.proposal.act))
    }
}
