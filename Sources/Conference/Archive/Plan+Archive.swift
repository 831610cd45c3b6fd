import Charter
import HashTreeCollections

extension PlanAdopted: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(plan)
        writer.write(word: kind)
        writer.write(title)
        writer.write(from)
        writer.write(until)
        writer.write(vision)
        writer.write(mission)
        writer.write(decision)
        writer.write(document)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            plan: try reader.value(), kind: try reader.word(), title: try reader.value(),
            from: try reader.optional(), until: try reader.optional(), vision: try reader.optional(),
            mission: try reader.optional(), decision: try reader.optional(), document: try reader.optional())
    }
}

extension PlanLineStated: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(plan)
        writer.write(line)
        writer.write(word: kind)
        writer.write(number)
        writer.write(parent)
        writer.write(title)
        writer.write(text)
        writer.write(list: refersTo)
        writer.write(document)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            plan: try reader.value(), line: try reader.value(), kind: try reader.word(),
            number: try reader.optionalText(), parent: try reader.optional(), title: try reader.value(),
            text: try reader.optional(), refersTo: try reader.optionalList(),
            document: try reader.optionalText())
    }
}

extension PlanStatusReported: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(plan)
        writer.write(line)
        writer.write(word: status)
        writer.write(note)
        writer.write(reason)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            plan: try reader.value(), line: try reader.value(), status: try reader.word(),
            note: try reader.optional(), reason: try reader.optional())
    }
}

extension PlanState.Report: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension PlanState.Line: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: reports)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            act: try reader.value(), on: try reader.value(), entry: try reader.int(),
            reports: try reader.list())
    }
}

extension PlanState.Record: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
        writer.write(list: order.compactMap { lines[$0] })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
        for _ in 0..<(try reader.count()) {
            let line = try reader.value(PlanState.Line.self)
            order.append(line.act.line)
            try reader.require(lines.updateValue(line, forKey: line.act.line) == nil)
        }
    }
}

extension PlanState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: order.compactMap { plans[$0] })
        writer.write(list: activityOrder.compactMap { activities[$0] })
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let record = try reader.value(Record.self)
            order.append(record.act.plan)
            try reader.require(plans.updateValue(record, forKey: record.act.plan) == nil)
        }
        for _ in 0..<(try reader.count()) {
            let activity = try reader.value(Activity.self)
            activityOrder.append(activity.id)
            try reader.require(activities.updateValue(activity, forKey: activity.id) == nil)
        }
    }
}
