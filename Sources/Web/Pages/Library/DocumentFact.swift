import Charter
import Conference
import HTML
import HashTreeCollections

/// One fact about a document.
struct DocumentFact {
    let name: String
    let value: DataTable.Cell

    /// What is known of a document, and that the rest isn't.
    static func all(
        _ record: LibraryState.Document, _ source: Source?, _ context: PageContext
    ) -> [DocumentFact] {
        let act = record.act
        let state = context.state
        var facts = [
            DocumentFact(name: context("Código", "Code"), value: .text(act.document.text)),
            DocumentFact(
                name: context("Clase", "Kind"),
                value: .link(
                    context(LibraryWords.kind(act.kind)),
                    href: context.path(.library, query: [("kind", act.kind.rawValue)]))),
            DocumentFact(
                name: context("Fecha", "Date"),
                value: .text(
                    record.dated.map { Written.partial($0, context.language) } ?? context.notRecorded)),
            DocumentFact(name: context("Original", "Original"), value: original(act, context)),
            DocumentFact(name: context("Idiomas", "Languages"), value: languages(act, context)),
        ]
        if let organ = act.organ {
            facts.append(
                DocumentFact(
                    name: context("De quién es", "Whose it is"),
                    value: .link(
                        context(state.name(organ, on: record.on.last)), href: context.path(.organ(organ.text))
                    )))
        }
        if let meeting = act.meeting {
            facts.append(
                DocumentFact(
                    name: context("De la reunión", "Of the meeting"),
                    value: .link(
                        state.meetings.meetings[meeting].map { context(state.title(of: $0)) } ?? meeting.text,
                        href: context.path(.meeting(meeting.text)))))
        }
        if let decision = act.decision.flatMap({ state.decision($0) }),
            context.viewer.mayRead(decision.act.access)
        {
            facts.append(
                DocumentFact(
                    name: context("Lo adoptó", "Adopted by"),
                    value: .link(
                        decision.id.text + ", " + context(decision.act.title),
                        href: context.path(.decision(decision.id.text)))))
        }
        if let themes = act.themes, !themes.isEmpty {
            facts.append(
                DocumentFact(
                    name: context("Temas", "Themes"), value: .made(links(themes: themes, context))))
        }
        facts.append(
            DocumentFact(
                name: context("Para quién", "For whom"),
                value: .text(Written.capitalised(context(LibraryWords.readers(act.access))))))
        facts.append(
            DocumentFact(
                name: context("Lo registró", "Registered by"),
                value: .text(
                    context(state.actor(of: state.lines[record.entry - 1]).title(state)))))
        if source != nil {
            facts.append(DocumentFact(name: context("Fuente", "Source"), value: context.cell(source)))
        }
        return facts
    }

    private static func original(_ act: DocumentRecorded, _ context: PageContext) -> DataTable.Cell {
        guard let original = act.title.original else { return .text(context.notRecorded) }
        return .text(context("en ", "in ") + context(LibraryWords.language(original)))
    }

    private static func languages(_ act: DocumentRecorded, _ context: PageContext) -> DataTable.Cell {
        guard let languages = act.languages, !languages.isEmpty else { return .text(context.notRecorded) }
        return .text(
            Written.list(languages.map { context(LibraryWords.language($0)) }, context.language))
    }

    private static func links(themes: [ElementID], _ context: PageContext) -> TrustedHTML {
        let links = themes.map { id in
            (context.themeName(id), context.theme(id).map { context.path(.planLine($0.plan.text, id.text)) })
        }
        return TrustedHTML { html in
            for (index, link) in links.enumerated() {
                if index > 0 { html(.br) }
                if let href = link.1 { html(.a, link.0, .href(href)) } else { html.text(link.0) }
            }
        }
    }

}
