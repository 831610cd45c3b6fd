import Charter

extension Duty {
    /// True if a viewer may read how the duty stands (rules.md, Tact and Access): by its class, or because it is the
    /// notice to the observer that looks.
    public func isOpen(to viewer: Viewer) -> Bool {
        if viewer.mayRead(access) { return true }
        if case .observer(let party) = viewer { return rule == .P5 && concerns == party.text }
        return false
    }
}

extension ConferenceState {
    /// The duties that fall due in a year, as they stand on a day, of those that a viewer may read.
    ///
    /// To the public: those met in time. Members, presidency and secretariat read the others; of an observer's
    /// notice that observer, too; the evaluation of a closed session only members and presidency.
    public func duties(of year: Int, on day: Day, for viewer: Viewer) -> [Answer<Duty>] {
        duties(of: year, on: day).filter { $0.value.isOpen(to: viewer) }
    }
}
