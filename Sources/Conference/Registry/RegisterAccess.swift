import Charter
import HashTreeCollections

extension ConferenceState {
    /// True if an act is open to a viewer: by its class, or because it is the notice that the viewer's own status
    /// is about to lapse (rules.md, Access). Computed from the fixed lines, without decoding the act.
    ///
    /// A correction of such a notice isn't: what it replaces may concern somebody else.
    public func isOpen(_ sequence: Int, to viewer: Viewer) -> Bool {
        guard lines.indices.contains(sequence - 1) else { return false }
        let line = lines[sequence - 1]
        if viewer.mayRead(line.access) { return true }
        guard case .observer(let party) = viewer, line.kind.name == LapseNoticed.kind else { return false }
        return membership.parties[party]?.notices.contains { $0.entry == sequence } ?? false
    }
}

extension Viewer {
    /// True for those who see contributions received and open, and who has a vote (rules.md, Access): members,
    /// presidency, secretariat.
    public var seesContributions: Bool {
        switch self {
        case .member, .presidency, .secretariat: true
        case .public, .observer, .network, .administrator: false
        }
    }

    /// True for those who see an observer's risk, notice, lapse and absences: members, presidency, secretariat, and
    /// that observer.
    public func seesStanding(ofObserver party: PartyID) -> Bool {
        if case .observer(let own) = self { return own == party }
        return seesContributions
    }
}
