import Charter
import Conference
import Exchange

extension WorkingDaysPage {
    /// The days from circulation to the deadline, each as it counted.
    static func strip(_ deadline: WorkingDeadline, _ context: PageContext) -> DayStripModel {
        var roles: [Day: DayStripModel.Role] = [
            deadline.circulated: .start(context("circula", "circulates"))
        ]
        for skipped in deadline.skipped { roles[skipped.day] = .off(context(skipped.why)) }
        for (index, day) in deadline.counted.enumerated() {
            roles[day] =
                index + 1 == deadline.counted.count
                ? .last(index + 1, context("vence", "ends")) : .counted(index + 1)
        }
        return DayStripModel(
            label: context("Los días del plazo", "The days of the time limit"),
            days: roles.sorted { $0.key < $1.key }.map { .init(day: $0.key, role: $0.value) })
    }

    /// Every day from circulation to the deadline, for spreadsheets.
    static func table(_ deadline: WorkingDeadline, _ context: PageContext) -> DataTable {
        let counted = deadline.counted.enumerated().map { index, day in
            (day, context("día hábil", "working day"), String(index + 1), "")
        }
        let skipped = deadline.skipped.map {
            ($0.day, context("no cuenta", "doesn't count"), "", context($0.why))
        }
        let first = (deadline.circulated, context("circula", "circulates"), "0", "")
        return DataTable(
            caption: context("Los días del plazo", "The days of the time limit"),
            columns: [
                .init(context("Día", "Day")), .init(context("Qué es", "What it is")),
                .init(context("Número", "Number"), isNumeric: true), .init(context("Por qué", "Why")),
            ],
            rows: ([first] + counted + skipped).sorted { $0.0 < $1.0 }.map { day, what, number, why in
                [.text(day.description), .text(what), .text(number), .text(why)]
            })
    }

    /// How many days were passed over, of which kind.
    static func passedOver(weekends: Int, holidays: Int, _ context: PageContext) -> String {
        let weekend = Counted(
            one: Phrase("día de fin de semana", "weekend day"),
            other: Phrase("días de fin de semana", "weekend days"))
        let holiday = Counted(
            one: Phrase("feriado", "holiday"), other: Phrase("feriados", "holidays"))
        guard weekends + holidays > 0 else {
            return context("No se saltó ningún día.", "No day was passed over.")
        }
        let parts = [(weekends, weekend), (holidays, holiday)].filter { $0.0 > 0 }.map {
            $0.1.text($0.0, context.language)
        }
        let list = Written.list(parts, context.language)
        let one = weekends + holidays == 1
        return context(
            "El día en que circula es el día 0. Después se \(one ? "saltó" : "saltaron") \(list).",
            "The day of circulation is day 0. After it, \(list) \(one ? "was" : "were") passed over.")
    }

    /// The page for programs; `deadline` and what follows are `null` where nothing could be counted.
    static func json(
        _ question: WorkingDaysQuestion, _ answer: Answer<WorkingDeadline>?, _ refusal: Refusal?,
        _ context: PageContext
    ) -> JSONValue {
        func instant(_ instant: Instant, _ day: Day) -> JSONValue {
            .text(instant.text(offsetSeconds: context.state.zone(on: day).offset(at: instant)))
        }
        let value = answer?.value
        return [
            "from": question.from.map { instant($0, context.state.day(at: $0)) } ?? .null,
            "workingDays": JSONValue(question.days),
            "problems": .list(
                [question.fromProblem, question.daysProblem].compactMap { $0 }.map { .text($0) }),
            "refusal": refusal.map {
                ["code": .text($0.code), "message": .text($0.sentence(context.language))]
            } ?? .null,
            "circulated": JSONValue(value?.circulated),
            "deadline": value.map { instant($0.end, $0.circulated) } ?? .null,
            "counted": .list((value?.counted ?? []).map { JSONValue($0) }),
            "skipped": .list(
                (value?.skipped ?? []).map { ["day": JSONValue($0.day), "why": .text(context($0.why))] }),
            "warnings": .list(
                (value?.warnings ?? []).map {
                    [
                        "party": .text($0.party.text), "day": JSONValue($0.day),
                        "why": .text(context($0.why)),
                    ]
                }),
            "beyondCalendar": JSONValue(value?.beyondCalendar),
            "basis": context.json(answer?.basis ?? []), "change": context.json(answer?.change),
        ]
    }
}
