import Charter
import Conference

/// Thematic spaces: where the papers and meetings of one subject stand together.
enum Spaces {
    private struct Space {
        let id: SpaceID
        let name: Localized
        let summary: Localized
        let organs: [OrganID]
        let terms: [TermID]
        let documents: [DocumentID]
        /// Lines of the Plan of Action that ask for it.
        let action: [ElementID]
    }

    private static let all = [
        Space(
            id: "genero", name: both("Género y movilidad", "Gender and mobility"),
            summary: both(
                "Lo que la Conferencia acuerda y publica para que ninguna persona pierda derechos en la ruta por razón de género.",
                "What the Conference agrees and publishes so that nobody loses rights along the route by reason of gender."
            ),
            organs: ["GC"], terms: ["persona-en-movimiento"], documents: [], action: ["derechos/2"]),
        Space(
            id: "ninez", name: both("Niñez en movimiento", "Children on the move"),
            summary: both(
                "La primera escala de niñas, niños y adolescentes: la guía, los casos y las reuniones.",
                "The first port of call of children and adolescents: the guide, the cases and the meetings."),
            organs: ["GC"], terms: ["primera-escala"], documents: ["guia-ninez"],
            action: ["derechos/1.1"]),
        Space(
            id: "temporada", name: both("Trabajo de temporada", "Seasonal work"),
            summary: both(
                "Contratos, oficios y vuelta de quienes trabajan una cosecha o una campaña.",
                "Contracts, trades and return of those who work a harvest or a season."), organs: ["GC"],
            terms: ["trabajo-temporada"], documents: ["estudio-temporada"], action: ["desarrollo/1"]),
        Space(
            id: "consular", name: both("Protección consular", "Consular protection"),
            summary: both(
                "La guardia compartida, los lineamientos y lo que dejó la red «Faros».",
                "The shared watch, the guidelines and what the “Lighthouses” network left."),
            organs: ["RED-FAROS"], terms: ["proteccion-consular"], documents: ["lineamientos-consulares"],
            action: ["derechos/1.2"]),
        Space(
            id: "clima", name: both("Tormentas y mar que sube", "Storms and the rising sea"),
            summary: both(
                "Cómo se anotan, se previenen y se atienden los traslados que causa el clima.",
                "How moves caused by the climate are recorded, prevented and attended."), organs: ["GC"],
            terms: ["movilidad"], documents: [], action: []),
    ]

    static func write(_ script: inout Script, _ stage: Stage, _ calendar: Calendar) {
        var random = SeededRandom(stage.seed, "spaces")
        // Opened once the plan of these years was adopted, in the December before its first.
        let plan = StrategicPlan(covering: stage.year, stage)
        let year = plan.from - 1
        // With the lines of those before it, whose papers stay.
        let plans = stride(from: plan.from, through: StrategicPlan.start(of: stage.opening.year), by: -3)
            .map { StrategicPlan(covering: $0, stage) }
        let opened = stage.moment(stage.working(year, 12, 14), 10, &random)
        for space in all {
            let lines =
                plans.flatMap { plan in
                    plan.themes.filter { $0.subject.space == space.id.text }.map {
                        PlanPlace(plan: plan.id, line: $0.line)
                    }
                } + space.action.map { PlanPlace(plan: "PA", line: $0) }
            script.add(
                "space/\(space.id)", at: opened,
                SpaceOpened(
                    space: space.id, name: space.name, summary: space.summary, organs: space.organs,
                    lines: lines, terms: space.terms
                ).act)
            guard !space.documents.isEmpty else { continue }
            script.add(
                "placed/\(space.id)/1", at: opened,
                Placed(space: space.id, documents: space.documents, access: .public).act)
        }
        for activity in Activities.planned(calendar) {
            let placed = stage.moment(activity.meeting.last.adding(days: 9), 11, &random)
            guard let space = activity.theme.subject.space,
                activity.meeting.id != Meetings.cancelled(calendar)
            else { continue }
            // With the record that comes of it, some days after it; what was held before, when it is opened.
            let moment = placed.instant < opened.instant ? opened : placed
            script.add(
                "placed/\(space)/\(activity.meeting.id)", at: moment,
                Placed(
                    space: SpaceID(space), documents: [DocumentID("memoria-\(activity.meeting.id)")],
                    meetings: [activity.meeting.id], access: .public
                ).act)
        }
        for group in calendar.groups where group.role == .workingGroup {
            let spaces: [OrganID: SpaceID] = [
                "GT-CONSULAR": "consular", "GT-TEMPORADA": "temporada", "GT-NINEZ": "ninez",
            ]
            guard let space = spaces[group.id] else { continue }
            let moment = stage.moment(
                max(stage.working(year, 12, 16), stage.working(group.from.year, 1, 20)), 11, &random)
            script.add(
                "placed/\(space)/\(group.id)", at: moment,
                Placed(space: space, organs: [group.id], access: .public).act)
        }
    }
}
