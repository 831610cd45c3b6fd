import Charter
import Conference
import Foundation

@testable import Web

/// What viewers are led to on the planted conferences, walked once for all tests that only read it.
actor Crawls {
    static let shared = Crawls()

    private struct Key: Hashable {
        let viewer: Viewer
        let language: Language
    }

    private var made: [Key: Task<[SiteCrawler.Found], any Error>] = [:]

    /// Everything that a viewer finds on ``PlantedSite/shared``.
    func everything(_ viewer: Viewer, _ language: Language) async throws -> [SiteCrawler.Found] {
        let key = Key(viewer: viewer, language: language)
        if let known = made[key] { return try await known.value }
        let task = Task {
            try await SiteCrawler(site: try await PlantedSite.shared.value).everything(viewer, language)
        }
        made[key] = task
        return try await task.value
    }
}

/// A text's bytes, in which many words are looked for: as text each look would go through its letters anew.
struct Haystack {
    private let bytes: ContiguousArray<CChar>

    init(_ text: String) {
        // The C library ends a text at its first zero.
        bytes = (text.utf8.contains(0) ? text.replacingOccurrences(of: "\0", with: " ") : text).utf8CString
    }

    func contains(_ word: String) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { strstr($0, word) != nil } ?? false }
    }

    /// What follows each place of a word, up to the first of these bytes.
    func texts(after word: String, upTo ends: Set<UInt8>) -> [String] {
        var found: [String] = []
        bytes.withUnsafeBufferPointer { bytes in
            guard var at = bytes.baseAddress else { return }
            while let hit = strstr(at, word) {
                let first = UnsafePointer(hit) + word.utf8.count
                var end = first
                while end.pointee != 0, !ends.contains(UInt8(bitPattern: end.pointee)) { end += 1 }
                found.append(
                    String(
                        decoding: UnsafeRawBufferPointer(start: first, count: first.distance(to: end)),
                        as: UTF8.self))
                at = end
            }
        }
        return found
    }
}
