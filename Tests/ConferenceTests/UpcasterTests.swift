import Charter
import Conference
import Testing

@Suite struct UpcasterTests {
    let body = Array(
        #"{"on":"2016","act":{"term":"GRCM","wording":{"es":"Grupo","en":"Group"}}}"#.utf8)

    /// A shape that never was: a term's name under another key.
    let upcaster = Upcaster(kind: "library.termDefined", from: 0) { tree in
        guard var act = tree["act"] as? [String: Any] else { return }
        act["name"] = act.removeValue(forKey: "wording")
        tree["act"] = act
    }

    @Test func `A body of an older shape is lifted to this build's`() throws {
        let proposal = try Proposal(
            id: "a", kind: "library.termDefined", version: 0, body: body, upcasters: [upcaster])
        #expect(proposal.act == TermDefined(term: "GRCM", name: Localized(es: "Grupo", en: "Group")).act)
    }

    @Test(arguments: [0, 2, 99])
    func `A shape that nothing reads is one clear sentence`(version: Int) {
        let problem = #expect(throws: FileProblem.self) {
            try Proposal(id: "a", kind: "library.termDefined", version: version, body: body)
        }
        #expect(problem?.place == "version")
    }
}
