import Charter
import Conference

/// Workshops, seminars and trainings, each with its concept note, but for one.
enum Activities {
    /// What an activity is.
    struct Form {
        /// Its code in figures.
        let code: String
        /// How one is called.
        let name: Localized
        /// How they are called together.
        let plural: Localized
    }

    static let forms = [
        Form(code: "talleres", name: both("Taller", "Workshop"), plural: both("Talleres", "Workshops")),
        Form(code: "seminarios", name: both("Seminario", "Seminar"), plural: both("Seminarios", "Seminars")),
        Form(
            code: "capacitaciones", name: both("Capacitación", "Training"),
            plural: both("Capacitaciones", "Trainings")),
        Form(code: "foros", name: both("Foro", "Forum"), plural: both("Foros", "Forums")),
    ]

    /// One activity: which form, and on which theme of the year's plan.
    struct Planned {
        let meeting: PlannedMeeting
        let form: Form
        let plan: StrategicPlan
        let theme: (line: ElementID, subject: Subject)

        var id: ActivityID { ActivityID("actividad-\(meeting.id.text.dropFirst(4))") }
    }

    /// What each month of a year's activities is like; their order in the year gives their number.
    private static let months = [2, 5, 7, 9]

    /// The meetings by which a year's activities are carried out.
    ///
    /// - Parameter taken: days on which something else meets; the activities' own are added.
    static func meetings(
        _ year: Int, _ stage: Stage, _ taken: inout Set<Day>, _ random: inout SeededRandom
    ) -> [PlannedMeeting] {
        let themes = StrategicPlan(covering: year, stage).themes
        let hosts = Cast.hosts(stage)
        return months.enumerated().map { index, month in
            let (form, theme) = chosen(year, index, stage, themes)
            let host = random.pick(hosts)
            let isVirtual = random.chance(30)
            let wanted = Day(year, month, random.int(4...24)) ?? stage.today
            let held = stage.workingDays(
                isVirtual ? 1 : 2, from: wanted, host: isVirtual ? nil : host, besides: taken)
            let (first, last) = (held.lowerBound, held.upperBound)
            taken.formUnion([first, last])
            let title =
                form.name + both(": ", ": ") + theme.subject.title.map(lowered)
                + both(" (\(year))", " (\(year))")
            // Not before the year's plan was stated, which the vice-ministers adopt in November.
            let earliest = max(stage.working(year - 1, 12, 10), stage.opening.adding(days: 1))
            let convened = stage.working(max(first.adding(days: -random.int(60...100)), earliest))
            return PlannedMeeting(
                id: MeetingID("ACT-\(year)-\(index + 1)"), organ: "SE", sort: .activity, first: first,
                last: last, title: title, number: nil,
                place: isVirtual ? nil : Places.town(of: host, index), host: isVirtual ? nil : host,
                mode: isVirtual ? .virtual : .inPerson, chair: nil, group: nil,
                convened: min(convened, first))
        }
    }

    private static func chosen(
        _ year: Int, _ index: Int, _ stage: Stage, _ themes: [(line: ElementID, subject: Subject)]
    ) -> (Form, (line: ElementID, subject: Subject)) {
        var random = SeededRandom(stage.seed, "activities \(year)")
        var order = random.shuffled(Array(themes.indices))
        var forms = random.shuffled(forms)
        // In the middle of each plan the seminar on gender that the Plan of Action asks for every three years.
        if StrategicPlan.start(of: year) == year - 1,
            let theme = order.firstIndex(where: { themes[$0].subject.code == "genero" }),
            let form = forms.firstIndex(where: { $0.code == "seminarios" })
        {
            order.swapAt(theme, 1)
            forms.swapAt(form, 1)
        }
        return (forms[index % forms.count], themes[order[index % order.count]])
    }

