import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The thematic spaces: where papers, meetings and organs of one theme stand together.
struct SpacesPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    private let context: PageContext
    private let lead: String
    private let contents: [SpaceContents]

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(SpacesPage(context))
    }

    private init(_ context: PageContext) {
        self.context = context
        let state = context.state
        contents = state.spaces(on: context.day).compactMap {
            state.space($0.id, on: context.day, for: context.viewer)
        }
        title = context("Espacios temáticos", "Thematic spaces")
        lead = context(
            "Lo que la Conferencia hace y publica sobre un tema, reunido: documentos, reuniones, órganos y líneas de sus planes.",
            "What the Conference does and publishes on a theme, together: documents, meetings, organs and lines of its plans."
        )
        summary = lead
    }

    var json: JSONValue {
        [
            "spaces": .list(
                contents.map { contents in
                    [
                        "space": .text(contents.space.id.text), "name": JSONValue(contents.space.act.name),
                        "summary": JSONValue(contents.space.act.summary),
                        "since": JSONValue(contents.space.on),
                        "documents": .number(contents.documents.count),
                        "meetings": .number(contents.meetings.count),
                        "organs": .number(contents.organs.count), "lines": .number(contents.lines.count),
                        "entry": .number(contents.space.entry),
                    ]
                })
        ]
    }

    func acts() -> [Int] {
        contents.flatMap { [$0.space.entry] + $0.space.placings.map(\.entry) }.sorted(by: >)
    }

    func lists() -> [ListModel] {
        [
            ListModel(
                id: "spaces",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("Código", "Code")), .init(context("Espacio", "Space")),
                        .init(context("De qué trata", "What it is about")),
                        .init(context("Documentos", "Documents"), isNumeric: true),
                        .init(context("Reuniones", "Meetings"), isNumeric: true),
                        .init(context("Órganos", "Organs"), isNumeric: true),
                        .init(context("Líneas de planes", "Lines of plans"), isNumeric: true),
                    ],
                    rows: contents.map { contents in
                        [
                            .text(contents.space.id.text), .text(context(contents.space.act.name)),
                            .text(context(contents.space.act.summary)),
                            .text(String(contents.documents.count)), .text(String(contents.meetings.count)),
                            .text(String(contents.organs.count)), .text(String(contents.lines.count)),
                        ]
                    }))
        ]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        if contents.isEmpty {
            html.empty(
                EmptyModel(
                    title: context("No consta ningún espacio", "No space is recorded"),
                    sentences: [
                        context(
                            "Un espacio nace cuando la secretaría registra su tema; después se ponen en él documentos, reuniones y órganos.",
                            "A space begins when the secretariat registers its theme; documents, meetings and organs are then placed in it."
                        ),
                        context(
                            "Mientras tanto, la biblioteca se puede acotar por tema del plan.",
                            "Until then, the library can be narrowed by themes of the plan."),
                    ],
                    link: LinkModel(
                        text: context("La biblioteca", "The library"), href: context.path(.library))
                ))
            return
        }
        html.cards(contents.map(card), context.language, heading: .h2)
    }

    private func card(_ contents: SpaceContents) -> CardModel {
        let language = context.language
        let papers = Counted(one: Phrase("documento", "document"), other: Phrase("documentos", "documents"))
        let meetings = Counted(one: Phrase("reunión", "meeting"), other: Phrase("reuniones", "meetings"))
        let lines = Counted(
            one: Phrase("línea de un plan", "line of a plan"),
            other: Phrase("líneas de planes", "lines of plans"))
        return CardModel(
            eyebrow: [
                papers.text(contents.documents.count, language),
                meetings.text(contents.meetings.count, language),
                lines.text(contents.lines.count, language),
            ].joined(separator: " · "),
            title: context(contents.space.act.name),
            titleHref: context.path(.space(contents.space.id.text)),
            detail: context(contents.space.act.summary))
    }
}
