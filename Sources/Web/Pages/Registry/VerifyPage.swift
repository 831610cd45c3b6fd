import Charter
import Conference
import Exchange
import HTML
import Register
import Secretariat

/// How anybody verifies that the register wasn't rewritten.
struct VerifyPage: PageModel {
    let title: String
    let summary: String?
    let json: JSONValue
    private let lead: String
    private let language: Language
    private let prose: Prose

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(VerifyPage(context))
    }

    private init(_ context: PageContext) {
        let state = context.state
        language = context.language
        title = context("Cómo verificar el registro", "How to verify the register")
        lead = context(
            "Para que nadie tenga que creer que el registro no se reescribió.",
            "So that nobody has to believe that the register wasn't rewritten.")
        summary = context(
            "Cómo recalcular el registro, comprobarlo contra un punto de control y probar un solo acto.",
            "How to recompute the register, hold it to a checkpoint and prove a single act.")
        let last = max(1, state.sequence)
        let keys = state.registry.keys.reversed().map { (name: $0.name, key: $0.key, entry: $0.entry) }
        prose = Prose(
            sections: VerifyText.sections(
                .init(
                    conference: state.registry.opened?.act.conference ?? "puebla", size: state.sequence,
                    root: context.published.root.hex, keys: keys,
                    entryAddress: context.origin.text
                        + context.request.base.path(.entry(last), context.language, .json))))
        json = [
            "size": .number(state.sequence), "root": .text(context.published.root.hex),
            "keys": .list(
                keys.map {
                    ["name": .text($0.name), "key": .text($0.key), "entry": .number($0.entry)]
                }), "sections": prose.json,
        ]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html.prose(prose, language)
    }
}
