import Foundation
import Register
import Testing

@Suite struct DataFolderTests {
    @Test func `A folder is named by --data, else by PUEBLA_DATA, else it is var`() async throws {
        try await withTool { tool in
            try await tool.found("csm", data: "other")
            let byOption = try await tool.run("ask", "members", "--data", "other", "--json").json
            let byName = try await tool.run("ask", "members", "--json", environment: ["PUEBLA_DATA": "other"])
                .json
            #expect((byOption["parties"] as? [Any])?.count == 12)
            #expect((byName["parties"] as? [Any])?.count == 12)
            let embedded = try await tool.run("ask", "members", "--json").json
            #expect((embedded["parties"] as? [Any])?.count == 11)
            let pack = try await tool.run(
                "ask", "members", "--pack", "csm", "--json", environment: ["PUEBLA_DATA": "none"]
            ).json
            #expect((pack["parties"] as? [Any])?.count == 12)
            #expect(try await tool.run("verify", environment: ["PUEBLA_DATA": "other"]).code == 0)
            #expect(try await tool.run("verify").code == 2)
            try await tool.found("csm")
            let standard = try await tool.run("ask", "members", "--json").json
            #expect((standard["parties"] as? [Any])?.count == 12)
        }
    }

    @Test func `A folder founded today answers as the embedded pack does`() async throws {
        try await withTool { tool in
            try await tool.found()
            for question in [["troika", "--on", "2014-06-01"], ["observers", "--on", "2021-01-01"]] {
                let folder = try await tool.run(["ask"] + question + ["--json"]).json
                let pack = try await tool.run(["ask"] + question + ["--pack", "crm", "--json"]).json
                for name in folder.keys where name != "basis" {
                    #expect(folder[name] as? NSObject == pack[name] as? NSObject)
                }
            }
            let again = try await tool.run("init", "--pack", "crm", "--data", "var")
            #expect(again.code == 2)
            #expect(again.errors.contains("var/register.sqlite"))
        }
    }

    @Test func `A register that could not be founded for lack of room leaves none, and is founded later`()
        async throws
    {
        try await withTool { tool in
            let full = try await tool.run(["init", "--pack", "crm", "--data", "var"], fileLimit: 400)
            #expect(full.code == 2)
            #expect(full.errors.contains("var/register.sqlite"), "\(full.errors)")
            #expect(!FileManager.default.fileExists(atPath: tool.path("var/register.sqlite")))
            try await tool.found()
            #expect(try await tool.run("verify", "--data", "var").code == 0)
        }
    }

    @Test func `What the register knew at a sequence stays what it was`() async throws {
        try await withTool { tool in
            try await tool.found()
            let early = try await tool.run("ask", "members", "--on", "2021-01-01", "--at", "2", "--json").json
            #expect((early["parties"] as? [Any])?.isEmpty == true)
            let size = try await tool.size()
            let now = try await tool.run("ask", "members", "--on", "2021-01-01", "--at", "\(size)", "--json")
                .json
            #expect((now["parties"] as? [Any])?.count == 11)
        }
    }

    @Test func `A second writer can't, and the one that holds the folder is named`() async throws {
        try await withTool { tool in
            try await tool.found()
            try tool.write("acts.jsonl", term("t-1"))
            let lock = try FolderLock(folder: tool.path("var"))
            defer { lock.release() }
            for command in [["record", "--data", "var", "acts.jsonl"], ["checkpoint", "--data", "var"]] {
                for (language, words) in [
                    ("en", "is held by puebla (process "), ("es", "en uso por puebla (proceso "),
                ] {
                    let result = try await tool.run(command + ["--language", language])
                    #expect(result.code == 2)
                    #expect(result.output.isEmpty)
                    #expect(result.errors.contains(words))
                    #expect(result.errors.contains("var/serving.lock"))
                }
            }
            for command in [
                ["verify"], ["export"], ["prove", "1"], ["ask", "troika"],
                ["backup", "--data", "var", "copy"],
            ] {
                #expect(try await tool.run(command).code == 0, "\(command) reads beside the writer")
            }
        }
    }

    @Test func `A backup restores to the same root, and its keys under their passphrase`() async throws {
        try await withTool { tool in
            try await tool.found()
            let before = try await tool.run("verify", "--json").json
            let copy = try await tool.run("backup", "--data", "var", "copy", "--json").json
            #expect(copy["root"] as? String == before["root"] as? String)
            #expect(try await tool.run("backup", "--data", "var", "copy").code == 2)
            #expect(try await tool.run("restore", "copy", "--data", "var").code == 2)
            let back = try await tool.run("restore", "copy", "--data", "back", "--json").json
            #expect(back["root"] as? String == before["root"] as? String)
            #expect(try await tool.run("verify", "--data", "back").code == 0)
            #expect(
                try await tool.run("checkpoint", "--data", "back").code == 2, "the keys aren't in a backup")

            #expect(
                try await tool.run("restore", "copy", "--data", "lost").code == 0)
            let old = try #require(before["size"] as? Int)
            try tool.write("new", try await tool.run("checkpoint", "--data", "lost", "--new-key").output)
            let renewed = try await tool.run("verify", "--data", "lost", "--json").json
            #expect(renewed["size"] as? Int == old + 1, "the new key is an act")
            let last = try await tool.run("export", "--data", "lost").output.split(separator: "\n").last
            #expect(last?.contains("registry.keyRecorded") == true)
            let key = try tool.text(tool.path("lost/keys/checkpoint.pub"))
            #expect(last?.contains(key.trimmingPrefix(while: \.isWhitespace).prefix(20)) == true)
            #expect(
                try await tool.run(
                    "verify", "--data", "lost", "--checkpoint", "new", "--key", "lost/keys/checkpoint.pub"
                ).code == 0, "the new key signs")

            let secret = ["PUEBLA_PASSPHRASE": "correct horse battery staple"]
            #expect(
                try await tool.run("keys", "backup", "--data", "var", "sealed").code == 2, "no passphrase")
            #expect(
                try await tool.run(
                    "keys", "backup", "--data", "var", "sealed", environment: ["PUEBLA_PASSPHRASE": "short"]
                ).code == 2)
            #expect(
                try await tool.run("keys", "backup", "--data", "var", "sealed", environment: secret).code == 0
            )
            let wrong = try await tool.run(
                "keys", "restore", "sealed", "--data", "back",
                environment: ["PUEBLA_PASSPHRASE": "another passphrase"])
            #expect(wrong.code == 2)
            try tool.write("secret", "correct horse battery staple\n")
            #expect(
                try await tool.run(
                    "keys", "restore", "sealed", "--data", "back", "--passphrase-file", "secret"
                ).code == 0)
            try tool.write("kept", try await tool.run("checkpoint", "--data", "back").output)
            #expect(
                try await tool.run(
                    "verify", "--data", "var", "--checkpoint", "kept", "--key", "var/keys/checkpoint.pub"
                ).code == 0)
        }
    }
}
