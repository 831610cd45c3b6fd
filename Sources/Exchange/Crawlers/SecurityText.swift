import Charter

/// Whom to tell of a weakness (RFC 9116), at `/.well-known/security.txt`.
public struct SecurityText: Sendable, Hashable {
    /// The media type that the RFC asks for.
    public static let mediaType = "text/plain; charset=utf-8"

    /// What keeps a file from being one.
    public enum Problem: Error, Sendable, Hashable {
        /// Section 2.5.3: at least one Contact.
        case noContact
        /// Section 2.5.3: a contact is a URI: `mailto:`, `tel:` or `https://`.
        case contactUnfit(String)
        /// An address of the other fields must begin with `https://`.
        case addressUnfit(String)
    }

    private let lines: [(name: StaticString, value: String)]

    /// A file for that contact until that moment.
    ///
    /// - Parameters:
    ///   - contacts: URIs, the preferred one first.
    ///   - expires: when it may no longer be trusted; less than a year ahead is advised (section 2.5.5).
    ///   - canonical: the address at which it stands.
    ///   - policy: the address of what the operator promises and asks for.
    ///   - acknowledgments: the address of those who are thanked.
    /// - Throws: `Problem`.
    public init(
        contacts: [String], expires: Instant, languages: [Language] = [.es, .en], canonical: String? = nil,
        policy: String? = nil, acknowledgments: String? = nil
    ) throws(Problem) {
        guard !contacts.isEmpty else { throw .noContact }
        for contact in contacts {
            let fits = ["mailto:", "tel:", "https://"].contains { contact.hasPrefix($0) }
            guard fits, Self.isPlain(contact) else { throw .contactUnfit(contact) }
        }
        for address in [canonical, policy, acknowledgments].compactMap(\.self) {
            guard address.hasPrefix("https://"), Self.isPlain(address) else { throw .addressUnfit(address) }
        }
        var lines: [(StaticString, String)] = contacts.map { ("Contact", $0) }
        lines.append(("Expires", expires.secondsText))
        if let acknowledgments { lines.append(("Acknowledgments", acknowledgments)) }
        if !languages.isEmpty {
            lines.append(("Preferred-Languages", languages.map(\.rawValue).joined(separator: ", ")))
        }
        if let canonical { lines.append(("Canonical", canonical)) }
        if let policy { lines.append(("Policy", policy)) }
        self.lines = lines
    }

    /// The file.
    public func bytes() -> [UInt8] {
        var text: [UInt8] = []
        for line in lines {
            text.put(line.name)
            text.put(": ")
            text.put(line.value)
            text.put("\n")
        }
        return text
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }

    /// Equal files.
    public static func == (left: SecurityText, right: SecurityText) -> Bool { left.bytes() == right.bytes() }
    /// By the file's bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes()) }
}
