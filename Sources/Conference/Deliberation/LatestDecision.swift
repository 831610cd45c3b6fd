import Charter
import HashTreeCollections

extension ConferenceState {
    /// The decision taken last up to a day, of those that a viewer may read; `nil` if none is recorded.
    ///
    /// Of two known for the same day the one recorded last.
    public func latestDecision(through day: Day, for viewer: Viewer) -> DecisionRecord? {
        deliberation.decisions.values
            .filter { $0.on.first <= day && viewer.mayRead($0.act.access) }
            .max { ($0.on, $0.entry) < ($1.on, $1.entry) }
    }
}
