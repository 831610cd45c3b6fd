import Charter
import Exchange
import Testing

@Suite struct `Calendars` {
    @Test func `A calendar is what somebody looked at`() throws {
        try Golden.expect(Sample.calendar.bytes(Sample.events), "meetings.ics")
    }

    @Test func `No line is longer than 75 octets, and folded lines give back the text`() {
        for length in 60..<90 {
            let text = String(repeating: "ñ", count: length) + "😀😀😀, y más"
            var event = Sample.events[0]
            event.summary = text
            let bytes = Sample.calendar.bytes([event])
            let lines = bytes.text.components("\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(String(validating: bytes, as: UTF8.self) != nil)
            let unfolded = bytes.text.replacing("\r\n ", with: "")
            #expect(unfolded.contains("SUMMARY:" + text.replacing(",", with: "\\,") + "\r\n"))
        }
    }

    @Test func `Whole days end on the day after the last`() {
        let text = Sample.calendar.bytes([Sample.events[0]]).text
        #expect(text.contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261204\r\n"))
        #expect(!text.contains("VTIMEZONE"))
    }

    @Test(arguments: [
        ("2021-07-01T15:00:00Z", "America/Mexico_City", "20210701T100000"),
        ("2025-07-01T15:00:00Z", "America/Mexico_City", "20250701T090000"),
        ("2026-03-29T01:00:00Z", "Europe/Madrid", "20260329T030000"),
        ("2026-03-29T00:59:59Z", "Europe/Madrid", "20260329T015959"),
        ("1996-03-14T15:00:00Z", "America/Mexico_City", "19960314T090000"),
        ("2026-01-01T03:00:00Z", "America/Costa_Rica", "20251231T210000"),
    ])
    func `A moment is told on the clocks of its zone`(_ moment: String, _ zone: String, _ clock: String) {
        var event = Sample.events[1]
        event.span = .times(Sample.instant(moment), until: nil, zone: Sample.zone(zone))
        let text = Sample.calendar.bytes([event] + Sample.events).text
        #expect(text.contains("DTSTART;TZID=\(zone):\(clock)\r\n"))
    }

    @Test func `Moments of forty years have the offset that their zone had`() {
        let names = ["America/Mexico_City", "America/Santo_Domingo", "Europe/Madrid", "America/New_York"]
        for name in names {
            let zone = Sample.zone(name)
            let moments = stride(from: Int64(852_076_800), to: 2_114_380_800, by: 86_400 * 3 + 1237).map {
                Instant(microseconds: $0 * 1_000_000)
            }
            let events = moments.map {
                CalendarEvent(
                    uid: "x", stamp: $0, span: .times($0, until: nil, zone: zone), summary: "x")
            }
            let lines = Sample.calendar.bytes(events).text.components("\r\n")
                .filter { $0.hasPrefix("DTSTART;TZID") }
            let expected = moments.map { moment in
                let local = zone.local(moment)
                let day = local.day.description.replacing("-", with: "")
                return "DTSTART;TZID=\(name):\(day)T\(local.clock.replacing(":", with: ""))"
            }
            #expect(lines == expected)
        }
    }

    @Test func `UTC needs no zone`() {
        let text = Sample.calendar.bytes([Sample.events[5]]).text
        #expect(text.contains("DTSTART:20260505T140000Z\r\nDTEND:20260505T150000Z\r\n"))
        #expect(!text.contains("VTIMEZONE"))
    }

    @Test func `An empty text or calendar is still one`() {
        let text = Sample.calendar.bytes([]).text
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func `An address can't begin a line of its own`() {
        var event = Sample.events[0]
        event.url = "https://a.example/\r\nATTENDEE:x"
        event.uid = "a\r\nb"
        let lines = Sample.calendar.bytes([event]).text.components("\r\n")
        #expect(!lines.contains { $0.hasPrefix("ATTENDEE") || $0 == "b" })
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
