import Charter
import Conference

/// Who was at which meeting.
enum Attendance {
    /// The last meeting that an observer came to.
    static func last(of party: PartyID, _ cast: Cast, _ calendar: Calendar) -> PlannedMeeting? {
        guard let limit = cast.attending[party]?.until else { return nil }
        return calendar.meetings.last { $0.isYearly && $0.last <= limit && $0.last < calendar.stage.today }
    }

    /// Those present, members first, in the statute's order.
    static func present(
        _ meeting: PlannedMeeting, _ stage: Stage, _ cast: Cast, _ calendar: Calendar
    ) -> [PartyID] {
        var random = SeededRandom(stage.seed, "attendance \(meeting.id)")
        // Four years behind: no part in meetings until regularised.
        let excluded = meeting.first >= Contributions.due(cast.lastDue) ? cast.fourYears : nil
        let year = meeting.first.year
        var members = stage.members
        switch meeting.sort {
        case .troika: return (year - 1...year + 1).map(stage.presidency)
        case .tripartite: return [stage.presidency(year), "RECIMAR"]
        case .working:
            members = calendar.groups.first { $0.id == meeting.organ }?.members ?? []
        case .interregional:
            members = Array(Set([stage.seat] + (year - 1...year + 1).map(stage.presidency))).sorted()
        default: break
        }
        var present = members.filter {
            let comes = random.chance(meeting.organ == "VM" ? 97 : 91)
            return $0 != excluded
                && (comes || $0 == meeting.host || $0 == meeting.chair || $0 == stage.presidency(year))
        }
        for party in stage.names.keys.sorted() where cast.attending[party] != nil {
            guard let plan = cast.attending[party], meeting.last <= plan.until else { continue }
            if let admission = cast.admissions.first(where: { $0.party == party }),
                meeting.first.year <= admission.year
            {
                continue
            }
            let isState = party.text.hasPrefix("X")
            let comes = random.chance(plan.often)
            guard meeting.isYearly || !isState, meeting.sort != .interregional else { continue }
            if comes || last(of: party, cast, calendar)?.id == meeting.id { present.append(party) }
        }
        let civil = random.chance(85)
        if meeting.sort == .interregional {
            present.append("DGA")
        } else if civil {
            present.append("RECIMAR")
        }
        return present
    }
}
