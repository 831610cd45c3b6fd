/// Dividing an amount by weights, to the cent (rule F1).
public enum Allocation {
    /// The parts of `cents` in proportion to `weights`, by largest remainder.
    ///
    /// The parts always add up to `cents` exactly. Of equal remainders the earlier in the list is served
    /// first. Returns `nil` if there is no weight, one is negative, or all are zero.
    public static func parts(of cents: Int64, weights: [Int64]) -> [Int64]? {
        guard cents >= 0, !weights.isEmpty, weights.allSatisfy({ $0 >= 0 }) else { return nil }
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return nil }
        var parts: [Int64] = []
        var remainders: [(remainder: Int128, index: Int)] = []
        parts.reserveCapacity(weights.count)
        for (index, weight) in weights.enumerated() {
            let product = Int128(cents) * Int128(weight)
            parts.append(Int64(product / total))
            remainders.append((product % total, index))
        }
        let missing = cents - parts.reduce(0, +)
        // Never more than there are parties: each remainder is less than one cent.
        let order = remainders.sorted { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
        for place in order.prefix(Int(missing)) { parts[place.index] += 1 }
        return parts
    }
}
