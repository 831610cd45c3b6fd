import Charter
import Conference
import Secretariat

enum MeetingPage {
    static func make(_ meeting: MeetingID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        .other(.notFound([]))
    }
}
