import Charter
import Conference

/// Observers admitted, told, and lapsed.
enum Observers {
    static func write(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar, _ decisions: Decisions
    ) {
        var random = SeededRandom(stage.seed, "observers")
        for admission in cast.admissions {
            guard let meeting = calendar.viceMinisterial(admission.year) else { continue }
            let name = stage.name(admission.party)
            let paper = DocumentID("nota-\(admission.party)-\(admission.year)")
            let note = Papers.observerNote(name, isState: admission.isState, stage)
            script.add(
                "document/\(paper)", at: stage.moment(meeting.first.adding(days: -60), 10, &random),
                DocumentRecorded(
                    document: paper, title: note.title, kind: admission.isState ? .statement : .request,
                    year: admission.year, languages: [.es], access: .members, file: script.keep(note.text.es),
                    mediaType: Papers.mediaType
                ).act)
            let criteria =
                admission.isState
                ? stage.edition.criteria.observerCountry : stage.edition.criteria.observerOrganization
            script.add(
                "observer/\(admission.party)/\(admission.year)",
                at: stage.moment(meeting.last.adding(days: 5), 10, &random),
                ObserverAdmitted(
                    party: admission.party, statement: paper, attested: criteria.map(\.id),
                    decision: decisions.viceMinisterial(.observer(admission.party))
                ).act)
        }
        lapses(&script, stage, cast, calendar, &random)
    }

    private static func lapses(
        _ script: inout Script, _ stage: Stage, _ cast: Cast, _ calendar: Calendar,
        _ random: inout SeededRandom
    ) {
        if let last = cast.lastOfLapsing {
            // Told in time: six months before the two years are reached.
            let due = last.last.adding(years: 2).adding(months: -6)
            script.add(
                "notice/\(Cast.lapsing)", at: stage.moment(due.adding(days: -9), 10, &random),
                LapseNoticed(party: Cast.lapsing).act)
        }
        if let last = Attendance.last(of: Cast.lapsed, cast, calendar) {
            let due = last.last.adding(years: 2).adding(months: -6)
            script.add(
                "notice/\(Cast.lapsed)", at: stage.moment(due.adding(days: 12), 10, &random),
                LapseNoticed(party: Cast.lapsed).act)
        }
        if let last = Attendance.last(of: Cast.announced, cast, calendar),
            let meeting = calendar.viceMinisterial(stage.year - 3)
        {
            let lapsed = max(last.last.adding(years: 2), meeting.last)
            script.add(
                "notice/\(Cast.announced)",
                at: stage.moment(last.last.adding(years: 2).adding(days: -15), 9, &random),
                LapseNoticed(party: Cast.announced).act)
            script.add(
                "announced/\(Cast.announced)", at: stage.moment(lapsed.adding(days: 70), 10, &random),
                by: .presidency, LapseAnnounced(party: Cast.announced).act)
        }
    }
}
