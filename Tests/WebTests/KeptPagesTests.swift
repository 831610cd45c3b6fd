import Charter
import HTTPTypes
import Testing

@testable import Web

struct KeptPagesTests {
    @Test func `A page is made once per packing and version`() async throws {
        let site = try TestSite()
        for _ in 0..<5 { #expect(try await site.get("/es/").status == 200) }
        #expect(site.pages.now.rendered == 1)
        for _ in 0..<5 { _ = try await site.get("/es/", [.acceptEncoding: "gzip"]) }
        #expect(site.pages.now.rendered == 2)
    }

    @Test func `The same page has another tag for each packing, and either answers not modified`()
        async throws
    {
        let site = try TestSite()
        let plain = try await site.get("/es/")
        let packed = try await site.get("/es/", [.acceptEncoding: "gzip"])
        let tags = try [plain, packed].map { try #require($0.headers[.eTag]) }
        #expect(tags[0] != tags[1])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.text == plain.text)
        #expect(packed.bytes.count < plain.bytes.count)
        for tag in tags + ["W/" + tags[0], "\"other\", " + tags[1], "*"] {
            for encoding in ["gzip", "identity"] {
                let answer = try await site.get("/es/", [.ifNoneMatch: tag, .acceptEncoding: encoding])
                #expect(answer.status == 304)
                #expect(answer.bytes.isEmpty)
                #expect(answer.headers[.eTag] != nil)
                #expect(answer.headers[.contentEncoding] == nil)
            }
        }
    }

    @Test func `A new entry changes the page and its tag`() async throws {
        let site = try TestSite()
        let before = try await site.get("/es/")
        site.pages.turn { $0.version = PageVersion(sequence: 613, day: $0.version.day) }
        let after = try await site.get("/es/", [.ifNoneMatch: before.headers[.eTag] ?? ""])
        #expect(after.status == 200)
        #expect(after.text.contains("613"))
        #expect(after.headers[.eTag] != before.headers[.eTag])
    }

    @Test func `Midnight changes the page and its tag without an entry`() async throws {
        let site = try TestSite()
        let before = try await site.get("/es/")
        site.pages.turn { $0.version = PageVersion(sequence: 612, day: $0.version.day.adding(days: 1)) }
        let after = try await site.get("/es/", [.ifNoneMatch: before.headers[.eTag] ?? ""])
        #expect(after.status == 200)
        #expect(after.headers[.eTag] != before.headers[.eTag])
        #expect(site.pages.now.rendered == 2)
    }

    @Test func `A page that turns at an instant is not kept past it`() async throws {
        let site = try TestSite()
        site.pages.turn { $0.keeping = .until(2_000) }
        site.clock.set(1_000)
        _ = try await site.get("/es/")
        site.clock.set(1_999)
        _ = try await site.get("/es/")
        #expect(site.pages.now.rendered == 1)
        site.clock.set(2_000)
        _ = try await site.get("/es/")
        _ = try await site.get("/es/")
        #expect(site.pages.now.rendered == 3)
    }

    @Test func `A page that is not to be kept never is, and says so`() async throws {
        let site = try TestSite()
        site.pages.turn { $0.keeping = .never }
        for _ in 0..<3 {
            let answer = try await site.get("/es/", [.acceptEncoding: "gzip"])
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.eTag] == nil)
            #expect(answer.headers[.contentEncoding] == "gzip")
        }
        #expect(site.pages.now.rendered == 3)
        #expect(site.responder.kept.size.pages == 0)
    }

    @Test func `Languages, forms, queries and conferences are kept apart`() async throws {
        let site = try TestSite()
        let paths = ["/es/", "/en/", "/es/index.json", "/es/?on=2014-06-01", "/c/cme/es/"]
        for path in paths + paths { _ = try await site.get(path) }
        #expect(site.pages.now.rendered == paths.count)
        _ = try await site.get("/es/", [.accept: "application/json"])
        #expect(site.pages.now.rendered == paths.count + 1)
    }

    @Test func `Errors are not kept`() async throws {
        let site = try TestSite()
        for path in ["/es/nada", "/es/parties/NIL", "/es/register/13"] { _ = try await site.get(path) }
        #expect(site.responder.kept.size.pages == 0)
    }

    @Test func `What is kept stays within its room, and what is asked for stays longest`() async throws {
        let site = try TestSite(keptBytes: 100_000)
        for number in 1...400 {
            _ = try await site.get("/es/register/\(number + 100)")
            _ = try await site.get("/es/")
            #expect(site.responder.kept.size.bytes <= 100_000)
        }
        #expect(site.pages.now.rendered == 401)
    }

    @Test func `A page too big for the room is sent and not kept`() async throws {
        let site = try TestSite(keptBytes: 100_000)
        site.pages.turn { $0.size = 50_000 }
        #expect(try await site.get("/es/").bytes.count > 50_000)
        #expect(site.responder.kept.size.pages == 0)
    }

    @Test func `A page on paper that ten ask for at once is made once`() async throws {
        let site = try TestSite()
        let gate = DummyPages.Gate()
        site.pages.turn { $0.gate = gate }
        let asked = Counter()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    asked.add()
                    return try await site.get("/es/meetings.pdf").status
                }
            }
            while asked.now < 10 || site.pages.now.rendered == 0 { await Task.yield() }
            await gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 10))
        #expect(site.pages.now.rendered == 1)
    }

    @Test func `Whoever asks after an act doesn't get the page that was being made before it`() async throws {
        let site = try TestSite()
        let gate = DummyPages.Gate()
        site.pages.turn { $0.gate = gate }
        async let early = site.get("/es/")
        while site.pages.now.rendered == 0 { await Task.yield() }
        site.pages.turn {
            $0.version = PageVersion(sequence: 613, day: $0.version.day)
            $0.gate = nil
        }
        let late = try await site.get("/es/")
        #expect(late.text.contains("<p>es 613</p>"))
        await gate.open()
        #expect(try await early.text.contains("<p>es 612</p>"))
        // What was made late of the old version doesn't stay.
        #expect(try await site.get("/es/").text.contains("<p>es 613</p>"))
    }

    @Test func `A form that an address names is kept whatever is accepted`() async throws {
        let site = try TestSite()
        for _ in 0..<3 {
            let answer = try await site.get("/es/meetings.ics", [.accept: "text/calendar"])
            #expect(answer.status == 200)
        }
        #expect(site.pages.now.rendered == 1)
        #expect(try await site.get("/es/meetings", [.accept: "text/calendar"]).status == 406)
    }

    @Test func `Large files stay within the room like everything else`() async throws {
        let site = try TestSite(keptBytes: 4 << 20)
        site.pages.turn { $0.size = 200_000 }
        for number in 1...40 {
            _ = try await site.get("/es/meetings.xlsx?year=\(1996 + number)")
            #expect(site.responder.kept.size.bytes <= 4 << 20)
        }
        #expect(site.responder.kept.size.pages > 0)
    }

    @Test func `Many readers at once get the page whole`() async throws {
        let site = try TestSite(keptBytes: 60_000)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask {
                    if number % 50 == 0 {
                        site.pages.turn {
                            $0.version = PageVersion(sequence: 612 + number, day: $0.version.day)
                        }
                    }
                    let answer = try await site.get("/es/register/\(number % 7 + 1)")
                    return answer.status == 200 && answer.bytes.count > 2_000
                }
            }
            for try await whole in group { #expect(whole) }
        }
    }
}
