import Foundation
import FoundationNetworking
import Testing

@Suite struct DemoTests {
    @Test func `It makes a folder that verifies, says how many acts, and refuses to make it again`()
        async throws
    {
        try await withTool { tool in
            let made = try await tool.run(
                "demo", "--seed", "4", "--today", "2026-03-15", "--data", "var", "--json")
            #expect(made.code == 0, "\(made.errors)")
            let answer = try made.json
            #expect(answer["conference"] as? String == "cme")
            #expect(answer["today"] as? String == "2026-03-15")
            #expect(answer["seed"] as? Int == 4)
            #expect(try await tool.size() == answer["registered"] as? Int)
            #expect(try tool.text(tool.path("var/demo.json")) == "{\"seed\": 4, \"today\": \"2026-03-15\"}\n")
            // The same again elsewhere has the same root.
            _ = try await tool.run("demo", "--seed", "4", "--today", "2026-03-15", "--data", "again")
            let roots = try await ["var", "again"].asyncMap {
                try await tool.run("verify", "--data", $0, "--json").json["root"] as? String
            }
            #expect(roots[0] != nil && roots[0] == roots[1])
            let again = try await tool.run("demo", "--data", "var")
            #expect(again.code == 2)
            #expect(again.errors.contains("var/register.sqlite"))
            let answers = try await tool.run("ask", "troika", "--data", "var", "--on", "2026-03-15", "--json")
                .json
            #expect(!answers.isEmpty)
        }
    }

    @Test(arguments: [
        (["--today", "2026-02-30"], "isn't a day", "no es un día"),
        (["--today", "tomorrow"], "isn't a day", "no es un día"),
        (["--today", "1999-12-31"], "from 2021-01-01 to 2045-12-31", "del 2021-01-01 al 2045-12-31"),
        (["--today", "2046-01-01"], "from 2021-01-01 to 2045-12-31", "del 2021-01-01 al 2045-12-31"),
        (["--seed", "9007199254740992"], "too large", "demasiado grande"),
    ])
    func `A bad day or seed is one clear sentence in both languages, and makes no folder`(
        arguments: [String], english: String, spanish: String
    ) async throws {
        try await withTool { tool in
            for (language, words) in [("en", english), ("es", spanish)] {
                let result = try await tool.run(
                    ["demo", "--data", "var", "--language", language] + arguments)
                #expect(result.code == 2)
                #expect(result.output.isEmpty)
                #expect(result.errors.contains(words), "\(result.errors)")
                #expect(result.errors.split(separator: "\n").count == 1)
            }
            #expect(!FileManager.default.fileExists(atPath: tool.path("var")))
        }
    }

    @Test func `A seed that is no number is wrong usage`() async throws {
        try await withTool { tool in
            for seed in ["-1", "one", "1.5"] {
                let result = try await tool.run(["demo", "--seed=\(seed)", "--data", "var"])
                #expect(result.code == 2)
            }
        }
    }

    @Test func `Keys that lie in the folder already are left alone`() async throws {
        try await withTool { tool in
            try await tool.found("csm")
            let key = try tool.text(tool.path("var/keys/checkpoint.pub"))
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: tool.path("var/register.sqlite" + suffix))
            }
            let result = try await tool.run("demo", "--data", "var", "--today", "2026-03-15")
            #expect(result.code == 2)
            #expect(result.errors.contains("keys"))
            #expect(try tool.text(tool.path("var/keys/checkpoint.pub")) == key)
            #expect(!FileManager.default.fileExists(atPath: tool.path("var/register.sqlite")))
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `Served beside the real one it stands at its day, and nowhere else does a clock stand`() async throws
    {
        try await withTool { tool in
            try await tool.found("csm", data: "real")
            _ = try await tool.run("demo", "--seed", "4", "--today", "2026-03-15", "--data", "var")
            let process = Process()
            let out = Pipe()
            process.executableURL = URL(fileURLWithPath: try Tool.program)
            process.currentDirectoryURL = URL(fileURLWithPath: tool.folder)
            process.arguments = Tool.clocked([
                "serve", "--data", "real", "--data", "var", "--port", "0", "--try",
            ])
            process.standardOutput = out
            process.standardError = FileHandle.nullDevice
            try process.run()
            defer {
                kill(process.processIdentifier, SIGTERM)
                process.waitUntilExit()
            }
            let line = String(decoding: out.fileHandleForReading.availableData, as: UTF8.self)
            let address = try #require(URL(string: line.trimmingCharacters(in: .whitespacesAndNewlines)))
            func day(_ path: String) async throws -> String? {
                let url = try #require(URL(string: path, relativeTo: address))
                let (data, _) = try await URLSession.shared.data(from: url)
                return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["on"] as? String
            }
            #expect(try await day("/c/cme/en/presidencies.json") == "2026-03-15")
            let real = try #require(try await day("/en/presidencies.json"))
            #expect(real != "2026-03-15")
        }
    }

    @Test
    func
        `A standing clock in a conference that isn't invented, and --try for others than this machine, are refused`()
        async throws
    {
        try await withTool { tool in
            try await tool.found("csm")
            try tool.write("var/demo.json", #"{"seed": 1, "today": "2026-03-15"}"#)
            let standing = try await tool.run("serve", "--data", "var", "--port", "0", "--language", "en")
            #expect(standing.code == 2)
            #expect(standing.errors.contains("demo.json: The clock stands in an invented conference alone"))
            try tool.write("var/demo.json", "{")
            let unreadable = try await tool.run("serve", "--data", "var", "--port", "0")
            #expect(unreadable.code == 2)
            #expect(unreadable.errors.contains("demo.json"))
            for host in ["0.0.0.0", "192.0.2.1", "example.org", "127.0.0.1.example.org", "::"] {
                let tried = try await tool.run(
                    "serve", "--data", "var", "--port", "0", "--try", "--host", host, "--language", "en")
                #expect(tried.code == 2)
                #expect(tried.errors.contains("--try holds on this machine alone"))
            }
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
