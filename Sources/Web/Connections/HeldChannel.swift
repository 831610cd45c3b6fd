import Hummingbird
public import HummingbirdCore
import Logging
public import NIOCore
import NIOHTTP1
import Synchronization

/// A connection from the moment it was accepted. One that nobody takes, because the server ends meanwhile, is
/// closed: NIO would end the program for it.
public final class HeldConnection: ServerChildChannelValue {
    private let inner: HTTP1Channel.Value
    private let isTaken = Atomic(false)
    /// Where its bytes come and go.
    public var channel: any Channel { inner.channel }

    init(_ inner: HTTP1Channel.Value) { self.inner = inner }

    /// The connection, for whoever sees it to its end.
    func take() -> HTTP1Channel.Value {
        isTaken.store(true, ordering: .relaxed)
        return inner
    }

    deinit {
        if isTaken.load(ordering: .relaxed) { return }
        let inner = inner
        Task { try? await inner.executeThenClose { _, _ in } }
    }
}

/// HTTP/1.1 as Hummingbird speaks it, with what it leaves open seen to by ``ConnectionManners``.
struct HeldChannel: ServerChildChannel {
    let http: HTTP1Channel
    let connections: OpenConnections
    let limits: RequestLimits
    /// The page for what can't even be read as a request.
    let refused: @Sendable (RefusedHead) -> [UInt8]

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HeldConnection> {
        let (connections, limits, refused) = (connections, limits, refused)
        return http.setup(channel: channel, logger: logger).flatMapThrowing { inner in
            // From here on the connection is closed whatever comes.
            let held = HeldConnection(inner)
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(
                ConnectionManners(connections: connections, limits: limits, refused: refused),
                position: .after(decoder))
            return held
        }
    }

    func handle(value: HeldConnection, logger: Logger) async {
        await http.handle(value: value.take(), logger: logger)
    }
}
