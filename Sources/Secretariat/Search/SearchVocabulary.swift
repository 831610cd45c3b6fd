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
            guard let sorted else { continue }
            self.sorted?.insert(Self.sorted(folded), at: Self.place(of: folded, in: sorted))
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
            guard let sorted else { continue }
            let place = Self.place(of: folded, in: sorted)
            if place < sorted.count, sorted[place].word == folded { self.sorted?.remove(at: place) }
        }
    }

    /// True if some item has the word.
    func contains(_ folded: String) -> Bool { entries[folded] != nil }

    /// How a word is written.
    func display(_ folded: String) -> String? { entries[folded]?.display }

    /// The words that begin so, with how many items have them.
    mutating func words(from prefix: String, _ each: (_ folded: String, _ display: String, _ items: Int) -> Void) {
        let sorted = inOrder()
        var place = Self.place(of: prefix, in: sorted)
        while place < sorted.count, sorted[place].word.hasPrefix(prefix) {
            if let entry = entries[sorted[place].word] {
                each(sorted[place].word, entry.display, Int(entry.items))
            }
            place += 1
        }
    }

    /// Words that differ from a folded word in two letters at most or so, the most used first.
    mutating func near(_ folded: String, limit: Int) -> [(folded: String, display: String, items: Int)] {
        let wanted = Self.sorted(folded)
        var found: [(folded: String, display: String, items: Int)] = []
        for candidate in inOrder() {
            // Two changes alter at most four letters of the set, and the length by two.
            guard abs(Int(candidate.count) - Int(wanted.count)) <= 2,
                (candidate.letters ^ wanted.letters).nonzeroBitCount <= 4, let entry = entries[candidate.word]
            else { continue }
            found.append((candidate.word, entry.display, Int(entry.items)))
        }
        return Array(found.sorted { ($0.items, $1.folded) > ($1.items, $0.folded) }.prefix(limit))
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
