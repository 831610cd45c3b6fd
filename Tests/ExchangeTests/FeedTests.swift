import Charter
import Exchange
import HTML
import Testing

@Suite struct `Feeds and what robots read` {
    @Test func `A feed is what somebody looked at`() throws {
        try Golden.expect(Sample.feed.bytes(), "decisions.atom")
    }

    @Test func `A feed changed when its newest entry did, and an empty one when it says so`() {
        #expect(Sample.feed.bytes().text.contains("<updated>2026-11-20T12:00:00Z</updated>\n<author>"))
        var empty = Sample.feed
        empty.entries = []
        #expect(empty.bytes().text.contains("<updated>2020-01-01T00:00:00Z</updated>\n<author>"))
    }

    @Test func `A tag holds nothing that an address can't`() {
        let tag = AtomFeed.tag(
            authority: "a.example", day: Sample.day("2026-01-02"), specific: "ñ x#\"<>/y(1)")
        #expect(tag == "tag:a.example,2026-01-02:%C3%B1%20x%23%22%3C%3E/y(1)")
    }

    private var pages: [Sitemap.Page] {
        [
            .init(
                es: "https://puebla.example/es/meetings?a=1&b=2",
                en: "https://puebla.example/en/meetings?a=1&b=2",
                changed: Sample.day("2026-11-20")),
            .init(es: "https://puebla.example/es/", en: "https://puebla.example/en/"),
            .init(es: nil, en: "https://puebla.example/en/only"),
        ]
    }

    @Test func `A sitemap is what somebody looked at`() throws {
        let files = Sitemap.files(pages) { "https://puebla.example/sitemap-\($0).xml" }
        #expect(files.parts.isEmpty)
        try Golden.expect(files.main, "sitemap.xml")
    }

    @Test func `Too many addresses become an index, with no twin torn apart`() throws {
        let files = Sitemap.files(pages, mostAddresses: 3) { "https://puebla.example/sitemap-\($0).xml" }
        #expect(files.parts.count == 2)
        try Golden.expect(files.main, "sitemap-index.xml")
        #expect(files.parts.map { $0.text.split(separator: "<loc>").count - 1 } == [2, 3])
        let many = (0..<25_001).map {
            Sitemap.Page(es: "https://a.example/es/\($0)", en: "https://a.example/en/\($0)")
        }
        let large = Sitemap.files(many) { "\($0)" }
        #expect(large.parts.map { $0.text.split(separator: "<loc>").count - 1 } == [50_000, 2])
    }

    @Test func `Robots are told in lines that can't be broken`() {
        let robots = Robots(
            disallowed: ["/c/", "/x\nAllow: /"], allowed: ["/c/cme/about"],
            sitemaps: ["https://puebla.example/sitemap.xml"])
        #expect(
            robots.bytes().text == """
                User-agent: *
                Allow: /c/cme/about
                Disallow: /c/
                Disallow: /xAllow: /

                Sitemap: https://puebla.example/sitemap.xml

                """)
        #expect(Robots().bytes().text == "User-agent: *\nDisallow:\n")
    }

    @Test func `Security txt says whom to tell and until when`() throws {
        let file = try SecurityText(
            contacts: ["mailto:security@puebla.example", "https://puebla.example/report"],
            expires: Sample.instant("2027-06-01T00:00:00Z"),
            canonical: "https://puebla.example/.well-known/security.txt")
        #expect(
            file.bytes().text == """
                Contact: mailto:security@puebla.example
                Contact: https://puebla.example/report
                Expires: 2027-06-01T00:00:00Z
                Preferred-Languages: es, en
                Canonical: https://puebla.example/.well-known/security.txt

                """)
    }

    @Test func `A security txt that isn't one is refused`() {
        let day = Sample.instant("2027-06-01T00:00:00Z")
        #expect(throws: SecurityText.Problem.noContact) { try SecurityText(contacts: [], expires: day) }
        #expect(throws: SecurityText.Problem.contactUnfit("security@puebla.example")) {
            try SecurityText(contacts: ["security@puebla.example"], expires: day)
        }
        #expect(throws: SecurityText.Problem.contactUnfit("mailto:a@b\nPolicy: x")) {
            try SecurityText(contacts: ["mailto:a@b\nPolicy: x"], expires: day)
        }
        #expect(throws: SecurityText.Problem.addressUnfit("http://a.example")) {
            try SecurityText(contacts: ["mailto:a@b.example"], expires: day, policy: "http://a.example")
        }
    }
}

