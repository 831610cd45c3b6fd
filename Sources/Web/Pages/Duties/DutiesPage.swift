import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// The duties of a year as a viewer may see them: a strip of months, and who owes what by when.
struct DutiesPage: PageModel {
    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .json, .pdf]
    private let context: PageContext
    private let year: Int
    private let typed: String
    private let problem: String?
    private let duties: [Answer<Duty>]
    let sorting: Sorting?

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        .model(DutiesPage(context))
    }

    private init(_ context: PageContext) {
        self.context = context
        let asked = String((context.request.query["year"] ?? "").prefix(40))
        typed = asked.isEmpty ? String(context.day.year) : asked
        // A sign is no digit.
        let isNumber = asked.utf8.count == 4 && asked.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let read = isNumber ? Int(asked).flatMap { $0 > 0 ? $0 : nil } : nil
        year = read ?? context.day.year
        problem =
            asked.isEmpty || read != nil
            ? nil
            : context(
                "“\(asked)” no es un año; escriba cuatro cifras, por ejemplo 2027.",
                "“\(asked)” isn't a year; write four digits, such as 2027.")
        isQuestionUnfit = problem != nil
        title = context("Deberes de \(year)", "Duties of \(year)")
        summary = context(
            "Qué se debe cada año según las reglas en vigor: quién, qué y hasta cuándo.",
            "What is owed each year by the rules in force: who, what and by when.")
        let columns = DutiesPage.sortColumns(context)
        let sorting = Sorting(context, columns.map(\.name))
        self.sorting = sorting
        duties =
            problem == nil
            ? sorting.sorted(
                context.state.duties(of: year, on: context.day, for: context.viewer), by: columns) : []
    }

    var json: JSONValue {
        [
            "year": .number(year), "yearProblem": JSONValue(problem),
            "duties": .list(
                duties.map { answer in
                    let duty = answer.value
                    return [
                        "rule": .text(duty.rule.rawValue), "title": JSONValue(duty.title),
                        "owner": .text(DutiesPage.code(duty.owner)), "concerns": JSONValue(duty.concerns),
                        "opens": JSONValue(duty.opens), "due": JSONValue(duty.due),
                        "status": .text(duty.status.rawValue), "metBy": JSONValue(duty.metBy),
                        "metOn": JSONValue(duty.metOn), "access": .text(duty.access.rawValue),
                        "basis": context.json(answer.basis), "change": context.json(answer.change),
                    ]
                }),
        ]
    }

    private static func code(_ owner: Duty.Owner) -> String {
        switch owner {
        case .secretariat: "secretariat"
        case .presidency: "presidency"
        case .viceMinisters: "viceMinisters"
        case .organ(let organ): "organ/" + organ.text
        }
    }

    /// What duties are sorted by.
    private static func sortColumns(_ context: PageContext) -> [SortColumn<Answer<Duty>>] {
        let statuses: [Duty.Status] = [.open, .met, .late, .missed]
        return [
            SortColumn("due") { .on($0.value.due) },
            SortColumn("what") { context.sorts(context($0.value.title)) },
            SortColumn("who") { context.sorts(name($0.value.owner, on: $0.value.due, context)) },
            SortColumn("status") { .count(statuses.firstIndex(of: $0.value.status)) },
            SortColumn("rule") { context.sorts($0.value.rule.rawValue) },
            SortColumn("act") { .count($0.value.metBy) },
        ]
    }

    private static func name(_ owner: Duty.Owner, on day: Day, _ context: PageContext) -> String {
        switch owner {
        case .secretariat: context("Secretaría", "Secretariat")
        case .presidency: context("Presidencia", "Presidency")
        case .viceMinisters: context("Viceministras y viceministros", "Vice-ministers")
        case .organ(let organ): context(context.state.name(organ, on: day))
        }
    }

    private func tag(_ status: Duty.Status) -> (text: String, tone: TagTone) {
        switch status {
        case .open: (context("abierto", "open"), .gold)
        case .met: (context("cumplido", "met"), .leaf)
        case .late: (context("cumplido después", "met late"), .gold)
        case .missed: (context("no consta a tiempo", "not on record in time"), .brick)
        case .notRecorded: (context("no consta", "not recorded"), .plain)
        }
    }

    /// True for those who read the duties that aren't met yet.
    private var seesAll: Bool { context.viewer.mayRead(.members) }

    func lists() -> [ListModel] {
        [
            ListModel(
                id: "duties",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("Vence", "Due")), .init(context("Quién", "Who")),
                        .init(context("Qué", "What")), .init(context("Estado", "Status")),
                        .init(context("Hecho el", "Done on")), .init(context("Regla", "Rule")),
                        .init(context("Acto", "Act"), isNumeric: true),
                    ],
                    rows: duties.map { answer in
                        let duty = answer.value
                        return [
                            .text(duty.due.description),
                            .text(DutiesPage.name(duty.owner, on: duty.due, context)),
                            .text(context(duty.title)), .text(tag(duty.status).text),
                            .text(duty.metOn?.description ?? ""), .text(duty.rule.rawValue),
                            .text(duty.metBy.map(String.init) ?? ""),
                        ]
                    }))
        ]
    }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(
            .p,
            seesAll
                ? context(
                    "Lo que vence este año según las reglas en vigor: quién lo debe, hasta cuándo y el acto que lo cumplió.",
                    "What falls due this year by the rules in force: who owes it, by when, and the act that met it."
                )
                : context(
                    "Lo que se cumplió este año de lo que piden las reglas en vigor, con el acto que lo cumplió.",
                    "What was met this year of what the rules in force ask for, with the act that met it."),
            .class("lead"))
        html.question(form)
        if !seesAll {
            html(
                .p,
                context(
                    "Un deber se publica una vez cumplido; los que siguen abiertos los ven los miembros, la presidencia y la secretaría.",
                    "A duty is published once it is met; those still open are seen by members, presidency and secretariat."
                ), .classes("small", "soft"))
        }
        if problem == nil {
            html.section(context("El año, mes a mes", "The year, month by month"), id: "year") { html in
                html.yearStrip(strip)
            }
        }
        html.section(context("Quién, qué y hasta cuándo", "Who, what and by when"), id: "duties") { html in
            if duties.isEmpty { html.empty(empty) } else { html.table(table) }
        }
    }

    private var form: QuestionModel {
        QuestionModel(
            action: context.plainPath(.duties),
            fields: [
                FieldModel(
                    name: "year", label: context("Año", "Year"), kind: .text, value: typed, problem: problem)
            ], button: context("Ver", "Show"),
            kept: ((context.isAnotherDay ? [("on", context.day.description)] : []) + context.sortPair).map {
                (name: $0.0, value: $0.1)
            }, label: context("Elegir un año", "Choose a year"))
    }

    private var strip: YearStripModel {
        YearStripModel(
            label: context("Vencimientos de \(year) por mes", "Due days of \(year) by month"),
            months: (1...12).map { month in
                YearStripModel.Month(
                    name: Written.capitalised(Calendar.months[month - 1][context.language]),
                    isCurrent: context.day.year == year && context.day.month == month,
                    marks: duties.enumerated().filter { $0.element.value.due.month == month }.map {
                        index, answer in
                        let tag = tag(answer.value.status)
                        return YearStripModel.Mark(
                            day: answer.value.due.day, word: tag.text, tone: tag.tone,
                            title: context(answer.value.title), href: "#duty-\(index + 1)")
                    })
            })
    }

    private var table: DataTable {
        DataTable(
            caption: title, hidesCaption: true,
            columns: [
                .init(context("Vence", "Due"), sort: "due"), .init(context("Qué", "What"), sort: "what"),
                .init(context("Quién", "Who"), sort: "who"),
                .init(context("Estado", "Status"), sort: "status"),
                .init(context("Regla", "Rule"), sort: "rule"),
                .init(context("Acto que lo cumplió", "Act that met it"), isNumeric: true, sort: "act"),
            ],
            rows: duties.enumerated().map { index, answer in
                let duty = answer.value
                let tag = tag(duty.status)
                let what = context(duty.title)
                return [
                    .made(
                        TrustedHTML { html in
                            html(
                                .span, Written.short(duty.due, context.language), .class("num"),
                                .id("duty-\(index + 1)"))
                        }),
                    .made(
                        TrustedHTML { html in
                            html.text(what)
                            html.why(
                                context.why(answer.basis, change: answer.change, about: what),
                                context.language)
                        }), .text(DutiesPage.name(duty.owner, on: duty.due, context)),
                    .tag(tag.text, tag.tone),
                    clause(duty, answer.basis),
                    duty.metBy.map {
                        .link(Written.entry($0, context.language), href: context.plainPath(.entry($0)))
                    } ?? .none(context("ninguno", "none")),
                ]
            }, order: sorting?.order(at: "duties"))
    }

    private func clause(_ duty: Duty, _ basis: [Basis]) -> DataTable.Cell {
        guard let id = basis.lazy.compactMap(\.clause).first, context.state.clause(id) != nil else {
            return .text(duty.rule.rawValue)
        }
        return .link(duty.rule.rawValue, href: context.path(.clause(id.text)))
    }

    private var empty: EmptyModel {
        EmptyModel(
            title: problem == nil
                ? context("Nada consta para \(year)", "Nothing is recorded for \(year)")
                : context("Falta un año que se pueda leer", "A year that can be read is missing"),
            sentences: problem == nil
                ? [
                    seesAll
                        ? context(
                            "Ninguna regla en vigor pide algo que venza ese año.",
                            "No rule in force asks for anything due that year.")
                        : context(
                            "Aquí estará cada deber del año cuando un acto lo cumpla: reuniones celebradas, notas conceptuales presentadas.",
                            "Each duty of the year will stand here once an act meets it: meetings held, concept notes filed."
                        )
                ] : [problem ?? ""],
            link: LinkModel(
                text: context.rulesTitle,
                href: context.path(.charter)))
    }
}
