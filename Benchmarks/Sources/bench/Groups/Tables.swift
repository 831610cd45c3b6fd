import BenchHarness
import HTML
import Web

/// A table as pages have them: 500 rows of ten cells, names and numbers.
private struct BigTable: Sendable {
    let table: DataTable
    private let texts: [[String]]

    init() {
        texts = (0..<500).map { row in
            (0..<10).map { $0 == 0 ? "Country & party \(row)" : "\((row * 31 + $0 * 7919) % 1_000_000)" }
        }
        table = DataTable(
            caption: "Contributions",
            columns: (0..<10).map { DataTable.Column("Year \(2010 + $0)", isNumeric: $0 > 0) },
            rows: texts.map { $0.map { .text($0) } })
    }

    /// As a page writes it.
    func written() -> [UInt8] {
        var html = HTMLWriter(capacity: 1 << 18)
        html.table(table)
        return html.bytes
    }

    /// The same bytes, but for the ampersands that nobody escapes here, put one after the other.
    func byHand() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 18)
        func put(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
        put("<div class=\"scroll wide\" tabindex=\"0\" role=\"region\" aria-label=\"Contributions\"><table>")
        put("<caption>Contributions</caption><thead><tr>")
        for column in table.columns {
            put(column.isNumeric ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
            bytes.append(contentsOf: column.title.utf8)
            put("</th>")
        }
        put("</tr></thead><tbody>")
        for row in texts {
            put("<tr>")
            for (index, text) in row.enumerated() {
                put(index == 0 ? "<th scope=\"row\">" : "<td class=\"num\">")
                bytes.append(contentsOf: text.utf8)
                put(index == 0 ? "</th>" : "</td>")
            }
            put("</tr>")
        }
        put("</tbody></table></div>")
        return bytes
    }
}

extension Group {
    /// What the typed writer costs.
    static let tables = Group("html") { _ in
        let table = BigTable()
        let difference = table.written().count - table.byHand().count
        // Each of the 500 names has an ampersand, four bytes longer when escaped.
        guard difference == 500 * 4 else {
            throw Founded.Failure(description: "the two tables differ by \(difference) bytes, not 2000")
        }
        return OpenedGroup(rows: [
            Row(
                "a table of 500 × 10 to HTML",
                measured: .seconds("as on a page", times: 100) { blackHole(table.written()) },
                against: .seconds("bytes by hand", times: 100) { blackHole(table.byHand()) },
                .atMost(4))
        ])
    }
}
