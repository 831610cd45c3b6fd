import Charter
import Conference

extension SearchIndex {
    /// More hits than this aren't weighed one by one (bm25 takes microseconds a hit): those with the words in
    /// their title come first, then the latest.
    static let weighedLimit = 1000

    /// The answer to a question, of what the viewer may see alone.
    func answer(_ question: SearchQuestion, _ query: SearchQuery, viewer: Viewer) throws(SearchError)
        -> SearchAnswer
    {
        let seen = audiences.indices.filter {
            viewer.mayRead(audiences[$0].access, ownReader: audiences[$0].ownReader)
        }
        guard !query.parts.isEmpty else { return .nothing(at: sequence) }
        // What was found out to be broad stays so for the question.
        let broad = Set(query.parts.filter(\.isBeginning).map(\.words[0].folded).filter { isBroad($0, seen) })
        let parts = query.matches(maker, isBroad: broad.contains)
        var filter = SearchFilter(question, organs: organs)
        var found = 0
        var wanted: [Int] = []
        let all = rows
        for audience in seen {
            try rows(of: audience, parts) { row in
                found += 1
                if filter.take(all[row]) { wanted.append(row) }
            }
        }
        let order = try order(wanted, of: found, question, parts.expression, seen) {
            query.matches(maker, titleOnly: true, isBroad: broad.contains)
        }
        var hits: [SearchHit] = []
        let marker = PassageMaker(query, maker, reader: question.language)
        for row in order {
            if let (id, item) = try stored(row) { hits.append(hit(row, id, item, marker)) }
        }
        return SearchAnswer(
            hits: hits, total: wanted.count, facets: filter.facets, completions: completions(query, seen),
            suggestion: found == 0 ? suggestion(query, seen) : nil, sequence: sequence)
    }

    /// More items than this aren't looked for by a beginning alone: its words are offered instead.
    static let beginningLimit = 30_000

    private func isBroad(_ beginning: String, _ seen: [Int]) -> Bool {
        var items = 0
        for audience in seen { items += vocabularies[audience].items(from: beginning) }
        return items > Self.beginningLimit
    }

    // MARK: Order

    /// The rows of the page asked for, best first.
    private func order(
        _ wanted: [Int], of found: Int, _ question: SearchQuestion, _ match: String, _ seen: [Int],
        _ titleParts: () -> [SearchQuery.Match]
    ) throws(SearchError) -> [Int] {
        let offset = max(0, question.offset)
        let limit = min(max(0, question.limit), SearchQuestion.hitLimit)
        guard limit > 0, offset < wanted.count else { return [] }
        var scores = [Float](repeating: 0, count: rows.count)
        if found <= Self.weighedLimit {
            try weigh(match, titleOnly: false, question.language, seen, &scores)
        } else {
            let title = titleParts()
            var titled: [Int] = []
            for audience in seen { try rows(of: audience, title) { titled.append($0) } }
            if titled.count <= Self.weighedLimit {
                try weigh(title.expression, titleOnly: true, question.language, seen, &scores)
            } else {
                for row in titled { scores[row] = -1 }
            }
        }
        let exact = try exactRows(question.text)
        let hasExact = !exact.isEmpty
        func isBefore(_ left: Ranked, _ right: Ranked) -> Bool {
            (left.score, -Int(left.day), left.row) < (right.score, -Int(right.day), right.row)
        }
        let all = rows
        let ranked = wanted.lazy.map { row in
            Ranked(
                row: row, score: hasExact && exact.contains(row) ? -.infinity : scores[row],
                day: all[row].day)
        }
        return Self.best(ranked, offset + limit, isBefore).dropFirst(offset).map(\.row)
    }

    private struct Ranked {
        let row: Int
        /// Less is better.
        let score: Float
        let day: Int32
    }

