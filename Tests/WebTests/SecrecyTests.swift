import Charter
import Conference
import Foundation
import Testing

@testable import Web

/// Two conferences whose registers differ only in what the public may not know answer the public alike.
///
/// A leak of any kind, in any form, makes the two differ, whatever words it uses: if the register's page named a closed
/// act's kind, if a suggestion came from a closed title, if a tag counted receipts. To see these tests fail, let
/// `Viewer.seesContributions` or the first line of `ConferenceState.isOpen(_:to:)` answer true.
struct SecrecyTests {
    /// What is new in each register (instants, salts and hashes) isn't what is compared.
    private static func masked(_ text: String) -> String {
        text.replacing(#/[0-9a-f]{16,64}/#, with: "HASH")
            .replacing(#/[0-9a-f]{4,16}…([0-9a-f]{4,16})?/#, with: "HASH")
            .replacing(#/[A-Za-z0-9+\/]{43}=/#, with: "HASH")
            .replacing(#/<responseDate>[^<]*/#, with: "")
            .replacing(#/(?m)^puebla_(?!register).*$/#, with: "")
    }

    private struct Answer: Equatable {
        let status: Int
        let head: String
        let text: String
    }

    /// Each address with its answer; of the other register's routes too, where this one has nothing.
    private static func answers(
        _ site: PlantedSite, and other: PlantedSite, _ viewer: Viewer, _ language: Language
    ) async throws -> [String: Answer] {
        let own = SiteCrawler(site: site)
        let further = SiteCrawler(site: other).routes.filter { !own.routes.contains($0) }
        let found = try await own.everything(viewer, language, further: further)
        return Dictionary(
            found.map {
                ($0.path, Answer(status: $0.status, head: masked($0.head), text: masked($0.text)))
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func differences(
        _ viewer: Viewer, _ language: Language
    ) async throws -> (asked: Int, different: [String]) {
        let (site, other) = (try await PlantedSite.shared.value, try await PlantedSite.other.value)
        let left = try await answers(site, and: other, viewer, language)
        let right = try await answers(other, and: site, viewer, language)
        let paths = Set(left.keys).union(right.keys).sorted()
        return (paths.count, paths.filter { left[$0] != right[$0] })
    }

    @Test(.timeLimit(.minutes(10)), arguments: [Language.es, .en])
    func `What the public is answered doesn't turn on who paid, who was told or what is closed`(
        _ language: Language
    ) async throws {
        let (asked, different) = try await SecrecyTests.differences(.public, language)
        #expect(asked > 2_000)
        #expect(different.isEmpty, "\(different.count): \(different.prefix(8))")
    }

    @Test(.timeLimit(.minutes(10)), arguments: [Viewer.administrator, .network])
    func `Nor does what the fund's administrator and the network are answered`(_ viewer: Viewer) async throws
    {
        let (_, different) = try await SecrecyTests.differences(viewer, .en)
        #expect(different.isEmpty, "\(different.count): \(different.prefix(8))")
    }

    /// The two do differ for those who may know: the tests above can fail.
    @Test func `For the presidency the two differ, wherever it reads of it`() async throws {
        let (site, other) = (try await PlantedSite.shared.value, try await PlantedSite.other.value)
        let base = PlantedSite.base(.presidency).prefix
        for path in [
            "standing", "standing.csv", "standing.xlsx", "standing.pdf", "parties/XDU", "library.atom",
        ] {
            let left = try await site.ask("\(base)/en/\(path)")
            let right = try await other.ask("\(base)/en/\(path)")
            #expect(left.status == 200 && right.status == 200, "\(path)")
            #expect(left.text != right.text, "\(path)")
        }
    }
}
