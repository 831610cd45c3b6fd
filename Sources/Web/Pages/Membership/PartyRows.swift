import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// The rows of the lists of parties, and the same for programs.
struct PartyRows {
    private let context: PageContext
    private let sources: [Int: Source]

    init(_ context: PageContext, _ sources: [Int: Source]) {
        self.context = context
        self.sources = sources
    }

    /// The source that all of a list rest on alike; `nil` where they differ.
    func shared(_ list: [Participant]) -> Source? {
        guard list.count > 1, let first = list.first?.entries.first.flatMap({ sources[$0] }) else {
            return nil
        }
        return list.allSatisfy { $0.entries.allSatisfy { sources[$0] == first } } ? first : nil
    }

    func members(_ list: [Participant], order: TableOrder?) -> DataTable {
        let isShared = shared(list) != nil
        return DataTable(
            caption: context("Países miembros", "Member countries"), hidesCaption: true,
            columns: [
                .init(context("País", "Country"), sort: "name"),
                .init(context("En inglés", "In Spanish"), sort: "translation"),
                .init(context("Desde", "Since"), sort: "since"),
                .init(context("Presidencias", "Presidencies"), sort: "presidencies"),
                .init(context("Parte de la escala", "Share of the scale"), isNumeric: true, sort: "share"),
            ] + (seesVotes ? [.init(context("Voto ese día", "Vote on that day"), sort: "vote")] : [])
                + (isShared ? [] : [.init(context("Fuente", "Source"))]),
            rows: list.map { member in
                [
                    name(member.party), .text(otherName(member.party)), since(member),
                    presidencies(member.party), share(member.party),
                ] + (seesVotes ? [vote(member.party)] : []) + (isShared ? [] : [source(member)])
            }, order: order)
    }

    /// Which of them each list has: members, observer countries, observer organisations, networks, and those
    /// that took part before.
    static let sortsOfLists = [
        ["name", "translation", "since", "presidencies", "share", "vote"],
        ["name", "translation", "since", "status"],
        ["name", "translation", "abbreviation", "since", "status"],
        ["name", "translation", "abbreviation", "since"], ["name", "since", "until"],
    ]

    /// What parties are sorted by; what a reader may not see sorts nothing for them.
    var sortColumns: [SortColumn<Participant>] {
        let (context, state, day) = (context, context.state, context.day)
        var columns: [SortColumn<Participant>] = [
            SortColumn("name") { context.sorts(context.name($0.party)) },
            SortColumn("translation") { .text(Collated(otherName($0.party), context.language.other)) },
            SortColumn("abbreviation") { party in
                state.membership.parties[party.party]?.abbreviation.flatMap { context.sorts(context($0)) }
            },
            SortColumn("since") { $0.since.map { .day($0) } },
            SortColumn("until") { $0.until.map { .day($0) } },
            SortColumn("presidencies") { party in
                let count = state.presidencies(of: party.party, until: day).count
                return count == 0 ? nil : .count(count)
            },
            SortColumn("share") { state.scaleShare(of: $0.party, on: day).map { .number($0.weight) } },
        ]
        if seesVotes {
            columns.append(
                SortColumn("vote") { party in
                    let own = StandingMember.state(state.standing(party.party, on: day).value)
                    return own == .notRecorded
                        ? nil : .count(StandingMember.State.allCases.firstIndex(of: own))
                })
        }
        if context.seesContributions {
            columns.append(
                SortColumn("status") { party in
                    let order: [ObserverStanding.Status] = [.active, .atRisk, .lapsed]
                    return .count(
                        order.firstIndex(of: state.observerStanding(party.party, on: day).value.status))
                })
        }
        return columns
    }

    /// True for readers of whom and on whose day it is said who votes.
    private var seesVotes: Bool {
        context.seesContributions && context.state.edition(on: context.day)?.edition.rule(.F3) != nil
    }

    private func vote(_ party: PartyID) -> DataTable.Cell {
        let state = StandingMember.state(context.state.standing(party, on: context.day).value)
        return .tag(context(state.words), state.tone)
    }

    private func standing(_ party: PartyID) -> DataTable.Cell {
        let status = context.state.observerStanding(party, on: context.day).value.status
        let (text, tone) = PartyStanding.words(status, context)
        return .tag(text, tone)
    }

