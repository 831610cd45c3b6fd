import Charter

extension ConferenceState {
    /// Rule D3: the end of the `workingDays`th working day after a text was circulated.
    ///
    /// The edition in force on the day of circulation says what a working day is; in an edition that asks for
    /// days that are working days in every consulted member, every member is consulted.
    /// - Throws: ``Refusal`` where no edition is in force, where it has no such rule, or where the number
    ///   isn't 1 to ``WorkingDays/limit``.
    public func deadline(
        from instant: Instant, workingDays count: Int
    ) throws(Refusal) -> Answer<WorkingDeadline> {
        let circulated = day(at: instant)
        guard (1...WorkingDays.limit).contains(count) else {
            throw Refusal(
                "deliberation.days-unfit", field: "workingDays",
                message: Localized(
                    es: "Se cuentan de 1 a \(WorkingDays.limit) días hábiles.",
                    en: "From 1 to \(WorkingDays.limit) working days are counted."),
                remedy: Localized(es: "Corrija el número.", en: "Correct the number."))
        }
        guard let edition = edition(on: circulated) else {
            throw Refusal(
                "deliberation.no-edition",
                message: Localized(
                    es: "El \(circulated) no consta ninguna edición de las reglas en vigor.",
                    en: "On \(circulated) no edition of the rules is recorded as in force."),
                remedy: Localized(es: "Pregunte por un día posterior.", en: "Ask for a later day."))
        }
        guard let rule = edition.edition.rule(.D3) else {
            throw Refusal(
                "deliberation.no-working-days", rule: .D3,
                message: Localized(
                    es: "Esta edición de las reglas no cuenta días hábiles: \(edition.edition.title.es).",
                    en: "This edition of the rules counts no working days: \(edition.edition.title.en)."),
                remedy: Localized(es: "No hay plazo que contar.", en: "There is no deadline to count."),
                entries: edition.entries)
        }
        let members = memberIDs(on: circulated)
        let week = edition.edition.workingWeek
        let everyone = rule.text("holidayScope") == "everyConsultedMember"
        let scope = week.holidaysOf + (everyone ? members.filter { !week.holidaysOf.contains($0) } : [])
        let filed = holidays
        let deadline = WorkingDays.deadline(
            from: instant, count: count, week: week, zone: edition.edition.zone, scope: scope,
            members: members, calendar: filed.calendar)
        var reason = Localized(
            es:
                "El \(circulated) es el día 0; el plazo termina al final del \(deadline.day), en la hora de la secretaría.",
            en:
                "\(circulated) is day 0; the time ends at the end of \(deadline.day), in the secretariat's time."
        )
        if deadline.beyondCalendar {
            reason =
                reason
                + Localized(
                    es: " Para parte de estos días no constan feriados.",
                    en: " For some of these days no holidays are recorded.")
        }
        // Members' own holidays are warnings or days off: who is a member is part of the ground.
        let consulted = self.members(on: circulated)
        return Answer(
            deadline,
            basis: [
                rule.basis(entries: edition.entries + filed.entries, reason: reason),
                editionBasis(on: circulated),
            ] + consulted.basis.prefix(1)
                + [correctionBasis(["holidays", "editions", "status/member"])].compactMap { $0 },
            change: Localized(
                es: "Cambiaría con otro calendario de feriados o con otra lectura de la regla.",
                en: "It would change with another calendar of holidays or another reading of the rule."))
    }
}
