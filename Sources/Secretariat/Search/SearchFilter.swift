import Conference

/// Lets rows through by kind, year and organ, and counts how many there are of each on the way.
struct SearchFilter {
    private let kinds: Set<UInt8>
    private let year: Int16?
    /// The place of the organ wanted; one that no item has lets nothing through.
    private let organ: UInt16?
    private let organs: [OrganID?]
    private var byKind = [Int](repeating: 0, count: SearchItem.Kind.allCases.count)
    private var byYear = [Int](repeating: 0, count: 10_000)
    private var byOrgan: [Int]

    init(_ question: SearchQuestion, organs: [OrganID?]) {
        kinds = Set(
            question.kinds.compactMap { SearchItem.Kind.allCases.firstIndex(of: $0).map { UInt8($0) } })
        year = question.year.map { Int16(clamping: $0) }
        organ = question.organ.map { wanted in
            organs.firstIndex { $0 == wanted }.map { UInt16(clamping: $0) } ?? .max
        }
        self.organs = organs
        byOrgan = [Int](repeating: 0, count: organs.count)
    }

    /// True if the row is wanted; counted either way, in each list that its other properties let it into.
    mutating func take(_ row: SearchIndex.Row) -> Bool {
        let rightKind = kinds.isEmpty || kinds.contains(row.kind)
        let rightYear = year.map { $0 == row.year } ?? true
        let rightOrgan = organ.map { $0 == row.organ } ?? true
        if rightYear, rightOrgan { byKind[Int(row.kind)] += 1 }
        if rightKind, rightOrgan, (1..<10_000).contains(row.year) { byYear[Int(row.year)] += 1 }
        if rightKind, rightYear { byOrgan[Int(row.organ)] += 1 }
        return rightKind && rightYear && rightOrgan
    }

    /// What was counted.
    var facets: SearchFacets {
        SearchFacets(
            kinds: SearchItem.Kind.allCases.enumerated().filter { byKind[$0.offset] > 0 }.map {
                .init(value: $0.element, count: byKind[$0.offset])
            },
            years: byYear.indices.reversed().filter { byYear[$0] > 0 }.map {
                .init(value: $0, count: byYear[$0])
            },
            organs: byOrgan.indices.compactMap { place in
                guard byOrgan[place] > 0, let organ = organs[place] else { return nil }
                return SearchFacets.Count(value: organ, count: byOrgan[place])
            }.sorted { ($0.count, $1.value) > ($1.count, $0.value) })
    }
}
