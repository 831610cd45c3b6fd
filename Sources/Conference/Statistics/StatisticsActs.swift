import Charter

/// Acts of the chapter Statistics: figures.
public enum StatisticsAct: Sendable, Hashable {
    /// A figure as a source gives it.
    case figureRecorded(FigureRecorded)

    /// What the act says.
    public var body: any ActBody {
        switch self {
        case .figureRecorded(let body): body
        }
    }
}

/// A figure as a source gives it.
public struct FigureRecorded: Sendable, Hashable, Codable {
    /// Its code: series and category, such as `actividades/talleres`.
    public let figure: FigureID
    /// What is counted.
    public let series: Localized
    /// The category.
    public let label: Localized
    /// The number.
    public let value: Int
    /// First day counted.
    public let from: PartialDay?
    /// Last day counted.
    public let to: PartialDay?
    /// True if it is the source's own total of its series.
    public let total: Bool?
    /// True if the source says “about” or “more than”.
    public let approximate: Bool?

    /// The act's content.
    public init(
        figure: FigureID, series: Localized, label: Localized, value: Int, from: PartialDay? = nil,
        to: PartialDay? = nil, total: Bool? = nil, approximate: Bool? = nil
    ) {
        self.figure = figure
        self.series = series
        self.label = label
        self.value = value
        self.from = from
        self.to = to
        self.total = total
        self.approximate = approximate
    }
}
