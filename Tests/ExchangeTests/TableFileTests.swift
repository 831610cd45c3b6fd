import Charter
import Exchange
import Foundation
import Testing

@Suite struct `Lists as files` {
    @Test func `CSV is what somebody looked at`() throws {
        try Golden.expect(CSV.bytes(Sample.sheet, notice: Sample.sheetNotice), "list.csv")
    }

    @Test func `CSV begins with a byte order mark and ends every line with CRLF`() {
        let bytes = CSV.bytes(
            Sheet(
                name: "x", title: "x", columns: [.init("a"), .init("b")],
                rows: [[.text("1")], [.integer(-2)]]))
        #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\r\n-2,\r\n".utf8))
    }

    @Test(arguments: ["=1", "+1", "-1", "@a", "\ta", "\ra"])
    func `A text that a spreadsheet would run gets an apostrophe in CSV`(_ text: String) {
        let line = CSV.bytes(Sheet(name: "x", title: "x", columns: [.init("a")], rows: [[.text(text)]])).text
        #expect(line.contains("'" + text))
    }

    @Test func `Pieces of a CSV file are the file`() {
        var pieces: [[UInt8]] = []
        CSV.write(Sample.sheet, flushing: 64) { pieces.append($0) }
        #expect(pieces.count > 5)
        #expect(Array(pieces.joined()) == CSV.bytes(Sample.sheet))
    }

    @Test func `A list in XLSX is what somebody looked at`() throws {
        let folder = try Folder()
        let bytes = try XLSX.bytes(Sample.sheet, notice: Sample.sheetNotice, temporary: folder.url)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
        if Golden.isWriting { try Golden.expect(bytes, "list.xlsx") }
        let fresh = folder.url.appendingPathComponent("fresh.xlsx")
        try Data(bytes).write(to: fresh)
        // The parts, not the archive: another zlib packs the same in other bytes.
        let compare = """
            import sys, zipfile
            a, b = (zipfile.ZipFile(p) for p in sys.argv[1:])
            names = sorted(a.namelist())
            assert names == sorted(b.namelist()), (names, b.namelist())
            sys.exit(next((f"{n} differs" for n in names if a.read(n) != b.read(n)), 0))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", compare, fresh.path, Golden.file("list.xlsx").path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `The same list is the same workbook`() throws {
        let first = try XLSX.bytes(Sample.sheet, notice: Sample.sheetNotice)
        #expect(try XLSX.bytes(Sample.sheet, notice: Sample.sheetNotice) == first)
    }

    @Test(arguments: [
        "", "History", "notice", "'quoted'", String(repeating: "ñ", count: 40), "a:b\\c/d?e*f[g]h",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
    ])
    func `Any name becomes a sheet that Excel takes`(_ name: String) throws {
        let sheet = Sheet(name: name, title: "", columns: [.init("a")], rows: [[.text("b")]])
        #expect(try XLSX.bytes(sheet, notice: Sample.sheetNotice).starts(with: Array("PK".utf8)))
    }

    @Test func `A text longer than Excel takes is cut, and a NUL is no end`() throws {
        let sheet = Sheet(
            name: "x", title: "x", columns: [.init("a")],
            rows: [[.text(String(repeating: "é", count: 40_000))], [.text("a\0b")]])
        #expect(try XLSX.bytes(sheet, notice: Sample.sheetNotice).count > 1000)
    }

    @Test func `More rows than Excel has are refused, and nothing is left behind`() throws {
        let folder = try Folder()
        let rows = repeatElement([SheetCell.integer(1)], count: 1_048_576)
        let file = folder.url.appendingPathComponent("x.xlsx")
        let sheet = Sheet(name: "x", title: "x", columns: [.init("a")], rows: rows)
        #expect(throws: XLSXError.tooLarge) { try XLSX.write(sheet, notice: Sample.sheetNotice, to: file) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func `A folder that isn't there is said in both languages`() throws {
        let file = URL(fileURLWithPath: "/nowhere/x.xlsx")
        let error = #expect(throws: XLSXError.self) {
            try XLSX.write(
                Sample.sheet, notice: Sample.sheetNotice, to: file,
                temporary: FileManager.default.temporaryDirectory)
        }
        #expect(error?.sentence.en.contains("/nowhere/x.xlsx") == true)
        #expect(error?.sentence.es.contains("/nowhere/x.xlsx") == true)
    }
}

/// A folder of a test's own, gone with it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "puebla-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
