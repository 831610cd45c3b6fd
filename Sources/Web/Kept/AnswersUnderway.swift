import Synchronization

/// An answer as it was made.
enum MadeAnswer: Sendable {
    /// Ready, and kept where there is room.
    case ready(KeptPage)
    /// For this moment alone, or no page.
    case once(PageAnswer)
}

/// What is being made: whoever asks for the same meanwhile waits for it, so that ten who want a page on paper, or
/// who come the instant an act lands, have it made once.
final class AnswersUnderway: Sendable {
    /// What tells answers apart: what they are kept under, and what they depend on.
    struct Key: Hashable {
        let kept: KeptKey
        let version: PageVersion
    }

    private let tasks = Mutex<[Key: Task<MadeAnswer, any Error>]>([:])

    /// The answer under way, or the one that `make` makes now. It is made to its end even if who asked is gone.
    func answer(
        _ key: Key, _ make: @escaping @Sendable () async throws -> MadeAnswer
    ) async throws -> MadeAnswer {
        let task = tasks.withLock { tasks in
            if let task = tasks[key] { return task }
            let task = Task {
                // After what is worth it was kept: there is no moment in which it is neither.
                defer { self.tasks.withLock { $0[key] = nil } }
                return try await make()
            }
            tasks[key] = task
            return task
        }
        return try await task.value
    }
}
