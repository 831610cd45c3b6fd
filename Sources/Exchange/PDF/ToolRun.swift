import Foundation
import Glibc
import Synchronization

/// One run of a tool: bytes in, bytes out, within limits.
struct ToolRun: Sendable {
    struct Result: Sendable {
        let status: Int32
        let output: [UInt8]
        /// The end of what it said on standard error.
        let errors: [UInt8]
    }

    let executable: String
    let arguments: [String]
    let environment: [String: String]
    let input: [UInt8]
    let seconds: Int
    let mostBytes: Int

    /// How much of standard error is kept.
    private static let mostErrors = 16_384
    /// How often a cancelled task is noticed, in milliseconds.
    private static let glance: Int32 = 100

    /// Runs the tool on a thread of its own; a cancelled task ends it.
    func onThread() async throws(PDFError) -> Result {
        let cancelled = Flag()
        let outcome: Swift.Result<Result, PDFError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    do throws(PDFError) {
                        continuation.resume(returning: .success(try blocking { cancelled.isSet }))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
                thread.name = "pdf"
                thread.start()
            }
        } onCancel: {
            cancelled.set()
        }
        return try outcome.get()
    }

    private func blocking(isCancelled: () -> Bool) throws(PDFError) -> Result {
        // A file, not a pipe: a tool that ends early would leave a broken one behind.
        guard let source = Self.unnamedFile(input) else {
            throw .failed(detail: String(cString: strerror(errno)))
        }
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = source
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
        } catch {
            try? source.close()
            throw .missing(place: executable)
        }
        try? source.close()
        var failure: PDFError?
        var reading = Reading(
            [output.fileHandleForReading.fileDescriptor, errors.fileHandleForReading.fileDescriptor])
        let end = ContinuousClock.now + .seconds(seconds)
        while reading.isOpen, failure == nil {
            reading.wait(milliseconds: Self.glance)
            if isCancelled() {
                failure = .cancelled
            } else if ContinuousClock.now >= end {
                failure = .timeout(seconds: seconds)
            } else if reading.bytes[0].count > mostBytes {
                failure = .tooLarge(megabytes: mostBytes >> 20)
            }
            reading.keepLast(Self.mostErrors, of: 1)
        }
        // One that closed its pipes may still not end.
        while failure == nil, process.isRunning {
            if ContinuousClock.now >= end { failure = .timeout(seconds: seconds) }
            usleep(2000)
        }
        // The tool leads a group of its own: what it started ends with it, or would hold the pipes for ever.
        if failure != nil { kill(-process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        if let failure { throw failure }
        return Result(status: process.terminationStatus, output: reading.bytes[0], errors: reading.bytes[1])
    }

    /// A file without a name that holds `bytes`, read from its beginning.
    private static func unnamedFile(_ bytes: [UInt8]) -> FileHandle? {
        var name = Array((FileManager.default.temporaryDirectory.path + "/puebla-XXXXXX").utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(bytes))
            try file.seek(toOffset: 0)
            return file
        } catch {
            return nil
        }
    }
}

/// What comes from several pipes, read as it comes.
private struct Reading {
    private(set) var bytes: [[UInt8]]
    private var polled: [pollfd]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(_ descriptors: [Int32]) {
        bytes = descriptors.map { _ in [] }
        polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }

    var isOpen: Bool { polled.contains { $0.fd >= 0 } }

    mutating func wait(milliseconds: Int32) {
        guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
        for index in polled.indices where polled[index].revents != 0 {
            let count = read(polled[index].fd, &buffer, buffer.count)
            if count > 0 {
                bytes[index].append(contentsOf: buffer[..<count])
            } else if count == 0 || errno != EINTR {
                // A negative descriptor is passed over by poll.
                polled[index].fd = -1
            }
        }
    }

    mutating func keepLast(_ count: Int, of index: Int) {
        if bytes[index].count > count { bytes[index].removeFirst(bytes[index].count - count) }
    }
}

/// Set once, seen from any thread.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}
