import Charter
import HashTreeCollections

/// Something that somebody owes by a day: derived from the register, never asserted by hand.
public struct Duty: Sendable, Hashable {
    /// How a duty stands on a day.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Not done, and its day hasn't passed.
        case open
        /// Done by its day.
        case met
        /// Done after its day.
        case late
        /// Its day has passed, and it isn't done.
        case missed
        /// Its time began before the register was opened, and nothing is on record.
        case notRecorded = "not-recorded"
    }
    /// Who owes it.
    public enum Owner: Sendable, Hashable {
        case secretariat, presidency, viceMinisters
        /// A working group.
        case organ(OrganID)
    }

    /// Which rule asks for it.
    public let rule: RuleID
    /// What is owed, in a few words.
    public let title: Localized
    /// Who owes it.
    public let owner: Owner
    /// The observer, organ or other subject that it concerns, where there is one.
    public let concerns: String?
    /// From which day it can be done.
    public let opens: Day
    /// The last day on which it is done in time.
    public let due: Day
    /// How it stands.
    public let status: Status
    /// The act that met it, late or in time.
    public let metBy: Int?
    /// When it was done.
    public let metOn: Day?
    /// Who may read it. Tact: a duty of a party is public once it is met; of an observer's notice the members
    /// know, and of an evaluation those of the closed session.
    public let access: AccessClass
}

extension ConferenceState {
    /// The duties that fall due in a year, as they stand on a day, by due day.
    ///
    /// From the opening day on they hold in full; of one whose time began before it, what isn't on record is
    /// "not recorded". Each is judged by the edition in force on its due day.
    public func duties(of year: Int, on day: Day) -> [Answer<Duty>] {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return [] }
        var found: [Answer<Duty>] = []
        var seen: [EditionID] = []
        for edition in [edition(on: first), edition(on: last)].compactMap({ $0 })
        where !seen.contains(edition.id) {
            seen.append(edition.id)
            let context = DutyContext(
                state: self, edition: edition, year: year, first: first, last: last, day: day)
            let owed =
                context.viceMinisterialMeetings() + context.groupMeetings() + context.workingGroups()
                + context.secretaryEvaluations()
            found += owed.filter { self.edition(on: $0.value.due)?.id == edition.id }
        }
        found += notices(dueIn: first...last, on: day)
        found += conceptNotes(dueIn: first...last, on: day)
        return found.sorted {
            ($0.value.due, $0.value.rule, $0.value.concerns ?? "")
                < ($1.value.due, $1.value.rule, $1.value.concerns ?? "")
        }
    }
}

/// What every duty of a year is judged on.
struct DutyContext {
    let state: ConferenceState
    let edition: EditionsState.InForce
    let year: Int
    let first: Day
    let last: Day
    let day: Day

    /// Something done that meets a duty.
    struct Done {
        let on: Day
        let entries: [Int]
        /// The act that is named as the one that met it.
        var entry: Int { entries.first ?? 0 }
    }

    /// One duty with its grounds.
    ///
    /// - Parameters:
    ///   - done: what was done, at any time up to the day asked about.
    ///   - grounds: other acts that the answer rests on.
    ///   - topics: subjects whose corrections touch the answer.
    func duty(
        _ rule: Rule, _ title: Localized, owner: Duty.Owner, concerns: String? = nil, opens: Day, due: Day,
        done: Done?, access: AccessClass? = nil, grounds: [Int] = [], topics: [String]
    ) -> Answer<Duty> {
        let opening = state.registry.opened
        let status: Duty.Status
        if let done {
            status = done.on <= due ? .met : .late
        } else if day <= due {
            status = .open
        } else {
            status = opens < (opening?.day ?? .distantPast) ? .notRecorded : .missed
        }
        let value = Duty(
            rule: rule.id, title: title, owner: owner, concerns: concerns, opens: opens, due: due,
            status: status, metBy: done?.entry, metOn: done?.on,
            access: access ?? (status == .met ? .public : .members))
        let founding = status == .notRecorded ? opening.map { [$0.entry] } ?? [] : []
        return Answer(
            value,
            basis: [
                rule.basis(entries: (done?.entries ?? []) + grounds + founding, reason: reason(value)),
                state.editionBasis(on: due),
            ] + [state.correctionBasis(topics + ["editions", "register"])].compactMap { $0 })
    }

    private func reason(_ duty: Duty) -> Localized {
        let on = duty.metOn.map(\.description) ?? ""
        switch duty.status {
        case .open: return Localized(es: "Vence el \(duty.due).", en: "Due on \(duty.due).")
        case .met:
            return Localized(
                es: "Vencía el \(duty.due); se hizo el \(on).", en: "Due on \(duty.due); done on \(on).")
        case .late:
            return Localized(
                es: "Vencía el \(duty.due); se hizo después, el \(on).",
                en: "Due on \(duty.due); done later, on \(on).")
        case .missed:
            return Localized(
                es: "Vencía el \(duty.due) y no consta.", en: "Due on \(duty.due) and not on record.")
        case .notRecorded:
            return Localized(
                es: "Su plazo empezó antes de abrirse el registro: no consta.",
                en: "Its time began before the register was opened: not recorded.")
        }
    }

    /// Meetings of a role or organ that began in the year and were over by the day asked about, earliest
    /// first; with those cancelled, which an answer rests on too.
    func meetings(_ matches: (MeetingRecord) -> Bool) -> (held: [MeetingRecord], cancelled: [Int]) {
        let all = state.meetings.meetings.values.filter {
            $0.isMeeting && $0.act.from.first.year == year && matches($0)
        }
        let held = all.filter { $0.cancelled == nil && $0.lastDay <= day }
        return (
            held.sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) },
            all.filter { $0.cancelled != nil }.flatMap(\.allEntries)
        )
    }

    /// Evaluations in the library of an organ, earliest first.
    func evaluations(of matches: (OrganID) -> Bool) -> [LibraryState.Document] {
        state.library.documents.values.filter {
            $0.act.kind == .evaluation && ($0.act.organ.map(matches) ?? false) && $0.on.first <= day
        }
        .sorted { ($0.on, $0.entry) < ($1.on, $1.entry) }
    }

    func isRole(_ role: OrganRole) -> (MeetingRecord) -> Bool {
        { state.bodies.organs[$0.act.organ]?.role == role }
    }
}

extension DutyContext.Done {
    init(_ meeting: MeetingRecord) { self.init(on: meeting.lastDay, entries: meeting.allEntries) }
}
