import Charter
import HTML

/// One way to narrow a list down: its choices, each with how much would be left.
struct FacetModel: Sendable {
    /// One choice.
    struct Choice: Sendable {
        /// What is read.
        let text: String
        /// How many there are.
        let count: Int
        /// The list narrowed down to it.
        let href: String

        /// A choice.
        init(text: String, count: Int, href: String) {
            self.text = text
            self.count = count
            self.href = href
        }
    }

    /// How many choices stand open; the rest are folded.
    static let openChoices = 8

    /// What it narrows down by.
    let title: String
    /// The choices that would leave something.
    let choices: [Choice]

    /// A way to narrow down.
    init(title: String, choices: [Choice]) {
        self.title = title
        self.choices = choices
    }
}

/// What a list is narrowed down to, with the way to take it back.
struct ChosenModel: Sendable {
    /// What was chosen: `Clase: informe`.
    let text: String
    /// The list without it.
    let href: String

    /// A choice that was made.
    init(text: String, href: String) {
        self.text = text
        self.href = href
    }
}

extension HTMLWriter {
    /// Writes a list with the ways to narrow it down beside it; on a phone they follow it.
    mutating func faceted(
        _ facets: [FacetModel], _ language: Language, list: (inout HTMLWriter) -> Void
    ) {
        let shown = facets.filter { !$0.choices.isEmpty }
        self(.div, .class("faceted")) { html in
            html(.div) { html in
                if !shown.isEmpty {
                    html(.p, .class("to-facets")) { html in
                        html(.a, Phrase("Acotar la lista", "Narrow the list")[language], .href("#facets"))
                    }
                }
                list(&html)
            }
            if !shown.isEmpty {
                html(
                    .nav, .class("facets"), .id("facets"),
                    .aria("label", Phrase("Acotar la lista", "Narrow the list")[language])
                ) { html in
                    for facet in shown { html.facet(facet, language) }
                }
            }
        }
    }

    private mutating func facet(_ facet: FacetModel, _ language: Language) {
        self(.h2, facet.title)
        choices(facet.choices.prefix(FacetModel.openChoices))
        let rest = facet.choices.dropFirst(FacetModel.openChoices)
        guard !rest.isEmpty else { return }
        self(.details) { html in
            html(
                .summary,
                Phrase("\(rest.count) más", "\(rest.count) more")[language])
            html.choices(rest)
        }
    }

    private mutating func choices(_ choices: ArraySlice<FacetModel.Choice>) {
        self(.ul) { html in
            for choice in choices {
                html(.li) { html in
                    html(.a, .href(choice.href)) { html in
                        html.text(choice.text)
                        html(.span, Written.number(choice.count), .class("num"))
                    }
                }
            }
        }
    }

    /// Writes what was chosen, each with its way back.
    mutating func chosen(_ chosen: [ChosenModel], clear: LinkModel?, _ language: Language) {
        if chosen.isEmpty { return }
        self(.ul, .class("chosen"), .aria("label", Phrase("Filtros activos", "Active filters")[language])) {
            html in
            for choice in chosen {
                html(.li) { html in
                    html(.a, .href(choice.href), .class("tag")) { html in
                        html(.span, Phrase("Quitar ", "Remove ")[language], .class("unseen"))
                        html.text(choice.text)
                        html(.span, " ×", .hiddenFromReaders)
                    }
                }
            }
            if let clear, chosen.count > 1 {
                html(.li) { html in html(.a, clear.text, .href(clear.href)) }
            }
        }
    }
}
