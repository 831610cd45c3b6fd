import Foundation
import TestEffort
import Testing

@testable import Register

/// Two decoders that meet files from anywhere, against bytes of any kind, thousands of times. Seeded: a failure
/// says with which number it comes again.
@Suite struct EntryFuzz {
    /// xorshift64*, so that a seed names a run.
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return state &* 2_685_821_657_736_338_717
        }
    }

    private static let words: [[UInt8]] =
        [
            #"""#, #"\"#, #"\u"#, #"\ud83d"#, "{", "}", ":", ",", "null", "-1", "1e9", "99999999999999999999",
            "\n",
            "\n\n", "— ", "\u{0}", "ñ", "+", "=", " ", #""sequence""#, #""digest""#, "\r\n",
        ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

    private func mutate(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let position = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, position + Int.random(in: 0...6, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.removeSubrange(position..<end)
            case 1: bytes.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: position)
            case 2:
                bytes.replaceSubrange(position..<end, with: Self.words.randomElement(using: &random) ?? [])
            case 3:
                if position < bytes.count { bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
            case 4: bytes.insert(contentsOf: bytes[position..<end], at: position)
            default: bytes = Array(bytes[..<position])
            }
        }
        return bytes
    }

    @Test func `No bytes trip the reader of lines, and what it takes comes back the same`() throws {
        let seed: UInt64 = Effort.isFull ? .random(in: 1 ... .max) : 1
        var random = Random(state: seed)
        let seeds = Sample.entries(4).flatMap {
            [ExportedLine.open($0).json, ExportedLine.closed($0.closed).json]
        }
        var (taken, refused) = (0, 0)
        for _ in 0..<Effort.count(12_000) {
            let bytes = mutate(seeds.randomElement(using: &random) ?? [], &random)
            do throws(LineError) {
                let line = try ExportedLine(json: bytes)
                taken += 1
                let again = try ExportedLine(json: line.json)
                #expect(again == line && again.json == line.json, "seed \(seed)")
                var verifier = Verifier()
                if verifier.check(line) == nil {
                    #expect(line.sequence == 1 && seeds[0...1].contains(line.json), "seed \(seed)")
                }
            } catch {
                refused += 1
                #expect(!error.sentence(spanish: true).isEmpty)
            }
        }
        #expect(taken > 0 && refused > 100)
    }

    @Test func `No bytes trip the readers of checkpoints and keys, and no changed checkpoint is believed`()
        throws
    {
        let seed: UInt64 = Effort.isFull ? .random(in: 1 ... .max) : 1
        var random = Random(state: seed)
        let keys = KeyRing(newFor: "crm")
        let key = try #require(keys.verifier)
        let honest = Checkpoint(conference: "crm", size: 12345, root: Hash.sha256([4]))
        let note = try honest.signed(by: keys.signing)
        var refused = 0
        for _ in 0..<Effort.count(6_000) {
            let text = String(decoding: mutate(Array(note.utf8), &random), as: UTF8.self)
            do throws(CheckpointError) {
                #expect(try Checkpoint(note: text, key: key) == honest, "seed \(seed)")
            } catch {
                refused += 1
            }
            let spelled = String(decoding: mutate(Array(key.text.utf8), &random), as: UTF8.self)
            if let other = VerifierKey(text: spelled) { #expect(other == key, "seed \(seed)") }
        }
        #expect(refused > 100)
    }
}
