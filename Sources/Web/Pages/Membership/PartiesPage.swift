import Secretariat

struct PartiesPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome { .other(.notFound([])) }
}
