import Synchronization

/// Under which address a server is known to the world: what feeds, calendars and citations are written with.
///
/// A server that wasn't told takes the address on which it listens, which it learns last.
public final class SiteOrigin: Sendable {
    private let known: Mutex<String>
    /// True if the operator gave it; then it may stand in names that last.
    public let isGiven: Bool

    /// An origin such as `https://puebla.example`; `nil` for anything else than scheme, host and port.
    public init?(_ text: String) {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        let scheme = ["https://", "http://"].first { trimmed.hasPrefix($0) }
        guard let scheme, trimmed.utf8.count <= 200 else { return nil }
        let host = trimmed.dropFirst(scheme.count)
        let allowed = host.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
                || [0x2D, 0x2E, 0x3A, 0x5B, 0x5D].contains($0)
        }
        guard !host.isEmpty, allowed else { return nil }
        known = Mutex(trimmed)
        isGiven = true
    }

    /// To be learned when the server listens.
    public init() {
        known = Mutex("http://127.0.0.1")
        isGiven = false
    }

    /// Learns where the server listens; keeps what the operator gave.
    public func listens(host: String, port: Int) {
        if isGiven { return }
        let name = host.contains(":") ? "[\(host)]" : host
        known.withLock { $0 = "http://\(name):\(port)" }
    }

    /// The origin, without a stroke at its end.
    public var text: String { known.withLock { $0 } }

    /// The host's name, for names that last; one that nobody owns where the operator gave none.
    var authority: String {
        guard isGiven else { return "puebla.invalid" }
        let host = text.drop { $0 != "/" }.dropFirst(2)
        return String(host.prefix { $0 != ":" && $0 != "/" }).lowercased()
    }
}
