import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Web

/// A server in this process, on a port of the system's choice.
struct RunningServer: Sendable {
    let port: Int
    private let task: Task<Void, any Error>

    /// Starts what `puebla serve` starts, but for its logger: nothing is written.
    static func site(_ responder: SiteResponder) async throws -> RunningServer {
        try await start { onRunning in
            try await SiteServer.application(
                responder, host: "127.0.0.1", port: 0, logger: Founded.silent, onRunning: onRunning
            ).run()
        }
    }

    /// Starts the same server with nothing behind it: every answer has these headers and bytes, ready.
    static func raw(_ headers: HTTPFields, _ bytes: [UInt8]) async throws -> RunningServer {
        let body = ByteBuffer(bytes: bytes)
        return try await start { onRunning in
            try await Application(
                responder: CallbackResponder<RequestScope> { _, _ in
                    Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
                },
                server: .http1(configuration: .init(idleTimeout: .seconds(60))),
                configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
                onServerRunning: { channel in
                    if let address = channel.localAddress { await onRunning(address) }
                },
                logger: Founded.silent
            ).run()
        }
    }

    private static func start(
        _ run: @escaping @Sendable (@escaping @Sendable (SocketAddress) async -> Void) async throws -> Void
    ) async throws -> RunningServer {
        let (ports, reached) = AsyncStream<Int>.makeStream()
        let task = Task {
            defer { reached.finish() }
            try await run { address in
                if let port = address.port { reached.yield(port) }
            }
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            throw Loopback.Failure(description: "a server didn't start")
        }
        return RunningServer(port: port, task: task)
    }

    /// Ends it.
    func close() async {
        task.cancel()
        _ = await task.result
    }
}
