import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One document: what it is, where its text is, how it is quoted, and what rests on it.
struct DocumentPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.json, .atom, .pdf]
    private let context: PageContext
    private let record: LibraryState.Document
    private let source: Source?
    private let notYet: String?
    private let facts: [DocumentFact]
    private let texts: DocumentTextsView
    private let citation: DocumentCitation?
    private let uses: DocumentUses
    private let sequences: [Int]

    /// The document's page; for one that isn't known, or that this reader may not read, not found with the
    /// nearest ones that they may.
    static func make(_ document: DocumentID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        guard let record = context.document(document) else {
            return .other(.notFound(context.suggestions(document: document)))
        }
        let sources = try await registrar.sources(of: [record.entry], in: context.state)
        let texts = try await DocumentTextsView.read(record, context, registrar)
        let uses = try await DocumentUses.find(record, context, registrar)
        let citation = PageFiles(context: context, registrar: registrar, origin: context.origin).citation()
        return .model(
            DocumentPage(
                record, texts, uses, citation.map { DocumentCitation($0, context) },
                sources[record.entry], context))
    }

    private init(
        _ record: LibraryState.Document, _ texts: DocumentTextsView, _ uses: DocumentUses,
        _ citation: DocumentCitation?, _ source: Source?, _ context: PageContext
    ) {
        self.context = context
        self.record = record
        self.source = source
        self.texts = texts
        self.uses = uses
        self.citation = citation
        let act = record.act
        title = context(act.title)
        let kind = Written.capitalised(context(LibraryWords.kind(act.kind)))
        summary = kind + " · " + title
        notYet =
            record.on.first > context.day
            ? context(
                "El documento es posterior al día que se muestra: \(Written.partial(record.on, context.language)).",
                "The document is later than the day shown: \(Written.partial(record.on, context.language)).")
            : nil
        facts = DocumentFact.all(record, source, context)
        let corrected = context.state.lines[record.entry - 1].correctedBy
        sequences = Array(
            Set(
                [record.entry] + record.texts.map(\.entry) + uses.placings
                    + (corrected == 0 ? [] : [Int(corrected)]))
        ).filter { context.isOpen($0) }.sorted(by: >)
    }

    var json: JSONValue {
        DocumentPage.json(record, source, texts, uses, citation, sequences, context)
    }

    func acts() -> [Int] { sequences }

    private static func json(
        _ record: LibraryState.Document, _ source: Source?, _ texts: DocumentTextsView, _ uses: DocumentUses,
        _ citation: DocumentCitation?, _ sequences: [Int], _ context: PageContext
    ) -> JSONValue {
        let act = record.act
        return [
            "document": .text(act.document.text), "title": JSONValue(act.title),
            "original": JSONValue(act.title.original?.rawValue), "kind": .text(act.kind.rawValue),
            "date": JSONValue(record.dated), "year": JSONValue(act.year),
            "languages": act.languages.map { .list($0.map { .text($0.rawValue) }) } ?? .null,
            "access": .text(act.access.rawValue), "organ": JSONValue(act.organ?.text),
            "meeting": JSONValue(act.meeting?.text), "decision": JSONValue(act.decision?.text),
            "themes": .list((act.themes ?? []).map { .text($0.text) }), "link": JSONValue(act.link),
            "texts": texts.json, "citation": JSONValue(citation?.plain), "uses": uses.json,
            "source": context.json(source), "entry": .number(record.entry),
            "acts": .list(sequences.map { .number($0) }),
        ]
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        let act = record.act
        html.breadcrumb(
            [LinkModel(text: context("Biblioteca", "Library"), href: context.path(.library))], language)
        html.eyebrow(
            [context(LibraryWords.kind(act.kind)), act.year.map(String.init)].compactMap { $0 }
                .joined(separator: " · "))
        html(.h1, title)
        html(.p, .class("lead")) { html in
            html.text(context("En inglés: ", "In Spanish: "))
            html(.span, act.title[language.other], .lang(language.other.rawValue))
        }
        if let notYet { html.notice(.gold) { html in html(.p, notYet) } }
        // On a phone where the text is comes before the facts about it.
        html(.div, .class("faceted")) { html in
            html(.div) { html in
                texts.write(&html)
                if let citation { citation.write(&html, language) }
            }
            html(.aside) { html in
                html.section(context("En breve", "At a glance"), id: "facts") { html in
                    html.facts(facts.map { fact in (fact.name, { html in html.cell(fact.value) }) })
                }
            }
        }
        texts.writeSideBySide(&html)
        uses.write(&html)
        html.section(context("Los actos", "The acts"), id: "acts") { html in
            html(.ul) { html in
                for sequence in sequences {
                    html(.li) { html in
                        html(
                            .a, Written.entry(sequence, language), .class("num"),
                            .href(context.plainPath(.entry(sequence))))
                        html.text(" " + context.lineSummary(sequence))
                    }
                }
            }
        }
    }
}
