import Charter
import Exchange
import HTML

/// How a document is quoted: as a sentence, and for reference managers.
struct DocumentCitation {
    /// The sentence for a footnote.
    let plain: String
    private let forms: [(name: String, text: String)]
    private let heading: String
    private let note: String

    init(_ citation: Citation, _ context: PageContext) {
        plain = citation.text(context.language)
        forms = [
            ("BibTeX", String(decoding: citation.bibTeX(), as: UTF8.self)),
            ("RIS", String(decoding: citation.ris(), as: UTF8.self)),
            ("CSL-JSON", String(decoding: citation.cslJSON(), as: UTF8.self)),
        ]
        heading = context("Cómo citarlo", "How to cite it")
        note = context(
            "Para un gestor de referencias: BibTeX, RIS o CSL-JSON",
            "For a reference manager: BibTeX, RIS or CSL-JSON")
    }

    /// Writes the citation in all its forms.
    func write(_ html: inout HTMLWriter, _ language: Language) {
        html.section(heading, id: "citation") { html in
            html(.p, plain)
            html(.details, .classes("why", "unprinted")) { html in
                html(.summary, note)
                html(.div) { html in
                    for form in forms {
                        html(.p, form.name, .class("part"))
                        html(.pre, .tabIndex(0), .aria("label", form.name), .role("region")) { html in
                            html(.code, form.text)
                        }
                    }
                }
            }
        }
    }
}
