import Charter
import HashTreeCollections

/// Figures that belong together, as sources give them.
public struct RecordedSeries: Sendable, Hashable {
    /// What is counted.
    public let title: Localized
    /// The figures without their sources' own total, in the order recorded.
    public let parts: [StatisticsState.Figure]
    /// The source's own total, where it gives one for all of them.
    public let total: StatisticsState.Figure?
    /// The same by year, where each of them is the figure of one year and there are several years.
    public let yearly: YearlyCount?
    /// All figures, the total last.
    public var figures: [StatisticsState.Figure] { parts + [total].compactMap { $0 } }
}

extension StatisticsState {
    /// The series recorded by a day, in the order recorded: those of one name and several years together.
    public func recordedSeries(through day: Day) -> [RecordedSeries] {
        let known = order.compactMap { figures[$0] }.filter { $0.on.first <= day }
        var titles: [Localized] = []
        for figure in known where !titles.contains(figure.act.series) { titles.append(figure.act.series) }
        return titles.flatMap { title -> [RecordedSeries] in
            let own = known.filter { $0.act.series == title }
            let parts = own.filter { $0.act.total != true }
            if let yearly = yearly(parts) {
                return [RecordedSeries(title: title, parts: parts, total: nil, yearly: yearly)]
            }
            var names: [String] = []
            for figure in own where !names.contains(figure.series) { names.append(figure.series) }
            return names.map { name in
                RecordedSeries(
                    title: title, parts: parts.filter { $0.series == name },
                    total: own.first { $0.series == name && $0.act.total == true }, yearly: nil)
            }
        }
    }

    /// Figures of single years by year; `nil` where one covers more than a year, or all the same one.
    private func yearly(_ parts: [Figure]) -> YearlyCount? {
        let years = parts.compactMap { part -> Int? in
            guard let from = part.act.from, (part.act.to ?? from).last.year == from.first.year else {
                return nil
            }
            return from.first.year
        }
        guard years.count == parts.count, let first = years.min(), let last = years.max(), first < last else {
            return nil
        }
        var labels: [Localized] = []
        for part in parts where !labels.contains(part.act.label) { labels.append(part.act.label) }
        var counts = Array(repeating: Array(repeating: 0, count: labels.count), count: last - first + 1)
        for (part, year) in zip(parts, years) {
            guard let column = labels.firstIndex(of: part.act.label) else { continue }
            counts[year - first][column] += part.act.value
        }
        return YearlyCount(
            parts: labels.map { .init(id: $0.en, name: $0) },
            years: counts.enumerated().map { .init(year: first + $0, counts: $1) })
    }
}