    /// The activities of the calendar.
    static func planned(_ calendar: Calendar) -> [Planned] {
        calendar.meetings.filter { $0.sort == .activity }.map { meeting in
            let year = meeting.first.year
            let plan = StrategicPlan(covering: year, calendar.stage)
            let index = (Int(meeting.id.text.suffix(1)) ?? 1) - 1
            let (form, theme) = chosen(year, index, calendar.stage, plan.themes)
            return Planned(meeting: meeting, form: form, plan: plan, theme: theme)
        }
    }

    /// The one that is left without a concept note: the last one held.
    static func withoutNote(_ calendar: Calendar) -> MeetingID? {
        calendar.meetings.last { $0.sort == .activity && $0.last < calendar.stage.today }?.id
    }

    static func write(_ script: inout Script, _ stage: Stage, _ calendar: Calendar, _ decisions: Decisions) {
        var random = SeededRandom(stage.seed, "activities life")
        let without = withoutNote(calendar)
        for activity in planned(calendar) {
            let meeting = activity.meeting
            let title = meeting.title ?? activity.form.name
            // The year's plan is made at its beginning, or when the activity is convened if that is earlier.
            let planned = min(
                stage.working(max(stage.working(meeting.first.year, 1, 15), stage.opening.adding(days: 3))),
                meeting.convened)
            script.add(
                "activity/\(activity.id)", at: stage.at(planned, 9, &random), by: .presidency,
                ActivityPlanned(
                    activity: activity.id, title: title.asOriginal, plan: activity.plan.id,
                    lines: [activity.theme.line], from: PartialDay(meeting.first, precision: .month),
                    place: meeting.place, host: meeting.host, organ: "SE"
                ).act)
            script.add(
                "convened/\(activity.id)", at: stage.at(meeting.convened, 15, &random), by: .presidency,
                ActivityConvened(activity: activity.id, meeting: meeting.id).act)
            guard meeting.id != without else { continue }
            let filed = max(meeting.first.adding(days: -random.int(32...50)), meeting.convened)
            let moment = stage.at(stage.working(filed), 16, &random)
            let paper = DocumentID("nota-\(activity.id)")
            let text = Papers.conceptNote(activity, stage)
            script.add(
                "document/\(paper)", at: moment,
                DocumentRecorded(
                    document: paper, title: both("Nota conceptual: ", "Concept note: ").asOriginal + title,
                    kind: .conceptNote, year: meeting.first.year, languages: [.es], access: .participants,
                    file: script.keep(text.es), mediaType: Papers.mediaType, meeting: meeting.id,
                    themes: [activity.theme.line]
                ).act)
            script.add(
                "note/\(activity.id)", at: moment,
                instruction: "PPT/\(meeting.first.year)/\(random.int(61...99))",
                note(activity, paper, stage).act)
        }
    }

    private static func note(_ activity: Planned, _ paper: DocumentID, _ stage: Stage) -> ConceptNoteFiled {
        let subject = activity.theme.subject
        return ConceptNoteFiled(
            activity: activity.id, document: paper, background: subject.matter,
            justification: both(
                "Cumple el tema “\(subject.title.es)” del \(activity.plan.title.es).",
                "It carries out the theme “\(subject.title.en)” of the \(activity.plan.title.en)."),
            mandate: ActivityMandate(line: PlanPlace(plan: activity.plan.id, line: activity.theme.line)),
            generalObjective: subject.proposal,
            specificObjectives: Papers.specificObjectives,
            participants: both(
                "Dos personas por país, de la autoridad migratoria y de la cancillería; la Red Civil del Mar y las organizaciones observadoras con mandato en el tema.",
                "Two people from each country, from the migration authority and the foreign ministry; the Civil Network of the Sea and the observer organizations with a mandate on the subject."
            ),
            method: both(
                "Casos contados por quienes los atendieron, y trabajo en tres mesas.",
                "Cases told by those who attended them, and work at three tables."),
            agenda: Papers.activityAgenda, results: Papers.expectedResults)
    }
}

extension StrategicPlan {
    /// How it is called.
    var title: Localized {
        both("Plan Estratégico \(from)-\(from + 2)", "Strategic Plan \(from)-\(from + 2)")
    }
}
