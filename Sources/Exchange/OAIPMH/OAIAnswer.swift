import Charter

/// What a request that was understood is answered with.
enum OAIAnswer {
    case identify(OAIRepository)
    case formats
    case sets([OAIRepository.RecordSet])
    case list(Page, OAIRepository, isWhole: Bool)
    case record(OAIRepository.Record, OAIRepository)

    /// Some of the records of a list, and where it goes on.
    struct Page {
        let records: ArraySlice<OAIRepository.Record>
        /// The token for the next page; `nil` on the last.
        let next: ResumptionToken?
        /// How many were given before.
        let cursor: Int
        /// How many records the whole list has.
        let total: Int

        /// Whether the list has more than one page: only then is there anything to say of tokens.
        var isPartial: Bool { next != nil || cursor > 0 }
    }

    init(_ request: OAIRequest, _ repository: OAIRepository) throws(OAIError) {
        switch request {
        case .identify: self = .identify(repository)
        case .listMetadataFormats(let identifier):
            if let identifier { _ = try Self.find(identifier, repository) }
            self = .formats
        case .listSets:
            guard !repository.sets.isEmpty else {
                throw OAIError(.noSetHierarchy, "This repository has no sets.")
            }
            self = .sets(repository.sets)
        case .listIdentifiers(let start):
            self = .list(try Self.page("ListIdentifiers", start, repository), repository, isWhole: false)
        case .listRecords(let start):
            self = .list(try Self.page("ListRecords", start, repository), repository, isWhole: true)
        case .getRecord(let identifier):
            self = .record(try Self.find(identifier, repository), repository)
        }
    }

    private static func find(
        _ identifier: String, _ repository: OAIRepository
    ) throws(OAIError) -> OAIRepository.Record {
        guard let place = repository.places[identifier] else {
            throw OAIError(.idDoesNotExist, "There is no record \(identifier.prefix(200)).")
        }
        return repository.records[place]
    }

    private static func page(
        _ verb: String, _ start: OAIRequest.Start, _ repository: OAIRepository
    ) throws(OAIError) -> Page {
        let selection: OAIRequest.Selection
        var after: (Day, String)?
        var cursor = 0
        switch start {
        case .beginning(let given): selection = given
        case .token(let token):
            selection = token.selection
            after = (token.lastDatestamp, token.lastIdentifier)
            cursor = token.cursor
        }
        let chosen = repository.records.filter { record in
            (selection.from.map { record.datestamp >= $0 } ?? true)
                && (selection.until.map { record.datestamp <= $0 } ?? true)
                && (selection.set.map { record.sets.contains($0) } ?? true)
        }
        let rest =
            after.map { after in
                chosen.drop { ($0.datestamp, $0.identifier) <= after }
            } ?? chosen[...]
        let records = rest.prefix(repository.pageSize)
        guard let last = records.last else {
            throw after == nil
                ? OAIError(.noRecordsMatch, "No record was registered or changed then, in that set.")
                : OAIError(
                    .badResumptionToken, "Nothing follows any more: begin the list again without a token.")
        }
        let hasMore = rest.count > records.count
        let next = ResumptionToken(
            verb: verb, sequence: repository.sequence, selection: selection, last: last,
            cursor: cursor + records.count)
        return Page(records: records, next: hasMore ? next : nil, cursor: cursor, total: chosen.count)
    }
}
