import Foundation

@testable import Web

/// What stands where WeasyPrint would: it gives back the page that it was to print, so that what a PDF is made of can
/// be read. The conformance tests read the PDFs of WeasyPrint itself.
enum PlainPaper {
    private static let made = Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("paper-\(UUID().uuidString)")
        let text = """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 'WeasyPrint version 70.0'; exit 0; fi
            echo '%PDF-1.7'
            exec cat
            """
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        return file.path
    }

    /// Where it is; written once for all tests of a run.
    static func path() throws -> String { try made.get() }
}

/// Reads the parts of a ZIP archive, such as an XLSX file is.
enum ZipReader {
    /// The contents of its files in the order of its directory; `nil` for what is no such archive.
    static func parts(_ bytes: [UInt8]) -> [[UInt8]]? {
        func number(_ place: Int, _ width: Int) -> Int {
            guard place >= 0, place + width <= bytes.count else { return -1 }
            return (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        // The end of the directory; none of ours has a comment behind it.
        let end = bytes.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4b50 else { return nil }
        var place = number(end + 16, 4)
        var parts: [[UInt8]] = []
        for _ in 0..<number(end + 10, 2) {
            guard number(place, 4) == 0x0201_4b50 else { return nil }
            let (method, packed, size) = (number(place + 10, 2), number(place + 20, 4), number(place + 24, 4))
            let local = number(place + 42, 4)
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            guard start >= 0, start + packed <= bytes.count else { return nil }
            let data = Array(bytes[start..<start + packed])
            if method == 0 {
                parts.append(data)
            } else {
                // The same checksum and size end a member of gzip.
                let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
                let tail = bytes[place + 16..<place + 20] + bytes[place + 24..<place + 28]
                guard let part = Gzip.unpack(head + data + tail, limit: max(1, size)) else { return nil }
                parts.append(part)
            }
            place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
        }
        return parts
    }
}
