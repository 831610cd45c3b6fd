import Charter
import HashTreeCollections

extension MembershipState.Span: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(byte: status.rawValue)
        writer.write(from)
        writer.write(beginningRecorded)
        writer.write(end)
        writer.write(list: entries)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        guard let status = MembershipState.Status(rawValue: try reader.byte()) else { throw reader.damaged }
        self.init(
            status: status, from: try reader.value(), beginningRecorded: try reader.flag(),
            end: try reader.optional(), entries: try reader.ints())
    }
}

extension MembershipState.Mark: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(on: try reader.value(), entry: try reader.int())
    }
}

extension MembershipState.Party: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(id)
        writer.write(word: kind)
        writer.write(name)
        writer.write(abbreviation)
        writer.write(entry)
        writer.write(list: spans)
        writer.write(list: notices)
        writer.write(list: lapsesAnnounced)
        writer.write(list: reinstatements)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            id: try reader.value(), kind: try reader.word(), name: try reader.value(),
            abbreviation: try reader.optional(), entry: try reader.int(), spans: try reader.list(),
            notices: try reader.list(), lapsesAnnounced: try reader.list(),
            reinstatements: try reader.list())
    }
}

extension MembershipState: Archivable {
    // `order` names each party once: it orders the dictionary too.
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: order.compactMap { parties[$0] })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for party in try reader.list(Party.self) {
            order.append(party.id)
            try reader.require(parties.updateValue(party, forKey: party.id) == nil)
        }
    }
}
