import Charter
import Conference

/// Marks what was looked for in titles and texts, by the same words and stems that found it.
struct PassageMaker {
    private let query: SearchQuery
    private let maker: SearchColumnMaker
    private let reader: Language
    private let stems: [Language: Set<String>]
    /// First letters of everything looked for: another word needs no stem.
    private let initials: Set<UInt8>
    /// The most passages of a hit.
    private static let limit = 3
    /// How much of a text is looked through, in bytes.
    private static let reach = 200_000

    init(_ query: SearchQuery, _ maker: SearchColumnMaker, reader: Language) {
        self.query = query
        self.maker = maker
        self.reader = reader
        let single = query.parts.filter { !$0.isWhole }
        stems = [
            .es: Set(single.flatMap { query.stems($0, maker.spanish) }),
            .en: Set(single.flatMap { query.stems($0, maker.english) }),
        ]
        initials = Set(
            query.parts.compactMap { $0.words.first?.folded.utf8.first }
                + stems.values.joined().compactMap { $0.utf8.first })
    }

    /// The title in the reader's language; in the other where that is all there is.
    func title(_ item: StoredItem) -> Passage {
        let language = item.title[reader].isEmpty ? other : reader
        let text = item.title[language]
        return Passage(text: text, language: language, marks: marks(SearchWords.words(text), language))
    }

    /// Where the words stand in the text: in the reader's language, else in the other.
    func passages(_ item: StoredItem) -> [Passage] {
        let own = passages(item.body[reader], reader)
        return own.isEmpty && marks(SearchWords.words(item.title[reader]), reader).isEmpty
            ? passages(item.body[other], other) : own
    }

    private var other: Language { reader == .es ? .en : .es }

    private func passages(_ body: String, _ language: Language) -> [Passage] {
        var passages: [Passage] = []
        var left = Self.reach
        for piece in body.split(separator: StoredItem.separator) {
            guard left > 0, passages.count < Self.limit else { break }
            let text = piece.utf8.count <= left ? String(piece) : Self.head(piece, left)
            left -= text.utf8.count
            let words = SearchWords.words(text)
            let marks = marks(words, language)
            var next = 0
            while next < marks.count, passages.count < Self.limit {
                let cut = Self.cut(text, words, around: marks[next])
                let inside = marks[next...].prefix { $0.upperBound <= cut.upperBound }
                passages.append(Self.passage(text, cut, inside, language))
                next += inside.count
            }
        }
        return passages
    }

    private static func head(_ piece: Substring, _ bytes: Int) -> String {
        String(decoding: piece.utf8.prefix(bytes), as: UTF8.self)
    }

    /// About thirty words around a mark, from word to word; a short text whole.
    private static func cut(_ text: String, _ words: [SearchWord], around mark: Range<Int>) -> Range<Int> {
        let end = text.utf8.count
        guard end > 240 else { return 0..<end }
        let at = words.firstIndex { $0.range.lowerBound >= mark.lowerBound } ?? 0
        let first = max(0, at - 9)
        var last = min(words.count - 1, first + 30)
        while last + 1 < words.count, words[last].range.upperBound < mark.upperBound { last += 1 }
        let lower = first == 0 ? 0 : words[first].range.lowerBound
        let upper = last == words.count - 1 ? end : words[last].range.upperBound
        return lower..<max(upper, mark.upperBound)
    }

    private static func passage(
        _ text: String, _ cut: Range<Int>, _ marks: ArraySlice<Range<Int>>, _ language: Language
    ) -> Passage {
        let bytes = Array(text.utf8)
        let before = cut.lowerBound > 0 ? "… " : ""
        let after = cut.upperBound < bytes.count ? " …" : ""
        // Line ends and other signs that aren't shown become spaces, each of one byte.
        let shown = bytes[cut].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        let shift = before.utf8.count - cut.lowerBound
        return Passage(
            text: before + String(decoding: shown, as: UTF8.self) + after, language: language,
            marks: marks.map { $0.lowerBound + shift..<$0.upperBound + shift })
    }

    // MARK: Marks

    /// Which words were looked for; those of a phrase only where the whole phrase stands.
    private func marks(_ words: [SearchWord], _ language: Language) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        for (index, word) in words.enumerated() {
            guard let initial = word.folded.utf8.first, initials.contains(initial) else {
                if isStemmed(word, language) { marks.append(word.range) }
                continue
            }
            var end = index
            for part in query.parts where matches(part, words[index...], language) {
                end = max(end, index + (part.isWhole ? part.words.count : 1))
            }
            guard end > index else { continue }
            let range = word.range.lowerBound..<words[end - 1].range.upperBound
            if let last = marks.last, range.lowerBound < last.upperBound {
                marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                marks.append(range)
            }
        }
        return marks
    }

    private func matches(_ part: SearchQuery.Part, _ words: ArraySlice<SearchWord>, _ language: Language)
        -> Bool
    {
        guard words.count >= part.words.count else { return false }
        let matches = zip(words, part.words).enumerated().allSatisfy { place, pair in
            let mayGoOn = part.isBeginning && place == part.words.count - 1
            return mayGoOn ? pair.0.folded.hasPrefix(pair.1.folded) : pair.0.folded == pair.1.folded
        }
        if matches { return true }
        return !part.isWhole && words.first.map { isStemmed($0, language) } ?? false
    }

    private func isStemmed(_ word: SearchWord, _ language: Language) -> Bool {
        guard let wanted = stems[language], !wanted.isEmpty, let initial = word.folded.utf8.first,
            initials.contains(initial)
        else { return false }
        let own = maker.stemmer(language).stems(lowered: word.lowered, folded: word.folded)
        return wanted.contains(own.first) || own.second.map(wanted.contains) ?? false
    }
}
