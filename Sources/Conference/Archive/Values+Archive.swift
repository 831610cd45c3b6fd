import Charter

extension Day: Archivable {
    func write(to writer: inout ArchiveWriter) { writer.write(fixed: number) }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(number: try reader.fixed(Int32.self))
        try reader.require(Day.distantPast <= self && self <= Day.distantFuture)
    }
}

extension PartialDay: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(first)
        writer.write(byte: precision.rawValue)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        let day = try reader.value(Day.self)
        guard let precision = Precision(rawValue: try reader.byte()) else { throw reader.damaged }
        self.init(day, precision: precision)
        try reader.require(first == day)
    }
}

extension Localized: Archivable {
    // One byte says whether both texts are the same and which is the original.
    func write(to writer: inout ArchiveWriter) {
        // Bytes, not canonical equivalence: what was written comes back.
        let same = es.utf8.elementsEqual(en.utf8)
        let language: UInt8 = original.map { $0 == .es ? 1 : 2 } ?? 0
        writer.write(byte: (same ? 4 : 0) | language)
        writer.write(es)
        if !same { writer.write(en) }
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        let form = try reader.byte()
        try reader.require(form < 8 && form & 3 < 3)
        let es = try reader.text()
        let en = form & 4 != 0 ? es : try reader.text()
        self.init(es: es, en: en, original: form & 3 == 0 ? nil : form & 3 == 1 ? .es : .en)
    }
}

extension Money: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(Int(cents))
        writer.write(interned: currency)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(cents: Int64(try reader.int()), currency: try reader.interned())
    }
}

extension ParameterValue: Archivable {
    func write(to writer: inout ArchiveWriter) {
        switch self {
        case .count(let count):
            writer.write(byte: 0)
            writer.write(count)
        case .flag(let flag):
            writer.write(byte: 1)
            writer.write(flag)
        case .text(let text):
            writer.write(byte: 2)
            writer.write(text)
        }
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        switch try reader.byte() {
        case 0: self = .count(try reader.int())
        case 1: self = .flag(try reader.flag())
        case 2: self = .text(try reader.text())
        default: throw reader.damaged
        }
    }
}

/// Codes that repeat stand in the string table.
protocol InternedIdentifier: Identifier, Archivable {}
extension InternedIdentifier {
    func write(to writer: inout ArchiveWriter) { writer.write(interned: text) }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) { self.init(try reader.interned()) }
}
extension PartyID: InternedIdentifier {}
extension OrganID: InternedIdentifier {}
extension ClauseID: InternedIdentifier {}
extension EditionID: InternedIdentifier {}
extension PlanID: InternedIdentifier {}
extension HeadingID: InternedIdentifier {}
extension FundID: InternedIdentifier {}

/// Codes that are mostly their own stand where they are used.
protocol InlineIdentifier: Identifier, Archivable {}
extension InlineIdentifier {
    func write(to writer: inout ArchiveWriter) { writer.write(text) }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) { self.init(try reader.text()) }
}
extension MeetingID: InlineIdentifier {}
extension DecisionID: InlineIdentifier {}
extension DocumentID: InlineIdentifier {}
extension ElementID: InlineIdentifier {}
extension FigureID: InlineIdentifier {}
extension TermID: InlineIdentifier {}
extension SpaceID: InlineIdentifier {}
extension ActivityID: InlineIdentifier {}

extension ActingParty: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(word: capacity)
        writer.write(party)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(try reader.word(Capacity.self), party: try reader.optional())
    }
}

extension AgendaItem: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(day)
        writer.write(interned: start)
        writer.write(interned: end)
        writer.write(title)
        writer.write(list: points)
        writer.write(lead)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            day: try reader.optional(), start: try reader.interned(), end: try reader.interned(),
            title: try reader.value(), points: try reader.optionalList(), lead: try reader.optional())
    }
}

extension PlanReference: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(to)
        writer.write(label)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(to: try reader.text(), label: try reader.value())
    }
}

extension PlanPlace: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(plan)
        writer.write(line)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(plan: try reader.value(), line: try reader.value())
    }
}

extension ExpectedResult: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(result)
        writer.write(list: indicators)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(result: try reader.value(), indicators: try reader.list())
    }
}

extension HeadingAmount: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(heading)
        writer.write(amount)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(heading: try reader.value(), amount: try reader.value())
    }
}
