/// A page that this reader may not open: for whom it is, by which clause, and where the reader can go instead.
public struct ClosedDoor: Sendable, Hashable {
    /// One sentence: what is closed, and what of it is public.
    public let sentence: String
    /// Who may open it, in words; where the conference is tried out, links to the same page as one of them.
    public let openTo: [LinkModel]
    /// The clauses that close it.
    public let clauses: [LinkModel]
    /// What the reader may open of the same matter.
    public let instead: [LinkModel]

    /// A closed door; without lists the sentence says it all.
    public init(
        _ sentence: String, openTo: [LinkModel] = [], clauses: [LinkModel] = [], instead: [LinkModel] = []
    ) {
        self.sentence = sentence
        self.openTo = openTo
        self.clauses = clauses
        self.instead = instead
    }
}

/// A seat in an address that nobody has, or that may not be taken there.
public struct NoSeat: Sendable, Hashable {
    /// What happened.
    public let title: String
    /// One sentence: what was asked for, and as whom the conference can be seen.
    public let sentence: String
    /// The seats that there are, by their kind, each a link to the same page; where none may be taken, the public's.
    public let facts: [ErrorFact]

    /// What is said of a seat.
    public init(title: String, sentence: String, facts: [ErrorFact]) {
        self.title = title
        self.sentence = sentence
        self.facts = facts
    }
}
