public import Hummingbird
import HummingbirdCore
public import Logging
public import NIOCore

/// The server around a ``SiteResponder``.
public enum SiteServer {
    /// A server that listens on `host` and `port` (0: any free one) when it is run; `onRunning` learns the
    /// address that it got.
    ///
    /// Header fields are bounded here, before a request exists: more than 16 KiB of them are refused by
    /// the HTTP decoder. A connection that says nothing for a minute is closed.
    public static func application(
        _ responder: SiteResponder, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (SocketAddress) async -> Void = { _ in }
    ) -> Application<SiteResponder> {
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = 8 << 10
        decoder.maxHeaderListSize = 16 << 10
        decoder.maxHeaderFieldCount = 100
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(idleTimeout: .seconds(60), httpDecoderConfiguration: decoder)),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                if let address = channel.localAddress { await onRunning(address) }
            },
            logger: logger)
    }
}
