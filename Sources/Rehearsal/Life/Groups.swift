import Charter
import Conference

/// Working groups, from their approval to their end, and appointments at the secretariat.
enum Groups {
    static func write(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions
    ) {
        var random = SeededRandom(stage.seed, "groups life")
        for group in calendar.groups {
            guard let approval = calendar.viceMinisterial(group.approved) else { continue }
            script.add(
                "group/\(group.id)", at: stage.moment(approval.last.adding(days: 2), 10, &random),
                OrganEstablished(
                    organ: group.id, role: group.role, name: group.name, mandate: group.mandate,
                    objectives: group.objectives, until: PartialDay(group.firstUntil),
                    proposal: decisions.group(.group(group.id)),
                    decision: decisions.viceMinisterial(.group(group.id))
                ).act)
            for (index, member) in group.members.enumerated() {
                script.add(
                    "joined/\(group.id)/\(member)",
                    at: stage.moment(approval.last.adding(days: 5 + index * 2), 14, &random),
                    by: .member(member), OrganJoined(organ: group.id, party: member).act)
            }
            if let year = group.extended, let meeting = calendar.viceMinisterial(year) {
                script.add(
                    "extended/\(group.id)", at: stage.moment(meeting.last.adding(days: 2), 12, &random),
                    TermExtended(
                        organ: group.id, until: PartialDay(group.until),
                        decision: decisions.viceMinisterial(.extended(group.id))
                    ).act)
            }
            if group.role == .adHocGroup {
                script.add(
                    "ended/\(group.id)",
                    at: stage.moment(group.until.adding(days: -random.int(10...20)), 11, &random),
                    OrganEnded(
                        organ: group.id,
                        reason: both(
                            "Entregó su recomendación, que la Reunión Viceministerial hizo suya.",
                            "It handed in its recommendation, which the Vice-Ministerial Meeting adopted.")
                    ).act)
            }
        }
        secretaries(&script, stage, cast, calendar, decisions, &random)
    }

    private static func secretaries(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions,
        _ random: inout SeededRandom
    ) {
        for appointment in cast.appointments {
            guard let meeting = calendar.viceMinisterial(appointment.decided) else { continue }
            var selection: DocumentID?
            if !appointment.isRenewal {
                let paper = DocumentID("seleccion-\(appointment.decided)")
                selection = paper
                script.add(
                    "document/\(paper)", at: stage.moment(meeting.first.adding(days: -20), 10, &random),
                    DocumentRecorded(
                        document: paper,
                        title: original(
                            "Convocatoria y selección para encabezar la Secretaría Ejecutiva, \(appointment.decided)",
                            "Call and selection for Executive Secretary, \(appointment.decided)"),
                        kind: .selection, year: appointment.decided, languages: [.es], access: .members,
                        organ: "SE"
                    ).act)
            }
            script.add(
                "secretary/\(appointment.from.year)",
                at: stage.moment(meeting.last.adding(days: 4), 9, &random),
                SecretaryAppointed(
                    holder: appointment.holder, nationality: appointment.nationality, from: appointment.from,
                    until: appointment.until,
                    decision: decisions.viceMinisterial(.secretary(appointment.decided)),
                    selection: selection
                ).act)
        }
    }
}
