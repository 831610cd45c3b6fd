import Charter
import Conference
import Secretariat

enum OrganPage {
    static func make(_ organ: OrganID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
