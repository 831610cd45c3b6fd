import Charter
import Conference
import Exchange
import HTML
import Secretariat

/// What this site is, for whom, what it computes, and who answers for it.
struct AboutPage: PageModel {
    let title: String
    let summary: String?
    private let lead: String
    private let language: Language
    private let prose: Prose

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(AboutPage(context))
    }

    private init(_ context: PageContext) {
        language = context.language
        title = context("Acerca de este sitio", "About this site")
        let name = context.bothNames
        lead = context(
            "Qué es, para quién, qué calcula y quién responde de ello.",
            "What it is, for whom, what it computes and who answers for it.")
        summary = lead
        prose = Prose(
            sections: AboutText.sections(
                .init(
                    name: name, isInvented: context.state.registry.opened?.act.invented == true,
                    notice: context.bothNotices, contact: context.contact)))
    }

    var json: JSONValue { ["sections": prose.json] }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.prose(prose, language)
    }
}
