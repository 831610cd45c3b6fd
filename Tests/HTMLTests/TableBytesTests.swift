import HTML
import Testing

/// A table of 500 × 10, written through the writer and by hand. How fast, `make bench` measures.
struct TableBytesTests {
    private static let cells = (0..<5_000).map { "Celda \($0) de la matriz" }

    private static func byWriter() -> [UInt8] {
        var html = HTMLWriter(capacity: 400_000)
        html(.table) { html in
            for row in 0..<500 {
                html(.tr) { html in
                    for column in 0..<10 {
                        html(.td, cells[row * 10 + column], .class("num"))
                    }
                }
            }
        }
        return html.bytes
    }

    private static func byHand() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(400_000)
        bytes.append(contentsOf: "<table>".utf8)
        for row in 0..<500 {
            bytes.append(contentsOf: "<tr>".utf8)
            for column in 0..<10 {
                bytes.append(contentsOf: "<td class=\"num\">".utf8)
                bytes.append(contentsOf: cells[row * 10 + column].utf8)
                bytes.append(contentsOf: "</td>".utf8)
            }
            bytes.append(contentsOf: "</tr>".utf8)
        }
        bytes.append(contentsOf: "</table>".utf8)
        return bytes
    }

    @Test func `The writer and the hand write the same bytes`() {
        #expect(Self.byWriter() == Self.byHand())
    }
}
