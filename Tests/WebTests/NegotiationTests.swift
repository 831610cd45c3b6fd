import Charter
import Testing

@testable import Web

struct NegotiationTests {
    @Test(
        arguments: [
            (nil, Language.es), ("en", .en), ("en-US,en;q=0.9", .en), ("es-MX,es;q=0.9,en;q=0.8", .es),
            ("fr,en;q=0.3,es;q=0.2", .en), ("fr", .es), ("en;q=0,es;q=0.1", .es), ("", .es), (";;,,", .es),
            ("en;q=0.5, es;q=0.5", .en), ("EN-gb", .en),
        ] as [(String?, Language)])
    func `The language is the one that the browser would rather read`(_ header: String?, _ language: Language)
    {
        #expect(Negotiation.language(header) == language)
    }

    @Test(
        arguments: [
            (nil, Representation.html), ("*/*", .html),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html),
            ("application/json", .json), ("application/json, text/html;q=0.9", .json),
            ("text/html;q=0.2, application/json", .json), ("application/*", .json), ("image/png", nil),
            ("text/html;q=0", nil), ("*/*;q=0.1, application/json;q=0", .html), ("", .html),
        ] as [(String?, Representation?)])
    func `Page or JSON by what is accepted`(_ header: String?, _ representation: Representation?) {
        #expect(Negotiation.representation(header) == representation)
    }

    @Test(
        arguments: [
            (nil, ContentCoding.identity), ("gzip", .gzip), ("gzip, deflate, br", .gzip), ("br", .identity),
            ("gzip;q=0", .identity), ("gzip;q=0.5, identity", .identity), ("*", .gzip), ("*;q=0", nil),
            ("identity;q=0, br", nil), ("identity;q=0, gzip", .gzip), ("", .identity), ("GZIP;Q=1.0", .gzip),
            ("gzip;q=oops", .identity),
        ] as [(String?, ContentCoding?)])
    func `The packing by its weights`(_ header: String?, _ coding: ContentCoding?) {
        #expect(Negotiation.coding(header) == coding)
    }

    static let tag = EntityTag(
        build: "b1", version: PageVersion(sequence: 612, day: Day(number: 20_778)), viewer: nil,
        language: .es, representation: .html, coding: .gzip)

    @Test func `A tag says everything that the bytes depend on`() {
        #expect(Self.tag.header == "\"b1-612-20778-public-es-html-gz\"")
    }

    @Test(arguments: [
        ("\"b1-612-20778-public-es-html-gz\"", true), ("\"b1-612-20778-public-es-html-id\"", true),
        ("W/\"b1-612-20778-public-es-html-gz\"", true), ("*", true),
        ("\"x\", W/\"b1-612-20778-public-es-html-id\" ,\"y\"", true), ("\"a\" , *", true),
        ("\"b1-611-20778-public-es-html-gz\"", false), ("\"b1-612-20778-public-en-html-gz\"", false),
        ("\"b1-612-20778-public-es-html-br\"", false), ("b1-612-20778-public-es-html-gz", false),
        ("", false), ("\"", false), ("W/", false),
    ])
    func `If-None-Match names a page in any packing`(_ header: String, _ named: Bool) {
        #expect(Self.tag.isNamed(by: header) == named)
    }

    @Test(arguments: [0, 1, 100, 5_000, 300_000])
    func `What is packed unpacks to the same, and always packs alike`(_ size: Int) throws {
        var random = SeededRandom(state: 7)
        let bytes = (0..<size).map { _ in UInt8(random.below(64)) }
        for effort in [Gzip.Effort.fast, .best] {
            let packed = try #require(Gzip.pack(bytes, effort: effort))
            #expect(Gzip.unpack(packed, limit: size + 1) == bytes)
            #expect(Gzip.pack(bytes, effort: effort) == packed)
        }
    }

    @Test func `What is not gzip does not unpack`() {
        #expect(Gzip.unpack([1, 2, 3], limit: 100) == nil)
        #expect(Gzip.unpack([], limit: 100) == nil)
    }
}
