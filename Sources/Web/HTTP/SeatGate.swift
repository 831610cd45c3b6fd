import HTTPTypes
import Hummingbird

/// Looking at an invented conference as somebody: only where the server was started to try it out, for a
/// conference whose first act says that it is invented, and for a request that came straight from this machine.
extension SiteResponder {
    func isSeatOpen(_ conference: HostedConference, _ exchange: Exchange) -> Bool {
        conference.isInvented && mayTakeSeat(exchange.request)
    }

    /// True for a request that no proxy has forwarded and that names this machine itself: a name that somebody
    /// points at the loopback address is not it.
    func mayTakeSeat(_ request: Request) -> Bool {
        guard site.tryOut, SeatGate.forwarding.allSatisfy({ request.headers[$0] == nil }) else {
            return false
        }
        return SeatGate.isLoopback(request.head.authority ?? "")
    }
}

/// What the gate looks at.
public enum SeatGate {
    /// Any of these says that the request came through somebody else.
    static let forwarding: [HTTPField.Name] = [
        .named("Forwarded"), .named("X-Forwarded-For"), .named("X-Forwarded-Host"),
        .named("X-Forwarded-Proto"), .named("X-Forwarded-Port"), .named("X-Forwarded-Server"),
        .named("X-Real-IP"), .named("X-Client-IP"), .named("True-Client-IP"), .named("CF-Connecting-IP"),
        .named("Via"),
    ]

    /// True for `localhost`, `127.0.0.1` and `[::1]`, with or without a port.
    public static func isLoopback(_ authority: String) -> Bool {
        let host: Substring
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[...end]
        } else {
            host = authority.prefix { $0 != ":" }
        }
        return ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
    }
}
