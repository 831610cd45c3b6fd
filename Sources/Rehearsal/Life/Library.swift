import Charter
import Conference

/// The papers of meetings, each with its class and its text.
enum Library {
    /// A paper to be recorded.
    struct Paper {
        let id: String
        let kind: DocumentKind
        let title: Localized
        let access: AccessClass
        /// The text in Spanish and English; Markdown.
        let text: Localized
        let on: Moment
        /// True if it is held in both languages.
        var inBoth = false
        var themes: [ElementID]?
        var organ: OrganID?
        var meeting: MeetingID?
        /// False for what is about the house and not about the meeting's subjects.
        var isThematic = true
        /// The decision that adopted it.
        var decision: DecisionID?
    }

    /// Records a paper: in one language with its file, in both with a text for each.
    static func record(_ script: inout Script, _ paper: Paper, year: Int) {
        let file = paper.inBoth ? nil : script.keep(paper.text.es)
        script.add(
            "document/\(paper.id)", at: paper.on,
            DocumentRecorded(
                document: DocumentID(paper.id), title: paper.title.asOriginal, kind: paper.kind, year: year,
                languages: paper.inBoth ? [.es, .en] : [.es], access: paper.access, file: file,
                mediaType: file.map { _ in Papers.mediaType }, meeting: paper.meeting, organ: paper.organ,
                themes: paper.themes, decision: paper.decision
            ).act)
        guard paper.inBoth else { return }
        for language in Language.allCases {
            script.add(
                "text/\(paper.id)/\(language.rawValue)", at: paper.on,
                TextRecorded(
                    document: DocumentID(paper.id), language: language,
                    file: script.keep(paper.text[language]),
                    mediaType: Papers.mediaType, access: paper.access
                ).act)
        }
    }

    /// The papers of a meeting that was held.
    static func write(
        _ script: inout Script, _ stage: Stage, _ calendar: Calendar, _ meeting: PlannedMeeting,
        _ subjects: [Subject], _ decisions: [PlannedDecision], _ present: [PartyID],
        _ random: inout SeededRandom
    ) {
        let before = stage.moment(max(meeting.first.adding(days: -12), meeting.convened), 15, &random)
        let after = stage.moment(meeting.last.adding(days: 6), 15, &random)
        let themes = themes(of: subjects, meeting.first.year, stage)
        for var paper in papers(stage, meeting, subjects, decisions, present, before: before, after: after) {
            paper.meeting = meeting.id
            paper.themes = themes.isEmpty || !paper.isThematic ? nil : themes
            record(&script, paper, year: meeting.first.year)
        }
    }

    /// The lines of the year's plan on which subjects bear.
    private static func themes(of subjects: [Subject], _ year: Int, _ stage: Stage) -> [ElementID] {
        let plan = StrategicPlan(covering: year, stage)
        return plan.themes.filter { theme in subjects.contains { $0.code == theme.subject.code } }.map(\.line)
    }

    private static func papers(
        _ stage: Stage, _ meeting: PlannedMeeting, _ subjects: [Subject], _ decisions: [PlannedDecision],
        _ present: [PartyID], before: Moment, after: Moment
    ) -> [Paper] {
        let context = Papers.Context(
            stage: stage, meeting: meeting, subjects: subjects, decisions: decisions, present: present)
        let year = meeting.first.year
        switch meeting.sort {
        case .viceMinisterial:
            return [
                Paper(
                    id: "agenda-\(meeting.id)", kind: .agenda,
                    title: both("Agenda de la ", "Agenda of the ") + context.name, access: .public,
                    text: Papers.agenda(context), on: before),
                Paper(
                    id: "informe-ppt-\(year)", kind: .report,
                    title: both("Informe de la presidencia, \(year)", "Report of the presidency, \(year)"),
                    access: .participants, text: Papers.presidencyReport(context), on: before, organ: "PPT"),
                Paper(
                    id: "presupuesto-\(year + 1)", kind: .other,
                    title: both(
                        "Proyecto de presupuesto de la Secretaría, \(year + 1)",
                        "Draft budget of the Secretariat, \(year + 1)"), access: .members,
                    text: Papers.budget(context), on: before, organ: "SE", isThematic: false),
                Paper(
                    id: "declaracion-\(year)", kind: .declaration,
                    title: both("Declaración de la ", "Declaration of the ") + context.name, access: .public,
                    text: Papers.declaration(context), on: after, inBoth: true, organ: "VM"),
                Paper(
                    id: "acta-\(meeting.id)", kind: .minutes,
                    title: both("Acta de la sesión plenaria, ", "Minutes of the plenary session, ")
                        + context.name,
                    access: .participants, text: Papers.minutes(context), on: after),
                Paper(
                    id: "acta-cerrada-\(year)", kind: .minutes,
                    title: both(
                        "Acta de la sesión a puerta cerrada, \(year)",
                        "Minutes of the closed session, \(year)"),
                    access: .session, text: Papers.closedMinutes(context), on: after, isThematic: false),
                Paper(
                    id: "evaluacion-SE-\(year)", kind: .evaluation,
                    title: both(
                        "Evaluación del desempeño a cargo de la Secretaría, \(year)",
                        "Evaluation of the Executive Secretary's performance, \(year)"), access: .session,
                    text: Papers.evaluation(context), on: after, organ: "SE", isThematic: false,
                    decision: decisions.first { $0.key == .evaluation(year) }?.id),
            ]
        case .group(let number):
            return [
                Paper(
                    id: "cuadro-\(meeting.id)", kind: .matrix,
                    title: both("Matriz de seguimiento, ", "Follow-up matrix, ") + context.session,
                    access: .members, text: Papers.matrix(context), on: before),
                Paper(
                    id: "conclusiones-\(meeting.id)", kind: .conclusions,
                    title: both("Conclusiones, ", "Conclusions, ") + context.session,
                    access: number == 2 ? .public : .participants,
                    text: Papers.conclusions(context), on: after, inBoth: number == 2, organ: "GC"),
            ]
        case .working:
            return [
                Paper(
                    id: "informe-\(meeting.id)", kind: .report,
                    title: both("Informe, ", "Report, ") + context.session,
                    access: .participants, text: Papers.groupReport(context), on: after, organ: meeting.organ)
            ]
        case .activity:
            return [
                Paper(
                    id: "memoria-\(meeting.id)", kind: .report,
                    title: both("Memoria: ", "Record: ") + context.name, access: .public,
                    text: Papers.record(context), on: after, inBoth: true, organ: "SE")
            ]
        case .extraordinary:
            return [
                Paper(
                    id: "comunicado-\(year)", kind: .communique,
                    title: both(
                        "Comunicado sobre la temporada de tormentas, \(year)",
                        "Communiqué on the storm season, \(year)"), access: .public,
                    text: Papers.declaration(context), on: after, inBoth: true, organ: "VM")
            ]
        case .interregional:
            return [
                Paper(
                    id: "acta-\(meeting.id)", kind: .communique,
                    title: both(
                        "Comunicado conjunto con el Diálogo del Golfo de Ámbar, \(year)",
                        "Joint communiqué with the Amber Gulf Dialogue, \(year)"),
                    access: .public, text: Papers.conclusions(context), on: after, organ: "CME-DGA")
            ]
        case .tripartite, .troika:
            return [
                Paper(
                    id: "ayuda-\(meeting.id)", kind: .other,
                    title: both("Ayuda memoria, ", "Aide-mémoire, ") + context.session,
                    access: meeting.sort == .troika ? .members : .participants,
                    text: Papers.conclusions(context), on: after)
            ]
        }
    }
}
