import Charter

extension ConferenceState {
    /// Rule D3: the deadline a number of working days after an instant of circulation.
    ///
    /// - Throws: ``Refusal`` where no edition is in force or it has no such rule, or for a number of days that
    ///   isn't 1 to ``WorkingDays/limit``.
    public func deadline(from instant: Instant, workingDays: Int) throws(Refusal) -> Answer<WorkingDeadline> {
        let day = day(at: instant)
        guard let inForce = edition(on: day), let rule = inForce.edition.rule(.D3) else {
            throw Refusal(
                "deliberation.no-working-days", rule: .D3,
                message: Localized(
                    es: "El \(day) no consta una regla sobre días hábiles.",
                    en: "On \(day) no rule on working days is recorded."),
                remedy: Localized(es: "Pregunte por otro día.", en: "Ask for another day."))
        }
        guard (1...WorkingDays.limit).contains(workingDays) else {
            throw Refusal(
                "deliberation.working-days-number", field: "working-days",
                message: Localized(
                    es: "Se cuentan de 1 a \(WorkingDays.limit) días hábiles.",
                    en: "From 1 to \(WorkingDays.limit) working days are counted."),
                remedy: Localized(es: "Corrija el número.", en: "Correct the number."))
        }
        let edition = inForce.edition
        let members = memberIDs(on: day)
        var scope = edition.workingWeek.holidaysOf
        if rule.text("holidayScope") == "everyConsultedMember" {
            scope += members.filter { !scope.contains($0) }
        }
        let holidays = holidays
        let deadline = WorkingDays.deadline(
            from: instant, count: workingDays, week: edition.workingWeek, zone: edition.zone, scope: scope,
            members: members, calendar: holidays.calendar)
        var basis = [
            rule.basis(
                entries: inForce.entries + holidays.entries,
                reason: Localized(
                    es: "El \(deadline.circulated) es el día 0; se saltan \(deadline.skipped.count) días.",
                    en: "\(deadline.circulated) is day 0; \(deadline.skipped.count) days are passed over."))
        ]
        if deadline.beyondCalendar {
            basis.append(
                Basis(
                    clause: nil, entries: holidays.entries,
                    reason: Localized(
                        es: "Los feriados constan de \(holidays.calendar.from) a \(holidays.calendar.to); fuera de esos años solo se saltan fines de semana.",
                        en: "Holidays are recorded for \(holidays.calendar.from) to \(holidays.calendar.to); outside those years only weekends are passed over.")))
        }
        basis.append(editionBasis(on: day))
        if let corrected = correctionBasis(["editions", "holidays", "status/member"]) { basis.append(corrected) }
        return Answer(
            deadline, basis: basis,
            change: Localized(
                es: "Cambiaría con otro día de circulación o con otro calendario de feriados.",
                en: "It would change with another day of circulation or another calendar of holidays."))
    }
}
