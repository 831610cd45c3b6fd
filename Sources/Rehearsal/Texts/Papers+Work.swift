import Charter
import Conference

extension Papers {
    static func conclusions(_ context: Context) -> Localized {
        var paragraphs = [opening(context)]
        for subject in context.subjects {
            paragraphs.append(heading(subject.title.es, subject.title.en))
            paragraphs.append(
                both(
                    "\(subject.matter.es) \(subject.proposal.es)",
                    "\(subject.matter.en) \(subject.proposal.en)"))
        }
        if !context.open.isEmpty {
            paragraphs.append(heading("Conclusiones", "Conclusions"))
            paragraphs.append(context.open.map { both("\($0.title.es).", "\($0.title.en).") }.asList)
        }
        return page(context.session, context.placeAndDay, paragraphs)
    }

    /// Who met, and who presided.
    private static func opening(_ context: Context) -> Localized {
        let chair = context.chair
        switch context.meeting.sort {
        case .tripartite:
            return both(
                "Se reunieron la Secretaría Ejecutiva, la secretaría de la Red Civil del Mar y la presidencia, a cargo de \(chair.es).",
                "The Executive Secretariat, the secretariat of the Civil Network of the Sea and the presidency, held by \(chair.en), met."
            )
        case .interregional:
            let all = (context.members + context.others).inWords
            return both(
                "Se reunieron \(all.es), con la conducción de \(chair.es).",
                "\(all.en) met; \(chair.en) led the meeting.")
        default:
            return both(
                "Se reunieron \(context.members.inWords.es), bajo la presidencia de \(chair.es).",
                "\(context.members.inWords.en) met under the presidency of \(chair.en).")
        }
    }

    static func matrix(_ context: Context) -> Localized {
        let plan = StrategicPlan(covering: context.meeting.first.year, context.stage)
        let day = context.meeting.first
        let half = PlanCourse.half(of: day.month, day.year, in: plan)
        let rows = plan.themes.map { theme -> Localized in
            let course = PlanCourse(theme.subject, plan, context.stage)
            // As the plan stood when the matrix was made.
            let status = word(course.status(at: half))
            let month =
                InWords.month(course.deadline.month) + both(" de ", " ")
                + both("\(course.deadline.year)", "\(course.deadline.year)")
            return both(
                "| \(theme.subject.title.es) | \(theme.subject.proposal.es) | \(month.es) | \(status.es) |",
                "| \(theme.subject.title.en) | \(theme.subject.proposal.en) | \(month.en) | \(status.en) |")
        }
        return page(
            both("Matriz de seguimiento, ", "Follow-up matrix, ") + context.session, context.placeAndDay,
            [
                Localized(
                    es: "| Tema | Resultado esperado | Plazo | Estado |\n| --- | --- | --- | --- |\n"
                        + rows.map(\.es).joined(separator: "\n"),
                    en: "| Theme | Expected result | Deadline | Status |\n| --- | --- | --- | --- |\n"
                        + rows.map(\.en).joined(separator: "\n"))
            ])
    }

    private static func word(_ status: PlanStatus) -> Localized {
        switch status {
        case .done: both("finalizado", "done")
        case .continuous: both("continuo", "continuous")
        case .notAchieved: both("no logrado", "not achieved")
        case .pending: both("pendiente", "pending")
        case .inProgress: both("en proceso", "in progress")
        }
    }

    static func groupReport(_ context: Context) -> Localized {
        var random = SeededRandom(context.stage.seed, "report \(context.meeting.id)")
        let ports = random.int(3...9)
        let cases = random.int(18...140)
        return page(
            both("Informe, ", "Report, ") + context.session, context.placeAndDay,
            [
                both(
                    "El grupo revisó \(cases) casos de \(ports) puertos y comparó cómo se atendieron.",
                    "The group went through \(cases) cases from \(ports) ports and compared how they were attended."
                ),
                heading("Lo que funcionó", "What worked"),
                both(
                    "Donde hubo una sola persona responsable del caso, la respuesta tardó la mitad.",
                    "Where one person was answerable for the case, the answer took half as long."),
                heading("Lo que falta", "What is missing"),
                context.subjects.map(\.matter).asList,
                heading("Lo que propone", "What it proposes"),
                context.subjects.map(\.proposal).asList,
            ])
    }

