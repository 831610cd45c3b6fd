import Charter
import Conference
import HTTPTypes
import Secretariat
import Testing

@testable import Web

struct ClockTests {
    private static let headers: [HTTPField.Name: String] = [
        .origin: "http://localhost:8080", .contentType: "application/x-www-form-urlencoded",
    ]

    @Test(arguments: [
        ("day=2026-12-24", "2026-12-24"), ("day=2026-12-24&step=%2B1d", "2026-11-22"),
        ("step=-1d", "2026-11-20"), ("step=%2B1m", "2026-12-21"), ("step=-1m", "2026-10-21"),
    ])
    func `The clock is moved and leads back to the page, without an act`(_ body: String, _ day: String)
        async throws
    {
        let site = try await PlantedSite()
        let before = site.registrar.state.sequence
        let back = "/c/cme~presidency/en/parties?on=2025-01-01"
        let answer = try await site.ask(
            "/c/cme~presidency/clock", Self.headers, method: .post,
            body: body + "&back=" + PercentEncoding.encode(back))
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == back)
        #expect(site.clock.day.description == day)
        #expect(site.registrar.state.sequence == before)
    }

    @Test func `A clock that was moved is led back to its own day by one button`() async throws {
        let site = try await PlantedSite()
        let button = "name=\"step\" value=\"home\""
        #expect(try await !site.ask("/c/cme/en/").text.contains(button))
        _ = try await site.ask("/c/cme/clock", Self.headers, method: .post, body: "day=2027-02-01")
        let moved = try await site.ask("/c/cme/es/").text
        #expect(moved.contains(button))
        #expect(moved.contains("Volver al 21 de noviembre de 2026"))
        _ = try await site.ask("/c/cme/clock", Self.headers, method: .post, body: "day=2030-01-01&step=home")
        #expect(site.clock.day == PlantedSite.today)
    }

    @Test func `Every page follows the clock at once, forward and back`() async throws {
        let site = try await PlantedSite()
        var tags: [String: String] = [:]
        for day in ["2026-11-21", "2027-02-01", "2026-11-21", "2026-02-01", "2027-02-01"] {
            _ = try await site.ask("/c/cme/clock", Self.headers, method: .post, body: "day=\(day)")
            for path in ["/c/cme/en/", "/c/cme~member-XAL/en/standing", "/c/cme/en/parties.json"] {
                let page = try await site.ask(path)
                #expect(page.status == 200, "\(path)")
                let date = Written.long(Day(day) ?? .distantPast, .en)
                #expect(
                    page.text.contains(path.hasSuffix("json") ? "\"on\":\"\(day)\"" : date), "\(path) \(day)")
                // The same day has the same tag: what a browser kept is right again.
                let tag = page.headers[.eTag] ?? ""
                #expect(tags[path + day] == nil || tags[path + day] == tag)
                tags[path + day] = tag
                #expect(try await site.ask(path, [.ifNoneMatch: tag]).status == 304)
            }
        }
        #expect(Set(tags.values).count == tags.count)
    }

    @Test(arguments: [
        ("day=2026-02-30", "isn&#39;t a day"), ("day=ma%C3%B1ana", "isn&#39;t a day"),
        ("day=", "isn&#39;t a day"),
        ("day=1999-01-01", "This clock goes from 1 January 2026 to 31 December 2031"),
        ("step=%2B9y", "isn&#39;t a day"),
    ])
    func `A day that it can't stand at is said at its field, and the clock stays`(
        _ body: String, _ words: String
    ) async throws {
        let site = try await PlantedSite()
        let answer = try await site.ask(
            "/c/cme~network/clock", Self.headers, method: .post,
            body: body + "&back=" + PercentEncoding.encode("/c/cme~network/en/presidencies"))
        #expect(answer.status == 400)
        #expect(answer.text.contains(words))
        #expect(answer.text.contains("aria-invalid=\"true\""))
        #expect(answer.text.contains("<h1>Presidencies"))
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(site.clock.day == PlantedSite.today)
    }

    @Test(
        arguments: [
            ([.origin: "http://evil.example"], 403), ([.origin: "null"], 403),
            ([.origin: "http://localhost:8080", .named("Sec-Fetch-Site"): "cross-site"], 403),
            ([.named("Sec-Fetch-Site"): "same-site"], 403), ([:], 403),
            ([.named("Sec-Fetch-Site"): "same-origin"], 303),
        ] as [([HTTPField.Name: String], Int)])
    func `Only a page of this server moves it`(_ headers: [HTTPField.Name: String], _ status: Int)
        async throws
    {
        let site = try await PlantedSite()
        var all = headers
        all[.contentType] = "application/x-www-form-urlencoded"
        let answer = try await site.ask("/c/cme/clock", all, method: .post, body: "day=2027-01-01")
        #expect(answer.status == status)
        #expect((site.clock.day.description == "2027-01-01") == (status == 303))
    }

    @Test(arguments: [
        ("application/json", "{\"day\":\"2027-01-01\"}", 400),
        ("application/x-www-form-urlencoded", "day=%zz", 400),
        ("application/x-www-form-urlencoded", "", 400),
        ("application/x-www-form-urlencoded", "day=" + String(repeating: "1", count: 1_100), 413),
    ])
    func `What is no form of the clock is refused`(_ type: String, _ body: String, _ status: Int) async throws
    {
        let site = try await PlantedSite()
        let answer = try await site.ask(
            "/c/cme/clock", [.origin: "http://localhost:8080", .contentType: type], method: .post, body: body)
        #expect(answer.status == status)
        #expect(site.clock.day == PlantedSite.today)
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/es/", "/es/", "/c/zzz/es/", "", "javascript:1",
    ])
    func `It leads nowhere but to a page of its conference`(_ back: String) async throws {
        let site = try await PlantedSite()
        let answer = try await site.ask(
            "/c/cme~network/clock", Self.headers, method: .post,
            body: "day=2027-01-01&back=" + PercentEncoding.encode(back))
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/c/cme~network/es/")
    }

    @Test func `Its address opened by itself leads to the first page`() async throws {
        let site = try await PlantedSite.shared.value
        let answer = try await site.ask("/c/cme~network/clock")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/c/cme~network/")
    }
}
