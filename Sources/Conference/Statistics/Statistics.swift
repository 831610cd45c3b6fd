// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

/// Figures as sources give them.
public struct StatisticsState: Sendable {
    /// A figure.
    public struct Figure: Sendable, Hashable {
        /// What the act says.
        public let act: FigureRecorded
        /// As of when.
        public let on: PartialDay
        /// The act.
        public let entry: Int

        /// The series it belongs to: its code before the last `/`.
        public var series: String {
            let parts = act.figure.text.split(separator: "/")
            return parts.dropLast().joined(separator: "/")
        }
    }

    /// Figures by code.
    public internal(set) var figures = TreeDictionary<FigureID, Figure>()
    /// Codes in the order recorded.
    public internal(set) var order: [FigureID] = []

    /// The figures of a series, in the order recorded.
    public func series(_ name: String) -> [Figure] {
        order.compactMap { figures[$0] }.filter { $0.series == name }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FigureRecorded: ActBody {
    public static let kind = "statistics.figureRecorded"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Cifra", en: "Figure")
    public static let example = FigureRecorded(
        figure: "actividades/talleres", series: Localized(es: "Actividades", en: "Activities"),
        label: Localized(es: "Talleres, seminarios y capacitaciones", en: "Workshops, seminars and training"),
        value: 38,
        from: PartialDay("1996"), to: PartialDay("2016"))
    public static let refusals = ["statistics.figure-known", "statistics.figure-negative"]

    public var act: Act { .statistics(.figureRecorded(self)) }
    public var topics: [String] { ["figure/\(figure)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "\(series.es), \(label.es): \(value)", en: "\(series.en), \(label.en): \(value)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.statistics.figures[figure]
        try admission.require(
            known == nil,
            .duplicate(
                "statistics.figure-known", field: "figure", figure.text,
                entries: known.map { [$0.entry] } ?? []))
        try admission.require(
            value >= 0,
            Refusal(
                "statistics.figure-negative", field: "value",
                message: Localized(es: "Una cifra no es negativa.", en: "A figure isn't negative."),
                remedy: Localized(es: "Corríjala.", en: "Correct it.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.statistics.figures[figure] = .init(act: self, on: fact.on, entry: fact.sequence)
        state.statistics.order.append(figure)
    }
}
