import Charter
import Conference
import Exchange
import HTML

extension CharterPage {
    /// The editions by the day they came into force, each with a link to that day.
    static func table(_ context: PageContext) -> DataTable {
        let state = context.state
        let shown = state.edition(on: context.day)?.id
        return DataTable(
            caption: context("Ediciones de las reglas", "Editions of the rules"), hidesCaption: true,
            columns: [
                .init(context("Edición", "Edition")), .init(context("En vigor desde", "In force since")),
                .init(context("Hasta", "Until")), .init(context("Actos", "Acts")),
            ],
            rows: state.editions.inForce.map { edition in
                [
                    .made(name(edition, isShown: edition.id == shown, context)),
                    .made(since(edition, context)),
                    state.end(of: edition).map { .day($0, context.language) }
                        ?? .text(context("sigue en vigor", "still in force")),
                    .made(acts(edition.entries, context)),
                ]
            })
    }

    private static func name(
        _ edition: EditionsState.InForce, isShown: Bool, _ context: PageContext
    ) -> TrustedHTML {
        let title = context(edition.edition.title)
        let href = context.plainPath(.charter, query: [("on", edition.from.first.description)])
        let shown = context("la que se muestra", "the one shown")
        return TrustedHTML { html in
            html(.a, title, .href(href))
            if isShown {
                html.text(" ")
                html.tag(shown, .leaf)
            }
        }
    }

    private static func since(_ edition: EditionsState.InForce, _ context: PageContext) -> TrustedHTML {
        let day = Written.partial(edition.from, context.language)
        let assumed = context("día supuesto", "assumed day")
        let note = edition.note.map { context($0) }
        return TrustedHTML { html in
            html.text(day)
            if edition.assumed {
                html.text(" ")
                html.tag(assumed, .gold)
            }
            if let note {
                html(.br)
                html(.small, note, .class("soft"))
            }
        }
    }

    static func acts(_ entries: [Int], _ context: PageContext) -> TrustedHTML {
        let links = entries.map { (Written.entry($0, context.language), context.plainPath(.entry($0))) }
        return TrustedHTML { html in
            for (index, link) in links.enumerated() {
                if index > 0 { html.text(", ") }
                html(.a, link.0, .class("num"), .href(link.1))
            }
        }
    }

    /// Every rule of an edition, those that are off included.
    static func table(rules edition: Edition, _ context: PageContext) -> DataTable {
        DataTable(
            caption: context(
                "Propia: la edición la dice. Se mantiene: viene de la práctica, que la edición no repite ni deroga.",
                "Own: the edition states it. Kept: it comes from the practice, which the edition neither repeats nor repeals."
            ),
            columns: [
                .init(context("Regla", "Rule")), .init(context("De qué trata", "What it is about")),
                .init(context("De dónde viene", "Where it comes from")),
                .init(context("Se apoya en", "Rests on")),
            ],
            rows: RuleID.allCases.compactMap { id in
                guard let rule = edition.rules[id] else { return nil }
                let card = RuleCard(rule, context)
                return [
                    .link(id.rawValue, href: context.path(.charter, query: [("q", id.rawValue)])),
                    .text(card.title),
                    .made(standing(card, context)), .made(first(card, context)),
                ]
            })
    }

    private static func standing(_ card: RuleCard, _ context: PageContext) -> TrustedHTML {
        let summary = context("con interpretación", "with interpretation")
        let because = context("Porque: ", "Because: ")
        return TrustedHTML { html in
            html.tag(card.standingWords, card.tone)
            guard let interpretation = card.interpretation else { return }
            html(.details, .class("why")) { html in
                html(.summary, summary)
                html(.div) { html in
                    html(.p, interpretation)
                    if let reason = card.reason { html(.p, because + reason, .class("soft")) }
                }
            }
        }
    }

    private static func first(_ card: RuleCard, _ context: PageContext) -> TrustedHTML {
        let more = card.clauses.count - 1
        let words = more > 0 ? context(" y \(more) más", " and \(more) more") : ""
        let none = context("ninguna cláusula", "no clause")
        return TrustedHTML { html in
            guard let clause = card.clauses.first else {
                html(.span, none, .class("soft"))
                return
            }
            html(.a, clause.label, .href(clause.href))
            html.text(words)
        }
    }

    /// The page for programs.
    static func json(
        _ inForce: EditionsState.InForce?, _ documents: [CharterDocument], _ question: CharterQuestion,
        _ context: PageContext
    ) -> JSONValue {
        let state = context.state
        let edition = inForce?.edition
        return [
            "edition": JSONValue(inForce?.id.text),
            "authentic": edition.map { JSONValue($0.authentic) } ?? .null,
            "editions": .list(state.editions.inForce.map { json($0, context) }),
            "question": question.json(context),
            "clauses": .list(documents.flatMap { $0.sections.flatMap { $0.clauses.map(\.json) } }),
            "rules": .list(
                RuleID.allCases.compactMap { id in edition?.rules[id].map { RuleCard($0, context).json } }),
            "assumptions": .list(edition?.assumptions.map { JSONValue($0) } ?? []),
            "discrepancies": .list(edition?.discrepancies.map { JSONValue($0) } ?? []),
            "basis": context.json(state.editionGrounds(on: context.day)),
        ]
    }

    /// An edition for programs.
    static func json(_ edition: EditionsState.InForce, _ context: PageContext) -> JSONValue {
        [
            "edition": .text(edition.id.text), "title": JSONValue(edition.edition.title),
            "since": JSONValue(edition.from), "until": JSONValue(context.state.end(of: edition)),
            "assumed": .flag(edition.assumed), "note": edition.note.map { JSONValue($0) } ?? .null,
            "file": .text(edition.file), "entries": .list(edition.entries.map { .number($0) }),
        ]
    }
}
