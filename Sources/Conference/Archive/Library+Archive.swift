import Charter
import HashTreeCollections

extension DocumentRecorded: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(document)
        writer.write(title)
        writer.write(word: kind)
        writer.write(year)
        writer.write(languages) { $0.write(list: $1) { $0.write(word: $1) } }
        writer.write(word: access)
        writer.write(link)
        writer.write(file)
        writer.write(mediaType)
        writer.write(meeting)
        writer.write(organ)
        writer.write(list: themes)
        writer.write(decision)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            document: try reader.value(), title: try reader.value(), kind: try reader.word(),
            year: try reader.optionalInt(),
            languages: try reader.optional { reader throws(ArchiveFault) in
                try reader.list { reader throws(ArchiveFault) in try reader.word() }
            },
            access: try reader.word(), link: try reader.optionalText(), file: try reader.optionalText(),
            mediaType: try reader.optionalText(), meeting: try reader.optional(),
            organ: try reader.optional(), themes: try reader.optionalList(),
            decision: try reader.optional())
    }
}

extension TermDefined: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(term)
        writer.write(abbreviation)
        writer.write(name)
        writer.write(definition)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            term: try reader.value(), abbreviation: try reader.optional(), name: try reader.value(),
            definition: try reader.optional())
    }
}

extension LibraryState.Document: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: texts)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            texts: try reader.list())
    }
}

extension LibraryState.Term: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), entry: try reader.int())
    }
}

extension LibraryState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: documents.values.sorted { $0.entry < $1.entry })
        writer.write(list: spaceOrder.compactMap { spaces[$0] })
        writer.write(list: terms.values.sorted { $0.entry < $1.entry })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let document = try reader.value(Document.self)
            try reader.require(documents.updateValue(document, forKey: document.act.document) == nil)
        }
        for _ in 0..<(try reader.count()) {
            let space = try reader.value(Space.self)
            spaceOrder.append(space.id)
            try reader.require(spaces.updateValue(space, forKey: space.id) == nil)
        }
        for _ in 0..<(try reader.count()) {
            let term = try reader.value(Term.self)
            try reader.require(terms.updateValue(term, forKey: term.act.term) == nil)
        }
    }
}

extension FigureRecorded: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(figure)
        writer.write(series)
        writer.write(label)
        writer.write(value)
        writer.write(from)
        writer.write(to)
        writer.write(total)
        writer.write(approximate)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            figure: try reader.value(), series: try reader.value(), label: try reader.value(),
            value: try reader.int(), from: try reader.optional(), to: try reader.optional(),
            total: try reader.optionalFlag(), approximate: try reader.optionalFlag())
    }
}

extension StatisticsState.Figure: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension StatisticsState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: order.compactMap { figures[$0] })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let figure = try reader.value(Figure.self)
            order.append(figure.act.figure)
            try reader.require(figures.updateValue(figure, forKey: figure.act.figure) == nil)
        }
    }
}
