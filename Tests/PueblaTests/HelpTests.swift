import Foundation
import Testing

@Suite struct HelpTests {
    @Test(arguments: [
        "", "init", "demo", "serve", "verify", "export", "record", "checkpoint", "prove", "backup", "restore",
        "keys",
        "keys backup", "keys restore", "ask", "ask troika", "ask scale", "ask standing", "ask deadline",
        "ask observer", "ask members", "ask observers", "docs",
    ])
    func `Every command's help has an example`(command: String) async throws {
        try await withTool { tool in
            let help = try await tool.run(command.split(separator: " ").map(String.init) + ["--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("Example:\n  puebla "))
            #expect(help.errors.isEmpty)
        }
    }

    @Test(arguments: [
        ["nonsense"], ["ask", "nonsense"], ["ask", "troika", "--nonsense"], ["init"], ["record"],
        ["prove", "--data", "var", "one"], ["export", "--for", "nobody"],
        ["ask", "members", "--language", "fr"],
        ["ask", "scale"], ["ask", "members", "--at", "x"],
    ])
    func `Wrong usage is said on standard error and ends with 2`(arguments: [String]) async throws {
        try await withTool { tool in
            let result = try await tool.run(arguments)
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
            #expect(!result.errors.isEmpty)
        }
    }

    @Test func `The version is the changelog's first`() async throws {
        try await withTool { tool in
            let version = try await tool.run("--version").output.trimmingSuffix("\n")
            let root = try #require(#filePath.range(of: "/Tests/")).lowerBound
            let changes = try tool.text(#filePath[..<root] + "/CHANGELOG.md")
            let heading = try #require(changes.split(separator: "\n").first { $0.hasPrefix("## ") })
            #expect(heading.hasPrefix("## \(version)"))
        }
    }

    @Test func `The generated pages are the same each time`() async throws {
        try await withTool { tool in
            for folder in ["one", "two"] {
                let result = try await tool.run("docs", "--into", folder)
                #expect(result.code == 0, "\(result.errors)")
            }
            for page in ["rules.md", "acts.md", "cli.md"] {
                let texts = try ["one/", "two/"].map { try tool.text(tool.path($0 + page)) }
                #expect(texts[0] == texts[1])
            }
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
