import Charter
import Testing

@testable import Web

private func day(_ text: String) -> Day { Day(text) ?? .distantPast }
private func partial(_ text: String) -> PartialDay { PartialDay(text) ?? PartialDay(.distantPast) }

struct WrittenTests {
    @Test(arguments: [
        ("2023-12-06", "6 de diciembre de 2023", "6 December 2023", "6 dic 2023", "6 Dec 2023"),
        ("2026-01-01", "1 de enero de 2026", "1 January 2026", "1 ene 2026", "1 Jan 2026"),
        ("2024-09-30", "30 de septiembre de 2024", "30 September 2024", "30 sep 2024", "30 Sep 2024"),
    ])
    func `A day is written long and short`(
        _ text: String, _ longEs: String, _ longEn: String, _ shortEs: String, _ shortEn: String
    ) {
        #expect(Written.long(day(text), .es) == longEs)
        #expect(Written.long(day(text), .en) == longEn)
        #expect(Written.short(day(text), .es) == shortEs)
        #expect(Written.short(day(text), .en) == shortEn)
    }

    @Test func `A weekday stands before its day`() {
        #expect(Written.full(day("2026-11-17"), .es) == "martes 17 de noviembre de 2026")
        #expect(Written.full(day("2026-11-17"), .en) == "Tuesday 17 November 2026")
        #expect(Written.shortWeekday(day("2026-11-18"), .es) == "mié")
        #expect(Written.shortWeekday(day("2026-11-18"), .en) == "Wed")
    }

    @Test(arguments: [
        ("2023-12-06", "2023-12-07", "6 y 7 dic 2023", "6 and 7 Dec 2023"),
        ("2023-12-07", "2023-12-06", "6 y 7 dic 2023", "6 and 7 Dec 2023"),
        ("2025-11-03", "2025-11-10", "3–10 nov 2025", "3–10 Nov 2025"),
        ("2023-11-28", "2023-12-02", "28 nov – 2 dic 2023", "28 Nov – 2 Dec 2023"),
        ("2023-12-30", "2024-01-02", "30 dic 2023 – 2 ene 2024", "30 Dec 2023 – 2 Jan 2024"),
        ("2023-12-06", "2023-12-06", "6 dic 2023", "6 Dec 2023"),
        ("2023-11-30", "2023-12-01", "30 nov – 1 dic 2023", "30 Nov – 1 Dec 2023"),
    ])
    func `A meeting's days are written as a range`(
        _ start: String, _ end: String, _ es: String, _ en: String
    ) {
        #expect(Written.range(day(start), day(end), .es) == es)
        #expect(Written.range(day(start), day(end), .en) == en)
    }

    @Test(arguments: [
        ("2003", "durante 2003", "during 2003", "desde 2003"),
        ("2016-11", "durante noviembre de 2016", "during November 2016", "desde noviembre de 2016"),
        (
            "2016-11-30", "el 30 de noviembre de 2016", "on 30 November 2016",
            "desde el 30 de noviembre de 2016"
        ),
    ])
    func `A day is written as precisely as it is known`(
        _ text: String, _ es: String, _ en: String, _ since: String
    ) {
        #expect(Written.during(partial(text), .es) == es)
        #expect(Written.during(partial(text), .en) == en)
        #expect(Written.since(partial(text), .es) == since)
    }

    @Test(arguments: [
        (33_240, -21_600, "21 nov 2026, 09:14 (GMT−6)"), (86_399, 0, "21 nov 2026, 23:59:59 (GMT)"),
        (0, 19_800, "21 nov 2026, 00:00 (GMT+5:30)"),
    ])
    func `A time names its zone`(_ second: Int, _ offset: Int, _ text: String) {
        #expect(Written.time(day("2026-11-21"), secondOfDay: second, offset: offset, .es) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (282_724, "282,724"), (-1_234_567, "−1,234,567"),
        (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func `Thousands have commas`(_ value: Int, _ text: String) {
        #expect(Written.number(value) == text)
    }

    @Test(
        arguments: [
            (28_272_400, "USD", false, "$282,724"), (156_250, "USD", false, "$1,562.50"),
            (5, "USD", false, "$0.05"), (28_272_400, "USD", true, "$282,724.00"),
            (-100, "USD", false, "−$1"), (100_000, "CRC", false, "CRC\u{A0}1,000"),
        ] as [(Int64, String, Bool, String)])
    func `Money is written as the Conference writes it`(
        _ cents: Int64, _ currency: String, _ always: Bool, _ text: String
    ) {
        #expect(Written.money(cents: cents, currency: currency, showCents: always) == text)
    }

    @Test(arguments: [(125, "12.5%"), (500, "50%"), (16, "1.6%"), (0, "0%"), (1_000, "100%")])
    func `A share is a percentage with one decimal at most`(_ thousandths: Int, _ text: String) {
        #expect(Written.percent(thousandths: thousandths) == text)
    }

    @Test(arguments: [
        ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a y b", "a and b"),
        (["a", "b", "c"], "a, b y c", "a, b and c"),
        (["Panamá", "Italia"], "Panamá e Italia", "Panamá and Italia"),
        (["a", "historia"], "a e historia", "a and historia"),
        (["agua", "hielo"], "agua y hielo", "agua and hielo"),
        (["Guatemala", "Honduras"], "Guatemala y Honduras", "Guatemala and Honduras"),
    ])
    func `A list ends with and`(_ items: [String], _ es: String, _ en: String) {
        #expect(Written.list(items, .es) == es)
        #expect(Written.list(items, .en) == en)
    }

    @Test(arguments: [(0, "0 días", "0 days"), (1, "1 día", "1 day"), (1_200, "1,200 días", "1,200 days")])
    func `A count has the form of its number`(_ count: Int, _ es: String, _ en: String) {
        let days = Counted(one: Phrase("día", "day"), other: Phrase("días", "days"))
        #expect(days.text(count, .es) == es)
        #expect(days.text(count, .en) == en)
    }

    @Test(arguments: [
        (
            "El 2026-11-21 cae en el período del 2026-01-01 al 2026-12-31.",
            "El 21 de noviembre de 2026 cae en el período del 1 de enero de 2026 al 31 de diciembre de 2026."
        ),
        ("Consta desde 1996-02.", "Consta desde febrero de 1996."),
        ("PE-2023-2026, GRCM-2026-11 y 2019-2022", "PE-2023-2026, GRCM-2026-11 y 2019-2022"),
        ("2026-13-45", "2026-13-45"), ("", ""),
        ("Un pago de USD 1562.50 devuelve el voto.", "Un pago de $1,562.50 devuelve el voto."),
        ("uno de USD 0.05; otro de CRC 1000.00.", "uno de $0.05; otro de CRC\u{A0}1,000.00."),
        ("USD 1562.505", "USD 1562.505"), ("MEX 2026", "MEX 2026"), ("La USD.", "La USD."),
    ])
    func `A sentence's days, months and amounts are written out, codes stay`(
        _ sentence: String, _ text: String
    ) {
        #expect(Written.spelled(sentence, .es) == text)
    }
}
