import Exchange
import Foundation
import HTTPTypes
import NIOCore

/// The files of the look, packed once at start: the style sheet and the icon.
public struct LookAssets: Sendable {
    /// Bytes with their headers, ready to send.
    struct Asset: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
        let tag: EntityTag
    }

    /// Why the look can't be read.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The style sheet, packed.
    let style: Asset
    /// The style sheet for browsers that can't unpack.
    let plainStyle: Asset
    /// The rosette.
    let favicon: Asset
    /// The schema of all JSON answers.
    let schema: Asset
    /// What makes a page ready for paper.
    let paper: PrintStyle
    /// A part of the sheet's address: changes with its bytes.
    let version: String

    /// Reads the style sheet from the module's resources; throws, naming it, if it isn't there.
    public init() throws {
        let bytes = LookAssets.compact(try LookAssets.read("puebla", "css"))
        let shapes = try LookAssets.read("schema", "json")
        schema = LookAssets.asset(
            shapes, LookAssets.fingerprint(shapes), "application/schema+json", .identity, AnswerHeaders.aDay)
        version = LookAssets.fingerprint(bytes)
        paper = PrintStyle(
            css: String(decoding: bytes, as: UTF8.self),
            paper: String(decoding: try LookAssets.read("paper", "css"), as: UTF8.self))
        let css = "text/css; charset=utf-8"
        plainStyle = LookAssets.asset(bytes, version, css, .identity, AnswerHeaders.forGood)
        style =
            Gzip.pack(bytes, effort: .best)
            .map { [version] in LookAssets.asset($0, version, css, .gzip, AnswerHeaders.forGood) }
            ?? plainStyle
        let icon = Rosette.icon(petals: 11)
        favicon = LookAssets.asset(
            icon, LookAssets.fingerprint(icon), "image/svg+xml; charset=utf-8", .identity, AnswerHeaders.aDay)
    }

    private static func read(_ name: String, _ ending: String) throws -> [UInt8] {
        guard
            let url = Bundle.module.url(forResource: name, withExtension: ending, subdirectory: "Assets"),
            let data = try? Data(contentsOf: url)
        else {
            throw Missing(
                description: "Assets/\(name).\(ending) is missing beside the program; install it whole")
        }
        return [UInt8](data)
    }

    /// A sheet without its comments and the white space at the ends of lines and around braces, which only its
    /// authors need.
    static func compact(_ sheet: [UInt8]) -> [UInt8] {
        var text = String(decoding: sheet, as: UTF8.self)[...]
        var bare = ""
        while let start = text.firstRange(of: "/*") {
            bare += text[..<start.lowerBound]
            text = text[start.upperBound...]
            text = text.firstRange(of: "*/").map { text[$0.upperBound...] } ?? ""
        }
        bare += text
        let lines = bare.split(separator: "\n").map { line in
            let start = line.drop { $0 == " " }
            return start.last == " " ? start.dropLast() : start
        }
        var compact = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        // No string of the sheets has a brace in it.
        for (blank, bare) in [(" {", "{"), ("{ ", "{"), ("; }", "}")] {
            compact = compact.split(separator: blank, omittingEmptySubsequences: false)
                .joined(separator: bare)
        }
        return Array(compact.utf8)
    }

    private static func asset(
        _ bytes: [UInt8], _ version: String, _ type: String, _ coding: ContentCoding, _ caching: String
    ) -> Asset {
        let tag = EntityTag(fixed: version, coding: coding)
        var headers = AnswerHeaders.common
        headers[.contentType] = type
        headers[.cacheControl] = caching
        headers[.vary] = "Accept-Encoding"
        headers[.eTag] = tag.header
        if coding == .gzip { headers[.contentEncoding] = "gzip" }
        headers[.contentLength] = String(bytes.count)
        return Asset(headers: headers, body: ByteBuffer(bytes: bytes), tag: tag)
    }

    /// FNV-1a, 64 bits: tells two versions of a file apart; it protects nothing.
    static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
