import Charter

/// The library as a repository for harvesters (OAI-PMH 2.0), prepared once for each state of the register.
public struct OAIRepository: Sendable {
    /// A set of records: a kind of document.
    public struct RecordSet: Sendable, Hashable {
        /// The code: letters, digits and `-_.!~*'()`.
        public let spec: String
        /// The name.
        public let name: String

        /// A set.
        public init(_ spec: String, name: String) {
            self.spec = spec
            self.name = name
        }
    }

    /// A text and its language, where it has one.
    public struct Text: Sendable, Hashable {
        /// The text.
        public let text: String
        /// Its language.
        public let language: Language?

        /// A text.
        public init(_ text: String, _ language: Language? = nil) {
            self.text = text
            self.language = language
        }

        /// Both languages of a text, or one where they are the same.
        public static func both(_ text: Localized) -> [Text] {
            text.es == text.en ? [Text(text.es)] : [Text(text.es, .es), Text(text.en, .en)]
        }
    }

    /// The fifteen elements of Dublin Core, each as often as wanted.
    public enum Element: Int, Sendable, Hashable, CaseIterable {
        case title, creator, subject, description, publisher, contributor, date, type, format, identifier,
            source, language, relation, coverage, rights
    }

    /// A record: one document.
    public struct Record: Sendable, Hashable {
        /// A URI that never changes: `oai:conference.example:carta`.
        public let identifier: String
        /// The day (UTC) on which it was registered or last changed.
        public let datestamp: Day
        /// The codes of its sets.
        public let sets: [String]
        /// What it says, in Dublin Core; empty for one that was withdrawn.
        public let elements: [Element: [Text]]
        /// Whether it was withdrawn: its header stays.
        public let isDeleted: Bool

        /// A record.
        public init(
            identifier: String, datestamp: Day, sets: [String], elements: [Element: [Text]],
            isDeleted: Bool = false
        ) {
            self.identifier = identifier
            self.datestamp = datestamp
            self.sets = sets
            self.elements = elements
            self.isDeleted = isDeleted
        }
    }

    /// The repository's name.
    public let name: String
    /// The address that harvesters ask.
    public let baseURL: String
    /// E-mail addresses of who runs it; the protocol asks for at least one.
    public let administrators: [String]
    /// The notice whether it is official, or that it is invented: in Identify and in each record's rights.
    public let notice: [Text]
    /// The sets; none if the repository has no hierarchy.
    public let sets: [RecordSet]
    /// The number of the last act that it takes into account; tokens are tied to it.
    public let sequence: Int
    /// How many records an answer has at most.
    public let pageSize: Int
    /// In order of datestamp and identifier.
    let records: [Record]
    let places: [String: Int]

    /// A repository. The records come in any order; of two with the same identifier the later counts.
    public init(
        name: String, baseURL: String, administrators: [String], notice: [Text], sets: [RecordSet],
        sequence: Int, pageSize: Int = 100, records: [Record]
    ) {
        self.name = name
        self.baseURL = baseURL
        self.administrators = administrators
        self.notice = notice
        self.sets = sets
        self.sequence = sequence
        self.pageSize = max(1, pageSize)
        var latest: [String: Record] = [:]
        for record in records
        where latest[record.identifier].map({ $0.datestamp <= record.datestamp }) ?? true {
            latest[record.identifier] = record
        }
        let sorted = latest.values.sorted { ($0.datestamp, $0.identifier) < ($1.datestamp, $1.identifier) }
        self.records = sorted
        places = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($0.element.identifier, $0.offset) })
    }

    /// The earliest datestamp; the day itself of an empty repository is 1970-01-01.
    var earliest: Day { records.first?.datestamp ?? Day(number: 0) }
}
