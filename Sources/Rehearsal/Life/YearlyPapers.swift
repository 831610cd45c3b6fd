import Charter
import Conference

/// Papers that come every year whatever meets: bulletins, studies, quarterly reports, evaluations of groups.
enum YearlyPapers {
    static func write(_ script: inout Script, _ stage: Stage, _ calendar: Calendar) {
        for year in stage.live {
            var random = SeededRandom(stage.seed, "papers \(year)")
            for quarter in 1...4 {
                // For the quarter before, some days after its end.
                let moment = stage.moment(stage.working(year, quarter * 3 - 2, 20), 10, &random)
                guard moment.day > stage.opening.adding(days: 8) else { continue }
                quarterly(&script, stage, year, quarter, moment, random.int(9...31))
            }
            let subject = random.pick(Subject.all)
            let moment = stage.moment(stage.working(year, 8, random.int(3...20)), 12, &random)
            study(&script, stage, year, subject, moment, &random)
            evaluations(&script, stage, calendar, year, &random)
        }
    }

    private static func quarterly(
        _ script: inout Script, _ stage: Stage, _ year: Int, _ quarter: Int, _ moment: Moment, _ tasks: Int
    ) {
        let of = quarter == 1 ? (4, year - 1) : (quarter - 1, year)
        let title = both(
            "Informe trimestral de la Secretaría, trimestre \(of.0) de \(of.1)",
            "Quarterly report of the Secretariat, quarter \(of.0) of \(of.1)")
        Library.record(
            &script,
            Library.Paper(
                id: "informe-SE-\(of.1)-\(of.0)", kind: .report, title: title, access: .members,
                text: Papers.page(
                    title, both("Puerto Sereno, ", "Puerto Sereno, ") + InWords.day(moment.day),
                    [
                        both(
                            "La Secretaría cerró \(tasks) encargos del trimestre. El gasto sigue el presupuesto en todos los rubros.",
                            "The Secretariat closed \(tasks) tasks of the quarter. Spending follows the budget under every heading."
                        ),
                        both(
                            "Quedan para el trimestre siguiente la actualización del Glosario y la lista de contactos de las ventanillas.",
                            "Left for the next quarter are the update of the Glossary and the list of the desks' contacts."
                        ),
                    ]), on: moment, organ: "SE"), year: of.1)
    }

    private static func study(
        _ script: inout Script, _ stage: Stage, _ year: Int, _ subject: Subject, _ moment: Moment,
        _ random: inout SeededRandom
    ) {
        let title = both("Cuaderno \(year): ", "Booklet \(year): ") + subject.title
        let interviews = random.int(120...640)
        Library.record(
            &script,
            Library.Paper(
                id: "cuaderno-\(year)", kind: .study, title: title, access: .public,
                text: Papers.page(
                    title,
                    both("Secretaría Ejecutiva, ", "Executive Secretariat, ") + InWords.day(moment.day),
                    [
                        subject.matter,
                        both(
                            "Este cuaderno reúne \(interviews) entrevistas hechas en los puertos de la cuenca por el Consejo de Universidades del Litoral y la Red Civil del Mar.",
                            "This booklet gathers \(interviews) interviews held in the basin's ports by the Council of Universities of the Coast and the Civil Network of the Sea."
                        ),
                        Papers.heading("Lo que se propone", "What is proposed"), subject.proposal,
                        Papers.heading("Cómo leer las cifras", "How to read the figures"),
                        both(
                            "Cada cifra dice a cuántas personas se preguntó y en qué puerto; ninguna se extiende al conjunto de la cuenca.",
                            "Each figure says how many people were asked and in which port; none is extended to the whole basin."
                        ),
                    ]), on: moment, inBoth: true, organ: "SE"), year: year)
    }

    /// Each group evaluates itself in December; of one year, one is late.
    private static func evaluations(
        _ script: inout Script, _ stage: Stage, _ calendar: Calendar, _ year: Int,
        _ random: inout SeededRandom
    ) {
        for group in calendar.groups
        where group.role == .workingGroup && group.from.year <= year
            && group.until >= (Day(year, 12, 20) ?? .distantFuture)
        {
            let isLate = group.id == "GT-NINEZ" && year == stage.year - 1
            let day = isLate ? stage.working(year + 1, 2, 20) : stage.working(year, 12, 12)
            let title = both("Autoevaluación de \(year), ", "Self-evaluation of \(year), ") + group.name
            Library.record(
                &script,
                Library.Paper(
                    id: "evaluacion-\(group.id)-\(year)", kind: .evaluation, title: title,
                    access: .participants,
                    text: Papers.page(
                        title, both("Diciembre de \(year)", "December \(year)"),
                        [
                            group.mandate,
                            Papers.heading("De sus objetivos", "Of its objectives"), group.objectives.asList,
                            both(
                                "El primero avanza según lo previsto; los demás necesitan que más países respondan a tiempo.",
                                "The first advances as planned; the others need more countries to answer in time."
                            ),
                        ]), on: stage.moment(day, 12, &random), organ: group.id), year: year)
        }
    }
}
