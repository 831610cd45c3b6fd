import Charter
import Conference
import Exchange
import HTML
import Secretariat

/// The accessibility statement.
struct AccessibilityPage: PageModel {
    let title: String
    let summary: String?
    private let lead: String
    private let language: Language
    private let prose: Prose

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(AccessibilityPage(context))
    }

    private init(_ context: PageContext) {
        language = context.language
        title = context("Declaración de accesibilidad", "Accessibility statement")
        lead = context(
            "Qué se cumple, qué no, cómo se prueba y a quién decirle lo que falla.",
            "What is met, what isn't, how it is tested and whom to tell what fails.")
        summary = lead
        prose = Prose(sections: AccessibilityText.sections(contact: context.contact))
    }

    var json: JSONValue {
        ["standard": "WCAG 2.2", "level": "AA", "status": "partial", "sections": prose.json]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.prose(prose, language)
    }
}
