import Charter

extension Edition {
    /// The clause before and the clause after one, in the document's order.
    public func neighbours(of id: ClauseID) -> (previous: Clause?, next: Clause?) {
        guard let index = clauses.firstIndex(where: { $0.id == id }) else { return (nil, nil) }
        return (
            index > 0 ? clauses[index - 1] : nil, index + 1 < clauses.count ? clauses[index + 1] : nil
        )
    }

    /// Documents whose clauses stand in this edition, in order, with how they are called.
    public var documents: [(id: String, title: Localized)] {
        var seen: [(id: String, title: Localized)] = []
        for clause in clauses where !seen.contains(where: { $0.id == clause.document }) {
            seen.append((clause.document, clause.label.map { ClauseSection.parts($0).first ?? $0 }))
        }
        return seen
    }
}

extension ConferenceState {
    /// Every edition that holds a clause of that id, earliest first.
    public func editions(holding id: ClauseID) -> [EditionsState.InForce] {
        editions.inForce.filter { $0.edition.clause(id) != nil }
    }

    /// The first day on which an edition no longer holds; `nil` while it is the latest.
    public func end(of edition: EditionsState.InForce) -> PartialDay? {
        editions.inForce.first { $0.from > edition.from }?.from
    }

    /// Clauses whose id is nearest to what was typed.
    public func clauses(near typed: String, limit: Int = 3) -> [Clause] {
        var seen: Set<ClauseID> = []
        let all = editions.inForce.reversed().flatMap(\.edition.clauses).filter {
            seen.insert($0.id).inserted
        }
        return Nearest.find(typed, among: all.map { ($0, [$0.id.text]) }, limit: limit)
    }
}

extension ConferenceState {
    /// Why an edition holds on a day: the acts that put it in force, and corrections of them.
    public func editionGrounds(on day: Day) -> [Basis] {
        [editionBasis(on: day)] + [correctionBasis(["editions"])].compactMap { $0 }
    }
}
