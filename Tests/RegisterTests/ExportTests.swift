import Foundation
import Testing

@testable import Register

@Suite struct ExportTests {
    let folder = TemporaryFolder()

    private func lines(_ count: Int, closed: (Int) -> Bool = { _ in false }) -> [ExportedLine] {
        Sample.entries(count).map { closed($0.sequence) ? .closed($0.closed) : .open($0) }
    }

    private func write(_ lines: [ExportedLine], _ name: String = "export.jsonl") throws -> String {
        let file = folder.file(name)
        let bytes: [UInt8] = lines.flatMap { line -> [UInt8] in line.json + [0x0A] }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @Test func `An export with closed acts verifies`() throws {
        let file = try write(lines(40) { $0.isMultiple(of: 3) })
        guard case .holds(let report) = try Verification.verify(exportedFile: file) else {
            Issue.record("the export doesn't verify")
            return
        }
        #expect(report.size == 40 && report.closed == 13 && report.conference == "crm")
        #expect(report.root == Sample.entries(40)[39].root)
    }

    @Test func `A closed line says nothing of the act`() {
        let text = String(decoding: lines(1) { _ in true }[0].json, as: UTF8.self)
        for word in ["act-1", "MEX", "convened", "salt", "prueba", "body"] { #expect(!text.contains(word)) }
    }

    @Test func `An empty export verifies and holds nothing`() throws {
        guard case .holds(let report) = try Verification.verify(exportedFile: try write([])) else {
            Issue.record("the export doesn't verify")
            return
        }
        #expect(report.size == 0 && report.root == Merkle.emptyRoot && report.lastRecordedAt == nil)
    }

    @Test(arguments: [
        ("body", Damage.leaf), ("recorded", .leaf), ("id", .leaf), ("salt", .leaf), ("shortSalt", .form),
        ("leaf", .leaf), ("root", .root), ("removed", .gap), ("twice", .gap), ("swapped", .gap),
        ("conference", .conference),
    ])
    func `The first line that doesn't match is named`(change: String, damage: Damage) throws {
        var lines = lines(9)
        var entry = Sample.entries(9)[4]
        switch change {
        case "body": entry.content.body += [0x20]
        case "recorded": entry.recordedAt += 1
        case "id": entry.content.id = "act-5\u{301}"
        case "salt": entry.salt[0] ^= 1
        case "shortSalt": entry.salt = []
        case "leaf": entry.leaf = entry.root
        case "root": entry.root = entry.leaf
        case "conference": entry.conference = "csm"
        default: break
        }
        lines[4] = .open(entry)
        switch change {
        case "removed": lines.remove(at: 4)
        case "twice": lines.insert(lines[3], at: 4)
        case "swapped": lines.swapAt(4, 5)
        default: break
        }
        let file = try write(lines)
        #expect(
            try Verification.verify(exportedFile: file)
                == .fails(VerifyFailure(file: file, lastGood: 4, line: 5, damage: damage)))
    }

    @Test func `An act recorded before its predecessor is found, though every hash agrees`() throws {
        var edge = MerkleEdge()
        let entries = [10, 20, 15].enumerated().map { number, time in
            Entry(
                appending: PreparedContent(Sample.content(number), salt: Sample.salt(number)), to: &edge,
                conference: "crm", recordedAt: time)
        }
        let file = try write(entries.map { .open($0) })
        #expect(
            try Verification.verify(exportedFile: file)
                == .fails(VerifyFailure(file: file, lastGood: 2, line: 3, damage: .time)))
    }

