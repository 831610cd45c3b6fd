import Foundation
import HTTPTypes

/// Asks a server on this machine for pages over and over, in turns, on connections that stay open.
///
/// One thread drives all connections: whatever it takes from the server is the same for every page asked for.
struct LoadClient: Sendable {
    /// What came of asking many times.
    struct Load: Sendable {
        /// Answers in a second.
        let perSecond: Double
        /// In what time 99 of 100 answers came, in seconds.
        let slowest: Double
    }

    let port: Int
    let connections: Int
    private let requests: [[UInt8]]

    /// Asks one server for these pages, each in its turn.
    init(port: Int, paths: [String], connections: Int = 16, packed: Bool = true) {
        self.port = port
        self.connections = connections
        requests = paths.map { path in
            Array(
                """
                GET \(path) HTTP/1.1\r
                Host: 127.0.0.1:\(port)\r
                Accept: text/html,application/xhtml+xml,*/*;q=0.8\r
                Accept-Encoding: \(packed ? "gzip, deflate, br" : "identity")\r
                Accept-Language: es\r
                \r\n
                """.utf8)
        }
    }

    init(port: Int, path: String) { self.init(port: port, paths: [path]) }

    /// Asks `count` times in all.
    /// - Throws: if an answer is no 200, or a page hasn't its number of bytes.
    func load(_ count: Int, expecting bytes: [Int]) async throws -> Load {
        try await onThread { try run(count, expecting: bytes) }
    }

    /// The answer to each page, one after the other on one connection.
    func answers() async throws -> [(headers: HTTPFields, body: [UInt8])] {
        try await onThread {
            let socket = try Loopback(port: port)
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            return try requests.map { request in
                try socket.send(request)
                var scanner = AnswerScanner()
                var end = 0
                repeat { end = try socket.receive(&buffer, from: end) } while !scanner.isWhole(buffer, end)
                guard scanner.status == 200 else {
                    let line = String(decoding: request.prefix { $0 != 0x0D }, as: UTF8.self)
                    throw Loopback.Failure(description: "the server answered \(scanner.status) to \(line)")
                }
                return (Self.headers(buffer[..<scanner.headCount]), Array(buffer[scanner.body]))
            }
        }
    }

    private func run(_ count: Int, expecting bytes: [Int]) throws -> Load {
        var sockets: [Connection] = []
        for _ in 0..<connections { sockets.append(try Connection(port)) }
        var polled = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var asked = 0
        var times: [Duration] = []
        times.reserveCapacity(count)
        let clock = ContinuousClock()
        let started = clock.now
        func ask(_ connection: Connection) throws {
            guard asked < count else { return }
            connection.page = asked % requests.count
            connection.asked = clock.now
            try connection.socket.send(requests[connection.page])
            asked += 1
        }
        for socket in sockets { try ask(socket) }
        while times.count < count {
            guard poll(&polled, nfds_t(polled.count), 10_000) > 0 else {
                throw Loopback.Failure(description: "the server doesn't answer")
            }
            for index in polled.indices where polled[index].revents != 0 {
                let connection = sockets[index]
                guard let body = try connection.read() else { continue }
                guard body == bytes[connection.page] else {
                    throw Loopback.Failure(
                        description: "an answer of \(body) bytes, not \(bytes[connection.page])")
                }
                times.append(clock.now - connection.asked)
                try ask(connection)
            }
        }
        let took = (clock.now - started) / .seconds(1)
        times.sort()
        return Load(perSecond: Double(count) / took, slowest: times[(count - 1) * 99 / 100] / .seconds(1))
    }

    /// The lines of a head but for those that every server writes anew.
    private static func headers(_ head: ArraySlice<UInt8>) -> HTTPFields {
        var fields = HTTPFields()
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n").dropFirst() {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])),
                name != .date
            else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
    }

    /// One connection, what was asked on it and what has come.
    private final class Connection {
        let socket: Loopback
        var descriptor: Int32 { socket.descriptor }
        var page = 0
        var asked = ContinuousClock.now
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
