import Charter
import HTML
import NIOCore
import Testing

@testable import Web

private func written(_ content: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    content(&html)
    return html.string
}

private func count(_ text: String, _ part: String) -> Int { text.split(separator: part).count - 1 }

struct LookTests {
    static let shell = ShellModel(
        conferenceName: "Conferencia <Uno>", tagline: "registro", petals: 12, homeHref: "/es/",
        navigation: [
            LinkModel(text: "Partes", href: "/es/parties", isCurrent: true),
            LinkModel(text: "Carta", href: "/es/charter"),
        ], language: .es, twinHref: "/en/parties",
        invented: InventedBar(sentences: ["Conferencia inventada", "Todo es demostración."]),
        foot: FootModel(
            notice: "Compilado de fuentes públicas.", sequence: 1_612,
            recordedAt: "21 nov 2026, 09:14 (GMT−6)",
            root: "7c1e0000000000000000a94f", entryHref: "/es/register/1612"))

    @Test func `Every page has its frame, and nothing inline that a policy would have to allow`() {
        let page = String(
            decoding: Page.render(shell: Self.shell, title: "Partes", style: "abc") { html in
                html.rosette(RosetteTests.model)
                html.why(WhyTests.model, .es)
            }, as: UTF8.self)
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"es\">"))
        #expect(page.contains("<title>Partes · Conferencia &lt;Uno&gt;</title>"))
        #expect(page.contains("<a class=\"skip\" href=\"#main\">Ir al contenido</a>"))
        #expect(page.contains("<main id=\"main\""))
        #expect(page.contains("<a href=\"/es/parties\" aria-current=\"page\">Partes</a>"))
        #expect(page.contains("href=\"/en/parties\" lang=\"en\" hreflang=\"en\">English</a>"))
        #expect(page.contains("<b>Conferencia inventada</b>"))
        #expect(page.contains("noindex"))
        #expect(page.contains("Compilado de fuentes públicas."))
        #expect(page.contains(">n.º\u{A0}1,612</a> · 21 nov 2026, 09:14 (GMT−6)"))
        #expect(page.contains("7c1e…a94f"))
        for inline in ["style=", "<style", "<script", "onclick", "javascript:"] {
            #expect(!page.contains(inline), "\(inline)")
        }
    }

    @Test func `A ribbon's years are links in order, read out with their whole names`() {
        let html = written { html in
            html.ribbon(
                RibbonModel(
                    label: "Presidencias",
                    years: [
                        .init(year: 2024, code: "BLZ", name: "Belice", href: "/a", mark: .current),
                        .init(year: 2025, code: nil, name: "no consta", href: nil),
                    ]))
        }
        #expect(html.contains("<li class=\"now\"><a href=\"/a\" title=\"Belice\" aria-current=\"date\">"))
        #expect(html.contains("<span class=\"unseen\"> Belice</span>"))
        #expect(html.contains("<li class=\"none\"><span class=\"cell\">"))
        #expect(html.contains("<i>2025</i>"))
    }

    @Test func `Shares fill the bar whole and stand in the table beneath`() {
        let shares = [("USA", 50_000), ("CAN", 25_000), ("MEX", 12_500), ("BLZ", 12_500)]
        let html = written { html in
            html.shares(
                SharesModel(
                    shares: shares.map { .init(label: $0.0, name: $0.0, share: $0.1, percent: "") },
                    summary: "Escala",
                    table: DataTable(
                        caption: "Aportes", columns: [.init("Parte"), .init("Monto", isNumeric: true)],
                        rows: [[.text("USA"), .text("$50,000")]])))
        }
        #expect(html.contains("<rect x=\"0%\" y=\"2\" width=\"50%\""))
        #expect(html.contains("x=\"87.5%\" y=\"2\" width=\"12.5%\""))
        #expect(html.contains("<th scope=\"row\">USA</th><td class=\"num\">$50,000</td>"))
    }

    @Test func `A table is reached by keyboard and named by its caption`() {
        let html = written { html in
            html.table(
                DataTable(
                    caption: "Partes & más", columns: [.init("País"), .init("Desde", isNumeric: true)],
                    rows: [[.party(code: "MEX", name: "México", href: "/x"), .none("no consta")]],
                    foot: [.text("Total"), .text("1")], isTall: true))
        }
        #expect(
            html.hasPrefix(
                "<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"Partes &amp; más\">"))
        #expect(html.contains("<th scope=\"col\" class=\"num\">Desde</th>"))
        #expect(html.contains("<span class=\"unseen\">no consta</span>"))
        #expect(html.contains("<tfoot>"))
    }

    @Test func `A table of numbers alone says so once, not in each cell`() {
        let html = written { html in
            html.table(
                DataTable(
                    caption: "Años",
                    columns: [.init("Año", isNumeric: true), .init("Número", isNumeric: true)],
                    rows: [[.text("2026"), .text("3")]]))
        }
        #expect(html.contains("<table class=\"num\">"))
        #expect(html.contains("<tr><th scope=\"row\">2026</th><td>3</td></tr>"))
        #expect(html.contains("<th scope=\"col\">Número</th>"))
    }

    @Test func `A strip of days says what each day is`() throws {
        let friday = try #require(Day("2026-11-27"))
        let html = written { html in
            html.dayStrip(
                DayStripModel(
                    label: "Plazo",
                    days: [
                        .init(day: friday, role: .start("circula")),
                        .init(day: friday.adding(days: 1), role: .off("fin de semana")),
                        .init(day: friday.adding(days: 3), role: .counted(1)),
                        .init(day: friday.adding(days: 4), role: .last(2, "vence")),
                    ]), .es)
        }
        #expect(html.contains("<li>vie · nov <b class=\"num\">27</b> circula</li>"))
        #expect(html.contains("<li class=\"off\">sáb <b class=\"num\">28</b> fin de semana</li>"))
        #expect(html.contains("<li class=\"count\">lun <b class=\"num\">30</b> 1</li>"))
        #expect(html.contains("<li class=\"last\">mar · dic <b class=\"num\">1</b> 2: vence</li>"))
    }

    @Test func `Organs are drawn with their lines, listed, and told in sentences`() {
        let html = written { html in
            html.organs(
                OrgansModel(
                    summary: "Órganos",
                    organs: [
                        .init(id: "v", name: "Viceministros", href: "/v", level: 0, isChief: true),
                        .init(id: "g", name: "Grupo Regional de Consulta", detail: "prepara", level: 1),
                    ],
                    relations: [
                        .init(from: "v", to: "g", sentence: "El grupo prepara."),
                        .init(from: "v", to: "nadie", sentence: "A nadie."),
                    ]))
        }
        #expect(count(html, "<rect") == 2)
        #expect(count(html, "<path") == 1)
        #expect(html.contains("<li>El grupo prepara.</li>"))
        #expect(html.contains("<li class=\"chief\"><b><a href=\"/v\">Viceministros</a></b></li>"))
    }

    @Test func `A form keeps what was typed and says at the field what is wrong`() {
        let html = written { html in
            html.question(
                .day(
                    action: "/es/presidencies", on: Day(number: 0), .es, problem: "No hay tal día.",
                    typed: "2014-02-30\""))
        }
        #expect(html.contains("type=\"text\" value=\"2014-02-30&quot;\""))
        #expect(html.contains("aria-describedby=\"f-on-problem\" aria-invalid=\"true\""))
        #expect(html.contains("<span id=\"f-on-problem\" class=\"wrong-why\">No hay tal día.</span>"))
        #expect(html.contains("method=\"get\" action=\"/es/presidencies\""))
    }

    @Test(
        arguments: [
            (1, 1, [1]), (1, 3, [1, 2, 3]), (5, 12, [1, nil, 4, 5, 6, nil, 12]),
            (3, 12, [1, 2, 3, 4, nil, 12]),
            (12, 12, [1, nil, 11, 12]), (1, 0, [1]),
        ] as [(Int, Int, [Int?])])
    func `Pages are numbered with gaps`(_ current: Int, _ count: Int, _ numbers: [Int?]) {
        let model = PaginationModel(current: current, count: count, summary: "") { "?page=\($0)" }
        #expect(model.numbers == numbers)
    }
}

