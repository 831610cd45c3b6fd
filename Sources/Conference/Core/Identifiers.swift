import Charter

/// An organ, such as `GRCM`.
public struct OrganID: Identifier {
    /// The code as written.
    public let text: String
    /// The organ of that code.
    public init(_ text: String) { self.text = text }
}

/// A meeting or activity, such as `GRCM-2014-1`.
public struct MeetingID: Identifier {
    /// The code as written.
    public let text: String
    /// The meeting of that code.
    public init(_ text: String) { self.text = text }
}

/// A decision or one of its items, such as `CRM/VM/2021/D.4(d)` (rule D6).
public struct DecisionID: Identifier {
    /// The code as written.
    public let text: String
    /// The decision of that code.
    public init(_ text: String) { self.text = text }
}

/// A document of the library, such as `carta`.
public struct DocumentID: Identifier {
    /// The code as written.
    public let text: String
    /// The document of that code.
    public init(_ text: String) { self.text = text }
}

/// A plan, such as `PE-2023-2026`.
public struct PlanID: Identifier {
    /// The code as written.
    public let text: String
    /// The plan of that code.
    public init(_ text: String) { self.text = text }
}

/// A line of a plan; in a plan of action the id carries the theme, such as `politicas/1.2.1`.
public struct ElementID: Identifier {
    /// The code as written.
    public let text: String
    /// The element of that code.
    public init(_ text: String) { self.text = text }
}

/// A fund, such as `reserva`.
public struct FundID: Identifier {
    /// The code as written.
    public let text: String
    /// The fund of that code.
    public init(_ text: String) { self.text = text }
}

/// A recorded figure, such as `actividades/talleres`.
public struct FigureID: Identifier {
    /// The code as written.
    public let text: String
    /// The figure of that code.
    public init(_ text: String) { self.text = text }
}

/// A term of the glossary, such as `GRCM`.
public struct TermID: Identifier {
    /// The code as written.
    public let text: String
    /// The term of that code.
    public init(_ text: String) { self.text = text }
}

/// A heading of the budget, such as `personal`.
public struct HeadingID: Identifier {
    /// The code as written.
    public let text: String
    /// The heading of that code.
    public init(_ text: String) { self.text = text }
}

/// A thematic space of the library, such as `genero`.
public struct SpaceID: Identifier {
    /// The code as written.
    public let text: String
    /// The space of that code.
    public init(_ text: String) { self.text = text }
}

/// An activity as planned, such as `taller-2027-1`.
public struct ActivityID: Identifier {
    /// The code as written.
    public let text: String
    /// The activity of that code.
    public init(_ text: String) { self.text = text }
}
