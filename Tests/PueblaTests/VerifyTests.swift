import Testing

@Suite struct VerifyTests {
    @Test func `A register and its export verify, against their own checkpoint too`() async throws {
        try await withTool { tool in
            try await tool.found()
            try tool.write("kept", try await tool.run("checkpoint", "--data", "var").output)
            try tool.write("all.jsonl", try await tool.run("export", "--data", "var").output)
            let key = try tool.text(tool.path("var/keys/checkpoint.pub"))
            for place in [["--data", "var"], ["all.jsonl"]] {
                let result = try await tool.run(
                    ["verify"] + place + ["--checkpoint", "kept", "--key", key, "--json"])
                #expect(result.code == 0)
                let answer = try result.json
                #expect(answer["verifies"] as? Bool == true)
                #expect(answer["conference"] as? String == "crm")
                #expect(
                    Set(answer.keys) == [
                        "verifies", "conference", "size", "root", "closed", "lastGood", "reason",
                    ])
            }
            let size = try await tool.size()
            #expect(try await tool.run("prove", "--data", "var", "\(size)").json["size"] as? Int == size)
            #expect(try await tool.run("prove", "--data", "var", "\(size + 1)").code == 2)
            #expect(try await tool.run("verify", "--data", "var", "--checkpoint", "kept").code == 2)
            #expect(try await tool.run("verify", "--data", "var", "all.jsonl").code == 2)
            #expect(try await tool.run("verify", "nothing.jsonl").code == 2)
        }
    }

    @Test func `An export cut to nothing doesn't pass for one that verifies`() async throws {
        try await withTool { tool in
            try tool.write("empty.jsonl", "")
            let result = try await tool.run("verify", "empty.jsonl")
            #expect(result.code == 2)
            #expect(result.output.isEmpty && !result.errors.isEmpty)
        }
    }

    @Test func `A row changed behind its back is named, and the last good act`() async throws {
        try await withTool { tool in
            try await tool.found()
            // A backup is one file without a log beside it: what is changed there is what is read.
            _ = try await tool.run("backup", "--data", "var", "copy")
            _ = try await tool.run("restore", "copy", "--data", "back")
            try tool.overwrite("back/register.sqlite", "Proceso Puebla", "Proceso Pueblo")
            let result = try await tool.run("verify", "--data", "back", "--json")
            #expect(result.code == 1)
            #expect(try result.json["verifies"] as? Bool == false)
            #expect(try result.json["lastGood"] as? Int == 0)
            #expect(result.errors.contains("back/register.sqlite"))
        }
    }

    @Test func `A line of an export that was changed, dropped or cut is named`() async throws {
        try await withTool { tool in
            try await tool.found()
            let lines = try await tool.run("export").output.split(separator: "\n").map(String.init)
            let changed =
                lines[..<3] + [lines[3].replacing("installation", with: "secretariat")] + lines[4...]
            let dropped = lines[..<3] + lines[4...]
            let cut = lines[..<3] + [String(lines[3].prefix(100))]
            for (name, damaged) in [
                ("changed", Array(changed)), ("dropped", Array(dropped)), ("cut", Array(cut)),
            ] {
                try tool.write(name, damaged.joined(separator: "\n") + "\n")
                let result = try await tool.run("verify", name, "--json")
                #expect(result.code == 1, "\(name)")
                #expect(try result.json["lastGood"] as? Int == 3)
                #expect(
                    result.errors.contains("\(name), line 4") || result.errors.contains("\(name):4"),
                    "\(result.errors)")
            }
        }
    }

    @Test func `A register rewritten whole verifies alone and fails against a kept checkpoint`() async throws
    {
        try await withTool { tool in
            try await tool.found()
            try tool.write("kept", try await tool.run("checkpoint", "--data", "var").output)
            // The same operator, the same keys, the same pack, another register.
            try await tool.found(data: "again")
            #expect(try await tool.run("verify", "--data", "again").code == 0)
            let held = try await tool.run(
                "verify", "--data", "again", "--checkpoint", "kept", "--key", "var/keys/checkpoint.pub")
            #expect(held.code == 1)
            #expect(held.errors.contains("again/register.sqlite"))
            let other = try await tool.run(
                "verify", "--data", "var", "--checkpoint", "kept", "--key", "again/keys/checkpoint.pub")
            #expect(other.code == 2, "that key didn't sign it")
        }
    }

    @Test func `A public export closes what members alone may read, and verifies all the same`() async throws
    {
        try await withTool { tool in
            try await tool.found()
            let size = try await tool.size()
            try tool.write(
                "acts.jsonl",
                #"{"id":"closed-1","on":"2016-11-30","source":{"address":"https://example.org/"},"kind":"library.documentRecorded","act":{"document":"nota-1","title":{"es":"Nota reservada","en":"Reserved note"},"kind":"minutes","access":"members"}}"#
            )
            let recorded = try await tool.run("record", "--data", "var", "acts.jsonl")
            try #require(recorded.code == 0, "\(recorded.errors)")
            for (audience, closed) in [("public", 1), ("participants", 1), ("members", 0), ("all", 0)] {
                let export = try await tool.run("export", "--for", audience).output
                #expect(export.contains("Reserved note") == (closed == 0))
                try tool.write("export.jsonl", export)
                let answer = try await tool.run("verify", "export.jsonl", "--json").json
                #expect(answer["closed"] as? Int == closed)
                #expect(answer["size"] as? Int == size + 1)
            }
            let last = try #require(try await tool.run("export").output.split(separator: "\n").last)
            #expect(
                last.contains(#""digest":"#) && !last.contains(#""salt":"#) && !last.contains(#""kind":"#))
        }
    }
}
