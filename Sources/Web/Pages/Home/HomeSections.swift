import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// The strategic plan on the first page: its pillars with how many themes each has.
struct HomePlan {
    private let context: PageContext
    private let record: PlanState.Record
    private let isInForce: Bool
    private let pillars: [(title: String, themes: [PlanState.Line])]

    /// `nil` where no strategic plan is recorded.
    init?(_ context: PageContext) {
        guard let (record, isInForce) = context.state.strategicPlan(on: context.day) else { return nil }
        self.context = context
        self.record = record
        self.isInForce = isInForce
        pillars = record.lines(.pillar).map { pillar in
            (context(pillar.act.title), record.children(of: pillar.act.line).filter { $0.act.kind == .theme })
        }
    }

    private static let theme = Counted(one: Phrase("tema", "theme"), other: Phrase("temas", "themes"))
    private static let indicator = Counted(
        one: Phrase("indicador", "indicator"), other: Phrase("indicadores", "indicators"))
    private static let pillar = Counted(one: Phrase("pilar", "pillar"), other: Phrase("pilares", "pillars"))

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        let themes = pillars.reduce(0) { $0 + $1.themes.count }
        let indicators = [PlanLineKind.resultIndicator, .processIndicator, .impactIndicator]
            .reduce(0) { $0 + record.lines($1).count }
        html.section(
            context(record.act.title), id: "plan",
            note: [
                HomePlan.pillar.text(pillars.count, language), HomePlan.theme.text(themes, language),
                indicators == 0 ? nil : HomePlan.indicator.text(indicators, language),
            ].compactMap { $0 }.joined(separator: " · "),
            links: [
                LinkModel(
                    text: context("El plan entero", "The whole plan"),
                    href: context.path(.plan(record.act.plan.text)))
            ]
        ) { html in
            if !isInForce {
                html(
                    .p,
                    context("Su período no comprende este día.", "Its period doesn't contain this day."),
                    .class("soft"))
            }
            html(.div, .class("grid")) { html in
                for pillar in pillars {
                    html(.div, .class("pillar")) { html in
                        html(.p) { html in
                            html(.b, Written.number(pillar.themes.count))
                            html(
                                .span, " " + HomePlan.theme.noun(pillar.themes.count, language),
                                .class("soft"))
                        }
                        html(.h3, pillar.title)
                        html(.details, .classes("why", "more")) { html in
                            html(.summary) { html in
                                html.text(context("Los temas", "The themes"))
                                html(.span, context(": ", ": ") + pillar.title, .class("unseen"))
                            }
                            html(.div) { html in
                                html(.ul) { html in
                                    for theme in pillar.themes { html(.li, context(theme.act.title)) }
                                }
                            }
                        }
                    }
                }
            }
            standing(&html)
        }
    }

    /// How far the plans are, by the statuses reported; what nobody reported isn't said to be open.
    private func standing(_ html: inout HTMLWriter) {
        html(.ul, .class("small")) { html in
            for plan in context.state.plans(on: context.day).prefix(3) {
                let statuses = plan.statuses(on: context.day).map {
                    "\(context($0.status.name)) \(Written.number($0.count))"
                }
                html(.li) { html in
                    html(
                        .a, context(plan.act.title), .href(context.path(.plan(plan.act.plan.text))))
                    html.text(
                        ": "
                            + (statuses.isEmpty
                                ? context(
                                    "no consta el estado de ninguna línea",
                                    "no line's status is recorded")
                                : context("estado de sus líneas, ", "status of its lines, ")
                                    + statuses.joined(separator: " · ")))
                }
            }
        }
    }

    var json: JSONValue {
        [
            "plan": .text(record.act.plan.text), "title": JSONValue(record.act.title),
            "from": JSONValue(record.act.from), "until": JSONValue(record.act.until),
            "inForce": .flag(isInForce), "entry": .number(record.entry),
            "pillars": .list(
                zip(record.lines(.pillar), pillars).map { line, pillar in
                    ["title": JSONValue(line.act.title), "themes": .number(pillar.themes.count)]
                }),
        ]
    }
}

/// The activities in figures on the first page.
struct HomeFigures {
    private let context: PageContext
    private let parts: [StatisticsState.Figure]
    private let total: StatisticsState.Figure

    /// `nil` where no series with a total is recorded.
    init?(_ context: PageContext) {
        guard let (parts, total) = context.state.statistics.headline(through: context.day) else { return nil }
        self.context = context
        self.parts = parts
        self.total = total
    }

