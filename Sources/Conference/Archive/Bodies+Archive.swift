import Charter
import HashTreeCollections

extension OrganEstablished: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(organ)
        writer.write(word: role)
        writer.write(name)
        writer.write(abbreviation)
        writer.write(word: beginning)
        writer.write(mandate)
        writer.write(list: objectives)
        writer.write(until)
        writer.write(proposal)
        writer.write(decision)
        writer.write(list: parts)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            organ: try reader.value(), role: try reader.word(), name: try reader.value(),
            abbreviation: try reader.optional(), beginning: try reader.optionalWord(),
            mandate: try reader.optional(), objectives: try reader.optionalList(),
            until: try reader.optional(), proposal: try reader.optional(), decision: try reader.optional(),
            parts: try reader.optionalTexts())
    }
}

extension OrganDescribed: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(organ)
        writer.write(composition)
        writer.write(list: competences)
        writer.write(clause)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            organ: try reader.value(), composition: try reader.optional(),
            competences: try reader.optionalList(), clause: try reader.optional())
    }
}

extension SecretaryAppointed: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(holder)
        writer.write(nationality)
        writer.write(from)
        writer.write(until)
        writer.write(decision)
        writer.write(selection)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            holder: try reader.text(), nationality: try reader.value(), from: try reader.value(),
            until: try reader.value(), decision: try reader.optional(), selection: try reader.optional())
    }
}

extension BodiesState.Description: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(on)
        writer.write(act)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(on: try reader.value(), act: try reader.value(), entry: try reader.int())
    }
}

extension BodiesState.Name: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(on)
        writer.write(name)
        writer.write(abbreviation)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            on: try reader.value(), name: try reader.value(), abbreviation: try reader.optional(),
            entry: try reader.int())
    }
}

extension BodiesState.Participation: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(party)
        writer.write(from)
        writer.write(end)
        writer.write(list: entries)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            party: try reader.value(), from: try reader.value(), end: try reader.optional(),
            entries: try reader.ints())
    }
}

extension BodiesState.TermEnd: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(until)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(until: try reader.value(), entry: try reader.int())
    }
}

extension BodiesState.Organ: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: names)
        writer.write(list: descriptions)
        writer.write(list: terms)
        writer.write(ended) {
            $0.write($1.last)
            $0.write($1.successor)
            $0.write($1.entry)
        }
        writer.write(list: participations)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            names: try reader.list(), descriptions: try reader.list(), terms: try reader.list())
        if try reader.flag() { ended = (try reader.value(), try reader.optional(), try reader.int()) }
        participations = try reader.list()
        // An organ is always called something.
        try reader.require(!names.isEmpty)
    }
}

extension BodiesState.Appointment: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension BodiesState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: order.compactMap { organs[$0] })
        writer.write(list: appointments)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for organ in try reader.list(Organ.self) {
            order.append(organ.id)
            try reader.require(organs.updateValue(organ, forKey: organ.id) == nil)
        }
        appointments = try reader.list()
    }
}
