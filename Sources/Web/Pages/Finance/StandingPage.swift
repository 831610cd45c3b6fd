import Charter
import Conference
import Exchange
import HTML
import Secretariat

/// Contributions foreseen, received and open, and who has a vote on a day: for members, the presidency and the
/// secretariat.
struct StandingPage: PageModel {
    let title: String
    let summary: String? = nil
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    let isQuestionUnfit: Bool
    private let context: PageContext
    private let members: [StandingMember]
    private let year: StandingYear
    private let lead: String
    let sorting: Sorting?
    /// The members in the order asked for; the rosette keeps the Charter's.
    private let ordered: [StandingMember]

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let rules = context.state.editions.inForce.compactMap { $0.edition.rule(.F3) }
        guard let rule = context.state.edition(on: context.day)?.edition.rule(.F3) ?? rules.last else {
            return .other(
                .notFound([
                    LinkModel(
                        text: context("Contribuciones", "Contributions"),
                        href: context.plainPath(.contributions))
                ]))
        }
        guard context.seesContributions else { return .other(.closed(closed(rule, context))) }
        return .model(StandingPage(context))
    }

    /// For whom the page is, by which clause, and what of the matter is public.
    private static func closed(_ rule: Rule, _ context: PageContext) -> ClosedDoor {
        // Items of one section have one label.
        let clauses = rule.clauses.reduce(into: [LinkModel]()) { found, id in
            guard let label = context.state.clause(id).map({ context($0.label) }),
                !found.contains(where: { $0.text == label })
            else { return }
            found.append(LinkModel(text: label, href: context.plainPath(.clause(id.text))))
        }
        var instead: [LinkModel] = []
        if context.isOffered(.contributions) {
            instead.append(
                LinkModel(
                    text: context(
                        "La escala, el presupuesto y lo que toca a cada miembro",
                        "The scale, the budget and each member's share"),
                    href: context.path(.contributions)))
        }
        instead.append(
            LinkModel(
                text: context("Los miembros y los observadores", "Members and observers"),
                href: context.path(.parties)))
        return ClosedDoor(
            context(
                "Quién ha hecho su contribución voluntaria anual y quién tiene voto lo ven los miembros, la presidencia y la secretaría. La escala, el presupuesto aprobado y la regla son públicos.",
                "Who has made its voluntary annual contribution, and who has a vote, is seen by the members, the presidency and the secretariat. The scale, the approved budget and the rule are public."
            ), openTo: context.thoseWhoSeeContributions, clauses: clauses, instead: instead)
    }

    private init(_ context: PageContext) {
        self.context = context
        title = context("Contribuciones previstas y recibidas", "Contributions foreseen and received")
        members = context.state.standings(on: context.day).map { StandingMember($0, context) }
        let sorting = Sorting(
            context, StandingMember.sortColumns(context).map(\.name) + StandingYear.sorts)
        self.sorting = sorting
        ordered = sorting.sorted(members, by: StandingMember.sortColumns(context))
        year = StandingYear(members.map(\.statement), sorting, context)
        isQuestionUnfit = year.problem != nil
        let date = Written.long(context.day, context.language)
        lead = context(
            "Las contribuciones voluntarias anuales de cada miembro y quién tiene voto el \(date). Solo para los miembros, la presidencia y la secretaría.",
            "Each member's voluntary annual contributions, and who has a vote on \(date). For members, the presidency and the secretariat alone."
        )
    }

    var json: JSONValue {
        ["members": .list(ordered.map(\.json))]
    }

    func lists() -> [ListModel] {
        [
            ListModel(id: "standing", table: standing),
            ListModel(id: "contributions", table: year.whole),
            ListModel(id: "receipts", table: year.receipts(nil)),
        ]
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html(.h1, title)
        html(.p, lead, .class("lead"))
        if members.isEmpty {
            html.empty(
                EmptyModel(
                    title: context("Ningún miembro consta ese día", "No member is recorded on that day"),
                    sentences: [
                        context(
                            "Aquí están las contribuciones de quien es miembro ese día.",
                            "The contributions of whoever is a member on that day stand here.")
                    ]))
            return
        }
        if members.allSatisfy({ $0.state == .notRecorded }) {
            html.notice(.gold) { html in
                html(
                    .p,
                    context(
                        "Ese día el registro no está declarado completo en contribuciones: no consta quién tiene voto.",
                        "On that day the register isn't declared complete in contributions: who has a vote isn't recorded."
                    ))
            }
        }
        html.section(context("Quién tiene voto", "Who has a vote"), id: "votes") { html in
            html.columns(
                aside: { $0.rosette(rosette) },
                main: { html in html.table(standing) })
        }
        html.section(context("Por qué", "Why"), id: "why") { html in
            let usual = members.filter { $0.state == .upToDate }
            let others = members.filter { $0.state != .upToDate }
            let facts: [(name: String, value: (inout HTMLWriter) -> Void)] = others.map { member in
                (
                    member.name,
                    { html in
                        html.text(member.sentence)
                        html.why(member.why, language)
                    }
                )
            }
            // Of those of whom nothing is open the reasons are alike: each party's page has its own.
            html.facts(
                facts
                    + (usual.isEmpty
                        ? [] : [(context("Los demás", "The others"), { html in links(usual, &html) })]))
        }
        year.write(&html)
    }

    private func links(_ members: [StandingMember], _ html: inout HTMLWriter) {
        html.text(
            context("Con voto y nada exigible abierto: ", "With a vote, and nothing that is due open: "))
        for (index, member) in members.enumerated() {
            if index > 0 { html.text(", ") }
            html(.a, member.name, .href(context.path(.party(member.code))))
        }
        html.text(".")
    }

    private var rosette: RosetteModel {
        let known = members.filter { $0.state != .notRecorded }
        let voting = known.count { $0.vote == true }
        return RosetteModel(
            petals: members.map { .init(label: $0.code, name: $0.name, state: $0.state.petal) },
            centre: known.isEmpty ? nil : String(voting),
            summary: known.isEmpty
                ? context("No consta quién tiene voto", "Who has a vote isn't recorded")
                : context(
                    "Tienen voto \(voting) de \(members.count) miembros",
                    "\(voting) of \(members.count) members have a vote"),
            meanings: StandingMember.State.allCases.map { ($0.petal, context($0.words)) })
    }

    private var standing: DataTable {
        DataTable(
            caption: context("Voto, participación y lo abierto", "Vote, participation and what is open"),
            hidesCaption: true,
            columns: [
                .init(context("Miembro", "Member"), sort: "member"),
                .init(context("Ese día", "On that day"), sort: "state"),
                .init(context("Abierto", "Open"), isNumeric: true, sort: "open"),
                .init(context("Abierto desde", "Open since"), sort: "open-since"),
                .init(
                    context("Devuelve el voto", "Restores the vote"), isNumeric: true, sort: "restores-vote"),
                .init(
                    context("Devuelve la participación", "Restores participation"), isNumeric: true,
                    sort: "restores-participation"),
            ], rows: ordered.map(\.cells), order: sorting?.order(at: "votes"))
    }
}

