import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// Meetings and activities: what comes next, a year's calendar, the list with its filters.
struct MeetingsPage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .ics, .atom, .json, .pdf]
    private let context: PageContext
    private let question: MeetingsQuestion
    private let all: [MeetingRecord]
    private let found: [MeetingRecord]
    private let shown: [MeetingRecord]
    private let pages: PaginationModel
    private let next: [MeetingRecord]
    private let calendar: MeetingsCalendar
    private let form: QuestionModel
    let sorting: Sorting?

    /// How many meetings stand on a page.
    static let pageLength = 50
    /// How many of those to come stand on top.
    static let nextLength = 4

    static func make(_ context: PageContext, _ registrar: Registrar) async throws -> PageOutcome {
        let all = context.state.meetingsInOrder
        let question = MeetingsQuestion(context)
        let columns = MeetingRows(context).sortColumns
        let sorting = Sorting(context, columns.map(\.name))
        let found = sorting.sorted(question.keep(all).reversed(), by: columns)
        guard let (shown, pages) = question.list.slice(found, length: pageLength) else {
            return .other(question.list.past(count: found.count, length: pageLength))
        }
        return .model(MeetingsPage(context, question, sorting, all, found, shown, pages))
    }

    private init(
        _ context: PageContext, _ question: MeetingsQuestion, _ sorting: Sorting, _ all: [MeetingRecord],
        _ found: [MeetingRecord], _ shown: [MeetingRecord], _ pages: PaginationModel
    ) {
        self.sorting = sorting
        self.context = context
        self.question = question
        self.all = all
        self.found = found
        self.shown = shown
        self.pages = pages
        title = context("Reuniones y calendario", "Meetings and calendar")
        summary = context(
            "Las reuniones y actividades de la Conferencia: lo que viene, el calendario por año y las celebradas.",
            "The Conference's meetings and activities: what comes next, the calendar by year, and those held."
        )
        next = context.state.meetingsToCome(on: context.day)
        calendar = MeetingsCalendar(
            all, year: question.year ?? MeetingsPage.year(of: all, context.day), context)
        form = question.form(all)
    }

    var json: JSONValue {
        let rows = MeetingRows(context)
        return [
            "total": .number(found.count), "page": .number(pages.current), "pages": .number(pages.count),
            "pageLength": .number(MeetingsPage.pageLength), "filter": question.list.json,
            "toCome": .list(next.map(rows.json)), "meetings": .list(shown.map(rows.json)),
        ]
    }

    /// The day's own year, or the last one before it of which a meeting is recorded.
    private static func year(of all: [MeetingRecord], _ day: Day) -> Int {
        all.map { $0.act.from.first.year }.filter { $0 <= day.year }.max() ?? day.year
    }

    var isQuestionUnfit: Bool { question.list.isUnfit }
    func lists() -> [ListModel] { [ListModel(id: "meetings", table: MeetingRows(context).sheet(found))] }
    func meetings() -> [MeetingID] { found.map(\.id) }
    func acts() -> [Int] { found.flatMap(\.allEntries).sorted(by: >) }

    func write(_ html: inout HTMLWriter) {
        html(.h1, title)
        html(.p, lead, .class("lead"))
        html(.p) { html in
            html(
                .a, context("Suscribirse al calendario (iCalendar)", "Subscribe to the calendar (iCalendar)"),
                .href(address(.ics)), .type("text/calendar"))
            html.text(" · ")
            html(
                .a, context("Seguir los actos (Atom)", "Follow the acts (Atom)"), .href(address(.atom)),
                .type("application/atom+xml"))
        }
        if question.list.isOpen, question.list.page == 1 { coming(&html) }
        year(&html)
        list(&html)
    }

    private func address(_ form: Representation) -> String {
        context.request.base.path(
            .meetings, context.language, form, query: question.list.isUnfit ? [] : question.list.pairs)
    }

    private var lead: String {
        let date = Written.long(context.day, context.language)
        var count: [MeetingStanding: Int] = [:]
        for meeting in all {
            count[context.state.standing(of: meeting, on: context.day).value, default: 0] += 1
        }
        guard !all.isEmpty else {
            return context("No consta ninguna reunión.", "No meeting is recorded.")
        }
        let counted = Counted(one: Phrase("celebrada", "held"), other: Phrase("celebradas", "held"))
        let parts = [
            counted.text(count[.held] ?? 0, context.language),
            (count[.beingHeld] ?? 0) > 0
                ? "\(count[.beingHeld] ?? 0) " + context("en curso", "being held") : nil,
            count[.toCome].map { "\($0) " + context("por celebrarse", "to come") }
                ?? context("ninguna por celebrarse", "none to come"),
            (count[.cancelled] ?? 0) > 0
                ? Counted(one: Phrase("cancelada", "cancelled"), other: Phrase("canceladas", "cancelled"))
                    .text(count[.cancelled] ?? 0, context.language) : nil,
            (count[.notRecorded] ?? 0) > 0
                ? "\(count[.notRecorded] ?? 0) "
                    + context("cuyos días no constan", "whose days aren't recorded") : nil,
        ].compactMap { $0 }
        let list = Written.list(parts, context.language)
        return context(
            "Constan al \(date): \(list).", "On record as of \(date): \(list).")
    }

    private func coming(_ html: inout HTMLWriter) {
        html.section(context("Lo que viene", "What comes next"), id: "next") { html in
            guard !next.isEmpty else {
                html.empty(
                    EmptyModel(
                        title: context(
                            "No consta ninguna reunión por celebrarse", "No meeting to come is recorded"),
                        sentences: [
                            context(
                                "Aquí estará la próxima cuando la presidencia la convoque.",
                                "The next one will stand here once the presidency convenes it.")
                        ]))
                return
            }
            html.cards(
                next.prefix(MeetingsPage.nextLength).map { meeting in
                    let standing = context.word(
                        context.state.standing(of: meeting, on: context.day).value
                    ).text
                    return CardModel(
                        eyebrow: context.when(meeting) + " · " + standing, title: context.name(meeting),
                        titleHref: context.path(.meeting(meeting.id.text)),
                        detail: context.place(meeting)
                            ?? context("El lugar no consta.", "The place isn't recorded."))
                }, context.language)
            if next.count > MeetingsPage.nextLength {
                let more = next.count - MeetingsPage.nextLength
                html(
                    .p,
                    context(
                        "Y \(more) más: están en el calendario y en la lista.",
                        "And \(more) more: they stand in the calendar and in the list."),
                    .classes("small", "soft"))
            }
        }
    }

    private func year(_ html: inout HTMLWriter) {
        let years = all.map { $0.act.from.first.year }
        let near = [
            years.filter { $0 < calendar.year }.max().map { ("← \($0)", $0) },
            years.filter { $0 > calendar.year }.min().map { ("\($0) →", $0) },
        ].compactMap { $0 }
        html.section(
            context("El año \(calendar.year)", "The year \(calendar.year)"), id: "calendar",
            note: question.year == nil && calendar.year != context.day.year
                ? context("el último con reuniones registradas", "the last with meetings recorded") : nil,
            links: near.map {
                LinkModel(text: $0.0, href: context.path(.meetings, query: [("year", String($0.1))]))
            }
        ) { html in
            if calendar.isEmpty {
                html(
                    .p,
                    context(
                        "De ese año no consta ninguna reunión.", "No meeting of that year is recorded."),
                    .class("soft"))
            } else {
                calendar.write(&html)
            }
        }
    }

    private func list(_ html: inout HTMLWriter) {
        html.section(
            question.list.isOpen
                ? context("Todas las reuniones", "All meetings")
                : context("Las reuniones elegidas", "The meetings chosen"), id: "list"
        ) { html in
            html.question(form)
            if let clear = question.list.clear {
                html(.p, .class("small")) { html in html(.a, clear.text, .href(clear.href)) }
            }
            if let problem = question.list.pageProblem {
                html.notice(.gold) { html in html(.p, problem) }
            }
            if shown.isEmpty {
                html.empty(
                    EmptyModel(
                        title: context("Ninguna reunión", "No meetings"),
                        sentences: [
                            question.list.isFilterUnfit
                                ? context(
                                    "Un filtro no se pudo leer; corríjalo arriba.",
                                    "A filter couldn't be read; correct it above.")
                                : context(
                                    "Ninguna reunión registrada cumple todos los filtros.",
                                    "No recorded meeting meets all the filters.")
                        ], link: question.list.clear))
            } else {
                html.table(
                    MeetingRows(context).table(
                        shown, caption: context("Reuniones", "Meetings"), order: sorting?.order(at: "list")))
                html.pagination(pages, context.language)
            }
        }
    }
}
