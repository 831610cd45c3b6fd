import Charter
import Conference
import Secretariat

enum VerifyPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
