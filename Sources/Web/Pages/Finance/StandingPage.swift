import Charter
import Conference
import Secretariat

enum StandingPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
