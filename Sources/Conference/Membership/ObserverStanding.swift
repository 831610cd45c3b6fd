import Charter
import HashTreeCollections

/// Where an observer stands on a day (rules P4, P5, P6).
public struct ObserverStanding: Sendable, Hashable {
    /// The four answers.
    public enum Status: String, Sendable, Hashable {
        case active
        case atRisk = "at-risk"
        case lapsed
        case notRecorded = "not-recorded"
    }

    /// Which observer.
    public let party: PartyID
    /// Its status.
    public let status: Status
    /// The day on which the status lapsed, or would lapse at the earliest; `nil` if that can't be said.
    public let lapses: Day?
    /// The day by which it must be told (rule P5); `nil` if none.
    public let noticeDue: Day?
    /// When it was told.
    public let noticeGiven: Day?
    /// The day from which absence is counted.
    public let countedFrom: Day?

    static func unknown(_ party: PartyID) -> ObserverStanding {
        ObserverStanding(
            party: party, status: .notRecorded, lapses: nil, noticeDue: nil, noticeGiven: nil,
            countedFrom: nil)
    }
}

extension ConferenceState {
    /// Rules P4, P5 and P6: where an observer stands on a day.
    ///
    /// Absence can only be told while the register is complete in attendance; outside such a time the answer
    /// is "not recorded".
    public func observerStanding(_ party: PartyID, on day: Day) -> Answer<ObserverStanding> {
        // Which meetings count depends on what their organs are.
        let organs = bodies.order.map { "organ/\($0)" }
        let subjects =
            [
                "party/\(party)", "attendance/\(party)", "attendance", "meetings", "matter/attendance",
                "editions", "status/observer",
            ] + organs
        func answer(_ value: ObserverStanding, _ basis: [Basis], change: Localized? = nil) -> Answer<
            ObserverStanding
        > {
            Answer(
                value, basis: basis + [editionBasis(on: day)] + [correctionBasis(subjects)].compactMap { $0 },
                change: change)
        }
        let record = membership.parties[party]
        let spans = record?.spans.filter { $0.status == .observer && $0.from.first <= day } ?? []
        guard let record, let span = spans.last else {
            return answer(
                .unknown(party),
                [
                    Basis(
                        clause: nil, entries: record.map { [$0.entry] } ?? [],
                        reason: Localized(
                            es: "No consta que fuera observador el \(day).",
                            en: "It isn't recorded as an observer on \(day)."))
                ])
        }
        if let end = span.end, end.first <= day {
            // Only the announcement that ended this span: a party may have returned and left since.
            let announced = record.lapsesAnnounced.last { span.entries.contains($0.entry) }
            return answer(
                ObserverStanding(
                    party: party, status: announced == nil ? .notRecorded : .lapsed,
                    lapses: announced?.on.first,
                    noticeDue: nil, noticeGiven: nil, countedFrom: nil),
                [
                    Basis(
                        clause: edition(on: day)?.edition.rule(.P4)?.clauses.first, entries: span.entries,
                        reason: announced == nil
                            ? Localized(es: "Dejó de participar.", en: "It no longer takes part.")
                            : Localized(
                                es: "La presidencia anunció la pérdida de la condición.",
                                en: "The presidency announced the lapse."))
                ])
        }
        guard let edition = edition(on: day) else {
            return answer(.unknown(party), [Basis(clause: nil, entries: span.entries)])
        }
        guard let rule = edition.edition.rule(.P4) else {
            return answer(
                ObserverStanding(
                    party: party, status: .active, lapses: nil, noticeDue: nil, noticeGiven: nil,
                    countedFrom: nil),
                [
                    Basis(
                        clause: edition.edition.rule(.P2)?.clauses.first, entries: span.entries,
                        reason: Localized(
                            es:
                                "Consta como admitido, y esta edición no prevé que la condición se pierda por ausencia.",
                            en:
                                "It is recorded as admitted, and this edition lets no status lapse by absence."
                        ))
                ])
        }
        guard let period = completePeriod(.attendance, on: day) else {
            return answer(
                .unknown(party),
                [
                    rule.basis(
                        entries: span.entries + completenessEntries(.attendance),
                        reason: Localized(
                            es:
                                "Ese día el registro no está declarado completo en asistencia: la ausencia no consta.",
                            en:
                                "On that day the register isn't declared complete in attendance: absence isn't recorded."
                        ))
                ])
        }
        let count = AbsenceCount(
            state: self, record: record, span: span, rule: rule, edition: edition, period: period)
        return standing(count, record, rule, edition.edition, on: day, answer)
    }

