import Charter
import Conference

/// Activities by kind and year, and observers by year: counted each January for the year before. Of the ten years
/// before the opening the last declaration gives the activities, each year's and in all.
enum Figures {
    private static let activities = both("Actividades por clase y año", "Activities by kind and year")
    private static let decade = both(
        "Actividades de la Conferencia en diez años", "Activities of the Conference in ten years")
    private static let observers = both("Observadores por año", "Observers by year")

    static func write(_ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar) {
        var random = SeededRandom(stage.seed, "figures")
        let planned = Activities.planned(calendar)
        before(&script, stage, stage.moment(stage.opening.adding(days: 8), 10, &random), &random)
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
            // The organisation whose lapse was announced, in the January after its last meeting, counts until then.
            total(
                &script, moment, year,
                founding.count { $0 <= year } + admitted - (year >= stage.year - 2 ? 1 : 0))
        }
    }

    /// The years in which the pack's own observers were admitted.
    private static let founding = [2003, 2003, 2004, 2006, 2008, 2009]

    private static func before(
        _ script: inout Script, _ stage: Stage, _ moment: Moment, _ random: inout SeededRandom
    ) {
        let years = stage.opening.year - 10...stage.opening.year - 1
        let source = Source(document: DocumentID("declaracion-\(years.upperBound)"))
        var sums = Activities.forms.map { _ in 0 }
        for year in years {
            for (index, form) in Activities.forms.enumerated() {
                let value = random.int(0...3)
                sums[index] += value
                figure(&script, moment, year, form, value, by: .secretariat, source: source)
            }
            total(&script, moment, year, founding.count { $0 <= year }, source: source)
        }
        func whole(_ code: String, _ label: Localized, _ value: Int, isTotal: Bool) {
            script.add(
                "figure/decenio/\(code)", at: moment, source: source,
                FigureRecorded(
                    figure: FigureID("decenio/\(code)"), series: decade, label: label, value: value,
                    from: PartialDay(String(years.lowerBound)), to: PartialDay(String(years.upperBound)),
                    total: isTotal ? true : nil
                ).act)
        }
        for (form, sum) in zip(Activities.forms, sums) {
            whole(form.code, form.plural, sum, isTotal: false)
        }
        whole("total", both("En total", "In all"), sums.reduce(0, +), isTotal: true)
    }

    private static func figure(
        _ script: inout Script, _ moment: Moment, _ year: Int, _ form: Activities.Form, _ value: Int,
        by actor: ActingParty, source: Source? = nil
    ) {
        script.add(
            "figure/actividades/\(year)/\(form.code)", at: moment, by: actor, source: source,
            FigureRecorded(
                figure: FigureID("actividades/\(year)/\(form.code)"), series: activities, label: form.plural,
                value: value, from: PartialDay(String(year)), to: PartialDay(String(year))
            ).act)
    }

    private static func total(
        _ script: inout Script, _ moment: Moment, _ year: Int, _ value: Int, source: Source? = nil
    ) {
        script.add(
            "figure/observadores/\(year)", at: moment, source: source,
            FigureRecorded(
                figure: FigureID("observadores/\(year)"), series: observers,
                label: both("Observadores a fin de año", "Observers at the year's end"), value: value,
                from: PartialDay(String(year)), to: PartialDay(String(year))
            ).act)
    }
}
