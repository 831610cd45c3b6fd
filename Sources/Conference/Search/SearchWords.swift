import Foundation

/// A word of a text, as it is searched.
public struct SearchWord: Sendable, Hashable {
    /// Where it stands: UTF-8 offsets into the text.
    public let range: Range<Int>
    /// In lower case, with its accents: what stems are made of.
    public let lowered: String
    /// Without case and accents: `migracion`, `nino`.
    public let folded: String
}

/// Cuts texts into words: runs of letters and digits in any script. Everything else parts words.
public enum SearchWords {
    /// The longest word, in bytes of its folded form; what is longer counts as no word.
    public static let lengthLimit = 64

    /// The words of a text, in order.
    public static func words(_ text: String) -> [SearchWord] {
        var words: [SearchWord] = []
        scan(text) { word in
            words.append(word)
            return true
        }
        return words
    }

    /// Calls for each word in order, until told to stop.
    public static func scan(_ text: String, _ each: (SearchWord) -> Bool) {
        var lowered: [UInt8] = []
        var folded: [UInt8] = []
        var start = 0
        var at = 0
        var isASCII = true
        func finish() -> Bool {
            defer {
                lowered.removeAll(keepingCapacity: true)
                folded.removeAll(keepingCapacity: true)
                isASCII = true
            }
            guard !folded.isEmpty, folded.count <= lengthLimit else { return true }
            let fold = String(decoding: folded, as: UTF8.self)
            return each(
                SearchWord(
                    range: start..<at, lowered: isASCII ? fold : String(decoding: lowered, as: UTF8.self),
                    folded: fold))
        }
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            defer { at += width }
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                guard let letter = asciiLetter(byte) else {
                    if !lowered.isEmpty, !finish() { return }
                    continue
                }
                if lowered.isEmpty { start = at }
                lowered.append(letter)
                folded.append(letter)
            } else {
                let forms = forms(scalar)
                guard !forms.lowered.isEmpty else {
                    if !lowered.isEmpty, !finish() { return }
                    continue
                }
                if lowered.isEmpty { start = at }
                isASCII = false
                lowered.append(contentsOf: forms.lowered)
                folded.append(contentsOf: forms.folded)
            }
        }
        if !lowered.isEmpty { _ = finish() }
    }

    private static func asciiLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: byte
        case 0x41...0x5A: byte + 0x20
        default: nil
        }
    }

    private struct Forms: Sendable {
        let lowered: [UInt8]
        let folded: [UInt8]
    }

    /// The letters that Spanish, English and their neighbours write, looked up once.
    private static let near: [Forms] = (0x80..<0x250).map { value in
        Unicode.Scalar(UInt32(value)).map(computed) ?? Forms(lowered: [], folded: [])
    }

    private static func forms(_ scalar: Unicode.Scalar) -> Forms {
        scalar.value < 0x250 ? near[Int(scalar.value) - 0x80] : computed(scalar)
    }

    private static func computed(_ scalar: Unicode.Scalar) -> Forms {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark:
            // An accent written after its letter: kept for the stem, gone from what is compared.
            return Forms(lowered: Array(String(scalar).utf8), folded: [])
        case .decimalNumber, .letterNumber, .otherNumber: break
        default: guard properties.isAlphabetic else { return Forms(lowered: [], folded: []) }
        }
        let folded = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .lowercased().unicodeScalars.filter { kept in
                kept.value >= 0x80
                    ? kept.properties.isAlphabetic || kept.properties.numericType != nil
                    : asciiLetter(UInt8(kept.value)) != nil
            }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: folded)
        return Forms(lowered: Array(properties.lowercaseMapping.utf8), folded: Array(String(text).utf8))
    }

    /// Words that hold sentences together and find nothing, in both languages, folded.
    public static let common: Set<String> = [
        "a", "al", "ante", "con", "como", "cuando", "de", "del", "desde", "e", "el", "en", "entre", "es",
        "esta",
        "este", "la", "las", "lo", "los", "mas", "ni", "no", "o", "para", "pero", "por", "que", "se", "sin",
        "sobre", "su", "sus", "u", "un", "una", "y",
        "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "its", "of",
        "on",
        "or", "that", "the", "their", "this", "to", "was", "were", "which", "with",
    ]
}
