import Testing

@testable import Register

/// What every driver keeps to; a new one joins `Driver` and is held to all of it.
@Suite struct StoreContractTests {
    let folder = TemporaryFolder()

    @Test(arguments: Driver.allCases)
    func `An empty register has no head and no entries`(driver: Driver) throws {
        let store = try driver.store(folder)
        #expect(try store.head() == nil)
        #expect(try store.entries(from: 1, limit: 10).isEmpty)
        #expect(try store.entry(sequence: 1) == nil)
        #expect(try store.leaves(from: 1, limit: 10).isEmpty)
        try store.append([])
        #expect(try store.head() == nil)
    }

    @Test(arguments: Driver.allCases)
    func `What was appended comes back byte for byte`(driver: Driver) throws {
        let store = try driver.store(folder)
        let strange = ["", "ñ", "e\u{301}", "\u{0}nul", "\u{1F426}", "'; DROP TABLE acts; --"]
        let entries = Sample.entries(strange.count) { number in
            Content(
                id: "id \(strange[number - 1])", actor: strange[number - 1], kind: strange[number - 1],
                version: number, body: Array(strange[number - 1].utf8))
        }
        try store.append(entries)
        for entry in entries {
            let read = try #require(try store.entry(sequence: entry.sequence))
            #expect(read == entry)
            #expect(Array(read.content.id.utf8) == Array(entry.content.id.utf8))
            #expect(read.digest == entry.digest)
        }
        #expect(try store.entries(from: 1, limit: .max) == entries)
    }

