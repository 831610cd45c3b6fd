import NIOCore
import NIOHTTP1

/// What HTTP/1 asks of a connection and the server around doesn't see to (RFC 9112): a request of HTTP/1.0 or with
/// `Connection: close` is the last one and the answer says so, a client that waits for leave to send its body gets it,
/// and what can't be read as a request is answered with a page.
///
/// A client that takes nothing of its answer for a while is let go.
final class ConnectionManners: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// What an answer says of the connection.
    private enum Ending { case closes, staysByLeave, stays }

    private let connections: OpenConnections
    private let limits: RequestLimits
    private let refused: @Sendable (RefusedHead) -> [UInt8]
    private var entry: OpenConnections.Entry?
    /// The requests that came and aren't answered yet, first come first.
    private var unanswered: CircularBuffer<Ending> = []
    private var isReading = false
    /// Sent once all before it is answered; nothing more is read.
    private var refusal: RefusedHead?
    private var isOver = false
    /// The request was answered before it came whole: nobody waits for its rest.
    private var isCut = false
    private var stall: Scheduled<Void>?

    init(
        connections: OpenConnections, limits: RequestLimits,
        refused: @escaping @Sendable (RefusedHead) -> [UInt8]
    ) {
        self.connections = connections
        self.limits = limits
        self.refused = refused
    }

    func channelActive(context: ChannelHandlerContext) {
        entry = connections.open(context.channel)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        connections.close(context.channel)
        stall?.cancel()
        context.fireChannelInactive()
    }

    // MARK: What comes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if refusal != nil || isOver { return }
        switch unwrapInboundIn(data) {
        case .head(var head):
            let hosts = head.headers["host"].count
            if hosts > 1 || hosts == 0 && head.version.minor > 0 {
                return refuse(.host, context)
            }
            let ending = Self.ending(head)
            if ending == .closes { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            unanswered.append(ending)
            isReading = true
            if isLeaveAsked(head) {
                let leave = HTTPResponseHead(version: .http1_1, status: .continue)
                context.writeAndFlush(wrapOutboundOut(.head(leave)), promise: nil)
            }
            context.fireChannelRead(wrapInboundOut(.head(head)))
        case .body: context.fireChannelRead(data)
        case .end:
            isReading = false
            entry?.answers()
            context.fireChannelRead(data)
        }
    }

    private static func ending(_ head: HTTPRequestHead) -> Ending {
        let options = head.headers[canonicalForm: "connection"].map { $0.lowercased() }
        // After what asks for another protocol nothing more is read of this one.
        let isLast = !head.isKeepAlive || options.contains("upgrade") || head.method == .CONNECT
        return isLast ? .closes : head.version.minor == 0 ? .staysByLeave : .stays
    }

    private func isLeaveAsked(_ head: HTTPRequestHead) -> Bool {
        guard unanswered.count == 1, head.version.minor > 0,
            head.headers.first(name: "expect")?.lowercased() == "100-continue"
        else { return false }
        // What is too large anyway is refused before it is sent.
        return head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0 <= limits.bodyBytes
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, !isReading else {
            if !isOver { context.fireErrorCaught(error) }
            return
        }
        if refusal != nil || isOver || error == .invalidEOFState { return }
        refuse(error == .headerOverflow ? .tooLarge(limit: limits.headBytes) : .malformed, context)
    }

    // MARK: What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            isCut = isReading && unanswered.count == 1
            switch isCut ? .closes : unanswered.first {
            case .closes: head.headers.replaceOrAdd(name: "Connection", value: "close")
            case .staysByLeave: head.headers.replaceOrAdd(name: "Connection", value: "keep-alive")
            case .stays, nil: break
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            _ = unanswered.popFirst()
            if unanswered.isEmpty { entry?.rests() }
            context.write(data, promise: promise)
            if isCut {
                context.flush()
                end(context)
            } else if unanswered.isEmpty, refusal != nil {
                context.flush()
                sendRefusal(context)
            }
        }
    }

    private func refuse(_ refused: RefusedHead, _ context: ChannelHandlerContext) {
        refusal = refused
        if unanswered.isEmpty { sendRefusal(context) }
    }

    private func sendRefusal(_ context: ChannelHandlerContext) {
        guard let refusal else { return }
        self.refusal = nil
        let body = refused(refusal)
        let head = HTTPResponseHead(
            version: .http1_1, status: refusal.status, headers: refusal.headers(length: body.count))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        end(context)
    }

    /// Nothing more is answered. What is still on its way is taken for a moment: closed at once, the system would
    /// throw the answer away.
    private func end(_ context: ChannelHandlerContext) {
        isOver = true
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        _ = context.eventLoop.scheduleTask(in: limits.patience) { channel.close(promise: nil) }
    }

    // MARK: Who takes nothing

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stall?.cancel()
        stall = nil
        if !context.channel.isWritable { watch(context) }
        context.fireChannelWritabilityChanged()
    }

    private func watch(_ context: ChannelHandlerContext) {
        let waiting = Self.waiting(context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        stall = context.eventLoop.scheduleTask(in: limits.stall) {
            let (manners, context) = bound.value
            if Self.waiting(context) < waiting { manners.watch(context) } else { context.close(promise: nil) }
        }
    }

    private static func waiting(_ context: ChannelHandlerContext) -> Int {
        let bytes = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return bytes ?? 0
    }
}