    private func standing(
        _ count: AbsenceCount, _ record: MembershipState.Party, _ rule: Rule, _ edition: Edition, on day: Day,
        _ answer: (ObserverStanding, [Basis], Localized?) -> Answer<ObserverStanding>
    ) -> Answer<ObserverStanding> {
        let run = count.run(until: day)
        let isState = record.kind == .state
        let notice = edition.rule(.P5)
        let twoYears = run.start.adding(years: rule.count("years"))
        let noticeDue = notice.map {
            twoYears.adding(
                months: -$0.count(isState ? "countryNoticeMonths" : "organizationNoticeMonths"))
        }
        let noticeGiven = record.notices.last { $0.on.first >= run.start && $0.on.first <= day }
        let noticeEntries = noticeGiven.map { [$0.entry] } ?? []
        var status: ObserverStanding.Status = .active
        var basis: [Basis] = []
        if let lapsed = run.lapsed {
            status = .lapsed
            basis.append(
                rule.basis(
                    entries: run.entries + run.missed.flatMap(\.entries) + noticeEntries,
                    reason: Localized(
                        es:
                            "Contado desde el \(run.start): dos años cumplidos el \(twoYears) y \(run.missed.count) reuniones viceministeriales sin asistir."
                            + (noticeGiven == nil ? " No consta que se le avisara." : ""),
                        en:
                            "Counted from \(run.start): two years passed on \(twoYears) and \(run.missed.count) vice-ministerial meetings missed."
                            + (noticeGiven == nil ? " Notice not given." : ""))))
            return answer(
                ObserverStanding(
                    party: record.id, status: .lapsed, lapses: lapsed, noticeDue: noticeDue,
                    noticeGiven: noticeGiven?.on.first, countedFrom: run.start), basis, nil)
        }
        basis.append(
            rule.basis(
                entries: run.entries + run.missed.flatMap(\.entries) + noticeEntries,
                reason: Localized(
                    es: "Contado desde el \(run.start).", en: "Counted from \(run.start).")))
        if let notice, let due = noticeDue, day >= due {
            status = .atRisk
            basis.append(
                notice.basis(
                    entries: noticeEntries,
                    reason: noticeGiven == nil
                        ? Localized(
                            es: "El aviso vencía el \(due) y no consta.",
                            en: "Notice was due on \(due) and isn't on record.")
                        : Localized(
                            es: "El aviso vencía el \(due) y se dio.",
                            en: "Notice was due on \(due) and was given.")))
        }
        if !isState, let yearly = edition.rule(.P6) {
            let occasion = count.lastOccasion(until: day)
            let until = occasion.day.adding(months: yearly.count("months"))
            let months = yearly.count("months")
            if day >= until { status = .atRisk }
            basis.append(
                yearly.basis(
                    entries: occasion.entries,
                    reason: day >= until
                        ? Localized(
                            es:
                                "Sin reunión, actividad ni evento en los \(months) meses desde el \(occasion.day).",
                            en: "No meeting, activity or event in the \(months) months since \(occasion.day)."
                        )
                        : Localized(
                            es: "Los \(months) meses se cuentan desde el \(occasion.day).",
                            en: "The \(months) months are counted from \(occasion.day).")))
        }
        // Two years may have passed without two meetings missed: then no day can be named yet.
        let lapses = twoYears > day ? twoYears : nil
        return answer(
            ObserverStanding(
                party: record.id, status: status, lapses: lapses, noticeDue: noticeDue,
                noticeGiven: noticeGiven?.on.first, countedFrom: run.start), basis,
            Localized(
                es: "Cambiaría con su asistencia a una reunión.",
                en: "It would change if it attended a meeting."))
    }
}

