import Charter
import Testing

@testable import Web

struct RouteTests {
    static let routes: [Route] = [
        .home, .parties, .party("MEX"), .party("OIM"), .presidencies, .contributions, .workingDays,
        .charter, .clause("carta.financiamiento.cuotas.4"), .clause("práctica.observadores.1"),
        .register, .entry(1), .entry(612_000),
    ]
    static let bases = [ConferencePath.root] + ["cme", "mar-2"].compactMap { ConferencePath(id: $0) }

    @Test(arguments: routes, bases)
    func `Reading an address gives back what it was written from`(_ route: Route, _ base: ConferencePath) {
        for language in Language.allCases {
            for representation in Representation.allCases {
                let path = base.path(route, language, representation)
                #expect(Destination(path: path) == .page(base, route, language, representation), "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("/es/", Route.home), ("/es/parties/MEX", .party("MEX")), ("/es/working-days", .workingDays),
        ("/es/register/61", .entry(61)),
        ("/es/charter/carta.financiamiento.cuotas.4", .clause("carta.financiamiento.cuotas.4")),
    ])
    func `Addresses are citations and stay as they are`(_ path: String, _ route: Route) {
        #expect(ConferencePath.root.path(route, .es) == path)
    }

    @Test func `JSON and English stand at the same segments`() throws {
        let cme = try #require(ConferencePath(id: "cme"))
        #expect(cme.path(.party("XGR"), .en, .json) == "/c/cme/en/parties/XGR.json")
        #expect(ConferencePath.root.path(.home, .es, .json) == "/es/index.json")
        #expect(
            ConferencePath.root.path(.workingDays, .en, query: [("from", "2026-12-23T10:00"), ("x", "a b")])
                == "/en/working-days?from=2026-12-23T10:00&x=a%20b")
    }

    @Test(arguments: [
        ("/es", "/es/"), ("/es/parties/", "/es/parties"), ("/es/parties/mex", "/es/parties/MEX"),
        ("/c/cme", "/c/cme/"), ("/c/cme/en", "/c/cme/en/"), ("/en/parties/mex.json", "/en/parties/MEX.json"),
        ("/es/register/61/", "/es/register/61"),
    ])
    func `Another spelling leads to the one address`(_ path: String, _ target: String) {
        #expect(Destination(path: path) == .moved(target))
        if case .moved = Destination(path: target) { Issue.record("\(target) moves on") }
    }

    @Test(arguments: [
        "/fr/", "/es/nada", "/es/register/0", "/es/register/-1", "/es/register/061", "/es/register/x",
        "/es/parties/a/b", "/es//parties", "es", "", "//", "/c/", "/c/CME/es/", "/es/parties/%zz",
        "/es/parties/%00", "/es/parties/..", "/es/register/99999999999999999999", "/c/a%2Fb/es/",
        "/es/parties/M%2FX", "/assets/other.css",
    ])
    func `What is no address is not guessed`(_ path: String) {
        guard case .unknown = Destination(path: path) else {
            Issue.record("\(path) is \(Destination(path: path))")
            return
        }
    }

    @Test func `An unknown address keeps its conference and language for the error page`() {
        #expect(Destination(path: "/en/nothing") == .unknown(.root, .en))
        #expect(
            ConferencePath(id: "cme").map { Destination(path: "/c/cme/es/x") == .unknown($0, .es) } == true)
    }

    @Test func `The server's own addresses`() {
        #expect(Destination(path: "/healthz") == .health)
        #expect(Destination(path: "/metrics") == .metrics)
        #expect(Destination(path: Destination.stylePath(version: "ab12")) == .style(version: "ab12"))
        #expect(Destination(path: "/") == .languageChoice(.root))
        #expect(ConferencePath(id: "CME") == nil)
        #expect(ConferencePath(id: "") == nil)
        #expect(ConferencePath(id: "a/b") == nil)
    }

    @Test func `No address, however strange, is read twice differently`() {
        var random = SeededRandom(state: 612)
        let pieces = [
            "/", "es", "en", "c", "parties", "MEX", "register", "61", ".json", "%20", "%", "..", "ñ", "a",
        ]
        for _ in 0..<20_000 {
            let path = "/" + (0..<random.below(8)).map { _ in pieces[random.below(pieces.count)] }.joined()
            switch Destination(path: path) {
            case .page(let base, let route, let language, let representation):
                let written = base.path(route, language, representation)
                #expect(Destination(path: written) == .page(base, route, language, representation))
            case .moved(let target): #expect(target != path)
            default: break
            }
        }
    }
}

struct QueryTests {
    @Test func `A query is read in its order`() throws {
        let query = try #require(Query(parsing: "on=2014-06-01&q=a+b%20c&q=z&leer"))
        #expect(query["on"] == "2014-06-01")
        #expect(query["q"] == "a b c")
        #expect(query["leer"] == nil)
        #expect(query["nada"] == nil)
        #expect(query.items.map(\.name) == ["on", "q", "q", "leer"])
        #expect(query.text == "?on=2014-06-01&q=a%20b%20c&q=z&leer=")
    }

    @Test(arguments: [
        "a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=%0a", String(repeating: "a=1&", count: 65),
    ])
    func `A broken query is refused whole`(_ text: String) {
        #expect(Query(parsing: text[...]) == nil)
    }

    @Test(arguments: ["", "a", "ñandú & más", "100%", "a=b&c", "🙂 =+"])
    func `Encoding and decoding are inverse`(_ text: String) {
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)[...]) == text)
        #expect(Query(parsing: Query([("k", text)]).text.dropFirst())?.items.first?.value == text)
    }
}

/// A small generator with a seed, so a failure can be repeated.
struct SeededRandom {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
