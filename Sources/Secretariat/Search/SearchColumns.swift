import Charter
import Conference

/// The columns of the full-text tables: title and body of each language, once by words and once by stems.
enum SearchColumns {
    static let names = ["te", "be", "tn", "bn", "ste", "sbe", "stn", "sbn"]
    static let words = "{te be tn bn}"
    static let wordsOfTitle = "{te tn}"

    static func stems(_ language: Language, titleOnly: Bool) -> String {
        switch language {
        case .es: titleOnly ? "{ste}" : "{ste sbe}"
        case .en: titleOnly ? "{stn}" : "{stn sbn}"
        }
    }

    static func stemsOfBoth(titleOnly: Bool) -> String { titleOnly ? "{ste stn}" : "{ste sbe stn sbn}" }

    /// How much a column counts: the title eight times the text, the word as written a little more than its stem,
    /// the reader's language twice the other.
    static func weights(_ reader: Language) -> String {
        let spanish = [8, 1, 4, 0.5, 6, 0.8, 3, 0.4]
        let weights = reader == .es ? spanish : [2, 3, 0, 1, 6, 7, 4, 5].map { spanish[$0] }
        return weights.map { "\($0)" }.joined(separator: ", ")
    }
}

/// What is kept of an item to be shown, and to be taken out of the index again.
struct StoredItem {
    var title: Localized
    /// Passages, parted by ``separator``.
    var body: Localized
    /// Codes, parted by ``separator``.
    var codes: String

    static let separator = "\u{1E}"

    init(title: Localized, body: Localized, codes: String) {
        self.title = title
        self.body = body
        self.codes = codes
    }

    init(_ item: SearchItem) {
        title = item.title
        body = Localized(
            es: item.body.map(\.es).filter { !$0.isEmpty }.joined(separator: Self.separator),
            en: item.body.map(\.en).filter { !$0.isEmpty }.joined(separator: Self.separator))
        codes = item.codes.joined(separator: Self.separator)
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
        let codes = StoredItem.separator + item.codes
        let te = column(item.title.es, spanish, &words)
        let be = column(item.body.es + codes, spanish, &words)
        let tn = column(item.title.en, english, &words)
        let bn = column(item.body.en + codes, english, &words)
        return (
            [te.words, be.words, tn.words, bn.words, te.stems, be.stems, tn.stems, bn.stems], words
        )
    }

    private func column(
        _ text: String, _ stemmer: Stemmer, _ found: inout [String: String]
    ) -> (words: String, stems: String) {
        var words = ""
        var stems = ""
        words.reserveCapacity(text.utf8.count)
        for (index, passage) in text.split(separator: StoredItem.separator).enumerated() {
            // A word that nobody can type keeps phrases from reaching over into the next passage.
            if index > 0 { words += "¶ " }
            SearchWords.scan(String(passage)) { word in
                words += word.folded
                words += " "
                guard !SearchWords.common.contains(word.folded) else {
                    stems += word.folded + " "
                    return true
                }
                let own = stemmer.stems(lowered: word.lowered, folded: word.folded)
                stems += own.first
                stems += " "
                if let second = own.second {
                    stems += second
                    stems += " "
                }
                if word.folded.utf8.count > 2, found[word.folded] == nil { found[word.folded] = word.lowered }
                return true
            }
        }
        return (words, stems)
    }
}

extension SearchQuery {
    /// The query as FTS5 reads it: made of words alone, each in quotation marks of ours.
    func match(_ maker: SearchColumnMaker, titleOnly: Bool = false) -> String {
        parts.map { part in "(" + alternatives(part, maker, titleOnly).joined(separator: " OR ") + ")" }
            .joined(separator: " AND ")
    }

    private func alternatives(_ part: Part, _ maker: SearchColumnMaker, _ titleOnly: Bool) -> [String] {
        let columns = titleOnly ? SearchColumns.wordsOfTitle : SearchColumns.words
        let phrase = "\(columns) : \"\(part.words.map(\.folded).joined(separator: " "))\""
        if part.isWhole { return [phrase + (part.isBeginning ? " *" : "")] }
        var alternatives: [String] = []
        let (es, en) = (stems(part, maker.spanish), stems(part, maker.english))
        let both = es.filter(en.contains)
        for stem in both { alternatives.append("\(SearchColumns.stemsOfBoth(titleOnly: titleOnly)) : \"\(stem)\"") }
        for stem in es where !both.contains(stem) {
            alternatives.append("\(SearchColumns.stems(.es, titleOnly: titleOnly)) : \"\(stem)\"")
        }
        for stem in en where !both.contains(stem) {
            alternatives.append("\(SearchColumns.stems(.en, titleOnly: titleOnly)) : \"\(stem)\"")
        }
        if part.isBeginning { alternatives.append(phrase + " *") }
        return alternatives
    }

    /// The stems of a part's word.
    func stems(_ part: Part, _ stemmer: Stemmer) -> [String] {
        let stems = stemmer.stems(lowered: part.words[0].lowered, folded: part.words[0].folded)
        return [stems.first] + [stems.second].compactMap { $0 }
    }
}
