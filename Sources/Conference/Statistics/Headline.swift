import Charter
import HashTreeCollections

extension StatisticsState {
    /// The first series that has a total of its source's own: the parts, largest first, and that total.
    public func headline(through day: Day) -> (parts: [Figure], total: Figure)? {
        let known = order.compactMap { figures[$0] }.filter { $0.on.first <= day }
        guard let total = known.first(where: { $0.act.total == true }) else { return nil }
        let parts = known.filter { $0.series == total.series && $0.act.total != true }
        return (
            parts.enumerated().sorted {
                ($1.element.act.value, $0.offset) < ($0.element.act.value, $1.offset)
            }
            .map(\.element), total
        )
    }
}
