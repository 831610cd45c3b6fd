import Testing

@Suite struct RecordTests {
    @Test func `A good file is registered whole, and a retry finds its own acts`() async throws {
        try await withTool { tool in
            try await tool.found()
            let size = try await tool.size()
            // Blank lines and line ends of another system are no mistake.
            try tool.write("acts.jsonl", term("t-1") + "\r\n\r\n" + term("t-2") + "\r\n\n")
            for _ in 0..<2 {
                let answer = try await tool.run("record", "--data", "var", "acts.jsonl", "--json").json
                #expect(answer["registered"] as? Int == 2)
                #expect(answer["sequences"] as? [Int] == [size + 1, size + 2])
                #expect(try await tool.size() == size + 2)
            }
            try tool.write("taken.jsonl", term("t-1", extra: #","definition":{"es":"a","en":"b"}"#))
            let taken = try await tool.run("record", "--data", "var", "taken.jsonl")
            #expect(taken.code == 1)
            #expect(taken.errors.contains("act.id-taken"))
        }
    }

    @Test func `A refusal names line, code and clause, and nothing of the file is stored`() async throws {
        try await withTool { tool in
            try await tool.found()
            let size = try await tool.size()
            let member =
                #"{"id":"m-1","on":"2016-11-30","source":{"address":"https://example.org/"},"kind":"membership.memberAdmitted","act":{"party":"COL"}}"#
            try tool.write("acts.jsonl", term("t-1") + "\n\n" + member + "\n")
            let english = try await tool.run("record", "--data", "var", "acts.jsonl")
            let spanish = try await tool.run("record", "--data", "var", "acts.jsonl", "--language", "es")
            for result in [english, spanish] {
                #expect(result.code == 1)
                #expect(result.output.isEmpty)
                #expect(result.errors.contains("acts.jsonl:3 [membership."), "\(result.errors)")
            }
            #expect(english.errors != spanish.errors)
            #expect(try await tool.size() == size)
        }
    }

    @Test(arguments: [
        ("{", "acts.jsonl:2"), (#"{"id":"x"}"#, "acts.jsonl:2: on|acts.jsonl:2: kind"),
        ("[]", "acts.jsonl:2"),
        (#"{"id":"x","on":"2016","kind":"no.such","act":{}}"#, "acts.jsonl:2: kind"),
        (#"{"id":"x","on":"2016-13","kind":"library.termDefined","act":{}}"#, "acts.jsonl:2: on"),
        (#"{"id":"","on":"2016","kind":"library.termDefined","act":{}}"#, "acts.jsonl:2: id"),
        (term("x").replacing(#""kind""#, with: #""kins""#), "acts.jsonl:2: kins|acts.jsonl:2: kind"),
        (term("x").replacing(#""source""#, with: #""sauce""#), "acts.jsonl:2: sauce"),
        (term("x", extra: #","defnition":{"es":"a","en":"b"}"#), "acts.jsonl:2: act.defnition"),
        (term("x", extra: #","definition":{"es":"a","en":""}"#), "acts.jsonl:2: act.definition"),
        (term("x", extra: #","definition":{"es":"a"}"#), "acts.jsonl:2: act.definition.en"),
        (term("x", extra: #","definition":7"#), "acts.jsonl:2: act.definition"),
        (term("x").replacing("example.org", with: String(repeating: "a", count: 300_000)), "acts.jsonl:2"),
    ])
    func `A line that can't be read is named with its field`(line: String, places: String) async throws {
        try await withTool { tool in
            try await tool.found("csm")
            let size = try await tool.size()
            try tool.write("acts.jsonl", term("t-1") + "\n" + line + "\n")
            let result = try await tool.run("record", "--data", "var", "acts.jsonl")
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
            #expect(
                places.split(separator: "|").contains { result.errors.contains($0) },
                "\(result.errors.prefix(300))")
            #expect(result.errors.utf8.count < 1000)
            #expect(try await tool.size() == size)
        }
    }

    @Test func `Who may not register a kind is told who may`() async throws {
        try await withTool { tool in
            try await tool.found()
            try tool.write("acts.jsonl", term("t-1"))
            let member = try await tool.run("record", "--data", "var", "--as", "member/MEX", "acts.jsonl")
            #expect(member.code == 1)
            #expect(member.errors.contains("authority.not-registrant"))
            #expect(member.errors.contains("The secretariat registers it."))
            for nobody in ["nobody", "member", "secretariat/MEX"] {
                #expect(try await tool.run("record", "--data", "var", "--as", nobody, "acts.jsonl").code == 2)
            }
            #expect(try await tool.run("record", "--data", "var", "missing.jsonl").code == 2)
            #expect(try await tool.run("record", "--data", "nowhere", "acts.jsonl").code == 2)
        }
    }
}
