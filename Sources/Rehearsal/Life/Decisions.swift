import Charter
import Conference

/// What a decision is about, for whatever rests on it.
enum DecisionKey: Hashable {
    case report, budget(Int), presidency(Int), plan(Int), group(OrganID), extended(OrganID), recommendation(
        OrganID), secretary(Int)
    case evaluation(Int), observer(PartyID), extraordinary(Int), subject(String), declaration
}

/// A decision of the script.
struct PlannedDecision {
    let id: DecisionID
    let key: DecisionKey
    let meeting: PlannedMeeting
    let number: Int
    let item: String?
    let title: Localized
    let session: Session
}

/// The decisions of the vice-ministers and the conclusions of the consultation group.
struct Decisions {
    let all: [PlannedDecision]

    init(_ calendar: Calendar, _ cast: Cast) {
        var all: [PlannedDecision] = []
        for meeting in calendar.meetings {
            switch meeting.sort {
            case .viceMinisterial: all += Decisions.viceMinisterial(meeting, calendar, cast)
            case .extraordinary: all += Decisions.extraordinary(meeting)
            case .group(let number): all += Decisions.group(number, meeting, calendar)
            default: break
            }
        }
        self.all = all
    }

    /// The vice-ministers' decision on a matter.
    func viceMinisterial(_ key: DecisionKey) -> DecisionID? {
        all.first { $0.key == key && $0.meeting.organ == "VM" }?.id
    }

    /// The consultation group's conclusion on a matter.
    func group(_ key: DecisionKey) -> DecisionID? {
        all.first { $0.key == key && $0.meeting.organ == "GC" }?.id
    }

    /// The decisions of a meeting.
    func of(_ meeting: PlannedMeeting) -> [PlannedDecision] { all.filter { $0.meeting.id == meeting.id } }

    private static func numbered(
        _ meeting: PlannedMeeting, letter: String,
        _ matters: [(key: DecisionKey, title: Localized, session: Session, items: [Localized])]
    ) -> [PlannedDecision] {
        let base = "CME/\(meeting.organ)/\(meeting.first.year)/\(meeting.sort == .extraordinary ? "E" : "")"
        return matters.enumerated().flatMap { index, matter -> [PlannedDecision] in
            let number = index + 1
            let id = "\(base)\(letter).\(number)"
            let whole = PlannedDecision(
                id: DecisionID(id), key: matter.key, meeting: meeting, number: number, item: nil,
                title: matter.title, session: matter.session)
            let items = matter.items.enumerated().map { index, title in
                let item = ["a", "b", "c", "d"][index % 4]
                return PlannedDecision(
                    id: DecisionID("\(id)(\(item))"), key: .declaration, meeting: meeting, number: number,
                    item: item, title: title, session: matter.session)
            }
            return [whole] + items
        }
    }

    private static func viceMinisterial(
        _ meeting: PlannedMeeting, _ calendar: Calendar, _ cast: Cast
    ) -> [PlannedDecision] {
        let stage = calendar.stage
        let year = meeting.first.year
        var random = SeededRandom(stage.seed, "decisions \(year)")
        let name = { stage.name(stage.presidency($0)) }
        var matters: [(key: DecisionKey, title: Localized, session: Session, items: [Localized])] = [
            (
                .report,
                both(
                    "Tomar nota del informe de la presidencia de \(name(year).es)",
                    "To take note of the report of the presidency of \(name(year).en)"), .open, []
            ),
            (
                .budget(year + 1),
                both(
                    "Aprobar el presupuesto de \(year + 1), por recomendación del Grupo de Consulta",
                    "To approve the budget of \(year + 1), on the Consultation Group's recommendation"),
                .open,
                []
            ),
            (
                .presidency(year + 2),
                both(
                    "Designar a \(name(year + 2).es) para la presidencia de \(year + 2)",
                    "To designate \(name(year + 2).en) for the presidency of \(year + 2)"), .open, []
            ),
        ]
        for subject in random.some(3, of: Subject.all) {
            matters.append(
                (
                    .subject("\(subject.code)-\(year)"),
                    subject.title + both(": ", ": ") + subject.proposal.map(lowered), .open,
                    Decisions.steps(subject, year, &random)
                ))
        }
        if year + 1 == StrategicPlan.start(of: year + 1) {
            matters.append(
                (
                    .plan(year + 1),
                    both(
                        "Aprobar el Plan Estratégico \(year + 1)-\(year + 3)",
                        "To approve the Strategic Plan \(year + 1)-\(year + 3)"), .open, []
                ))
        }
        for group in calendar.groups {
            if group.approved == year {
                matters.append(
                    (
                        .group(group.id),
                        both(
                            "Aprobar el \(group.name.es), con su mandato, objetivos y plazo",
                            "To approve the \(group.name.en), with its mandate, objectives and term"), .open,
                        []
                    ))
            }
            if group.role == .adHocGroup, group.until.year == year {
                matters.append(
                    (
                        .recommendation(group.id),
                        both(
                            "Hacer suya la recomendación del \(group.name.es)",
                            "To adopt the recommendation of the \(group.name.en)"), .open, []
                    ))
            }
            if group.extended == year {
                matters.append(
                    (
                        .extended(group.id),
                        both(
                            "Ampliar el plazo del \(group.name.es) hasta el \(InWords.day(group.until).es)",
                            "To extend the term of the \(group.name.en) until \(InWords.day(group.until).en)"),
                        .open, []
                    ))
            }
        }
        if year + 1 == stage.year - 3 {
            matters.append(
                (
                    .extraordinary(year + 1),
                    both(
                        "Convocar una reunión extraordinaria, virtual, antes de la temporada de tormentas",
                        "To convene an extraordinary, virtual meeting before the storm season"), .open, []
                ))
        }
        if let appointment = cast.appointments.first(where: { $0.decided == year }) {
            matters.append(
                (
                    .secretary(year),
                    appointment.isRenewal
                        ? both(
                            "Renovar por dos años a quien encabeza la Secretaría Ejecutiva",
                            "To renew the Executive Secretary for two years")
                        : both(
                            "Nombrar a quien encabezará la Secretaría Ejecutiva, tras la selección",
                            "To appoint the Executive Secretary, after the selection"), .open, []
                ))
        }
        for admission in cast.admissions where admission.year == year && !admission.isState {
            let name = stage.name(admission.party)
            matters.append(
                (
                    .observer(admission.party),
                    both("Admitir a \(name.es) como observador", "To admit \(name.en) as an observer"), .open,
                    []
                ))
        }
        matters += Decisions.closed(year, stage, cast)
        return numbered(meeting, letter: "D", matters)
    }

