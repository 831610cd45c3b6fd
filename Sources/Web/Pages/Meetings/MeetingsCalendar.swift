import Charter
import Conference
import HTML

/// A year's meetings by month, each with its days drawn and its meetings in words beneath: what a calendar is for,
/// and readable on a phone.
struct MeetingsCalendar {
    /// One meeting of a month.
    private struct Item {
        let when: String
        let link: LinkModel
        let place: String?
        let tag: (text: String, tone: TagTone)?
    }

    let year: Int
    private let months: [(name: String, grid: MonthGrid, items: [Item])]
    private let undated: [Item]
    private let context: PageContext

    init(_ meetings: [MeetingRecord], year: Int, _ context: PageContext) {
        self.year = year
        self.context = context
        func item(_ meeting: MeetingRecord) -> Item {
            let standing = context.state.standing(of: meeting, on: context.day).value
            // What was held needs no word; what wasn't, or isn't yet, does.
            return Item(
                when: MeetingsCalendar.days(meeting, context), link: context.link(meeting),
                place: context.place(meeting), tag: standing == .held ? nil : context.word(standing))
        }
        months = (1...12).compactMap { number in
            guard let first = Day(year, number, 1) else { return nil }
            let last = first.endOfMonth
            let own = meetings.filter { meeting in
                let act = meeting.act
                guard act.from.precision != .year else { return false }
                return act.from.first <= last && first <= (act.to ?? act.from).last
            }
            return (
                Written.capitalised(Calendar.month(first, context.language)), MonthGrid(own, first, context),
                own.map(item)
            )
        }
        undated = meetings.filter { $0.act.from.precision == .year && $0.act.from.first.year == year }
            .map(item)
    }

    /// The days within their months: `6 y 7`, `28 nov – 2 dic`.
    private static func days(_ meeting: MeetingRecord, _ context: PageContext) -> String {
        switch meeting.act.from.precision {
        case .day: break
        case .month: return context("día no registrado:", "day not recorded:")
        case .year: return ""
        }
        let range = context.when(meeting)
        let year = " \(meeting.act.from.first.year)"
        return range.hasSuffix(year) ? String(range.dropLast(year.count)) : range
    }

    var isEmpty: Bool { undated.isEmpty && months.allSatisfy { $0.items.isEmpty } }

    func write(_ html: inout HTMLWriter) {
        html(.ol, .class("grid year")) { html in
            for month in months {
                html(.li, .class(month.items.isEmpty ? "off" : nil)) { html in
                    html(.h3, month.name)
                    month.grid.write(&html)
                    if month.items.isEmpty {
                        html(.p, context("ninguna consta", "none recorded"), .classes("small", "soft"))
                    } else {
                        write(month.items, &html)
                    }
                }
            }
        }
        html(
            .p,
            context(
                "En los días: con fondo, reunión; subrayado, actividad; tachado, cancelada.",
                "In the days: filled, a meeting; underlined, an activity; struck out, cancelled."),
            .classes("small", "soft"))
        guard !undated.isEmpty else { return }
        html(.h3, context("De \(year), sin mes registrado", "Of \(year), no month recorded"))
        write(undated, &html)
    }

    private func write(_ items: [Item], _ html: inout HTMLWriter) {
        html(.ul) { html in
            for item in items {
                html(.li) { html in
                    if !item.when.isEmpty {
                        html(.b, item.when, .class("num"))
                        html.text(" ")
                    }
                    html(.a, item.link.text, .href(item.link.href))
                    if let place = item.place { html(.span, ", " + place, .class("soft")) }
                    if let tag = item.tag {
                        html.text(" ")
                        html.tag(tag.text, tag.tone)
                    }
                }
            }
        }
    }
}
