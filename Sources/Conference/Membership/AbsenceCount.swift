import Charter
import HashTreeCollections

/// Counting an observer's absence through the meetings of a period (rule P4).
///
/// Only asked within a time for which the register is declared complete in attendance: who isn't on record as
/// present at a meeting held then was absent. A sanction is read narrowly all the same: a meeting of which only
/// the number of delegations is known is no absence; nor is one that had begun when the count began.
struct AbsenceCount {
    struct Missed {
        let meeting: MeetingID
        let day: Day
        let entries: [Int]
    }
    struct Run {
        var start: Day
        /// Every act that moved the start, and the grounds of the count.
        var entries: [Int]
        var missed: [Missed] = []
        var lapsed: Day?
    }
    /// A meeting at which the observer was, or was not, on the day on which that counts.
    private struct Occasion {
        let meeting: MeetingRecord
        /// `nil` where it can't be said: cancelled, or only the number of delegations is known.
        let attended: Bool?
        /// Attending counts from the first day, missing from the last.
        let day: Day
    }

    private let rule: Rule
    private let floor: Day
    private let floorEntries: [Int]
    private let admission: Day
    private let admissionEntries: [Int]
    private let occasions: [Occasion]
    private let reinstatements: [MembershipState.Mark]
    private let state: ConferenceState

    init(
        state: ConferenceState, record: MembershipState.Party, span: MembershipState.Span, rule: Rule,
        edition: EditionsState.InForce, period: RegistryState.Period
    ) {
        self.state = state
        self.rule = rule
        floor = max(period.from, edition.from.first)
        floorEntries = period.entries + edition.entries
        admission = span.from.first
        admissionEntries = span.entries
        reinstatements = record.reinstatements
        occasions = state.meetings.meetings.values.compactMap { meeting -> Occasion? in
            if meeting.cancelled == nil, meeting.attendance?.present.contains(record.id) == true {
                return Occasion(meeting: meeting, attended: true, day: meeting.act.from.first)
            }
            let isKnown = meeting.cancelled == nil && meeting.attendance?.namesEveryone ?? true
            return Occasion(meeting: meeting, attended: isKnown ? false : nil, day: meeting.lastDay)
        }.sorted { ($0.day, $0.meeting.id) < ($1.day, $1.meeting.id) }
    }

    /// Walks the meetings up to `day`: attending one begins the count anew; lapsed stays lapsed until the
    /// observer is reinstated.
    func run(until day: Day) -> Run {
        var run = Run(start: max(admission, floor), entries: admissionEntries + floorEntries)
        let first = run.start
        var pending = reinstatements.filter { $0.on.first >= first }.sorted { $0.on < $1.on }
        for occasion in occasions
        where occasion.day <= day && occasion.meeting.isMeeting && occasion.meeting.lastDay >= first {
            takeReinstatements(&run, &pending, until: occasion.day)
            guard run.lapsed == nil else { continue }
            switch occasion.attended {
            case true?:
                run.lapsed = lapse(run, by: occasion.day.adding(days: -1))
                let last = min(occasion.meeting.lastDay, day)
                if run.lapsed == nil, last >= run.start {
                    run.start = last
                    run.entries += occasion.meeting.allEntries
                    run.missed = []
                }
            case false?:
                if counts(occasion.meeting, in: run) {
                    run.missed.append(
                        Missed(
                            meeting: occasion.meeting.id, day: occasion.day,
                            entries: occasion.meeting.allEntries))
                }
            case nil:
                // Not counted, and that is a ground: without these acts it might be.
                if counts(occasion.meeting, in: run) { run.entries += occasion.meeting.allEntries }
            }
        }
        takeReinstatements(&run, &pending, until: day)
        if run.lapsed == nil { run.lapsed = lapse(run, by: day) }
        // What was missed once the status was lost counts for nothing.
        if let lapsed = run.lapsed { run.missed.removeAll { $0.day > lapsed } }
        return run
    }

    /// True for a yearly vice-ministerial meeting that began after the count did.
    private func counts(_ meeting: MeetingRecord, in run: Run) -> Bool {
        state.isOrdinaryViceMinisterial(meeting) && meeting.act.from.first > run.start
    }

    private func takeReinstatements(
        _ run: inout Run, _ pending: inout [MembershipState.Mark], until day: Day
    ) {
        while let next = pending.first, next.on.first <= day {
            pending.removeFirst()
            run = Run(
                start: next.on.first, entries: admissionEntries + floorEntries + run.entries + [next.entry])
        }
    }

    /// The first day, not after `day`, on which the years have passed and the meetings were missed.
    private func lapse(_ run: Run, by day: Day) -> Day? {
        let needed = rule.count("missedMeetings")
        let years = run.start.adding(years: rule.count("years"))
        guard run.missed.count >= needed else { return nil }
        let meetings = needed == 0 ? run.start : run.missed[needed - 1].day
        let both = max(years, meetings)
        return both <= day ? both : nil
    }

    /// The last meeting, activity or event attended (rule P6), else the day from which is counted.
    func lastOccasion(until day: Day, _ run: Run) -> (day: Day, entries: [Int]) {
        let last = occasions.last { $0.attended == true && $0.day <= day }
        guard let last, min(last.meeting.lastDay, day) > run.start else { return (run.start, run.entries) }
        return (min(last.meeting.lastDay, day), last.meeting.allEntries)
    }
}