@Suite struct `Descriptions for search engines` {
    private let conference = JSONLD.Body(
        "Conferencia del Mar de Esmeralda", address: "https://puebla.example/c/cme/es/")

    private var nodes: [JSONLD.Node] {
        let home = "https://puebla.example/c/cme/es/"
        return [
            .organization(
                name: conference.name, alternateName: "CME", address: home,
                founded: Sample.partial("2006-03"),
                members: [.init("Alcora"), .init("Belmar", address: home + "members/XBE")]
            ).marked(Sample.notice),
            .event(
                name: "Reunión Viceministerial", address: home + "meetings/VM-2026", starts: "2026-12-01",
                ends: "2026-12-03", place: "Puerto Brisa", organizer: conference, isCancelled: true,
                language: .es),
            .work(
                .legislation, name: "Carta", address: home + "charter",
                published: Sample.partial("2020-11-26"),
                author: conference, languages: [.es, .en], file: home + "charter.pdf", about: ["migración"]),
            .dataset(
                name: "Cuotas", address: home + "contributions",
                description: "</script><script>alert(1)</script>",
                creator: conference, modified: Sample.day("2026-11-21"), language: .es,
                files: [("text/csv", home + "contributions.csv")]),
        ]
    }

    @Test func `They are what somebody looked at`() throws {
        try Golden.expect(JSONLD.bytes(nodes), "page.jsonld")
    }

    @Test func `Nothing in a description ends its data block`() {
        var html = HTMLWriter()
        html.jsonLD(nodes)
        let text = html.string
        #expect(text.hasPrefix("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\""))
        #expect(text.split(separator: "<").count == 2 && text.hasSuffix("</script>"))
    }

    @Test func `Any JSON in a data block keeps its value and can't end it`() {
        var html = HTMLWriter()
        html.dataBlock(type: "application/json", json: Array("[\"</script><!--<script>\"]".utf8))
        #expect(
            html.string
                == "<script type=\"application/json\">[\"\\u003c/script>\\u003c!--\\u003cscript>\"]</script>")
    }
}

@Suite struct `Citations` {
    @Test func `A citation reads well in both languages`() {
        #expect(
            Sample.citation.text(.es)
                == "Conferencia del Mar de Esmeralda, CME (noviembre de 2026). Plan {100 %} de rutas & puertos. Declaración CME/VM/2026/D.4(d). Puerto Brisa. Secretaría de la CME. Conferencia inventada. Consultado el 21 de noviembre de 2026 en https://puebla.example/c/cme/es/decisions/D.4_d"
        )
        var other = Sample.citation
        other.date = nil
        other.genre = nil
        other.place = nil
        other.notice = nil
        #expect(
            other.text(.en)
                == "Conferencia del Mar de Esmeralda, CME (n.d.). Plan {100 %} de rutas & puertos. CME/VM/2026/D.4(d). Secretaría de la CME. Accessed 21 November 2026 at https://puebla.example/c/cme/es/decisions/D.4_d"
        )
    }

    @Test func `Citation files are what somebody looked at`() throws {
        try Golden.expect(Sample.citation.bibTeX(), "decision.bib")
        try Golden.expect(Sample.citation.ris(), "decision.ris")
        try Golden.expect(Sample.citation.cslJSON(), "decision.csl.json")
    }

    @Test(arguments: [("2026", "2026///"), ("2026-11", "2026/11//"), ("2026-11-30", "2026/11/30/")])
    func `RIS says of a day what is known of it`(_ date: String, _ written: String) {
        var citation = Sample.citation
        citation.date = Sample.partial(date)
        #expect(citation.ris().text.contains("DA  - \(written)\r\n"))
    }
}