struct RosetteTests {
    static let model = RosetteModel(
        petals: [
            .init(label: "XAL", name: "Alcora"), .init(label: "XBE", name: "Belmar", state: .hatched),
            .init(label: "XCO", name: "Coralia", state: .brick),
        ], centre: "2", summary: "Dos de tres respondieron",
        meanings: [(.full, "De acuerdo"), (.hatched, "Con reserva"), (.brick, "Objeta"), (.empty, "Callan")])

    @Test func `Each petal has its state, and the list says who stands where`() {
        let html = written { $0.rosette(Self.model) }
        #expect(html.contains("role=\"img\" aria-label=\"Dos de tres respondieron\""))
        #expect(html.contains("<title>Belmar</title>"))
        #expect(html.contains("fill=\"url(#hatch)\""))
        #expect(html.contains("<b>De acuerdo (1)</b>: XAL"))
        #expect(html.contains("<b>Objeta (1)</b>: XCO"))
        #expect(!html.contains("Callan"))
    }

    @Test(arguments: [1, 2, 3, 7, 11, 12, 30])
    func `Any number of members has as many petals`(_ members: Int) {
        let petals = (0..<members).map { RosetteModel.Petal(label: "P\($0)", name: "Parte \($0)") }
        let html = written { $0.rosette(RosetteModel(petals: petals, summary: "x")) }
        #expect(count(html, "class=\"petal full\"") == members)
        #expect(!html.contains("nan") && !html.contains("inf"))
        let icon = String(decoding: Rosette.icon(petals: members), as: UTF8.self)
        #expect(count(icon, "M") == members)
        #expect(icon.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    }
}

struct WhyTests {
    static let model = WhyModel(
        clauses: [.init(summary: "La Troika son tres.", label: "Carta, Troika", href: "/es/charter/t")],
        inputs: [("El día", "1 de junio de 2014")],
        entries: [.init(sequence: 61, summary: "presidencia de Costa Rica, 2013", href: "/es/register/61")],
        interpretations: [.init(reading: "El período es el año.", reason: "así lo tiene el informe.")],
        wouldChange: ["Otro relevo."], about: "la Troika")

