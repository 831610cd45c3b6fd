import Charter
import HashTreeCollections

extension DutyContext {
    /// Rule O1: the ordinary vice-ministerial meetings of a year; where the edition says in which half, by
    /// the end of that half.
    func viceMinisterialMeetings() -> [Answer<Duty>] {
        guard let rule = edition.edition.rule(.O1) else { return [] }
        let found = meetings { state.isOrdinaryViceMinisterial($0) }
        let grounds = found.cancelled + found.held.flatMap(\.allEntries)
        var opens = first
        var due = last
        if let middle = Day(year, 6, 30), rule.parameters["firstHalfUntil"] != nil {
            if year <= rule.count("firstHalfUntil") { due = middle } else { opens = middle.adding(days: 1) }
        }
        return (0..<rule.count("ordinaryPerYear")).map { index in
            duty(
                rule,
                Localized(
                    es: "Reunión viceministerial ordinaria de \(year)",
                    en: "Ordinary vice-ministerial meeting of \(year)"),
                owner: .presidency, opens: opens, due: due,
                done: found.held.dropFirst(index).first.map(Done.init), grounds: grounds,
                topics: ["meetings", "organs"])
        }
    }

    /// Rule O2: the consultation group's meetings of a year, each with its window.
    func groupMeetings() -> [Answer<Duty>] {
        guard let rule = edition.edition.rule(.O2) else { return [] }
        let group = meetings(isRole(.consultationGroup))
        let yearly = yearlyMeeting
        let grounds = group.cancelled + group.held.flatMap(\.allEntries) + yearly.entries
        func title(_ number: Int) -> Localized {
            Localized(
                es: "Reunión n.º \(number) del grupo de consulta en \(year)",
                en: "Meeting no. \(number) of the consultation group in \(year)")
        }
        var windows: [ClosedRange<Day>] = []
        if rule.flag("firstWithViceMinisterial") {
            windows.append(first...(yearly.meeting?.lastDay ?? last))
        } else if let from = Day(year, rule.count("firstFrom"), 1),
            let to = Day(year, rule.count("firstTo"), 1)?.endOfMonth, from <= to
        {
            windows.append(from...to)
        }
        if rule.count("secondWithinDays") > 0 {
            let meeting = yearly.meeting?.act.from.first ?? last
            windows.append(meeting.adding(days: -rule.count("secondWithinDays"))...meeting)
        }
        while windows.count < rule.count("meetings") { windows.append(first...last) }

        // A meeting serves one duty: first those in whose window it lies, then, late, the earliest left open.
        var left = group.held
        var served: [Int: MeetingRecord] = [:]
        for (index, window) in windows.enumerated().reversed() {
            if let place = left.firstIndex(where: { window.contains($0.lastDay) }) {
                served[index] = left.remove(at: place)
            }
        }
        for (index, window) in windows.enumerated() where served[index] == nil {
            if let place = left.firstIndex(where: { $0.lastDay > window.upperBound }) {
                served[index] = left.remove(at: place)
            }
        }
        return windows.enumerated().map { index, window in
            duty(
                rule, title(index + 1), owner: .presidency, concerns: String(index + 1),
                opens: window.lowerBound, due: window.upperBound, done: served[index].map(Done.init),
                grounds: grounds, topics: ["meetings", "organs"])
        }
    }

    /// The year's ordinary vice-ministerial meeting as convened, held or not yet; and every act about it.
    private var yearlyMeeting: (meeting: MeetingRecord?, entries: [Int]) {
        let all = state.meetings.meetings.values.filter {
            state.isOrdinaryViceMinisterial($0) && $0.act.from.first.year == year
        }
        let meeting = all.filter { $0.cancelled == nil }.min { ($0.act.from, $0.id) < ($1.act.from, $1.id) }
        return (meeting, all.flatMap(\.allEntries))
    }

    /// Rule O3: two meetings a year and a yearly self-evaluation of each working group that exists for the
    /// whole year (a part of a year is read narrowly: nothing is owed for it).
    func workingGroups() -> [Answer<Duty>] {
        guard let rule = edition.edition.rule(.O3) else { return [] }
        let groups = state.bodies.order.compactMap { state.bodies.organs[$0] }.filter {
            ($0.role == .workingGroup || $0.role == .adHocGroup) && $0.exists(on: first)
                && $0.exists(on: last)
        }
        return groups.flatMap { group -> [Answer<Duty>] in
            let found = meetings { $0.act.organ == group.id }
            let name = group.name(on: last).name
            // Which meeting serves as which number turns on all of them.
            let grounds =
                found.cancelled + found.held.flatMap(\.allEntries) + [group.entry] + group.terms.map(\.entry)
            let topics = ["meetings", "organs", "organ/\(group.id)", "evaluations"]
            let held = (0..<rule.count("meetingsPerYear")).map { index in
                duty(
                    rule,
                    Localized(
                        es: "Reunión n.º \(index + 1) de \(year): \(name.es)",
                        en: "Meeting no. \(index + 1) of \(year): \(name.en)"),
                    owner: .organ(group.id), concerns: group.id.text, opens: first, due: last,
                    done: found.held.dropFirst(index).first.map(Done.init), grounds: grounds, topics: topics)
            }
            let evaluation = evaluations { $0 == group.id }.first {
                ($0.act.year ?? $0.on.first.year) == year
            }
            return held + [
                duty(
                    rule,
                    Localized(
                        es: "Autoevaluación de \(year): \(name.es)",
                        en: "Self-evaluation of \(year): \(name.en)"),
                    owner: .organ(group.id), concerns: group.id.text, opens: first, due: last,
                    done: evaluation.map { Done(on: $0.on.first, entries: [$0.entry]) }, grounds: grounds,
                    topics: topics)
            ]
        }
    }

    /// Rule O4: the executive secretary's performance is evaluated for each year of an appointment, by that
    /// year's last day; closed.
    func secretaryEvaluations() -> [Answer<Duty>] {
        guard let rule = edition.edition.rule(.O4) else { return [] }
        let evaluations = evaluations { state.bodies.organs[$0]?.role == .secretariat }
        return state.bodies.appointments.flatMap { appointment -> [Answer<Duty>] in
            var from = appointment.act.from
            var owed: [Answer<Duty>] = []
            while from <= appointment.act.until, from <= last {
                let next = from.adding(years: 1)
                let due = min(next.adding(days: -1), appointment.act.until)
                if due.year == year {
                    // One paper serves one year: the year it names, else that in which it was made.
                    let done = evaluations.first {
                        $0.act.year.map { $0 == due.year } ?? (from...due).contains($0.on.first)
                    }
                    owed.append(
                        duty(
                            rule,
                            Localized(
                                es: "Evaluación del desempeño a cargo de la secretaría",
                                en: "Evaluation of the executive secretary's performance"),
                            owner: .viceMinisters, opens: from, due: due,
                            done: done.map { Done(on: $0.on.first, entries: [$0.entry]) }, access: .session,
                            grounds: [appointment.entry], topics: ["secretary", "evaluations", "organs"]))
                }
                guard next > from else { break }
                from = next
            }
            return owed
        }
    }
}
