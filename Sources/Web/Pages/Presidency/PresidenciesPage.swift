import HTML
import Secretariat

struct PresidenciesPage: PageModel {
    let title = ""
    let json: JSONValue = [:]
    init(_ context: PageContext) {}
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(PresidenciesPage(context))
    }
    func write(_ html: inout HTMLWriter) {}
}
