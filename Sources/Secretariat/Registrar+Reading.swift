import Charter
import Conference
public import Register

extension Registrar {
    /// Entries from a sequence on, in order, read off the cooperative pool.
    ///
    /// - Throws: ``StoreError``.
    public nonisolated func entries(from first: Int, limit: Int) async throws(StoreError) -> [Entry] {
        let store = store
        return try await Blocking.run { () throws(StoreError) in
            try store.entries(from: max(1, first), limit: max(0, limit))
        }
    }

    /// The entries of these sequences, in the order given; those that don't exist are left out.
    ///
    /// Neighbours are read together: a page of fifty costs one look-up where nothing was filtered out.
    /// - Throws: ``StoreError``.
    public nonisolated func entries(_ sequences: [Int]) async throws(StoreError) -> [Entry] {
        let store = store
        var known = entriesRead.values(sequences)
        let wanted = Set(sequences.filter { known[$0] == nil }).sorted()
        guard !wanted.isEmpty else { return sequences.compactMap { known[$0] } }
        let found: [Int: Entry] = try await Blocking.run { () throws(StoreError) in
            var found: [Int: Entry] = [:]
            var index = 0
            while index < wanted.count {
                var end = index + 1
                while end < wanted.count, wanted[end] == wanted[end - 1] + 1 { end += 1 }
                for entry in try store.entries(from: wanted[index], limit: end - index) {
                    found[entry.sequence] = entry
                }
                index = end
            }
            return found
        }
        entriesRead.keep(found)
        known.merge(found) { $1 }
        return sequences.compactMap { known[$0] }
    }

    /// The acts of these sequences, decoded, by sequence; those that don't exist are left out.
    ///
    /// What a page shows as source of a fact is said by the act itself.
    /// - Throws: ``PerformError`` where the store can't be read or holds an act of a later program.
    public nonisolated func acts(_ sequences: [Int]) async throws(PerformError) -> [Int: RegisteredAct] {
        let known = actsRead.values(sequences)
        let wanted = sequences.filter { known[$0] == nil }
        guard !wanted.isEmpty else { return known }
        let entries: [Entry]
        do throws(StoreError) { entries = try await self.entries(wanted) } catch { throw .store(error) }
        var acts: [Int: RegisteredAct] = [:]
        for entry in entries {
            do throws(FileProblem) { acts[entry.sequence] = try Transcript.act(entry) } catch {
                throw .file(error)
            }
        }
        actsRead.keep(acts)
        return acts.merging(known) { $1 }
    }

    /// The newest of these sequences whose acts a test keeps, for lists that look into what acts say.
    ///
    /// - Parameters:
    ///   - sequences: candidates, newest first.
    ///   - limit: at most this many of them are read; what lies beyond isn't looked at.
    ///   - quick: true for a body that may match: spares decoding the others.
    ///   - keeps: true for an act that is wanted.
    /// - Returns: the sequences kept, newest first, and how many candidates were read.
    /// - Throws: ``PerformError``.
    public nonisolated func search(
        _ sequences: [Int], limit: Int, quick: @escaping @Sendable ([UInt8]) -> Bool,
        keeps: @escaping @Sendable (RegisteredAct) -> Bool
    ) async throws(PerformError) -> (kept: [Int], read: Int) {
        let candidates = Array(sequences.prefix(limit))
        var kept: [Int] = []
        var start = 0
        while start < candidates.count {
            let piece = Array(candidates[start..<min(start + 2048, candidates.count)])
            start += piece.count
            let entries: [Entry]
            do throws(StoreError) { entries = try await self.entries(piece) } catch { throw .store(error) }
            let found = await Blocking.run { () -> Result<[Int], FileProblem> in
                Result { () throws(FileProblem) in
                    try Transcript.acts(entries.filter { quick($0.content.body) }).filter(keeps).map(
                        \.sequence)
                }
            }
            do throws(FileProblem) { kept.append(contentsOf: try found.get()) } catch { throw .file(error) }
        }
        return (kept, candidates.count)
    }
}
