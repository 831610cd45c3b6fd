import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// Who presided when, and the Troika on any day.
struct PresidenciesPage: PageModel {
    /// One of the Troika's three places.
    struct Seat {
        let label: String
        let term: PresidencyState.Term?
        let card: CardModel
        let name: String
    }

    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .atom, .json, .pdf]
    private let troika: Answer<Troika>
    private let slots: [PresidencyState.Slot]
    private let handed: [PresidencyState.Handover]
    private let sources: [Int: Source]
    /// The terms recorded, in the order asked for.
    private let recorded: [PresidencyState.Slot]
    private let context: PageContext
    private let lead: String
    private let latest: LinkModel?
    private let seats: [Seat]
    private let why: WhyModel
    private let ribbon: RibbonModel?
    private let terms: DataTable
    private let handovers: DataTable?
    let sorting: Sorting?

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let state = context.state
        let entries =
            state.presidency.all.map(\.entry) + state.presidency.themes.values.map(\.entry)
            + state.presidency.handovers.map(\.entry)
        return .model(
            PresidenciesPage(context, sources: try await registrar.sources(of: entries, in: state)))
    }

    init(_ context: PageContext, sources: [Int: Source]) {
        self.context = context
        self.sources = sources
        let state = context.state
        troika = state.troika(on: context.day)
        slots = state.termLine(through: max(context.day, context.today))
        let columns = PresidenciesPage.sortColumns(context)
        let sorting = Sorting(
            context, columns.map(\.name) + PresidenciesPage.handoverSorts(context).map(\.name))
        self.sorting = sorting
        recorded = sorting.sorted(slots.reversed().filter { $0.term != nil }, by: columns)
        title = context("Presidencias", "Presidencies")
        let date = Written.long(context.day, context.language)
        summary = context(
            "Quién presidió cada período y la Troika el \(date).",
            "Who presided over each term, and the Troika on \(date).")
        lead = PresidenciesPage.lead(troika.value, context)
        latest = PresidenciesPage.latest(troika.value, context)
        seats = PresidenciesPage.seats(troika.value, context)
        why = context.why(troika.basis, change: troika.change, about: context("esta Troika", "this Troika"))
        ribbon = PresidencyRibbon.model(context, slots: slots, troika: troika.value)
        terms = PresidenciesPage.table(recorded, sorting, context, sources)
        handed = sorting.sorted(
            state.handovers(through: .distantFuture), by: PresidenciesPage.handoverSorts(context))
        handovers = handed.isEmpty ? nil : PresidenciesPage.table(handed, sorting, context, sources)
    }

    var json: JSONValue {
        PresidenciesPage.json(
            troika, (sorting?.sorted(slots, by: PresidenciesPage.sortColumns(context)) ?? slots), handed,
            context,
            sources)
    }

    func lists() -> [ListModel] {
        [ListModel(id: "terms", table: PresidenciesPage.sheet(recorded.compactMap(\.term), context))]
    }
    func acts() -> [Int] {
        let state = context.state.presidency
        return
            (recorded.compactMap(\.term).flatMap {
                [$0.entry] + [state.themes[$0.year]?.entry].compactMap { $0 }
            }
            + state.handovers.map(\.entry)).sorted(by: >)
    }

    private static func lead(_ troika: Troika, _ context: PageContext) -> String {
        let date = Written.long(context.day, context.language)
        guard let current = troika.current else {
            return context(
                "Quién presidía el \(date) no consta en el registro.",
                "Who presided on \(date) is not recorded.")
        }
        let name = context.name(current.party)
        if context.isAnotherDay {
            return context("El \(date) presidía \(name).", "On \(date), \(name) presided.")
        }
        return context("Hoy, \(date), preside \(name).", "Today, \(date), \(name) presides.")
    }

    /// Where nobody is recorded for the day, the way to the last presidency that is.
    private static func latest(_ troika: Troika, _ context: PageContext) -> LinkModel? {
        guard troika.current == nil, let term = context.state.latestPresidency(on: context.day).value else {
            return nil
        }
        let name = context.name(term.party) + " (" + period(term, context) + ")"
        return LinkModel(
            text: context("La última que consta: \(name).", "The last one recorded: \(name)."),
            href: context.plainPath(
                .presidencies, query: [("on", context.state.judged(term.days).description)]))
    }

    private static func seats(_ troika: Troika, _ context: PageContext) -> [Seat] {
        [
            (troika.outgoing, Phrase("Saliente", "Outgoing")), (troika.current, Phrase("Actual", "Current")),
            (troika.incoming, Phrase("Entrante", "Incoming")),
        ].map { term, phrase in
            let label = phrase[context.language]
            guard let term else {
                return Seat(
                    label: label, term: nil,
                    card: CardModel(
                        eyebrow: label, title: Written.capitalised(context.notRecorded),
                        detail: context(
                            "Aparecerá cuando se registre la designación de ese período.",
                            "It will stand here once that term's designation is registered.")),
                    name: context.notRecorded)
            }
            let theme = context.state.presidency.themes[term.year].map { context($0.title) }
            return Seat(
                label: label, term: term,
                card: CardModel(
                    eyebrow: label + " · " + PresidenciesPage.period(term, context),
                    title: context.name(term.party),
                    titleHref: context.path(.party(term.party.text)), code: term.party.text, detail: theme),
                name: context.name(term.party))
        }
    }

    /// A term as it is called: its year, or its years.
    static func period(_ term: PresidencyState.Term, _ context: PageContext) -> String {
        let last = term.days.upperBound.year
        return last == term.year ? String(term.year) : "\(term.year)–\(last)"
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, .class("lead")) { html in
            html.text(lead)
            if let latest {
                html.text(" ")
                html(.a, latest.text, .href(latest.href))
            }
        }
        html.section(
            context.isAnotherDay
                ? context("La Troika ese día", "The Troika that day")
                : context("La Troika hoy", "The Troika today")
        ) { html in
            html.cards(seats.map(\.card), context.language)
            html.why(why, context.language)
        }
        if let ribbon {
            html.section(
                context("Por año", "By year"),
                note: context("cada año lleva a su Troika", "each year leads to its Troika")
            ) { $0.ribbon(ribbon) }
            html.section(context("Períodos y temas", "Terms and themes"), id: "terms") { $0.table(terms) }
        } else {
            html.empty(
                EmptyModel(
                    title: context("No consta ninguna presidencia", "No presidency is recorded"),
                    sentences: [
                        context(
                            "Aquí estarán los períodos con sus temas cuando la presidencia o la secretaría registren una designación.",
                            "The terms with their themes will stand here once the presidency or the secretariat registers a designation."
                        )
                    ]))
        }
        html.section(context("Traspasos", "Handovers"), id: "handovers") { html in
            if let handovers {
                html.table(handovers)
            } else {
                html(.p, context("No consta ningún traspaso.", "No handover is recorded."), .class("soft"))
            }
        }
    }
}