    static func record(_ context: Context) -> Localized {
        var random = SeededRandom(context.stage.seed, "record \(context.meeting.id)")
        let people = random.int(24...68)
        let institutions = random.int(9...22)
        return page(
            context.name, context.placeAndDay,
            [
                both(
                    "Participaron \(people) personas de \(institutions) instituciones. Se trabajó sobre casos, no sobre ponencias.",
                    "\(people) people from \(institutions) institutions took part. The work was on cases, not on lectures."
                ),
                heading("De qué se partió", "Where it started"),
            ] + context.subjects.map(\.matter) + [
                heading("A qué se llegó", "Where it arrived")
            ] + context.subjects.map(\.proposal) + [
                both(
                    "La Secretaría reúne los ejercicios en un cuaderno que cada país puede usar y cambiar.",
                    "The Secretariat gathers the exercises in a booklet that each country may use and change."
                )
            ])
    }

    static func conceptNote(_ activity: Activities.Planned, _ stage: Stage) -> Localized {
        let subject = activity.theme.subject
        let title = activity.meeting.title ?? activity.form.name
        let place = (activity.meeting.place ?? both("Reunión virtual", "Virtual meeting")) + both(", ", ", ")
        return page(
            both("Nota conceptual. ", "Concept note. ") + title, place + InWords.day(activity.meeting.first),
            [
                heading("Antecedentes", "Background"), subject.matter,
                heading("Justificación y mandato", "Justification and mandate"),
                both(
                    "Cumple el tema “\(subject.title.es)” del \(activity.plan.title.es).",
                    "It carries out the theme “\(subject.title.en)” of the \(activity.plan.title.en)."),
                heading("Objetivo general", "General objective"), subject.proposal,
                heading("Objetivos específicos", "Specific objectives"), specificObjectives.asList,
                heading("Agenda", "Agenda"), activityAgenda.asList,
                heading("Resultados esperados", "Expected results"),
                expectedResults.map {
                    both(
                        "\($0.result.es) (\($0.indicators.map(\.es).joined(separator: "; ")))",
                        "\($0.result.en) (\($0.indicators.map(\.en).joined(separator: "; ")))")
                }.asList,
            ])
    }

    static let specificObjectives = [
        both("Comparar cómo lo hace hoy cada país.", "To compare how each country does it today."),
        both("Acordar un mínimo que todos puedan cumplir.", "To agree a minimum that all can meet."),
        both("Dejar por escrito quién responde de qué.", "To put in writing who answers for what."),
    ]

    static let activityAgenda = [
        both("Apertura y acuerdo de trabajo", "Opening and how to work"),
        both(
            "Tres casos, contados por quienes los atendieron", "Three cases, told by those who attended them"),
        both("Mesas por región de la cuenca", "Tables by region of the basin"),
        both("Compromisos y cierre", "Commitments and closing"),
    ]

    static let expectedResults = [
        ExpectedResult(
            result: both("Un procedimiento mínimo común", "A common minimum procedure"),
            indicators: [
                both("Países que lo publican en seis meses", "Countries that publish it within six months")
            ]),
        ExpectedResult(
            result: both("Una lista de contactos que se usa", "A list of contacts that is used"),
            indicators: [
                both("Consultas contestadas en dos días hábiles", "Queries answered within two working days")
            ]),
    ]

    /// The statement of a country, or the request of an organisation, that wants to be an observer.
    static func observerNote(_ name: Localized, isState: Bool, _ stage: Stage) -> (
        title: Localized, text: Localized
    ) {
        let title =
            isState
            ? original(
                "Declaración de \(name.es): quiere ser observador",
                "Statement of \(name.en): it wishes to be an observer")
            : original(
                "Solicitud de \(name.es) para ser observador", "Request of \(name.en) to be an observer")
        let criteria =
            isState ? stage.edition.criteria.observerCountry : stage.edition.criteria.observerOrganization
        return (
            title,
            page(
                title, both("A la Presidencia Pro-Témpore", "To the Presidency Pro-Témpore"),
                [
                    both(
                        "Por la presente apoyamos los compromisos del Estatuto y pedimos participar como observador. En particular:",
                        "We hereby support the Statute's commitments and ask to take part as an observer. In particular:"
                    ),
                    criteria.map(\.text).asList,
                ])
        )
    }
}