/// One member's line on the page.
struct StandingMember {
    /// Where a member stands, each said in words and by its petal.
    enum State: CaseIterable {
        case upToDate, open, noVote, excluded, notRecorded

        var petal: PetalState {
            switch self {
            case .upToDate: .full
            case .open: .hatched
            case .noVote: .empty
            case .excluded: .dotted
            case .notRecorded: .brick
            }
        }

        var words: Localized {
            switch self {
            case .upToDate: Localized(es: "Con voto, nada abierto", en: "Vote, nothing open")
            case .open: Localized(es: "Con voto, algo abierto", en: "Vote, something open")
            case .noVote: Localized(es: "Con voz y sin voto", en: "Voice, no vote")
            case .excluded: Localized(es: "Sin parte en reuniones", en: "No part in meetings")
            case .notRecorded: Localized(es: "No consta", en: "Not recorded")
            }
        }

        var tone: TagTone {
            switch self {
            case .upToDate: .leaf
            case .open, .notRecorded: .plain
            case .noVote, .excluded: .gold
            }
        }
    }

    let party: PartyID
    let name: String
    let state: State
    let statement: AccountStatement
    let why: WhyModel
    private let standing: MemberStanding
    private let basis: [Basis]
    private let change: Localized?
    private let context: PageContext

    init(_ answer: Answer<MemberStanding>, _ context: PageContext) {
        self.context = context
        standing = answer.value
        basis = answer.basis
        change = answer.change
        party = standing.party
        name = context.name(party)
        statement = context.state.statement(of: party, on: context.day)
        state = StandingMember.state(standing)
        why = context.why(
            answer.basis, change: answer.change, about: context("el voto de \(name)", "the vote of \(name)"))
    }

    /// What members are sorted by.
    static func sortColumns(_ context: PageContext) -> [SortColumn<StandingMember>] {
        [
            SortColumn("member") { context.sorts($0.name) },
            SortColumn("state") {
                $0.state == .notRecorded ? nil : .count(State.allCases.firstIndex(of: $0.state))
            },
            SortColumn("open") { .cents($0.standing.open) },
            SortColumn("open-since") { .on($0.standing.openSince) },
            SortColumn("restores-vote") { .cents($0.standing.restoresVote) },
            SortColumn("restores-participation") { .cents($0.standing.restoresParticipation) },
        ]
    }

