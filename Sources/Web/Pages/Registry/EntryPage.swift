import Secretariat

struct EntryPage {
    static func make(
        _ sequence: Int, _ context: PageContext, _ registrar: Registrar, _ proofs: ProofKeeper
    ) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
