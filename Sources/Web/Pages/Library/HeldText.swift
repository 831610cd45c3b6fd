import Charter
import Conference
import Secretariat

enum DocumentText {
    static func make(
        _ document: DocumentID, in language: Language, _ context: PageContext, _ registrar: Registrar
    ) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
