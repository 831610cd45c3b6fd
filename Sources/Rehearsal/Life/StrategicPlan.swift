import Charter
import Conference

/// The strategic plans: three years each, three pillars, their themes, objectives, results and indicators.
struct StrategicPlan {
    let from: Int
    /// The pillars with their themes, by number.
    let pillars: [(number: Int, title: Localized, subjects: [Subject])]

    /// The first year of the plan that covers a year.
    static func start(of year: Int) -> Int { year - (year - Stage.founded) % 3 }

    /// Its code.
    var id: PlanID { PlanID("PE-\(from)-\(from + 2)") }
    /// Its themes with the lines that state them.
    var themes: [(line: ElementID, subject: Subject)] {
        pillars.flatMap { pillar in
            pillar.subjects.enumerated().map { (line(pillar.number, $0.offset + 1), $0.element) }
        }
    }

    /// The line of a theme; no other plan's has the same code, since papers name their themes by it alone.
    private func line(_ pillar: Int, _ number: Int) -> ElementID {
        ElementID("tema/\(from)-\(pillar).\(number)")
    }

    /// Themes that every plan has: one for each thematic space.
    private static let lasting = ["primera-escala", "temporada", "consular", "ninez", "tormentas", "genero"]

    init(covering year: Int, _ stage: Stage) {
        from = StrategicPlan.start(of: year)
        var random = SeededRandom(stage.seed, "plan \(from)")
        let byPillar: [(Localized, [String])] = [
            (
                both("Gobernar la movilidad", "Governing mobility"),
                ["primera-escala", "documentos", "datos", "vecinos"]
            ),
            (
                both("Trabajar, volver y crecer", "Working, returning and growing"),
                ["temporada", "oficios", "remesas", "retorno"]
            ),
            (
                both("Proteger en la ruta", "Protecting along the route"),
                ["consular", "ninez", "tormentas", "genero", "trata", "salud"]
            ),
        ]
        pillars = byPillar.enumerated().map { index, pillar in
            let subjects = pillar.1.compactMap { code in Subject.all.first { $0.code == code } }
            let lasting = subjects.filter { StrategicPlan.lasting.contains($0.code) }
            let others = subjects.filter { !StrategicPlan.lasting.contains($0.code) }
            let drawn = random.some([3, 3, 5][index] - lasting.count, of: others)
            return (
                index + 1, pillar.0,
                subjects.filter { subject in (lasting + drawn).contains { $0.code == subject.code } }
            )
        }
    }

    /// The act that adopts it.
    func adopted(_ decision: DecisionID?) -> PlanAdopted {
        PlanAdopted(
            plan: id, kind: .strategic,
            title: original("Plan Estratégico \(from)-\(from + 2)", "Strategic Plan \(from)-\(from + 2)"),
            from: PartialDay(String(from)), until: PartialDay(String(from + 2)),
            vision: both(
                "Un mar en que cada persona que se mueve sabe a qué puerta llamar, y la encuentra abierta.",
                "A sea in which every person on the move knows at which door to knock, and finds it open."),
            mission: both(
                "Consultar, acordar y comprobar, entre once costas, lo que hace segura y digna la movilidad.",
                "To consult, agree and verify, among eleven coasts, what makes mobility safe and dignified."),
            decision: decision)
    }

    /// Its lines.
    var lines: [PlanLineStated] {
        func line(
            _ id: String, _ kind: PlanLineKind, _ number: String?, _ parent: String?, _ title: Localized,
            _ text: Localized? = nil
        ) -> PlanLineStated {
            PlanLineStated(
                plan: self.id, line: ElementID(id), kind: kind, number: number,
                parent: parent.map { ElementID($0) }, title: title, text: text)
        }
        var lines = StrategicPlan.principles.enumerated().map {
            line("principio/\($0 + 1)", .principle, nil, nil, $1)
        }
        lines += StrategicPlan.approaches.enumerated().map {
            line("enfoque/\($0 + 1)", .approach, nil, nil, $1)
        }
        lines.append(
            line(
                "objetivo/general", .generalObjective, nil, nil,
                both(
                    "Que lo acordado entre las once costas se note en el puerto, en el contrato y en la vuelta.",
                    "That what the eleven coasts agree is felt in the port, in the contract and on the return."
                )))
        for pillar in pillars {
            let n = pillar.number
            lines.append(
                line("objetivo/\(n)", .objective, "\(n)", "objetivo/general", StrategicPlan.objectives[n - 1])
            )
            lines.append(
                line("resultado/\(n)", .result, "\(n)", "objetivo/\(n)", StrategicPlan.results[n - 1]))
            for (index, indicator) in StrategicPlan.indicators[n - 1].enumerated() {
                lines.append(
                    line(
                        "indicador/\(n).\(index + 1)", indicator.kind, "\(n).\(index + 1)", "resultado/\(n)",
                        indicator.title))
            }
        }
        for pillar in pillars {
            lines.append(line("pilar/\(pillar.number)", .pillar, "\(pillar.number)", nil, pillar.title))
            for (index, subject) in pillar.subjects.enumerated() {
                lines.append(
                    line(
                        self.line(pillar.number, index + 1).text, .theme, "\(index + 1)",
                        "pilar/\(pillar.number)", subject.title, subject.proposal))
            }
        }
        return lines
    }

    /// The plans that were adopted while the register was open, and how far their themes came.
    static func write(_ script: inout Script, _ stage: Stage, _ calendar: Calendar, _ decisions: Decisions) {
        var random = SeededRandom(stage.seed, "plans")
        for year in stage.opening.year...stage.year where start(of: year + 1) == year + 1 {
            guard let meeting = calendar.viceMinisterial(year) else { continue }
            let plan = StrategicPlan(covering: year + 1, stage)
            let adopted = stage.moment(meeting.last.adding(days: 2), 14, &random)
            script.add(
                "plan/\(plan.id)", at: adopted,
                plan.adopted(decisions.viceMinisterial(.plan(year + 1))).act)
            // Its lines with it: a plan without any is no plan.
            for line in plan.lines { script.add("line/\(plan.id)/\(line.line)", at: adopted, line.act) }
        }
        for year in stage.live {
            let plan = StrategicPlan(covering: year, stage)
            for half in PlanCourse.halves(of: year, in: plan) {
                let month = half % 2 == 0 ? 7 : 12
                let moment = stage.moment(stage.working(year, month, 14), 11, &random)
                for (index, theme) in plan.themes.enumerated() {
                    let course = PlanCourse(theme.subject, plan, stage)
                    guard course.isReported(at: half, index) else { continue }
                    script.add(
                        "status/\(plan.id)/\(theme.line)/\(year)-\(month)", at: moment,
                        plan.reported(theme, course.status(at: half), year, isMidyear: month == 7).act)
                }
            }
        }
    }

    private func reported(
        _ theme: (line: ElementID, subject: Subject), _ status: PlanStatus, _ year: Int, isMidyear: Bool
    ) -> PlanStatusReported {
        PlanStatusReported(
            plan: id, line: theme.line, status: status,
            note: isMidyear
                ? both(
                    "\(theme.subject.title.es): balance a mitad de \(year).",
                    "\(theme.subject.title.en): balance at the middle of \(year).")
                : both(
                    "\(theme.subject.title.es): balance de \(year).",
                    "\(theme.subject.title.en): balance of \(year)."),
            reason: status == .notAchieved
                ? both(
                    "Faltó el acuerdo de dos países; pasa al plan siguiente con otro alcance.",
                    "Two countries' agreement was lacking; it passes to the next plan with another scope.")
                : nil)
    }
}
