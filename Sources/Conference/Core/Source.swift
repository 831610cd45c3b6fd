import Charter

/// Where a fact is said.
public struct Source: Sendable, Hashable, Codable {
    /// The document of the library that says it.
    public let document: DocumentID?
    /// The section, page or table in it.
    public let section: String?
    /// For a source that isn't in the library: where it is.
    public let address: String?
    /// True if it isn't the conference's own paper.
    public let secondary: Bool?
    /// What is to be known about it.
    public let note: Localized?

    /// Where a fact is said; at least a document or an address.
    public init(
        document: DocumentID? = nil, section: String? = nil, address: String? = nil, secondary: Bool? = nil,
        note: Localized? = nil
    ) {
        self.document = document
        self.section = section
        self.address = address
        self.secondary = secondary
        self.note = note
    }
}
