import Crypto
import Testing

@testable import Register

/// The bytes that are hashed, laid out a second time by hand. These never change.
@Suite struct ByteFormatTests {
    private func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    private let content = Content(
        id: "01J", actor: "member/MEX", kind: "meetings.convened", version: 2, body: Array(#"{"ñ":1}"#.utf8))
    private let salt = [UInt8](0..<16)

    @Test func `The digest is the hash of salt and content, each field behind its length`() {
        var bytes: [UInt8] = [0, 0, 0, 16] + (0..<16)
        bytes += [0, 0, 0, 3] + Array("01J".utf8)
        bytes += [0, 0, 0, 10] + Array("member/MEX".utf8)
        bytes += [0, 0, 0, 17] + Array("meetings.convened".utf8)
        bytes += [0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 2]
        bytes += [0, 0, 0, 8, 0x7B, 0x22, 0xC3, 0xB1, 0x22, 0x3A, 0x31, 0x7D]
        #expect(content.digest(salt: salt).bytes == sha256(bytes))
    }

    @Test func `The leaf is the hash of a zero byte, the header and the digest`() {
        var edge = MerkleEdge()
        edge.add(Hash.sha256([7]))
        let before = edge.root
        // 2026-11-21T08:40:00.000001Z
        let entry = Entry(
            appending: PreparedContent(content, salt: salt), to: &edge, conference: "crm",
            recordedAt: 1_795_250_400_000_001)
        var bytes: [UInt8] = [0, 0, 0, 0, 3] + Array("crm".utf8)
        bytes += [0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 2]
        bytes += [0, 0, 0, 27] + Array("2026-11-21T08:40:00.000001Z".utf8)
        bytes += [0, 0, 0, 32] + content.digest(salt: salt).bytes
        #expect(entry.leaf.bytes == sha256(bytes))
        #expect(entry.root.bytes == sha256([1] + before.bytes + entry.leaf.bytes))
        #expect(entry.sequence == 2)
    }

    /// Computed once in Python; a change here is a change of the format, which there must never be.
    @Test func `The hashes of a known entry are those they always were`() {
        var edge = MerkleEdge()
        let entry = Entry(
            appending: PreparedContent(content, salt: salt), to: &edge, conference: "crm",
            recordedAt: 1_795_250_400_000_001)
        #expect(entry.digest.hex == "a40ad379eecbd0f8b61b5250b81bf54f88f6fc3e596a043be139245da21d18ec")
        #expect(entry.leaf.hex == "57026c693d82ac91fff0f01d8c534453e7a172faef435c83e7113c27bac18521")
        #expect(entry.root == entry.leaf)
    }

    @Test func `A line has the columns as keys, binary in lower-case hex and the body as a string`() throws {
        var edge = MerkleEdge()
        let entry = Entry(
            appending: PreparedContent(content, salt: salt), to: &edge, conference: "crm",
            recordedAt: 1_795_250_400_000_001)
        let leaf = entry.leaf.hex
        let open =
            #"{"conference":"crm","sequence":1,"recorded_at":"2026-11-21T08:40:00.000001Z","id":"01J","#
            + #""actor":"member/MEX","kind":"meetings.convened","version":2,"body":"{\"ñ\":1}","#
            + #""salt":"000102030405060708090a0b0c0d0e0f","leaf":"\#(leaf)","root":"\#(leaf)"}"#
        #expect(String(decoding: ExportedLine.open(entry).json, as: UTF8.self) == open)
        let closed =
            #"{"conference":"crm","sequence":1,"recorded_at":"2026-11-21T08:40:00.000001Z","#
            + #""digest":"\#(entry.digest.hex)","leaf":"\#(leaf)","root":"\#(leaf)"}"#
        #expect(String(decoding: ExportedLine.closed(entry.closed).json, as: UTF8.self) == closed)
        #expect(try ExportedLine(json: Array(open.utf8)) == .open(entry))
        #expect(try ExportedLine(json: Array(closed.utf8)) == .closed(entry.closed))
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
        (1_709_164_800_123_456, "2024-02-29T00:00:00.123456Z"),
        (4_107_542_399_999_999, "2100-02-28T23:59:59.999999Z"),
        (RecordedTime.earliest, "0001-01-01T00:00:00.000000Z"),
        (RecordedTime.latest, "9999-12-31T23:59:59.999999Z"),
    ])
    func `An instant has one text, and the text one instant`(micros: Int64, text: String) {
        #expect(RecordedTime.text(micros) == text)
        #expect(RecordedTime.micros(text) == micros)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T08:40:00Z", "2026-11-21T08:40:00.00000Z",
        "2026-11-21T08:40:00.0000000Z",
        "2026-11-21t08:40:00.000000Z", "2026-11-21T08:40:00.000000z", "2026-11-21T08:40:00.000000+00:00",
        "2026-02-29T00:00:00.000000Z", "2026-04-31T00:00:00.000000Z", "2026-13-01T00:00:00.000000Z",
        "2026-00-01T00:00:00.000000Z", "2026-01-00T00:00:00.000000Z", "2026-01-01T24:00:00.000000Z",
        "2026-01-01T00:60:00.000000Z", "2026-01-01T00:00:60.000000Z", "0000-01-01T00:00:00.000000Z",
        "+026-01-01T00:00:00.000000Z", "2026-01-01T00:00:00,000000Z", "2026-01-01T00:00:00.00000٣Z",
    ])
    func `No other spelling of an instant is taken`(text: String) {
        #expect(RecordedTime.micros(text) == nil)
    }
}
