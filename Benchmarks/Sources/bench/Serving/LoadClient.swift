import Foundation

/// Asks a server on this machine for one page over and over, on connections that stay open.
///
/// One thread drives all connections: whatever it takes from the server is the same for every page asked for.
struct LoadClient: Sendable {
    let port: Int
    let connections: Int
    private let request: [UInt8]

    init(port: Int, path: String, connections: Int = 16) {
        self.port = port
        self.connections = connections
        request = Array(
            """
            GET \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Accept: text/html,application/xhtml+xml,*/*;q=0.8\r
            Accept-Encoding: gzip, deflate, br\r
            Accept-Language: es\r
            \r\n
            """.utf8)
    }

    /// Asks `count` times in all.
    /// - Returns: answers in a second.
    /// - Throws: if an answer is no 200, or hasn't `bytes` bytes.
    func load(_ count: Int, expecting bytes: Int) async throws -> Double {
        try await onThread { try run(count, expecting: bytes) }
    }

    /// One answer's body.
    func body() async throws -> [UInt8] {
        try await onThread {
            let socket = try Loopback(port: port)
            try socket.send(request)
            var scanner = AnswerScanner()
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            var end = 0
            repeat { end = try socket.receive(&buffer, from: end) } while !scanner.isWhole(buffer, end)
            guard scanner.status == 200 else {
                throw Loopback.Failure(description: "the server answered \(scanner.status)")
            }
            return Array(buffer[scanner.body])
        }
    }

    private func run(_ count: Int, expecting bytes: Int) throws -> Double {
        var sockets: [Connection] = []
        for _ in 0..<connections { sockets.append(try Connection(port)) }
        var polled = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var asked = 0
        var answered = 0
        let clock = ContinuousClock()
        let started = clock.now
        for socket in sockets where asked < count {
            try socket.socket.send(request)
            asked += 1
        }
        while answered < count {
            guard poll(&polled, nfds_t(polled.count), 10_000) > 0 else {
                throw Loopback.Failure(description: "the server doesn't answer")
            }
            for index in polled.indices where polled[index].revents != 0 {
                guard let body = try sockets[index].read() else { continue }
                guard body == bytes else {
                    throw Loopback.Failure(description: "an answer of \(body) bytes, not \(bytes)")
                }
                answered += 1
                if asked < count {
                    try sockets[index].socket.send(request)
                    asked += 1
                }
            }
        }
        return Double(count) / ((clock.now - started) / .seconds(1))
    }

    /// One connection and what has come on it.
    private final class Connection {
        let socket: Loopback
        var descriptor: Int32 { socket.descriptor }
        private var buffer = [UInt8](repeating: 0, count: 1 << 16)
        private var end = 0
        private var scanner = AnswerScanner()

        init(_ port: Int) throws { socket = try Loopback(port: port) }

        /// Reads what has come; the length of the body once an answer is whole.
        func read() throws -> Int? {
            end = try socket.receive(&buffer, from: end)
            guard scanner.isWhole(buffer, end) else { return nil }
            guard scanner.status == 200 else {
                throw Loopback.Failure(description: "the server answered \(scanner.status)")
            }
            defer {
                scanner = AnswerScanner()
                end = 0
            }
            return scanner.body.count
        }
    }

    /// Runs what blocks on a thread of its own: the server needs those of the cooperative pool.
    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try work() }) }
            thread.start()
        }
    }
}
