import CStemmer
import Charter
import Conference

/// Snowball's stems of one language. Not for two threads at once.
final class Stemmer {
    private let stemmer: OpaquePointer?
    private var known: [String: String] = [:]
    /// Words remembered; a register's vocabulary fits.
    private static let limit = 65_536

    init(_ language: Language) {
        stemmer = sb_stemmer_new(language == .es ? "spanish" : "english", "UTF_8")
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stems of a word, without accents: of the word as written and of it without its accents, since some
    /// endings are known by theirs. One or two.
    func stems(lowered: String, folded: String) -> (first: String, second: String?) {
        let plain = stem(folded)
        guard lowered != folded else { return (plain, nil) }
        let accented = stem(lowered)
        return accented == plain ? (plain, nil) : (plain, accented)
    }

    private func stem(_ word: String) -> String {
        if let stem = known[word] { return stem }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let stem = computed(word)
        known[word] = stem
        return stem
    }

    private func computed(_ word: String) -> String {
        // Without the library's memory a word is its own stem: found as it stands.
        guard let stemmer else { return word }
        var word = word
        let stem = word.withUTF8 { bytes -> String? in
            guard let result = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(clamping: bytes.count))
            else {
                return nil
            }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
        }
        guard let stem, !stem.isEmpty else { return word }
        return stem.utf8.allSatisfy { $0 < 0x80 } ? stem : folded(stem)
    }

    private func folded(_ stem: String) -> String {
        var folded = ""
        SearchWords.scan(stem) { word in
            folded += word.folded
            return true
        }
        return folded.isEmpty ? stem : folded
    }
}
