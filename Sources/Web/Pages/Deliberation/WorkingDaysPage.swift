import Charter
import Conference
import Exchange
import HTML

/// A number of working days from an instant of circulation: when they end, what was passed over, and why.
struct WorkingDaysPage: PageModel {
    let title: String
    let summary: String?
    let isQuestionUnfit: Bool
    var formats: [Representation] { answer == nil ? [.json, .pdf] : [.csv, .xlsx, .json, .pdf] }
    let json: JSONValue
    private let context: PageContext
    private let question: WorkingDaysQuestion
    private let answer: Answer<WorkingDeadline>?
    private let refusal: Refusal?

    init(_ context: PageContext) {
        self.context = context
        let question = WorkingDaysQuestion(context)
        self.question = question
        title = context("Días hábiles", "Working days")
        summary = context(
            "Cuándo vence un plazo en días hábiles, qué días no cuentan y por qué.",
            "When a time limit in working days ends, which days don't count, and why.")
        isQuestionUnfit = question.from == nil || question.days == nil
        var answer: Answer<WorkingDeadline>?
        var refusal: Refusal?
        if let from = question.from, let days = question.days {
            do throws(Refusal) { answer = try context.state.deadline(from: from, workingDays: days) } catch {
                refusal = error
            }
        }
        self.answer = answer
        self.refusal = refusal
        json = WorkingDaysPage.json(question, answer, refusal, context)
    }

    func lists() -> [ListModel] {
        answer.map { [ListModel(id: "days", table: WorkingDaysPage.table($0.value, context))] } ?? []
    }

    func write(_ html: inout HTMLWriter) {
        let language = context.language
        html(.h1, title)
        html(
            .p,
            context(
                "Hasta cuándo se puede contestar un texto que circula hoy, o cualquier otro día.",
                "Until when a text that circulates today, or on any other day, can be answered."),
            .class("lead"))
        html.question(form)
        if let answer {
            write(answer.value, answer, &html)
        } else if let refusal {
            html.empty(
                EmptyModel(
                    title: context("No hay plazo que contar", "There is no time limit to count"),
                    sentences: [refusal.message[language], refusal.remedy[language]]))
        }
    }

    private var form: QuestionModel {
        let day = question.from.map { context.state.day(at: $0) } ?? context.today
        let zone = context.state.zone(on: day)
        let offset = Written.zone(zone.offset(at: zone.instant(day, hour: 12)))
        return QuestionModel(
            action: context.plainPath(.workingDays),
            fields: [
                FieldModel(
                    name: "from", label: context("Circula el", "Circulates on"), kind: .moment,
                    value: question.fromTyped,
                    hint: context(
                        "En la hora de la secretaría (\(offset)).", "In the secretariat's time (\(offset))."),
                    problem: question.fromProblem),
                FieldModel(
                    name: "days", label: context("Días hábiles", "Working days"), kind: .amount,
                    value: question.daysTyped,
                    hint: context("De 1 a \(WorkingDays.limit)", "From 1 to \(WorkingDays.limit)"),
                    problem: question.daysProblem),
            ], button: context("Contar", "Count"),
            label: context("Contar días hábiles", "Count working days"))
    }

    private func write(
        _ deadline: WorkingDeadline, _ answer: Answer<WorkingDeadline>, _ html: inout HTMLWriter
    ) {
        let language = context.language
        let count = WorkingDaysPage.counted.text(deadline.workingDays, language)
        html.section(
            question.isDefault
                ? Written.capitalised(context("\(count) desde hoy", "\(count) from today"))
                : context(
                    "\(count) desde el \(Written.long(deadline.circulated, language))",
                    "\(count) from \(Written.long(deadline.circulated, language))")
        ) { html in
            html(.p, ends, .class("eyebrow"))
            html(.p, Written.full(deadline.day, language), .class("big"))
            html(.p, WorkingDaysPage.end(deadline, context), .classes("soft", "num"))
            html.why(
                context.why(
                    answer.basis, change: answer.change, about: context("este plazo", "this deadline")),
                language)
            if deadline.beyondCalendar { html.notice(.gold) { $0(.p, beyond) } }
            if let strip { html.dayStrip(strip, language) }
        }
        skipped(deadline, &html)
        warnings(deadline, &html)
    }

    private var ends: String { context("Vence el", "Ends on") }

