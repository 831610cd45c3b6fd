import Charter
import Conference

/// What was typed, understood: every sign but quotation marks and a star only parts words, so nothing of it
/// reaches SQLite as syntax.
struct SearchQuery {
    /// One thing that must be found.
    struct Part {
        /// One word; several are a phrase.
        let words: [SearchWord]
        /// True if the last word may go on.
        let isBeginning: Bool
        /// True for what stood in quotation marks, or is a code: found as it stands, not by its stems.
        let isWhole: Bool
        /// Where it stands in what was typed, in UTF-8 offsets.
        let range: Range<Int>
    }

    /// As typed.
    let text: String
    /// What must be found, all of it.
    let parts: [Part]
    /// The word at the end that may still be being typed.
    let unfinished: SearchWord?

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

    /// Understands a text.
    ///
    /// - Throws: ``SearchError/textTooLong``, ``SearchError/tooManyWords``.
    init(_ text: String) throws(SearchError) {
        guard text.unicodeScalars.count <= SearchQuestion.textLimit else { throw .textTooLong }
        self.text = text
        let words = SearchWords.words(text)
        guard words.count <= SearchQuestion.wordLimit else { throw .tooManyWords }
        let ends = text.unicodeScalars.last.map { SearchWords.words(String($0)).isEmpty } ?? true
        var parts: [Part] = []
        for chunk in Self.chunks(text) {
            let own = words.filter { chunk.range.contains($0.range.lowerBound) }
            guard let last = own.last else { continue }
            let starred = chunk.starred(after: last.range.upperBound, in: text)
            let isLast = last == words.last && !ends && !chunk.quoted
            let hasDigit = own.contains { $0.folded.utf8.contains { (0x30...0x39).contains($0) } }
            if chunk.quoted || (own.count > 1 && hasDigit) {
                parts.append(
                    Part(
                        words: own, isBeginning: !chunk.quoted && (isLast || starred), isWhole: true,
                        range: chunk.range))
                continue
            }
            for word in own {
                let length = word.folded.utf8.count
                let begins = word == last && ((starred && length >= 2) || (isLast && length >= 3))
                parts.append(Part(words: [word], isBeginning: begins, isWhole: false, range: word.range))
            }
        }
        unfinished = ends ? nil : words.last
        // Words that hold sentences together would find half of everything: only where there is nothing else.
        let telling = parts.filter { $0.isWhole || !SearchWords.common.contains($0.words[0].folded) }
        self.parts = telling.isEmpty ? parts : telling
    }

    private struct Chunk {
        let range: Range<Int>
        let quoted: Bool

        func starred(after end: Int, in text: String) -> Bool {
            let bytes = text.utf8
            guard !quoted, end < range.upperBound else { return false }
            return bytes[bytes.index(bytes.startIndex, offsetBy: end)] == UInt8(ascii: "*")
        }
    }

    /// What stands between spaces, or in quotation marks.
    private static func chunks(_ text: String) -> [Chunk] {
        var chunks: [Chunk] = []
        var start = 0
        var at = 0
        var quoted = false
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if quotes.contains(scalar) {
                if start < at { chunks.append(Chunk(range: start..<at, quoted: quoted)) }
                quoted.toggle()
                start = at + width
            } else if !quoted, scalar.properties.isWhitespace {
                if start < at { chunks.append(Chunk(range: start..<at, quoted: false)) }
                start = at + width
            }
            at += width
        }
        // A quotation mark that was never closed quotes to the end.
        if start < at { chunks.append(Chunk(range: start..<at, quoted: quoted)) }
        return chunks
    }
}
