import Charter

/// A request of OAI-PMH 2.0 (section 4), read from its arguments.
enum OAIRequest: Hashable {
    /// Which records a list is about.
    struct Selection: Hashable {
        var from: Day?
        var until: Day?
        var set: String?
    }

    /// From where a list goes on.
    enum Start: Hashable {
        case beginning(Selection)
        case token(ResumptionToken)
    }

    case identify
    case listMetadataFormats(identifier: String?)
    case listSets
    case listIdentifiers(Start)
    case listRecords(Start)
    case getRecord(identifier: String)

    /// The one format that is offered.
    static let prefix = "oai_dc"

    private static let permitted: [String: Set<String>] = [
        "Identify": [], "ListMetadataFormats": ["identifier"], "ListSets": ["resumptionToken"],
        "ListIdentifiers": ["from", "until", "set", "metadataPrefix", "resumptionToken"],
        "ListRecords": ["from", "until", "set", "metadataPrefix", "resumptionToken"],
        "GetRecord": ["identifier", "metadataPrefix"],
    ]

    init(_ arguments: [(name: String, value: String)], _ repository: OAIRepository) throws(OAIError) {
        var values: [String: String] = [:]
        for argument in arguments {
            guard values[argument.name] == nil else {
                let code: OAIError.Code = argument.name == "verb" ? .badVerb : .badArgument
                throw OAIError(code, "The argument \(argument.name.prefix(40)) stands twice.")
            }
            values[argument.name] = argument.value
        }
        guard let verb = values.removeValue(forKey: "verb") else {
            throw OAIError(.badVerb, "The argument verb is missing; it is one of \(Self.verbs).")
        }
        guard let permitted = Self.permitted[verb] else {
            throw OAIError(.badVerb, "\(verb.prefix(40)) is no verb of OAI-PMH; it is one of \(Self.verbs).")
        }
        if let unknown = values.keys.sorted().first(where: { !permitted.contains($0) }) {
            throw OAIError(.badArgument, "\(verb) takes no argument \(unknown.prefix(40)).")
        }
        switch verb {
        case "Identify": self = .identify
        case "ListMetadataFormats":
            self = .listMetadataFormats(identifier: values["identifier"])
        case "ListSets":
            guard values["resumptionToken"] == nil else {
                throw OAIError(.badResumptionToken, "The list of sets is whole: no token leads further.")
            }
            self = .listSets
        case "ListIdentifiers": self = .listIdentifiers(try Self.start(values, verb, repository))
        case "ListRecords": self = .listRecords(try Self.start(values, verb, repository))
        default:
            guard let identifier = values["identifier"], !identifier.isEmpty else {
                throw OAIError(.badArgument, "GetRecord needs the argument identifier.")
            }
            try Self.checkPrefix(values, verb)
            self = .getRecord(identifier: identifier)
        }
    }

    private static let verbs = permitted.keys.sorted().joined(separator: ", ")

    private static func start(
        _ values: [String: String], _ verb: String, _ repository: OAIRepository
    ) throws(OAIError) -> Start {
        if let text = values["resumptionToken"] {
            guard values.count == 1 else {
                throw OAIError(.badArgument, "resumptionToken stands alone: it holds the other arguments.")
            }
            guard let token = ResumptionToken(text), token.verb == verb,
                token.sequence <= repository.sequence, repository.places[token.lastIdentifier] != nil
            else {
                throw OAIError(
                    .badResumptionToken,
                    "This token isn't one of this list as it stands: begin the list again without it.")
            }
            return .token(token)
        }
        try checkPrefix(values, verb)
        let from = try day(values, "from")
        let until = try day(values, "until")
        if let from, let until, from > until {
            throw OAIError(.badArgument, "from (\(from)) is later than until (\(until)).")
        }
        if let set = values["set"] {
            guard !repository.sets.isEmpty else {
                throw OAIError(.noSetHierarchy, "This repository has no sets.")
            }
            guard repository.sets.contains(where: { $0.spec == set }) else {
                throw OAIError(.noRecordsMatch, "There is no set \(set.prefix(40)): ask ListSets.")
            }
        }
        return .beginning(Selection(from: from, until: until, set: values["set"]))
    }

    private static func checkPrefix(_ values: [String: String], _ verb: String) throws(OAIError) {
        guard let prefix = values["metadataPrefix"], !prefix.isEmpty else {
            throw OAIError(.badArgument, "\(verb) needs the argument metadataPrefix: oai_dc.")
        }
        guard prefix == Self.prefix else {
            throw OAIError(
                .cannotDisseminateFormat, "Records are offered as oai_dc, not as \(prefix.prefix(40)).")
        }
    }

    private static func day(_ values: [String: String], _ name: String) throws(OAIError) -> Day? {
        guard let text = values[name] else { return nil }
        guard let day = Day(text) else {
            throw OAIError(
                .badArgument, "\(name) is “\(text.prefix(40))”; write a day of the calendar as YYYY-MM-DD.")
        }
        return day
    }
}
