import Charter
import Secretariat

struct PartyPage {
    static func make(_ party: PartyID, _ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
