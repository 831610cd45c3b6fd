import Charter
import Conference
import Testing

@Suite struct ActLineTests {
    private func line(_ text: String) throws(FileProblem) -> ActLine { try ActLine(Array(text.utf8)) }

    @Test(arguments: [
        (
            #"{"id":"a","on":"2016","kind":"presidency.designated","act":{"party":"MEX","term":2016,"decison":"D"}}"#,
            "act.decison"
        ),
        (
            #"{"id":"a","on":"2016","kind":"presidency.designated","act":{"party":"MEX","term":2016},"sourse":{}}"#,
            "sourse"
        ),
        (
            #"{"id":"a","on":"2016","source":{"document":"x","page":"4"},"kind":"presidency.designated","act":{"party":"MEX","term":2016}}"#,
            "source.page"
        ),
        (#"{"id":"a","on":"2016","kind":"presidency.designated","act":{"party":"MEX"}}"#, "act.term"),
        (
            #"{"id":"a","on":"2016-02-30","kind":"presidency.designated","act":{"party":"MEX","term":2016}}"#,
            "on"
        ),
        (#"{"id":"a b","on":"2016","kind":"presidency.designated","act":{"party":"MEX","term":2016}}"#, "id"),
        (#"{"id":"a","on":"2016","kind":"presidency.crowned","act":{}}"#, "kind"),
        ("{", "/"), ("[]", "/"), ("", "/"),
    ])
    func `A line that can't be read names the field`(text: String, place: String) {
        let problem = #expect(throws: FileProblem.self) { try line(text) }
        #expect(problem?.place == place)
        #expect(problem?.message.isIncomplete == false)
    }

    @Test func `A field given as null says nothing`() throws {
        let read = try line(
            #"{"id":"a","on":"2016","under":null,"kind":"presidency.designated","act":{"party":"MEX","term":2016,"decision":null}}"#
        )
        #expect(read.proposal.act == PresidencyDesignated(party: "MEX", term: 2016).act)
    }
}
