import Secretariat

struct RegisterPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome { .other(.notFound([])) }
}
