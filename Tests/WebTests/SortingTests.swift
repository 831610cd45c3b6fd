import Charter
import Conference
import HTML
import Secretariat
import Testing

@testable import Web

/// The order of a list: what the address asks for, what a value is, what stands last.
struct SortingTests {
    private static func context(
        _ query: [(String, String)], _ language: Language = .es, _ form: Representation = .html
    ) async throws -> PageContext {
        let site = try await RecordSite.crm.value
        return PageContext(
            published: site.registrar.published,
            request: PageRequest(
                base: .root, route: .meetings, language: language, representation: form,
                query: Query(query)), now: RecordSite.noon)
    }

    @Test(arguments: [
        (
            Language.es, ["Ángel", "avión", "Ñandú", "nube", "Oaxaca", "¡Zapata!"],
            ["Ángel", "avión", "nube", "Ñandú", "Oaxaca", "¡Zapata!"]
        ),
        (.en, ["Ñandú", "nube", "El Salvador", "elbow"], ["El Salvador", "elbow", "Ñandú", "nube"]),
        (.es, ["Reunión 10", "reunión 9", "Reunion 2"], ["Reunion 2", "reunión 9", "Reunión 10"]),
        (.es, ["A.10", "A.9(b)", "A.9", "007", "8"], ["007", "8", "A.9", "A.9(b)", "A.10"]),
        (.es, ["sanción", "año", "ano", "anzuelo"], ["ano", "anzuelo", "año", "sanción"]),
    ])
    func `Texts are sorted without accents, case and signs, numbers within by their value`(
        _ language: Language, _ texts: [String], _ sorted: [String]
    ) {
        #expect(texts.sorted { Collated($0, language) < Collated($1, language) } == sorted)
    }

    @Test func `Texts that differ by accents, case or signs alone are the same to a list`() {
        #expect(Collated("México", .es) == Collated("MEXICO", .es))
        #expect(Collated("«Puebla»", .es) == Collated("puebla", .es))
        #expect(Collated("2.º", .es) < Collated("10.º", .es))
        #expect(Collated("", .es) < Collated("a", .es))
    }

    private struct Row {
        let name: String
        let day: PartialDay?
        let cents: Int64?
        init(_ name: String, _ day: String?, _ cents: Int64?) {
            self.name = name
            self.day = day.flatMap { PartialDay($0) }
            self.cents = cents
        }
    }

    private static let rows = [
        Row("c", "2016-11", 900), Row("a", nil, 1_000), Row("á", "2016", nil), Row("B", "2016-11-30", 900),
        Row("d", "0999-01-01", -5),
    ]

    @Test(arguments: [
        ("name", "aáBcd"), ("-name", "dcBaá"), ("day", "dácBa"), ("-day", "Bcáda"), ("money", "dcBaá"),
        ("-money", "acBdá"), ("other", "caáBd"),
    ])
    func `Sorted by value, ties in the usual order, what isn't recorded last either way`(
        _ asked: String, _ expected: String
    ) async throws {
        let context = try await Self.context([("sort", asked)])
        let columns: [SortColumn<Row>] = [
            SortColumn("name") { context.sorts($0.name) }, SortColumn("day") { $0.day.map { .day($0) } },
            SortColumn("money") { $0.cents.map { .number($0) } },
        ]
        let sorting = Sorting(context, columns.map(\.name) + ["other"])
        #expect(sorting.problem == nil)
        #expect(sorting.sorted(Self.rows, by: columns).map(\.name).joined() == expected)
    }

