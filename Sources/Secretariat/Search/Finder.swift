public import Conference

/// Finds by words what a viewer may see, in what everybody reads at the moment of the question.
public final class Finder: Sendable {
    private let registrar: Registrar

    /// Finds in a registrar's conference. Makes nothing yet: the index is made with the first question, or
    /// before it by ``prepare()``.
    public init(_ registrar: Registrar) { self.registrar = registrar }

    /// Brings the index up to what everybody reads now, so that the next question needn't wait for it.
    ///
    /// - Throws: ``SearchError/index(_:)``.
    public func prepare() async throws(SearchError) {}

    /// What is found; a text without a word finds nothing.
    ///
    /// - Throws: ``SearchError``.
    public func find(
        _ question: SearchQuestion, viewer: Viewer
    ) async throws(SearchError) -> SearchAnswer {
        guard question.text.count <= SearchQuestion.textLimit else { throw .textTooLong }
        return .nothing(at: registrar.sequence)
    }
}
