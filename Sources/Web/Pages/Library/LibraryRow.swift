import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// A document in a list.
enum LibraryRow {
    /// Its title with its page and, where it isn't for everybody, for whom it is.
    static func title(_ document: LibraryState.Document, _ context: PageContext) -> TrustedHTML {
        let title = context(document.act.title)
        let href = context.path(.document(document.act.document.text))
        let access = document.act.access
        let words = access == .public ? nil : context(ActWords.values[access.rawValue] ?? Localized(same: ""))
        return TrustedHTML { html in
            html(.a, title, .href(href))
            if let words {
                html.text(" ")
                html.tag(words, .gold)
            }
        }
    }

    /// Writes a document as one of a list: its title, what it is, and where its text is.
    static func write(
        _ document: LibraryState.Document, _ html: inout HTMLWriter, _ context: PageContext
    ) {
        let act = document.act
        let title = title(document, context)
        var parts = [
            Written.capitalised(context(LibraryWords.kind(act.kind))),
            document.dated.map { Written.partial($0, context.language) }
                ?? context("fecha no consta", "date not recorded"),
        ]
        if let organ = act.organ { parts.append(context(context.state.name(organ, on: document.on.last))) }
        let place = place(document, context)
        html(.li) { html in
            html(.h3) { $0.trusted(title) }
            html(.p, .classes("small", "soft")) { html in
                html.text(parts.joined(separator: " · "))
                if let place {
                    html.text(" · ")
                    html.trusted(place)
                }
            }
        }
    }

    /// Where its text is, in a few words: its languages here, or another site; `nil` where that isn't recorded.
    private static func place(_ document: LibraryState.Document, _ context: PageContext) -> TrustedHTML? {
        let texts = context.state.texts(of: document.act.document, on: context.day)
        let links = texts.map { text in
            (
                text.language, context(LibraryWords.language(text.language)),
                context.path(.documentText(document.act.document.text, text.language))
            )
        }
        let outside = document.act.link
        if links.isEmpty, outside == nil { return nil }
        let lead = context("texto: ", "text: ")
        let elsewhere = context("en otro sitio", "on another site")
        return TrustedHTML { html in
            html.text(lead)
            for (index, link) in links.enumerated() {
                if index > 0 { html.text(", ") }
                html(.a, link.1, .href(link.2), .hreflang(link.0.rawValue))
            }
            guard let outside else { return }
            if !links.isEmpty { html.text(", ") }
            html(.a, elsewhere, .href(external: outside), .rel("noopener"))
        }
    }

    /// What documents are sorted by.
    static func sortColumns(_ context: PageContext) -> [SortColumn<LibraryState.Document>] {
        [
            SortColumn("date") { $0.dated.map { .day($0) } },
            SortColumn("title") { context.sorts(context($0.act.title)) },
            SortColumn("kind") { context.sorts(context(LibraryWords.kind($0.act.kind))) },
            SortColumn("organ") { document in
                document.act.organ.flatMap {
                    context.sorts(context(context.state.name($0, on: document.on.last)))
                }
            },
        ]
    }

    /// Documents whole, for spreadsheets.
    static func list(_ documents: [LibraryState.Document], _ context: PageContext) -> DataTable {
        func cell(_ text: String?) -> DataTable.Cell {
            text.map { .text($0) } ?? .none(context.notRecorded)
        }
        func codes(_ list: [String]?) -> DataTable.Cell {
            cell(list.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") })
        }
        return DataTable(
            caption: context("Biblioteca", "Library"),
            columns: [
                .init(context("Código", "Code")), .init(context("Título en español", "Title in Spanish")),
                .init(context("Título en inglés", "Title in English")),
                .init(context("Original", "Original")), .init(context("Clase", "Kind")),
                .init(context("Fecha", "Date")), .init(context("Año", "Year"), isNumeric: true),
                .init(context("Órgano", "Organ")), .init(context("Reunión", "Meeting")),
                .init(context("Temas", "Themes")), .init(context("Idiomas", "Languages")),
                .init(context("Para quién", "For whom")), .init(context("Enlace", "Link")),
                .init(context("Textos aquí", "Texts here")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: documents.map { document in
                let act = document.act
                return [
                    .text(act.document.text), .text(act.title.es), .text(act.title.en),
                    cell(act.title.original?.rawValue), .text(context(LibraryWords.kind(act.kind))),
                    cell(document.dated?.description), cell(act.year.map(String.init)), cell(act.organ?.text),
                    cell(act.meeting?.text), codes(act.themes?.map(\.text)),
                    codes(act.languages?.map(\.rawValue)), .text(act.access.rawValue), cell(act.link),
                    codes(
                        context.state.texts(of: act.document, on: context.day).map(\.language.rawValue)),
                    .text(String(document.entry)),
                ]
            })
    }

    /// A document for programs.
    static func json(_ document: LibraryState.Document, _ context: PageContext) -> JSONValue {
        let act = document.act
        return [
            "document": .text(act.document.text), "title": JSONValue(act.title),
            "original": JSONValue(act.title.original?.rawValue), "kind": .text(act.kind.rawValue),
            "date": JSONValue(document.dated), "year": JSONValue(act.year),
            "organ": JSONValue(act.organ?.text),
            "meeting": JSONValue(act.meeting?.text),
            "themes": .list((act.themes ?? []).map { .text($0.text) }),
            "languages": act.languages.map { .list($0.map { .text($0.rawValue) }) } ?? .null,
            "access": .text(act.access.rawValue), "link": JSONValue(act.link),
            "texts": .list(
                context.state.texts(of: act.document, on: context.day).map { .text($0.language.rawValue) }),
            "address": .text(context.path(.document(act.document.text))), "entry": .number(document.entry),
        ]
    }
}
