import Charter
import Conference
import HTTPTypes
import Secretariat
import Testing

@testable import Web

struct SeatTests {
    private static let seat = "/c/cme~member-XAL/es/register"

    @Test func `Without the switch there are no seats and no clock`() async throws {
        let site = try await PlantedSite(tryOut: false)
        for seat in ["member-XAL", "member-ZZZ", "nobody", ""] {
            let refused = try await site.ask("/c/cme~\(seat)/es/register")
            #expect(refused.status == 404, "\(seat)")
            #expect(refused.text.contains("Aquí solo se ve como el público"), "\(seat)")
            #expect(refused.text.contains("href=\"/c/cme/es/register\""), "\(seat)")
            #expect(!refused.text.contains("/c/cme~member-XBE"), "\(seat)")
            #expect(!refused.text.contains("observer-"), "\(seat)")
        }
        let page = try await site.ask("/c/cme/es/")
        #expect(page.status == 200)
        #expect(!page.text.contains("~"))
        #expect(!page.text.contains("/c/cme/clock"))
        #expect(page.text.contains("Conferencia inventada"))
        #expect(page.headers[.cacheControl] == "public, no-cache")
        let moved = try await site.ask(
            "/c/cme/clock",
            [.origin: "http://localhost:8080", .contentType: "application/x-www-form-urlencoded"],
            method: .post, body: "day=2027-01-01")
        #expect(moved.status == 404)
        #expect(site.clock.day == PlantedSite.today)
    }

