import Charter

/// The content lines of iCalendar: escaped, folded at 75 octets, ended by CRLF.
struct CalendarLines {
    private(set) var bytes: [UInt8] = []
    /// RFC 5545, 3.1: lines should not be longer, the line break excluded.
    private static let longest = 75

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func literal(_ line: StaticString) {
        bytes.put(line)
        bytes.put("\r\n")
    }

    /// A TEXT value: backslash, semicolon and comma escaped, line breaks as `\n`, other controls left out.
    mutating func text(_ name: StaticString, _ value: String) {
        let start = bytes.count
        bytes.put(name)
        bytes.append(0x3A)
        escape(value)
        end(lineFrom: start)
    }

    /// Several TEXT values in one property; nothing if there are none.
    mutating func texts(_ name: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        let start = bytes.count
        bytes.put(name)
        for (index, value) in values.enumerated() {
            bytes.append(index == 0 ? 0x3A : 0x2C)
            escape(value)
        }
        end(lineFrom: start)
    }

    /// A URI, which isn't escaped; what can't stand in one is left out.
    mutating func uri(_ name: StaticString, _ value: String) {
        let start = bytes.count
        bytes.put(name)
        bytes.append(0x3A)
        for byte in value.utf8 where byte > 0x20 && byte != 0x7F { bytes.append(byte) }
        end(lineFrom: start)
    }

    /// A value that is one of ours.
    mutating func token(_ name: StaticString, _ value: String) {
        let start = bytes.count
        bytes.put(name)
        bytes.append(0x3A)
        bytes.put(value)
        end(lineFrom: start)
    }

    mutating func number(_ name: StaticString, _ value: Int) {
        bytes.put(name)
        bytes.append(0x3A)
        bytes.put(value)
        bytes.put("\r\n")
    }

    mutating func duration(_ name: StaticString, hours: Int) {
        bytes.put(name)
        bytes.put(":PT")
        bytes.put(max(1, hours))
        bytes.put("H\r\n")
    }

    mutating func day(_ name: StaticString, _ day: Day) {
        bytes.put(name)
        bytes.append(0x3A)
        put(day)
        bytes.put("\r\n")
    }

    /// A moment in UTC.
    mutating func instant(_ name: StaticString, _ instant: Instant) {
        bytes.put(name)
        bytes.append(0x3A)
        put(secondsOfClock: instant.seconds)
        bytes.put("Z\r\n")
    }

    /// A moment on the clocks of a zone; in UTC where the zone has no table.
    mutating func moment(_ name: StaticString, _ instant: Instant, _ zone: ZoneTable?) {
        guard let zone else { return self.instant(name, instant) }
        let start = bytes.count
        bytes.put(name)
        bytes.put(";TZID=")
        bytes.put(zone.name)
        bytes.append(0x3A)
        put(secondsOfClock: instant.seconds + Int64(zone.offset(at: instant.seconds)))
        end(lineFrom: start)
    }

    /// A moment on a clock, as seconds since its 1970.
    mutating func clock(_ name: StaticString, _ seconds: [Int64]) {
        let start = bytes.count
        bytes.put(name)
        for (index, value) in seconds.enumerated() {
            bytes.append(index == 0 ? 0x3A : 0x2C)
            put(secondsOfClock: value)
        }
        end(lineFrom: start)
    }

    /// An offset from UTC.
    mutating func offset(_ name: StaticString, _ seconds: Int) {
        bytes.put(name)
        bytes.append(0x3A)
        put(offset: seconds)
        bytes.put("\r\n")
    }

    /// An offset as a zone's abbreviation, as the IANA database writes those without a name.
    mutating func abbreviation(_ seconds: Int) {
        bytes.put("TZNAME:")
        put(offset: seconds)
        bytes.put("\r\n")
    }

    private mutating func put(offset seconds: Int) {
        bytes.append(seconds < 0 ? 0x2D : 0x2B)
        let magnitude = abs(seconds)
        bytes.put(magnitude / 3600, width: 2)
        bytes.put(magnitude / 60 % 60, width: 2)
        if magnitude % 60 != 0 { bytes.put(magnitude % 60, width: 2) }
    }

    private mutating func put(_ day: Day) {
        let parts = day.civil
        bytes.put(parts.year, width: 4)
        bytes.put(parts.month, width: 2)
        bytes.put(parts.day, width: 2)
    }

    private mutating func put(secondsOfClock seconds: Int64) {
        let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = Int(seconds - number * 86_400)
        put(Day(number: Int32(clamping: number)))
        bytes.append(0x54)
        bytes.put(rest / 3600, width: 2)
        bytes.put(rest / 60 % 60, width: 2)
        bytes.put(rest % 60, width: 2)
    }

    private mutating func escape(_ value: String) {
        var value = value
        value.withUTF8 { text in
            var run = 0
            for index in text.indices {
                let byte = text[index]
                // Letters, and whatever is not ASCII, lie above all that is escaped, but for the backslash.
                if byte > 0x3B, byte != 0x5C, byte != 0x7F { continue }
                let replacement: StaticString
                switch byte {
                case 0x5C: replacement = "\\\\"
                case 0x3B: replacement = "\\;"
                case 0x2C: replacement = "\\,"
                case 0x0A: replacement = "\\n"
                case 0x0D: replacement = index + 1 < text.count && text[index + 1] == 0x0A ? "" : "\\n"
                case 0x09: continue
                case 0..<0x20, 0x7F: replacement = ""
                default: continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
                bytes.put(replacement)
                run = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
        }
    }

    /// Ends a line; a long one is folded between characters, each further piece after a space that counts.
    private mutating func end(lineFrom start: Int) {
        if bytes.count - start > Self.longest {
            let line = Array(bytes[start...])
            bytes.removeSubrange(start...)
            var from = 0
            var room = Self.longest
            while line.count - from > room {
                var to = from + room
                while line[to] & 0xC0 == 0x80 { to -= 1 }
                bytes.append(contentsOf: line[from..<to])
                bytes.put("\r\n ")
                from = to
                room = Self.longest - 1
            }
            bytes.append(contentsOf: line[from...])
        }
        bytes.put("\r\n")
    }
}
