public import Hummingbird
import HummingbirdCore
public import Logging
public import NIOCore

/// The server around a ``SiteResponder``.
public enum SiteServer {
    /// A server that listens on `host` and `port` (0: any free one) when it is run; `onRunning` learns the
    /// address that it got.
    ///
    /// Header fields and connections are bounded here, before a request exists. A connection that says nothing for
    /// a minute is closed.
    public static func application(
        _ responder: SiteResponder, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (SocketAddress) async -> Void = { _ in }
    ) -> Application<SiteResponder> {
        let limits = responder.site.limits
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        // One field may fill the whole, so that an address is refused by its own sentence as long as it can be.
        decoder.maxHeaderFieldSize = limits.headBytes
        decoder.maxHeaderListSize = limits.headBytes
        decoder.maxHeaderFieldCount = 100
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: limits.idle, httpDecoderConfiguration: decoder)
        let style = responder.look.version
        return Application(
            responder: responder,
            server: HTTPServerBuilder { answer in
                HeldChannel(
                    http: HTTP1Channel(responder: answer, configuration: configuration),
                    connections: responder.connections, limits: limits, refused: { $0.page(style: style) })
            },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                // None is accepted while as many as there may be are all being answered.
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.connections + 16, logger: logger)),
            onServerRunning: { channel in
                if let address = channel.localAddress { await onRunning(address) }
            },
            logger: logger)
    }
}
