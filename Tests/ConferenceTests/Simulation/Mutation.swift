import Charter
import TestEffort

@testable import Conference

extension Simulation {
    /// Damages valid samples, or makes bytes of nothing.
    struct Mutation {
        var random: Random
        private static let words: [[UInt8]] = [
            "null", "true", "-1", "0", "1e400", "9223372036854775807", "-9223372036854775808", "\"\"", "[]",
            "{}",
            "\"2016-02-30\"", "\"9999-12-31\"", "\"0001-01-01\"", "\\u0000", "\u{FEFF}", "e\u{301}", "+", "/",
            ":",
        ].map { Array($0.utf8) }

        init(seed: UInt64) { random = Random(seed: seed) }

        mutating func noise(_ limit: Int) -> [UInt8] {
            (0..<random.below(limit)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        }

        mutating func damage(_ sample: [UInt8]) -> [UInt8] {
            if random.chance(3) { return noise(200) }
            var bytes = sample
            for _ in 0...random.below(4) {
                guard !bytes.isEmpty else { return noise(20) }
                let at = random.below(bytes.count)
                switch random.below(8) {
                case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes[at] ^= 1 << UInt8(random.below(8))
                case 2: bytes.remove(at: at)
                case 3: bytes.removeSubrange(at..<min(bytes.count, at + random.below(30)))
                case 4: bytes.insert(contentsOf: random.pick(Self.words), at: at)
                case 5:
                    let word = random.pick(Self.words)
                    bytes.replaceSubrange(at..<min(bytes.count, at + word.count), with: word)
                case 6:
                    let from = random.below(bytes.count)
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + random.below(40))], at: at)
                default: value(&bytes, at)
                }
            }
            return bytes
        }

        /// Replaces the JSON value behind the next colon: damage that is still JSON.
        private mutating func value(_ bytes: inout [UInt8], _ at: Int) {
            guard let colon = bytes[at...].firstIndex(of: 0x3A) else { return }
            var end = colon + 1
            guard end < bytes.count else { return }
            if bytes[end] == 0x22 {
                end = (bytes[(end + 1)...].firstIndex(of: 0x22) ?? bytes.count - 1) + 1
            } else {
                while end < bytes.count, ![0x2C, 0x7D, 0x5D].contains(bytes[end]) { end += 1 }
            }
            bytes.replaceSubrange(colon + 1..<end, with: random.pick(Self.words))
        }
    }

    /// Repeats so many times, and more in `make test-all`; how often, and how often the work said true.
    static func repeated(_ count: Int, _ work: () throws -> Bool) rethrows -> (runs: Int, accepted: Int) {
        let runs = Effort.count(count)
        var accepted = 0
        for _ in 0..<runs where try work() { accepted += 1 }
        return (runs, accepted)
    }
}
