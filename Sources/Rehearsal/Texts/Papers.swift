import Charter
import Conference

/// The texts of papers, in Spanish and English; Markdown.
enum Papers {
    /// What the texts are.
    static let mediaType = "text/markdown"

    /// What a meeting's papers are made from.
    struct Context {
        let stage: Stage
        let meeting: PlannedMeeting
        let subjects: [Subject]
        let decisions: [PlannedDecision]
        let present: [PartyID]

        /// The meeting's name: “XXVI Reunión Viceministerial”.
        var name: Localized {
            let organ: Localized
            switch meeting.sort {
            case .viceMinisterial, .extraordinary:
                organ = both("Reunión Viceministerial", "Vice-Ministerial Meeting")
            case .group: organ = both("Grupo de Consulta", "Consultation Group")
            case .troika: organ = both("Troika", "Troika")
            case .tripartite: organ = both("Mecanismo Tripartito", "Tripartite Mechanism")
            default: organ = meeting.group ?? both(meeting.organ.text, meeting.organ.text)
            }
            if let title = meeting.title { return title }
            return meeting.number.map { both("\($0) ", "\($0) ") + organ } ?? organ
        }
        /// Its name with its number in the year: “Troika, reunión n.º 1 de 2026”.
        var session: Localized {
            guard let ordinal = meeting.ordinal else { return name }
            let year = meeting.first.year
            return name
                + both(", reunión n.º \(ordinal) de \(year)", ", meeting no. \(ordinal) of \(year)")
        }
        /// Where and when: “Puerto Sereno, 12 de noviembre de 2026”.
        var placeAndDay: Localized {
            let place = meeting.place ?? both("Reunión virtual", "Virtual meeting")
            return place + both(", ", ", ") + InWords.day(meeting.first)
        }
        /// Who presides.
        var presidency: Localized { stage.name(stage.presidency(meeting.first.year)) }
        /// Who chairs.
        var chair: Localized { meeting.chair.map(stage.name) ?? presidency }
        /// The members present.
        var members: [Localized] { present.filter { stage.members.contains($0) }.map(stage.name) }
        /// The others present.
        var others: [Localized] { present.filter { !stage.members.contains($0) }.map(stage.name) }
        /// The decisions of an open session.
        var open: [PlannedDecision] { decisions.filter { $0.session == .open && $0.item == nil } }
    }

    /// A paper's text: title, place and day, paragraphs, and the note that all of it is invented.
    static func page(_ title: Localized, _ place: Localized, _ paragraphs: [Localized]) -> Localized {
        let body = paragraphs.map(\.es).joined(separator: "\n\n")
        let english = paragraphs.map(\.en).joined(separator: "\n\n")
        return Localized(
            es:
                "# \(title.es)\n\n*\(place.es)*\n\n\(body)\n\n---\n\nConferencia del Mar de Esmeralda sobre Movilidad: una conferencia inventada, hecha para mostrar el trabajo.\n",
            en:
                "# \(title.en)\n\n*\(place.en)*\n\n\(english)\n\n---\n\nEmerald Sea Conference on Mobility: an invented conference, made to show the work.\n"
        )
    }

    static func heading(_ es: String, _ en: String) -> Localized { both("## " + es, "## " + en) }

    // MARK: Papers of a meeting

    static func agenda(_ context: Context) -> Localized {
        let items = Agendas.items(context.meeting, context.subjects, context.stage)
        return page(
            both("Agenda de la ", "Agenda of the ") + context.name, context.placeAndDay,
            [
                both(
                    "Las horas son las de Puerto Sereno. La versión preliminar circuló entre los miembros y las organizaciones observadoras.",
                    "Times are those of Puerto Sereno. The preliminary version circulated among the members and the observer organizations."
                )
            ]
                + context.meeting.days.flatMap { day in
                    [
                        both("## ", "## ") + InWords.day(day),
                        items.filter { ($0.day ?? context.meeting.first) == day }.map {
                            both(
                                "\($0.start)–\($0.end) \($0.title.es)",
                                "\($0.start)–\($0.end) \($0.title.en)")
                        }.asList,
                    ]
                })
    }

    static func declaration(_ context: Context) -> Localized {
        var paragraphs = [
            both(
                "Las viceministras y los viceministros de \(context.members.inWords.es), reunidos bajo la presidencia de \(context.presidency.es),",
                "The vice-ministers of \(context.members.inWords.en), meeting under the presidency of \(context.presidency.en),"
            ),
            heading("Consideran", "Consider"),
        ]
        paragraphs += context.subjects.map {
            both("que \(lowered($0.matter.es)).", "that \(lowered($0.matter.en)).")
        }
        paragraphs.append(heading("Deciden por consenso", "Decide by consensus"))
        for decision in context.open {
            paragraphs.append(
                both("\(decision.number). \(decision.title.es).", "\(decision.number). \(decision.title.en).")
            )
            let items = context.decisions.filter { $0.number == decision.number && $0.item != nil }
            if !items.isEmpty {
                paragraphs.append(
                    items.map {
                        both("\($0.item ?? "")) \($0.title.es)", "\($0.item ?? "")) \($0.title.en)")
                    }.asList)
            }
        }
        guard context.meeting.host != nil else {
            let year = context.meeting.first.year
            return page(
                both(
                    "Comunicado sobre la temporada de tormentas, \(year)",
                    "Communiqué on the storm season, \(year)"), context.placeAndDay, paragraphs)
        }
        paragraphs.append(
            both(
                "Agradecen al pueblo y al gobierno anfitriones su hospitalidad, y a la Red Civil del Mar la franqueza del diálogo.",
                "They thank the host people and government for their hospitality, and the Civil Network of the Sea for the frankness of the dialogue."
            ))
        return page(
            both("Declaración de la ", "Declaration of the ") + context.name, context.placeAndDay, paragraphs)
    }

