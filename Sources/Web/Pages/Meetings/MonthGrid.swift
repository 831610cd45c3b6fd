import Charter
import Conference
import HTML

/// The days of a month in weeks from Monday, those with a meeting or activity marked: a picture of what stands in
/// words beneath, so it is kept from whoever hears the page.
struct MonthGrid {
    /// What falls on a day; the first of these that does is shown.
    private enum Mark: Int {
        case meeting, activity, cancelled
    }

    private let first: Day
    private let marks: [Day: Mark]
    private let language: Language

    /// - Parameters:
    ///   - meetings: those of the month; of which only the month is known, none is marked.
    ///   - first: the month's first day.
    init(_ meetings: [MeetingRecord], _ first: Day, _ context: PageContext) {
        self.first = first
        language = context.language
        var marks: [Day: Mark] = [:]
        for meeting in meetings where meeting.act.from.precision == .day {
            let isCancelled = context.state.standing(of: meeting, on: context.day).value == .cancelled
            let mark: Mark = isCancelled ? .cancelled : meeting.isMeeting ? .meeting : .activity
            var day = max(meeting.act.from.first, first)
            while day <= min(meeting.lastDay, first.endOfMonth) {
                if marks[day].map({ mark.rawValue < $0.rawValue }) ?? true { marks[day] = mark }
                day = day.adding(days: 1)
            }
        }
        self.marks = marks
    }

    func write(_ html: inout HTMLWriter) {
        html(.pre, .aria("hidden", "true")) { html in
            let week = (0..<7).map { Calendar.weekdays[$0][language].prefix(2) }
            html.text(week.joined(separator: " ") + "\n")
            html.text(String(repeating: "   ", count: first.weekday - 1))
            for number in 1...first.endOfMonth.day {
                let day = first.adding(days: number - 1)
                let text = (number < 10 ? " " : "") + String(number)
                switch marks[day] {
                case .meeting: html(.b, text)
                case .activity: html(.i, text)
                case .cancelled: html(.del, text)
                case nil: html.text(text)
                }
                html.text(day.weekday == 7 ? "\n" : " ")
            }
        }
    }
}
