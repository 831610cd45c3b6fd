import Charter

extension JSONLD {
    /// A body by its name and, if it has one, its page.
    public struct Body: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The absolute address of its page.
        public let address: String?

        /// A body.
        public init(_ name: String, address: String? = nil) {
            self.name = name
            self.address = address
        }

        var value: JSONValue {
            Node("Organization", [("name", .text(name)), ("url", address.map(JSONValue.text))]).value
        }
    }

    /// What kind of work a document is.
    public enum Work: String, Sendable, Hashable {
        case creativeWork = "CreativeWork"
        case report = "Report"
        case legislation = "Legislation"
    }
}

extension JSONLD.Node {
    /// A conference or one of its organs.
    public static func organization(
        name: String, alternateName: String? = nil, address: String, description: String? = nil,
        founded: PartialDay? = nil, parent: JSONLD.Body? = nil, members: [JSONLD.Body] = []
    ) -> JSONLD.Node {
        JSONLD.Node(
            "Organization",
            [
                ("@id", .text(address)), ("name", .text(name)),
                ("alternateName", alternateName.map(JSONValue.text)), ("url", .text(address)),
                ("description", description.map(JSONValue.text)),
                ("foundingDate", founded.map { .text($0.description) }),
                ("parentOrganization", parent?.value),
                ("member", members.isEmpty ? nil : .list(members.map(\.value))),
            ])
    }

    /// A meeting.
    /// - Parameters:
    ///   - starts: a day, or a moment with its offset (RFC 3339).
    ///   - ends: the same.
    public static func event(
        name: String, address: String, description: String? = nil, starts: String, ends: String? = nil,
        place: String? = nil, organizer: JSONLD.Body? = nil, isCancelled: Bool = false, language: Language
    ) -> JSONLD.Node {
        JSONLD.Node(
            "Event",
            [
                ("@id", .text(address)), ("name", .text(name)), ("url", .text(address)),
                ("description", description.map(JSONValue.text)), ("startDate", .text(starts)),
                ("endDate", ends.map(JSONValue.text)),
                (
                    "eventStatus",
                    .text("https://schema.org/" + (isCancelled ? "EventCancelled" : "EventScheduled"))
                ),
                (
                    "location",
                    place.map {
                        JSONLD.Node("Place", [("name", .text($0)), ("address", .text($0))]).value
                    }
                ),
                ("organizer", organizer?.value), ("inLanguage", .text(language.rawValue)),
            ])
    }

    /// A document, a declaration, a charter.
    public static func work(
        _ type: JSONLD.Work, name: String, address: String, identifier: String? = nil,
        description: String? = nil, published: PartialDay? = nil, author: JSONLD.Body? = nil,
        publisher: JSONLD.Body? = nil, languages: [Language], file: String? = nil, about: [String] = []
    ) -> JSONLD.Node {
        JSONLD.Node(
            type.rawValue,
            [
                ("@id", .text(address)), ("name", .text(name)), ("url", .text(address)),
                ("identifier", identifier.map(JSONValue.text)),
                ("description", description.map(JSONValue.text)),
                // A legislation's own date as well as that of any work.
                (
                    "legislationDate",
                    type == .legislation ? published.map { .text($0.description) } : nil
                ),
                ("datePublished", published.map { .text($0.description) }),
                ("author", author?.value), ("publisher", publisher?.value),
                ("inLanguage", .list(languages.map { .text($0.rawValue) })),
                (
                    "encoding",
                    file.map { JSONLD.Node("MediaObject", [("contentUrl", .text($0))]).value }
                ),
                ("about", about.isEmpty ? nil : .list(about.map(JSONValue.text))),
            ])
    }

    /// A list that can be had as files.
    /// - Parameter files: media type and absolute address of each.
    public static func dataset(
        name: String, address: String, description: String, creator: JSONLD.Body, modified: Day,
        license: String? = nil, language: Language, files: [(mediaType: String, address: String)]
    ) -> JSONLD.Node {
        JSONLD.Node(
            "Dataset",
            [
                ("@id", .text(address)), ("name", .text(name)), ("url", .text(address)),
                ("description", .text(description)), ("creator", creator.value),
                ("dateModified", .text(modified.description)), ("license", license.map(JSONValue.text)),
                ("inLanguage", .text(language.rawValue)), ("isAccessibleForFree", .flag(true)),
                (
                    "distribution",
                    .list(
                        files.map { file in
                            JSONLD.Node(
                                "DataDownload",
                                [
                                    ("encodingFormat", .text(file.mediaType)),
                                    ("contentUrl", .text(file.address)),
                                ]
                            ).value
                        })
                ),
            ])
    }
}
