import Charter

/// Comma-separated values as in RFC 4180: UTF-8 with a byte order mark (Excel needs it), CRLF, a heading row.
public enum CSV {
    /// The media type with its charset and the presence of a heading row.
    public static let mediaType = "text/csv; charset=utf-8; header=present"

    /// The whole list.
    ///
    /// With a `notice` each row ends with its mark, under a heading of its own: a mark before or after the rows
    /// would break the table. A text beginning with `=`, `+`, `-`, `@`, a tabulator or a carriage return gets an
    /// apostrophe before it (OWASP, "CSV Injection"), so that no spreadsheet runs it; so does what follows a
    /// semicolon or a line break, where the Excel of some regions begins a cell. Numbers stay numbers.
    public static func bytes(_ sheet: Sheet, notice: SheetNotice? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        write(sheet, notice: notice, flushing: .max) { bytes = $0 }
        return bytes
    }

    /// The list in pieces of about `flushing` bytes, for an answer that is sent while it is made.
    public static func write(
        _ sheet: Sheet, notice: SheetNotice? = nil, flushing: Int = 65_536, to sink: ([UInt8]) throws -> Void
    ) rethrows {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        let titles = sheet.columns.map(\.title) + (notice.map { [$0.name] } ?? [])
        for (index, title) in titles.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            put(text: title, to: &bytes)
        }
        bytes.put("\r\n")
        for row in sheet.rows() {
            for index in sheet.columns.indices {
                if index > 0 { bytes.append(0x2C) }
                if index < row.count { put(row[index], to: &bytes) }
            }
            if let notice {
                bytes.append(0x2C)
                put(text: notice.mark, to: &bytes)
            }
            bytes.put("\r\n")
            if bytes.count >= flushing {
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try sink(bytes)
    }

    private static func put(_ cell: SheetCell, to bytes: inout [UInt8]) {
        switch cell {
        case .text(let text): put(text: text, to: &bytes)
        case .integer(let value): bytes.put(value)
        case .number(let value): if value.isFinite { bytes.put(plain(value)) }
        case .money(let money): bytes.put(money.decimal)
        case .day(let day): bytes.put(day.description)
        case .empty: break
        }
    }

    /// Without an exponent where that is exact, as other programs expect it.
    private static func plain(_ value: Double) -> String {
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
        return "\(value)"
    }

    private static func put(text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { text in
            let quoted = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 < 0x20 }
            if quoted { bytes.append(0x22) }
            // What stands before the first byte, and what a spreadsheet of another region splits at.
            var before: UInt8 = 0x3B
            for byte in text {
                if before == 0x3B || before < 0x20, triggers(byte) { bytes.append(0x27) }
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
                before = byte
            }
            if quoted { bytes.append(0x22) }
        }
    }

    private static func triggers(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }
}