    @Test func `The basis names clause, acts, what is ours and what would change it`() {
        let html = written { $0.why(Self.model, .es) }
        #expect(
            html.hasPrefix(
                "<details class=\"why\"><summary>¿Por qué?<span class=\"unseen\"> la Troika</span>"))
        #expect(html.contains("La Troika son tres. <a href=\"/es/charter/t\">Carta, Troika</a>"))
        #expect(html.contains(">n.º\u{A0}61</a>: presidencia de Costa Rica, 2013"))
        #expect(html.contains("<span class=\"tag gold\">Interpretación</span> El período es el año."))
        #expect(html.contains("Porque: así lo tiene el informe."))
        #expect(html.contains("<li>Otro relevo.</li>"))
        #expect(written { $0.why(Self.model, .en) }.contains("What would change it"))
    }

    @Test func `An answer's grounds become its why, each act and clause once, in the page's language`() {
        let answer = Answer(
            true,
            basis: [
                Basis(
                    clause: "carta.troika", entries: [3, 1],
                    interpretation: Localized(es: "Se lee así.", en: "Read so."),
                    reason: Localized(es: "Presidió MEX.", en: "MEX presided.")),
                Basis(clause: "carta.troika", entries: Array(1...20)),
                Basis(clause: "carta.otra"),
            ], change: Localized(es: "Otro relevo.", en: "Another handover."))
        let request = PageRequest(base: .root, route: .presidencies, language: .en)
        let model = WhyModel(answer, request, clause: { _ in nil }, summary: { "act \($0)" })
        #expect(model.conclusions == ["MEX presided."])
        #expect(model.clauses.map(\.label) == ["carta.troika", "carta.otra"])
        #expect(model.entries.map(\.sequence) == Array(1...12))
        #expect(model.entries.first?.href == "/en/register/1")
        #expect(model.furtherEntries?.text == "8 further acts in the register")
        #expect(model.interpretations.map(\.reading) == ["Read so."])
        #expect(model.wouldChange == ["Another handover."])
        let html = written { $0.why(model, .en) }
        #expect(html.contains("<b>carta.troika</b>"))
        #expect(!html.contains("Because"))
    }