    func others(
        _ list: [Participant], _ heading: String, abbreviated: Bool = false, observers: Bool = true,
        order: TableOrder?
    ) -> DataTable {
        let isShared = shared(list) != nil
        let seesStanding = observers && context.seesContributions
        return DataTable(
            caption: heading, hidesCaption: true,
            columns: [
                .init(heading, sort: "name"), .init(context("En inglés", "In Spanish"), sort: "translation"),
            ]
                + (abbreviated
                    ? [.init(context("Sigla (es / en)", "Abbreviation (es / en)"), sort: "abbreviation")]
                    : [])
                + [.init(context("Desde", "Since"), sort: "since")]
                + (seesStanding ? [.init(context("Su condición", "Its status"), sort: "status")] : [])
                + (isShared ? [] : [.init(context("Fuente", "Source"))]),
            rows: list.map { other in
                [name(other.party), .text(otherName(other.party))]
                    + (abbreviated ? [abbreviation(other.party)] : []) + [since(other)]
                    + (seesStanding ? [standing(other.party)] : [])
                    + (isShared ? [] : [source(other)])
            }, order: order)
    }

    func former(_ list: [Participant], order: TableOrder?) -> DataTable {
        DataTable(
            caption: context("Quienes participaron antes", "Who took part before"), hidesCaption: true,
            columns: [
                .init(context("Quién", "Who"), sort: "name"), .init(context("Desde", "Since"), sort: "since"),
                .init(context("Hasta", "Until"), sort: "until"), .init(context("Fuente", "Source")),
            ],
            rows: list.map { gone in
                [
                    name(gone.party), since(gone),
                    gone.until.map { .day($0, context.language) }
                        ?? .none(context.notRecorded),
                    source(gone),
                ]
            }, order: order)
    }

    private func name(_ party: PartyID) -> DataTable.Cell {
        .party(code: party.text, name: context.name(party), href: context.path(.party(party.text)))
    }

    private func otherName(_ party: PartyID) -> String { context.state.name(party)[context.language.other] }

    private func abbreviation(_ party: PartyID) -> DataTable.Cell {
        guard let short = context.state.membership.parties[party]?.abbreviation else {
            return .none(context.notRecorded)
        }
        return .text(short.es == short.en ? short.es : "\(short.es) / \(short.en)")
    }

    /// Since when; where only a source's day is known, that.
    private func since(_ participant: Participant) -> DataTable.Cell {
        if let since = participant.since { return .day(since, context.language) }
        let reported = context.state.membership.parties[participant.party]?.spans.first {
            $0.entries == participant.entries
        }?.from
        guard let reported else { return .text(context.notRecorded) }
        let day = Written.partial(reported, context.language)
        let words = context("la fuente es de \(day)", "the source is of \(day)")
        let notRecorded = context.notRecorded
        return .made(
            TrustedHTML { html in
                html(.span, notRecorded, .class("soft"))
                html(.br)
                html(.small, words, .class("soft"))
            })
    }

    /// How many presidencies had begun by the day, and in which years.
    private func presidencies(_ party: PartyID) -> DataTable.Cell {
        let terms = context.state.presidencies(of: party, until: context.day)
        guard !terms.isEmpty else { return .none(context("ninguna consta", "none recorded")) }
        let links = terms.map { term in
            (
                String(term.year),
                context.plainPath(.presidencies, query: [("on", term.days.lowerBound.description)])
            )
        }
        return .made(
            TrustedHTML { html in
                html(.b, Written.number(links.count), .class("num"))
                html.text(": ")
                for (index, link) in links.enumerated() {
                    if index > 0 { html.text(", ") }
                    html(.a, link.0, .class("num"), .href(link.1))
                }
            })
    }

    private func share(_ party: PartyID) -> DataTable.Cell {
        guard let share = context.state.scaleShare(of: party, on: context.day) else {
            return .none(context.notRecorded)
        }
        return .link(share.percent + "%", href: context.path(.contributions))
    }

    private func source(_ participant: Participant) -> DataTable.Cell {
        context.cell(sources: participant.entries, sources)
    }

    // MARK: Spreadsheets

