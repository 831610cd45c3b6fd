import Charter
import HashTreeCollections

/// Whether a party was at a meeting, activity or event.
public struct AttendanceLine: Sendable, Hashable {
    /// What is known of it.
    public enum Presence: String, Sendable, Hashable {
        /// It is among those present.
        case present
        /// It isn't, and the register is complete in attendance for that day.
        case absent
        /// Who was there isn't recorded, or not of everybody.
        case notRecorded = "not-recorded"
    }

    /// The meeting.
    public let meeting: MeetingRecord
    /// What is known.
    public let presence: Presence
}

extension ConferenceState {
    /// Meetings, activities and events that were over by a day, latest first, and whether a party was there: for
    /// those who may know of absences (rules.md, Tact).
    ///
    /// Only those during the party's own status, where presence is recorded or absence follows: a meeting outside a
    /// time for which the register is complete in attendance says nothing of who isn't named. Nor does one of the
    /// Troika or of the tripartite mechanism, which are made up of few.
    public func attendance(of party: PartyID, until day: Day) -> [AttendanceLine] {
        let spans = membership.parties[party]?.spans ?? []
        return heldMeetings.reversed().compactMap { meeting in
            let last = meeting.lastDay
            guard last <= day, spans.contains(where: { $0.holds(on: last) }) else { return nil }
            if meeting.attendance?.present.contains(party) == true {
                return AttendanceLine(meeting: meeting, presence: .present)
            }
            let role = bodies.organs[meeting.act.organ]?.role
            guard role != .troika, role != .tripartite, completePeriod(.attendance, on: last) != nil
            else { return nil }
            let isKnown = meeting.attendance?.namesEveryone ?? true
            return AttendanceLine(meeting: meeting, presence: isKnown ? .absent : .notRecorded)
        }
    }
}
