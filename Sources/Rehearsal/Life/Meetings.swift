import Charter
import Conference

/// Meetings convened, with subjects, agendas, attendance, decisions and papers.
enum Meetings {
    static func write(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions
    ) {
        for meeting in calendar.meetings {
            var random = SeededRandom(stage.seed, "meeting \(meeting.id)")
            let year = meeting.convened.year
            var decision: DecisionID?
            if meeting.sort == .extraordinary {
                decision = decisions.viceMinisterial(.extraordinary(meeting.first.year))
            }
            let convened = stage.at(meeting.convened, 10, &random)
            script.add(
                "meeting/\(meeting.id)", at: convened, by: .presidency,
                MeetingConvened(
                    meeting: meeting.id, organ: meeting.organ, kind: meeting.kind, title: meeting.title,
                    number: meeting.number, from: PartialDay(meeting.first),
                    to: meeting.last == meeting.first ? nil : PartialDay(meeting.last), place: meeting.place,
                    host: meeting.host, mode: meeting.mode, decision: decision, chair: meeting.chair
                ).act)
            let subjects = subjects(of: meeting, calendar, &random)
            script.add(
                "subjects/\(meeting.id)", at: stage.at(meeting.convened, 12, &random),
                MeetingSubjects(meeting: meeting.id, subjects: subjects.map(\.title)).act)
            // Whatever is to come has its agenda already; what was held got it some weeks ahead.
            let usual = max(meeting.first.adding(days: -random.int(28...42)), meeting.convened)
            let latest = max(stage.today.adding(days: -random.int(2...12)), meeting.convened)
            let agreed = stage.at(stage.working(min(usual, latest)), 13, &random)
            if cancelled(calendar) != meeting.id {
                script.add(
                    "agenda/\(meeting.id)", at: agreed, instruction: "PPT/\(year)/\(random.int(100...180))",
                    MeetingAgenda(
                        meeting: meeting.id, zone: stage.edition.zone.name,
                        items: Agendas.items(meeting, subjects, stage)
                    ).act)
                held(&script, stage, cast, calendar, decisions, meeting, subjects, &random)
            } else {
                script.add(
                    "cancelled/\(meeting.id)",
                    at: stage.at(stage.workingBefore(meeting.first.adding(days: -1)), 14, &random),
                    by: .presidency,
                    MeetingCancelled(
                        meeting: meeting.id,
                        reason: meeting.host == nil
                            ? both(
                                "La tormenta dejó sin conexión a tres países.",
                                "The storm left three countries without a connection.")
                            : both(
                                "Aviso de tormenta en el puerto anfitrión.",
                                "Storm warning in the host port.")
                    ).act)
            }
        }
    }

    /// An activity two years ago that a storm prevented.
    static func cancelled(_ calendar: Calendar) -> MeetingID? {
        MeetingID("ACT-\(calendar.stage.year - 2)-4")
    }

    /// What a meeting deals with.
    static func subjects(
        of meeting: PlannedMeeting, _ calendar: Calendar, _ random: inout SeededRandom
    ) -> [Subject] {
        func named(_ codes: [String]) -> [Subject] { Subject.all.filter { codes.contains($0.code) } }
        switch meeting.sort {
        case .extraordinary: return named(["tormentas", "salud"])
        case .activity:
            return Activities.planned(calendar).filter { $0.meeting.id == meeting.id }.map(\.theme.subject)
        case .working:
            switch meeting.organ {
            case "GT-CONSULAR": return named(["consular", "documentos"])
            case "GT-TEMPORADA": return named(["temporada", "oficios"])
            case "GT-NINEZ": return named(["ninez", "primera-escala"])
            default: return named(["tormentas"])
            }
        default: return random.some(meeting.organ == "VM" ? 4 : 3, of: Subject.all)
        }
    }

    private static func held(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions,
        _ meeting: PlannedMeeting, _ subjects: [Subject], _ random: inout SeededRandom
    ) {
        let present = Attendance.present(meeting, stage, cast, calendar)
        script.add(
            "attendance/\(meeting.id)", at: stage.at(meeting.last, 16, &random),
            AttendanceRecorded(meeting: meeting.id, present: present).act)
        let taken = decisions.of(meeting)
        let open = stage.at(meeting.last, 17, &random)
        let closed = stage.at(meeting.last, 18, &random)
        for decision in taken {
            let isClosed = decision.session == .closed
            script.add(
                "decision/\(decision.id)", at: isClosed ? closed : open,
                by: isClosed ? .presidency : .secretariat,
                DecisionRecorded(
                    decision: decision.id, organ: meeting.organ, meeting: meeting.id, number: decision.number,
                    item: decision.item, title: decision.title.asOriginal, session: decision.session
                ).act)
        }
        Library.write(&script, stage, calendar, meeting, subjects, taken, present, &random)
    }
}
