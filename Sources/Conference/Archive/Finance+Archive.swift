import Charter
import HashTreeCollections

extension BudgetApproved: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(year)
        writer.write(amount)
        writer.write(decision)
        writer.write(recommendation)
        writer.write(list: headings)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            year: try reader.int(), amount: try reader.value(), decision: try reader.optional(),
            recommendation: try reader.optional(), headings: try reader.optionalList())
    }
}

extension HeadingNamed: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(heading)
        writer.write(title)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(heading: try reader.value(), title: try reader.value())
    }
}

extension FundDescribed: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(fund)
        writer.write(title)
        writer.write(purpose)
        writer.write(list: terms)
        writer.write(cap)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            fund: try reader.value(), title: try reader.value(), purpose: try reader.value(),
            terms: try reader.list(), cap: try reader.optional())
    }
}

extension FinanceState.Budget: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension FinanceState.Foreseen: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(year)
        writer.write(fixed: cents)
        writer.write(due)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            year: try reader.int(), cents: try reader.fixed(Int64.self), due: try reader.value(),
            entry: try reader.int())
    }
}

extension FinanceState.Received: Archivable {
    // 20 bytes, always.
    func write(to writer: inout ArchiveWriter) {
        writer.write(on)
        writer.write(fixed: cents)
        writer.write(fixed: Int64(entry))
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(
            on: try reader.value(), cents: try reader.fixed(Int64.self),
            entry: Int(try reader.fixed(Int64.self)))
    }
}

extension FinanceState.Account: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: foreseen)
        writer.write(list: received)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        foreseen = try reader.list()
        received = try ChunkedArray(count: try reader.count()) { () throws(ArchiveFault) in
            try reader.value()
        }
    }
}

extension FinanceState.Heading: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), entry: try reader.int())
    }
}

extension FinanceState.Fund: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(act)
        writer.write(on)
        writer.write(entry)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init(act: try reader.value(), on: try reader.value(), entry: try reader.int())
    }
}

extension FinanceState: Archivable {
    func write(to writer: inout ArchiveWriter) {
        writer.write(list: budgets.values.sorted { $0.act.year < $1.act.year })
        writer.write(list: accounts.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write($1.value)
        }
        writer.write(list: headings)
        writer.write(list: funds)
    }
    init(from reader: inout ArchiveReader) throws(ArchiveFault) {
        self.init()
        for budget in try reader.list(Budget.self) {
            try reader.require(budgets.updateValue(budget, forKey: budget.act.year) == nil)
        }
        for _ in 0..<(try reader.count()) {
            let party = try reader.value(PartyID.self)
            try reader.require(accounts.updateValue(try reader.value(), forKey: party) == nil)
        }
        headings = try reader.list()
        funds = try reader.list()
    }
}
