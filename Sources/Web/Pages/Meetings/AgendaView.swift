import Charter
import Conference
import Exchange
import HTML

/// A meeting's agenda in its own time zone and in another that the reader chooses.
struct AgendaView {
    /// One line, with its times in both zones.
    private struct Line {
        let day: Day
        let own: String
        let other: String
        let item: AgendaItem
        let start: Instant?
        let end: Instant?
    }

    private let context: PageContext
    private let agenda: MeetingRecord.Agenda
    private let zone: Zone
    private let other: Zone
    private let lines: [Line]
    private let field: FieldModel
    private let meeting: MeetingID

    /// True if the zone that was asked for can't be read.
    var isQuestionUnfit: Bool { field.problem != nil }
    /// The act that set the agenda.
    var entry: Int { agenda.entry }

    /// `nil` where no agenda is recorded, or its zone isn't one of this server's.
    init?(_ meeting: MeetingRecord, _ context: PageContext) {
        guard let agenda = meeting.agenda, let zone = Zone(agenda.act.zone) else { return nil }
        self.context = context
        self.agenda = agenda
        self.zone = zone
        self.meeting = meeting.id
        let typed = String((context.request.query["zone"] ?? "").prefix(60))
        let asked = typed.isEmpty ? nil : Zone(typed)
        let other = asked ?? AgendaView.usual(besides: zone, context)
        self.other = other
        field = FieldModel(
            name: "zone", label: context("Las horas también en", "Times also in"),
            kind: .choice(AgendaView.choices(zone, context, asked: asked, typed: typed)),
            value: typed.isEmpty ? other.name : typed,
            problem: typed.isEmpty || asked != nil
                ? nil
                : context(
                    "“\(typed)” no es un huso horario; elija uno, o escríbalo en la dirección como America/Toronto.",
                    "“\(typed)” isn't a time zone; choose one, or write it in the address as America/Toronto."
                ))
        let first = meeting.act.from.first
        lines = agenda.act.items.map { AgendaView.line($0, first: first, zone, other) }
    }

    /// The zone shown beside the agenda's own until another is chosen: that of the secretariat's seat, else UTC.
    private static func usual(besides zone: Zone, _ context: PageContext) -> Zone {
        let seat = context.state.zone(on: context.day)
        return seat.name == zone.name ? .utc : seat
    }

    /// The country of the secretariat's seat, by which its zone is called: the zone's own name may be another place's.
    private static func seat(_ context: PageContext) -> String? {
        let edition = context.state.edition(on: context.day)?.edition
        return edition?.workingWeek.holidaysOf.first.map { context.name($0) }
    }

    /// The zones offered: UTC, the seat's, those of the capitals of members and observer countries.
    private static func choices(_ own: Zone, _ context: PageContext, asked: Zone?, typed: String)
        -> [(value: String, text: String)]
    {
        let state = context.state
        var choices = [(value: "UTC", text: "UTC")]
        func add(_ zone: String, _ text: String) {
            guard Zone(zone) != nil, !choices.contains(where: { $0.value == zone }) else { return }
            choices.append((zone, text))
        }
        let parties =
            state.memberIDs(on: context.day)
            + state.observers(countries: true, on: context.day).value.map(\.party)
        for party in parties {
            if let zone = CapitalZones.zone(of: party) { add(zone, "\(context.name(party)) (\(zone))") }
        }
        let seat = state.zone(on: context.day).name
        add(seat, AgendaView.seat(context) ?? seat)
        add(own.name, own.name)
        if let asked { add(asked.name, asked.name) }
        // What was typed stays chosen, wrong as it is.
        if asked == nil, !typed.isEmpty { choices.append((typed, typed)) }
        return choices
    }

    private static func line(_ item: AgendaItem, first: Day, _ zone: Zone, _ other: Zone) -> Line {
        let day = item.day ?? first
        func instant(_ clock: String) -> Instant? {
            let parts = clock.split(separator: ":").compactMap { Int($0) }
            guard parts.count == 2 else { return nil }
            return zone.instant(day, hour: parts[0], minute: parts[1])
        }
        let (start, end) = (instant(item.start), instant(item.end))
        var there = ""
        if let start, let end {
            let (from, to) = (other.local(start), other.local(end))
            there = Written.clock(from.secondOfDay) + "–" + Written.clock(to.secondOfDay)
            if from.day != day { there += from.day > day ? " (+1)" : " (−1)" }
        }
        return Line(
            day: day, own: item.start + "–" + item.end, other: there, item: item, start: start, end: end)
    }

