import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// The papers of a meeting or an organ that the reader may open.
struct PaperRows {
    let context: PageContext
    let papers: [LibraryState.Document]

    /// The papers that a test keeps, latest first; of each class only what the reader may read.
    init(_ context: PageContext, where keeps: (LibraryState.Document) -> Bool) {
        self.context = context
        papers = context.state.library.documents.values
            .filter { keeps($0) && $0.on.first <= context.day && context.viewer.mayRead($0.act.access) }
            .sorted { ($1.on, $1.entry) < ($0.on, $0.entry) }
    }

    /// The papers; `nil` where there are none. `namesKind: false` where all are of one kind.
    func table(caption: String, namesKind: Bool = true) -> DataTable? {
        guard !papers.isEmpty else { return nil }
        let isMixed = papers.contains { $0.act.access != .public }
        return DataTable(
            caption: caption, hidesCaption: true,
            columns: [
                .init(context("Documento", "Document"))
            ] + (namesKind ? [.init(context("Clase", "Kind"))] : []) + [
                .init(context("Fecha", "Date")), .init(context("Idiomas", "Languages")),
            ] + (isMixed ? [.init(context("Para quién", "For whom"))] : []),
            rows: papers.map { paper in
                let languages = (paper.act.languages ?? []).map(\.rawValue)
                return [
                    .link(context(paper.act.title), href: context.path(.document(paper.act.document.text)))
                ] + (namesKind ? [.text(context.word(paper.act.kind.rawValue))] : []) + [
                    paper.dated.map { .text(context.short($0)) } ?? .none(context.notRecorded),
                    languages.isEmpty
                        ? .none(context.notRecorded) : .text(languages.joined(separator: ", ")),
                ] + (isMixed ? [.text(context.word(paper.act.access.rawValue))] : [])
            })
    }

    /// The papers for programs.
    var json: JSONValue {
        .list(
            papers.map { paper in
                [
                    "document": .text(paper.act.document.text), "title": JSONValue(paper.act.title),
                    "kind": .text(paper.act.kind.rawValue), "on": JSONValue(paper.on),
                    "access": .text(paper.act.access.rawValue), "entry": .number(paper.entry),
                ]
            })
    }
}
