/// Rows as bits, for what stands in many of them.
struct RowSet {
    private var words: [UInt64]

    /// No row, of so many there are.
    init(of count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

    /// Leaves what the other has too; both are of as many rows.
    mutating func formIntersection(_ other: RowSet) {
        for place in words.indices { words[place] &= other.words[place] }
    }

    /// The rows in order.
    func each(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() {
            var left = word
            while left != 0 {
                body(place << 6 + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }
}

extension SearchIndex {
    /// From so many items on a part's rows are remembered until the next act: stepping through those of a word
    /// that is everywhere is most of what a search costs.
    private static let manyRows = 1000
    /// The most that is remembered, in bits.
    private static let rememberedBits = 256 << 20

    /// The rows of an audience that have every part.
    func rows(
        of audience: Int, _ parts: [SearchQuery.Match], _ each: (Int) -> Void
    ) throws(SearchError) {
        var many: [RowSet] = []
        var rest = parts
        rest.removeAll { part in
            guard let known = remembered[Self.name(audience, part.expression)] else { return false }
            many.append(known)
            return true
        }
        // Where a part is rare SQLite needs few steps, whatever the others are.
        if rest.allSatisfy({ isOften($0, audience) }) {
            for part in rest { many.append(try fetch(part.expression, audience).set) }
            rest = []
        }
        guard !rest.isEmpty else {
            guard var all = many.popLast() else { return }
            for other in many { all.formIntersection(other) }
            return all.each(each)
        }
        for row in try fetch(rest.expression, audience).rows where many.allSatisfy({ $0.contains(row) }) {
            each(row)
        }
    }

    /// The rows that match, from SQLite; remembered where they are many.
    private func fetch(
        _ match: String, _ audience: Int
    ) throws(SearchError) -> (rows: [Int], set: RowSet) {
        let name = Self.name(audience, match)
        var found: [Int] = []
        var set = RowSet(of: rows.count)
        if let known = remembered[name] {
            known.each { found.append($0) }
            return (found, known)
        }
        try database.each("SELECT rowid FROM f\(audience) WHERE f\(audience) MATCH ?", [.text(match)]) {
            let row = SearchDatabase.number($0, 0)
            found.append(row)
            set.insert(row)
        }
        if found.count >= Self.manyRows {
            if (remembered.count + 1) * rows.count > Self.rememberedBits { remembered.removeAll() }
            remembered[name] = set
        }
        return (found, set)
    }

    /// True for a single word or beginning that many items of the audience have, as far as its own form tells.
    private func isOften(_ part: SearchQuery.Match, _ audience: Int) -> Bool {
        guard let word = part.word else { return false }
        return (part.goesOn ? vocabularies[audience].items(from: word) : vocabularies[audience].items(of: word))
            >= Self.manyRows
    }

    private static func name(_ audience: Int, _ match: String) -> String { "\(audience) \(match)" }
}

extension [SearchQuery.Match] {
    /// All of them, as FTS5 reads it.
    var expression: String { map(\.expression).joined(separator: " AND ") }
}
