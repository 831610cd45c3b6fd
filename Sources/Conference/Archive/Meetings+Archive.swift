import Charter
import HashTreeCollections

extension MeetingConvened: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(meeting)
        writer.write(organ)
        writer.write(word: kind)
        writer.write(title)
        writer.write(number)
        writer.write(from)
        writer.write(to)
        writer.write(place)
        writer.write(host)
        writer.write(word: mode)
        writer.write(decision)
        writer.write(chair)
        writer.write(list: parts)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            meeting: try reader.value(), organ: try reader.value(), kind: try reader.word(),
            title: try reader.optional(), number: try reader.optionalText(), from: try reader.value(),
            to: try reader.optional(), place: try reader.optional(), host: try reader.optional(),
            mode: try reader.optionalWord(), decision: try reader.optional(), chair: try reader.optional(),
            parts: try reader.optionalTexts())
    }
}

extension MeetingAgenda: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(meeting)
        writer.write(zone)
        writer.write(list: items)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(meeting: try reader.value(), zone: try reader.text(), items: try reader.list())
    }
}

extension MeetingRecord.Attendance: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: present)
        writer.write(delegations)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            present: try reader.list(), delegations: try reader.optionalInt(), entry: try reader.int())
    }
}

extension MeetingRecord.Agenda: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), entry: try reader.int())
    }
}

extension MeetingRecord: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: subjects)
        writer.write(list: subjectEntries)
        writer.write(agenda)
        writer.write(attendance)
        writer.write(cancelled)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            subjects: try reader.list(), subjectEntries: try reader.ints(), agenda: try reader.optional(),
            attendance: try reader.optional(), cancelled: try reader.optionalInt())
    }
}

extension MeetingsState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: meetings.values.sorted { $0.entry < $1.entry })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let record = try reader.value(MeetingRecord.self)
            try reader.require(meetings.updateValue(record, forKey: record.id) == nil)
        }
    }
}

extension DecisionRecorded: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(decision)
        writer.write(organ)
        writer.write(meeting)
        writer.write(number)
        writer.write(item)
        writer.write(title)
        writer.write(word: session)
        writer.write(departs) { $0.write(list: $1) }
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            decision: try reader.value(), organ: try reader.value(), meeting: try reader.optional(),
            number: try reader.optionalInt(), item: try reader.optionalText(), title: try reader.value(),
            session: try reader.word(), departs: try reader.optionalList())
    }
}

extension DecisionRecord: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: departures)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            departures: try reader.ints())
    }
}

extension DeliberationState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: decisions.values.sorted { $0.entry < $1.entry })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let record = try reader.value(DecisionRecord.self)
            try reader.require(decisions.updateValue(record, forKey: record.id) == nil)
        }
    }
}