    @Test func `What there is nothing of is left out`() {
        let html = written { $0.why(WhyModel(wouldChange: ["x"]), .es) }
        #expect(count(html, "class=\"part\"") == 1)
    }
}

/// WCAG 2.2 AA, computed from the sheet's own colours.
struct ContrastTests {
    private static func sheet() throws -> String {
        String(decoding: Array(try LookAssets().plainStyle.body.readableBytesView), as: UTF8.self)
    }

    private static func colours(_ block: Substring) -> [String: Double] {
        var colours: [String: Double] = [:]
        for declaration in block.split(whereSeparator: { ";{}\n".contains($0) }) {
            let parts = declaration.split(separator: ":").map { $0.filter { $0 != " " } }
            guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
            var digits = String(parts[1].dropFirst())
            if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
            guard let value = Int(digits, radix: 16) else { continue }
            let channels = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
            let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow24(($0 + 0.055) / 1.055) }
            colours[parts[0]] = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        return colours
    }

    /// x to the power of 2.4, by Newton's fifth root: no library needed for a test.
    private static func pow24(_ x: Double) -> Double {
        let target = x * x
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - target) / (5 * root * root * root * root)
        }
        return x * x * root
    }

    @Test func `Every text is readable on its ground, light and dark`() throws {
        let sheet = try Self.sheet()
        let blocks = sheet.split(separator: ":root{", omittingEmptySubsequences: false).dropFirst().prefix(2)
            .map { $0.prefix { $0 != "}" } }
        #expect(blocks.count == 2)
        let text = [
            ("--ink", "--paper"), ("--ink", "--card"), ("--ink", "--wash"), ("--soft", "--paper"),
            ("--soft", "--card"), ("--soft", "--wash"), ("--link", "--paper"), ("--link", "--card"),
            ("--link", "--cobalt-wash"), ("--ink", "--cobalt-wash"), ("--soft", "--cobalt-wash"),
            ("--on-cobalt", "--cobalt"), ("--gold", "--gold-wash"), ("--ink", "--gold-wash"),
            ("--brick", "--brick-wash"), ("--brick", "--paper"), ("--leaf", "--leaf-wash"),
            ("--ink", "--cobalt-mid"), ("--link", "--gold-wash"), ("--on-cobalt", "--link"),
        ]
        let shapes = [
            ("--edge", "--card"), ("--edge", "--paper"), ("--cobalt", "--paper"), ("--cobalt", "--card"),
        ]
        for block in blocks {
            let colours = Self.colours(block)
            for (pairs, least) in [(text, 4.5), (shapes, 3.0)] {
                for (front, back) in pairs {
                    let lights = [try #require(colours[front]), try #require(colours[back])].sorted()
                    let ratio = (lights[1] + 0.05) / (lights[0] + 0.05)
                    #expect(ratio >= least, "\(front) on \(back): \(ratio)")
                }
            }
        }
    }
}
