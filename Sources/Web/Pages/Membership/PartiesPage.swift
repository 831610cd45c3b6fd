import Charter
import Conference
import Exchange
import HTML
import Secretariat

/// Members and observers on a day: who, since when as known, and what is asked of them.
struct PartiesPage: PageModel {
    /// One list of the page: a heading, a table or an empty place, and why.
    struct List {
        let id: String
        let heading: String
        let note: String?
        let table: DataTable?
        let empty: EmptyModel
        let why: WhyModel
        /// The source of all of it, where it is one.
        var source: DataTable.Cell?
    }

    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .atom, .json, .pdf]
    private let rows: PartyRows
    private let answers: [Answer<[Participant]>]
    private let gone: [Participant]
    private let language: Language
    private let heading: String
    private let lead: String
    private let sections: [List]
    private let former: List?
    private let criteria: [CriteriaList]
    private let criteriaHeading: String
    private let criteriaNote: String?
    let sorting: Sorting?

    /// The page, with the sources of what it lists read from the register.
    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let state = context.state
        let day = context.day
        var lists = [
            state.members(on: day), state.observers(countries: true, on: day),
            state.observers(countries: false, on: day), state.networks(on: day),
        ]
        let columns = PartyRows(context, [:]).sortColumns
        let sorting = Sorting(context, columns.map(\.name))
        func sorted(_ parties: [Participant], _ list: Int) -> [Participant] {
            sorting.sorted(
                parties, by: columns.filter { PartyRows.sortsOfLists[list].contains($0.name) })
        }
        for list in lists.indices { lists[list] = lists[list].map { sorted($0, list) } }
        let former = sorted(state.former(on: day), lists.count)
        let entries = lists.flatMap { $0.value.flatMap(\.entries) } + former.flatMap(\.entries)
        let sources = try await registrar.sources(of: entries, in: state)
        return .model(PartiesPage(context, lists, former, sorting, sources))
    }

    private init(
        _ context: PageContext, _ answers: [Answer<[Participant]>], _ gone: [Participant],
        _ sorting: Sorting, _ sources: [Int: Source]
    ) {
        let language = context.language
        self.sorting = sorting
        rows = PartyRows(context, sources)
        self.answers = answers
        self.gone = gone
        let (members, countries, organizations, networks) = (answers[0], answers[1], answers[2], answers[3])
        self.language = language
        title = context("Miembros y observadores", "Members and observers")
        heading = title
        summary = context(
            "Quiénes participan en la Conferencia, desde cuándo y según qué acto.",
            "Who takes part in the Conference, since when and by which act.")
        lead = PartiesPage.lead(context, members.value, countries.value, organizations.value, networks.value)
        sections = [
            List(
                id: "members", heading: context("Países miembros", "Member countries"),
                note: PartyRows.sortsOfLists[0].contains(sorting.column ?? "")
                    ? nil : context("en el orden de las reglas", "in the rules' order"),
                table: members.value.isEmpty
                    ? nil : rows.members(members.value, order: sorting.order(at: "members")),
                empty: PartiesPage.empty(
                    context("Ningún miembro consta ese día", "No member is recorded on that day"), context),
                why: context.why(
                    members.basis, change: members.change,
                    about: context("de la lista de miembros", "the list of members")),
                source: rows.shared(members.value).map { context.cell($0) }
            ),
            List(
                id: "observer-countries", heading: context("Países observadores", "Observer countries"),
                note: nil,
                table: countries.value.isEmpty
                    ? nil
                    : rows.others(
                        countries.value, context("País", "Country"),
                        order: sorting.order(at: "observer-countries")),
                empty: PartiesPage.empty(
                    context(
                        "Ningún país observador consta ese día", "No observer country is recorded on that day"
                    ), context),
                why: context.why(
                    countries.basis, change: countries.change,
                    about: context("de la lista de países observadores", "the list of observer countries")),
                source: rows.shared(countries.value).map { context.cell($0) }),
            List(
                id: "observer-organizations",
                heading: context("Organismos observadores", "Observer organizations"), note: nil,
                table: organizations.value.isEmpty
                    ? nil
                    : rows.others(
                        organizations.value, context("Organismo", "Organization"), abbreviated: true,
                        order: sorting.order(at: "observer-organizations")),
                empty: PartiesPage.empty(
                    context(
                        "Ningún organismo observador consta ese día",
                        "No observer organization is recorded on that day"),
                    context),
                why: context.why(
                    organizations.basis, change: organizations.change,
                    about: context(
                        "de la lista de organismos observadores", "the list of observer organizations"))),
            List(
                id: "networks", heading: context("La sociedad civil", "Civil society"), note: nil,
                table: networks.value.isEmpty
                    ? nil
                    : rows.others(
                        networks.value, context("Red", "Network"), abbreviated: true, observers: false,
                        order: sorting.order(at: "networks")),
                empty: PartiesPage.empty(
                    context("Ninguna red consta ese día", "No network is recorded on that day"), context),
                why: context.why(
                    networks.basis, change: networks.change,
                    about: context("de las redes de la sociedad civil", "civil society's networks"))),
        ]
        former =
            gone.isEmpty
            ? nil
            : List(
                id: "former", heading: context("Quienes participaron antes", "Who took part before"),
                note: nil,
                table: rows.former(gone, order: sorting.order(at: "former")).with(
                    context.files(
                        of: "former", named: context("Quienes participaron antes", "Who took part before"))),
                empty: PartiesPage.empty("", context),
                why: context.why(
                    [Basis(clause: nil, entries: gone.flatMap(\.entries))],
                    about: context("de quienes participaron antes", "who took part before")))
        let edition = context.state.edition(on: context.day)
        criteriaHeading = context("Qué se pide para participar", "What is asked for taking part")
        criteriaNote = edition.map { context($0.edition.title) }
        criteria = edition.map { CriteriaList.all($0.edition, context) } ?? []
    }

    var json: JSONValue {
        rows.json(answers[0], answers[1], answers[2], answers[3], gone, criteria)
    }

    func lists() -> [ListModel] {
        [ListModel(id: "parties", table: rows.sheet(answers.flatMap(\.value)))]
            + (gone.isEmpty ? [] : [ListModel(id: "former", table: rows.sheet(gone))])
    }
    func acts() -> [Int] {
        Set((answers.flatMap(\.value) + gone).flatMap(\.entries)).sorted(by: >)
    }

    private static func lead(
        _ context: PageContext, _ members: [Participant], _ countries: [Participant],
        _ organizations: [Participant],
        _ networks: [Participant]
    ) -> String {
        func counted(_ count: Int, _ one: Phrase, _ other: Phrase) -> String? {
            count == 0 ? nil : Counted(one: one, other: other).text(count, context.language)
        }
        let parts = [
            counted(
                members.count, Phrase("país miembro", "member country"),
                Phrase("países miembros", "member countries")),
            counted(
                countries.count, Phrase("país observador", "observer country"),
                Phrase("países observadores", "observer countries")),
            counted(
                organizations.count, Phrase("organismo observador", "observer organization"),
                Phrase("organismos observadores", "observer organizations")),
            counted(
                networks.count, Phrase("red de la sociedad civil", "civil society network"),
                Phrase("redes de la sociedad civil", "civil society networks")),
        ].compactMap { $0 }
        let date = Written.long(context.day, context.language)
        if parts.isEmpty {
            return context(
                "El \(date) no consta que nadie participara.", "On \(date) nobody is recorded as taking part."
            )
        }
        let list = Written.list(parts, context.language)
        return context("El \(date) constan \(list).", "On \(date) the record has \(list).")
    }

    private static func empty(_ title: String, _ context: PageContext) -> EmptyModel {
        EmptyModel(
            title: title,
            sentences: [
                context(
                    "Aquí aparece quien fue admitido y no ha salido, con el acto que lo dice.",
                    "Whoever was admitted and hasn't left stands here, with the act that says so.")
            ],
            link: context.isAnotherDay
                ? LinkModel(
                    text: context("Ver el día de hoy", "Show today"), href: context.plainPath(.parties)) : nil
        )
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, heading)
        html(.p, lead, .class("lead"))
        for list in sections { write(list, &html) }
        if let former { write(former, &html) }
        guard !criteria.isEmpty else { return }
        html.section(criteriaHeading, id: "criteria", note: criteriaNote) { html in
            for list in criteria { html.criteria(list) }
        }
    }

    private func write(_ list: List, _ html: inout HTMLWriter) {
        html.section(list.heading, id: list.id, note: list.note) { html in
            if let table = list.table { html.table(table) } else { html.empty(list.empty) }
            if let source = list.source {
                html(.p, .class("small")) { html in
                    html(.b, Phrase("Fuente: ", "Source: ")[language])
                    html.cell(source)
                }
            }
            html.why(list.why, language)
        }
    }
}
