import Charter
import Conference
import Secretariat

enum MeetingsPage {
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .other(.notFound([]))
    }
}
