import Charter
import Conference
import Exchange
import HTML
import Secretariat

/// Where a document's text is: the texts held, how they stand to the original, and the address outside.
struct DocumentTextsView {
    /// A text in one language, ready to be shown.
    struct Held {
        let text: DocumentText
        let address: String
        /// Its words, where it is text; `nil` for other files, and for bytes that aren't there.
        let words: HeldWords?
        let size: Int?
    }

    let held: [Held]
    private let outside: String?
    private let context: PageContext

    static func read(
        _ record: LibraryState.Document, _ context: PageContext, _ registrar: Registrar
    ) async throws -> DocumentTextsView {
        var held: [Held] = []
        for text in context.state.texts(of: record.act.document, on: context.day) {
            let bytes = try await registrar.bytes(of: text.file)
            held.append(
                Held(
                    text: text,
                    address: context.path(.documentText(record.act.document.text, text.language)),
                    words: bytes.flatMap { words($0, text.mediaType) }, size: bytes?.count))
        }
        return DocumentTextsView(held: held, outside: record.act.link, context: context)
    }

    /// The words of a plain text; `nil` for what isn't one, or is too long for a page.
    static func words(_ bytes: [UInt8], _ type: String?) -> HeldWords? {
        guard let type, ["text/plain", "text/markdown"].contains(type), bytes.count <= HeldWords.limit,
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return HeldWords(text)
    }

    /// The texts for programs.
    var json: JSONValue {
        .list(
            held.map { held in
                [
                    "language": .text(held.text.language.rawValue), "title": .text(held.text.title),
                    "date": JSONValue(held.text.on), "original": .flag(held.text.isOriginal),
                    "outOfDate": .flag(held.text.isStale), "file": .text(held.text.file),
                    "mediaType": JSONValue(held.text.mediaType), "bytes": JSONValue(held.size),
                    "address": .text(held.address), "entry": .number(held.text.entry),
                ]
            })
    }

    /// Writes where the text is.
    func write(_ html: inout HTMLWriter) {
        html.section(context("Dónde está el texto", "Where the text is"), id: "text") { html in
            if held.isEmpty, outside == nil {
                html.empty(
                    EmptyModel(
                        title: context("El texto no está aquí", "The text isn't here"),
                        sentences: [
                            context(
                                "Consta que el documento existe, no dónde está. Aquí podrá leerse, en cada idioma, cuando la secretaría registre su texto o su dirección.",
                                "That the document exists is recorded, where it is isn't. It can be read here, in each language, once the secretariat registers its text or its address."
                            )
                        ]))
            }
            for held in held { write(held, &html) }
            if let outside {
                html(.p) { html in
                    html.text(
                        held.isEmpty
                            ? context("Está en otro sitio: ", "It stands on another site: ")
                            : context("También en otro sitio: ", "On another site too: "))
                    html(.a, host(outside), .href(external: outside), .rel("noopener"))
                }
            }
        }
    }

    private func write(_ held: Held, _ html: inout HTMLWriter) {
        let text = held.text
        let language = Written.capitalised(context(LibraryWords.language(text.language)))
        html(.p) { html in
            html(.a, .href(held.address), .hreflang(text.language.rawValue)) { html in
                html(.b, language)
            }
            html.text(": ")
            html(.span, text.title, .lang(text.language.rawValue))
            html.text(" ")
            if text.isOriginal { html.tag(context("original", "original"), .leaf) }
            if text.isStale { html.tag(context("anterior al original", "older than the original"), .gold) }
            if isCurrentTranslation(text) { html.tag(context("al día", "up to date"), .leaf) }
            html(.br)
            html(.small, detail(held), .classes("soft", "num"))
        }
    }

    /// A translation of an original that is held, and that isn't newer.
    private func isCurrentTranslation(_ text: DocumentText) -> Bool {
        !text.isOriginal && !text.isStale && held.contains { $0.text.isOriginal }
    }

    private func detail(_ held: Held) -> String {
        var parts = [
            context("texto ", "text ")
                + (context.language == .es ? "de " : "of ") + Written.partial(held.text.on, context.language)
        ]
        if let type = held.text.mediaType { parts.append(type) }
        if let size = held.size {
            parts.append(
                size < 10_000
                    ? Written.number(size) + " bytes" : Written.number((size + 500) / 1000) + " kB")
        } else {
            parts.append(context("su archivo no está en este almacén", "its file isn't in this store"))
        }
        return parts.joined(separator: " · ")
    }

    private func host(_ address: String) -> String {
        let rest = address.drop { $0 != "/" }.dropFirst(2)
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        return host.isEmpty ? address : String(host)
    }

    /// Writes the texts that are words, beside each other where there is room; the reader's language first.
    func writeSideBySide(_ html: inout HTMLWriter) {
        let shown = held.filter { $0.words != nil }.sorted {
            ($0.text.language == context.language) && ($1.text.language != context.language)
        }
        guard !shown.isEmpty else { return }
        html.section(context("El texto", "The text"), id: "words") { html in
            if let stale = shown.first(where: \.text.isStale),
                let original = held.first(where: \.text.isOriginal)
            {
                let date = Written.partial(original.text.on, context.language)
                let older = Written.partial(stale.text.on, context.language)
                html.notice(.gold) { html in
                    html(
                        .p,
                        context(
                            "El original cambió después que su traducción: es de \(date), y ella, de \(older). Vale el original.",
                            "The original changed after its translation: it is of \(date), the translation of \(older). The original counts."
                        ))
                }
            }
            html(.div, .class("beside")) { html in
                for held in shown { column(held, &html) }
            }
        }
    }

    private func column(_ held: Held, _ html: inout HTMLWriter) {
        let language = Written.capitalised(context(LibraryWords.language(held.text.language)))
        html(.article, .class("text")) { html in
            html(.h3) { html in
                html.text(language + " ")
                if held.text.isOriginal { html.tag(context("original", "original"), .leaf) }
            }
            html(.div, .lang(held.text.language.rawValue)) { html in
                if let words = held.words { html.words(words) }
            }
        }
    }
}
