import Charter
import Foundation
import Testing

/// Rule D3 on the committed calendar.
struct WorkingDayTests {
    static let calendar = try? HolidayCalendar.read(
        Array((try? Data(contentsOf: EditionTests.packs.appending(path: "crm/holidays.json"))) ?? Data()))
    static let charter = try? Edition.read(
        Array(
            (try? Data(contentsOf: EditionTests.packs.appending(path: "crm/editions/charter-2020.json")))
                ?? Data()))

    private func deadline(
        _ from: String, _ count: Int = 5, members: [PartyID] = [], scope: [PartyID] = ["CRI"]
    ) throws -> WorkingDeadline {
        let edition = try #require(WorkingDayTests.charter)
        return WorkingDays.deadline(
            from: try #require(Instant(from)), count: count, week: edition.workingWeek, zone: edition.zone,
            scope: scope, members: members, calendar: try #require(WorkingDayTests.calendar))
    }

    @Test(arguments: [
        // Over Christmas: the 25th is a holiday.
        ("2026-12-23T10:00:00-06:00", "2026-12-31"),
        // Over the year's end: 1 January too.
        ("2026-12-30T10:00:00-06:00", "2027-01-07"),
        // Holy Week 2026: Thursday 2 and Friday 3 April.
        ("2026-03-31T10:00:00-06:00", "2026-04-09"), ("2026-04-01T10:00:00-06:00", "2026-04-10"),
        // Holy Week 2027: 25 and 26 March.
        ("2027-03-22T10:00:00-06:00", "2027-03-31"),
        // Late in the evening it is still the same day there, and tomorrow in UTC.
        ("2026-06-02T05:59:59Z", "2026-06-08"), ("2026-06-02T06:00:00Z", "2026-06-09"),
        // Circulated on a weekend.
        ("2026-06-06T12:00:00-06:00", "2026-06-12"), ("2026-06-07T12:00:00-06:00", "2026-06-12"),
        // Circulated on a holiday: the day is day 0, whatever day it is.
        ("2026-12-25T10:00:00-06:00", "2027-01-04"),
        // 2 August's and 1 December's optional holidays are working days (31 August 2026 is a Monday).
        ("2026-08-28T12:00:00-06:00", "2026-09-04"), ("2026-11-30T12:00:00-06:00", "2026-12-07"),
        // Over 29 February.
        ("2028-02-25T12:00:00-06:00", "2028-03-03"),
    ]) func `The fifth working day after the day of circulation`(from: String, on: String) throws {
        let answer = try deadline(from)
        #expect(answer.day.description == on)
        #expect(answer.counted.count == 5)
        #expect(answer.end == WorkingDayTests.charter?.zone.end(of: answer.day))
        #expect(!answer.beyondCalendar)
        let between = answer.circulated.days(until: answer.day)
        #expect(answer.counted.count + answer.skipped.count == between)
    }

    @Test func `What was skipped is named: weekends and holidays alike`() throws {
        let answer = try deadline("2026-12-23T10:00:00-06:00")
        #expect(answer.skipped.map(\.day.description) == ["2026-12-25", "2026-12-26", "2026-12-27"])
        #expect(answer.skipped.map(\.why.en) == ["Christmas Day", "Saturday", "Sunday"])
    }

    @Test func `A member's own holiday is a warning, unless the edition asks for every member's`() throws {
        let members: [PartyID] = ["CAN", "CRI", "USA"]
        let answer = try deadline("2026-06-30T10:00:00-06:00", members: members)
        #expect(answer.day.description == "2026-07-07")
        #expect(answer.warnings.contains { $0.party == "CAN" && $0.day.description == "2026-07-01" })
        #expect(!answer.warnings.contains { $0.party == "CRI" })
        let all = try deadline("2026-06-30T10:00:00-06:00", members: members, scope: members)
        #expect(all.skipped.contains { $0.day.description == "2026-07-01" })
        #expect(all.warnings.isEmpty)
    }

    @Test func `Beyond the years of the calendar the answer says so`() throws {
        #expect(try deadline("2035-12-28T10:00:00-06:00").beyondCalendar)
        #expect(try deadline("2014-12-26T10:00:00-06:00").beyondCalendar)
        #expect(try deadline("2026-06-01T10:00:00-06:00", scope: ["COL"]).beyondCalendar)
    }

    @Test func `A calendar's file is read, or refused with the place`() throws {
        for (json, place) in [
            ("{", "/"), (#"{"format":2,"from":2015,"to":2016,"parties":{}}"#, "format"),
            (#"{"format":1,"from":2017,"to":2016,"parties":{}}"#, "format"),
            (
                #"{"format":1,"from":2015,"to":2016,"parties":{"CRI":[{"day":"2017-01-01","es":"a","en":"b"}]}}"#,
                "parties.CRI[0]"
            ),
            (
                #"{"format":1,"from":2015,"to":2016,"parties":{"CRI":[{"day":"2016-02-30","es":"a","en":"b"}]}}"#,
                "parties.CRI[0].day"
            ),
        ] {
            do {
                _ = try HolidayCalendar.read(Array(json.utf8))
                Issue.record("read: \(json)")
            } catch { #expect(error.place == place) }
        }
        let calendar = try #require(WorkingDayTests.calendar)
        #expect(calendar.from == 2015 && calendar.to == 2035 && calendar.holidays.count == 11)
    }
}
