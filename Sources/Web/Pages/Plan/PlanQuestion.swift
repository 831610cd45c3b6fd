import Charter
import Conference
import Exchange
import HTML

/// What is asked of a plan's lines: a theme, a status, a text.
struct PlanQuestion {
    /// The longest text that is looked for, in letters.
    static let textLimit = 80
    /// The status of lines of which none is reported, in the address.
    static let noStatus = "not-recorded"

    let theme: PlanState.Line?
    let status: String?
    let text: String?
    private let fields: [FieldModel]
    private let kept: [(name: String, value: String)]

    /// True if a field can't be read: then nothing is listed.
    var isUnfit: Bool { fields.contains { $0.problem != nil } }
    /// True if something is asked for.
    var isAsked: Bool { fields.contains { !$0.value.isEmpty } }

    init(_ record: PlanState.Record, _ context: PageContext) {
        let words = PlanWords(context)
        func typed(_ name: String) -> String {
            String((context.request.query[name] ?? "").prefix(PlanQuestion.textLimit + 1))
        }
        func problem(_ typed: String, _ found: Bool) -> String? {
            typed.isEmpty || found
                ? nil
                : context(
                    "“\(typed)” no está en la lista; elija una de sus opciones.",
                    "“\(typed)” isn't in the list; choose one of its options.")
        }
        let tops = record.lines(on: context.day).filter {
            $0.act.kind == .pillar || $0.act.kind == .actionTheme
        }
        let askedTheme = typed("theme")
        theme = tops.first { $0.act.line.text == askedTheme }
        let askedStatus = typed("status")
        let statuses =
            PlanStatus.allCases.map { (value: $0.rawValue, text: context($0.name)) }
            + [(value: PlanQuestion.noStatus, text: context.notRecorded)]
        status = statuses.first { $0.value == askedStatus }?.value
        let askedText = typed("q")
        let isLong = askedText.count > PlanQuestion.textLimit
        text = askedText.isEmpty || isLong ? nil : askedText
        let all = [(value: "", text: context("todos", "all"))]
        let themeProblem = problem(askedTheme, theme != nil)
        let statusProblem = problem(askedStatus, status != nil)
        fields = [
            FieldModel(
                name: "theme",
                label: record.act.kind == .strategic ? context("Pilar", "Pillar") : context("Tema", "Theme"),
                kind: .choice(
                    all + tops.map { ($0.act.line.text, words.name($0)) }
                        + (themeProblem == nil ? [] : [(askedTheme, askedTheme)])),
                value: askedTheme, problem: themeProblem),
            FieldModel(
                name: "status", label: context("Estado", "Status"),
                kind: .choice(
                    all + statuses + (statusProblem == nil ? [] : [(askedStatus, askedStatus)])),
                value: askedStatus, problem: statusProblem),
            FieldModel(
                name: "q", label: context("Que diga", "That says"), kind: .text, value: askedText,
                problem: isLong
                    ? context(
                        "Se busca un texto de hasta \(PlanQuestion.textLimit) letras; acórtelo.",
                        "A text of up to \(PlanQuestion.textLimit) letters is searched for; shorten it.")
                    : nil),
        ]
        kept = ((context.isAnotherDay ? [("on", context.day.description)] : []) + context.sortPair).map {
            (name: $0.0, value: $0.1)
        }
    }

    /// The form.
    func form(_ record: PlanState.Record, _ context: PageContext) -> QuestionModel {
        QuestionModel(
            action: context.plainPath(.plan(record.act.plan.text)) + "#lines", fields: fields,
            button: context("Buscar", "Find"), kept: kept,
            label: context("Buscar entre las líneas", "Find among the lines"))
    }

    /// The lines that are asked for, in the plan's order.
    func lines(_ record: PlanState.Record, on day: Day) -> [PlanState.Line] {
        guard !isUnfit else { return [] }
        let needle = text?.folded
        return record.lines(on: day).filter { line in
            if let theme, line.act.line != theme.act.line,
                !record.path(to: line).contains(where: { $0.act.line == theme.act.line })
            {
                return false
            }
            if let status {
                let own = line.status(on: day)?.act.status.rawValue ?? PlanQuestion.noStatus
                guard own == status else { return false }
            }
            guard let needle else { return true }
            let texts = [
                line.act.title.es, line.act.title.en, line.act.text?.es ?? "", line.act.text?.en ?? "",
                line.act.number ?? "", line.act.line.text,
            ]
            return texts.contains { $0.folded.contains(needle) }
        }
    }

    /// What was asked, as JSON.
    var json: JSONValue {
        ["theme": JSONValue(theme?.act.line.text), "status": JSONValue(status), "text": JSONValue(text)]
    }
}
