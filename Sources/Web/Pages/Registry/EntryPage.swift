import Secretariat

struct EntryPage {
    static func make(_ sequence: Int, _ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
