import Dispatch

/// Runs what blocks (SQLite, files) on threads of its own, never on the cooperative pool.
public enum Blocking {
    private static let queue = DispatchQueue(label: "puebla.blocking", attributes: .concurrent)

    /// Runs one piece of work and answers with what it gives or throws.
    public static func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(Failure) { continuation.resume(returning: .success(try work())) } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
