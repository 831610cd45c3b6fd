import Charter
import HashTreeCollections

extension ConferenceState {
    /// The meeting or activity that comes next on a day, or that goes on: the earliest whose last day isn't
    /// past. One of which only the year is known is left out: it may be over.
    public func nextMeeting(on day: Day) -> MeetingRecord? {
        heldMeetings.first { $0.lastDay >= day && $0.act.from.precision != .year }
    }

    /// The meeting or activity that ended last before a day.
    public func lastMeeting(before day: Day) -> MeetingRecord? {
        heldMeetings.filter { $0.lastDay < day }.max { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
    }

    /// How a meeting is called: its title, else its number and its organ.
    public func title(of meeting: MeetingRecord) -> Localized {
        if let title = meeting.act.title { return title }
        let organ = organName(meeting.act.organ)
        return meeting.act.number.map { Localized(same: $0 + " ") + organ } ?? organ
    }
}