    @Test(arguments: ["x", "--name", "-", "name,day", "NAME", "nombre", "name ", " name"])
    func `What is no column is refused with the columns that there are`(_ asked: String) async throws {
        let sorting = Sorting(try await Self.context([("sort", asked)], .en), ["name", "day", "name"])
        guard asked.allSatisfy({ $0 != " " }) else {
            // Spaces around a word are nobody's meaning.
            #expect(sorting.column == "name")
            return
        }
        #expect(sorting.column == nil)
        #expect(
            sorting.problem
                == "The list can't be sorted by “\(asked)”; “sort” takes one of these columns: name, day, with a hyphen before it for the reverse order."
        )
    }

    @Test func `An overlong column is repeated shortened, and no column is no question`() async throws {
        let long = Sorting(
            try await Self.context([("sort", String(repeating: "x", count: 900))]), ["name"])
        #expect(long.problem?.contains("“" + String(repeating: "x", count: 40) + "”") == true)
        let none = Sorting(try await Self.context([("sort", " ")]), ["name"])
        #expect(none.problem == nil && none.column == nil && none.text == nil)
    }

    @Test func `Headings lead to rising, then falling, then the usual order, and keep what was asked`()
        async throws
    {
        let kept = [("year", "2016"), ("q", "ñ&<"), ("on", "2020-01-01")]
        func heading(_ sort: String?, _ name: String) async throws -> TableOrder.Heading? {
            let query = kept + [("page", "2"), ("list", "x")] + (sort.map { [("sort", $0)] } ?? [])
            return Sorting(try await Self.context(query), ["when", "where"]).order(at: "list")?.headings[name]
        }
        let front = "/es/meetings?year=2016&q=%C3%B1%26%3C&on=2020-01-01"
        let first = try #require(try await heading(nil, "when"))
        #expect(first.href == front + "&sort=when#list")
        #expect(first.direction == nil)
        let rising = try #require(try await heading("when", "when"))
        #expect(rising.href == front + "&sort=-when#list")
        #expect(rising.direction == .ascending)
        let falling = try #require(try await heading("-when", "when"))
        #expect(falling.href == front + "#list")
        #expect(falling.direction == .descending)
        #expect(try await heading("-when", "where")?.href == front + "&sort=where#list")
        #expect(Set([first.hint, rising.hint, falling.hint]).count == 3)
    }

    @Test func `On paper headings are plain`() async throws {
        #expect(Sorting(try await Self.context([], .es, .pdf), ["when"]).order() == nil)
    }

    @Test func `A heading that sorts is a link whose arrow isn't read out, in a heading that says its order`()
    {
        let order = TableOrder(
            lead: "Ordenar por",
            [
                "when": .init(href: "/x?sort=-when", hint: "Invertir el orden", direction: .ascending),
                "name": .init(href: "/x?sort=name", hint: "Ordenar por esta columna"),
            ])
        var html = HTMLWriter()
        html.table(
            DataTable(
                caption: "Lista",
                columns: [
                    .init("Cuándo", sort: "when"), .init("Qué", sort: "name"), .init("Fuente"),
                    .init("N.º", isNumeric: true, sort: "none"),
                ], rows: [[.text("1"), .text("2"), .text("3"), .text("4")]], order: order))
        #expect(
            html.string.contains(
                "<th scope=\"col\" role=\"columnheader\" aria-sort=\"ascending\"><a href=\"/x?sort=-when\" rel=\"nofollow\" title=\"Invertir el orden\">Cuándo<span aria-hidden=\"true\">\u{A0}↑</span></a></th>"
            ))
        #expect(
            html.string.contains(
                "<th scope=\"col\" role=\"columnheader\"><a href=\"/x?sort=name\" rel=\"nofollow\" title=\"Ordenar por esta columna\">Qué</a></th>"
            ))
        #expect(html.string.contains("<th scope=\"col\" role=\"columnheader\">Fuente</th>"))
        #expect(html.string.contains("<th scope=\"col\" class=\"num\" role=\"columnheader\">N.º</th>"))
        // Rows that are blocks on a phone stay rows to whoever hears them.
        for part in [
            "<table role=\"table\">", "<thead role=\"rowgroup\"><tr role=\"row\" data-sort=\"Ordenar por\">",
            "<th scope=\"row\" role=\"rowheader\" data-label=\"Cuándo\">1</th>",
            "<td role=\"cell\" data-label=\"Qué\">2</td>",
        ] { #expect(html.string.contains(part), "\(part)") }
    }

    @Test(arguments: [
        ("ww", false), ("wn", false), ("www", true), ("wnn", false), ("wwn", false), ("wwnn", true),
        ("wnnn", true),
        ("nnnn", false), ("nwnnn", false), ("nwwnn", true),
    ])
    func `A table of words is stacked on a phone; a matrix of figures keeps its columns`(
        _ kinds: String, _ isStacked: Bool
    ) {
        let table = DataTable(
            caption: "", columns: kinds.map { .init("\($0)", isNumeric: $0 == "n") }, rows: [])
        #expect(table.isStacked == isStacked)
    }
}
