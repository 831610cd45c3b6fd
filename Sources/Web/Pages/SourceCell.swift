import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

extension PageContext {
    /// Where a fact is said, as a table's cell: the document with its section, or an address, marked where it
    /// is secondary.
    func cell(_ source: Source?) -> DataTable.Cell {
        guard let source else { return .none(self("sin fuente anotada", "no source noted")) }
        let words = words(source)
        let isSecondary = source.secondary == true
        guard isSecondary || words.address != nil || source.note != nil else { return .text(words.text) }
        let tag = self("fuente secundaria", "secondary source")
        let note = source.note.map { self($0) }
        return .made(
            TrustedHTML { html in
                if let address = words.address {
                    html(.a, words.text, .href(external: address), .rel("noopener"))
                } else {
                    html.text(words.text)
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

    /// The source in words and, where it can be opened, its address.
    func words(_ source: Source) -> (text: String, address: String?) {
        var parts: [String] = []
        var address: String?
        if let document = source.document {
            let known = state.library.documents[document]?.act
            if let known, viewer.mayRead(known.access) {
                parts.append(self(known.title))
                address = known.link
            } else {
                parts.append(
                    known == nil ? document.text : self("un documento reservado", "a closed document"))
            }
        }
        if let section = source.section { parts.append(section) }
        if let place = source.address {
            parts.append(place)
            // Notes such as "paper, 21 July 2024" are no addresses; a bare host and path is one.
            if address == nil, place.hasPrefix("https://") || place.hasPrefix("http://") { address = place }
        }
        return (parts.joined(separator: ", "), address)
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
