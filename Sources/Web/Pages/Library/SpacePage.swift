import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One thematic space: its papers, meetings, organs and lines of plans, as the reader may see them.
struct SpacePage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .ics, .atom, .pdf]
    private let context: PageContext
    private let contents: SpaceContents
    private let source: Source?
    private let documents: DataTable?
    private let occasions: DataTable?
    private let organs: DataTable?
    private let lines: DataTable?
    let sorting: Sorting?

    /// The space's page; for a code that isn't known, not found with the nearest ones.
    static func make(_ space: SpaceID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        guard let contents = context.state.space(space, on: context.day, for: context.viewer) else {
            let state = context.state
            let near = state.spaces(near: space.text).compactMap { state.library.spaces[$0] }
            return .other(
                .notFound(
                    near.map {
                        LinkModel(text: context($0.act.name), href: context.plainPath(.space($0.id.text)))
                    } + [
                        LinkModel(
                            text: context("Espacios temáticos", "Thematic spaces"),
                            href: context.path(.spaces))
                    ]))
        }
        let sources = try await registrar.sources(of: [contents.space.entry], in: context.state)
        return .model(SpacePage(contents, context, sources[contents.space.entry]))
    }

    private init(_ contents: SpaceContents, _ context: PageContext, _ source: Source?) {
        self.context = context
        self.source = source
        title = context(contents.space.act.name)
        summary = context(contents.space.act.summary)
        let sorts = SpacePage.Sorts(context)
        let sorting = Sorting(context, sorts.names)
        self.sorting = sorting
        var contents = contents
        contents.documents = sorting.sorted(contents.documents, by: sorts.documents)
        contents.meetings = sorting.sorted(contents.meetings, by: sorts.meetings)
        contents.organs = sorting.sorted(contents.organs, by: sorts.organs)
        contents.lines = sorting.sorted(contents.lines, by: sorts.lines)
        self.contents = contents
        let tables: [(id: String, heading: String, table: DataTable?)] = [
            (
                "documents", context("Documentos", "Documents"),
                contents.documents.isEmpty
                    ? nil
                    : SpacePage.table(documents: contents.documents, context, sorting.order(at: "documents"))
            ),
            (
                "meetings", context("Reuniones y actividades", "Meetings and activities"),
                contents.meetings.isEmpty
                    ? nil
                    : SpacePage.table(meetings: contents.meetings, context, sorting.order(at: "meetings"))
            ),
            (
                "organs", context("Órganos", "Organs"),
                contents.organs.isEmpty
                    ? nil : SpacePage.table(organs: contents.organs, context, sorting.order(at: "organs"))
            ),
            (
                "lines", context("Líneas de los planes", "Lines of the plans"),
                contents.lines.isEmpty
                    ? nil : SpacePage.table(lines: contents.lines, context, sorting.order(at: "lines"))
            ),
        ]
        // The first that there is stands at the page's foot.
        let first = tables.first { $0.table != nil }?.id
        func offered(_ index: Int) -> DataTable? {
            let (id, heading, table) = tables[index]
            return id == first ? table : table?.with(context.files(of: id, named: heading))
        }
        documents = offered(0)
        occasions = offered(1)
        organs = offered(2)
        lines = offered(3)
    }

    var json: JSONValue {
        [
            "space": .text(contents.space.id.text), "name": JSONValue(contents.space.act.name),
            "summary": JSONValue(contents.space.act.summary), "since": JSONValue(contents.space.on),
            "documents": .list(
                contents.documents.map {
                    [
                        "document": .text($0.act.document.text), "title": JSONValue($0.act.title),
                        "kind": .text($0.act.kind.rawValue), "date": JSONValue($0.dated),
                        "access": .text($0.act.access.rawValue),
                    ]
                }),
            "meetings": .list(
                contents.meetings.map {
                    [
                        "meeting": .text($0.id.text), "title": JSONValue(context.state.title(of: $0)),
                        "from": JSONValue($0.act.from), "to": JSONValue($0.act.to),
                        "organ": .text($0.act.organ.text),
                    ]
                }),
            "organs": .list(
                contents.organs.map {
                    [
                        "organ": .text($0.id.text), "name": JSONValue($0.name(on: context.day).name),
                        "contact": .null,
                    ]
                }),
            "lines": .list(
                contents.lines.map {
                    [
                        "plan": .text($0.act.plan.text), "line": .text($0.act.line.text),
                        "title": JSONValue($0.act.title),
                        "status": JSONValue($0.status(on: context.day)?.act.status.rawValue),
                    ]
                }),
            "terms": .list(contents.terms.map { .text($0.act.term.text) }),
            "source": context.json(source),
            "acts": .list(contents.entries.filter { context.isOpen($0) }.map { .number($0) }),
        ]
    }

    func meetings() -> [MeetingID] { contents.meetings.map(\.id) }

    func acts() -> [Int] { contents.entries.sorted(by: >) }

    func lists() -> [ListModel] {
        [("documents", documents), ("meetings", occasions), ("organs", organs), ("lines", lines)]
            .compactMap { id, table in table.map { ListModel(id: id, table: $0) } }
    }

    func write(_ html: inout HTMLWriter) {
        let act = contents.space.act
        html.breadcrumb(
            [
                LinkModel(
                    text: context("Espacios temáticos", "Thematic spaces"), href: context.path(.spaces))
            ], context.language)
        html(.h1) { html in
            html.text(title + " ")
            html.code(contents.space.id.text)
        }
        html(.p, context(act.summary), .class("lead"))
        part(context("Documentos", "Documents"), "documents", documents, &html) {
            context(
                "Ningún documento que usted pueda leer está en este espacio. La secretaría los pone aquí uno por uno, o entran por el tema del plan que llevan.",
                "No document that you may read stands in this space. The secretariat places them here one by one, or they come in by the plan's theme that they carry."
            )
        }
        part(context("Reuniones y actividades", "Meetings and activities"), "meetings", occasions, &html) {
            context(
                "Ninguna reunión ni actividad se ha puesto en este espacio.",
                "No meeting or activity has been placed in this space.")
        }
        part(context("Órganos y su contacto", "Organs and their contact"), "organs", organs, &html) {
            context(
                "No consta ningún órgano que trabaje en este tema.",
                "No organ is recorded as working on this theme.")
        }
        part(context("En los planes", "In the plans"), "lines", lines, &html) {
            context(
                "No consta a qué líneas de los planes corresponde.",
                "To which lines of the plans it belongs isn't recorded.")
        }
        terms(&html)
        html.section(context("De dónde sale", "Where it comes from"), id: "source") { html in
            html.facts([
                (context("Fuente", "Source"), { html in html.cell(context.cell(source)) }),
                (
                    context("Consta desde", "Recorded since"),
                    { html in
                        html.text(Written.partial(contents.space.on, context.language) + ", ")
                        html(
                            .a, Written.entry(contents.space.entry, context.language), .class("num"),
                            .href(context.plainPath(.entry(contents.space.entry))))
                    }
                ),
            ])
        }
    }

    private func part(
        _ heading: String, _ id: String, _ table: DataTable?, _ html: inout HTMLWriter,
        empty: () -> String
    ) {
        html.section(heading, id: id) { html in
            if let table { html.table(table) } else { html(.p, empty(), .class("soft")) }
        }
    }

    private func terms(_ html: inout HTMLWriter) {
        if contents.terms.isEmpty { return }
        html.section(context("Sus términos", "Its terms"), id: "terms") { html in
            html(.ul) { html in
                for term in contents.terms {
                    html(.li) { html in
                        html(
                            .a, context(term.act.name),
                            .href(
                                context.request.path(.glossary, fragment: GlossaryPage.anchor(term.act.term)))
                        )
                        if let definition = term.act.definition { html.text(": " + context(definition)) }
                    }
                }
            }
        }
    }
}
