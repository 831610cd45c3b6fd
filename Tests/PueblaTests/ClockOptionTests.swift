import Foundation
import Testing

/// The clock that a test or a rehearsal sets.
@Suite struct ClockOptionTests {
    /// The first and the last instant of a register's acts.
    private func recorded(_ tool: Tool) async throws -> (first: String, last: String) {
        let lines = try await tool.run("export", "--data", "var", "--for", "all").output.split(
            separator: "\n")
        let instants = try lines.map { line in
            let act = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(act?["recorded_at"] as? String)
        }
        return (try #require(instants.first), try #require(instants.last))
    }

    @Test func `What is registered is recorded at the instant named, and then goes on`() async throws {
        try await withTool { tool in
            _ = try await tool.run(
                "init", "--pack", "csm", "--data", "var", "--now", "2030-05-06T07:00:00-06:00")
            let founded = try await recorded(tool)
            #expect(founded.first.hasPrefix("2030-05-06T13:0"))
            try tool.write("acts.jsonl", term("T"))
            let added = try await tool.run(
                "record", "--data", "var", "acts.jsonl", "--now", "2031-01-01T00:00:00Z")
            #expect(added.code == 0, "\(added.errors)")
            #expect(try await recorded(tool).last.hasPrefix("2031-01-01T00:0"))
            // Earlier than what stands there already: the register's time never goes back.
            try tool.write("more.jsonl", term("U"))
            _ = try await tool.run("record", "--data", "var", "more.jsonl", "--now", "2029-01-01T00:00:00Z")
            #expect(try await recorded(tool).last.hasPrefix("2031-01-01T00:0"))
        }
    }

    @Test func `A question without a day is asked on the conference's day of that instant`() async throws {
        try await withTool { tool in
            // Six in the morning in Greenwich is midnight in San José.
            for (now, day) in [
                ("2027-06-02T05:59:00Z", "2027-06-01"), ("2027-06-02T06:00:00Z", "2027-06-02"),
                ("2028-02-29T23:30:00Z", "2028-02-29"),
            ] {
                let answer = try await tool.run("ask", "troika", "--pack", "crm", "--json", "--now", now).json
                #expect(answer["on"] as? String == day)
            }
            let demo = try await tool.run(
                "demo", "--data", "var", "--json", "--now", "2028-02-29T23:30:00Z")
            #expect(try demo.json["today"] as? String == "2028-02-29")
        }
    }

    @Test(arguments: [
        ["init", "--pack", "csm", "--data", "other"], ["ask", "troika"], ["serve", "--data", "other"],
        ["demo", "--data", "other"],
    ])
    func `What is no instant is one sentence in the reader's language, and makes nothing`(
        command: [String]
    ) async throws {
        try await withTool { tool in
            for (language, words) in [("en", "isn't an instant"), ("es", "no es un instante")] {
                let result = try await tool.run(
                    command + ["--now", "2026-11-21", "--language", language])
                #expect(result.code == 2 && result.output.isEmpty)
                #expect(result.errors.contains(words) && result.errors.contains("2026-11-21T18:00:00Z"))
                #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: tool.path("other")))
        }
    }

    @Test func `An official register knows the machine's clock alone`() async throws {
        try await withTool { tool in
            try await tool.found("csm")
            try tool.write(
                "official.jsonl",
                #"{"id":"official","on":"2026-11-21","kind":"registry.declaredOfficial","#
                    + #""act":{"statement":{"es":"Publicación oficial.","en":"An official publication."}}}"#)
            let declared = try await tool.run(
                "record", "--data", "var", "--as", "installation", "official.jsonl")
            #expect(declared.code == 0, "\(declared.errors)")
            let size = try await tool.size()
            try tool.write("acts.jsonl", term("T"))
            for command in [
                ["record", "--data", "var", "acts.jsonl"], ["serve", "--data", "var", "--port", "0"],
            ] {
                for (language, words) in [
                    ("en", "isn't for an official register"), ("es", "registro oficial"),
                ] {
                    let result = try await tool.run(command + ["--language", language])
                    #expect(result.code == 2 && result.output.isEmpty)
                    #expect(
                        result.errors.contains("--now") && result.errors.contains(words), "\(result.errors)")
                }
            }
            #expect(try await tool.size() == size)
        }
    }
}
