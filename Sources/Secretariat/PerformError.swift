import Charter
import Register

/// Why acts weren't registered. Nothing of them is stored.
public enum PerformError: Error, Sendable {
    /// The charter refuses the act at that place of the batch, from 0.
    case refused(index: Int, Refusal)
    /// A file that an act names can't be read as what it should be.
    case file(FileProblem)
    /// The store can't: full, read-only, damaged.
    case store(StoreError)

    /// One sentence for the reader.
    public func sentence(_ language: Language) -> String {
        switch self {
        case .refused(_, let refusal): refusal.sentence(language)
        case .file(let problem): problem.sentence(language)
        case .store(let error): error.sentence(spanish: language == .es)
        }
    }
}