    static let counted = Counted(
        one: Phrase("día hábil", "working day"), other: Phrase("días hábiles", "working days"))

    /// The last second with its zone: `a las 23:59:59, hora de la secretaría (GMT−6)`.
    static func end(_ deadline: WorkingDeadline, _ context: PageContext) -> String {
        let zone = context.state.zone(on: deadline.circulated)
        let local = zone.local(deadline.end)
        let clock = Written.clock(local.secondOfDay)
        let offset = Written.zone(zone.offset(at: deadline.end))
        return context(
            "a las \(clock), hora de la secretaría (\(offset))",
            "at \(clock), the secretariat's time (\(offset))")
    }

    private var beyond: String {
        let calendar = context.state.holidays.calendar
        guard calendar.to > 1 else {
            return context(
                "No consta ningún calendario de feriados: solo se saltaron los fines de semana.",
                "No calendar of holidays is recorded: only weekends were passed over.")
        }
        return context(
            "Los feriados constan de \(calendar.from) a \(calendar.to). Fuera de esos años solo se saltaron los fines de semana: compruebe los feriados aparte.",
            "Holidays are recorded for \(calendar.from) to \(calendar.to). Outside those years only weekends were passed over: check the holidays elsewhere."
        )
    }

    /// The strip, for as many days as can be taken in at a glance.
    private var strip: DayStripModel? {
        guard let deadline = answer?.value, deadline.circulated.days(until: deadline.day) <= 45 else {
            return nil
        }
        return WorkingDaysPage.strip(deadline, context)
    }

    private func skipped(_ deadline: WorkingDeadline, _ html: inout HTMLWriter) {
        let holidays = deadline.skipped.filter { !isWeekend($0.day) }
        let weekends = deadline.skipped.count - holidays.count
        html.section(context("Lo que no contó", "What didn't count")) { html in
            html(.p, WorkingDaysPage.passedOver(weekends: weekends, holidays: holidays.count, context))
            if !deadline.skipped.isEmpty {
                html.table(
                    DataTable(
                        caption: context("Días saltados y por qué", "Days passed over, and why"),
                        hidesCaption: true,
                        columns: [.init(context("Día", "Day")), .init(context("Por qué", "Why"))],
                        rows: (holidays.count > 0 && deadline.skipped.count > 40
                            ? holidays : deadline.skipped)
                            .map { skipped in
                                [
                                    .text(Written.full(skipped.day, context.language)),
                                    isWeekend(skipped.day)
                                        ? .text(context("fin de semana", "weekend"))
                                        : .made(
                                            TrustedHTML { html in
                                                html.text(context(skipped.why) + " ")
                                                html.tag(context("feriado", "holiday"))
                                            }),
                                ]
                            }, isTall: deadline.skipped.count > 40))
            }
        }
    }

    private func isWeekend(_ day: Day) -> Bool {
        let week = answer.flatMap { context.state.edition(on: $0.value.circulated)?.edition.workingWeek }
        return week?.weekend.contains(day.weekday) ?? false
    }

    private func warnings(_ deadline: WorkingDeadline, _ html: inout HTMLWriter) {
        html.section(
            context("Feriados propios de los miembros", "Members' own holidays"), id: "warnings",
            note: context("cuentan; son un aviso", "they count; this is a warning")
        ) { html in
            guard !deadline.warnings.isEmpty else {
                html(
                    .p,
                    context(
                        "Ningún miembro tiene un feriado propio registrado en los días que contaron.",
                        "No member has a holiday of its own recorded on the days that counted."),
                    .class("soft"))
                return
            }
            html.table(
                DataTable(
                    caption: context(
                        "Estos días cuentan para el plazo, pero en ese país puede no haber quien conteste.",
                        "These days count, but there may be nobody to answer in that country."),
                    columns: [
                        .init(context("Día", "Day")), .init(context("Miembro", "Member")),
                        .init(context("Feriado", "Holiday")),
                    ],
                    rows: deadline.warnings.map { warning in
                        [
                            .text(Written.full(warning.day, context.language)),
                            .party(
                                code: warning.party.text, name: context.name(warning.party),
                                href: context.plainPath(.party(warning.party.text))),
                            .text(context(warning.why)),
                        ]
                    }, isTall: deadline.warnings.count > 40))
        }
    }
}
