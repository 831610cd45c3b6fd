import Foundation

/// A socket to a port of this machine; it blocks only until `timeout`.
struct Loopback: ~Copyable {
    /// The connection or the answer wasn't there.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let descriptor: Int32

    /// Connects, or throws if nobody listens.
    init(port: Int, seconds: Int = 10) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket: error \(errno)") }
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = Self.address(port)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            throw Failure(description: "no connection to port \(port): error \(errno)")
        }
    }

    deinit { close(descriptor) }

    /// Sends a request's bytes.
    func send(_ request: [UInt8]) throws {
        guard Foundation.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Failure(description: "a request wasn't sent: error \(errno)")
        }
    }

    /// Reads what has come, at least a byte, into `buffer` from `offset` on; the new end.
    func receive(_ buffer: inout [UInt8], from offset: Int) throws -> Int {
        if buffer.count - offset < 4096 { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
        let count = buffer.withUnsafeMutableBytes { bytes in
            recv(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset, 0)
        }
        guard count > 0 else { throw Failure(description: "the server closed: \(count), error \(errno)") }
        return offset + count
    }

    /// A port that was free a moment ago.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket: error \(errno)") }
        defer { close(descriptor) }
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw Failure(description: "no free port: error \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// An HTTP/1.1 answer with a length, as far as it was read.
struct AnswerScanner {
    /// The bytes until the blank line and with it.
    private(set) var headCount = 0
    /// The status, once the head is there.
    private(set) var status = 0
    private var bodyCount = 0

    /// True once the first `end` bytes of `buffer` hold a whole answer.
    mutating func isWhole(_ buffer: [UInt8], _ end: Int) -> Bool {
        if headCount == 0 {
            guard let blank = Self.blankLine(buffer, end) else { return false }
            headCount = blank
            // "HTTP/1.1 200 OK"
            status = buffer[9..<12].reduce(0) { $0 * 10 + Int($1) - 0x30 }
            bodyCount = length(buffer)
        }
        return end >= headCount + bodyCount
    }

    /// Where the body lies.
    var body: Range<Int> { headCount..<headCount + bodyCount }

    private func length(_ buffer: [UInt8]) -> Int {
        let head = String(decoding: buffer[..<headCount], as: UTF8.self).lowercased()
        guard let name = head.range(of: "\r\ncontent-length:") else { return 0 }
        let digits = head[name.upperBound...].prefix { $0 != "\r\n" }
        return Int(digits.trimmingCharacters(in: .whitespaces)) ?? 0
    }

    /// Where the head's blank line ends.
    private static func blankLine(_ buffer: [UInt8], _ end: Int) -> Int? {
        buffer.withUnsafeBytes { bytes -> Int? in
            var at = 0
            while let start = bytes.baseAddress, let found = memchr(start + at, 0x0A, end - at) {
                at = UnsafeRawPointer(found) - start + 1
                if at + 1 < end, bytes[at] == 0x0D, bytes[at + 1] == 0x0A { return at + 2 }
            }
            return nil
        }
    }
}
