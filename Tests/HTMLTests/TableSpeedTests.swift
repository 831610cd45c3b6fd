import HTML
import Testing

/// A table of 500 × 10, written through the writer and by hand; the bytes are the same.
struct TableSpeedTests {
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

    #if !DEBUG
        @Test func `The writer takes at most four times as long as the hand`() {
            let clock = ContinuousClock()
            var writer: [Duration] = []
            var hand: [Duration] = []
            for _ in 0..<31 {
                writer.append(clock.measure { _ = Self.byWriter() })
                hand.append(clock.measure { _ = Self.byHand() })
            }
            let ratio = writer.sorted()[15] / hand.sorted()[15]
            #expect(ratio < 4, "\(ratio)")
        }
    #endif
}
