import Charter
import Conference
import Secretariat

enum DocumentPage {
    static func make(_ document: DocumentID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