    static func state(_ standing: MemberStanding) -> State {
        guard let vote = standing.vote, let participation = standing.participation else {
            return .notRecorded
        }
        if !participation { return .excluded }
        if !vote { return .noVote }
        return standing.openSince == nil ? .upToDate : .open
    }

    var code: String { party.text }
    var vote: Bool? { standing.vote }

    /// Where it stands and what would change that, in one or two sentences.
    var sentence: String {
        let open = standing.open.map(money) ?? ""
        let since = standing.openSince.map { Written.long($0, context.language) } ?? ""
        let toVote = standing.restoresVote.map(money) ?? ""
        let toTakePart = standing.restoresParticipation.map(money) ?? ""
        switch state {
        case .notRecorded: return context("No consta.", "Not recorded.")
        case .upToDate:
            return context(
                "Tiene voto; nada exigible está abierto.", "It has a vote; nothing that is due is open.")
        case .open:
            return context(
                "Tiene voto; \(open) abiertos desde el \(since).",
                "It has a vote; \(open) open since \(since).")
        case .noVote:
            return context(
                "Voz sin voto en las decisiones viceministeriales: \(open) abiertos desde el \(since). El menor pago que devuelve el voto es \(toVote).",
                "Voice without vote in vice-ministerial decisions: \(open) open since \(since). The least payment that restores the vote is \(toVote)."
            )
        case .excluded:
            let first = context(
                "Sin parte en las reuniones hasta regularizar: \(open) abiertos desde el \(since). El menor pago que devuelve la participación es \(toTakePart)",
                "No part in meetings until regularised: \(open) open since \(since). The least payment that restores participation is \(toTakePart)"
            )
            let last = context(" Sigue siendo miembro.", " It is still a member.")
            if vote == true {
                return first
                    + context(
                        ". Su voto, mientras tanto, es solo para las consultas escritas, que no son reuniones.",
                        ". Its vote, until then, is for written consultations only, which are no meetings.")
                    + last
            }
            if toVote == toTakePart {
                return first + context(", y devuelve también el voto.", ", and restores the vote too.") + last
            }
            return first
                + context(
                    "; el que devuelve el voto, \(toVote), lo devuelve solo para las consultas escritas.",
                    "; the one that restores the vote, \(toVote), restores it for written consultations only."
                ) + last
        }
    }

    private func money(_ money: Money) -> String {
        Written.money(cents: money.cents, currency: money.currency, showCents: true)
    }

    private var words: String {
        state == .excluded && vote == true
            ? context(
                "Sin parte en reuniones; voto solo por escrito", "No part in meetings; vote in writing only")
            : context(state.words)
    }

    var cells: [DataTable.Cell] {
        func amount(_ value: Money?) -> DataTable.Cell {
            guard let value else { return .none(context.notRecorded) }
            return value.cents == 0 ? .none(context("nada", "nothing")) : .text(money(value))
        }
        return [
            .party(code: code, name: name, href: context.path(.party(code))),
            .tag(words, state.tone), amount(standing.open),
            standing.openSince.map { .text(Written.short($0, context.language)) }
                ?? .none(state == .notRecorded ? context.notRecorded : context("nada", "nothing")),
            amount(standing.restoresVote), amount(standing.restoresParticipation),
        ]
    }

    /// The line for programs.
    var json: JSONValue {
        [
            "party": .text(code), "vote": JSONValue(standing.vote),
            "participation": JSONValue(standing.participation), "openSince": JSONValue(standing.openSince),
            "open": JSONValue(standing.open?.decimal),
            "restoresVote": JSONValue(standing.restoresVote?.decimal),
            "restoresParticipation": JSONValue(standing.restoresParticipation?.decimal),
            "currency": JSONValue(standing.open?.currency), "basis": context.json(basis),
            "change": context.json(change),
            "contributions": .list(
                statement.lines.map {
                    [
                        "year": .number($0.year), "foreseen": .text($0.foreseen.decimal),
                        "received": .text($0.received.decimal), "open": .text($0.open.decimal),
                        "due": JSONValue($0.due), "isDue": .flag($0.isDue), "entry": .number($0.entry),
                    ]
                }),
            "receipts": .list(
                statement.receipts.map {
                    [
                        "on": JSONValue($0.on),
                        "amount": .text(
                            Money(cents: $0.cents, currency: statement.ahead.currency).decimal),
                        "entry": .number($0.entry),
                    ]
                }),
        ]
    }
}
