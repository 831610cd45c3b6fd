import Charter
import Conference
import Foundation
import Testing

/// What the catalogue says of the rules stands in the sources.
struct RuleCatalogTests {
    private static func sources(_ folders: [String]) -> [String] {
        folders.flatMap { folder -> [String] in
            let files = FileManager.default.enumerator(
                at: Files.root.appending(path: folder), includingPropertiesForKeys: nil)
            return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
                .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        }
    }

    @Test func `Every rule is in the catalogue once, in order`() {
        #expect(RuleCatalog.all.map(\.id) == RuleID.allCases)
        for entry in RuleCatalog.all {
            #expect(!entry.kinds.isEmpty && !entry.functions.isEmpty && !entry.tests.isEmpty)
            #expect(!entry.title.isIncomplete)
            #expect(RuleCatalog.entry(entry.id)?.title == entry.title)
        }
    }

    @Test func `Every function that it names stands in its type`() {
        let functions = RuleCatalogTests.functions(["Sources/Charter", "Sources/Conference"])
        #expect(functions.count > 500)
        for name in Set(RuleCatalog.all.flatMap(\.functions)) { #expect(functions.contains(name), "\(name)") }
    }

    @Test func `A function of another type in the same file isn't taken for it`() {
        let source = """
            struct One {
                func kept() { if true { } }
            }
            extension Two {
                enum Inner { static func deep() {} }
                func admit() {}
            }
            """
        #expect(RuleCatalogTests.functions(in: source) == ["One.kept", "Inner.deep", "Two.admit"])
    }

    /// Every function of these folders as `Type.function`.
    private static func functions(_ folders: [String]) -> Set<String> {
        sources(folders).reduce(into: []) { $0.formUnion(functions(in: $1)) }
    }

    /// The functions of a source, each with the type whose braces stand round it.
    private static func functions(in source: String) -> Set<String> {
        let head =
            /^\s*(?:(?:public|package|internal|fileprivate|private|final|static|mutating|nonisolated|indirect|async)(?:\(set\))?\s+|@\w+(?:\([^)]*\))?\s+)*(struct|enum|class|actor|extension|protocol|func)\s+`?([\w.]+)/
        var open: [(type: String, depth: Int)] = []
        var depth = 0
        var found: Set<String> = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            // What a line says behind // or in a text isn't code.
            let told = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
            let code = told[..<(told.firstRange(of: "//")?.lowerBound ?? told.endIndex)]
            if let match = code.firstMatch(of: head) {
                let name = String(match.output.2.split(separator: ".").last ?? "")
                if match.output.1 != "func" {
                    open.append((name, depth))
                } else if let type = open.last {
                    found.insert(type.type + "." + name)
                }
                // A type that begins and ends on one line may hold a function.
                if match.output.1 != "func", let inner = code.firstMatch(of: /func\s+`?(\w+)/) {
                    found.insert(name + "." + String(inner.output.1))
                }
            }
            for sign in code { depth += sign == "{" ? 1 : sign == "}" ? -1 : 0 }
            while let last = open.last, depth <= last.depth, code.contains("}") || code.contains("{") {
                open.removeLast()
            }
        }
        return found
    }

    @Test func `Every test that it names exists in the sources`() {
        let sources = RuleCatalogTests.sources(["Tests/CharterTests", "Tests/ConferenceTests"])
        for name in Set(RuleCatalog.all.flatMap(\.tests)) {
            #expect(sources.contains { $0.contains("func `\(name)`(") }, "\(name)")
        }
    }
}
