import Charter
import HashTreeCollections

/// What is on record about a line of a plan on a day: the papers, meetings and activities that carry it out.
public struct PlanWork: Sendable, Hashable {
    /// Documents that name it among their themes, or stand in one of its thematic spaces; latest first.
    public internal(set) var documents: [LibraryState.Document] = []
    /// Meetings that stand in one of its thematic spaces; latest first.
    public internal(set) var meetings: [MeetingRecord] = []
    /// Activities planned for it.
    public internal(set) var activities: [SeenActivity] = []
    /// The thematic spaces that it belongs to.
    public internal(set) var spaces: [LibraryState.Space] = []
    /// Lines of other plans that share a thematic space with it.
    public internal(set) var related: [PlanPlace] = []

    /// Nothing on record yet.
    public init() {}

    /// Papers, meetings and activities together.
    public var count: Int { documents.count + meetings.count + activities.count }
    /// Every act counted.
    public var entries: [Int] {
        let activities = activities.map(\.status.activity.entry)
        return Set(
            documents.map(\.entry) + meetings.map(\.entry) + activities + spaces.map(\.entry)
        ).sorted()
    }
}

/// An activity as a viewer may see it.
public struct SeenActivity: Sendable, Hashable {
    /// The activity as it stands.
    public let status: ActivityStatus
    /// Whether its concept note is on record; `nil` where that isn't for this viewer yet (rules.md, Tact: a duty
    /// is public once it is met).
    public let note: ActivityStatus.Note?
    /// How the duty to file it stands, for those who may read it.
    public let duty: Duty?
    /// Why it is so, as far as the viewer may know.
    public let basis: [Basis]
}

extension ConferenceState {
    /// The activities planned by a day as a viewer may see them, by their first day.
    public func activities(on day: Day, for viewer: Viewer) -> [SeenActivity] {
        activities(on: day).filter { isOpen($0.value.activity.entry, to: viewer) }.map { answer in
            let status = answer.value
            let duty = status.duty.flatMap { $0.isOpen(to: viewer) ? $0 : nil }
            let isSaid = status.note == .filed || status.duty == nil || duty != nil
            // The grounds of a duty say that it isn't met, or late.
            let own = Basis(clause: nil, entries: status.activity.allEntries)
            return SeenActivity(
                status: status, note: isSaid ? status.note : nil, duty: duty,
                basis: duty == nil && status.duty != nil ? [own] : answer.basis)
        }
    }

    /// What is on record about each line of a plan on a day, of what a viewer may read; lines without anything are
    /// left out.
    public func work(on plan: PlanState.Record, on day: Day, for viewer: Viewer) -> [ElementID: PlanWork] {
        var work: [ElementID: PlanWork] = [:]
        var documents: [ElementID: Set<DocumentID>] = [:]
        var meetings: [ElementID: Set<MeetingID>] = [:]
        for document in library.documents.values {
            for theme in document.act.themes ?? [] {
                documents[theme, default: []].insert(document.act.document)
            }
        }
        for space in spaces(on: day) {
            let placings = space.placings.filter { $0.on.first <= day && viewer.mayRead($0.act.access) }
            let own = (space.act.lines ?? []).filter { $0.plan == plan.act.plan }
            let others = (space.act.lines ?? []).filter { $0.plan != plan.act.plan }
            for place in own {
                work[place.line, default: PlanWork()].spaces.append(space)
                let known = work[place.line]?.related ?? []
                work[place.line]?.related += others.filter { !known.contains($0) }
                documents[place.line, default: []].formUnion(placings.flatMap { $0.act.documents ?? [] })
                meetings[place.line, default: []].formUnion(placings.flatMap { $0.act.meetings ?? [] })
            }
        }
        for (line, ids) in documents where plan.lines[line] != nil {
            let found = ids.compactMap { library.documents[$0] }.filter {
                $0.on.first <= day && viewer.mayRead($0.act.access)
            }
            if found.isEmpty { continue }
            work[line, default: PlanWork()].documents = found.sorted {
                ($1.on, $1.entry) < ($0.on, $0.entry)
            }
        }
        for (line, ids) in meetings where plan.lines[line] != nil {
            let found = ids.compactMap { self.meetings.meetings[$0] }.filter { $0.on.first <= day }
            work[line, default: PlanWork()].meetings = found.sorted {
                ($1.act.from, $1.id) < ($0.act.from, $0.id)
            }
        }
        for activity in activities(on: day, for: viewer)
        where activity.status.activity.act.plan == plan.act.plan {
            for line in activity.status.activity.act.lines {
                work[line, default: PlanWork()].activities.append(activity)
            }
        }
        return work
    }
}
