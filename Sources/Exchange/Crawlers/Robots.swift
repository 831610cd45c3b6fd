/// What robots are asked to leave alone (RFC 9309).
///
/// A page that is disallowed is not read, so its `noindex` isn't either: disallow what costs (searches, other
/// days), and let what must not be found be read and say `noindex`.
public struct Robots: Sendable, Hashable {
    /// The media type.
    public static let mediaType = "text/plain; charset=utf-8"

    /// The beginnings of paths that robots leave alone: `/c/`, `/*?on=`.
    public var disallowed: [String]
    /// Exceptions to them.
    public var allowed: [String]
    /// The absolute addresses of sitemaps.
    public var sitemaps: [String]

    /// Rules for every robot.
    public init(disallowed: [String] = [], allowed: [String] = [], sitemaps: [String] = []) {
        self.disallowed = disallowed
        self.allowed = allowed
        self.sitemaps = sitemaps
    }

    /// The file.
    public func bytes() -> [UInt8] {
        var text: [UInt8] = []
        text.put("User-agent: *\n")
        for path in allowed { line("Allow", path, &text) }
        for path in disallowed { line("Disallow", path, &text) }
        // Nothing is disallowed: say so, as a group needs a rule.
        if allowed.isEmpty, disallowed.isEmpty { text.put("Disallow:\n") }
        if !sitemaps.isEmpty { text.put("\n") }
        for address in sitemaps { line("Sitemap", address, &text) }
        return text
    }

    private func line(_ name: StaticString, _ value: String, _ text: inout [UInt8]) {
        text.put(name)
        text.put(": ")
        for byte in value.utf8 where byte >= 0x20 && byte != 0x7F { text.append(byte) }
        text.put("\n")
    }
}
