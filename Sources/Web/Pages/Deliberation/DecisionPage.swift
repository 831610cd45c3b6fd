import Charter
import Conference
import Secretariat

enum DecisionPage {
    static func make(_ decision: DecisionID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
