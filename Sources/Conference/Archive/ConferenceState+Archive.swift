import Charter
import HashTreeCollections

extension ConferenceState {
    /// The whole state as a snapshot: versioned, with a checksum; the same state gives the same bytes.
    ///
    /// Editions and calendars aren't in it, only their SHA-256.
    public func archive() -> [UInt8] {
        var writer = ArchiveWriter()
        // Kinds by name: a kind that is added later shifts none.
        writer.write(list: ActKind.all) { $0.write(interned: $1.name) }
        writer.write(sequence)
        writer.write(fixed: recordedAt.microseconds)
        writer.write(list: lines)
        writer.write(list: corrections.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write(list: $1.value)
        }
        writer.write(registry)
        editions.write(to: &writer)
        writer.write(membership)
        writer.write(presidency)
        writer.write(bodies)
        writer.write(meetings)
        writer.write(deliberation)
        writer.write(plan)
        writer.write(finance)
        writer.write(library)
        writer.write(statistics)
        return writer.finished()
    }

    /// Opens a snapshot.
    ///
    /// - Parameters:
    ///   - archive: what ``archive()`` gave, of this version.
    ///   - shelf: the files that its acts name.
    /// - Throws: ``FileProblem`` for anything damaged or foreign, or a file that the shelf lacks; then the
    ///   state is rebuilt from the register. Never traps.
    public init(archive: [UInt8], shelf: FileShelf) throws(FileProblem) {
        try self.init(archive: archive[...], shelf: shelf)
    }

    /// The same of a part of an array, which isn't copied.
    public init(archive: ArraySlice<UInt8>, shelf: FileShelf) throws(FileProblem) {
        let result = archive.withUnsafeBytes { bytes -> Result<ConferenceState, ArchiveFault> in
            do throws(ArchiveFault) {
                var reader = try ArchiveReader(bytes)
                let state = try ConferenceState(from: &reader, shelf: shelf)
                try reader.require(reader.isAtEnd)
                return .success(state)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let state): self = state
        case .failure(let fault): throw fault.problem
        }
    }

    private init(from reader: inout ArchiveReader, shelf: FileShelf) throws(ArchiveFault) {
        self.init(shelf: shelf)
        let kinds = try reader.list { reader throws(ArchiveFault) -> UInt16 in
            guard let index = ActKind.index[try reader.interned()] else { throw .foreign }
            return index
        }
        sequence = try reader.int()
        recordedAt = Instant(microseconds: try reader.fixed(Int64.self))
        let count = try reader.count()
        try reader.require(sequence == count && Instant.isWritable(microseconds: recordedAt.microseconds))
        lines = try ChunkedArray(count: count) { () throws(ArchiveFault) in
            try reader.value(RegisterLine.self).checked(kinds: kinds, lines: count, reader)
        }
        for _ in 0..<(try reader.count()) {
            let subject = try reader.text()
            try reader.require(corrections.updateValue(try reader.ints(), forKey: subject) == nil)
        }
        registry = try reader.value()
        editions = try EditionsState(from: &reader, shelf: shelf)
        membership = try reader.value()
        presidency = try reader.value()
        bodies = try reader.value()
        meetings = try reader.value()
        deliberation = try reader.value()
        plan = try reader.value()
        finance = try reader.value()
        library = try reader.value()
        statistics = try reader.value()
    }
}