    @Test func `An unreadable line is named with what is wrong in it`() throws {
        let file = try write(lines(3))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        bytes.append(contentsOf: Array("{\"conference\":4}\n".utf8))
        try bytes.write(to: URL(fileURLWithPath: file))
        guard case .fails(let found) = try Verification.verify(exportedFile: file) else {
            Issue.record("a broken line verified")
            return
        }
        #expect(found.line == 4 && found.lastGood == 3)
        #expect(found.unreadable == .badValue(key: "conference"))
        #expect(found.sentence(spanish: true).contains("línea 4"))
        #expect(found.sentence(spanish: false).contains("line 4"))
        #expect(
            failure { _ = try Verification.verify(exportedFile: folder.file("none")) }
                == .missing(file: folder.file("none")))
    }

    @Test(arguments: [
        ("", LineError.notJSON(offset: 0)), ("[]", .notJSON(offset: 0)), ("{}", .missing(key: "conference")),
        (#"{"a":1,"a":2}"#, .unexpected(key: "a")), (#"{"a":-1}"#, .notJSON(offset: 5)),
        (#"{"a":1.5}"#, .notJSON(offset: 6)), (#"{"a":01}"#, .notJSON(offset: 7)),
        (#"{"a":99999999999999999999}"#, .notJSON(offset: 25)), (#"{"a":null}"#, .notJSON(offset: 5)),
        (#"{"a":"\x"}"#, .notJSON(offset: 8)), (#"{"a":"\ud800"}"#, .notJSON(offset: 12)),
        (#"{"a":"\udc00"}"#, .notJSON(offset: 12)), ("{\"a\":\"\u{1}\"}", .notJSON(offset: 6)),
        (#"{"a":"b"} x"#, .notJSON(offset: 10)), (#"{"a":"b""#, .notJSON(offset: 8)),
    ])
    func `What isn't a line is refused where it goes wrong`(line: String, error: LineError) {
        #expect(throws: error) { try ExportedLine(json: Array(line.utf8)) }
    }

    @Test func `A line with a key too many or of the other kind is refused`() throws {
        let open = String(decoding: lines(1)[0].json, as: UTF8.self)
        #expect(throws: LineError.unexpected(key: "more")) {
            try ExportedLine(json: Array((open.dropLast() + #","more":"x"}"#).utf8))
        }
        let digest = Sample.entries(1)[0].digest.hex
        #expect(throws: LineError.unexpected(key: "id")) {
            try ExportedLine(json: Array((open.dropLast() + #","digest":"\#(digest)"}"#).utf8))
        }
        #expect(throws: LineError.badValue(key: "leaf")) {
            try ExportedLine(json: Array(open.replacing(#""leaf":""#, with: #""leaf":"A"#).utf8))
        }
    }

    @Test func `Escapes of every kind come back as the bytes they stand for`() throws {
        let body = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}ñ漢\u{1F426}"
        let entry = Sample.entries(1) { _ in
            Content(id: "x", actor: "a", kind: "k", version: 1, body: Array(body.utf8))
        }[0]
        #expect(try ExportedLine(json: ExportedLine.open(entry).json) == .open(entry))
        let escaped = String(decoding: ExportedLine.open(entry).json, as: UTF8.self)
            .replacing("\u{1F426}", with: #"\ud83d\uDC26"#).replacing("ñ", with: #"\u00f1"#)
        #expect(try ExportedLine(json: Array(escaped.utf8)) == .open(entry))
    }

    @Test func `A register rewritten whole verifies alone and fails against a kept checkpoint`() throws {
        let kept = Checkpoint(conference: "crm", size: 6, root: Sample.entries(9)[5].root)
        let honest = try write(lines(9))
        let rewritten = try write(
            Sample.entries(9) { number in
                var content = Sample.content(number)
                if number == 2 { content.actor = "member/CRI" }
                return content
            }.map { ExportedLine.open($0) }, "rewritten.jsonl")
        for file in [honest, rewritten] {
            guard case .holds = try Verification.verify(exportedFile: file) else {
                Issue.record("\(file) doesn't verify alone")
                return
            }
        }
        guard case .holds = try Verification.verify(exportedFile: honest, checkpoint: kept) else {
            Issue.record("the honest register fails against its checkpoint")
            return
        }
        let failure = VerifyFailure(file: rewritten, lastGood: 9, damage: .checkpoint)
        #expect(try Verification.verify(exportedFile: rewritten, checkpoint: kept) == .fails(failure))
        // A register that was cut off before the checkpoint, and one of another conference.
        let short = try write(lines(5), "short.jsonl")
        #expect(
            try Verification.verify(exportedFile: short, checkpoint: kept)
                == .fails(VerifyFailure(file: short, lastGood: 5, damage: .checkpoint)))
        let other = Checkpoint(conference: "csm", size: 6, root: kept.root)
        #expect(
            try Verification.verify(exportedFile: honest, checkpoint: other)
                == .fails(VerifyFailure(file: honest, lastGood: 9, damage: .checkpoint)))
    }
}