    /// What is recorded of each, in cells of their own.
    func sheet(_ list: [Participant]) -> DataTable {
        let state = context.state
        return DataTable(
            caption: context("Miembros y observadores", "Members and observers"),
            columns: [
                .init(context("Código", "Code")), .init("Español"), .init("English"),
                .init(context("Clase", "Kind")), .init(context("Condición", "Status")),
                .init(context("Desde", "Since")), .init(context("Hasta", "Until")),
                .init(context("Parte de la escala, %", "Share of the scale, %"), isNumeric: true),
                .init(context("Actos", "Acts")),
            ],
            rows: list.map { participant in
                let record = state.membership.parties[participant.party]
                let span = record?.spans.first { $0.entries == participant.entries }
                let share = state.scaleShare(of: participant.party, on: context.day)
                return [
                    .text(participant.party.text), .text(record?.name.es ?? ""),
                    .text(record?.name.en ?? ""),
                    .text(record.map { context.word($0.kind.rawValue) } ?? ""),
                    .text(span.map { status($0.status) } ?? ""),
                    .text(participant.since?.description ?? ""),
                    .text(participant.until?.description ?? ""), .text(share?.percent ?? ""),
                    .text(participant.entries.map { String($0) }.joined(separator: " ")),
                ]
            })
    }

    private func status(_ status: MembershipState.Status) -> String {
        switch status {
        case .member: context("miembro", "member")
        case .observer: context("observador", "observer")
        case .network: context("red de la sociedad civil", "civil society network")
        }
    }

    // MARK: JSON

    func json(
        _ members: Answer<[Participant]>, _ countries: Answer<[Participant]>,
        _ organizations: Answer<[Participant]>,
        _ networks: Answer<[Participant]>, _ former: [Participant], _ criteria: [CriteriaList]
    ) -> JSONValue {
        func list(_ answer: Answer<[Participant]>) -> JSONValue {
            [
                "parties": .list(answer.value.map(json)), "basis": context.json(answer.basis),
                "change": context.json(answer.change),
            ]
        }
        return [
            "members": list(members), "observerCountries": list(countries),
            "observerOrganizations": list(organizations),
            "networks": list(networks), "former": .list(former.map(json)),
            "criteria": .object(criteria.map { ($0.id, $0.json) }),
        ]
    }

    private func json(_ participant: Participant) -> JSONValue {
        let state = context.state
        let record = state.membership.parties[participant.party]
        let standing = PartyStanding(participant.party, context)
        let share = state.scaleShare(of: participant.party, on: context.day)
        let shown: JSONValue = [
            "party": .text(participant.party.text), "kind": JSONValue(record?.kind.rawValue),
            "name": JSONValue(state.name(participant.party)),
            "abbreviation": record?.abbreviation.map { JSONValue($0) } ?? .null,
            "since": JSONValue(participant.since), "until": JSONValue(participant.until),
            "presidencies": .list(
                state.presidencies(of: participant.party, until: context.day).map { .number($0.year) }),
            "sharePercent": JSONValue(share?.percent),
            "entries": .list(participant.entries.map { .number($0) }),
            "sources": .list(participant.entries.compactMap { sources[$0] }.map { context.json($0) }),
        ]
        return shown.adding("standing", standing?.json)
    }
}

/// What an edition asks of one kind of party, each criterion with its clause.
struct CriteriaList {
    let id: String
    let heading: String
    let rows: [(id: String, text: String, clause: ClauseID, label: String, href: String)]

    static func all(_ edition: Edition, _ context: PageContext) -> [CriteriaList] {
        func list(_ id: String, _ heading: String, _ criteria: [Criterion]) -> CriteriaList {
            CriteriaList(
                id: id, heading: heading,
                rows: criteria.map { criterion in
                    (
                        criterion.id, context(criterion.text), criterion.clause,
                        context.state.clause(criterion.clause).map { context($0.label) }
                            ?? criterion.clause.text,
                        context.path(.clause(criterion.clause.text))
                    )
                })
        }
        return [
            list("member", context("A los miembros", "Of members"), edition.criteria.member),
            list(
                "observerCountry", context("A un país observador", "Of an observer country"),
                edition.criteria.observerCountry),
            list(
                "observerOrganization", context("A un organismo observador", "Of an observer organization"),
                edition.criteria.observerOrganization),
        ].filter { !$0.rows.isEmpty }
    }

    var json: JSONValue {
        .list(rows.map { ["id": .text($0.id), "text": .text($0.text), "clause": .text($0.clause.text)] })
    }
}

extension HTMLWriter {
    /// Writes criteria as a list, each with the clause that asks for it.
    mutating func criteria(_ list: CriteriaList) {
        self(.h3, list.heading)
        self(.ul) { html in
            for row in list.rows {
                html(.li) { html in
                    html.text(row.text + " ")
                    html(.a, row.label, .classes("small"), .href(row.href))
                }
            }
        }
    }
}
