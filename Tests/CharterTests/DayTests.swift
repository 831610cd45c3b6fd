import Charter
import Testing

/// Days, days as far as known, instants and zones.
struct DayTests {
    @Test(arguments: [
        "0001-01-01", "1970-01-01", "1999-01-29", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31",
    ]) func `A day that exists is read and written the same`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "1900-02-29", "2023-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
        "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", "", "２０２６-01-01", "+026-01-01",
    ]) func `An impossible day or another form is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `Every day of eight centuries follows the one before, with the calendar's weekday`() throws {
        var day = try #require(Day("1600-01-01"))
        #expect(day.weekday == 6)
        while day.year < 2401 {
            let next = day.adding(days: 1)
            let parts = next.civil
            #expect(Day(parts.year, parts.month, parts.day) == next)
            if next.weekday != day.weekday % 7 + 1 || next <= day { Issue.record("\(next)") }
            day = day.adding(days: 97)
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2028-08-31", -6, "2028-02-29"), ("2026-05-31", 0, "2026-05-31"),
        ("9999-12-31", 12, "9999-12-31"),
    ]) func `Months are added on the calendar, where the day doesn't exist the month's last`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test func `Adding without end stays within the calendar`() {
        #expect(Day.distantFuture.adding(days: .max) == .distantFuture)
        #expect(Day.distantPast.adding(days: .min) == .distantPast)
        #expect(Day.distantFuture.adding(days: 1) == .distantFuture)
    }

    @Test(arguments: [
        ("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-11-30", "2016-11-30", "2016-11-30"),
    ]) func `A year or month holds from its first day`(text: String, first: String, last: String) {
        let day = PartialDay(text)
        #expect(day?.first.description == first)
        #expect(day?.last.description == last)
        #expect(day?.description == text)
    }

    @Test(arguments: ["201", "2016-1", "2016-13", "2016-11-31", "2016-11-", "", "abcd"])
    func `Another form is no day as far as known`(text: String) { #expect(PartialDay(text) == nil) }

    @Test func `Of two with the same first day the vaguer comes first`() {
        let days = ["2016-01-01", "2016", "2016-01", "2015-12-31"].compactMap { PartialDay($0) }
        #expect(days.sorted().map(\.description) == ["2015-12-31", "2016", "2016-01", "2016-01-01"])
    }

    @Test(arguments: [
        ("2026-12-23T10:00:00-06:00", "2026-12-23T16:00:00.000000Z"),
        ("2026-12-23T10:00-06:00", "2026-12-23T16:00:00.000000Z"),
        ("2026-12-31T23:59:59.5Z", "2026-12-31T23:59:59.500000Z"),
        ("2026-12-31T23:59:59.123456789Z", "2026-12-31T23:59:59.123456Z"),
        ("1969-12-31T23:59:59.000001Z", "1969-12-31T23:59:59.000001Z"),
        ("2024-02-29T00:00:00+05:30", "2024-02-28T18:30:00.000000Z"),
    ]) func `An instant is read from RFC 3339 and written in UTC`(text: String, written: String) {
        #expect(Instant(text)?.description == written)
        #expect(Instant(written)?.description == written)
    }

    @Test(arguments: [
        "2026-12-23T10:00:00", "2026-12-23", "2026-12-23T24:00:00Z", "2026-12-23T10:60:00Z",
        "2026-12-23T10:00:60Z", "2026-12-23T10:00:00.Z", "2026-02-30T10:00:00Z", "2026-12-23T10:00:00-6:00",
        "2026-12-23T10:00:00Zx", "2026-12-23T10:00:00-06:00x", "",
    ]) func `What is no instant isn't read`(text: String) { #expect(Instant(text) == nil) }

    @Test(arguments: [
        ("2026-12-24T05:59:59Z", "2026-12-23"), ("2026-12-24T06:00:00Z", "2026-12-24"),
        ("2027-01-01T05:59:59.999999Z", "2026-12-31"), ("2027-01-01T06:00:00Z", "2027-01-01"),
    ]) func `Costa Rica's day ends six hours after UTC's`(instant: String, on: String) throws {
        let zone = try #require(Zone("America/Costa_Rica"))
        #expect(zone.day(try #require(Instant(instant))).description == on)
        #expect(zone.end(of: try #require(Day("2026-12-31"))) == Instant("2027-01-01T05:59:59Z"))
    }

    @Test(arguments: [
        // New York, 2026: clocks go forward on 8 March at 2, back on 1 November at 2.
        ("2026-03-08", 2, 30, "2026-03-08T07:30:00Z"), ("2026-03-08", 1, 59, "2026-03-08T06:59:00Z"),
        ("2026-03-08", 3, 0, "2026-03-08T07:00:00Z"), ("2026-11-01", 1, 30, "2026-11-01T05:30:00Z"),
        ("2026-11-01", 2, 0, "2026-11-01T07:00:00Z"), ("2026-07-01", 12, 0, "2026-07-01T16:00:00Z"),
    ]) func `A change of clocks skips or repeats an hour`(on: String, hour: Int, minute: Int, instant: String)
        throws
    {
        let zone = try #require(Zone("America/New_York"))
        #expect(zone.instant(try #require(Day(on)), hour: hour, minute: minute) == Instant(instant))
    }

    @Test(arguments: ["America/Nowhere", "", "EST", "../etc", "Puebla"])
    func `A zone that the database doesn't know is none`(name: String) { #expect(Zone(name) == nil) }
}
