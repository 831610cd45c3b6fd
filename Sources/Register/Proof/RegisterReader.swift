/// Reads a store in order and verifies on the way: nothing is handed on that hasn't been held to its hashes.
struct RegisterReader {
    private let store: any Store
    private let chunk: Int

    init(_ store: any Store, chunk: Int = 1024) {
        self.store = store
        self.chunk = chunk
    }

    /// Hands every entry after those of `verifier` to `body`, up to `last`, and returns what is wrong with the
    /// next one: nil when the end was reached. Throws only what isn't damage, and what `body` throws.
    func read(
        from verifier: inout Verifier, upTo last: Int = .max,
        _ body: (Entry, Verifier) throws(StoreError) -> Void = { _, _ in }
    ) throws(StoreError) -> Damage? {
        var limit = chunk
        while verifier.size < last {
            let entries: [Entry]
            do throws(StoreError) {
                entries = try store.entries(from: verifier.size + 1, limit: min(limit, last - verifier.size))
            } catch {
                guard case .corrupt(_, _, let damage) = error else { throw error }
                // Somewhere in the piece: one by one from here names the last good act exactly.
                if limit == 1 { return damage }
                limit = 1
                continue
            }
            if entries.isEmpty { break }
            for entry in entries {
                if let damage = verifier.check(entry) { return damage }
                try body(entry, verifier)
            }
        }
        return nil
    }
}
