import Charter
import Conference
import Secretariat

enum FiguresPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
