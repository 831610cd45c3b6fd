import Foundation
import Register
import Synchronization

/// Does to a register, in a process of its own, what a test process can't do to itself: be killed while it
/// writes, run out of room, lose its privileges, hold a folder. Answers in lines on standard output.
@main
enum Tool {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, arguments.count >= 2 else { exit(64) }
        let folder = arguments[arguments.startIndex + 1]
        let rest = Array(arguments.dropFirst(2))
        // A limit on the size of files then fails the write instead of ending the process.
        signal(SIGXFSZ, SIG_IGN)
        switch command {
        case "write": Torture(folder: folder, counters: rest.compactMap { Int($0) }).run()
        case "fill": Starving.fill(folder: folder, room: rest.first.flatMap { UInt64($0) } ?? 0)
        case "unprivileged": Starving.openUnprivileged(folder: folder)
        case "hold": hold(folder)
        default: exit(64)
        }
    }

    /// One line, in one write, so that a kill leaves it whole or out.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let put = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if put < 0 && errno == EINTR { continue }
            guard put > 0 else { exit(3) }
            rest = rest.dropFirst(put)
        }
    }

    /// Opens to write, says so, and waits for the end of standard input.
    private static func hold(_ folder: String) {
        do throws(StoreError) {
            let log = try ActLog.open(folder: folder, access: .write)
            say("held")
            while readLine() != nil {}
            log.close()
        } catch {
            say(error.sentence(spanish: false))
            exit(2)
        }
    }
}

func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }

private let filler = String(repeating: "x", count: 2000)

func content(_ id: String, bytes: Int = 120) -> Content {
    Content(
        id: id, actor: "secretariat", kind: "meetings.convened", version: 1,
        body: Array(#"{"on":"2026-11-21","source":"torture","text":""#.utf8) + filler.utf8.prefix(bytes)
            + Array(#""}"#.utf8))
}
