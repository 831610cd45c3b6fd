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

    @Test func `Every function that it names exists in the sources`() {
        let sources = RuleCatalogTests.sources(["Sources/Charter", "Sources/Conference"])
        for name in Set(RuleCatalog.all.flatMap(\.functions)) {
            let parts = name.split(separator: ".")
            let holders = ["extension \(parts[0])", "struct \(parts[0])", "enum \(parts[0])"]
            let found = sources.contains { text in
                text.contains("func \(parts[1])(") && holders.contains { text.contains($0) }
            }
            #expect(found, "\(name)")
        }
    }

    @Test func `Every test that it names exists in the sources`() {
        let sources = RuleCatalogTests.sources(["Tests/CharterTests", "Tests/ConferenceTests"])
        for name in Set(RuleCatalog.all.flatMap(\.tests)) {
            #expect(sources.contains { $0.contains("func `\(name)`(") }, "\(name)")
        }
    }
}