    static func presidencyReport(_ context: Context) -> Localized {
        let year = context.meeting.first.year
        let theme =
            Presidencies.theme(year, context.stage) ?? both("sin tema registrado", "no theme on record")
        return page(
            both("Informe de la presidencia, \(year)", "Report of the presidency, \(year)"),
            context.placeAndDay,
            [
                both(
                    "\(context.presidency.es) asumió la presidencia con el tema “\(theme.es)”. Este informe dice qué se hizo, qué sigue en proceso y qué se deja a la presidencia entrante.",
                    "\(context.presidency.en) took the presidency with the theme “\(theme.en)”. This report says what was done, what is in progress and what is left to the incoming presidency."
                ),
                heading("Lo hecho", "What was done"),
                context.subjects.map(\.proposal).asList,
                heading("En proceso", "In progress"),
                context.subjects.prefix(2).map {
                    both(
                        "\($0.title.es): \(lowered($0.matter.es)).",
                        "\($0.title.en): \(lowered($0.matter.en)).")
                }.asList,
                heading("Recomendaciones", "Recommendations"),
                both(
                    "Mantener las mesas de trabajo pequeñas, repartir las guardias por trimestre y publicar cada cifra con la pregunta que contesta.",
                    "To keep the working tables small, share out the watches by quarter and publish each figure with the question that it answers."
                ),
            ])
    }

    static func budget(_ context: Context) -> Localized {
        let year = context.meeting.first.year + 1
        let budget = Contributions.budget(year, context.stage)
        let names: [HeadingID: Localized] = [
            "personal": both("Personal de la Secretaría", "Secretariat staff"),
            "reuniones": both("Servicio de reuniones y traducción", "Meeting services and translation"),
            "estudios": both("Estudios y publicaciones", "Studies and publications"),
            "formacion": both("Formación y talleres", "Training and workshops"),
            "oficina": both("Oficina y sistemas", "Office and systems"),
        ]
        return page(
            both("Proyecto de presupuesto, \(year)", "Draft budget, \(year)"), context.placeAndDay,
            [
                both(
                    "El Grupo de Consulta recomienda aprobar \(budget.currency) \(budget.decimal). Los gastos logísticos de las reuniones los asume la presidencia, y cada país sus viajes.",
                    "The Consultation Group recommends approving \(budget.currency) \(budget.decimal). The presidency bears the meetings' logistics, and each country its own travel."
                ),
                Contributions.parts(budget).map { part in
                    (names[part.heading] ?? Localized(same: part.heading.text))
                        + both(": \(part.amount.decimal)", ": \(part.amount.decimal)")
                }.asList,
            ])
    }

    static func minutes(_ context: Context) -> Localized {
        page(
            both("Acta de la sesión plenaria", "Minutes of the plenary session"), context.placeAndDay,
            [
                both(
                    "Presentes: \(context.members.inWords.es).", "Present: \(context.members.inWords.en)."),
                both(
                    context.others.isEmpty
                        ? "No hubo observadores." : "Con voz: \(context.others.inWords.es).",
                    context.others.isEmpty
                        ? "There were no observers." : "With a voice: \(context.others.inWords.en)."),
                heading("Debate", "Discussion"),
            ]
                + context.subjects.map { subject in
                    both(
                        "**\(subject.title.es).** \(subject.matter.es) Se propuso: \(lowered(subject.proposal.es)). Hubo acuerdo en el fin y preguntas sobre el plazo.",
                        "**\(subject.title.en).** \(subject.matter.en) It was proposed: \(lowered(subject.proposal.en)). There was agreement on the aim and there were questions on the time."
                    )
                } + [
                    both(
                        "La Red Civil del Mar pidió que las ventanillas abran también en fin de semana. La presidencia tomó nota.",
                        "The Civil Network of the Sea asked that desks open at weekends too. The presidency took note."
                    )
                ])
    }

    static func closedMinutes(_ context: Context) -> Localized {
        page(
            both("Acta de la sesión a puerta cerrada", "Minutes of the closed session"), context.placeAndDay,
            [
                both(
                    "Asistieron las jefas y los jefes de delegación de los miembros, cada quien con dos acompañantes como máximo.",
                    "The heads of the members' delegations attended, each with two officials at most."),
                context.decisions.filter { $0.session == .closed }.map(\.title).asList,
                both(
                    "La presidencia guarda esta acta y entrega a la Secretaría lo que necesita para cumplirla.",
                    "The presidency keeps these minutes and hands the Secretariat what it needs to carry them out."
                ),
            ])
    }

    static func evaluation(_ context: Context) -> Localized {
        let year = context.meeting.first.year
        return page(
            both("Evaluación del desempeño, \(year)", "Performance evaluation, \(year)"), context.placeAndDay,
            [
                both(
                    "El Grupo de Consulta recomendó y la Reunión Viceministerial hizo suya esta evaluación: los informes trimestrales llegaron a tiempo, las reuniones se prepararon con margen y la biblioteca está al día.",
                    "The Consultation Group recommended and the Vice-Ministerial Meeting adopted this evaluation: the quarterly reports came in time, the meetings were prepared well ahead and the library is up to date."
                ),
                [
                    both(
                        "Circular las propuestas de texto con diez días de anticipación.",
                        "To circulate proposed texts ten days ahead."),
                    both(
                        "Publicar la matriz el mismo día en que cambia.",
                        "To publish the matrix on the day it changes."),
                ].asList,
            ])
    }
}
