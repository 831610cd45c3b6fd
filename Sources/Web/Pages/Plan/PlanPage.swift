import Charter
import Conference
import Secretariat

enum PlanPage {
    static func make(_ plan: PlanID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