    /// bm25 of each hit: less is better. Where several audiences are seen each has its best at -1, since what is
    /// rare in a small table isn't rare.
    private func weigh(
        _ match: String, titleOnly: Bool, _ reader: Language, _ seen: [Int], _ scores: inout [Float]
    ) throws(SearchError) {
        for audience in seen {
            var own: [(row: Int, score: Double)] = []
            try database.each(
                """
                SELECT rowid, bm25(f\(audience), \(SearchColumns.weights(reader, titleOnly: titleOnly))) FROM f\(audience)
                WHERE f\(audience) MATCH ?
                """, [.text(match)]
            ) { own.append((SearchDatabase.number($0, 0), SearchDatabase.decimal($0, 1))) }
            let best = seen.count > 1 ? -(own.lazy.map(\.score).min() ?? -1) : 1
            for (row, score) in own { scores[row] = Float(best > 0 ? score / best : score) }
        }
    }

    /// Rows whose code or title is what was typed.
    private func exactRows(_ text: String) throws(SearchError) -> Set<Int> {
        var exact: Set<Int> = []
        try database.each("SELECT row FROM keys WHERE key = ?", [.text(StoredItem.key(text))]) {
            exact.insert(SearchDatabase.number($0, 0))
        }
        return exact
    }

    /// The first `count` in order: of many only a few are asked for, nearly always.
    private static func best(
        _ all: some Collection<Ranked>, _ count: Int, _ isBefore: (Ranked, Ranked) -> Bool
    ) -> [Ranked] {
        guard count < 200, all.count > count else { return Array(all.sorted(by: isBefore).prefix(count)) }
        var best: [Ranked] = []
        for entry in all {
            if best.count == count, !isBefore(entry, best[count - 1]) { continue }
            let place = best.firstIndex { isBefore(entry, $0) } ?? best.count
            best.insert(entry, at: place)
            if best.count > count { best.removeLast() }
        }
        return best
    }

    private func hit(_ row: Int, _ id: String, _ item: StoredItem, _ marker: PassageMaker) -> SearchHit {
        let entry = rows[row]
        let kind = SearchItem.Kind.allCases[Int(entry.kind)]
        let day = PartialDay.Precision(rawValue: entry.precision).map {
            PartialDay(Day(number: entry.day), precision: $0)
        }
        return SearchHit(
            id: id, kind: kind, code: String(id.dropFirst(kind.rawValue.count + 1)),
            title: marker.title(item),
            passages: marker.passages(item), day: entry.day == .min ? nil : day,
            organ: organs[Int(entry.organ)], access: audiences[Int(entry.audience)].access)
    }

    // MARK: Aid in typing

    /// The last word completed by words that the viewer may see, most frequent first.
    private func completions(_ query: SearchQuery, _ seen: [Int]) -> [String] {
        guard let word = query.unfinished, word.folded.utf8.count >= 2 else { return [] }
        var counts: [String: (display: String, items: Int)] = [:]
        for audience in seen {
            vocabularies[audience].words(from: word.folded) { folded, display, items in
                guard folded != word.folded else { return }
                counts[folded, default: (display, 0)].items += items
            }
        }
        let best = counts.sorted { ($0.value.items, $1.key) > ($1.value.items, $0.key) }.prefix(8)
        return best.map { query.replacing([(word, $0.value.display)]) }
    }

    /// What may have been meant: each word that nothing has, replaced by the nearest that something has.
    private func suggestion(_ query: SearchQuery, _ seen: [Int]) -> String? {
        var replaced: [(SearchWord, String)] = []
        for word in query.parts.flatMap(\.words) where word.folded.utf8.count > 2 {
            if seen.contains(where: { vocabularies[$0].contains(word.folded) }) { continue }
            var near: [(id: String, names: [String])] = []
            for audience in seen {
                near += vocabularies[audience].near(word.folded, limit: 24).map { ($0.display, [$0.folded]) }
            }
            guard let nearest = Nearest.find(word.folded, among: near, limit: 1).first else { continue }
            replaced.append((word, nearest))
        }
        return replaced.isEmpty ? nil : query.replacing(replaced)
    }
}

extension SearchQuery {
    /// What was typed with some words replaced, in order.
    func replacing(_ words: [(word: SearchWord, by: String)]) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var at = 0
        for (word, by) in words where word.range.lowerBound >= at {
            result += bytes[at..<word.range.lowerBound] + Array(by.utf8)
            at = word.range.upperBound
        }
        result += bytes[at...]
        return String(decoding: result, as: UTF8.self)
    }
}
