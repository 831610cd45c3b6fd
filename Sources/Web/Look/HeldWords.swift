import HTML

/// A text that the library holds, in the few forms that plain text has: headings, paragraphs and lists.
///
/// Nothing of it becomes markup: every letter is escaped, whatever stands in it.
struct HeldWords: Sendable, Equatable {
    /// One piece of a text.
    enum Block: Sendable, Equatable {
        /// A heading; 1 is the text's title.
        case heading(level: Int, String)
        /// A paragraph.
        case paragraph(String)
        /// A list, with numbers or without.
        case list(ordered: Bool, [String])
        /// A line between two parts.
        case line
    }

    /// The pieces, in order.
    let blocks: [Block]

    /// The longest text that is shown on a page, in bytes; a longer one is opened as a file.
    static let limit = 200_000

    /// Reads a text: lines that begin with `#` are headings, with `-`, `*` or a number points of a list; other
    /// lines up to an empty one make a paragraph, three hyphens alone a line between parts.
    init(_ text: String) {
        var reader = Reader()
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            reader.take(line)
        }
        reader.close()
        blocks = reader.blocks
    }

    /// The words alone, one piece a line: what is searched.
    var plain: String {
        blocks.map { block in
            switch block {
            case .heading(_, let text), .paragraph(let text): text
            case .list(_, let items): items.joined(separator: "\n")
            case .line: ""
            }
        }.joined(separator: "\n").replacing("*", with: "")
    }

    private struct Reader {
        var blocks: [Block] = []
        private var lines: [String] = []
        private var items: [String] = []
        private var isOrdered = false

        mutating func take(_ raw: Substring) {
            let line = raw.drop { $0 == " " || $0 == "\t" }
            guard let first = line.first else { return close() }
            if line == "---" || line == "***" {
                close()
                blocks.append(.line)
                return
            }
            if first == "#" {
                let level = line.prefix { $0 == "#" }.count
                let title = line.dropFirst(level).drop { $0 == " " }
                if level <= 6, !title.isEmpty {
                    close()
                    blocks.append(.heading(level: level, String(title)))
                    return
                }
            }
            if let (text, ordered) = point(line) {
                closeParagraph()
                if !items.isEmpty, ordered != isOrdered { closeList() }
                isOrdered = ordered
                items.append(String(text))
            } else if let last = items.last, raw.first != line.first {
                // An indented line goes on with the point before it.
                items[items.count - 1] = last + " " + line
            } else {
                closeList()
                lines.append(String(line))
            }
        }

        /// What a line says after its mark, where it is a point of a list.
        private func point(_ line: Substring) -> (text: Substring, ordered: Bool)? {
            if line.hasPrefix("- ") || line.hasPrefix("* ") { return (line.dropFirst(2), false) }
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            guard (1...3).contains(digits.count) else { return nil }
            let rest = line.dropFirst(digits.count)
            guard rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
            // A list that doesn't begin at its beginning keeps its numbers as words.
            if items.isEmpty || !isOrdered, digits != "1" { return nil }
            return (rest.dropFirst(2), true)
        }

        mutating func close() {
            closeParagraph()
            closeList()
        }

        private mutating func closeParagraph() {
            if !lines.isEmpty { blocks.append(.paragraph(lines.joined(separator: " "))) }
            lines = []
        }

        private mutating func closeList() {
            if !items.isEmpty { blocks.append(.list(ordered: isOrdered, items)) }
            items = []
        }
    }
}

extension HTMLWriter {
    /// Writes a text's pieces; its headings are of level 4, below that of its language.
    mutating func words(_ words: HeldWords) {
        for block in words.blocks {
            switch block {
            case .heading(_, let text): self(.h4) { $0.emphasised(text) }
            case .paragraph(let text): self(.p) { $0.emphasised(text) }
            case .line: self(.hr)
            case .list(let ordered, let items):
                self(ordered ? .ol : .ul) { html in
                    for item in items { html(.li) { $0.emphasised(item) } }
                }
            }
        }
    }

    /// Writes a text in which `**` and `*` set words off; a mark without its partner stays as it is.
    private mutating func emphasised(_ text: String) {
        pieces(text, mark: "**") { html, piece, isMarked in
            if isMarked { return html(.b, piece) }
            html.pieces(piece, mark: "*") { html, piece, isMarked in
                if isMarked { html(.em, piece) } else { html.text(piece) }
            }
        }
    }

    private mutating func pieces(
        _ text: String, mark: String, write: (inout HTMLWriter, String, Bool) -> Void
    ) {
        let pieces = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        for (index, piece) in pieces.enumerated() {
            // An asterisk beside a space multiplies, or marks a note.
            let isMarked =
                index % 2 == 1 && index < pieces.count - 1 && piece.first?.isWhitespace == false
                && piece.last?.isWhitespace == false
            if index % 2 == 1, !isMarked {
                write(&self, mark + piece + (index < pieces.count - 1 ? mark : ""), false)
            } else {
                write(&self, piece, isMarked)
            }
        }
    }
}