    @Test(arguments: [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via",
        "CF-Connecting-IP",
    ])
    func `A request that somebody forwarded gets no seat, not even one that is kept ready`(_ name: String)
        async throws
    {
        let site = try await PlantedSite.shared.value
        let header = try #require(HTTPField.Name(name))
        #expect(try await site.ask(Self.seat).status == 200)
        for seat in [Self.seat, "/c/cme~nobody/es/register", "/c/cme~member-ZZZ/es/register.json"] {
            let refused = try await site.ask(seat, [header: "203.0.113.9"])
            #expect(refused.status == 404)
            #expect(!refused.text.contains("presidency"))
            #expect(!refused.text.contains("observer-"))
        }
        let offered = try await site.ask("/c/cme/es/")
        let page = try await site.ask("/c/cme/es/", [header: "203.0.113.9"])
        #expect(page.status == 200)
        #expect(offered.text.contains("/c/cme~secretariat/es/"))
        #expect(!page.text.contains("~"))
        #expect(page.headers[.eTag] != offered.headers[.eTag])
        #expect(
            try await site.ask(
                "/c/cme/es/", [header: "203.0.113.9", .ifNoneMatch: offered.headers[.eTag] ?? ""]
            ).status == 200)
    }

    @Test(arguments: ["example.org", "puebla.local:8080", "127.0.0.1.example.org", "10.0.0.7", ""])
    func `Another name of this machine gets no seat`(_ host: String) async throws {
        let site = try await PlantedSite.shared.value
        #expect(try await site.ask(Self.seat, host: host).status == 404)
        #expect(try await !site.ask("/c/cme/es/", host: host).text.contains("~"))
        for local in ["localhost", "127.0.0.1:80", "[::1]:8080"] {
            #expect(try await site.ask(Self.seat, host: local).status == 200, "\(local)")
        }
    }

    @Test(arguments: ["member-MEX", "presidency", "secretariat", "administrator", "network", "observer-COL"])
    func `The real conference has no seats, tried out or not`(_ seat: String) async throws {
        let site = try await PlantedSite.shared.value
        for path in [
            "/~\(seat)/es/", "/~\(seat)/en/standing", "/~\(seat)/es/register/1", "/~\(seat)/",
            "/~nobody/en/", "/~/es/",
        ] {
            let refused = try await site.ask(path)
            #expect(refused.status == 404, "\(path)")
            #expect(
                refused.text.contains("Aquí solo se ve como el público")
                    || refused.text.contains("Here it is seen as the public alone"), "\(path)")
            #expect(!refused.text.contains("(observer-"), "\(path)")
        }
        let home = try await site.ask("/es/")
        #expect(!home.text.contains("/~"))
        #expect(home.text.contains("href=\"/c/cme/es/\""))
        #expect(home.text.contains("Es inventada"))
        let moved = try await site.ask(
            "/clock", [.origin: "http://localhost:8080", .contentType: "application/x-www-form-urlencoded"],
            method: .post, body: "day=2027-01-01")
        #expect(moved.status == 404)
    }

    @Test(arguments: [
        "member-XPV", "member-XRI", "member-ZZZ", "observer-XAL", "observer-RECIMAR", "member", "observer",
        "public", "presidency-XAL", "nobody", "",
    ])
    func `A seat that nobody has is not found, and its page offers the others`(_ seat: String) async throws {
        let site = try await PlantedSite.shared.value
        for (language, title) in [("es", "<h1>No se puede ver como"), ("en", "<h1>You can")] {
            let page = try await site.ask("/c/cme~\(seat)/\(language)/parties?on=2025-12-01")
            #expect(page.status == 404, "\(seat)")
            #expect(page.text.contains("<html lang=\"\(language)\""), "\(seat)")
            #expect(page.text.contains(title) || seat.isEmpty, "\(seat)")
            // Nothing of what a seat sees, and every seat by its name, at the same page.
            #expect(!page.text.contains("/standing\""), "\(seat)")
            for other in [
                "", "~member-XAL", "~member-XOR", "~presidency", "~secretariat", "~administrator",
                "~observer-XRI", "~observer-OPUMO", "~network",
            ] {
                let link = "<a href=\"/c/cme\(other)/\(language)/parties?on=2025-12-01\">"
                #expect(page.text.contains(link), "\(seat): \(other)")
            }
            // The same error in the other language.
            let twin = language == "es" ? "en" : "es"
            #expect(page.text.contains("href=\"/c/cme~\(seat)/\(twin)/parties?on=2025-12-01\""), "\(seat)")
        }
        let json = try await site.ask("/c/cme~\(seat)/en/parties.json")
        #expect(json.status == 404)
        #expect(json.text.contains("\"code\":\"no-such-seat\""))
        #expect(json.text.contains("\"href\":\"/c/cme~secretariat/en/parties"))
    }

    @Test(arguments: [
        ("member-xal", "member-XAL"), ("member-XRI", "observer-XRI"), ("observer-XAL", "member-XAL"),
        ("dunaria", "member-XDU"), ("secretary", "secretariat"), ("member-XAQ", "member-XAL"),
        ("Esperia", "member-XES"),
    ])
    func `The nearest seat to what was typed comes first`(_ typed: String, _ nearest: String) async throws {
        let site = try await PlantedSite.shared.value
        let json = try await site.ask("/c/cme~\(typed)/en/meetings.json")
        let first = try #require(
            json.text.firstMatch(of: #/"suggestions":\[\{"text":"[^"]*","href":"([^"]*)"/#))
        #expect(first.1.hasPrefix("/c/cme~\(nearest)/en/meetings"), "\(typed): \(first.1)")
    }

    @Test func `What was typed as a seat is text and nothing else`() async throws {
        let site = try await PlantedSite.shared.value
        for typed in [
            "%3Cscript%3E", "<script>", "%00", "%E2%80%AE", "~", "a%2Fb", String(repeating: "x", count: 300),
        ] {
            let page = try await site.ask("/c/cme~\(typed)/en/")
            #expect(page.status == 404, "\(typed)")
            #expect(!page.text.contains("<script"), "\(typed)")
            #expect(!page.text.contains("\u{202E}"), "\(typed)")
            #expect(!page.text.contains(String(repeating: "x", count: 41) + "”"), "\(typed)")
        }
    }

    @Test func `Files for harvesters are the public's, whoever looks`() async throws {
        let site = try await PlantedSite.shared.value
        let page = try await site.ask("/c/cme~secretariat/oai?verb=Identify")
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"/c/cme/oai\""))
    }

    @Test(arguments: [("es", "Ver como"), ("en", "Look as")])
    func `The bar leads to the same page as each of the eight, and marks who looks`(
        _ language: String, _ words: String
    ) async throws {
        let site = try await PlantedSite.shared.value
        for (name, viewer) in PlantedSite.viewers {
            let base = PlantedSite.base(viewer).prefix
            let page = try await site.ask("\(base)/\(language)/parties?on=2025-12-01")
            #expect(page.status == 200, "\(name)")
            #expect(page.text.contains(words), "\(name)")
            for seat in [
                "", "~member-XAL", "~member-XOR", "~presidency", "~secretariat", "~administrator",
                "~observer-XRI", "~observer-XSA", "~observer-OPUMO", "~network",
            ] {
                #expect(
                    page.text.contains("href=\"/c/cme\(seat)/\(language)/parties?on=2025-12-01\""),
                    "\(name): \(seat)")
            }
            let current = "href=\"\(base)/\(language)/parties?on=2025-12-01\" aria-current=\"true\""
            #expect(page.text.contains(current), "\(name)")
            #expect(page.text.contains("href=\"/\(language)/\""), "the real one")
        }
    }

    @Test func `What goes wrong in a seat stays in it`() async throws {
        let site = try await PlantedSite.shared.value
        for (path, status) in [
            ("/c/cme~network/es/standing", 403), ("/c/cme~network/es/parties/ZZZ", 404),
            ("/c/cme~network/en/nothing?a=1", 404), ("/c/cme~network/es/parties?on=x", 400),
        ] {
            let page = try await site.ask(path)
            #expect(page.status == status, "\(path)")
            #expect(page.text.contains("aria-current=\"true\""), "\(path)")
            #expect(
                page.text.contains("href=\"/c/cme~network/\(path.contains("/en/") ? "en" : "es")/\""),
                "\(path)")
            let other = path.replacing("~network", with: "~secretariat")
            #expect(page.text.contains("href=\"\(other)\""), "\(path)")
        }
    }

    @Test func `What is kept for one seat is never sent to another`() async throws {
        let site = try await PlantedSite.shared.value
        var tags: Set<String> = []
        for (name, viewer) in PlantedSite.viewers {
            let path = PlantedSite.base(viewer).prefix + "/es/parties/XDU"
            for _ in 0..<2 {
                let page = try await site.ask(path)
                #expect(page.headers[.cacheControl] == "private, no-cache", "\(name)")
                #expect(page.headers[.vary] == "Accept-Encoding, Accept")
                #expect(page.headers[.robots] == "noindex, nofollow")
                #expect(page.text.contains("id=\"attendance\"") == viewer.seesContributions, "\(name)")
                tags.insert(page.headers[.eTag] ?? "")
            }
            for tag in tags where tag != (try await site.ask(path).headers[.eTag]) {
                #expect(try await site.ask(path, [.ifNoneMatch: tag]).status == 200, "\(name): \(tag)")
            }
        }
        #expect(tags.count == PlantedSite.viewers.count)
    }
}
