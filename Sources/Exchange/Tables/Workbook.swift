import CXlsxWriter
import Charter
import Foundation

/// A workbook of libxlsxwriter that is being written.
final class Workbook {
    static let mostRows = 1_048_576
    static let mostColumns = 16_384
    /// Excel's limit for a text, in characters.
    static let longestText = 32_767
    /// How many rows are looked at for the widths.
    private static let sample = 100

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let file: String
    private var closed = false
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let dayFormat: UnsafeMutablePointer<lxw_format>?
    private var moneyFormats: [String: UnsafeMutablePointer<lxw_format>] = [:]

    init(file: URL, temporary: URL) throws(XLSXError) {
        self.file = file.path
        let made = temporary.path.withCString { folder in
            // Read only while the workbook is open, but kept by it as a pointer.
            var options = lxw_workbook_options(
                constant_memory: 1, tmpdir: strdup(folder), use_zip64: 0)
            defer { free(options.tmpdir) }
            return workbook_new_opt(file.path, &options)
        }
        guard let made else {
            throw .unwritable(file: file.path, detail: "workbook_new_opt")
        }
        book = made
        bold = workbook_add_format(book)
        dayFormat = workbook_add_format(book)
        format_set_bold(bold)
        format_set_num_format(dayFormat, "yyyy-mm-dd")
    }

    deinit {
        if !closed { _ = workbook_close(book) }
    }

    /// The document's properties; its time of making is that day's midnight, so that equal lists are equal files.
    func describe(title: String, comments: String, day: Day) {
        let title = strdup(title)
        let comments = strdup(comments)
        defer {
            free(title)
            free(comments)
        }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.comments = comments
        properties.created = time_t(day.number) * 86_400
        // The library copies what it is given.
        workbook_set_properties(book, &properties)
    }

    /// Writes the list's sheet.
    func add(_ list: Sheet, named name: String) throws(XLSXError) {
        let sheet = try newSheet(name)
        for (index, column) in list.columns.enumerated() {
            try write(.text(column.title), sheet, row: 0, column: index, bold)
        }
        let rows = list.rows()
        var first: [[SheetCell]] = []
        while first.count < Self.sample, let row = rows.next() { first.append(row) }
        for (index, column) in list.columns.enumerated() {
            let width = Self.width(column, first.compactMap { $0.count > index ? $0[index] : nil })
            worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), width, nil)
        }
        var at = 1
        for row in first {
            try write(row, sheet, row: at, columns: list.columns.count)
            at += 1
        }
        while let row = rows.next() {
            guard at < Self.mostRows else { throw .tooLarge }
            try write(row, sheet, row: at, columns: list.columns.count)
            at += 1
        }
        worksheet_freeze_panes(sheet, 1, 0)
        guard !list.columns.isEmpty else { return }
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(at - 1), lxw_col_t(list.columns.count - 1))
        worksheet_repeat_rows(sheet, 0, 0)
    }

    /// Writes the notice's sheet.
    func add(_ notice: SheetNotice) throws(XLSXError) {
        let sheet = try newSheet(notice.name)
        worksheet_set_column(sheet, 0, 0, 20, nil)
        worksheet_set_column(sheet, 1, 1, 90, nil)
        for (index, line) in notice.labelled.enumerated() {
            try write(.text(line.label), sheet, row: index, column: 0, bold)
            try write(line.value, sheet, row: index, column: 1, nil)
        }
    }

    /// Puts the file together.
    func close() throws(XLSXError) {
        guard !closed else { return }
        closed = true
        try expect(workbook_close(book))
    }

    private func newSheet(_ name: String) throws(XLSXError) -> UnsafeMutablePointer<lxw_worksheet> {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw .unwritable(file: file, detail: "workbook_add_worksheet")
        }
        return sheet
    }

    private func write(
        _ cells: [SheetCell], _ sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, columns: Int
    ) throws(XLSXError) {
        for index in 0..<min(columns, cells.count) {
            try write(cells[index], sheet, row: row, column: index, nil)
        }
    }

    private func write(
        _ cell: SheetCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(XLSXError) {
        let row = lxw_row_t(row)
        let column = lxw_col_t(column)
        switch cell {
        case .empty: return
        case .text(let text):
            try expect(worksheet_write_string(sheet, row, column, Self.fit(text), format))
        case .integer(let value):
            try expect(worksheet_write_number(sheet, row, column, Double(value), format))
        case .number(let value):
            if value.isFinite { try expect(worksheet_write_number(sheet, row, column, value, format)) }
        case .money(let money):
            try expect(
                worksheet_write_number(
                    sheet, row, column, Double(money.cents) / 100, moneyFormat(money.currency)))
        case .day(let day):
            // Excel counts from 1900 and takes that year for a leap year: before March 1900 it is wrong.
            guard day.number >= Self.firstDay else {
                try expect(worksheet_write_string(sheet, row, column, day.description, format))
                return
            }
            try expect(
                worksheet_write_number(sheet, row, column, Double(day.number + 25_569), dayFormat))
        }
    }

    /// 1 March 1900.
    private static let firstDay: Int32 = -25_508

    private func moneyFormat(_ currency: String) -> UnsafeMutablePointer<lxw_format>? {
        if let format = moneyFormats[currency] { return format }
        let format = workbook_add_format(book)
        // Only what a currency's code can be may become part of a number format.
        let isCode = currency.utf8.count == 3 && currency.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        format_set_num_format(format, isCode ? "[$\(currency)] #,##0.00" : "#,##0.00")
        moneyFormats[currency] = format
        return format
    }

    /// A text as Excel takes it: no NUL, not over its limit.
    private static func fit(_ text: String) -> String {
        // Nearly every text is short; a NUL would end a C string.
        if text.utf8.count <= longestText, !text.utf8.contains(0) { return text }
        var scalars = String.UnicodeScalarView()
        var units = 0
        for scalar in text.unicodeScalars {
            units += UTF16.width(scalar)
            guard units < longestText else {
                scalars.append("…")
                break
            }
            scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// Wide enough for the heading with its filter's arrow and for the first rows, 8 to 60 characters.
    private static func width(_ column: Sheet.Column, _ cells: [SheetCell]) -> Double {
        let heading = column.title.count + 3
        let widest = cells.map(length).max() ?? 0
        let usual = column.kind == .day ? 11 : column.kind == .money ? 14 : 8
        return Double(min(60, max(heading, widest + 1, usual)))
    }

    private static func length(_ cell: SheetCell) -> Int {
        switch cell {
        case .text(let text): text.prefix(60).count
        case .integer(let value): String(value).utf8.count
        case .number(let value): "\(value)".utf8.count
        case .money(let money): money.decimal.utf8.count * 4 / 3 + 4
        case .day: 10
        case .empty: 0
        }
    }

    private func expect(_ code: lxw_error) throws(XLSXError) {
        guard code != LXW_NO_ERROR else { return }
        let detail = lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"
        throw .unwritable(file: file, detail: detail)
    }
}
