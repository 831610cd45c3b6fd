import Charter
import HashTreeCollections

extension ActivityPlanned: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(activity)
        writer.write(title)
        writer.write(plan)
        writer.write(list: lines)
        writer.write(from)
        writer.write(to)
        writer.write(place)
        writer.write(host)
        writer.write(organ)
        writer.write(meeting)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            activity: try reader.value(), title: try reader.value(), plan: try reader.value(),
            lines: try reader.list(), from: try reader.value(), to: try reader.optional(),
            place: try reader.optional(), host: try reader.optional(), organ: try reader.optional(),
            meeting: try reader.optional())
    }
}

extension ActivityMandate: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(decision)
        writer.write(line)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(decision: try reader.optional(), line: try reader.optional())
    }
}

extension ConceptNoteFiled: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(activity)
        writer.write(document)
        writer.write(background)
        writer.write(justification)
        writer.write(mandate)
        writer.write(generalObjective)
        writer.write(list: specificObjectives)
        writer.write(participants)
        writer.write(method)
        writer.write(list: agenda)
        writer.write(list: results)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            activity: try reader.value(), document: try reader.optional(), background: try reader.optional(),
            justification: try reader.optional(), mandate: try reader.optional(),
            generalObjective: try reader.optional(), specificObjectives: try reader.optionalList(),
            participants: try reader.optional(), method: try reader.optional(),
            agenda: try reader.optionalList(), results: try reader.optionalList())
    }
}

extension PlanState.Activity.Note: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension PlanState.Activity: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(meeting)
        writer.write(convened)
        writer.write(note)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            meeting: try reader.optional(), convened: try reader.optionalInt(), note: try reader.optional())
    }
}