    private static func closed(
        _ year: Int, _ stage: Stage, _ cast: Cast
    ) -> [(key: DecisionKey, title: Localized, session: Session, items: [Localized])] {
        var matters: [(key: DecisionKey, title: Localized, session: Session, items: [Localized])] = []
        for admission in cast.admissions where admission.year == year && admission.isState {
            let name = stage.name(admission.party)
            matters.append(
                (
                    .observer(admission.party),
                    both("Admitir a \(name.es) como observador", "To admit \(name.en) as an observer"),
                    .closed, []
                ))
        }
        matters.append(
            (
                .evaluation(year),
                both(
                    "Evaluación del desempeño a cargo de la Secretaría Ejecutiva: satisfactoria, con dos recomendaciones",
                    "Evaluation of the Executive Secretary's performance: satisfactory, with two recommendations"
                ), .closed, []
            ))
        return matters
    }

    private static func extraordinary(_ meeting: PlannedMeeting) -> [PlannedDecision] {
        numbered(
            meeting, letter: "D",
            [
                (
                    .subject("tormentas-extraordinaria"),
                    both(
                        "Activar los avisos comunes de tormenta y un fondo de pasajes para las comunidades de los cayos",
                        "To start common storm warnings and a fund of passages for the communities of the keys"
                    ),
                    .open,
                    [
                        both("Un solo mensaje, en cuatro lenguas", "One message, in four languages"),
                        both("Pasajes a cuenta del Fondo Especial", "Passages from the Special Fund"),
                    ]
                )
            ])
    }

    private static func group(
        _ number: Int, _ meeting: PlannedMeeting, _ calendar: Calendar
    ) -> [PlannedDecision] {
        let year = meeting.first.year
        var random = SeededRandom(calendar.stage.seed, "conclusions \(meeting.id)")
        var matters: [(key: DecisionKey, title: Localized, session: Session, items: [Localized])] = []
        if number == 3 {
            matters.append(
                (
                    .budget(year + 1),
                    both(
                        "Recomendar el presupuesto de \(year + 1)", "To recommend the budget of \(year + 1)"),
                    .open, []
                ))
            for group in calendar.groups where group.approved == year {
                matters.append(
                    (
                        .group(group.id),
                        both("Proponer el \(group.name.es)", "To propose the \(group.name.en)"), .open, []
                    ))
            }
            if year + 1 == StrategicPlan.start(of: year + 1) {
                matters.append(
                    (
                        .plan(year + 1),
                        both(
                            "Elevar la propuesta de Plan Estratégico \(year + 1)-\(year + 3)",
                            "To put forward the proposed Strategic Plan \(year + 1)-\(year + 3)"), .open, []
                    ))
            }
        }
        for subject in random.some(2, of: Subject.all) {
            matters.append(
                (
                    .subject("gc-\(subject.code)-\(meeting.id)"),
                    both("Seguir trabajando: ", "To go on working: ") + subject.proposal.map(lowered), .open,
                    []
                ))
        }
        return numbered(meeting, letter: number == 3 ? "C" : "C\(number)", matters)
    }

    private static func steps(_ subject: Subject, _ year: Int, _ random: inout SeededRandom) -> [Localized] {
        guard random.chance(60) else { return [] }
        return random.some(
            random.int(2...3),
            of: [
                both(
                    "Prueba en tres puertos antes del 30 de junio de \(year + 1)",
                    "Trial in three ports before 30 June \(year + 1)"),
                both(
                    "La Secretaría lleva la cuenta de lo hecho y la publica",
                    "The Secretariat counts what was done and publishes it"),
                both(
                    "El Grupo de Consulta informa en su primera reunión",
                    "The Consultation Group reports at its first meeting"),
                both(
                    "La Red Civil del Mar aporta la experiencia de sus casas de acogida",
                    "The Civil Network of the Sea contributes its shelters' experience"),
            ])
    }
}

/// A sentence as the second half of another: first letter small, no full stop.
func lowered(_ text: String) -> String {
    let trimmed = text.hasSuffix(".") ? String(text.dropLast()) : text
    return trimmed.prefix(1).lowercased() + trimmed.dropFirst()
}
