import Charter
import Conference

/// Agendas with times.
enum Agendas {
    /// The lines of a meeting's agenda.
    static func items(_ meeting: PlannedMeeting, _ subjects: [Subject], _ stage: Stage) -> [AgendaItem] {
        let presidency = stage.name(meeting.chair ?? stage.presidency(meeting.first.year))
        switch meeting.sort {
        case .viceMinisterial: return viceMinisterial(meeting, subjects, presidency)
        case .troika, .tripartite, .interregional, .extraordinary:
            return short(meeting, subjects, presidency)
        default: return technical(meeting, subjects, presidency)
        }
    }

    private static let opening = both(
        "Apertura y aprobación de la agenda", "Opening and adoption of the agenda")
    private static let secretariat = both("Secretaría Ejecutiva", "Executive Secretariat")

    private static func viceMinisterial(
        _ meeting: PlannedMeeting, _ subjects: [Subject], _ presidency: Localized
    ) -> [AgendaItem] {
        var items = [
            AgendaItem(start: "09:00", end: "09:30", title: opening, lead: presidency),
            AgendaItem(
                start: "09:30", end: "10:15",
                title: both("Informe de la presidencia", "Report of the presidency"),
                lead: presidency),
            AgendaItem(
                start: "10:30", end: "12:30",
                title: both("Declaraciones de apertura de los miembros", "Opening statements of the members")),
        ]
        let halves = [("14:00", "15:30"), ("15:45", "17:15")]
        for (subject, half) in zip(subjects, halves) {
            items.append(
                AgendaItem(start: half.0, end: half.1, title: subject.title, points: [subject.proposal]))
        }
        let second = meeting.last
        items += [
            AgendaItem(
                day: second, start: "09:00", end: "10:30",
                title: both("Diálogo con la sociedad civil", "Dialogue with civil society"),
                lead: both("Red Civil del Mar", "Civil Network of the Sea")),
            AgendaItem(
                day: second, start: "10:45", end: "12:00",
                title: both(
                    "Presupuesto y plan de trabajo del año siguiente",
                    "Budget and work plan of the coming year"),
                lead: secretariat),
            AgendaItem(
                day: second, start: "14:00", end: "15:00",
                title: both("Sesión a puerta cerrada de los miembros", "Closed session of the members"),
                lead: presidency),
            AgendaItem(
                day: second, start: "15:15", end: "16:30",
                title: both(
                    "Declaración, traspaso de la presidencia y cierre",
                    "Declaration, handover of the presidency and closing"), lead: presidency),
        ]
        return items
    }

    private static func technical(
        _ meeting: PlannedMeeting, _ subjects: [Subject], _ presidency: Localized
    ) -> [AgendaItem] {
        var items = [AgendaItem(start: "09:00", end: "09:20", title: opening, lead: presidency)]
        let slots = [("09:20", "10:40"), ("11:00", "12:20"), ("14:00", "15:20")]
        for (index, subject) in subjects.prefix(3).enumerated() {
            items.append(
                AgendaItem(
                    start: slots[index].0, end: slots[index].1, title: subject.title,
                    points: [subject.proposal]))
        }
        if meeting.last != meeting.first {
            items.append(
                AgendaItem(
                    day: meeting.last, start: "09:00", end: "10:30",
                    title: both("Matriz de seguimiento", "Follow-up matrix"), lead: secretariat))
            items.append(
                AgendaItem(
                    day: meeting.last, start: "11:00", end: "12:30",
                    title: both("Conclusiones y cierre", "Conclusions and closing"), lead: presidency))
        } else {
            items.append(
                AgendaItem(
                    start: "15:40", end: "16:20",
                    title: both("Conclusiones y cierre", "Conclusions and closing"),
                    lead: presidency))
        }
        return items
    }

    private static func short(
        _ meeting: PlannedMeeting, _ subjects: [Subject], _ presidency: Localized
    ) -> [AgendaItem] {
        var items = [AgendaItem(start: "10:00", end: "10:10", title: opening, lead: presidency)]
        let slots = [("10:10", "10:50"), ("10:50", "11:30"), ("11:30", "12:10")]
        for (index, subject) in subjects.prefix(3).enumerated() {
            items.append(AgendaItem(start: slots[index].0, end: slots[index].1, title: subject.title))
        }
        items.append(
            AgendaItem(
                start: "12:10", end: "12:30", title: both("Próximos pasos", "Next steps"), lead: secretariat))
        return items
    }
}
