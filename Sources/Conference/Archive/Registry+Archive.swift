import Charter

extension Opened: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(conference)
        writer.write(name)
        writer.write(subtitle)
        writer.write(abbreviation)
        writer.write(invented)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            conference: try reader.text(), name: try reader.value(), subtitle: try reader.optional(),
            abbreviation: try reader.value(), invented: try reader.flag())
    }
}

extension RegistryState.Opening: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(day)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), day: try reader.value(), entry: try reader.int())
    }
}

extension RegistryState.Period: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(from)
        writer.write(until)
        writer.write(list: entries)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(from: try reader.value(), until: try reader.optional(), entries: try reader.ints())
    }
}

extension RegistryState.Key: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(name)
        writer.write(key)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(name: try reader.text(), key: try reader.text(), entry: try reader.int())
    }
}

extension RegistryState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(opened)
        for matter in Matter.allCases {
            writer.write(complete[matter]) { $0.write(list: $1) }
        }
        writer.write(official) {
            $0.write($1.statement)
            $0.write($1.entry)
        }
        writer.write(list: keys)
        writer.write(list: actors)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        opened = try reader.optional()
        for matter in Matter.allCases {
            complete[matter] = try reader.optionalList()
        }
        if try reader.flag() { official = (try reader.value(), try reader.int()) }
        keys = try reader.list()
        actors = try reader.list()
        try reader.require(actors.count <= Int(UInt16.max) + 1)
    }
}

extension RegisterLine: Archivable {
    // 26 bytes, always.
    func write(to writer: inout ArchiveWriter) {
        writer.write(fixed: recordedAt)
        writer.write(fixed: onNumber)
        writer.write(fixed: kindIndex)
        writer.write(byte: precision)
        writer.write(byte: accessIndex)
        writer.write(fixed: actorIndex)
        writer.write(fixed: correctedBy)
        writer.write(fixed: corrects)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            recordedAt: try reader.fixed(Int64.self), onNumber: try reader.fixed(Int32.self),
            kindIndex: try reader.fixed(UInt16.self), precision: try reader.byte(),
            accessIndex: try reader.byte(), actorIndex: try reader.fixed(UInt16.self),
            correctedBy: try reader.fixed(Int32.self), corrects: try reader.fixed(Int32.self))
    }

    /// The line with its kind found by name again; throws where a page could not show it.
    func checked(
        kinds: [UInt16], lines: Int, _ reader: borrowing ArchiveReader
    ) throws(ArchiveFault) -> RegisterLine {
        try reader.require(
            Int(kindIndex) < kinds.count && PartialDay.Precision(rawValue: precision) != nil
                && Int(accessIndex) < AccessClass.allCases.count
                && Day.distantPast.number <= onNumber && onNumber <= Day.distantFuture.number
                && Instant.isWritable(microseconds: recordedAt)
                && 0 <= correctedBy && Int(correctedBy) <= lines && 0 <= corrects && Int(corrects) <= lines)
        let kind = kinds[Int(kindIndex)]
        if kind == kindIndex { return self }
        return RegisterLine(
            recordedAt: recordedAt, onNumber: onNumber, kindIndex: kind, precision: precision,
            accessIndex: accessIndex, actorIndex: actorIndex, correctedBy: correctedBy, corrects: corrects)
    }
}

extension Instant {
    /// True within the years 1 to 9999, in any zone.
    static func isWritable(microseconds: Int64) -> Bool {
        let day: Int64 = 86_400_000_000
        return microseconds / day > Int64(Day.distantPast.number) + 1
            && microseconds / day < Int64(Day.distantFuture.number) - 1
    }
}
