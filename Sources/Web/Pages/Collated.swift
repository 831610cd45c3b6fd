import Charter
import Conference

/// A text as it is sorted: without accents and case, signs as a space, numbers by their value; in Spanish ñ is a
/// letter of its own after n.
struct Collated: Sendable, Hashable, Comparable {
    private let key: [UInt8]

    init(_ text: String, _ language: Language) {
        let own = "\u{E000}"
        let marked =
            language == .es ? text.replacing("ñ", with: own).replacing("Ñ", with: own) : text
        var key: [UInt8] = []
        var digits: [UInt8] = []
        // A number stands before letters, of two the one with fewer digits before the other.
        func number() {
            guard !digits.isEmpty else { return }
            let bare = digits.drop { $0 == 0x30 }
            key.append(0x30)
            key.append(UInt8(clamping: bare.count))
            key += bare
            digits = []
        }
        var isGap = false
        for scalar in marked.folded.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value)
            guard isDigit || scalar.value == 0xE000 || scalar.properties.isAlphabetic else {
                isGap = true
                continue
            }
            if isGap {
                number()
                if !key.isEmpty { key.append(0x20) }
                isGap = false
            }
            if isDigit {
                digits.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                number()
                // After every n, before o.
                key += scalar.value == 0xE000 ? [0x6E, 0x7F] : Array(String(scalar).utf8)
            }
        }
        number()
        self.key = key
    }

    static func < (left: Collated, right: Collated) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }
}
