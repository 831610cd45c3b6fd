import Charter
import HashTreeCollections

/// How a meeting or activity stands on a day.
public enum MeetingStanding: String, Sendable, Hashable, CaseIterable {
    /// It begins after the day.
    case toCome = "to-come"
    /// The day is one of its own.
    case beingHeld = "being-held"
    /// It ended before the day, and no cancellation is recorded.
    case held
    /// It was cancelled by the day.
    case cancelled
    /// The day lies in the month or year that is recorded of it; on which side of its days isn't known.
    case notRecorded = "not-recorded"
}

extension ConferenceState {
    /// How a meeting stands on a day, judged by its own days and by the day of its cancellation.
    public func standing(of meeting: MeetingRecord, on day: Day) -> Answer<MeetingStanding> {
        let first = meeting.act.from
        let last = meeting.act.to ?? meeting.act.from
        let value: MeetingStanding
        let reason: Localized
        var entries = [meeting.entry]
        if let cancellation = meeting.cancelled, cancelledOn(meeting).map({ $0.first <= day }) ?? true {
            value = .cancelled
            reason = Localized(es: "Consta su cancelación.", en: "Its cancellation is recorded.")
            entries.append(cancellation)
        } else if day < first.first {
            value = .toCome
            reason = Localized(
                es: "Empieza después de ese día: \(first).", en: "It begins after that day: \(first).")
        } else if day > last.last {
            value = .held
            reason = Localized(
                es: "Terminó antes de ese día, \(last), y hasta entonces no consta su cancelación.",
                en: "It ended before that day, \(last), and no cancellation is recorded up to then.")
        } else if first.precision == .day, last.precision == .day {
            value = .beingHeld
            reason = Localized(es: "Ese día es uno de los suyos.", en: "That day is one of its own.")
        } else {
            value = .notRecorded
            reason = Localized(
                es: "De sus días solo consta \(first): si ya había pasado no se puede decir.",
                en: "Of its days only \(first) is recorded: whether it was over can't be said.")
        }
        return Answer(
            value,
            basis: [Basis(clause: nil, entries: entries, reason: reason)]
                + [correctionBasis(["meeting/\(meeting.id)"])].compactMap { $0 },
            change: Localized(
                es: "Cambiaría con otro acto sobre sus días o con su cancelación.",
                en: "It would change with another act about its days or with its cancellation."))
    }

    /// What an act that convened or recorded a meeting did on its own day: convened it, if that day lies before the
    /// meeting's; else it says no more than that the meeting was held, or nothing of either.
    public func words(ofMeetingIn entry: Int) -> Localized {
        let meeting = meetings.meetings.values.first { $0.entry == entry }
        guard let meeting else { return MeetingConvened.title }
        if meeting.on.last < meeting.act.from.first {
            return Localized(es: "Reunión convocada", en: "Meeting convened")
        }
        guard meeting.cancelled == nil, meeting.on == meeting.act.from else { return MeetingConvened.title }
        return Localized(es: "Reunión celebrada", en: "Meeting held")
    }

    /// When a meeting was cancelled; `nil` if it wasn't.
    public func cancelledOn(_ meeting: MeetingRecord) -> PartialDay? {
        guard let entry = meeting.cancelled, lines.indices.contains(entry - 1) else { return nil }
        return lines[entry - 1].on
    }

    /// Every meeting, activity and event, cancelled ones too, earliest first.
    public var meetingsInOrder: [MeetingRecord] {
        meetings.meetings.values.sorted { ($0.act.from, $0.id) < ($1.act.from, $1.id) }
    }

    /// The same by organ: each organ's own, and those of others in which it met too, unless its part in them is
    /// recorded as a meeting of its own from the same day.
    public var meetingsByOrgan: [OrganID: [MeetingRecord]] {
        let all = meetingsInOrder
        let own = Dictionary(grouping: all, by: \.act.organ).mapValues { Set($0.map(\.act.from)) }
        var found: [OrganID: [MeetingRecord]] = [:]
        for meeting in all {
            found[meeting.act.organ, default: []].append(meeting)
            for part in Set(meeting.act.parts ?? []).map({ OrganID($0) })
            where part != meeting.act.organ && bodies.organs[part] != nil
                && own[part]?.contains(meeting.act.from) != true
            {
                found[part, default: []].append(meeting)
            }
        }
        return found
    }

    /// What comes next on a day, or goes on: not cancelled, earliest first. Those of which only the year is
    /// known are left out while the year lasts: they may be over.
    public func meetingsToCome(on day: Day) -> [MeetingRecord] {
        meetingsInOrder.filter { meeting in
            switch standing(of: meeting, on: day).value {
            case .toCome, .beingHeld: true
            case .notRecorded: meeting.act.from.precision != .year
            case .held, .cancelled: false
            }
        }
    }

    /// The meetings of the same organ before and after one, those cancelled left out.
    public func neighbours(of meeting: MeetingRecord) -> (previous: MeetingRecord?, next: MeetingRecord?) {
        let own = (meeting.act.from, meeting.id)
        let same = heldMeetings.filter { $0.act.organ == meeting.act.organ && $0.id != meeting.id }
        return (
            same.last { ($0.act.from, $0.id) < own }, same.first { own < ($0.act.from, $0.id) }
        )
    }

    /// Meetings whose code or title is nearest to what was typed.
    public func meetings(near typed: String, limit: Int = 3) -> [MeetingRecord] {
        let all = meetingsInOrder
        return Nearest.find(
            typed,
            among: all.map { meeting in
                let title = title(of: meeting)
                return (meeting.id, [meeting.id.text, title.es, title.en])
            }, limit: limit
        ).compactMap { meetings.meetings[$0] }
    }
}
