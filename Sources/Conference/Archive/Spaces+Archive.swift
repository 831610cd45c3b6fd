import Charter
import HashTreeCollections

extension TextRecorded: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(document)
        writer.write(word: language)
        writer.write(file)
        writer.write(mediaType)
        writer.write(title)
        writer.write(word: access)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            document: try reader.value(), language: try reader.word(), file: try reader.text(),
            mediaType: try reader.text(), title: try reader.optionalText(), access: try reader.word())
    }
}

extension LibraryState.Text: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension SpaceOpened: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(space)
        writer.write(name)
        writer.write(summary)
        writer.write(list: organs)
        writer.write(list: lines)
        writer.write(list: terms)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            space: try reader.value(), name: try reader.value(), summary: try reader.value(),
            organs: try reader.optionalList(), lines: try reader.optionalList(),
            terms: try reader.optionalList())
    }
}

extension Placed: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(space)
        writer.write(list: documents)
        writer.write(list: meetings)
        writer.write(list: organs)
        writer.write(word: access)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            space: try reader.value(), documents: try reader.optionalList(),
            meetings: try reader.optionalList(), organs: try reader.optionalList(),
            access: try reader.word())
    }
}

extension LibraryState.Space.Placing: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension LibraryState.Space: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: placings)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            placings: try reader.list())
    }
}
