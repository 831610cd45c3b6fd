import Charter
import Conference
import Exchange
import HashTreeCollections

extension PageContext {
    /// How a meeting is called.
    func name(_ meeting: MeetingRecord) -> String { self(state.title(of: meeting)) }

    /// An organ's name on the day that is shown.
    func name(_ organ: OrganID) -> String { self(state.name(organ, on: day)) }

    /// A meeting as a link to its page.
    func link(_ meeting: MeetingRecord) -> LinkModel {
        LinkModel(text: name(meeting), href: path(.meeting(meeting.id.text)))
    }

    /// An organ as a link to its page.
    func link(_ organ: OrganID) -> LinkModel {
        LinkModel(text: name(organ), href: path(.organ(organ.text)))
    }

    /// One of the words that acts use, as people read it.
    func word(_ text: String) -> String { self(ActWords.values[text] ?? Localized(same: text)) }

    /// How a meeting stands, in words.
    func word(_ standing: MeetingStanding) -> (text: String, tone: TagTone) {
        switch standing {
        case .toCome: (self("por celebrarse", "to come"), .gold)
        case .beingHeld: (self("en curso", "being held"), .cobalt)
        case .held: (self("celebrada", "held"), .leaf)
        case .cancelled: (self("cancelada", "cancelled"), .brick)
        case .notRecorded: (self("sus días no constan", "its days aren't recorded"), .plain)
        }
    }

    /// When a meeting is, as precisely as it is known: `6 y 7 dic 2023`, `mayo de 2003`.
    func when(_ meeting: MeetingRecord) -> String { HomeMeetings.when(meeting, self) }

    /// A day in a table: `3 dic 2021`, as precisely as it is known.
    func short(_ day: PartialDay) -> String {
        day.precision == .day ? Written.short(day.first, language) : Written.partial(day, language)
    }

    /// Where a meeting is; `nil` where neither place nor mode says it.
    func place(_ meeting: MeetingRecord) -> String? {
        if let place = meeting.act.place { return self(place) }
        return meeting.act.mode == .virtual ? word("virtual") : nil
    }

    /// A small act's number as a cell.
    func cell(entry: Int) -> DataTable.Cell {
        .link(Written.entry(entry, language), href: plainPath(.entry(entry)))
    }
}

/// Meetings as rows: what pages and spreadsheets list.
struct MeetingRows {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    /// The table of a page.
    func table(_ meetings: [MeetingRecord], caption: String, order: TableOrder? = nil) -> DataTable {
        DataTable(
            caption: caption, hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Reunión", "Meeting"), sort: "meeting"),
                .init(context("Dónde", "Where"), sort: "where"),
                .init(context("Clase", "Kind"), sort: "kind"),
                .init(context("Estado", "State"), sort: "state"),
            ],
            rows: meetings.map { meeting in
                let standing = context.word(context.state.standing(of: meeting, on: context.day).value)
                let link = context.link(meeting)
                let place = context.place(meeting)
                return [
                    .text(context.when(meeting)), .link(link.text, href: link.href),
                    place.map { .text($0) } ?? .none(context.notRecorded),
                    .text(context.word(meeting.act.kind.rawValue)), .tag(standing.text, standing.tone),
                ]
            }, order: order)
    }

    /// What meetings are sorted by; their states in the order in which they follow each other.
    var sortColumns: [SortColumn<MeetingRecord>] {
        let context = context
        let states: [MeetingStanding] = [.toCome, .beingHeld, .held, .cancelled]
        return [
            SortColumn("when") { .day($0.act.from) },
            SortColumn("meeting") { context.sorts(context.name($0)) },
            SortColumn("where") { context.sorts(context.place($0)) },
            SortColumn("kind") { context.sorts(context.word($0.act.kind.rawValue)) },
            SortColumn("state") {
                .count(states.firstIndex(of: context.state.standing(of: $0, on: context.day).value))
            },
        ]
    }

    /// Everything recorded of each, for a spreadsheet.
    func sheet(_ meetings: [MeetingRecord]) -> DataTable {
        let blank = DataTable.Cell.text("")
        return DataTable(
            caption: context("Reuniones", "Meetings"),
            columns: [
                .init(context("Código", "Code")), .init(context("Desde", "From")),
                .init(context("Hasta", "Until")), .init(context("Órgano", "Organ")),
                .init(context("Clase", "Kind")), .init(context("Número", "Number")),
                .init(context("Título", "Title")), .init(context("Lugar", "Place")),
                .init(context("Sede", "Host")), .init(context("Modalidad", "Mode")),
                .init(context("Estado", "State")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: meetings.map { meeting in
                let act = meeting.act
                return [
                    .text(meeting.id.text), .text(act.from.description),
                    .text((act.to ?? act.from).description), .text(act.organ.text),
                    .text(context.word(act.kind.rawValue)), act.number.map { .text($0) } ?? blank,
                    .text(context.name(meeting)), act.place.map { .text(context($0)) } ?? blank,
                    act.host.map { .text($0.text) } ?? blank,
                    act.mode.map { .text(context.word($0.rawValue)) } ?? blank,
                    .text(context.word(context.state.standing(of: meeting, on: context.day).value).text),
                    .text(String(meeting.entry)),
                ]
            })
    }

    /// One meeting for programs.
    func json(_ meeting: MeetingRecord) -> JSONValue {
        let act = meeting.act
        return [
            "meeting": .text(meeting.id.text), "organ": .text(act.organ.text),
            "kind": .text(act.kind.rawValue), "number": JSONValue(act.number),
            "title": JSONValue(context.state.title(of: meeting)), "from": JSONValue(act.from),
            "to": JSONValue(act.to), "place": act.place.map { JSONValue($0) } ?? .null,
            "host": JSONValue(act.host?.text), "mode": JSONValue(act.mode?.rawValue),
            "chair": JSONValue(act.chair?.text),
            "status": .text(context.state.standing(of: meeting, on: context.day).value.rawValue),
            "entry": .number(meeting.entry),
        ]
    }
}
