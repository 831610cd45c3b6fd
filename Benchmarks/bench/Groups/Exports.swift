import BenchHarness
import Charter
import Exchange
import Foundation

/// A program of `Benchmarks/Python`, which prints its own seconds: starting Python isn't counted.
private struct PythonProgram: Sendable {
    let name: String

    /// Runs it; seconds as it measured them itself.
    func run(count: Int, _ arguments: [String] = []) throws -> Double {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: ".venv-test/bin/python")
        process.arguments = ["Benchmarks/Python/\(name)", String(count)] + arguments
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let words = text.split(whereSeparator: \.isWhitespace)
        guard process.terminationStatus == 0, words.count == 2, let seconds = Double(words[0]),
            words[1] == "\(count)"
        else { throw Founded.Failure(description: "\(name) answered “\(text.prefix(200))”") }
        return seconds
    }
}

/// The meetings that `write_calendar.py` writes too.
private func calendar(of count: Int) throws -> [UInt8] {
    guard let zone = Zone("America/Mexico_City"), let stamp = Instant("2026-11-21T10:00:00Z") else {
        throw Founded.Failure(description: "this machine doesn't know America/Mexico_City")
    }
    let events = (0..<count).map { number in
        let day = Day(2000 + number % 25, 1 + number % 12, 1 + number % 28) ?? .distantPast
        // 15 hours in UTC are nine in Mexico: the clock there is what the calendar works out.
        let start = Instant(
            microseconds: (Int64(day.number) * 86_400 + Int64((15 + number % 8) * 3600)) * 1_000_000)
        return CalendarEvent(
            uid: "GRC-\(number)@bench", stamp: stamp,
            span: .times(start, until: start.adding(seconds: 7200), zone: zone),
            summary: "Reunión \(number) del Grupo Regional; rutas, puertos y mares",
            description:
                "La reunión número \(number) trata de lo acordado.\nPapeles en la página de la reunión.",
            location: "Puerto Brisa, Alcora", url: "https://puebla.example/es/meetings/GRC-\(number)",
            categories: ["Grupo Regional", "técnica"], lastModified: stamp, sequence: number % 3)
    }
    return ICalendar(name: "Meetings", notice: "bench", language: .es).bytes(events)
}

/// The rows that `write_workbook.py` writes too.
private func workbook(of count: Int, to file: URL) throws {
    let first = Day(2000, 1, 1) ?? .distantPast
    let columns = (0..<8).map { Sheet.Column("Column \($0)") }
    let notice = SheetNotice(
        language: .en, mark: "bench", lines: ["bench"], address: "https://puebla.example/", register: 1,
        day: first)
    let sheet = Sheet(name: "List", title: "List", columns: columns, of: 1...count) { number in
        [
            .integer(number), .text("Reunión \(number) del Grupo Regional"), .text("México"), .text("=1+1"),
            .day(first.adding(days: number % 9000)),
            .money(Money(cents: Int64(number) * 4417, currency: "USD")),
            .text("https://puebla.example/es/meetings"), .number(Double(number) / 7),
        ]
    }
    try XLSX.write(sheet, notice: notice, to: file)
}

extension Group {
    /// Files for other programs, against the best tool that Python has for each.
    static let exports = Group("exports") { setting in
        let folder = setting.folder
        let meetings = setting.count(10_000, smoke: 10)
        let rows = setting.count(50_000, smoke: 10)
        let ours = folder.appendingPathComponent("ours.xlsx")
        let theirs = folder.appendingPathComponent("theirs.xlsx")
        return OpenedGroup(rows: [
            Row(
                "a calendar of 10,000 meetings",
                measured: .operations("puebla", count: meetings) {
                    blackHole(try calendar(of: meetings))
                },
                against: .value("icalendar", .perSecond) {
                    Double(meetings) / (try PythonProgram(name: "write_calendar.py").run(count: meetings))
                }, .atLeast(20)),
            Row(
                "a workbook of 50,000 × 8",
                measured: .operations("puebla", count: rows) { try workbook(of: rows, to: ours) },
                against: .value("XlsxWriter", .perSecond) {
                    let program = PythonProgram(name: "write_workbook.py")
                    return Double(rows) / (try program.run(count: rows, [theirs.path]))
                }, .atLeast(3)),
        ])
    }
}
