import Charter
public import Conference
import Register

extension Registrar {
    /// Where acts say that their facts are said, by sequence.
    ///
    /// An act that was corrected answers with the source of what stands in its place. Acts without a source,
    /// and sequences that don't exist, are left out. What a reader may see is the caller's to judge.
    /// - Throws: ``PerformError`` if the store can't be read or an act not be understood.
    public nonisolated func sources(
        of sequences: [Int], in state: ConferenceState
    ) async throws(PerformError) -> [Int: Source] {
        var asked: [Int: Int] = [:]
        for sequence in Set(sequences) where state.lines.indices.contains(sequence - 1) {
            let corrected = Int(state.lines[sequence - 1].correctedBy)
            asked[sequence] = corrected == 0 ? sequence : corrected
        }
        guard let first = asked.values.min(), let last = asked.values.max() else { return [:] }
        let store = store
        let wanted = Set(asked.values)
        let entries: [Entry]
        do throws(StoreError) {
            entries = try await Blocking.run { () throws(StoreError) in
                // Facts of one chapter lie side by side: one reading is cheaper than many.
                if last - first < 8 * wanted.count + 64 {
                    return try store.entries(from: first, limit: last - first + 1).filter {
                        wanted.contains($0.sequence)
                    }
                }
                var found: [Entry] = []
                for sequence in wanted.sorted() {
                    if let entry = try store.entry(sequence: sequence) { found.append(entry) }
                }
                return found
            }
        } catch { throw .store(error) }
        var sources: [Int: Source] = [:]
        do throws(FileProblem) {
            for act in try Transcript.acts(entries) {
                if case .registry(.corrected(let body)) = act.proposal.act {
                    sources[act.sequence] = body.replacement?.source
                } else {
                    sources[act.sequence] = act.proposal.source
                }
            }
        } catch { throw .file(error) }
        return asked.compactMapValues { sources[$0] }
    }
}
