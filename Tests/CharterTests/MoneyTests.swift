import Charter
import Foundation
import Testing

/// Money, allocation (rule F1), codes and texts in two languages.
struct MoneyTests {
    @Test(
        arguments: [
            ("282724", 28_272_400), ("282724.00", 28_272_400), ("4417.57", 441_757), ("0.5", 50), ("0", 0),
            ("999999999999.99", 99_999_999_999_999),
        ] as [(String, Int64)]) func `An amount is read to the cent`(text: String, cents: Int64)
    {
        #expect(Money(text, currency: "USD")?.cents == cents)
    }

    @Test(arguments: [
        "-1", "+1", "1.005", "1,000", ".5", "5.", "", "1e3", "1 000", "1000000000000", "٣", "0x10", "1.2.3",
        "9999999999999999999",
    ]) func `What is no amount isn't read`(text: String) { #expect(Money(text, currency: "USD") == nil) }

    @Test(arguments: [(0, "0.00"), (5, "0.05"), (441_757, "4417.57"), (-5, "-0.05")] as [(Int64, String)])
    func `An amount is written with two digits`(cents: Int64, text: String) {
        #expect(Money(cents: cents, currency: "USD").decimal == text)
    }

    static let charter: [Int64] = [1, 4, 1, 1, 8, 1, 1, 2, 1, 1, 1].enumerated().map { index, _ in
        [4: 8 * 500, 1: 8 * 250, 7: 8 * 125][index] ?? 125
    }
    static let practice: [Int64] = [5000, 68000, 5000, 5000, 141_360, 5000, 5000, 33_364, 5000, 5000, 5000]

    @Test(
        arguments: [
            (
                28_272_400,
                [
                    441_757, 7_068_100, 441_757, 441_756, 14_136_200, 441_756, 441_756, 3_534_050, 441_756,
                    441_756, 441_756,
                ]
            ),
            (
                10_000_000,
                [
                    156_250, 2_500_000, 156_250, 156_250, 5_000_000, 156_250, 156_250, 1_250_000, 156_250,
                    156_250, 156_250,
                ]
            ),
            (1, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]), (7, [0, 2, 0, 0, 4, 0, 0, 1, 0, 0, 0]),
            (11, [0, 3, 0, 0, 6, 0, 0, 2, 0, 0, 0]), (0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ] as [(Int64, [Int64])]) func `The Charter's scale by largest remainder`(cents: Int64, parts: [Int64])
    {
        #expect(Allocation.parts(of: cents, weights: MoneyTests.charter) == parts)
    }

    @Test func `The scale of 2005 gives its own amounts back`() {
        #expect(
            Allocation.parts(of: 28_272_400, weights: MoneyTests.practice)
                == MoneyTests.practice.map { $0 * 100 })
    }

    @Test func `Of equal remainders the earlier in the list is served first`() {
        #expect(Allocation.parts(of: 2, weights: [1, 1, 1]) == [1, 1, 0])
        #expect(Allocation.parts(of: 10, weights: [1, 1, 1]) == [4, 3, 3])
        #expect(Allocation.parts(of: 1, weights: [0, 1, 1]) == [0, 1, 0])
    }

    @Test func `Nothing to divide by is no division`() {
        #expect(Allocation.parts(of: 1, weights: []) == nil)
        #expect(Allocation.parts(of: 1, weights: [0, 0]) == nil)
        #expect(Allocation.parts(of: 1, weights: [1, -1]) == nil)
        #expect(Allocation.parts(of: -1, weights: [1]) == nil)
    }

    /// A small generator with a seed, so that a failure can be repeated (SplitMix64).
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func `For any budget the parts add up exactly, and none is a cent off its share`() {
        var random = Seeded(state: 19_960_213)
        for _ in 0..<5000 {
            let cents = Int64.random(in: 0...99_999_999_999_999, using: &random)
            let weights = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                Int64.random(in: 0...1_000_000_000_000, using: &random)
            }
            guard let parts = Allocation.parts(of: cents, weights: weights) else { continue }
            #expect(parts.reduce(0, +) == cents)
            let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
            for (part, weight) in zip(parts, weights) {
                let exact = Int128(cents) * Int128(weight)
                let distance = Int128(part) * total - exact
                if distance <= -total || distance >= total { Issue.record("\(cents) \(weights)") }
            }
        }
    }

    @Test func `A code is letters, digits and a few signs; anything else isn't decoded`() throws {
        for text in ["MEX", "CRM/VM/2026/D.4(d)", "a:b_c", String(repeating: "x", count: 80)] {
            #expect(IdentifierText.isValid(text))
            let json = Data("[\"\(text)\"]".utf8)
            #expect(try JSONDecoder().decode([PartyID].self, from: json) == [PartyID(text)])
        }
        for text in ["", "a b", "é", "a\nb", "<x>", String(repeating: "x", count: 81)] {
            #expect(!IdentifierText.isValid(text))
            #expect(throws: (any Error).self) {
                try JSONDecoder().decode([PartyID].self, from: JSONEncoder().encode([text]))
            }
        }
        #expect(PartyID("BLZ") < PartyID("CAN"))
    }

    @Test func `A text stands in both languages or isn't decoded`() throws {
        let read = try JSONDecoder().decode(
            Localized.self, from: Data(#"{"es":"Acta","en":"Minutes","original":"es"}"#.utf8))
        #expect(read == Localized(es: "Acta", en: "Minutes", original: .es))
        #expect(read[.es] == "Acta" && read[.en] == "Minutes")
        #expect((read + Localized(same: "!")).en == "Minutes!")
        for json in [#"{"es":"a"}"#, #"{"es":"a","en":" \n"}"#, #"{"es":"a","en":"b","original":"fr"}"#, "1"]
        {
            #expect(throws: (any Error).self) {
                try JSONDecoder().decode(Localized.self, from: Data(json.utf8))
            }
        }
    }

    @Test func `Money in JSON is a decimal string with its currency`() throws {
        let money = Money(cents: 441_757, currency: "USD")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(money), as: UTF8.self)
                == #"{"amount":"4417.57","currency":"USD"}"#)
        for json in [
            #"{"amount":4417.57,"currency":"USD"}"#, #"{"amount":"1.005","currency":"USD"}"#,
            #"{"amount":"1","currency":"usd"}"#, #"{"amount":"1"}"#,
        ] {
            #expect(throws: (any Error).self) { try JSONDecoder().decode(Money.self, from: Data(json.utf8)) }
        }
    }
}
