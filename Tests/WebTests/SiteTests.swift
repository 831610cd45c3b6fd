import Charter
import HTTPTypes
import Testing

@testable import Web

struct SiteTests {
    @Test(arguments: [("en-GB,en", "/en/"), ("es-MX", "/es/"), ("de", "/es/")])
    func `The first address answers by the browser's language`(_ accepted: String, _ path: String)
        async throws
    {
        let answer = try await TestSite().get("/", [.acceptLanguage: accepted])
        #expect(answer.status == 302)
        #expect(answer.headers[.location] == path)
        #expect(answer.headers[.vary] == "Accept-Language")
        let invented = try await TestSite().get("/c/cme/", [.acceptLanguage: accepted])
        #expect(invented.headers[.location] == "/c/cme" + path)
    }

    @Test func `A page carries its language, tag, caching and headers of safety`() async throws {
        let answer = try await TestSite().get("/en/parties")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.headers[.contentLanguage] == "en")
        #expect(answer.headers[.cacheControl] == "public, no-cache")
        #expect(answer.headers[.vary] == "Accept-Encoding, Accept")
        #expect(answer.headers[.eTag]?.hasPrefix("\"b1.") == true)
        #expect(answer.headers[.eTag]?.hasSuffix("-612-20778-public-en-html-id\"") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentLength] == String(answer.bytes.count))
        #expect(answer.headers[.robots] == nil)
    }

    @Test func `Search engines are told to stay out of an invented conference`() async throws {
        let answer = try await TestSite().get("/c/cme/es/")
        #expect(answer.headers[.robots] == "noindex, nofollow")
    }

    @Test func `JSON by its address or by what is accepted`() async throws {
        let site = try TestSite()
        for (path, accept) in [("/es/parties.json", "text/html"), ("/es/parties", "application/json")] {
            let answer = try await site.get(path, [.accept: accept])
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            #expect(answer.text.hasPrefix("{}"))
        }
        let refused = try await site.get("/es/parties", [.accept: "image/png"])
        #expect(refused.status == 406)
        #expect(try await site.get("/es/parties.json", [.accept: "image/png"]).status == 200)
    }

    @Test(arguments: [
        ("/es/", HTTPRequest.Method.post, 405), ("/es/parties/NIL", .get, 404), ("/es/nada", .get, 404),
        ("/es/nada", .post, 404), ("/es/contributions?budget=x", .get, 400), ("/es/?a=%zz", .get, 400),
        ("/es/register/13", .get, 500), ("/c/xyz/es/", .get, 404), ("/es/parties/mex", .get, 308),
    ])
    func `Errors are pages with their status`(
        _ path: String, _ method: HTTPRequest.Method, _ status: Int
    ) async throws {
        let answer = try await TestSite().get(path, method: method)
        #expect(answer.status == status)
        if status == 308 { return }
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.text.contains("<h1>"))
        #expect(answer.text.contains("Conferencia de Prueba"))
        if status == 405 { #expect(answer.headers[.allow] == "GET, HEAD") }
    }

    @Test func `An error speaks the reader's language, and JSON to programs`() async throws {
        let site = try TestSite()
        #expect(try await site.get("/en/nothing").text.contains("There is no such page"))
        #expect(
            try await site.get("/nothing", [.acceptLanguage: "en"]).text.contains("There is no such page"))
        let json = try await site.get("/en/nothing.json")
        #expect(json.status == 404)
        #expect(json.text.contains("\"error\":{\"status\":404,\"code\":\"not-found\""))
        #expect(try await site.get("/es/parties/NIL").text.contains("href=\"/es/parties/MEX\""))
        #expect(try await site.get("/es/contributions?budget=x").text.contains("«x» no es un monto."))
    }

    @Test func `A failure shows a number that the log has, and nothing of the error`() async throws {
        let site = try TestSite()
        let answer = try await site.get("/es/register/13")
        let id = try #require(answer.headers[.requestID])
        #expect(id.count == 16)
        #expect(answer.text.contains(id))
        #expect(!answer.text.contains("Broken"))
        #expect(site.log.all.contains { $0.contains(id) && $0.contains("Broken") })
    }

    @Test func `The log has no address, no query and no person`() async throws {
        let site = try TestSite()
        _ = try await site.get("/es/parties/MEX?q=secreto", [.named("X-Forwarded-For"): "10.1.2.3"])
        #expect(site.log.all.count == 1)
        let line = try #require(site.log.all.first)
        #expect(line.contains("party"))
        #expect(!line.contains("MEX") && !line.contains("secreto") && !line.contains("10.1.2.3"))
    }

    @Test func `Sizes beyond the limits get one clear sentence`() async throws {
        let site = try TestSite()
        let long = try await site.get("/es/?q=" + String(repeating: "a", count: 2_048))
        #expect(long.status == 414)
        #expect(long.text.contains("2,048"))
        let large = try await site.get("/en/", method: .post, [.contentLength: "99999999"])
        #expect(large.status == 413)
        #expect(large.text.contains("1,048,576"))
        #expect(try await site.get("/es/?q=" + String(repeating: "a", count: 2_040)).status == 200)
    }

    @Test func `HEAD answers the headers of GET and no body`() async throws {
        let site = try TestSite()
        let get = try await site.get("/es/")
        for _ in 0..<2 {
            let head = try await site.get("/es/", method: .head)
            #expect(head.status == 200)
            #expect(head.bytes.isEmpty)
            #expect(head.headers == get.headers)
        }
    }

    @Test func `The style sheet is kept for good at an address with its version`() async throws {
        let site = try TestSite()
        let path = Destination.stylePath(version: site.responder.look.version)
        let plain = try await site.get(path)
        let packed = try await site.get(path, [.acceptEncoding: "gzip"])
        #expect(plain.headers[.cacheControl]?.contains("immutable") == true)
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.text == plain.text)
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
        #expect(plain.bytes.count < 30_000)
        let tag = try #require(packed.headers[.eTag])
        #expect(try await site.get(path, [.ifNoneMatch: tag]).status == 304)
        #expect(try await site.get(Destination.stylePath(version: "old")).headers[.location] == path)
        let icon = try await site.get(Destination.faviconPath)
        #expect(icon.headers[.contentType] == "image/svg+xml; charset=utf-8")
    }

    @Test func `Health says what is wrong, for operators`() async throws {
        let site = try TestSite()
        #expect(try await site.get("/healthz").text == "ok\n")
        site.pages.turn { $0.trouble = "the register can't be written" }
        let answer = try await site.get("/healthz")
        #expect(answer.status == 503)
        #expect(answer.text.contains("/c/cme/: the register can't be written"))
    }

    @Test func `Metrics count by route and status, without addresses`() async throws {
        let site = try TestSite()
        for _ in 0..<3 { _ = try await site.get("/es/parties/MEX") }
        _ = try await site.get("/es/nada-secreta")
        let text = try await site.get("/metrics").text
        #expect(text.contains("puebla_http_requests_total{route=\"party\",status=\"2xx\"} 3"))
        #expect(text.contains("puebla_http_kept_answers_total{route=\"party\"} 2"))
        #expect(text.contains("puebla_http_request_seconds_count{route=\"party\"} 3"))
        #expect(text.contains("puebla_http_requests_total{route=\"unknown\",status=\"4xx\"} 1"))
        #expect(text.contains("puebla_register_sequence{conference=\"/\"} 612"))
        #expect(!text.contains("MEX") && !text.contains("secreta"))
    }
}
