import Charter
import Conference
import Foundation
import Testing

/// The stored shape of each kind: it never changes.
struct ActFormTests {
    private static let fixtures = Files.root.appending(path: "Tests/ConferenceTests/Fixtures")

    private func proposal(_ kind: ActKind) -> Proposal {
        Proposal(
            id: "fixture", on: about("2026-03"), source: Source(document: "carta", section: "II"),
            under: "D.1", instruction: "Nota 1", act: kind.type.example.act)
    }

    @Test(arguments: ActKind.all.map(\.name))
    func `The example of a kind goes into bytes and comes back the same`(name: String) throws {
        let kind = try #require(ActKind.named(name))
        let proposal = proposal(kind)
        let bytes = try proposal.body()
        #expect(try Proposal(id: "fixture", kind: name, version: 1, body: bytes) == proposal)
        #expect(try proposal.body() == bytes)
        #expect(proposal.act.kind == name)
    }

    @Test(arguments: ActKind.all.map(\.name))
    func `What version 1 of a kind once wrote is read, and would be written the same`(name: String) throws {
        let kind = try #require(ActKind.named(name))
        let file = ActFormTests.fixtures.appending(path: "\(name).1.json")
        let bytes = Array(try Data(contentsOf: file))
        let read = try Proposal(id: "fixture", kind: name, version: 1, body: bytes)
        #expect(read == proposal(kind))
        #expect(try read.body() == bytes)
    }

    @Test func `An unknown kind, an unknown version and a broken body are named`() {
        let bad: [(String, Int, String, String)] = [
            ("registry.nothing", 1, "{}", "kind"), ("library.termDefined", 2, "{}", "version"),
            ("library.termDefined", 1, "{", "/"), ("library.termDefined", 1, "{}", "on"),
            ("library.termDefined", 1, #"{"on":"2026-02-30"}"#, "on"),
            (
                "library.termDefined", 1, #"{"on":"2026","act":{"term":"T","name":{"es":"a","en":" "}}}"#,
                "act.name"
            ),
            (
                "library.termDefined", 1, #"{"on":"2026","act":{"term":"a b","name":{"es":"a","en":"b"}}}"#,
                "act.term"
            ),
        ]
        for (kind, version, body, place) in bad {
            #expect(throws: FileProblem.self) {
                try Proposal(id: "x", kind: kind, version: version, body: Array(body.utf8))
            }
            do { _ = try Proposal(id: "x", kind: kind, version: version, body: Array(body.utf8)) } catch {
                #expect(error.place == place)
                #expect(!error.message.isIncomplete)
            }
        }
    }

    @Test func `The register's line of each kind is one sentence in both languages without a full stop`() {
        let state = Scenario.founded().state
        for kind in ActKind.all {
            let line = kind.type.example.line(state)
            #expect(!line.isIncomplete, "\(kind.name)")
            #expect(!line.es.hasSuffix(".") && !line.en.hasSuffix("."), "\(kind.name)")
            #expect(!kind.type.example.topics.isEmpty, "\(kind.name)")
            #expect(!kind.type.registrants.line.isIncomplete)
        }
    }

    @Test(arguments: [
        ("secretariat", true), ("member/MEX", true), ("member", false), ("secretariat/MEX", false),
        ("member/", false), ("nobody", false), ("", false), ("observer/a b", false),
    ]) func `An acting party is read as it is written`(text: String, fits: Bool) {
        let actor = ActingParty(text: text)
        #expect((actor != nil) == fits)
        if let actor { #expect(actor.description == text) }
    }
}
