import Charter
import Exchange
import Foundation
import Testing

@Suite(.serialized) struct `Pages as PDF` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let page = Array(
        """
        <!doctype html><html lang="es"><head><title>Prueba</title><style>p { color: #123 }</style></head>
        <body><h1>Ñandú</h1><p><a href="/es/x">enlace</a> <img src="file:///etc/hostname" alt="nada">
        <img src="http://127.0.0.1:9/x.png" alt="nada"></p></body></html>
        """.utf8)

    /// A shell script that stands where WeasyPrint would; `$1` is `--version` when that is asked.
    private func tool(version: String = "WeasyPrint version 70.0", _ script: String) throws -> String {
        let file = folder.url.appendingPathComponent("tool-\(UUID().uuidString)")
        let text = "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '\(version)'; exit 0; fi\n\(script)\n"
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file.path
    }

    /// WeasyPrint itself, as `scripts/tools.sh` installs it.
    private var real: String {
        let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ProcessInfo.processInfo.environment[PDFMaker.variable]
            ?? root.appendingPathComponent(".venv-tools/bin/weasyprint").path
    }

    @Test func `WeasyPrint makes a tagged PDF and opens nothing`() async throws {
        let bytes = try await PDFMaker(executable: real).pdf(Self.page, base: "https://puebla.example/es/")
        #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
        let file = folder.url.appendingPathComponent("page.pdf")
        try Data(bytes).write(to: file)
        let read = """
            import re, sys, zlib
            plain = b"".join(
                zlib.decompress(s) for s in re.findall(rb"stream\\r?\\n(\\x78.*?)\\r?\\nendstream", open(sys.argv[1], "rb").read(), re.S))
            plain += open(sys.argv[1], "rb").read()
            for wanted in (b"/MarkInfo", b"/StructTreeRoot", b"pdfuaid", b"https://puebla.example/es/x"):
                if wanted not in plain: sys.exit(f"{wanted} is missing")
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", read, file.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `The same page is the same PDF`() async throws {
        let maker = PDFMaker(executable: real)
        #expect(try await maker.pdf(Self.page) == maker.pdf(Self.page))
    }

    @Test func `A page comes whole through the tool, with nothing that it could fetch`() async throws {
        let path = try tool(
            """
            for a; do echo "[$a]"; done >"\(folder.url.path)/arguments"
            env >"\(folder.url.path)/environment"
            printf '%%PDF-'; cat
            """)
        let maker = PDFMaker(environment: ["PUEBLA_WEASYPRINT": path, "PATH": "/usr/bin:/bin", "SECRET": "x"])
        let page = [UInt8](repeating: 0x61, count: 3_000_000)
        #expect(try await maker.pdf(page, base: "https://a.example/") == Array("%PDF-".utf8) + page)
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
        }
        #expect(try read("arguments").contains("[--allowed-protocols]\n[data]\n"))
        #expect(try read("arguments").contains("[--pdf-variant]\n[pdf/ua-1]\n"))
        #expect(try !read("environment").contains("SECRET"))
    }

    @Test func `A tool that isn't there is named with the way to install it, and found once it is`()
        async throws
    {
        let path = folder.url.appendingPathComponent("weasyprint").path
        let maker = PDFMaker(environment: ["PATH": folder.url.path])
        let error = await #expect(throws: PDFError.missing(place: "weasyprint")) {
            try await maker.pdf(Self.page)
        }
        #expect(error?.sentence.es.contains("pip install 'weasyprint>=70'") == true)
        #expect(error?.sentence.en.contains("libpango-1.0-0") == true)
        try FileManager.default.moveItem(atPath: try tool("printf '%%PDF-'"), toPath: path)
        #expect(try await maker.pdf(Self.page) == Array("%PDF-".utf8))
        await #expect(throws: PDFError.missing(place: "/nowhere/weasyprint")) {
            try await PDFMaker(executable: "/nowhere/weasyprint").pdf(Self.page)
        }
    }

    @Test func `A version that is too old is refused`() async throws {
        let path = try tool(version: "WeasyPrint version 57.2", "exit 0")
        await #expect(throws: PDFError.tooOld(found: "57.2")) {
            try await PDFMaker(executable: path).pdf(Self.page)
        }
    }

    @Test func `A tool that never ends is ended`() async throws {
        let path = try tool("exec tail -f /dev/null")
        let maker = PDFMaker(executable: path, limits: .init(seconds: 1))
        await #expect(throws: PDFError.timeout(seconds: 1)) { try await maker.pdf(Self.page) }
        let silent = PDFMaker(
            executable: try tool("exec >&- 2>&-; exec sleep 600"), limits: .init(seconds: 1))
        await #expect(throws: PDFError.timeout(seconds: 1)) { try await silent.pdf(Self.page) }
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["sleep 600", "cat /dev/zero"])
    func `What a tool started ends with it`(_ command: String) async throws {
        let note = folder.url.appendingPathComponent("child")
        // No shell puts itself in the place of its last command here.
        let path = try tool("\(command) &\necho $! >'\(note.path)'\nwait")
        let maker = PDFMaker(executable: path, limits: .init(seconds: 2, mostBytes: 1 << 20))
        await #expect(throws: PDFError.self) { try await maker.pdf(Self.page) }
        let child = try String(contentsOf: note, encoding: .utf8).split(whereSeparator: \.isNewline)
        let status = URL(fileURLWithPath: "/proc/\(try #require(child.first))/stat")
        // Gone, or ended and not yet taken note of by its new parent.
        func runs() -> Bool {
            guard let line = try? String(contentsOf: status, encoding: .utf8) else { return false }
            return !line.contains(") Z")
        }
        while runs() { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test(.timeLimit(.minutes(5)))
    func `Nobody waits longer for their turn than a document may take`() async throws {
        let started = folder.url.appendingPathComponent("first")
        let path = try tool("touch '\(started.path)'; exec tail -f /dev/null")
        let slow = PDFMaker(executable: path, limits: .init(seconds: 2))
        let first = Task { try await slow.pdf(Self.page) }
        while !FileManager.default.fileExists(atPath: started.path) {
            try await Task.sleep(for: .milliseconds(5))
        }
        let waiting = (0..<3).map { _ in Task { try await slow.pdf(Self.page) } }
        var outcomes: [PDFError] = []
        for task in waiting {
            do { _ = try await task.value } catch let error as PDFError { outcomes.append(error) }
        }
        // One may have got the turn that the first gave up.
        #expect(outcomes.filter { $0 == .busy }.count >= 2)
        await #expect(throws: PDFError.timeout(seconds: 2)) { try await first.value }
    }

    @Test func `A document without end is cut off`() async throws {
        let maker = PDFMaker(executable: try tool("exec cat /dev/zero"), limits: .init(mostBytes: 1 << 20))
        await #expect(throws: PDFError.tooLarge(megabytes: 1)) { try await maker.pdf(Self.page) }
    }

    @Test func `A failure is told in the tool's last words`() async throws {
        let maker = PDFMaker(executable: try tool("echo first >&2; echo 'ValueError: no' >&2; exit 1"))
        let error = await #expect(throws: PDFError.failed(detail: "ValueError: no")) {
            try await maker.pdf(Self.page)
        }
        // To whoever runs the server: a reader learns nothing of its folders.
        #expect(error?.detail == "ValueError: no")
        #expect(error?.sentence.es.contains("ValueError") == false)
        let empty = PDFMaker(executable: try tool("exit 0"))
        await #expect(throws: PDFError.failed(detail: "exit 0")) { try await empty.pdf(Self.page) }
        let bare = PDFMaker(
            executable: try tool("echo \"OSError: cannot load library 'libpango'\" >&2; exit 1"))
        await #expect(throws: PDFError.librariesMissing(detail: "OSError: cannot load library 'libpango'")) {
            try await bare.pdf(Self.page)
        }
    }

    @Test func `Who may not even wait is told to come again, and who goes away ends the work`() async throws {
        let started = folder.url.appendingPathComponent("started")
        let path = try tool("touch '\(started.path)'; exec tail -f /dev/null")
        let maker = PDFMaker(executable: path, limits: .init(seconds: 60, waiting: 0))
        let first = Task { try await maker.pdf(Self.page) }
        while !FileManager.default.fileExists(atPath: started.path) {
            try await Task.sleep(for: .milliseconds(5))
        }
        await #expect(throws: PDFError.busy) { try await maker.pdf(Self.page) }
        first.cancel()
        await #expect(throws: PDFError.cancelled) { try await first.value }
    }

    @Test func `Those who wait get their turn`() async throws {
        let maker = PDFMaker(executable: try tool("printf '%%PDF-'; cat"), limits: .init(atOnce: 2))
        let results = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask { try await maker.pdf([UInt8](repeating: 0x61, count: number)).count }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(results == Set(5..<13))
    }
}
