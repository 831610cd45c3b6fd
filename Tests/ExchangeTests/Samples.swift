import Charter
import Exchange
import Foundation

/// What the tests write: an invented conference's lists, meetings and documents, with all that is awkward.
enum Sample {
    static let notice = "Conferencia inventada: no prueba nada. · Invented conference: it proves nothing."

    static func day(_ text: String) -> Day { Day(text) ?? .distantPast }
    static func partial(_ text: String) -> PartialDay? { PartialDay(text) }
    static func instant(_ text: String) -> Instant { Instant(text) ?? Instant(microseconds: 0) }
    static func zone(_ name: String) -> Zone { Zone(name) ?? .utc }

    static let sheetNotice = SheetNotice(
        language: .en, mark: "invented", lines: ["Invented conference: it proves nothing.", "=1+1"],
        address: "https://puebla.example/c/cme/en/contributions", register: 812, day: day("2026-11-21"))

    /// Texts that a spreadsheet would run, or that would break a file.
    static let hostile = [
        "=1+1", "=HYPERLINK(\"https://evil.example\",\"x\")", "+49 30", "-2+3", "@SUM(A1:A2)", "\tx", "\rx",
        "=cmd|'/C calc'!A0", "a;=1+1", "line\n=1+1", "https://puebla.example/", "comma, \"quote\"",
        "<b>&amp;",
        "Ñandú · São · 日本", "'apostrophe", "", "bell\u{7}",
    ]

    static var sheet: Sheet {
        let columns: [Sheet.Column] = [
            .init("Party"), .init("Share", .number), .init("Amount (EMD)", .money), .init("Since", .day),
        ]
        let rows: [[SheetCell]] =
            [
                [
                    .text("Alcora"), .number(12.5), .money(Money(cents: 441_757, currency: "EMD")),
                    .day(day("2016-11-30")),
                ],
                [
                    .text("Belmar, Isla"), .integer(-7), .money(Money(cents: -5, currency: "EMD")),
                    .text("1996-03"),
                ],
                [.text("Coralia"), .number(.nan), .empty, .day(day("1899-12-31"))], [.text("Short")],
            ] + hostile.map { [.text($0), .integer(1)] }
        return Sheet(
            name: "Contributions: 2026/2027 [all of them]", title: "Contributions", columns: columns,
            rows: rows)
    }

    static let calendar = ICalendar(
        name: "Mar de Esmeralda, reuniones", notice: notice, language: .es,
        url: "https://puebla.example/c/cme/es/meetings")