    @Test(arguments: Driver.allCases)
    func `Entries come in order, from where they are asked, as many as are asked`(driver: Driver) throws {
        let store = try driver.store(folder)
        let entries = Sample.entries(20)
        try store.append(Array(entries[..<1]))
        try store.append(Array(entries[1...]))
        #expect(try store.entries(from: 5, limit: 3) == Array(entries[4..<7]))
        #expect(try store.entries(from: 19, limit: 100) == Array(entries[18...]))
        #expect(try store.entries(from: 21, limit: 1).isEmpty)
        #expect(try store.entries(from: 1, limit: 0).isEmpty)
        #expect(try store.entries(from: -3, limit: 2) == Array(entries[..<2]))
        #expect(try store.leaves(from: 3, limit: 2) == entries[2..<4].map(\.leaf))
        #expect(try store.entry(id: "act-7") == entries[6])
        #expect(try store.entry(id: "act-77") == nil)
        #expect(
            try store.head()
                == Head(sequence: 20, recordedAt: entries[19].recordedAt, root: entries[19].root))
    }

    @Test(arguments: Driver.allCases)
    func `A sequence or an id that is taken refuses the whole batch`(driver: Driver) throws {
        let store = try driver.store(folder)
        let entries = Sample.entries(5)
        try store.append(Array(entries[..<3]))
        var sameID = entries[4]
        sameID.content.id = "act-1"
        var sameSequence = entries[4]
        sameSequence.sequence = 2
        for wrong in [sameID, sameSequence] {
            #expect(failure { try store.append([entries[3], wrong]) } == .conflict(file: store.file))
            #expect(failure { try store.append([wrong]) } == .conflict(file: store.file))
            #expect(try store.head()?.sequence == 3)
        }
        try store.append(Array(entries[3...]))
        #expect(try store.entries(from: 1, limit: 10) == entries)
    }

    @Test(arguments: Driver.allCases)
    func `Ids are compared by their bytes, not as Swift compares strings`(driver: Driver) throws {
        let store = try driver.store(folder)
        let spellings = ["\u{E9}", "e\u{301}"]
        let entries = Sample.entries(2) {
            Content(id: spellings[$0 - 1], actor: "a", kind: "k", version: 1, body: [])
        }
        try store.append(entries)
        #expect(try store.entry(id: "e\u{301}")?.sequence == 2)
        #expect(try store.entry(id: "\u{E9}")?.sequence == 1)
    }

    @Test(arguments: Driver.allCases)
    func `What can't be an act isn't stored`(driver: Driver) throws {
        let store = try driver.store(folder)
        for wrong in [
            Content(id: "", actor: "a", kind: "k", version: 1, body: []),
            Content(id: "x", actor: "a", kind: "k", version: 0, body: []),
            Content(id: "x", actor: "a", kind: "k", version: 1, body: [0xC3]),
            Content(
                id: "x", actor: "a", kind: "k", version: 1,
                body: [UInt8](repeating: 0x20, count: Content.maximumBodyBytes + 1)),
            Content(id: "x", actor: String(repeating: "a", count: 4097), kind: "k", version: 1, body: []),
        ] {
            let entries = Sample.entries(2) { $0 == 1 ? Sample.content(1) : wrong }
            #expect(failure { try store.append(entries) } == .unstorable(file: store.file, id: wrong.id))
        }
        #expect(
            failure { try store.append(Sample.entries(1, conference: "csm")) } == .conflict(file: store.file))
        #expect(try store.head() == nil)
    }

    @Test(arguments: Driver.allCases)
    func `A blob is named by its hash and stored once`(driver: Driver) throws {
        let store = try driver.store(folder)
        let name = try store.putBlob(Array("abc".utf8))
        #expect(name == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try store.putBlob(Array("abc".utf8)) == name)
        let empty = try store.putBlob([])
        #expect(try store.blob(name) == Array("abc".utf8))
        #expect(try store.blob(empty) == [])
        #expect(try store.blob("00") == nil)
        #expect(try store.blobNames() == [name, empty].sorted())
    }

    @Test(arguments: Driver.allCases)
    func `A record changes and goes`(driver: Driver) throws {
        let store = try driver.store(folder)
        try store.putRecord(kind: "account", id: "b", bytes: [1])
        try store.putRecord(kind: "account", id: "a", bytes: [2])
        try store.putRecord(kind: "case", id: "a", bytes: [])
        try store.putRecord(kind: "account", id: "b", bytes: [3])
        #expect(try store.record(kind: "account", id: "b") == [3])
        #expect(try store.record(kind: "case", id: "a") == [])
        #expect(try store.recordIDs(kind: "account") == ["a", "b"])
        #expect(try store.recordKinds() == ["account", "case"])
        #expect(try store.deleteRecord(kind: "account", id: "b"))
        #expect(try !store.deleteRecord(kind: "account", id: "b"))
        #expect(try store.record(kind: "account", id: "b") == nil)
        #expect(try store.recordIDs(kind: "account") == ["a"])
    }

    @Test(arguments: Driver.allCases)
    func `The last snapshot of a format is kept, and no other format's is given`(driver: Driver) throws {
        let store = try driver.store(folder)
        let entries = Sample.entries(11)
        try store.append(entries)
        let first = Snapshot(edge: Sample.edge(entries[..<5]), formatVersion: 3, bytes: [1, 2, 3])
        let second = Snapshot(edge: Sample.edge(entries), formatVersion: 3, bytes: [])
        #expect(try store.latestSnapshot(formatVersion: 3) == nil)
        try store.saveSnapshot(first)
        #expect(try store.latestSnapshot(formatVersion: 3) == first)
        try store.saveSnapshot(second)
        #expect(try store.latestSnapshot(formatVersion: 3) == second)
        #expect(second.sequence == 11 && second.root == entries[10].root)
        #expect(try store.latestSnapshot(formatVersion: 4) == nil)
    }

    @Test(arguments: Driver.allCases)
    func `A register verifies, and its structure is whole`(driver: Driver) throws {
        let store = try driver.store(folder)
        try store.append(Sample.entries(70))
        try store.putBlob([1, 2, 3])
        try store.settle()
        try store.checkStructure(thorough: true)
        let verdict = try Verification.verify(store)
        #expect(
            verdict
                == .holds(
                    VerifyReport(
                        conference: "crm", size: 70, root: Sample.entries(70)[69].root,
                        lastRecordedAt: Sample.entries(70)[69].recordedAt, closed: 0, blobs: 1)))
    }
}
