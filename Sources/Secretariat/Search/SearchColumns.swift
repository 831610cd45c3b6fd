import Charter
import Conference

/// The columns of the full-text tables: title and body of each language, once by words and once by stems, and the
/// title once more.
///
/// Which language a stem is of, and that a word stands in the title, is said by a mark before it, not by its column:
/// FTS5 finds a word anywhere several times as fast as in some columns. The columns are there to weigh hits.
enum SearchColumns {
    static let names = ["te", "be", "tn", "bn", "ste", "sbe", "stn", "sbn", "title"]

    static func stemMark(_ language: Language) -> String { language == .es ? "_s" : "_n" }
    static func titleStemMark(_ language: Language) -> String { language == .es ? "_ts" : "_tn" }
    static let titleWordMark = "_tw"

    /// How much a column counts: the title eight times the text, the word as written a little more than its stem,
    /// the reader's language twice the other. The title's own column counts only where it alone is looked at.
    static func weights(_ reader: Language, titleOnly: Bool) -> String {
        let spanish = [8, 1, 4, 0.5, 6, 0.8, 3, 0.4]
        let weights = reader == .es ? spanish : [2, 3, 0, 1, 6, 7, 4, 5].map { spanish[$0] }
        return (weights + [titleOnly ? 1 : 0]).map { "\($0)" }.joined(separator: ", ")
    }
}

/// What is kept of an item to be shown, and to be taken out of the index again.
struct StoredItem {
    var title: Localized
    /// Passages, parted by ``separator``.
    var body: Localized
    /// Codes, parted by ``separator``.
    var codes: String

    static let separator: Character = "\u{1E}"

    init(title: Localized, body: Localized, codes: String) {
        self.title = title
        self.body = body
        self.codes = codes
    }

    init(_ item: SearchItem) {
        title = item.title
        body = Localized(
            es: item.body.map(\.es).filter { !$0.isEmpty }.joined(separator: String(Self.separator)),
            en: item.body.map(\.en).filter { !$0.isEmpty }.joined(separator: String(Self.separator)))
        codes = item.codes.joined(separator: String(Self.separator))
    }

    /// What it is found under whole: its codes and titles, folded.
    var keys: Set<String> {
        var keys = Set(codes.split(separator: Self.separator).map { Self.key(String($0)) })
        for title in [title.es, title.en] where title.utf8.count <= 120 { keys.insert(Self.key(title)) }
        keys.remove("")
        return keys
    }

    /// A code or title as it is compared whole: its words alone.
    static func key(_ text: String) -> String {
        SearchWords.words(text).map(\.folded).joined(separator: " ")
    }
}

/// Makes the columns of items: words and stems parted by spaces, the same for the same item every time.
final class SearchColumnMaker {
    let spanish = Stemmer(.es)
    let english = Stemmer(.en)

    func stemmer(_ language: Language) -> Stemmer { language == .es ? spanish : english }

    /// The columns in the order of ``SearchColumns/names``, and the distinct words that may be suggested.
    func columns(_ item: StoredItem) -> (columns: [String], words: [String: String]) {
        var words: [String: String] = [:]
        var title = ""
        let codes = String(StoredItem.separator) + item.codes
        let te = column(item.title.es, .es, &words, title: &title)
        let be = column(item.body.es + codes, .es, &words)
        let tn = column(item.title.en, .en, &words, title: &title)
        let bn = column(item.body.en + codes, .en, &words)
        return (
            [te.words, be.words, tn.words, bn.words, te.stems, be.stems, tn.stems, bn.stems, title], words
        )
    }

    private func column(
        _ text: String, _ language: Language, _ found: inout [String: String]
    ) -> (words: String, stems: String) {
        let stemmer = stemmer(language)
        let mark = SearchColumns.stemMark(language)
        var words = ""
        var stems = ""
        words.reserveCapacity(text.utf8.count + 16)
        stems.reserveCapacity(text.utf8.count + 16)
        for (index, passage) in text.split(separator: StoredItem.separator).enumerated() {
            // A word that nobody can type keeps phrases from reaching over into the next passage.
            if index > 0 { words += "¶ " }
            SearchWords.scan(String(passage)) { word in
                words += word.folded
                words += " "
                let own = stemmer.stems(lowered: word.lowered, folded: word.folded)
                for stem in [own.first, own.second] {
                    guard let stem else { continue }
                    stems += mark
                    stems += stem
                    stems += " "
                }
                if word.folded.utf8.count > 2, found[word.folded] == nil { found[word.folded] = word.lowered }
                return true
            }
        }
        return (words, stems)
    }

    /// A title's column; its words and stems once more, marked as the title's.
    private func column(
        _ text: String, _ language: Language, _ found: inout [String: String], title: inout String
    ) -> (words: String, stems: String) {
        let column = column(text, language, &found)
        title += "¶ "
        for word in column.words.split(separator: " ") { title += SearchColumns.titleWordMark + word + " " }
        let mark = SearchColumns.titleStemMark(language)
        for stem in column.stems.split(separator: " ") { title += mark + stem.dropFirst(2) + " " }
        return column
    }
}

extension SearchQuery {
    /// A part as FTS5 reads it: made of words alone, each in quotation marks of ours.
    struct Match {
        let expression: String
        /// The word, folded, where it is a single one.
        let word: String?
        /// True if every word that begins so is looked for.
        let goesOn: Bool
    }

    /// The parts as FTS5 reads them.
    ///
    /// - Parameter isBroad: true for a beginning that too many words have to look for them all.
    func matches(
        _ maker: SearchColumnMaker, titleOnly: Bool = false, isBroad: (String) -> Bool
    ) -> [Match] {
        parts.map { part in
            let word = part.words.count == 1 ? part.words[0].folded : nil
            let goesOn = part.isBeginning && !(word.map(isBroad) ?? false)
            let alternatives = alternatives(part, goesOn: goesOn, maker, titleOnly)
            return Match(
                expression: "(" + alternatives.joined(separator: " OR ") + ")", word: word, goesOn: goesOn)
        }
    }

    private func alternatives(
        _ part: Part, goesOn: Bool, _ maker: SearchColumnMaker, _ titleOnly: Bool
    ) -> [String] {
        let mark = titleOnly ? SearchColumns.titleWordMark : ""
        let phrase = "\"" + part.words.map { mark + $0.folded }.joined(separator: " ") + "\""
        if part.isWhole { return [phrase + (goesOn ? " *" : "")] }
        var alternatives: [String] = []
        for language in Language.allCases {
            let mark = titleOnly ? SearchColumns.titleStemMark(language) : SearchColumns.stemMark(language)
            alternatives += stems(part, maker.stemmer(language)).map { "\"\(mark)\($0)\"" }
        }
        if goesOn { alternatives.append(phrase + " *") }
        return alternatives
    }

    /// The stems of a part's word.
    func stems(_ part: Part, _ stemmer: Stemmer) -> [String] {
        let stems = stemmer.stems(lowered: part.words[0].lowered, folded: part.words[0].folded)
        return [stems.first] + [stems.second].compactMap { $0 }
    }
}
