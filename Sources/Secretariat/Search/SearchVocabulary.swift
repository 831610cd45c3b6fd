import Conference

/// The words of the items that one audience may see: for completing and for guessing what was meant. One
/// vocabulary an audience, so that no word of a closed paper is ever suggested to somebody who can't read it.
struct SearchVocabulary {
    private struct Entry {
        var items: Int32
        /// As written in a text, in lower case, with its accents.
        let display: String
    }
    private var entries: [String: Entry] = [:]
    /// The words in order, with what spares comparing most of them; made when asked for.
    private var sorted: [Sorted]?

    private struct Sorted {
        let word: String
        let letters: UInt32
        let count: UInt8
    }

    /// Takes an item's distinct words in.
    mutating func add(_ words: [String: String]) {
        for (folded, display) in words {
            if entries[folded] != nil {
                entries[folded]?.items += 1
                continue
            }
            entries[folded] = Entry(items: 1, display: display)
            guard let place = sorted.map({ Self.place(of: folded, in: $0) }) else { continue }
            sorted?.insert(Self.sorted(folded), at: place)
        }
    }

    /// Takes an item's distinct words out; a word that no item has is gone.
    mutating func remove(_ words: some Sequence<String>) {
        for folded in words {
            guard let entry = entries[folded] else { continue }
            if entry.items > 1 {
                entries[folded]?.items -= 1
                continue
            }
            entries[folded] = nil
            guard let place = sorted.map({ Self.place(of: folded, in: $0) }) else { continue }
            sorted?.remove(at: place)
        }
    }

    /// True if some item has the word.
    func contains(_ folded: String) -> Bool { entries[folded] != nil }

    /// How many items have a word.
    func items(of folded: String) -> Int { Int(entries[folded]?.items ?? 0) }

    /// How a word is written.
    func display(_ folded: String) -> String? { entries[folded]?.display }

    /// The words that begin so, with how many items have them.
    mutating func words(
        from prefix: String, _ each: (_ folded: String, _ display: String, _ items: Int) -> Void
    ) {
        let sorted = inOrder()
        var place = Self.place(of: prefix, in: sorted)
        while place < sorted.count, sorted[place].word.hasPrefix(prefix) {
            if let entry = entries[sorted[place].word] {
                each(sorted[place].word, entry.display, Int(entry.items))
            }
            place += 1
        }
    }

    /// How many items have a word that begins so, counted once for each word.
    mutating func items(from prefix: String) -> Int {
        var count = 0
        words(from: prefix) { _, _, items in count += items }
        return count
    }

    /// Words that differ from a folded word in one letter, or in two and not in the first: the nearest first, of
    /// equal ones the most used. In short words one letter is much.
    mutating func near(_ folded: String, limit: Int) -> [(folded: String, display: String)] {
        let wanted = Self.sorted(folded)
        let letters = Array(folded.utf8)
        let sorted = inOrder()
        var comparison = Comparison(letters)
        var found: [(place: Int, apart: Int, items: Int32)] = []
        for place in sorted.indices {
            // Each change alters at most two letters of the set, and the length by one.
            let different = (sorted[place].letters ^ wanted.letters).nonzeroBitCount
            let longer = abs(Int(sorted[place].count) - Int(wanted.count))
            guard different <= 4, longer <= 2 else { continue }
            let mayBeTwo = letters.count > 4 && sorted[place].word.utf8.first == letters.first
            guard mayBeTwo || (different <= 2 && longer <= 1) else { continue }
            let apart = comparison.apart(sorted[place].word)
            guard apart <= (mayBeTwo ? 2 : 1), let entry = entries[sorted[place].word] else { continue }
            found.append((place, apart, entry.items))
        }
        found.sort { ($0.apart, -$0.items, $0.place) < ($1.apart, -$1.items, $1.place) }
        return found.prefix(limit).map { (sorted[$0.place].word, display(sorted[$0.place].word) ?? "") }
    }

    /// Counts letters added, dropped, changed or swapped with their neighbour, in room that is made once.
    private struct Comparison {
        private let left: [UInt8]
        private var right: [UInt8] = []
        private var before: [Int] = []
        private var last: [Int] = []
        private var next: [Int] = []

        init(_ left: [UInt8]) { self.left = left }

        /// 3 where it is more than 2.
        mutating func apart(_ word: String) -> Int {
            right.removeAll(keepingCapacity: true)
            right.append(contentsOf: word.utf8)
            guard !left.isEmpty, !right.isEmpty else { return 3 }
            while last.count <= right.count {
                before.append(0)
                last.append(0)
                next.append(0)
            }
            for column in 0...right.count { last[column] = column }
            for row in 1...left.count {
                next[0] = row
                var least = row
                for column in 1...right.count {
                    let same = left[row - 1] == right[column - 1]
                    var cost = min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                    if row > 1, column > 1, left[row - 1] == right[column - 2],
                        left[row - 2] == right[column - 1]
                    {
                        cost = min(cost, before[column - 2] + 1)
                    }
                    next[column] = cost
                    least = min(least, cost)
                }
                if least > 2 { return 3 }
                swap(&before, &last)
                swap(&last, &next)
            }
            return min(3, last[right.count])
        }
    }

    private mutating func inOrder() -> [Sorted] {
        if let sorted { return sorted }
        let made = entries.keys.sorted().map(Self.sorted)
        sorted = made
        return made
    }

    private static func sorted(_ word: String) -> Sorted {
        var letters: UInt32 = 0
        for byte in word.utf8 { letters |= 1 << UInt32(byte & 31) }
        return Sorted(word: word, letters: letters, count: UInt8(clamping: word.utf8.count))
    }

    private static func place(of word: String, in sorted: [Sorted]) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].word < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
