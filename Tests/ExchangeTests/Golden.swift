import Foundation
import Testing

/// Files that say what the bytes were when somebody last looked at them, and that the tests in
/// `Tests/conformance` read with other people's programs.
///
/// `PUEBLA_GOLDEN=write swift test --filter ExchangeTests` writes them anew; look at the difference.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden", isDirectory: true)
    static let isWriting = ProcessInfo.processInfo.environment["PUEBLA_GOLDEN"] == "write"

    static func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Expects the bytes to be those of the golden file.
    static func expect(
        _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if isWriting {
            try FileManager.default.createDirectory(
                at: file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file(name))
        }
        let golden = [UInt8](try Data(contentsOf: file(name)))
        let place = zip(bytes, golden).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let at = place ?? min(bytes.count, golden.count)
        let found = String(decoding: bytes[max(0, at - 40)..<min(bytes.count, at + 40)], as: UTF8.self)
        let isSame = bytes == golden
        #expect(isSame, "\(name) differs at byte \(at): …\(found)…", sourceLocation: sourceLocation)
    }
}

extension [UInt8] {
    /// As text.
    var text: String { String(decoding: self, as: UTF8.self) }
}