    func write(_ html: inout HTMLWriter) {
        let period = [total.act.from, total.act.to].compactMap { $0 }.map { String($0.first.year) }
        html.section(
            context(total.act.series), id: "figures",
            note: period.isEmpty ? nil : period.joined(separator: "–"),
            links: [
                LinkModel(
                    text: context("Las cifras y su fuente", "The figures and their source"),
                    href: context.path(.figures))
            ]
        ) { html in
            html(.p) { html in
                html(.b, Written.number(total.act.value), .class("num"))
                html.text(" " + context("en total, según la fuente.", "in all, as the source says."))
            }
            html.bars(
                BarsModel(
                    caption: context(total.act.series), labelHeading: context("Clase", "Kind"),
                    valueHeading: context("Número", "Number"),
                    bars: parts.map {
                        .init(label: context($0.act.label), value: $0.act.value)
                    }))
            let sum = parts.reduce(0) { $0 + $1.act.value }
            if sum != total.act.value {
                html(
                    .p,
                    context(
                        "Las clases suman \(Written.number(sum)); la fuente da \(Written.number(total.act.value)).",
                        "The kinds add up to \(Written.number(sum)); the source gives \(Written.number(total.act.value))."
                    ), .class("soft"))
            }
        }
    }

    var json: JSONValue {
        [
            "series": JSONValue(total.act.series), "total": .number(total.act.value),
            "entry": .number(total.entry),
            "parts": .list(
                parts.map {
                    [
                        "figure": .text($0.act.figure.text), "label": JSONValue($0.act.label),
                        "value": .number($0.act.value), "entry": .number($0.entry),
                    ]
                }),
        ]
    }
}

/// The next meeting on the first page, or that none is recorded; and the last one held.
struct HomeMeetings {
    private let context: PageContext
    private let next: MeetingRecord?
    private let last: MeetingRecord?

    init(_ context: PageContext) {
        self.context = context
        next = context.state.nextMeeting(on: context.day)
        last = context.state.lastMeeting(before: context.day)
    }

    /// `XXVIII Reunión Viceministerial, Panamá, 6 y 7 dic 2023.`
    static func `where`(_ meeting: MeetingRecord, _ context: PageContext) -> String {
        [
            context(context.state.title(of: meeting)), meeting.act.place.map { context($0) },
            when(meeting, context),
        ].compactMap { $0 }.joined(separator: ", ") + "."
    }

    static func when(_ meeting: MeetingRecord, _ context: PageContext) -> String {
        let (from, to) = (meeting.act.from, meeting.act.to)
        guard from.precision == .day else { return Written.partial(from, context.language) }
        guard let to, to.precision == .day else { return Written.short(from.first, context.language) }
        return Written.range(from.first, to.first, context.language)
    }

    var nextCard: CardModel {
        card(
            next,
            eyebrow: next.map { context.state.standing(of: $0, on: context.day).value } == .beingHeld
                ? context("Se celebra", "Being held") : context("Lo que viene", "What comes next"),
            none: context("Ninguna reunión por celebrarse", "No meeting to come"),
            link: LinkModel(
                text: context("Reuniones y calendario", "Meetings and calendar"),
                href: context.path(.meetings)))
    }

    var lastCard: CardModel {
        card(
            last, eyebrow: context("La última reunión que consta", "The last meeting recorded"),
            none: Written.capitalised(context.notRecorded),
            link: LinkModel(
                text: context("Todas las celebradas", "All those held"),
                href: context.path(.meetings) + "#list"))
    }

    private func card(_ meeting: MeetingRecord?, eyebrow: String, none: String, link: LinkModel) -> CardModel
    {
        guard let meeting else {
            return CardModel(
                eyebrow: eyebrow, title: none,
                detail: context(
                    "Aparecerá cuando se convoque o se registre.",
                    "It will stand here once it is convened or registered."), link: link)
        }
        let words = [context.place(meeting), context.when(meeting)].compactMap { $0 }
        return CardModel(
            eyebrow: eyebrow, title: context.name(meeting),
            titleHref: context.path(.meeting(meeting.id.text)),
            detail: words.joined(separator: ", ") + ".", link: link)
    }

    var nextJSON: JSONValue { HomeMeetings.json(next) }
    var lastJSON: JSONValue { HomeMeetings.json(last) }

    private static func json(_ meeting: MeetingRecord?) -> JSONValue {
        guard let meeting else { return .null }
        return [
            "meeting": .text(meeting.id.text), "kind": .text(meeting.act.kind.rawValue),
            "organ": .text(meeting.act.organ.text), "from": JSONValue(meeting.act.from),
            "to": JSONValue(meeting.act.to),
            "place": meeting.act.place.map { JSONValue($0) } ?? .null, "entry": .number(meeting.entry),
        ]
    }
}
