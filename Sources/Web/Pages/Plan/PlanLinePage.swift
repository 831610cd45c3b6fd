import Charter
import Conference
import Secretariat

enum PlanLinePage {
    static func make(_ plan: PlanID, _ line: ElementID, _ context: PageContext, _ registrar: Registrar)
        async throws -> PageOutcome
    {
        .other(.notFound([]))
    }
}
