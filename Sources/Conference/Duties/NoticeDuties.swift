import Charter
import HashTreeCollections

extension ConferenceState {
    /// Rule P5: notices to observers about to lapse that fall due in these days, as they stand on a day.
    ///
    /// A notice that fell due stays owed though its observer came back afterwards: each count of absence is
    /// looked at, from the last one backwards.
    func notices(dueIn days: ClosedRange<Day>, on day: Day) -> [Answer<Duty>] {
        membership.order.flatMap { party -> [Answer<Duty>] in
            guard let record = membership.parties[party],
                record.spans.contains(where: { $0.status == .observer })
            else { return [] }
            var found: [Answer<Duty>] = []
            // A count that begins after these days can't have its notice due in them, but the one before can.
            var asOf = day
            while true {
                let standing = observerStanding(party, on: asOf)
                guard let from = standing.value.countedFrom, let due = standing.value.noticeDue else { break }
                // Of a count that was cut short only what had fallen due is owed.
                if days.contains(due), asOf == day || due <= asOf,
                    let duty = notice(record, from: from, due: due, standing, on: day)
                {
                    found.append(duty)
                }
                let before = from.adding(days: -1)
                guard before < asOf, before >= days.lowerBound else { break }
                asOf = before
            }
            return found
        }
    }

    private func notice(
        _ record: MembershipState.Party, from: Day, due: Day, _ standing: Answer<ObserverStanding>,
        on day: Day
    ) -> Answer<Duty>? {
        guard let edition = edition(on: due), let rule = edition.edition.rule(.P5) else { return nil }
        let given = record.notices.sorted { $0.on < $1.on }.first {
            $0.on.first >= from && $0.on.first <= day
                && $0.on.first <= (standing.value.status == .lapsed ? standing.value.lapses ?? day : day)
        }
        let context = DutyContext(
            state: self, edition: edition, year: due.year, first: from, last: due, day: day)
        // A notice that falls due after the opening is owed in full, however long the absence.
        let opening = registry.opened?.day ?? from
        let duty = context.duty(
            rule,
            Localized(
                es: "Aviso a \(record.name.es) de que su condición está por perderse",
                en: "Notice to \(record.name.en) that its status is about to lapse"),
            owner: .secretariat, concerns: record.id.text, opens: due < opening ? from : max(from, opening),
            due: due,
            done: given.map { .init(on: $0.on.first, entries: [$0.entry]) }, access: .members,
            topics: ["party/\(record.id)"])
        return Answer(duty.value, basis: duty.basis + standing.basis, change: standing.change)
    }
}