/// Counting an observer's absence through the meetings of a period (rule P4).
private struct AbsenceCount {
    struct Missed { let day: Day; let entries: [Int] }
    struct Run {
        var start: Day
        var entries: [Int]
        var missed: [Missed] = []
        var lapsed: Day?
    }

    let rule: Rule
    let floor: Day
    let floorEntries: [Int]
    let admission: Day
    let admissionEntries: [Int]
    let occasions: [MeetingRecord]
    let reinstatements: [MembershipState.Mark]
    let party: PartyID
    let state: ConferenceState

    init(
        state: ConferenceState, record: MembershipState.Party, span: MembershipState.Span, rule: Rule,
        edition: EditionsState.InForce, period: RegistryState.Period
    ) {
        self.state = state
        self.rule = rule
        party = record.id
        floor = max(period.from, edition.from.first)
        floorEntries = period.entries + edition.entries
        admission = span.from.first
        admissionEntries = span.entries
        reinstatements = record.reinstatements
        occasions = state.meetings.meetings.values.filter { $0.cancelled == nil && $0.attendance != nil }
            .sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
    }

    /// Walks the meetings up to `day`: attending one begins the count anew; lapsed stays lapsed until the
    /// observer is reinstated.
    func run(until day: Day) -> Run {
        var run = Run(start: max(admission, floor), entries: admissionEntries + floorEntries)
        var pendingReinstatements = reinstatements.filter { $0.on.first >= run.start }.sorted {
            $0.on < $1.on
        }
        for meeting in occasions
        where meeting.lastDay <= day && meeting.lastDay >= run.start && meeting.isMeeting {
            takeReinstatements(&run, &pendingReinstatements, until: meeting.lastDay)
            if meeting.attendance?.present.contains(party) == true {
                if lapse(run, by: meeting.lastDay.adding(days: -1)) != nil, run.lapsed == nil {
                    run.lapsed = lapse(run, by: meeting.lastDay.adding(days: -1))
                }
                if run.lapsed == nil {
                    // What began the count before remains a ground: without it a lapse might stand here.
                    run = Run(start: meeting.lastDay, entries: run.entries + meeting.allEntries)
                }
            } else if run.lapsed == nil, state.isOrdinaryViceMinisterial(meeting), meeting.lastDay > run.start
            {
                run.missed.append(Missed(day: meeting.lastDay, entries: meeting.allEntries))
            }
        }
        takeReinstatements(&run, &pendingReinstatements, until: day)
        if run.lapsed == nil { run.lapsed = lapse(run, by: day) }
        return run
    }

    private func takeReinstatements(_ run: inout Run, _ pending: inout [MembershipState.Mark], until day: Day)
    {
        while let next = pending.first, next.on.first <= day {
            pending.removeFirst()
            run = Run(start: next.on.first, entries: run.entries + [next.entry])
        }
    }

    /// The first day, not after `day`, on which two years have passed and two meetings were missed.
    private func lapse(_ run: Run, by day: Day) -> Day? {
        let needed = rule.count("missedMeetings")
        let years = run.start.adding(years: rule.count("years"))
        guard run.missed.count >= needed else { return nil }
        let meetings = needed == 0 ? run.start : run.missed[needed - 1].day
        let both = max(years, meetings)
        return both <= day ? both : nil
    }

    /// The last meeting, activity or event attended (rule P6), else the day from which is counted.
    func lastOccasion(until day: Day) -> (day: Day, entries: [Int]) {
        let last = occasions.last { $0.lastDay <= day && $0.attendance?.present.contains(party) == true }
        if let last, last.lastDay >= floor { return (last.lastDay, last.allEntries) }
        return (max(admission, floor), admissionEntries + floorEntries)
    }
}
