import Charter
import Conference

/// Activities by kind and year, and observers by year: counted each January for the year before.
enum Figures {
    private static let activities = both("Actividades por clase y año", "Activities by kind and year")
    private static let observers = both("Observadores por año", "Observers by year")

    static func write(_ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar) {
        var random = SeededRandom(stage.seed, "figures")
        let planned = Activities.planned(calendar)
        let first = stage.moment(stage.opening.adding(days: 8), 10, &random)
        for year in stage.opening.year - 10..<stage.opening.year {
            // Of the years before, the Book of Practice and the declarations give the numbers.
            for form in Activities.forms {
                figure(&script, first, year, form, random.int(0...3), by: .secretariat)
            }
            total(&script, first, year, 2 + random.int(0...2) + (year - stage.opening.year + 10) / 4)
        }
        for year in stage.opening.year..<stage.year {
            let moment = stage.moment(stage.working(year + 1, 1, 12), 10, &random)
            let held = planned.filter {
                $0.meeting.first.year == year && $0.meeting.id != Meetings.cancelled(calendar)
            }
            for form in Activities.forms {
                figure(
                    &script, moment, year, form, held.count { $0.form.code == form.code }, by: .secretariat)
            }
            let admitted = cast.admissions.count { $0.year <= year }
            // The organisation whose lapse was announced counts until then.
            total(&script, moment, year, 6 + admitted - (year > stage.year - 2 ? 1 : 0))
        }
    }

    private static func figure(
        _ script: inout Script, _ moment: Moment, _ year: Int, _ form: Activities.Form, _ value: Int,
        by actor: ActingParty
    ) {
        script.add(
            "figure/actividades/\(year)/\(form.code)", at: moment, by: actor,
            FigureRecorded(
                figure: FigureID("actividades/\(year)/\(form.code)"), series: activities, label: form.plural,
                value: value, from: PartialDay(String(year)), to: PartialDay(String(year))
            ).act)
    }

    private static func total(_ script: inout Script, _ moment: Moment, _ year: Int, _ value: Int) {
        script.add(
            "figure/observadores/\(year)", at: moment,
            FigureRecorded(
                figure: FigureID("observadores/\(year)"), series: observers,
                label: both("Observadores a fin de año", "Observers at the year's end"), value: value,
                from: PartialDay(String(year)), to: PartialDay(String(year))
            ).act)
    }
}