    static var events: [CalendarEvent] {
        [
            CalendarEvent(
                uid: "VM-2026@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .days(day("2026-12-01"), through: day("2026-12-03")),
                summary: "Reunión Viceministerial; \"Rutas, puertos\\mares\"",
                description:
                    "Un texto largo que hay que doblar sin partir ninguna letra: ñandúes, áéíóú, 日本語日本語日本語日本語.\nSegunda línea.",
                location: "Puerto Brisa, Alcora", url: "https://puebla.example/c/cme/es/meetings/VM-2026",
                categories: ["Viceministerial", "inventada, ficticia"],
                lastModified: instant("2026-11-20T08:30:00Z"), sequence: 2),
            CalendarEvent(
                uid: "GRC-2026-1@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .times(
                    instant("2026-03-29T00:30:00Z"), until: instant("2026-03-29T03:00:00Z"),
                    zone: zone("Europe/Madrid")),
                summary: "Over a change of clocks"),
            CalendarEvent(
                uid: "GRC-2021-1@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .times(
                    instant("2021-07-01T15:00:00Z"), until: instant("2021-07-01T17:00:00Z"),
                    zone: zone("America/Mexico_City")), summary: "When Mexico still had summer time"),
            CalendarEvent(
                uid: "GRC-2025-1@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .times(
                    instant("2025-07-01T15:00:00Z"), until: instant("2025-07-01T17:00:00Z"),
                    zone: zone("America/Mexico_City")), summary: "And when it had none", status: .cancelled),
            CalendarEvent(
                uid: "GT-2026@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .times(
                    instant("2026-05-05T14:00:00Z"), until: nil, zone: zone("America/Costa_Rica")),
                summary: "A zone whose clocks never change", status: .tentative),
            CalendarEvent(
                uid: "UTC-2026@cme", stamp: instant("2026-11-21T10:00:00Z"),
                span: .times(
                    instant("2026-05-05T14:00:00Z"), until: instant("2026-05-05T15:00:00Z"), zone: .utc),
                summary: "In UTC"),
        ]
    }

    static let feed = AtomFeed(
        id: AtomFeed.tag(authority: "puebla.example", day: day("2026-11-21"), specific: "cme/decisions/es"),
        title: "Decisiones & declaraciones", subtitle: "Mar de Esmeralda",
        author: "Conferencia del Mar de Esmeralda",
        notice: notice, language: .es, address: "https://puebla.example/c/cme/es/decisions.atom?a=1&b=2",
        page: "https://puebla.example/c/cme/es/decisions",
        twin: "https://puebla.example/c/cme/en/decisions.atom",
        categories: [.init("invented", label: "inventada")], updated: instant("2020-01-01T00:00:00Z"),
        entries: [
            .init(
                id: AtomFeed.tag(
                    authority: "puebla.example", day: day("2026-11-21"),
                    specific: "cme/decision/VM/2026/D.4(d) ñ"),
                title: "Rutas <seguras> & puertos", summary: "Se adopta el plan.\u{8}",
                address: "https://puebla.example/c/cme/es/decisions/D.4",
                twin: "https://puebla.example/c/cme/en/decisions/D.4",
                published: instant("2026-11-01T12:00:00Z"), updated: instant("2026-11-20T12:00:00.5Z"),
                categories: [.init("decision", label: "decisión")]),
            .init(
                id: AtomFeed.tag(authority: "puebla.example", day: day("2026-11-21"), specific: "cme/act/7"),
                title: "Acto 7", summary: "Corrección", address: "https://puebla.example/c/cme/es/register/7",
                updated: instant("2026-11-19T12:00:00Z")),
        ])

    static func repository(sequence: Int = 812, records: Int = 7, pageSize: Int = 3, sets: Bool = true)
        -> OAIRepository
    {
        OAIRepository(
            name: "Biblioteca del Mar de Esmeralda", baseURL: "http://127.0.0.1/oai",
            administrators: ["biblioteca@puebla.example"],
            notice: [.init("Conferencia inventada", .es), .init("Invented conference", .en)],
            sets: sets
                ? [.init("declaration", name: "Declaraciones"), .init("report", name: "Informes")] : [],
            sequence: sequence, pageSize: pageSize,
            records: (1...9).prefix(records).map { record($0, inSets: sets) })
    }

    private static func record(_ number: Int, inSets: Bool) -> OAIRepository.Record {
        let titles = Localized(es: "Documento \(number) & más", en: "Document \(number) & more")
        var elements: [OAIRepository.Element: [OAIRepository.Text]] = [:]
        elements[.title] = OAIRepository.Text.both(titles)
        elements[.creator] = [.init("Conferencia <del Mar>")]
        elements[.date] = [.init("\(2010 + number)")]
        elements[.identifier] = [.init("https://puebla.example/c/cme/es/library/doc-\(number)")]
        elements[.language] = [.init("es"), .init("en")]
        return OAIRepository.Record(
            identifier: "oai:puebla.example:cme/doc-\(number)",
            datestamp: Day(number: 20_000 + Int32((number + 1) / 2)),
            sets: inSets ? [number.isMultiple(of: 2) ? "report" : "declaration"] : [],
            elements: elements, isDeleted: number == 4)
    }

    static let citation = Citation(
        kind: .decision, code: "CME/VM/2026/D.4(d)", title: "Plan {100 %} de rutas & puertos", language: .es,
        genre: "Declaración", author: "Conferencia del Mar de Esmeralda, CME",
        publisher: "Secretaría de la CME",
        place: "Puerto Brisa", date: partial("2026-11"),
        address: "https://puebla.example/c/cme/es/decisions/D.4_d",
        accessed: day("2026-11-21"), notice: "Conferencia inventada")
}
