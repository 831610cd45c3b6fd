import Charter
import Foundation

/// Makes PDF from pages with WeasyPrint, a process for each, on threads of its own.
///
/// The documents are tagged as PDF/UA-1. WeasyPrint reads the page from standard input and is allowed no address
/// but `data:`, so nothing is fetched, from the network or the disk: styles and pictures stand in the page.
public actor PDFMaker {
    /// The oldest version that makes valid PDF/UA.
    public static let leastVersion = 70
    /// The variable that says where WeasyPrint is.
    public static let variable = "PUEBLA_WEASYPRINT"

    /// What a maker may use.
    public struct Limits: Sendable, Hashable {
        /// How long a document may take, and how long one may wait to be made.
        public var seconds: Int
        /// How many are made at once.
        public var atOnce: Int
        /// How many more may wait.
        public var waiting: Int
        /// How large a document may be.
        public var mostBytes: Int

        /// Limits.
        public init(seconds: Int = 30, atOnce: Int = 1, waiting: Int = 16, mostBytes: Int = 64 << 20) {
            self.seconds = seconds
            self.atOnce = max(1, atOnce)
            self.waiting = max(0, waiting)
            self.mostBytes = mostBytes
        }
    }

    /// Somebody whose turn comes, or who has waited long enough.
    private struct Waiting {
        let number: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    private let limits: Limits
    private let tool: ToolPlace
    private let environment: [String: String]
    private var running = 0
    private var queue: [Waiting] = []
    private var lastWaiting = 0
    /// The version found; asked for again until there is one that serves.
    private var version: String?

    /// A maker.
    /// - Parameters:
    ///   - executable: WeasyPrint's path; else `$PUEBLA_WEASYPRINT`, else `weasyprint` on the path.
    ///   - environment: where the two are looked up; the process gets only a few harmless ones of it.
    public init(
        executable: String? = nil, limits: Limits = Limits(),
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.limits = limits
        tool = ToolPlace(executable: executable, environment: environment)
        let kept = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"]
        self.environment = environment.filter { kept.contains($0.key) }
            .merging(["LANG": "C.UTF-8", "PYTHONUTF8": "1"]) { $1 }
    }

    /// Makes a page into PDF.
    ///
    /// - Parameters:
    ///   - html: the whole page in UTF-8, its style embedded.
    ///   - base: the page's absolute address, for the links in it; without one, relative links are left out.
    /// - Throws: `PDFError`.
    public func pdf(_ html: [UInt8], base: String? = nil) async throws(PDFError) -> [UInt8] {
        try await takeTurn()
        defer { giveTurn() }
        try await check()
        let arguments = [
            "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--media-type", "print",
            "--allowed-protocols", "data", "--no-http-redirects", "--base-url", base ?? "", "-", "-",
        ]
        let result = try await run(arguments, input: html, seconds: limits.seconds)
        guard result.status == 0, result.output.starts(with: Array("%PDF-".utf8)) else {
            throw Self.failure(result)
        }
        return result.output
    }

    /// WeasyPrint's version.
    /// - Throws: `PDFError`: missing, without its libraries, too old.
    public func check() async throws(PDFError) {
        guard version == nil else { return }
        let result = try await run(["--version"], input: [], seconds: max(10, limits.seconds))
        guard result.status == 0 else { throw Self.failure(result) }
        let text = String(decoding: result.output, as: UTF8.self)
        // "WeasyPrint version 70.0"
        let found = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
        guard let major = Int(found.prefix { $0 != "." }) else {
            throw .failed(detail: String(text.prefix(80)))
        }
        guard major >= Self.leastVersion else { throw .tooOld(found: found) }
        version = found
    }

    private func run(_ arguments: [String], input: [UInt8], seconds: Int) async throws(PDFError)
        -> ToolRun.Result
    {
        guard let path = tool.path else { throw .missing(place: tool.sought) }
        let run = ToolRun(
            executable: path, arguments: arguments, environment: environment, input: input,
            seconds: seconds, mostBytes: limits.mostBytes)
        return try await run.onThread()
    }

    private static func failure(_ result: ToolRun.Result) -> PDFError {
        let lines = String(decoding: result.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
        let last = String(
            (lines.last { !$0.allSatisfy(\.isWhitespace) } ?? "exit \(result.status)").prefix(300))
        // Python's cffi and ctypes say so.
        return last.contains("cannot load library") || last.contains("cannot open shared object")
            ? .librariesMissing(detail: last) : .failed(detail: last)
    }

    private func takeTurn() async throws(PDFError) {
        guard !Task.isCancelled else { throw .cancelled }
        if running < limits.atOnce {
            running += 1
            return
        }
        guard queue.count < limits.waiting else { throw .busy }
        lastWaiting += 1
        let number = lastWaiting
        let patience = Task {
            try await Task.sleep(for: .seconds(limits.seconds))
            giveUp(number)
        }
        // Whoever gives the turn away leaves `running` as it is.
        let hasTurn = await withCheckedContinuation {
            queue.append(Waiting(number: number, continuation: $0))
        }
        patience.cancel()
        guard hasTurn else { throw .busy }
        if Task.isCancelled {
            giveTurn()
            throw .cancelled
        }
    }

    private func giveTurn() {
        if queue.isEmpty { running -= 1 } else { queue.removeFirst().continuation.resume(returning: true) }
    }

    private func giveUp(_ number: Int) {
        guard let place = queue.firstIndex(where: { $0.number == number }) else { return }
        queue.remove(at: place).continuation.resume(returning: false)
    }
}

/// Where a tool is.
struct ToolPlace: Sendable {
    /// What was looked for, for messages.
    let sought: String
    private let candidates: [String]

    init(executable: String?, environment: [String: String]) {
        let given = [executable, environment[PDFMaker.variable]].compactMap(\.self).first { !$0.isEmpty }
        if let given, given.contains("/") {
            sought = given
            candidates = [given]
        } else {
            let command = given ?? "weasyprint"
            sought = command
            let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
            candidates = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(command)" }
        }
    }

    /// The first that can be run; looked up each time, so that one installed later is found.
    var path: String? { candidates.first { FileManager.default.isExecutableFile(atPath: $0) } }
}
