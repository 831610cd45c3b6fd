import Charter
import Conference

/// What was before the register was opened, as its papers report it: presidencies, meetings, decisions.
enum History {
    static func write(_ script: inout Script, _ stage: Stage, _ cast: Cast) {
        var random = SeededRandom(stage.seed, "history")
        // The installation reports what the papers say, a week after the opening.
        let moment = stage.moment(stage.opening.adding(days: 1), 8, &random)
        let before = stage.opening.year - 1
        var history = Reporter(script: script, moment: moment)
        for term in Stage.founded...stage.opening.year + 1 {
            // Designated two years ahead; the first three at the founding meeting.
            let year = max(term - 2, Stage.founded)
            history.add(
                "designated/\(term)", on: meetingDay(year), paper(year),
                PresidencyDesignated(party: stage.presidency(term), term: term).act)
            if term <= stage.opening.year, let theme = Presidencies.theme(term, stage) {
                history.add(
                    "theme/\(term)", on: meetingDay(max(term - 1, Stage.founded)),
                    paper(max(term - 1, Stage.founded)), ThemeSet(term: term, theme: theme).act)
            }
        }
        for year in Stage.founded...before { self.year(year, &history, stage, &random) }
        budget(stage, &history)
        plan(stage, &history)
        for appointment in cast.appointments where appointment.decided < stage.opening.year {
            history.add(
                "secretary/\(appointment.from.year)", on: meetingDay(appointment.decided),
                paper(appointment.decided),
                SecretaryAppointed(
                    holder: appointment.holder, nationality: appointment.nationality, from: appointment.from,
                    until: appointment.until
                ).act)
        }
        script = history.script
    }

    /// Adds acts of the installation, each with its source.
    private struct Reporter {
        var script: Script
        let moment: Moment

        mutating func add(_ id: String, on day: PartialDay, _ paper: DocumentID, _ act: Act) {
            script.add(
                id, at: moment, by: .installation, on: day, source: Source(document: paper), act)
        }
    }

    /// When a year's vice-ministerial meeting was: the founding one in March, the others in November.
    private static func meetingDay(_ year: Int) -> PartialDay {
        let day = year == Stage.founded ? Day(year, 3, 22) : Day(year, 11, 1)
        return PartialDay(day ?? .distantPast, precision: year == Stage.founded ? .day : .month)
    }

    private static func paper(_ year: Int) -> DocumentID {
        year == Stage.founded ? "acta-fundacional" : DocumentID("declaracion-\(year)")
    }

    private static func year(
        _ year: Int, _ history: inout Reporter, _ stage: Stage, _ random: inout SeededRandom
    ) {
        let host = year == Stage.founded ? stage.seat : stage.presidency(year)
        let number = InWords.roman(year - Stage.founded + 1)
        let id = MeetingID("VM-\(year)")
        let source = paper(year)
        let subjects = random.some(random.int(2...3), of: Subject.all)
        history.add(
            "meeting/\(id)", on: meetingDay(year), source,
            MeetingConvened(
                meeting: id, organ: "VM", kind: .ordinary, number: number, from: meetingDay(year),
                place: Places.town(of: host, 0), host: host, mode: .inPerson
            ).act)
        history.add(
            "subjects/\(id)", on: meetingDay(year), source,
            MeetingSubjects(meeting: id, subjects: subjects.map(\.title)).act)
        if year > Stage.founded {
            history.add(
                "document/\(source)", on: meetingDay(year), source,
                DocumentRecorded(
                    document: source,
                    title: original(
                        "Declaración de la \(number) Reunión Viceministerial",
                        "Declaration of the \(number) Vice-Ministerial Meeting"), kind: .declaration,
                    year: year,
                    languages: [.es], access: .public,
                    file: history.script.keep(declaration(year, number, subjects, stage).es),
                    mediaType: Papers.mediaType, meeting: id, organ: "VM"
                ).act)
        }
        for (index, subject) in subjects.enumerated() {
            history.add(
                "decision/\(id)/\(index + 1)", on: meetingDay(year), source,
                DecisionRecorded(
                    decision: DecisionID("CME/VM/\(year)/D.\(index + 1)"), organ: "VM", meeting: id,
                    number: index + 1,
                    title: (subject.title + both(": ", ": ") + subject.proposal.map(lowered)).asOriginal,
                    session: .open
                ).act)
        }
        for index in 1...2 where year > Stage.founded {
            let day = PartialDay(Day(year, index == 1 ? 6 : 10, 1) ?? .distantPast, precision: .month)
            history.add(
                "meeting/GC-\(year)-\(index)", on: day, source,
                MeetingConvened(
                    meeting: MeetingID("GC-\(year)-\(index)"), organ: "GC", kind: .ordinary, from: day,
                    place: Places.town(of: host, index), host: host, mode: .inPerson
                ).act)
        }
    }

    private static func declaration(
        _ year: Int, _ number: String, _ subjects: [Subject], _ stage: Stage
    ) -> Localized {
        Papers.page(
            both(
                "Declaración de la \(number) Reunión Viceministerial",
                "Declaration of the \(number) Vice-Ministerial Meeting"),
            both("Noviembre de \(year)", "November \(year)"),
            [
                both(
                    "Las once delegaciones, bajo la presidencia de \(stage.name(stage.presidency(year)).es), deciden por consenso:",
                    "The eleven delegations, under the presidency of \(stage.name(stage.presidency(year)).en), decide by consensus:"
                ),
                subjects.enumerated().map {
                    both(
                        "\($0 + 1). \($1.title.es): \(lowered($1.proposal.es)).",
                        "\($0 + 1). \($1.title.en): \(lowered($1.proposal.en)).")
                }.asList,
            ])
    }

    /// The budget of the opening's year was approved the year before.
    private static func budget(_ stage: Stage, _ history: inout Reporter) {
        let year = stage.opening.year
        let amount = Contributions.budget(year, stage)
        history.add(
            "budget/\(year)", on: meetingDay(year - 1), paper(year - 1),
            BudgetApproved(year: year, amount: amount, headings: Contributions.parts(amount)).act)
    }

    /// The plan that was in force when the register was opened.
    private static func plan(_ stage: Stage, _ history: inout Reporter) {
        let plan = StrategicPlan(covering: stage.opening.year, stage)
        let source = paper(plan.from - 1)
        let day = meetingDay(plan.from - 1)
        history.add("plan/\(plan.id)", on: day, source, plan.adopted(nil).act)
        for line in plan.lines { history.add("line/\(plan.id)/\(line.line)", on: day, source, line.act) }
    }
}
