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
    /// The meetings missed since, of those that count (rule P4: the yearly ones of the vice-ministers), by day.
    public var missed: [MeetingID] = []

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
        let subjects = [
            "party/\(party)", "attendance/\(party)", "attendance", "meetings", "organs", "matter/attendance",
            "editions", "status/observer",
        ]
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
            // Only the announcement that ended this very status; an earlier one was followed by a return.
            let announced = record.lapsesAnnounced.first { span.entries.contains($0.entry) }
            // The status was lost by itself, on the day that the rule says, not when that was announced.
            let eve = observerStanding(party, on: end.first.adding(days: -1))
            let told = announced != nil && eve.value.status == .lapsed ? eve : nil
            return answer(
                ObserverStanding(
                    party: party, status: announced == nil ? .notRecorded : .lapsed,
                    lapses: told?.value.lapses ?? announced?.on.first, noticeDue: told?.value.noticeDue,
                    noticeGiven: told?.value.noticeGiven, countedFrom: told?.value.countedFrom,
                    missed: told?.value.missed ?? []),
                (told?.basis ?? []) + [
                    Basis(
                        clause: edition(on: day)?.edition.rule(.P4)?.clauses.first,
                        // Whether the eve tells the day or not is a ground either way.
                        entries: span.entries + (announced == nil ? [] : eve.entries),
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

    /// An observer not told as rule P5 says is shown with that.
    private func noticeReason(
        _ given: MembershipState.Mark?, due: Day?, lapsed: Day
    ) -> Localized {
        guard let due else { return Localized(same: "") }
        guard let given, given.on.first <= lapsed else {
            return Localized(es: " No consta que se le avisara.", en: " Notice not given.")
        }
        if given.on.first > due {
            return Localized(
                es: " Se le avisó el \(given.on), después del \(due).",
                en: " Notice was given on \(given.on), after \(due).")
        }
        return Localized(es: " Se le avisó a tiempo.", en: " Notice was given in time.")
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
        var status: ObserverStanding.Status = .active
        var basis: [Basis] = []
        let told = noticeGiven.map { [$0.entry] } ?? []
        if let lapsed = run.lapsed {
            status = .lapsed
            basis.append(
                rule.basis(
                    entries: run.entries + run.missed.flatMap(\.entries) + told,
                    reason: Localized(
                        es:
                            "Contado desde el \(run.start): dos años cumplidos el \(twoYears) y \(run.missed.count) reuniones viceministeriales sin asistir.",
                        en:
                            "Counted from \(run.start): two years passed on \(twoYears) and \(run.missed.count) vice-ministerial meetings missed."
                    ) + noticeReason(noticeGiven, due: noticeDue, lapsed: lapsed)))
            return answer(
                ObserverStanding(
                    party: record.id, status: .lapsed, lapses: lapsed, noticeDue: noticeDue,
                    noticeGiven: noticeGiven?.on.first, countedFrom: run.start,
                    missed: run.missed.map(\.meeting)),
                basis, nil)
        }
        basis.append(
            rule.basis(
                entries: run.entries + run.missed.flatMap(\.entries) + told,
                reason: Localized(
                    es: "Contado desde el \(run.start).", en: "Counted from \(run.start).")))
        if let notice, let due = noticeDue, day >= due {
            status = .atRisk
            basis.append(
                notice.basis(
                    entries: noticeGiven.map { [$0.entry] } ?? [],
                    reason: noticeGiven == nil
                        ? Localized(
                            es: "El aviso vencía el \(due) y no consta.",
                            en: "Notice was due on \(due) and isn't on record.")
                        : Localized(es: "El aviso vencía el \(due).", en: "Notice was due on \(due).")
                            + noticeReason(noticeGiven, due: due, lapsed: day)))
        }
        if !isState, let yearly = edition.rule(.P6) {
            let months = yearly.count("months")
            let occasion = count.lastOccasion(until: day, run)
            let missing = day >= occasion.day.adding(months: months)
            if missing { status = .atRisk }
            basis.append(
                yearly.basis(
                    entries: occasion.entries,
                    reason: missing
                        ? Localized(
                            es:
                                "Sin reunión, actividad ni evento en los \(months) meses desde el \(occasion.day).",
                            en:
                                "No meeting, activity or event in the \(months) months since \(occasion.day)."
                        )
                        : Localized(
                            es: "La cuenta anual corre desde el \(occasion.day).",
                            en: "The yearly count runs from \(occasion.day).")))
        }
        // Two years may have passed without two meetings missed: then no day can be named yet.
        let lapses = twoYears > day ? twoYears : nil
        return answer(
            ObserverStanding(
                party: record.id, status: status, lapses: lapses, noticeDue: noticeDue,
                noticeGiven: noticeGiven?.on.first, countedFrom: run.start, missed: run.missed.map(\.meeting)),
            basis,
            Localized(
                es: "Cambiaría con su asistencia a una reunión.",
                en: "It would change if it attended a meeting."))
    }
}
