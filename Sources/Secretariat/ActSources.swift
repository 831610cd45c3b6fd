public import Conference

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
        for sequence in sequences where state.lines.indices.contains(sequence - 1) {
            let corrected = Int(state.lines[sequence - 1].correctedBy)
            asked[sequence] = corrected == 0 ? sequence : corrected
        }
        let acts = try await acts(Array(Set(asked.values)))
        return asked.compactMapValues { sequence in
            guard let proposal = acts[sequence]?.proposal else { return nil }
            guard case .registry(.corrected(let body)) = proposal.act else { return proposal.source }
            return body.replacement?.source
        }
    }
}
