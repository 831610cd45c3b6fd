import Charter
import Conference

/// What the working-days page is asked: an instant of circulation on the conference's clock, and how many days.
struct WorkingDaysQuestion {
    /// The instant, or `nil` if what was typed isn't one.
    let from: Instant?
    /// How many working days, or `nil` if what was typed isn't a number that is counted.
    let days: Int?
    /// What the fields show: what was typed, else what is asked when nothing was.
    let fromTyped: String, daysTyped: String
    /// What is wrong with the fields.
    let fromProblem: String?, daysProblem: String?
    /// True if nothing was asked: the answer is for today, and turns with the day.
    let isDefault: Bool
    /// What is asked where nothing is typed: the consultation's five days (rule D2).
    static let usualDays = 5

    init(_ context: PageContext) {
        let typedFrom = context.request.query["from"]
        let typedDays = context.request.query["days"]
        isDefault = typedFrom == nil
        if let typedFrom {
            from = WorkingDaysQuestion.instant(typedFrom, context)
            fromTyped = typedFrom
            fromProblem =
                from == nil
                ? context(
                    "“\(typedFrom.prefix(40))” no es un día con su hora; escríbalo como 2026-12-23T10:00.",
                    "“\(typedFrom.prefix(40))” isn't a day with its time; write it as 2026-12-23T10:00.")
                : nil
        } else {
            // Noon stands for the day: the deadline turns on the day of circulation alone.
            from = context.state.zone(on: context.today).instant(context.today, hour: 12)
            fromTyped = context.today.description + "T12:00"
            fromProblem = nil
        }
        let count = typedDays.map(WorkingDaysQuestion.count) ?? WorkingDaysQuestion.usualDays
        days = count
        daysTyped = typedDays ?? String(WorkingDaysQuestion.usualDays)
        daysProblem =
            count == nil
            ? context(
                "Se cuentan de 1 a \(WorkingDays.limit) días hábiles; escriba un número entero, por ejemplo 5.",
                "From 1 to \(WorkingDays.limit) working days are counted; write a whole number, such as 5.")
            : nil
    }

    private static func count(_ text: String) -> Int? {
        guard text.utf8.count <= 4, let number = Int(text), (1...WorkingDays.limit).contains(number) else {
            return nil
        }
        return number
    }

    /// Reads `2026-12-23T10:00` on the conference's clock (seconds allowed, a space for the T, a day alone for
    /// its noon), or an instant with its own offset.
    private static func instant(_ text: String, _ context: PageContext) -> Instant? {
        if let instant = Instant(text) { return instant }
        guard let day = Day(text.prefix(10)) else { return nil }
        let zone = context.state.zone(on: day)
        if text.utf8.count == 10 { return zone.instant(day, hour: 12) }
        guard let wall = Instant(text + "Z") else { return nil }
        let second = Zone.utc.local(wall).secondOfDay
        return zone.instant(day, hour: second / 3600, minute: second / 60 % 60, second: second % 60)
    }
}