    func write(_ html: inout HTMLWriter) {
        html.question(
            QuestionModel(
                action: context.plainPath(.meeting(meeting.text)), fields: [field],
                button: context("Ver", "Show"),
                kept: context.isAnotherDay ? [(name: "on", value: context.day.description)] : [],
                label: context("Elegir un huso horario", "Choose a time zone"), id: "zone"))
        var days: [Day] = []
        for line in lines where !days.contains(line.day) { days.append(line.day) }
        for day in days {
            if days.count > 1 { html(.h3, Written.capitalised(Written.full(day, context.language))) }
            html.table(table(lines.filter { $0.day == day }, day))
        }
        if lines.contains(where: { $0.other.hasSuffix(")") }) {
            html(
                .p,
                context(
                    "(+1) y (−1): el día siguiente y el anterior en ese huso.",
                    "(+1) and (−1): the next and the previous day in that zone."),
                .classes("small", "soft"))
        }
    }

    private func table(_ lines: [Line], _ day: Day) -> DataTable {
        let noon = zone.instant(day, hour: 12)
        func heading(_ zone: Zone) -> String {
            let own = zone.name == context.state.zone(on: context.day).name ? AgendaView.seat(context) : nil
            let place = own ?? zone.name.split(separator: "/").last.map(String.init) ?? zone.name
            return place.replacing("_", with: " ") + " (" + Written.zone(zone.offset(at: noon)) + ")"
        }
        return DataTable(
            caption: context("Agenda del ", "Agenda of ") + Written.long(day, context.language),
            hidesCaption: true,
            columns: [.init(heading(zone)), .init(heading(other)), .init(context("Punto", "Item"))],
            rows: lines.map { line in
                let (title, lead) = (context(line.item.title), line.item.lead.map { context($0) })
                let points = (line.item.points ?? []).map { context($0) }
                let (own, there) = (line.own, line.other)
                return [
                    .made(TrustedHTML { html in html(.span, own, .class("num")) }),
                    .made(TrustedHTML { html in html(.span, there, .class("num")) }),
                    .made(
                        TrustedHTML { html in
                            html(.b, title)
                            if let lead {
                                html.text(" ")
                                html(.small, lead, .class("soft"))
                            }
                            guard !points.isEmpty else { return }
                            html(.ul) { html in for point in points { html(.li, point) } }
                        }),
                ]
            })
    }

    /// The agenda for a spreadsheet.
    var sheet: DataTable {
        DataTable(
            caption: context("Agenda", "Agenda"),
            columns: [
                .init(context("Día", "Day")), .init(zone.name), .init(other.name),
                .init(context("Punto", "Item")), .init(context("A cargo de", "Led by")),
            ],
            rows: lines.map { line in
                [
                    .text(line.day.description), .text(line.own), .text(line.other),
                    .text(context(line.item.title)), .text(line.item.lead.map { context($0) } ?? ""),
                ]
            })
    }

    var json: JSONValue {
        [
            "zone": .text(zone.name), "otherZone": .text(other.name), "entry": .number(agenda.entry),
            "items": .list(
                lines.map { line in
                    func both(_ instant: Instant?, _ zone: Zone) -> JSONValue {
                        JSONValue(instant.map { $0.text(offsetSeconds: zone.offset(at: $0)) })
                    }
                    return [
                        "day": JSONValue(line.day), "start": both(line.start, zone),
                        "end": both(line.end, zone), "startThere": both(line.start, other),
                        "endThere": both(line.end, other), "title": JSONValue(line.item.title),
                        "points": .list((line.item.points ?? []).map { JSONValue($0) }),
                        "lead": line.item.lead.map { JSONValue($0) } ?? .null,
                    ]
                }),
        ]
    }
}
