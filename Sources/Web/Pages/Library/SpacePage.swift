import Charter
import Conference
import Secretariat

enum SpacePage {
    static func make(_ space: String, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
