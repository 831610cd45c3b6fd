import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// What became different between two days in organs, parties, presidencies and plans.
struct ChangesPage: PageModel {
    /// How many changes of one subject stand on the page; the files have them all.
    static let shownLimit = 100

    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    let formats: [Representation] = [.csv, .xlsx, .json, .atom, .pdf]
    private let context: PageContext
    private let from: (typed: String, day: Day?, problem: String?)
    private let to: (typed: String, day: Day?, problem: String?)
    private let changes: [DatedChange]

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(ChangesPage(context))
    }

    private init(_ context: PageContext) {
        self.context = context
        title = context("Qué cambió", "What changed")
        summary = context(
            "La diferencia entre dos días: órganos, miembros y observadores, presidencias y planes.",
            "The difference between two days: organs, members and observers, presidencies and plans.")
        func read(_ name: String, _ ordinary: Day) -> (typed: String, day: Day?, problem: String?) {
            let typed = String((context.request.query[name] ?? "").prefix(40))
            if typed.isEmpty { return (ordinary.description, ordinary, nil) }
            if let day = Day(typed) { return (typed, day, nil) }
            return (
                typed, nil,
                context(
                    "“\(typed)” no es un día; escríbalo como AAAA-MM-DD, por ejemplo 2014-06-01.",
                    "“\(typed)” isn't a day; write it as YYYY-MM-DD, such as 2014-06-01.")
            )
        }
        var to = read("to", context.today)
        let from = read("from", (to.day ?? context.today).adding(years: -1))
        if let first = from.day, let last = to.day, last < first {
            to.problem = context(
                "El segundo día es anterior al primero; cambie uno de los dos.",
                "The second day lies before the first; change one of the two.")
        }
        self.from = from
        self.to = to
        isQuestionUnfit = from.problem != nil || to.problem != nil
        if !isQuestionUnfit, let first = from.day, let last = to.day {
            changes = context.state.difference(from: first, to: last, for: context.viewer)
        } else {
            changes = []
        }
    }

    var json: JSONValue {
        [
            "from": JSONValue(from.day), "to": JSONValue(to.day), "fromProblem": JSONValue(from.problem),
            "toProblem": JSONValue(to.problem),
            "changes": .list(
                changes.map { change in
                    [
                        "subject": .text(change.subject.rawValue), "on": JSONValue(change.on),
                        "text": JSONValue(context.state.line(change)),
                        "entries": .list(change.entries.map { .number($0) }),
                    ]
                }),
        ]
    }

    func acts() -> [Int] { Array(Set(changes.flatMap(\.entries)).sorted().reversed()) }

    func lists() -> [ListModel] {
        [
            ListModel(
                id: "changes",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("Cuándo", "When")), .init(context("Materia", "Subject")),
                        .init(context("Qué cambió", "What changed")), .init(context("Actos", "Acts")),
                    ],
                    rows: changes.map { change in
                        [
                            .text(change.on.description), .text(name(change.subject)),
                            .text(context(context.state.line(change))),
                            .text(change.entries.map(String.init).joined(separator: ", ")),
                        ]
                    }))
        ]
    }

    private func name(_ subject: DatedChange.Subject) -> String {
        switch subject {
        case .organs: context("Órganos", "Organs")
        case .parties: context("Miembros y observadores", "Members and observers")
        case .presidency: context("Presidencias", "Presidencies")
        case .plan: context("Planes", "Plans")
        }
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html(.h1, title)
        html(
            .p,
            context(
                "Lo que es distinto en un día respecto de otro anterior, según lo que consta hoy, con el acto detrás de cada cambio.",
                "What is different on one day from another before it, as recorded today, with the act behind each change."
            ), .class("lead"))
        html.question(
            QuestionModel(
                action: context.plainPath(.changes),
                fields: [
                    FieldModel(
                        name: "from", label: context("Entre el", "Between"), kind: .day, value: from.typed,
                        problem: from.problem),
                    FieldModel(
                        name: "to", label: context("y el", "and"), kind: .day, value: to.typed,
                        problem: to.problem),
                ], button: context("Comparar", "Compare"),
                label: context("Comparar dos días", "Compare two days")))
        guard !isQuestionUnfit, let first = from.day, let last = to.day else { return }
        guard first != last else {
            empty(
                context("Es el mismo día", "It is the same day"),
                context(
                    "Entre un día y él mismo nada cambia. Elija dos días distintos.",
                    "Between a day and itself nothing changes. Choose two different days."), &html)
            return
        }
        guard !changes.isEmpty else {
            empty(
                context("Ningún cambio consta", "No change is recorded"),
                context(
                    "Después del \(Written.long(first, language)) y hasta el \(Written.long(last, language)) no consta ningún cambio en órganos, miembros, observadores, presidencias ni planes.",
                    "After \(Written.long(first, language)) and up to \(Written.long(last, language)) no change in organs, members, observers, presidencies or plans is recorded."
                ), &html)
            return
        }
        if first > last.adding(years: -10) {
            html(.p, .class("small")) { html in
                html(
                    .a, context("Los últimos diez años", "The last ten years"),
                    .href(
                        context.plainPath(
                            .changes,
                            query: [
                                ("from", last.adding(years: -10).description), ("to", last.description),
                            ])))
            }
        }
        for subject in DatedChange.Subject.allCases {
            let own = changes.filter { $0.subject == subject }
            guard !own.isEmpty else { continue }
            html.section(
                name(subject), id: subject.rawValue,
                note: Counted(one: Phrase("cambio", "change"), other: Phrase("cambios", "changes")).text(
                    own.count, language)
            ) { html in
                if own.count > ChangesPage.shownLimit {
                    html(
                        .p,
                        context(
                            "Se muestran los primeros \(ChangesPage.shownLimit); en CSV, XLSX y JSON están todos.",
                            "The first \(ChangesPage.shownLimit) are shown; CSV, XLSX and JSON have them all."
                        ), .class("soft"))
                }
                html.table(table(Array(own.prefix(ChangesPage.shownLimit)), subject))
            }
        }
    }

    private func empty(_ title: String, _ sentence: String, _ html: inout HTMLWriter) {
        html.empty(
            EmptyModel(
                title: title, sentences: [sentence],
                link: LinkModel(
                    text: context("El registro de actos", "The register of acts"),
                    href: context.plainPath(.register))))
    }

    private func table(_ changes: [DatedChange], _ subject: DatedChange.Subject) -> DataTable {
        DataTable(
            caption: name(subject), hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When")), .init(context("Qué cambió", "What changed")),
                .init(context("Actos", "Acts")),
            ],
            rows: changes.map { change in
                let text = context(context.state.line(change))
                return [
                    .text(
                        change.on.precision == .day
                            ? Written.short(change.on.first, context.language)
                            : Written.partial(change.on, context.language)),
                    href(change).map { .link(text, href: $0) } ?? .text(text),
                    .made(
                        TrustedHTML { html in
                            for (index, entry) in change.entries.enumerated() {
                                if index > 0 { html.text(", ") }
                                html(
                                    .a, Written.entry(entry, context.language),
                                    .href(context.plainPath(.entry(entry))))
                            }
                        }),
                ]
            })
    }

    /// The page of what changed.
    private func href(_ change: DatedChange) -> String? {
        switch change.what {
        case .organEstablished(let organ), .organDescribed(let organ), .organTermOver(let organ),
            .organRenamed(let organ, _, _), .organEnded(let organ, _):
            context.plainPath(.organ(organ.text))
        case .admitted(let party, _, _), .reinstated(let party), .lapseAnnounced(let party),
            .left(let party, _):
            context.plainPath(.party(party.text))
        case .presidencyDesignated, .presidencyThemeSet, .presidencyBegan, .presidencyHandedOver:
            context.plainPath(.presidencies, query: [("on", change.on.first.description)])
        case .planAdopted(let plan): context.plainPath(.plan(plan.text))
        case .lineStated(let place), .statusReported(let place, _, _):
            context.plainPath(.planLine(place.plan.text, place.line.text))
        }
    }
}
