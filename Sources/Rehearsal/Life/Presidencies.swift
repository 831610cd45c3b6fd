import Charter
import Conference

/// Interest in the presidency, acceptance, designation, theme and handover.
enum Presidencies {
    /// The theme of a term; the oldest ones are not recorded.
    static func theme(_ term: Int, _ stage: Stage) -> Localized? {
        guard term > stage.year + 1 - Themes.all.count else { return nil }
        var random = SeededRandom(stage.seed, "themes")
        let themes = random.shuffled(Themes.all)
        return themes[(term - Stage.founded) % themes.count]
    }

    static func write(_ script: inout Script, _ stage: Stage, _ calendar: Calendar, _ decisions: Decisions) {
        var random = SeededRandom(stage.seed, "presidencies")
        for year in stage.live {
            guard let meeting = calendar.viceMinisterial(year), let group = calendar.group(3, year) else {
                continue
            }
            let term = year + 2
            let party = stage.presidency(term)
            script.add(
                "interest/\(term)", at: stage.moment(group.last.adding(days: -1), 15, &random),
                by: .member(party), InterestAnnounced(party: party, term: term).act)
            script.add(
                "accepted/\(term)", at: stage.moment(group.last.adding(days: 6), 10, &random),
                by: .member(party), PresidencyAccepted(party: party, term: term).act)
            script.add(
                "designated/\(term)", at: stage.moment(meeting.last.adding(days: 1), 9, &random),
                PresidencyDesignated(
                    party: party, term: term, decision: decisions.viceMinisterial(.presidency(term))
                ).act)
            script.add(
                "handover/\(year)", at: stage.at(meeting.last, 18, &random),
                PresidencyHandedOver(
                    from: stage.presidency(year), to: stage.presidency(year + 1), meeting: meeting.id
                ).act)
            if let theme = theme(year + 1, stage) {
                // The incoming presidency says its theme before its year begins.
                script.add(
                    "theme/\(year + 1)", at: stage.moment(meeting.last.adding(days: 16), 10, &random),
                    instruction: "PPT/\(year)/\(random.int(20...60))",
                    ThemeSet(term: year + 1, theme: theme).act)
            }
        }
    }
}
