import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// A part of what says where a fact stands, and where it leads.
struct SourcePart {
    /// What is read.
    let text: String
    /// The page of ours, or the address outside, where it can be opened.
    var href: String?
    /// True for an address outside.
    var isOutside = false
    /// The language of its words, where that isn't the reader's.
    var language: Language?
    /// What stands between it and the part before it.
    var separator = ", "
}

extension PageContext {
    /// Where a fact is said, as a table's cell: the document of the library with its section, or an address,
    /// marked where it is secondary.
    func cell(_ source: Source?) -> DataTable.Cell {
        guard let source else { return .none(self("sin fuente anotada", "no source noted")) }
        let parts = parts(source)
        let isSecondary = source.secondary == true
        guard isSecondary || source.note != nil || parts.contains(where: { $0.href != nil }) else {
            return .text(words(source))
        }
        let tag = self("fuente secundaria", "secondary source")
        let note = source.note.map { self($0) }
        return .made(
            TrustedHTML { html in
                for (index, part) in parts.enumerated() {
                    if index > 0 { html.text(part.separator) }
                    html.write(part)
                }
                if isSecondary {
                    html.text(" ")
                    html.tag(tag, .gold)
                }
                if let note {
                    html(.br)
                    html(.small, note, .class("soft"))
                }
            })
    }

    /// The source in words.
    func words(_ source: Source) -> String {
        parts(source).enumerated().map { ($0 > 0 ? $1.separator : "") + $1.text }.joined()
    }

    /// What the source is made of: a document leads to its page in the library, its section is in the
    /// document's own language; an address with a path leads there.
    func parts(_ source: Source) -> [SourcePart] {
        var parts: [SourcePart] = []
        var spoken: Language?
        if let document = source.document {
            let known = state.library.documents[document]?.act
            if let known, viewer.mayRead(known.access) {
                spoken = known.title.original ?? known.languages?.first
                parts.append(SourcePart(text: self(known.title), href: path(.document(document.text))))
            } else {
                parts.append(
                    SourcePart(
                        text: known == nil
                            ? document.text : self("un documento reservado", "a closed document")))
            }
        }
        if let section = source.section {
            parts.append(SourcePart(text: section, language: spoken == language ? nil : spoken))
        }
        for (index, place) in (source.address?.split(separator: "; ") ?? []).enumerated() {
            let place = String(place)
            let address = WebAddress.of(place)
            parts.append(
                SourcePart(
                    text: address == nil ? dated(place) : place, href: address, isOutside: address != nil,
                    separator: index > 0 ? "; " : ", "))
        }
        return parts
    }

    /// "host, 2024-07-21" with its day as people write it.
    private func dated(_ place: String) -> String {
        guard let comma = place.ranges(of: ", ").last,
            let day = PartialDay(place[comma.upperBound...])
        else { return place }
        return place[..<comma.upperBound] + Written.partial(day, language)
    }

    /// A source as JSON.
    func json(_ source: Source?) -> JSONValue {
        guard let source else { return .null }
        // Of a document that this reader may not open not even its code is told.
        let hidesDocument = source.document.map { isClosed($0) } ?? false
        return [
            "document": hidesDocument ? .null : JSONValue(source.document?.text),
            "section": JSONValue(source.section),
            "address": JSONValue(source.address), "secondary": .flag(source.secondary ?? false),
            "note": JSONValue(source.note.map { self($0) }),
        ]
    }
}

extension PageContext {
    /// True for a document of the library that this reader may not open.
    func isClosed(_ document: DocumentID) -> Bool {
        state.library.documents[document].map { !viewer.mayRead($0.act.access) } ?? false
    }

    /// In place of a source: whose act it is, where an organ or a party registered it itself and not the
    /// installation out of papers.
    private func registered(by entries: [Int]) -> DataTable.Cell? {
        let entry = entries.first { (1...state.lines.count).contains($0) && isOpen($0) }
        guard let entry else { return nil }
        let actor = state.registry.actors[Int(state.lines[entry - 1].actorIndex)]
        guard actor.capacity != .installation else { return nil }
        return .text(self("lo registró ", "registered by ") + self(actor.title(state)))
    }

    /// The cell for a fact that rests on several acts: their sources, each named once with all its notes.
    func cell(sources entries: [Int], _ sources: [Int: Source]) -> DataTable.Cell {
        var different: [(source: Source, notes: [Localized])] = []
        for source in entries.compactMap({ sources[$0] }) {
            let bare = Source(
                document: source.document, section: source.section, address: source.address,
                secondary: source.secondary)
            if let index = different.firstIndex(where: { $0.source == bare }) {
                if let note = source.note, !different[index].notes.contains(note) {
                    different[index].notes.append(note)
                }
            } else {
                different.append((bare, [source.note].compactMap { $0 }))
            }
        }
        var cells = different.map { source, notes in
            cell(
                Source(
                    document: source.document, section: source.section, address: source.address,
                    secondary: source.secondary,
                    note: notes.dropFirst().reduce(notes.first) { all, note in
                        all.map { $0 + Localized(same: " ") + note }
                    }))
        }
        cells += [registered(by: entries.filter { sources[$0] == nil })].compactMap { $0 }
        guard cells.count > 1 else { return cells.first ?? cell(nil) }
        return .made(
            TrustedHTML { html in
                for (index, cell) in cells.enumerated() {
                    if index > 0 { html(.br) }
                    html.cell(cell)
                }
            })
    }
}

extension HTMLWriter {
    fileprivate mutating func write(_ part: SourcePart) {
        let language = part.language?.rawValue
        if let href = part.href, part.isOutside {
            self(.a, part.text, .href(external: href), .rel("noopener"))
        } else if let href = part.href {
            self(.a, part.text, .href(href))
        } else if let language {
            self(.span, part.text, .lang(language))
        } else {
            text(part.text)
        }
    }
}

/// Addresses of the web as sources write them: often without `https://`.
enum WebAddress {
    /// The address to open; `nil` for what is none, and for a bare host, where the fact can't be found.
    static func of(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }) else {
            return nil
        }
        if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
        let pieces = text.split(separator: "/", maxSplits: 1)
        guard pieces.count == 2, let host = pieces.first else { return nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isHost =
            labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.allSatisfy { Self.isHostByte($0) }
            }
            && (labels.last?.allSatisfy(\.isLetter) ?? false)
        return isHost ? "https://" + text : nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }
}
