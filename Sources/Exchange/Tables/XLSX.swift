import CXlsxWriter
import Charter
import Foundation

/// Why a workbook couldn't be written.
public enum XLSXError: Error, Sendable, Equatable {
    /// Excel's 1,048,576 rows, or 16,384 columns, don't suffice.
    case tooLarge
    /// The file, or a temporary one beside it, can't be written; `detail` is libxlsxwriter's own sentence.
    case unwritable(file: String, detail: String)
}

extension XLSXError {
    /// What happened and what to do, in both languages.
    public var sentence: Localized {
        switch self {
        case .tooLarge:
            Localized(
                es: "La lista no cabe en una hoja de cálculo (1 048 575 filas, 16 384 columnas): use CSV.",
                en: "The list doesn't fit a spreadsheet (1,048,575 rows, 16,384 columns): use CSV.")
        case .unwritable(let file, let detail):
            Localized(
                es:
                    "No se puede escribir \(file) (\(detail)): revise el espacio y los permisos de su carpeta.",
                en: "\(file) can't be written (\(detail)): check its folder's space and permissions.")
        }
    }
}

/// Office Open XML workbooks through libxlsxwriter, in its constant-memory mode.
///
/// Every call here writes files and blocks: from an asynchronous context call it on a thread of its own, never
/// on the cooperative pool.
public enum XLSX {
    /// The media type.
    public static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Writes the list and, on a second sheet, its notice. The same list gives the same bytes.
    ///
    /// Texts are written as strings, never as formulas or links; one over Excel's 32,767 characters is cut and
    /// ends with `…`. The heading row is bold, stays in sight and filters. A day before 1900 is text.
    /// - Parameter temporary: where the rows lie meanwhile; the file's own folder unless said.
    /// - Throws: `XLSXError`; nothing is left of the file then.
    public static func write(
        _ sheet: Sheet, notice: SheetNotice, to file: URL, temporary: URL? = nil
    ) throws(XLSXError) {
        guard sheet.columns.count <= Workbook.mostColumns else { throw .tooLarge }
        let folder = temporary ?? file.deletingLastPathComponent()
        let book = try Workbook(file: file, temporary: folder)
        book.describe(title: sheet.title, comments: notice.lines.joined(separator: "\n"), day: notice.day)
        do throws(XLSXError) {
            try book.add(sheet, named: SheetName.list(sheet.name, notice: notice.name))
            try book.add(notice)
        } catch {
            try? book.close()
            try? FileManager.default.removeItem(at: file)
            throw error
        }
        do throws(XLSXError) {
            try book.close()
        } catch {
            try? FileManager.default.removeItem(at: file)
            throw error
        }
    }

    /// The workbook's bytes, by way of a file in `temporary` that is gone afterwards.
    /// - Throws: `XLSXError`.
    public static func bytes(
        _ sheet: Sheet, notice: SheetNotice,
        temporary: URL = FileManager.default.temporaryDirectory
    ) throws(XLSXError) -> [UInt8] {
        let file = temporary.appendingPathComponent("puebla-\(UUID().uuidString).xlsx")
        try write(sheet, notice: notice, to: file, temporary: temporary)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            return [UInt8](try Data(contentsOf: file))
        } catch {
            throw .unwritable(file: file.path, detail: error.localizedDescription)
        }
    }
}

/// Excel's limits for the name of a sheet.
enum SheetName {
    /// At most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end, not empty, not the notice's,
    /// not the reserved `History`.
    static func list(_ name: String, notice: String) -> String {
        var text = ""
        for character in name {
            let allowed = !"[]:*?/\\".contains(character) && !character.isNewline && character != "\0"
            let next = text + (allowed ? String(character) : " ")
            if next.utf16.count > 31 { break }
            text = next
        }
        let trimmed = text.trimmingCharacters(in: CharacterSet(charactersIn: "' \t"))
        let taken = ["", notice.lowercased(), "history"].contains(trimmed.lowercased())
        return taken ? "Puebla" : trimmed
    }
}
