import Foundation

/// Finds what somebody may have meant by a code or name that the register doesn't know.
public enum Nearest {
    /// The candidates that lie nearest to what was typed, nearest first; of equal ones, in their order.
    ///
    /// Compared without case and accents, with every name a candidate has; a name that contains what was typed
    /// is as near as one letter. What shares nothing with it is left out.
    /// - Parameters:
    ///   - typed: what was asked for; only its first 80 letters count.
    ///   - candidates: each with its code and names.
    ///   - limit: at most this many.
    public static func find<ID>(
        _ typed: String, among candidates: [(id: ID, names: [String])], limit: Int = 3
    ) -> [ID] {
        let wanted = fold(String(typed.prefix(80)))
        guard !wanted.isEmpty else { return [] }
        var scored: [(distance: Int, place: Int)] = []
        for (place, candidate) in candidates.enumerated() {
            var best = Int.max
            for name in candidate.names.map(fold) {
                let apart = distance(wanted, name)
                let contained = wanted.count >= 3 && contains(name, wanted)
                best = min(best, contained ? min(apart, 1) : apart)
                if best > 1, apart >= max(wanted.count, name.count) { continue }
            }
            let allowed = max(2, wanted.count / 2)
            if best <= allowed { scored.append((best, place)) }
        }
        return scored.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(limit).map {
            candidates[$0.place].id
        }
    }

    /// How many letters must be added, dropped, changed or swapped with their neighbour to make one text of the
    /// other (optimal string alignment).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var before: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var next = [row]
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    cost = min(cost, before[column - 2] + 1)
                }
                next.append(cost)
            }
            before = last
            last = next
        }
        return last[right.count]
    }

    /// Without case and accents, at most 120 letters.
    static func fold(_ text: String) -> [Character] {
        Array(
            text.prefix(120).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil))
    }

    private static func contains(_ whole: [Character], _ part: [Character]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { Array(whole[$0..<$0 + part.count]) == part }
    }
}

extension String {
    /// The text without case and accents, for finding.
    public var folded: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}
