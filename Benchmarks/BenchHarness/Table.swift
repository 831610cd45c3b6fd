import Foundation

/// The table as text, its columns as wide as they must be.
public func table(_ results: [Outcome]) -> String {
    let head = ["row", "measured", "against", "ratio", "limit", "ok"]
    let lines =
        [head]
        + results.map { result in
            [
                result.name,
                "\(result.measured.name) \(written(result.measured.value, result.unit))",
                "\(result.against.name) \(written(result.against.value, result.unit))",
                decimal(result.ratio, digits: result.ratio < 10 ? 2 : 1),
                written(result.limit),
                judged(result),
            ]
        }
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
        line.indices.map { column in
            let gap = String(repeating: " ", count: widths[column] - line[column].count)
            // Numbers stand right, words left.
            return column == 3 || column == 4 ? gap + line[column] : line[column] + gap
        }
        .joined(separator: "  ").trimmingTrailingSpace() + "\n"
    }
    .joined()
}

/// A number with its unit, to about three figures: `12,346/s`, `0.52 s`, `4.1 ms`, `86.0 MB`.
public func written(_ value: Double, _ unit: Quantity) -> String {
    switch unit {
    case .perSecond:
        return (value < 100 ? decimal(value, digits: 1) : grouped(value)) + "/s"
    case .seconds:
        let scales: [(Double, String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
        let (scale, name) = scales.first { value >= $0.0 } ?? (1e-9, "ns")
        return "\(decimal(value / scale, digits: value / scale < 10 ? 2 : 1)) \(name)"
    case .bytes:
        let scales: [(Double, String)] = [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")]
        guard let (scale, name) = scales.first(where: { value >= $0.0 }) else { return "\(grouped(value)) B" }
        return "\(decimal(value / scale, digits: 1)) \(name)"
    }
}

private func written(_ limit: Limit) -> String {
    switch limit {
    case .atLeast(let least): "≥ \(decimal(least, digits: 2))"
    case .atMost(let most): "≤ \(decimal(most, digits: 2))"
    case .none: "–"
    }
}

/// Whether the limit is kept, or why there is none.
private func judged(_ result: Outcome) -> String {
    if case .none(let reason) = result.limit { return reason }
    return result.keepsLimit == true ? "ok" : "not"
}

private func decimal(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)f", value)
}

private func grouped(_ value: Double) -> String {
    var digits = String(format: "%.0f", value)
    var groups: [Substring] = []
    while digits.count > 3 {
        groups.insert(digits.suffix(3), at: 0)
        digits = String(digits.dropLast(3))
    }
    return ([Substring(digits)] + groups).joined(separator: ",")
}

extension String {
    fileprivate func trimmingTrailingSpace() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
