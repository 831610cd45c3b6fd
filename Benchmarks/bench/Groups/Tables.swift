import BenchHarness
import HTML
import Web

/// A table as pages have them: 500 rows of ten cells, names and numbers.
private struct BigTable: Sendable {
    private let table: DataTable
    private let pieces: [[UInt8]]

    init() {
        let texts = (0..<500).map { row in
            (0..<10).map { $0 == 0 ? "Country & party \(row)" : "\((row * 31 + $0 * 7919) % 1_000_000)" }
        }
        table = DataTable(
            caption: "Contributions",
            columns: (0..<10).map { DataTable.Column("Year \(2010 + $0)", isNumeric: $0 > 0) },
            rows: texts.map { $0.map { .text($0) } })
        pieces = Self.pieces(of: Self.written(table))
    }

    /// As a page writes it.
    func written() -> [UInt8] { Self.written(table) }

    private static func written(_ table: DataTable) -> [UInt8] {
        var html = HTMLWriter(capacity: 1 << 18)
        html.table(table)
        return html.bytes
    }

    /// The same bytes, put one after the other by who has every tag and every text of them ready.
    func byHand() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 18)
        for piece in pieces { bytes.append(contentsOf: piece) }
        return bytes
    }

    /// The tags and texts of the page's own table, so that the yardstick can't fall behind it.
    private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "<"), index > start {
                pieces.append(Array(bytes[start..<index]))
                start = index
            } else if byte == UInt8(ascii: ">") {
                pieces.append(Array(bytes[start...index]))
                start = index + 1
            }
        }
        return pieces + (start < bytes.count ? [Array(bytes[start...])] : [])
    }
}

extension Group {
    /// What the typed writer costs.
    static let tables = Group("html") { setting in
        let table = BigTable()
        guard table.written() == table.byHand() else {
            throw Founded.Failure(description: "the two tables aren't the same bytes")
        }
        let times = setting.count(100, smoke: 1)
        return OpenedGroup(rows: [
            Row(
                "a table of 500 × 10 to HTML",
                measured: .seconds("as on a page", times: times) { blackHole(table.written()) },
                against: .seconds("bytes by hand", times: times) { blackHole(table.byHand()) },
                .atMost(4))
        ])
    }
}
