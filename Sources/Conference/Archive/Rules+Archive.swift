import Charter
import HashTreeCollections

extension ReadingRegistered: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(edition)
        writer.write(word: rule)
        writer.write(parameter)
        writer.write(value)
        writer.write(reason)
        writer.write(decision)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            edition: try reader.value(), rule: try reader.word(), parameter: try reader.text(),
            value: try reader.value(), reason: try reader.value(), decision: try reader.optional())
    }
}

extension EditionsState.Reading: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(from)
        writer.write(act)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(from: try reader.value(), act: try reader.value(), entry: try reader.int())
    }
}

/// Editions and calendars aren't in a snapshot: they come with the shelf, by their SHA-256.
extension EditionsState {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: inForce) {
            $0.write($1.from)
            $0.write($1.id)
            $0.write($1.file)
            $0.write($1.assumed)
            $0.write($1.note)
            $0.write(list: $1.entries)
        }
        writer.write(list: readings)
        writer.write(holidays) {
            $0.write($1.file)
            $0.write($1.entry)
        }
    }

    init(from reader: inout ArchiveReader, shelf: FileShelf) throws(ArchiveFault) {
        self.init()
        inForce = try reader.list { reader throws(ArchiveFault) in
            let from = try reader.value(PartialDay.self)
            let id = try reader.value(EditionID.self)
            let file = try reader.text()
            guard case .edition(let edition)? = shelf.files[file], edition.id == id else {
                throw .fileMissing(file)
            }
            return InForce(
                from: from, id: id, file: file, assumed: try reader.flag(), note: try reader.optional(),
                edition: edition, entries: try reader.ints())
        }
        readings = try reader.list()
        if try reader.flag() {
            let file = try reader.text()
            guard case .holidays? = shelf.files[file] else { throw .fileMissing(file) }
            holidays = (file, try reader.int())
        }
    }
}

extension PresidencyHandedOver: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(from)
        writer.write(to)
        writer.write(meeting)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(from: try reader.value(), to: try reader.value(), meeting: try reader.optional())
    }
}

extension PresidencyState.Term: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(year)
        writer.write(party)
        writer.write(days.lowerBound)
        writer.write(days.upperBound)
        writer.write(decision)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        let year = try reader.int()
        let party = try reader.value(PartyID.self)
        let first = try reader.value(Day.self)
        let last = try reader.value(Day.self)
        try reader.require((1...9999).contains(year) && first <= last)
        self.init(
            year: year, party: party, days: first...last, decision: try reader.optional(),
            on: try reader.value(), entry: try reader.int())
    }
}

extension PresidencyState.Mark: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(party)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(party: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension PresidencyState.Theme: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(title)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(title: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension PresidencyState.Handover: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension PresidencyState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: all)
        writer.write(list: themes.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write($1.value)
        }
        for marks in [interest, acceptance] {
            writer.write(list: marks.sorted { $0.key < $1.key }) {
                $0.write($1.key)
                $0.write(list: $1.value)
            }
        }
        writer.write(list: handovers)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for term in try reader.list(Term.self) {
            try reader.require(terms.updateValue(term, forKey: term.year) == nil)
        }
        for _ in 0..<(try reader.count()) { themes[try reader.int()] = try reader.value() }
        for _ in 0..<(try reader.count()) { interest[try reader.int()] = try reader.list() }
        for _ in 0..<(try reader.count()) { acceptance[try reader.int()] = try reader.list() }
        handovers = try reader.list()
    }
}
