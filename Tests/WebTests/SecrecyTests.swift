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
    /// What is new in each register (salts, hashes and roots, whole or shortened) isn't what is compared.
    private static func masked(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        bytes.append(0)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var length = 0
            var isHex = true
            for place in bytes.indices {
                let byte = bytes[place]
                if isWord(byte) {
                    length += 1
                    isHex = isHex && ((0x30...0x39).contains(byte) || (0x61...0x66).contains(byte))
                } else if length > 0 {
                    // The mark of what was left out, behind or before.
                    let isShort =
                        length >= 4
                        && (byte == 0xE2 && bytes[place + 2] == 0xA6
                            || place > length && bytes[place - length - 1] == 0xA6)
                    if isHex && (length >= 16 || isShort) || length == 43 && byte == UInt8(ascii: "=") {
                        out.removeLast(length)
                        out.append(UInt8(ascii: "#"))
                    }
                    length = 0
                    isHex = true
                }
                out.append(byte)
            }
        }
        return out
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }

    private struct Answer: Equatable {
        let status: Int
        let head: [UInt8]
        let text: [UInt8]
    }

    /// Each address with its answer; of the other register's routes too, where this one has nothing.
    private static func answers(
        _ site: PlantedSite, and other: PlantedSite, _ viewer: Viewer, _ language: Language
    ) async throws -> [String: Answer] {
        let own = SiteCrawler(site: site)
        let further = Set(SiteCrawler(site: other).routes).subtracting(own.routes)
        let found = try await own.everything(viewer, language, further: Array(further), followsLinks: false)
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

    @Test(.timeLimit(.minutes(10)))
    func `What the public is answered doesn't turn on who paid, who was told or what is closed`()
        async throws
    {
        let (asked, different) = try await SecrecyTests.differences(.public, .es)
        #expect(asked > 500)
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
