import Charter
import Testing

@testable import Conference

/// The quick reader of stored acts against the general one: the same act, or no answer.
@Suite struct BodyDecoderTests {
    private static let kinds = ActKind.all.map(\.name)

    private func example(_ name: String) throws -> (kind: ActKind, proposal: Proposal) {
        let kind = try #require(ActKind.named(name))
        return (
            kind,
            Proposal(
                id: "a-1", on: try #require(PartialDay("2026-11")),
                source: Source(
                    document: "carta", section: "Art. 3, «b»", secondary: true,
                    note: Localized(es: "Dice \"sí\"\n\tcon \\ y ñ", en: "It says “yes”")),
                under: "CRM/VM/2021/D.4(d)", act: kind.type.example.act)
        )
    }

    @Test(arguments: kinds) func `An act of every kind is read quickly and comes back as it was`(
        name: String
    ) throws {
        let (kind, proposal) = try example(name)
        let body = try proposal.body()
        #expect(body == (try proposal.generalBody()))
        #expect(Proposal(usual: body, id: "a-1", kind: kind) == proposal)
        #expect(try Proposal.general(body, id: "a-1", kind: kind) == proposal)
    }

    @Test(arguments: [
        "{\"on\":\"2026\"", "{\"on\":\"2026\"} ,", "{\"on\":\"2026\",\"on\":\"2026\"}", "[]", "", "{", "\"",
        "{\"on\"}",
        "{\"on\":2026}", "{\"on\":\"\\u0032026\"}", "{\"on\":\"2026\",\"act\":{\"year\":01}}", "{\"on\":nul}",
        "{\"on\":\"2026\u{0}\"}", "{on:\"2026\"}", "{\"on\":\"2026\",}", "{\"on\":\"\\",
    ]) func `What our encoder doesn't write is left to the general reader`(body: String) throws {
        let kind = try #require(ActKind.named("presidency.themeSet"))
        #expect(Proposal(usual: Array(body.utf8), id: "a-1", kind: kind) == nil)
    }

    @Test func `Every character is written as the general encoder writes it`() throws {
        var text = "/ñ😀\u{7f}\u{80}\u{2028}\"\\"
        for byte in UInt8(0)..<0x20 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        let proposal = Proposal(
            id: "a-1", on: try #require(PartialDay("2026-11")), instruction: text,
            act: TermDefined(term: "a", name: Localized(es: text + "a", en: "b")).act)
        #expect(try proposal.body() == proposal.generalBody())
    }

    @Test func `Lists as deep as a stack are refused without a fall`() {
        let deep = Array(String(repeating: "[", count: 200_000).utf8)
        #expect(throws: BodyDocument.Unusual.self) { try BodyDocument(deep) }
    }

    @Test(arguments: kinds)
    func `A body with changed bytes is read as the general reader reads it, or not at all`(
        name: String
    ) throws {
        let (kind, proposal) = try example(name)
        let body = try proposal.body()
        var generator = SeededGenerator(seed: UInt64(body.count))
        for _ in 0..<400 {
            var changed = body
            let place = Int.random(in: 0..<changed.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: changed[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: changed.remove(at: place)
            default: changed.insert(changed[Int.random(in: 0..<body.count, using: &generator)], at: place)
            }
            guard let quick = Proposal(usual: changed, id: "a-1", kind: kind) else { continue }
            #expect(try Proposal.general(changed, id: "a-1", kind: kind) == quick)
        }
    }
}

/// The same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
